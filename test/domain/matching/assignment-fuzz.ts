// Drawn tables through the solver, the judge and a second solver, counted: shared by the tests and the long run.
import munkres from 'munkres';
import { BARRED, firstPlaces, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../src/domain/matching/solve/assignment.ts';
import { certify } from '../../../src/domain/matching/solve/certificate.ts';
import { finish } from '../../../src/domain/progress.ts';
import { bruteForce, drawPlaces } from './score-tables.ts';

/** What one run of `fuzz` has seen. `faults` name the seed. */
export interface FuzzCount {
  readonly tables: number;
  readonly againstBruteForce: number;
  readonly againstMunkres: number;
  /** Tables whose places count unequally. */
  readonly unequal: number;
  /** Tables where somebody stays out. */
  readonly short: number;
  /** Where being left out had to cost more before coverage was proved. */
  readonly escalated: number;
  readonly faults: readonly string[];
}

/** The best by npm munkres: seats cloned, one column more for each mentee to be left out at. */
export function byMunkres(table: ScoreTable): { placed: number; total: number } {
  const { mentees, mentors, scores, seats, placeBonus } = table;
  const first = firstPlaces(seats);
  const columns: number[] = [];
  const bonus: number[] = [];
  for (let j = 0; j < mentors; j++)
    for (let s = 0; s < Math.min(seats[j]!, mentees); s++) {
      columns.push(j);
      bonus.push(placeBonus?.[first[j]! + s] ?? 0);
    }
  const out = 2001 * (mentees + 1);
  const costs = Array.from({ length: mentees }, (_, i) => [
    ...columns.map((j, c) =>
      scores[i * mentors + j] === BARRED ? out * 4 * (mentees + 1) : 2000 - scores[i * mentors + j]! - bonus[c]!,
    ),
    ...Array.from({ length: mentees }, () => out),
  ]);
  let [placed, total] = [0, 0];
  if (mentees === 0) return { placed, total };
  for (const [i, c] of munkres(costs)) {
    if (c >= columns.length) continue;
    placed++;
    total += scores[i * mentors + columns[c]!]! + bonus[c]!;
  }
  return { placed, total };
}

/** Solves `count` tables from `firstSeed` on; small ones also by brute force, all others also by munkres. */
export function fuzz(firstSeed: number, count: number, progress: (done: number) => void = () => undefined): FuzzCount {
  let [againstBruteForce, againstMunkres, unequal, short, escalated] = [0, 0, 0, 0, 0];
  const faults: string[] = [];
  for (let n = 0; n < count; n++) {
    const seed = firstSeed + n;
    const small = n % 2 === 0;
    const drawn = drawPlaces(seed, small ? 5 : n % 20 === 1 ? 40 : 14);
    // A third by vectors, which tables of this size would not be read by otherwise.
    const found = finish(solveAssignment(drawn, undefined, n % 3 === 0 ? 'simd' : 'plain'));
    const other = small ? bruteForce(drawn) : byMunkres(drawn);
    if (small) againstBruteForce++;
    else againstMunkres++;
    if (found.placed !== other.placed || found.total !== other.total)
      faults.push(`${seed}: ${found.placed} placed, ${found.total}; ${other.placed} placed, ${other.total}`);
    for (const fault of certify(drawn, found).faults) faults.push(`${seed}: ${fault}`);
    if (drawn.placeBonus !== undefined) unequal++;
    if (found.placed < drawn.mentees) short++;
    if (found.unmatchedCost > 2000) escalated++;
    if (n % 1000 === 999) progress(n + 1);
  }
  return { tables: count, againstBruteForce, againstMunkres, unequal, short, escalated, faults };
}
