// One thing changes and the best assignment is found again from the old prices: what a pair, a ban or a seat would cost.
import { finish } from '../../progress.ts';
import { BARRED, rowsOf, TOP_SCORE, type Matching, type ScoreTable, type TableRows } from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import { someoneMoreFits } from '../engine/closure.ts';
import { lowestFirst } from './lowest-first.ts';

/**
 * `force`: this pair stands, the others arrange themselves around it. `forbid`: this pair may not be. `seat`: the mentor
 * takes one more. `arrive`: the table has this row, but the matching was made without it (`mentorOf` -1 there).
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
 * The answer is certified on `changedTable(table, change)`, where a forced mentee is left out and her seat is taken.
 * Throws a RangeError when a forced pair is barred or its mentor has no seat at all.
 *
 * In the network source -> mentee -> mentor -> sink (being left out is a way to the sink) a change leaves one unit too
 * many at one node and one too few at another. Reduced costs at the old prices are never negative, so one run of
 * Dijkstra between the two mends it (Ahuja, Magnanti & Orlin 1993, section 9.11: reoptimisation). It reads the rows of
 * those only who sit nearer than its end, and no farther: a question about one pair does not read the whole table.
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
  const flow = new Int32Array(mentors);
  for (const j of matching.mentorOf) if (j >= 0) flow[j]!++;
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
      if (matching.prices[j] === 0)
        return someoneMoreFits({ ...rows, seats }, matching.mentorOf) ? resolve(rows, change) : matching;
      flow[j]!++;
      return mend(rows, matching, { change, seats, flow, start, root: -1, from: sink, to: j });
    }
    case 'force': {
      const { mentee, mentor } = change;
      if (rows.rowOf(mentee)[mentor] === BARRED || seats[mentor] === 0)
        throw new RangeError(`mentee ${mentee} cannot be put with mentor ${mentor}`);
      if (old === mentor) return matching;
      const full = flow[mentor] === seats[mentor];
      seats[mentor]!--;
      if (full) flow[mentor]!--;
      start[mentee] = mentor;
      const [from, to] = [full ? mentor : sink, old < 0 ? sink : old];
      return mend(rows, matching, { change, seats, flow, start, root: -1, from, to, forced: mentee });
    }
  }
}

/** The table on which the answer to a change is certified; see `solveWith`. A copy. */
export function changedTable(table: ScoreTable, change: Change): ScoreTable {
  if (change.kind === 'arrive') return table;
  const { mentors } = table;
  const seats = Int32Array.from(table.seats);
  if (change.kind === 'seat') {
    seats[change.mentor]!++;
    return { ...table, seats };
  }
  const scores = Uint16Array.from(table.scores);
  const row = change.mentee * mentors;
  if (change.kind === 'force') {
    scores.fill(BARRED, row, row + mentors);
    seats[change.mentor]!--;
  } else scores[row + change.mentor] = BARRED;
  return { ...table, scores, seats };
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

/** What a mentor without a seat asks: nobody comes by her. */
const closed = 0x20000000;

function mend(rows: TableRows, { prices: old, unmatchedCost }: Priced, mending: Mending): Changed {
  const { mentees, mentors, rowOf } = rows;
  const { change, seats, flow, start, root, from, to, forbidden = -1, forced = -1 } = mending;
  const sink = mentors;
  const outside = TOP_SCORE - unmatchedCost;
  const asking = old.map((price, j) => (seats[j] === 0 ? closed : price));
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  for (let i = 0; i < mentees; i++) if (start[i]! >= 0 && i !== forced) menteesOf[start[i]!]!.push(i);

  const distance = new Float64Array(mentors + 1).fill(Infinity);
  const settled = new Uint8Array(mentors + 1);
  const cameFrom = new Int32Array(mentors + 1).fill(-1); // a mentee, or -2 - node
  const queue = lowestFirst(mentors + 1);
  /** What is as far as the end is of no use. */
  const reach = (node: number, length: number, by: number): void => {
    if (settled[node] === 1 || length >= distance[node]! || length >= distance[to]!) return;
    [distance[node], cameFrom[node]] = [length, by];
    if (node !== to) queue.push(length, node);
  };
  /** From a mentee to all she may go to; `base`: her distance plus the best she can have at the old prices. */
  const scan = (i: number, base: number, row = rowOf(i)): void => {
    let far = distance[to]!;
    for (let j = 0; j < mentors; j++) {
      const score = row[j]!;
      const length = base - score + asking[j]!;
      if (length >= far || score === BARRED || (i === root && j === forbidden)) continue;
      reach(j, length, i);
      far = distance[to]!;
    }
    reach(sink, base - outside, i);
  };

  if (root >= 0) {
    const row = rowOf(root);
    let best = outside;
    for (let j = 0; j < mentors; j++) if (row[j] !== BARRED) best = Math.max(best, row[j]! - asking[j]!);
    scan(root, best, row);
  } else {
    distance[from] = 0;
    if (from !== to) queue.push(0, from);
  }
  while (queue.nearest() < distance[to]!) {
    const length = queue.nearest();
    const node = queue.pop();
    if (settled[node] === 1 || length > distance[node]!) continue;
    settled[node] = 1;
    if (node < sink) {
      if (flow[node]! < seats[node]!) reach(sink, length, -2 - node);
      for (const i of menteesOf[node]!) {
        const row = rowOf(i);
        scan(i, length + row[node]! - old[node]!, row);
      }
    } else {
      for (let j = 0; j < mentors; j++) if (flow[j]! > 0) reach(j, length + old[j]!, -2 - sink);
      for (let i = 0; i < mentees; i++) if (start[i]! < 0 && i !== root) scan(i, length + outside);
    }
  }
  const end = distance[to]!;
  if (end === Infinity) throw new Error('a change could not be mended');

  const mentorOf = Int32Array.from(start);
  for (let node = to; node !== from;) {
    const by = cameFrom[node]!;
    if (by <= -2) {
      node = -2 - by;
      continue;
    }
    mentorOf[by] = node === sink ? -1 : node;
    if (by === root) break;
    node = start[by]! < 0 ? sink : start[by]!;
  }
  const fall = Math.max(0, end - distance[sink]!);
  const prices = old.map((price, j) => Math.max(0, price + Math.max(0, end - distance[j]!) - fall));
  for (let j = 0; j < mentors; j++) if (seats[j] === 0) prices[j] = 0;
  const others = forced < 0 ? mentorOf : mentorOf.map((j, i) => (i === forced ? -1 : j));
  const pairMayBe = (i: number, j: number): boolean => !(i === root && j === forbidden);
  return someoneMoreFits({ ...rows, seats }, others, { pairMayBe, except: forced })
    ? resolve(rows, change)
    : { mentorOf, prices };
}

/** The change again, for the rare case that being left out costs too little to be proved last after it. */
function resolve(rows: TableRows, change: Change): Changed {
  const table = rows.whole();
  const solved = finish(solveAssignment(changedTable(table, change)));
  if (change.kind !== 'force') return { ...solved, solved };
  const mentorOf = Int32Array.from(solved.mentorOf);
  mentorOf[change.mentee] = change.mentor;
  const placed = solved.placed + 1;
  const total = solved.total + table.scores[change.mentee * table.mentors + change.mentor]!;
  return { ...solved, mentorOf, solved: { ...solved, mentorOf, placed, total } };
}

function gained(
  { rowOf }: TableRows,
  before: Int32Array,
  after: Int32Array,
): { readonly placed: number; readonly points: number } {
  let [placed, points] = [0, 0];
  for (let i = 0; i < after.length; i++) {
    if (before[i] === after[i]) continue;
    const row = rowOf(i);
    if (before[i]! >= 0) [placed, points] = [placed - 1, points - row[before[i]!]!];
    if (after[i]! >= 0) [placed, points] = [placed + 1, points + row[after[i]!]!];
  }
  return { placed, points };
}
