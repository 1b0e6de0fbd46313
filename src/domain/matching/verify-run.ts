// A kept run judged again, without solving: the pairs and prices it kept, on the table made anew from what it saw.
import type { Program } from '../program/program.ts';
import type { Work } from '../progress.ts';
import type { Certificate, Matching } from './assignment-types.ts';
import { certify } from './certificate.ts';
import { raised } from './floor.ts';
import { runTable, type Proof, type RunInput } from './propose-run.ts';
import type { RunTable } from './solve-table.ts';

export interface KeptPair {
  readonly mentee: string;
  readonly mentor: string;
}

/** A kept answer on the table it was solved on, with its prices; `faults` where the two do not go together. */
export function keptMatching(
  { table, rows, columns, scoring }: RunTable,
  pairs: readonly KeptPair[],
  proof: Proof,
): { readonly matching: Matching; readonly faults: readonly string[] } {
  const columnsOf = new Map<string, number[]>();
  columns.forEach(({ mentors: [lead = 0] }, column) => {
    const { id } = scoring.mentors[lead]!;
    columnsOf.set(id, [...(columnsOf.get(id) ?? []), column]);
  });
  const mentorOf = new Int32Array(rows.length).fill(-1);
  const rowOf = new Map(rows.map((i, row) => [scoring.mentees[i]!.id, row]));
  const load = new Int32Array(columns.length);
  const faults: string[] = [];
  let [placed, total] = [0, 0];
  for (const { mentee, mentor } of pairs) {
    const row = rowOf.get(mentee);
    if (row === undefined) continue; // pinned: not the solver's to place
    // Who of a mentor's mentees sits on her first seat makes no difference to any total.
    const column = columnsOf.get(mentor)?.find((one) => load[one]! < table.seats[one]!);
    if (column === undefined) {
      faults.push(`${mentor} has more mentees than places`);
      continue;
    }
    load[column]!++;
    mentorOf[row] = column;
    placed++;
    total += table.scores[row * columns.length + column]!;
  }
  const prices = Int32Array.from(proof.prices);
  if (prices.length !== columns.length) faults.push('the prices are not those of these mentors');
  return { matching: { mentorOf, placed, total, prices, unmatchedCost: proof.unmatchedCost }, faults };
}

/** `proof`: the price of every column of the table, and what leaving somebody out was charged. */
export function* verifyRun(
  input: RunInput,
  program: Program,
  pairs: readonly KeptPair[],
  proof: Proof,
): Work<Certificate> {
  const solve = raised(yield* runTable(input, program), proof.least);
  const { matching, faults } = keptMatching(solve, pairs, proof);
  const certificate = certify(solve.table, matching);
  const all = [...faults, ...certificate.faults];
  return { ...certificate, proved: all.length === 0, faults: all };
}
