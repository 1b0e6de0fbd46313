// One thing changes and the best assignment is found again from the old prices: what a pair, a ban or a seat would cost.
import { finish } from '../../progress.ts';
import { BARRED, TOP_SCORE, type Matching, type ScoreTable } from '../assignment-types.ts';
import { solveAssignment } from './assignment.ts';
import { someoneMoreFits } from '../engine/closure.ts';

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
 * count the forced pair. What it costs the whole: `matching.total - solveWith(...).total`, with `placed` looked at first.
 * The answer is certified on `changedTable(table, change)`, where a forced mentee is left out and her seat is taken.
 * Throws a RangeError when a forced pair is barred or its mentor has no seat at all.
 *
 * In the network source -> mentee -> mentor -> sink (being left out is a way to the sink) a change leaves one unit too
 * many at one node and one too few at another. Reduced costs at the old prices are never negative, so one run of
 * Dijkstra between the two mends it (Ahuja, Magnanti & Orlin 1993, section 9.11: reoptimisation).
 */
export function solveWith(table: ScoreTable, matching: Matching, change: Change): Matching {
  const { mentors, scores } = table;
  const sink = mentors;
  const seats = Int32Array.from(table.seats);
  const flow = new Int32Array(mentors);
  for (const j of matching.mentorOf) if (j >= 0) flow[j]!++;
  const start = Int32Array.from(matching.mentorOf);
  const old = change.kind === 'seat' ? -1 : matching.mentorOf[change.mentee]!;

  switch (change.kind) {
    case 'arrive':
      return mend(table, matching, { seats, flow, start, root: change.mentee, from: -1, to: sink });
    case 'forbid': {
      if (old !== change.mentor) return matching;
      start[change.mentee] = -1;
      return mend(table, matching, { seats, flow, start, root: change.mentee, from: -1, to: old, forbidden: old });
    }
    case 'seat': {
      const j = change.mentor;
      seats[j]!++;
      if (seats[j] === 1) return resolve(table, change); // a closed mentor has no price to start from
      // Worth nothing where being left out costs what it did; it may still be the way to place somebody more.
      if (matching.prices[j] === 0)
        return someoneMoreFits({ ...table, seats }, matching.mentorOf) ? resolve(table, change) : matching;
      flow[j]!++;
      return mend(table, matching, { seats, flow, start, root: -1, from: sink, to: j });
    }
    case 'force': {
      const { mentee, mentor } = change;
      if (scores[mentee * mentors + mentor] === BARRED || seats[mentor] === 0)
        throw new RangeError(`mentee ${mentee} cannot be put with mentor ${mentor}`);
      if (old === mentor) return matching;
      const full = flow[mentor] === seats[mentor];
      seats[mentor]!--;
      if (full) flow[mentor]!--;
      start[mentee] = mentor;
      const to = old < 0 ? sink : old;
      return mend(table, matching, { seats, flow, start, root: -1, from: full ? mentor : sink, to, forced: mentee });
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

function mend(table: ScoreTable, { prices: old, unmatchedCost }: Matching, change: Mending): Matching {
  const { mentees, mentors, scores } = table;
  const { seats, flow, start, root, from, to, forbidden = -1, forced = -1 } = change;
  const sink = mentors;
  const outside = TOP_SCORE - unmatchedCost;
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  for (let i = 0; i < mentees; i++) if (start[i]! >= 0 && i !== forced) menteesOf[start[i]!]!.push(i);

  const distance = new Float64Array(mentors + 1).fill(Infinity);
  const settled = new Uint8Array(mentors + 1);
  const cameFrom = new Int32Array(mentors + 1).fill(-1); // a mentee, or -2 - node
  const reach = (node: number, length: number, by: number): void => {
    if (settled[node] === 0 && length < distance[node]!) [distance[node], cameFrom[node]] = [length, by];
  };
  /** From a mentee to all she may go to; `base`: her distance plus the best she can have at the old prices. */
  const scan = (i: number, base: number): void => {
    const row = i * mentors;
    for (let j = 0; j < mentors; j++) {
      const score = scores[row + j]!;
      if (score === BARRED || seats[j] === 0 || (i === root && j === forbidden)) continue;
      const length = base - score + old[j]!;
      if (length < distance[j]! && settled[j] === 0) [distance[j], cameFrom[j]] = [length, i];
    }
    reach(sink, base - outside, i);
  };

  if (root >= 0) scan(root, bestWorth(table, old, root, outside));
  else distance[from] = 0;
  for (;;) {
    let node = -1;
    for (let k = 0; k <= mentors; k++) {
      if (settled[k] === 0 && distance[k]! < (node < 0 ? Infinity : distance[node]!)) node = k;
    }
    if (node < 0) throw new Error('a change could not be mended');
    if (node === to) break;
    const length = distance[node]!;
    settled[node] = 1;
    if (node < sink) {
      if (flow[node]! < seats[node]!) reach(sink, length, -2 - node);
      for (const i of menteesOf[node]!) scan(i, length + scores[i * mentors + node]! - old[node]!);
    } else {
      for (let j = 0; j < mentors; j++) if (flow[j]! > 0) reach(j, length + old[j]!, -2 - sink);
      for (let i = 0; i < mentees; i++) if (start[i]! < 0 && i !== root) scan(i, length + outside);
    }
  }

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
  const end = distance[to]!;
  const fall = Math.max(0, end - distance[sink]!);
  const prices = old.map((price, j) => Math.max(0, price + Math.max(0, end - distance[j]!) - fall));
  for (let j = 0; j < mentors; j++) if (seats[j] === 0) prices[j] = 0;
  const answer = { mentorOf, ...sums(table, mentorOf), prices, unmatchedCost };
  const others = forced < 0 ? mentorOf : mentorOf.map((j, i) => (i === forced ? -1 : j));
  const pairMayBe = (i: number, j: number): boolean => i !== forced && !(i === root && j === forbidden);
  return someoneMoreFits({ ...table, seats }, others, pairMayBe) ? resolve(table, changeOf(change, start)) : answer;
}

/** The change again, for the rare case that being left out costs too little to be proved last after it. */
function changeOf({ root, to, forbidden, forced }: Mending, start: Int32Array): Change {
  if (forced !== undefined) return { kind: 'force', mentee: forced, mentor: start[forced]! };
  if (forbidden !== undefined) return { kind: 'forbid', mentee: root, mentor: forbidden };
  return root >= 0 ? { kind: 'arrive', mentee: root } : { kind: 'seat', mentor: to };
}

function resolve(table: ScoreTable, change: Change): Matching {
  const solved = finish(solveAssignment(changedTable(table, change)));
  if (change.kind !== 'force') return solved;
  const mentorOf = Int32Array.from(solved.mentorOf);
  mentorOf[change.mentee] = change.mentor;
  return { ...solved, mentorOf, ...sums(table, mentorOf) };
}

function bestWorth({ mentors, scores, seats }: ScoreTable, prices: Int32Array, i: number, outside: number): number {
  let best = outside;
  for (let j = 0; j < mentors; j++) {
    const score = scores[i * mentors + j]!;
    if (score !== BARRED && seats[j]! > 0 && score - prices[j]! > best) best = score - prices[j]!;
  }
  return best;
}

function sums({ mentors, scores }: ScoreTable, mentorOf: Int32Array): { placed: number; total: number } {
  let [placed, total] = [0, 0];
  mentorOf.forEach((j, i) => {
    if (j < 0) return;
    placed++;
    total += scores[i * mentors + j]!;
  });
  return { placed, total };
}
