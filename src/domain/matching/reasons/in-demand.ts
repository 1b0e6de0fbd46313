// Mentors for whom more would come than they have places: what one more place there would bring, exactly.
import type { Matching } from '../assignment-types.ts';
import type { RunView } from '../scoring/solve-table.ts';
import type { InDemand } from '../unmatched-reason.ts';
import { gainBy, type Priced } from '../solve/warm-solve.ts';

/** Worked out for at most this many, of the highest prices; for fewer on large tables, for nobody on very large ones. */
const [most, mostCells] = [5, 40_000_000];

/**
 * What one more place with a mentor (index of the scoring) would bring, exactly, by a warm solve: people placed, and score
 * points when nobody more is. It counts nothing more for even loads. `solve`, `matching`: by mentors.
 */
export function seatGain(
  { byRow, columns }: RunView,
  matching: Priced,
  mentor: number,
): { readonly placed: number; readonly points: number } {
  const column = columns.findIndex(({ mentors: [lead] }, c) => lead === mentor && byRow.seats[c]! > 0);
  if (column < 0 || matching.prices[column]! <= 0) return { placed: 0, points: 0 };
  const { placed, points } = gainBy(byRow, matching, { kind: 'seat', mentor: column });
  return { placed, points: Math.max(0, points) };
}

/**
 * `matching` is proved. Mentors of `except` (indices of the scoring) are left out: with them a place more would place
 * somebody. A price bounds what a seat adds; the points are what it does add, by a warm solve, less what even
 * loads may count. Those who add less than `least` score points are not named.
 */
export function inDemand(
  solve: RunView,
  matching: Matching,
  except: ReadonlySet<number>,
  least = 50,
): readonly InDemand[] {
  const { table, columns, scoring } = solve;
  const cells = Math.max(1, table.mentees * table.mentors);
  const last = new Map<number, number>();
  columns.forEach(({ mentors: [lead = 0] }, column) => {
    if (table.seats[column]! > 0) last.set(lead, column);
  });
  return [...last]
    .filter(([lead, column]) => !except.has(lead) && matching.prices[column]! >= least)
    .sort(
      ([a, x], [b, y]) =>
        matching.prices[y]! - matching.prices[x]! || order(scoring.mentors[a]!.id, scoring.mentors[b]!.id),
    )
    .slice(0, Math.min(most, Math.floor(mostCells / cells)))
    .flatMap(([lead]) => {
      const { id, name, seats } = scoring.mentors[lead]!;
      const { points } = seatGain(solve, matching, lead);
      return points < least || seats === 0 ? [] : [{ id, name, places: seats, points }];
    })
    .sort((a, b) => b.points - a.points || order(a.id, b.id));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
