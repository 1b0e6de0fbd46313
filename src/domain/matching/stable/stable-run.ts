// A run by the lists people gave: stable, mentees' best, with no blocking pair as its proof.
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import type { Certificate, Matching } from '../assignment-types.ts';
import { blockingPairs } from './blocking-pairs.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import { preferencesOf, stablePairs, type Preferences } from './stable.ts';
import { nothingStated, type Stated } from '../stated.ts';

export function stableAnswer(solve: RunTable, stated: Stated | undefined, program: Lists): Matching {
  const { table } = solve;
  const mentorOf = stablePairs(listsOf(solve, stated, program));
  let [placed, total] = [0, 0];
  mentorOf.forEach((column, row) => {
    if (column < 0) return;
    placed++;
    total += table.scores[row * table.mentors + column]!;
  });
  return { mentorOf, placed, total, prices: new Int32Array(table.mentors), unmatchedCost: 0 };
}

/** Nobody over her seats, and no two who would both rather have each other. */
export function stableVerdict(
  solve: RunTable,
  { mentorOf }: Matching,
  stated: Stated | undefined,
  program: Lists,
): Certificate {
  const { table, scoring } = solve;
  const load = new Int32Array(table.mentors);
  for (const column of mentorOf) if (column >= 0) load[column]!++;
  const faults = [
    ...(load.some((count, column) => count > table.seats[column]!) ? ['a mentor has more mentees than places'] : []),
    ...(blockingPairs(listsOf(solve, stated, program), mentorOf).pairs > 0
      ? ['two people would both rather have each other']
      : []),
  ];
  return { proved: faults.length === 0, checkedPairs: scoring.eligiblePairs, faults };
}

/** What the program says of lists. */
type Lists = Pick<Program, 'matching'>;

/**
 * The lists of both sides, rows and columns of the table: what people stated, those whom mentors rank alike by fit or so that more are placed. Who is not on
 * a list that somebody gave is not acceptable to her, unless the program says so; who gave none finds everybody so, by fit.
 */
export function listsOf(
  { table, rows, columns, scoring }: RunTable,
  { choices } = nothingStated,
  { matching: { unlisted } }: Lists,
): Preferences {
  const rowOf = new Map(rows.map((i, row) => [scoring.mentees[i]!.id, row]));
  const columnOf = new Map(columns.map(({ mentors: [lead = 0] }, column) => [scoring.mentors[lead]!.id, column]));
  const list = (
    id: string,
    others: ReadonlyMap<string, number>,
    fitOf: (at: number) => number,
  ): number[] | undefined => {
    const given = choices.get(id);
    if (given === undefined) return undefined;
    return [...given]
      .flatMap(([other, choice]) => {
        const at = others.get(other);
        return at === undefined ? [] : [{ at, choice, fit: fitOf(at) }];
      })
      .sort((a, b) => a.choice - b.choice || b.fit - a.fit || a.at - b.at)
      .map(({ at }) => at);
  };
  const choicesOf = columns.map(({ mentors: [lead = 0] }): ReadonlyMap<number, number> | undefined => {
    const given = choices.get(scoring.mentors[lead]!.id);
    if (given === undefined || new Set(given.values()).size === given.size) return undefined;
    return new Map([...given].flatMap(([id, choice]) => (rowOf.has(id) ? [[rowOf.get(id)!, choice] as const] : [])));
  });
  const preferences = preferencesOf(
    table,
    {
      mentees: rows.map((i, row) =>
        list(scoring.mentees[i]!.id, columnOf, (c) => table.scores[row * table.mentors + c]!),
      ),
      mentors: columns.map(({ mentors: [lead = 0] }, c) =>
        list(scoring.mentors[lead]!.id, rowOf, (row) => table.scores[row * table.mentors + c]!),
      ),
    },
    unlisted !== 'acceptable',
  );
  return choicesOf.every((one) => one === undefined) ? preferences : { ...preferences, mentorChoices: choicesOf };
}

/** What may be said of how many a run by lists with ties places, beside those it leaves out; '' where no list has ties. */
export function tiesWords(
  { choices }: Stated,
  { mentees, mentors }: Readonly<Record<'mentees' | 'mentors', readonly Pick<Candidate, 'id' | 'seats'>[]>>,
  { placed, leftOut }: { readonly placed: number; readonly leftOut: number },
): string {
  const tied = (people: readonly { readonly id: string }[]): boolean =>
    people.some(({ id }) => {
      const given = choices.get(id);
      return given !== undefined && new Set(given.values()).size < given.size;
    });
  const [byMentees, byMentors] = [tied(mentees), tied(mentors)];
  if (!byMentees && !byMentors) return '';
  if (leftOut === 0) return 'Some lists have ties; everybody is placed, so no other stable answer places more.';
  if (placed >= mentors.reduce((sum, { seats }) => sum + seats, 0))
    return 'Some lists have ties; every place is taken, so no other stable answer places more.';
  const how = byMentors ? 'broken so that more are placed' : 'broken by fit';
  return `Some lists have ties, ${how}: at least ${byMentees ? 'half' : 'two thirds'} of the most that any stable answer places are placed, and often all; the most itself is not known.`;
}
