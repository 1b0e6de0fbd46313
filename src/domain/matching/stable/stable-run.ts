// A run by the lists people gave: stable, mentees' best, with no blocking pair as its proof.
import type { Certificate, Matching } from '../assignment-types.ts';
import { blockingPairs } from './blocking-pairs.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { preferencesOf, stablePairs, type Preferences } from './stable.ts';
import { nothingStated, type Stated } from '../stated.ts';

export function stableAnswer(solve: RunTable, stated: Stated | undefined): Matching {
  const { table } = solve;
  const mentorOf = stablePairs(listsOf(solve, stated));
  let [placed, total] = [0, 0];
  mentorOf.forEach((column, row) => {
    if (column < 0) return;
    placed++;
    total += table.scores[row * table.mentors + column]!;
  });
  return { mentorOf, placed, total, prices: new Int32Array(table.mentors), unmatchedCost: 0 };
}

/** Nobody over her seats, and no two who would both rather have each other. */
export function stableVerdict(solve: RunTable, { mentorOf }: Matching, stated: Stated | undefined): Certificate {
  const { table, scoring } = solve;
  const load = new Int32Array(table.mentors);
  for (const column of mentorOf) if (column >= 0) load[column]!++;
  const faults = [
    ...(load.some((count, column) => count > table.seats[column]!) ? ['a mentor has more mentees than places'] : []),
    ...(blockingPairs(listsOf(solve, stated), mentorOf).pairs > 0
      ? ['two people would both rather have each other']
      : []),
  ];
  return { proved: faults.length === 0, checkedPairs: scoring.eligiblePairs, faults };
}

/** The lists of both sides: what people stated, and then by fit. Rows and columns of the table. */
export function listsOf({ table, rows, columns, scoring }: RunTable, { choices } = nothingStated): Preferences {
  const rowOf = new Map(rows.map((i, row) => [scoring.mentees[i]!.id, row]));
  const columnOf = new Map(columns.map(({ mentors: [lead = 0] }, column) => [scoring.mentors[lead]!.id, column]));
  const list = (id: string, others: ReadonlyMap<string, number>): number[] | undefined => {
    const given = choices.get(id);
    if (given === undefined) return undefined;
    return [...given]
      .sort((a, b) => a[1] - b[1])
      .flatMap(([other]) => {
        const at = others.get(other);
        return at === undefined ? [] : [at];
      });
  };
  return preferencesOf(table, {
    mentees: rows.map((i) => list(scoring.mentees[i]!.id, columnOf)),
    mentors: columns.map(({ mentors: [lead = 0] }) => list(scoring.mentors[lead]!.id, rowOf)),
  });
}
