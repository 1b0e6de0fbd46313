// An answer by mentors as one by columns of places that count the same, and back: the same pairs, the same proof.
import type { Matching } from '../assignment-types.ts';
import type { RunTable } from './solve-table.ts';

type Sides = Pick<RunTable, 'columns' | 'byMentor' | 'byRow'>;

/** Of a mentor's mentees the first in the table take her first places: who has which makes no difference to any total. */
export function inColumns<Answer extends Omit<Matching, 'total'>>(
  { columns, byMentor, byRow: { seats } }: Sides,
  answer: Answer,
): Answer {
  const { firstColumn } = byMentor;
  const left = Int32Array.from(seats);
  const next = firstColumn.slice();
  const mentorOf = answer.mentorOf.map((g) => {
    if (g < 0) return -1;
    while (next[g]! + 1 < firstColumn[g + 1]! && left[next[g]!]! <= 0) next[g]!++;
    left[next[g]!]!--;
    return next[g]!;
  });
  const prices = new Int32Array(columns.length);
  byMentor.columns.forEach((_, g) => {
    for (let c = firstColumn[g]!; c < firstColumn[g + 1]!; c++)
      if (seats[c]! > 0) prices[c] = Math.max(0, answer.prices[g]! + columns[c]!.bonus);
  });
  return { ...answer, mentorOf, prices };
}

/** Prices of columns are those of one mentor where they differ by what her places count more; the lowest of them is hers. */
export function byMentors<Answer extends Omit<Matching, 'total'>>(run: Sides, answer: Answer): Answer {
  const {
    columns,
    byMentor: { firstColumn, table },
    byRow: { seats },
  } = run;
  const prices = Int32Array.from({ length: table.mentors }, (_, g) => {
    let least = Infinity;
    for (let c = firstColumn[g]!; c < firstColumn[g + 1]!; c++)
      if (seats[c]! > 0) least = Math.min(least, answer.prices[c]! - columns[c]!.bonus);
    return least === Infinity ? 0 : least;
  });
  return { ...answer, mentorOf: leadersOf(run, answer.mentorOf), prices };
}

/** By mentors: whose of each row's column it is. */
export function leadersOf({ columns, byMentor: { firstColumn } }: Sides, columnOf: Int32Array): Int32Array {
  const leader = new Int32Array(columns.length);
  for (let g = 0; g + 1 < firstColumn.length; g++) leader.fill(g, firstColumn[g], firstColumn[g + 1]);
  return columnOf.map((c) => (c < 0 ? -1 : leader[c]!));
}
