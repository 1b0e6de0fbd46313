// Other mentors for one mentee, and what each would cost the whole: exactly, and who would have to move for it.
import { defined } from '../../defined.ts';
import { bestMoves, follow, placedWorth, worthOf, type MoveOptions, type Step } from '../solve/best-moves.ts';
import { BARRED, type ScoreTable, type TableRows } from '../assignment-types.ts';
import { chainFrom, chainTo, type Prices } from './moves-by-price.ts';

export interface Alternative {
  readonly mentor: number;
  /** Score points that the whole loses; below 0 it gains. */
  readonly cost: number;
  /** People more (1) or fewer (-1) who have a mentor. */
  readonly placed: number;
  /** What the others have to do; empty when there is a free seat. */
  readonly others: readonly Step[];
}

/**
 * All mentors that mentee i may have besides her own, the cheapest first. Only `movable` people move for it. The cost is
 * the difference between the whole as it is and the best there is with i there (one chain fills the seat she leaves, one
 * makes room where she goes), as long as the whole was the best possible before; else it is that of the chains named. With `perMove` score points a
 * move must be worth that much, so that others are not moved about for next to nothing; the cost stays that of the whole.
 */
export function alternativesFor(
  table: ScoreTable,
  mentorOf: Int32Array,
  i: number,
  movable: Uint8Array,
  { perMove = 0, owner }: Pick<MoveOptions, 'perMove' | 'owner'> = {},
): Alternative[] {
  const { mentors, seats } = table;
  const others = movable.slice();
  others[i] = 0;
  const left = mentorOf[i]!;
  const without = mentorOf.slice();
  without[i] = -1;
  const options = { movable: others, stopAtEnds: true, perMove, ...defined({ owner }) };
  if (left >= 0) {
    const moves = bestMoves(table, without, [left], options);
    let donor = -1;
    for (let j = 0; j <= mentors; j++)
      if (moves.gain[j]! > (donor < 0 ? 0 : moves.gain[donor]!) && moves.mover[j]! >= 0) donor = j;
    if (donor >= 0) follow(moves, without, donor);
  }
  const load = new Int32Array(mentors);
  for (const j of without) if (j >= 0) load[j]!++;
  const ends = [mentors];
  for (let j = 0; j < mentors; j++) if (load[j]! < seats[j]!) ends.push(j);
  const room = bestMoves(table, without, ends, options);
  const placed = placedWorth(table);
  const found: Alternative[] = [];
  for (let mentor = 0; mentor < mentors; mentor++) {
    let value = worthOf(table, i, mentor) - worthOf(table, i, left);
    if (mentor === left || seats[mentor] === 0 || value === -Infinity || room.gain[mentor] === -Infinity) continue;
    const after = without.slice();
    follow(room, after, mentor);
    const steps: Step[] = [];
    after.forEach((to, mentee) => {
      const from = mentorOf[mentee]!;
      if (mentee === i || to === from) return;
      steps.push({ mentee, from, to });
      value += worthOf(table, mentee, to) - worthOf(table, mentee, from);
    });
    const people = Math.round(value / placed) + 0; // never -0
    found.push({ mentor, cost: people * placed - value, placed: people, others: steps });
  }
  return found.sort((a, b) => b.placed - a.placed || a.cost - b.cost || a.mentor - b.mentor);
}

export interface AskedFor extends Pick<MoveOptions, 'perMove' | 'owner'> {
  /** So many owners of the columns found are enough, the cheapest. */
  readonly most: number;
  /** Only columns of this owner. */
  readonly only?: number;
}

/**
 * The same by the prices that the run kept, without reading every pair: the cheapest `most`, or those of one mentor. A
 * column's price says how cheap it can be at best, so that the dear ones are not looked at. Of chains that are worth the same
 * it may be another one. Undefined where the prices are not those of this answer, nor nearly.
 */
export function alternativesByPrice(
  rows: TableRows,
  mentorOf: Int32Array,
  i: number,
  movable: Uint8Array,
  kept: Prices,
  { perMove = 0, owner, most, only }: AskedFor,
): Alternative[] | undefined {
  const { mentors, seats, rowOf } = rows;
  const ownerOf = (j: number): number => owner?.[j] ?? j;
  const placed = placedWorth(rows);
  const moving = { movable: movable.with(i, 0), perMove, owner, placed };
  const left = mentorOf[i]!;
  const without = mentorOf.with(i, -1);
  const filled = left < 0 ? { steps: [], prices: kept } : chainTo(rows, without, moving, kept, left);
  if (filled === false) return undefined;
  const { steps: donor, prices } = filled;
  for (const { mentee, to } of donor) without[mentee] = to;
  const load = new Int32Array(mentors);
  for (const j of without) if (j >= 0) load[j]!++;
  const ends = Uint8Array.from({ length: mentors + 1 }, (_, j) => (j === mentors || load[j]! < seats[j]! ? 1 : 0));
  let dearest = prices.nobody;
  for (let j = 0; j < mentors; j++) if (ends[j] === 1) dearest = Math.max(dearest, prices.of[j]!);
  const worth = (mentee: number, j: number): number => (j < 0 ? 0 : placed + rows.cellOf(mentee, j));
  const valueOf = (steps: readonly Step[]): number =>
    steps.reduce((sum, { mentee, from, to }) => sum + worth(mentee, to) - worth(mentee, from), 0);
  const before = valueOf(donor) - worth(i, left);

  const mine = rowOf(i).slice();
  const candidates = Array.from(seats.keys())
    .filter((j) => j !== left && seats[j]! > 0 && mine[j] !== BARRED && (only === undefined || ownerOf(j) === only))
    .map((mentor) => ({ mentor, most: before + placed + mine[mentor]! + dearest - prices.of[mentor]! }))
    .sort((a, b) => b.most - a.most || a.mentor - b.mentor);
  const chain = chainFrom(rows, without, moving, prices);
  const found: (Alternative & { readonly value: number })[] = [];
  const values: number[] = [];
  const owners = new Set(left < 0 ? [] : [ownerOf(left)]);
  for (const { mentor, most: bound } of candidates) {
    if (values.length >= most && bound < values[most - 1]!) break;
    const room = chain(mentor, ends);
    if (room === false) return undefined;
    if (room === undefined) continue;
    const value = before + worth(i, mentor) + valueOf(room);
    const people = Math.round(value / placed) + 0; // never -0
    found.push({ mentor, cost: people * placed - value, placed: people, value, others: netSteps(donor, room) });
    if (owners.has(ownerOf(mentor))) continue;
    // A mentor's later columns are never worth more, so that the first found of hers stands for her.
    owners.add(ownerOf(mentor));
    values.push(value);
    values.sort((a, b) => b - a);
  }
  return found
    .sort((a, b) => b.value - a.value || a.mentor - b.mentor)
    .map(({ mentor, cost, placed: people, others }) => ({ mentor, cost, placed: people, others }));
}

/** Who is elsewhere after both chains: from where to where. */
function netSteps(first: readonly Step[], then: readonly Step[]): Step[] {
  const moves = new Map<number, Step>();
  for (const step of [...first, ...then]) {
    const from = moves.get(step.mentee)?.from ?? step.from;
    moves.set(step.mentee, { mentee: step.mentee, from, to: step.to });
  }
  return [...moves.values()].filter(({ from, to }) => from !== to).sort((a, b) => a.mentee - b.mentee);
}
