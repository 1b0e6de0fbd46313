// One thing changes and the best assignment is found again from the old prices: what a pair, a ban or a seat would cost.
import { finish } from '../../progress.ts';
import {
  BARRED,
  firstPlaces,
  rowsOf,
  takenBonus,
  TOP_SCORE,
  type Matching,
  type ScoreTable,
  type TableRows,
} from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import { someoneMoreFits } from '../engine/closure.ts';
import { shortestWay } from './shortest-way.ts';

/**
 * `force`: this pair stands, the others arrange themselves around it. `forbid`: this pair may not be. `seat`: the mentor
 * takes one more, which counts nothing more. `arrive`: the table has this row, but the matching was made without it (`mentorOf` -1 there).
 */
export type Change =
  | { readonly kind: 'force'; readonly mentee: number; readonly mentor: number }
  | { readonly kind: 'forbid'; readonly mentee: number; readonly mentor: number }
  | { readonly kind: 'seat'; readonly mentor: number }
  | { readonly kind: 'arrive'; readonly mentee: number };

/**
 * The best assignment after one change, exactly, by a single shortest path from the old one; indices are the table's.
 * `matching` must be a proved optimum of `table` (for `arrive`: of the table without that row). `placed` and `total`
 * count the forced pair. What it costs the whole: see `gainBy`.
 * The answer is certified on `changedTable(table, change)`, where a forced mentee is left out and the mentor's first place taken.
 * Throws a RangeError when a forced pair is barred or its mentor has no seat at all.
 *
 * In the network source -> mentee -> mentor -> sink (being left out is a way to the sink) a change leaves one unit too
 * many at one node and one too few at another. Reduced costs at the old prices are never negative, so one shortest path
 * between the two mends it (Ahuja, Magnanti & Orlin 1993, section 9.11: reoptimisation). It is looked for from both ends
 * (shortest-way.ts): a question about one pair does not read the whole table.
 */
export function solveWith(table: ScoreTable | TableRows, matching: Matching, change: Change): Matching {
  const rows = rowsOf(table);
  const { solved, mentorOf, prices } = changed(rows, matching, change);
  if (solved !== undefined) return solved;
  const { placed, points } = gained(rows, matching.mentorOf, mentorOf);
  const { unmatchedCost } = matching;
  return { mentorOf, placed: matching.placed + placed, total: matching.total + points, prices, unmatchedCost };
}

/** What a change does to the whole: people more (or fewer) who are placed, and score points more in all; see `solveWith`. */
export function gainBy(
  table: ScoreTable | TableRows,
  matching: Priced,
  change: Change,
): { readonly placed: number; readonly points: number } {
  const rows = rowsOf(table);
  const { solved, mentorOf } = changed(rows, matching, change);
  if (solved === undefined) return gained(rows, matching.mentorOf, mentorOf);
  const nobody = new Int32Array(rows.mentees).fill(-1);
  const before = gained(rowsOf(rows.whole()), nobody, matching.mentorOf);
  return { placed: solved.placed - before.placed, points: solved.total - before.points };
}

/** An answer with its prices; what it comes to is not asked. */
export type Priced = Pick<Matching, 'mentorOf' | 'prices' | 'unmatchedCost'>;

/** `solved`: the whole was solved again. */
interface Changed extends Pick<Matching, 'mentorOf' | 'prices'> {
  readonly solved?: Matching;
}

function changed(rows: TableRows, matching: Priced, change: Change): Changed {
  const { mentors } = rows;
  const sink = mentors;
  const seats = Int32Array.from(rows.seats);
  const flow = loadOf(rows, matching.mentorOf);
  const start = Int32Array.from(matching.mentorOf);
  const old = change.kind === 'seat' ? -1 : matching.mentorOf[change.mentee]!;

  switch (change.kind) {
    case 'arrive':
      return mend(rows, matching, { change, seats, flow, start, root: change.mentee, from: -1, to: sink });
    case 'forbid': {
      if (old !== change.mentor) return matching;
      start[change.mentee] = -1;
      return mend(rows, matching, {
        change,
        seats,
        flow,
        start,
        root: change.mentee,
        from: -1,
        to: old,
        forbidden: old,
      });
    }
    case 'seat': {
      const j = change.mentor;
      seats[j]!++;
      if (seats[j] === 1) return resolve(rows, change); // a closed mentor has no price to start from
      // Worth nothing where being left out costs what it did; it may still be the way to place somebody more.
      if (matching.prices[j]! <= 0)
        return someoneMoreFits({ ...rows, seats }, matching.mentorOf) ? resolve(rows, change) : matching;
      flow[j]!++;
      return mend(rows, matching, { change, seats, flow, start, root: -1, from: sink, to: j });
    }
    case 'force': {
      const { mentee, mentor } = change;
      if (rows.rowOf(mentee)[mentor] === BARRED || seats[mentor] === 0)
        throw new RangeError(`mentee ${mentee} cannot be put with mentor ${mentor}`);
      if (old === mentor) return matching;
      start[mentee] = mentor;
      const to = old < 0 ? sink : old;
      return mend(rows, matching, { change, seats, flow, start, root: -1, from: mentor, to, forced: mentee });
    }
  }
}

