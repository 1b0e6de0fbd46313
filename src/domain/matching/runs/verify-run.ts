// A kept run judged again, without solving: the pairs and prices it kept, on the table made anew from what it saw.
import { TOP_SCORE, type Matching } from '../assignment-types.ts';
import type { Candidate } from '../candidate.ts';
import { certify } from '../solve/certificate.ts';
import { raised } from '../solve/floor.ts';
import { tierFaults } from '../solve/tier-closure.ts';
import type { Proof, Run } from '../run.ts';
import { byMentors } from '../scoring/by-columns.ts';
import { perMentor, type RunTable, type RunView } from '../scoring/solve-table.ts';

export interface KeptPair {
  readonly mentee: string;
  readonly mentor: string;
}

/** A kept answer on the table it was solved on, with its prices; `faults` where the two do not go together. */
export function keptMatching(
  { byRow, rows, columns, scoring }: RunTable,
  pairs: readonly KeptPair[],
  proof: Proof,
): { readonly matching: Omit<Matching, 'total'>; readonly faults: readonly string[] } {
  const columnsOf = new Map<string, number[]>();
  columns.forEach(({ mentors: [lead = 0] }, column) => {
    const { id } = scoring.mentors[lead]!;
    columnsOf.set(id, [...(columnsOf.get(id) ?? []), column]);
  });
  const mentorOf = new Int32Array(rows.length).fill(-1);
  const rowOf = new Map(rows.map((i, row) => [scoring.mentees[i]!.id, row]));
  const load = new Int32Array(columns.length);
  const faults: string[] = [];
  let placed = 0;
  for (const { mentee, mentor } of pairs) {
    const row = rowOf.get(mentee);
    if (row === undefined) continue; // pinned: not the solver's to place
    // Who of a mentor's mentees sits on her first seat makes no difference to any total.
    const column = columnsOf.get(mentor)?.find((one) => load[one]! < byRow.seats[one]!);
    if (column === undefined) {
      faults.push(`${mentor} has more mentees than places`);
      continue;
    }
    load[column]!++;
    mentorOf[row] = column;
    placed++;
  }
  const prices = Int32Array.from(proof.prices);
  if (prices.length !== columns.length) faults.push('the prices are not those of these mentors');
  const matching = { mentorOf, placed, prices, unmatchedCost: proof.unmatchedCost };
  return { matching, faults };
}

/** `proof`: the price of every column of the table, and what leaving somebody out was charged. Faults name people. */
export function proofFaults(table: RunTable, pairs: readonly KeptPair[], proof: Proof): readonly string[] {
  const solve = raised(table, proof.least);
  const { matching: kept, faults } = keptMatching(solve, pairs, proof);
  const matching = byMentors(solve, kept);
  const { byRow } = solve.byMentor;
  const tiers = solve.tiers === undefined ? [] : tierFaults(byRow, matching.mentorOf, solve.tiers.of);
  const judged = [...certify(byRow, matching).faults, ...tiers];
  return [...faults, ...judged.map((fault) => named(fault, perMentor(solve)))];
}

/** The judge counts rows and columns; who reads what it says knows people. */
function named(fault: string, { rows, columns, scoring }: RunView): string {
  return fault
    .replace(/^mentee (\d+)/, (text, row: string) => {
      const person = scoring.mentees[rows[Number(row)] ?? -1];
      return person === undefined ? text : who(person);
    })
    .replace(/^mentor (\d+)/, (text, column: string) => {
      const person = scoring.mentors[columns[Number(column)]?.mentors[0] ?? -1];
      return person === undefined ? text : who(person);
    });
}

/**
 * What a kept run says of itself against what its own rules say of it: every fit and its parts, who is placed and who is not,
 * how well in all and at least.
 */
export function keptFaults({ scoring }: RunTable, { pairs, unmatched, objective }: Run): readonly string[] {
  const row = new Map(scoring.mentees.map(({ id }, i) => [id, i]));
  const column = new Map(scoring.mentors.map(({ id }, j) => [id, j]));
  const faults: string[] = [];
  let [least, total] = [Infinity, 0];
  for (const { mentee, mentor, score, parts } of pairs) {
    const [i, j] = [row.get(mentee.id), column.get(mentor.id)];
    if (i === undefined || j === undefined) continue;
    const made = scoring.parts(i, j);
    const fit = made.length === 0 ? TOP_SCORE : made.reduce((sum, { points }) => sum + points, 0);
    least = Math.min(least, fit);
    total += fit;
    if (fit !== score)
      faults.push(`${who(mentee)} with ${who(mentor)} is kept with a fit of ${score / 10}; it is ${fit / 10}`);
    else if (JSON.stringify(made) !== JSON.stringify(parts))
      faults.push(`what the fit of ${who(mentee)} with ${who(mentor)} is made of was changed`);
  }
  const placed = new Set(pairs.map(({ mentee }) => mentee.id));
  if (placed.size !== objective.placed)
    faults.push(`it says ${objective.placed} are placed; its pairs place ${placed.size}`);
  // Several mentors of one circle share a mentee's fit.
  if (placed.size === pairs.length && total !== objective.total)
    faults.push(`it says the fits add up to ${objective.total / 10}; they add up to ${total / 10}`);
  if (pairs.length > 0 && least !== objective.floor)
    faults.push(`it says the lowest fit is ${(objective.floor ?? 0) / 10}; it is ${least / 10}`);
  const left = new Set(unmatched.map(({ mentee }) => mentee.id));
  for (const one of scoring.mentees)
    if (placed.has(one.id) === left.has(one.id))
      faults.push(
        `${who(one)} is kept ${left.has(one.id) ? 'both with a mentor and' : 'neither with a mentor nor'} as not placed`,
      );
  return faults;
}

const who = ({ id, name }: Candidate): string => (id === name ? id : `${name} (${id})`);