/** The table on which the answer to a change is certified; see `solveWith`. A copy. */
export function changedTable(table: ScoreTable, change: Change): ScoreTable {
  if (change.kind === 'arrive') return table;
  const { mentors, placeBonus } = table;
  const seats = Int32Array.from(table.seats);
  const first = firstPlaces(seats);
  const bonuses = [...(placeBonus ?? [])];
  if (change.kind === 'seat') {
    seats[change.mentor]!++;
    bonuses.splice(first[change.mentor + 1]!, 0, 0);
    return { ...table, seats, ...(placeBonus === undefined ? {} : { placeBonus: Int32Array.from(bonuses) }) };
  }
  const scores = Uint16Array.from(table.scores);
  const row = change.mentee * mentors;
  if (change.kind === 'force') {
    scores.fill(BARRED, row, row + mentors);
    seats[change.mentor]!--;
    bonuses.splice(first[change.mentor]!, 1);
  } else scores[row + change.mentor] = BARRED;
  return { ...table, scores, seats, ...(placeBonus === undefined ? {} : { placeBonus: Int32Array.from(bonuses) }) };
}

interface Mending {
  readonly change: Change;
  readonly seats: Int32Array;
  /** Mentees each mentor passes on to the sink once the path is in place. */
  readonly flow: Int32Array;
  readonly start: Int32Array;
  /** The mentee the path starts from, or -1 when it starts from a node. */
  readonly root: number;
  readonly from: number;
  readonly to: number;
  readonly forbidden?: number;
  readonly forced?: number;
}

function mend(rows: TableRows, matching: Priced, mending: Mending): Changed {
  const { change, seats, start, root, forbidden = -1, forced = -1 } = mending;
  const { prices: old, unmatchedCost } = matching;
  const first = firstPlaces(rows.seats);
  const bonusAt = (j: number, place: number): number =>
    place < rows.seats[j]! ? (rows.placeBonus?.[first[j]! + place] ?? 0) : 0;
  const way = shortestWay(rows, { ...mending, forbidden, forced, old, outside: TOP_SCORE - unmatchedCost, bonusAt });
  const mentorOf = Int32Array.from(start);
  for (const { mentee, to } of way.steps) mentorOf[mentee] = to === rows.mentors ? -1 : to;
  const { farTo } = way;
  const sink = rows.mentors;
  const prices = old.map((price, j) => Math.max(-bonusAt(j, 0), price + farTo[sink]! - farTo[j]!));
  // The forced pair has a place of its own.
  if (change.kind === 'force') seats[change.mentor]!--;
  for (let j = 0; j < seats.length; j++) if (seats[j] === 0) prices[j] = 0;
  // No more could be placed than before where something is asked, and one more at most where something is added.
  const most = countPlaced(matching.mentorOf) + (change.kind === 'seat' || change.kind === 'arrive' ? 1 : 0);
  if (countPlaced(mentorOf) >= most) return { mentorOf, prices };
  const others = forced < 0 ? mentorOf : mentorOf.map((j, i) => (i === forced ? -1 : j));
  const pairMayBe = (i: number, j: number): boolean => !(i === root && j === forbidden);
  return someoneMoreFits({ ...rows, seats }, others, { pairMayBe, except: forced })
    ? resolve(rows, change)
    : { mentorOf, prices };
}

function countPlaced(mentorOf: Int32Array): number {
  let placed = 0;
  for (const j of mentorOf) if (j >= 0) placed++;
  return placed;
}

/** The change again, for the rare case that being left out costs too little to be proved last after it. */
function resolve(rows: TableRows, change: Change): Changed {
  const table = rows.whole();
  const solved = finish(solveAssignment(changedTable(table, change)));
  if (change.kind !== 'force') return { ...solved, solved };
  const mentorOf = Int32Array.from(solved.mentorOf);
  mentorOf[change.mentee] = change.mentor;
  const placed = solved.placed + 1;
  const bonus = table.placeBonus?.[firstPlaces(table.seats)[change.mentor]!] ?? 0;
  const total = solved.total + bonus + table.scores[change.mentee * table.mentors + change.mentor]!;
  return { ...solved, mentorOf, solved: { ...solved, mentorOf, placed, total } };
}

function gained(
  rows: TableRows,
  before: Int32Array,
  after: Int32Array,
): { readonly placed: number; readonly points: number } {
  const { rowOf } = rows;
  let placed = 0;
  let points = takenBonus(rows, loadOf(rows, after)) - takenBonus(rows, loadOf(rows, before));
  for (let i = 0; i < after.length; i++) {
    if (before[i] === after[i]) continue;
    const row = rowOf(i);
    if (before[i]! >= 0) [placed, points] = [placed - 1, points - row[before[i]!]!];
    if (after[i]! >= 0) [placed, points] = [placed + 1, points + row[after[i]!]!];
  }
  return { placed, points };
}

function loadOf({ mentors }: Pick<TableRows, 'mentors'>, mentorOf: Int32Array): Int32Array {
  const load = new Int32Array(mentors);
  for (const j of mentorOf) if (j >= 0) load[j]!++;
  return load;
}
