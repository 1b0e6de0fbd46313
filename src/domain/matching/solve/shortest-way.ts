// The shortest way through a solved table from where there is one too many to where there is one too few, from both ends at once.
import { BARRED, type TableRows } from '../assignment-types.ts';
import { lowestFirst } from './lowest-first.ts';

/** Nodes are mentors, and last (`mentors`) being left out. */
export interface Ends {
  readonly from: number;
  readonly to: number;
  /** The mentee the way starts from, or -1 when it starts from a node. */
  readonly root: number;
  /** The mentor whom the root may not have. */
  readonly forbidden: number;
  /** A mentee who stays where she is. */
  readonly forced: number;
  readonly seats: Int32Array;
  /** Mentees each mentor has, once the way is gone. */
  readonly flow: Int32Array;
  readonly start: Int32Array;
  /** Prices at which nobody could choose better than where she is. */
  readonly old: Int32Array;
  /** What being left out is worth. */
  readonly outside: number;
  /** What a mentor's place (from 0) counts more. */
  readonly bonusAt: (mentor: number, place: number) => number;
}

interface Way {
  readonly steps: readonly { readonly mentee: number; readonly to: number }[];
  /** How far each node is, or as far as matters: prices less these are those of the answer when the way is gone. */
  readonly farTo: Float64Array;
}

/** What a mentor without a seat asks: nobody comes by her. */
const closed = 0x20000000;

/** A column is made of as many cells as some rows, each by itself: it takes about so many rows' time. */
const columnCost = 40;

/**
 * Dijkstra from both ends: from the beginning along the rows of those who sit there, from the end along the columns of those who
 * could come, whichever has cost less so far, until the two have gone farther together than the shortest way found. People
 * near each other are many, so that two halves are far fewer than the whole.
 */
export function shortestWay(rows: TableRows, ends: Ends): Way {
  const { mentees, mentors, rowOf, cellOf, columnOf } = rows;
  const { from, to, root, forbidden, forced, seats, flow, start, old, outside, bonusAt } = ends;
  const sink = mentors;
  const asking = old.map((price, j) => (seats[j] === 0 ? closed : price));
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  for (let i = 0; i < mentees; i++) if (start[i]! >= 0 && i !== forced) menteesOf[start[i]!]!.push(i);
  const nodeOf = (i: number): number => (start[i]! < 0 ? sink : start[i]!);
  const opens = (j: number): number => (flow[j]! < seats[j]! ? 0 - bonusAt(j, flow[j]!) - old[j]! : Infinity);
  const keeps = (j: number): number => (flow[j]! > 0 ? old[j]! + bonusAt(j, flow[j]! - 1) : Infinity);
  const worth = new Float64Array(mentees).fill(NaN);
  /** The most that mentee i can have at these prices: what she has. */
  const mine = (i: number): number => {
    if (Number.isNaN(worth[i]!)) worth[i] = start[i]! < 0 ? outside : cellOf(i, start[i]!) - old[start[i]!]!;
    return worth[i]!;
  };

  const [ahead, behind] = [side(mentors), side(mentors)];
  let [shortest, meeting] = [Infinity, -1];
  /** `by`: the mentee who moves, or -1 where a seat is filled or given up; `other`: the node at the near end of the step. */
  const reach = (one: Side, another: Side, node: number, length: number, by: number, other: number): void => {
    if (one.settled[node] === 1 || length >= one.distance[node]! || length >= shortest) return;
    [one.distance[node], one.by[node], one.via[node]] = [length, by, other];
    if (length + another.distance[node]! < shortest) [shortest, meeting] = [length + another.distance[node]!, node];
    one.queue.push(length, node);
  };
  let [rowsRead, columnsRead] = [0, 0];
  /** From a mentee to all she may go to; `base`: her distance plus the most she can have. */
  const along = (i: number, base: number, row: Uint16Array): void => {
    rowsRead++;
    for (let j = 0; j < mentors; j++) {
      const score = row[j]!;
      const length = base - score + asking[j]!;
      if (length >= shortest || score === BARRED || (i === root && j === forbidden)) continue;
      reach(ahead, behind, j, length, i, i === root ? -1 : nodeOf(i));
    }
    reach(ahead, behind, sink, base - outside, i, i === root ? -1 : nodeOf(i));
  };
  const goOn = (length: number, node: number): void => {
    if (node < sink) {
      reach(ahead, behind, sink, length + opens(node), -1, node);
      for (const i of menteesOf[node]!) {
        const row = rowOf(i);
        along(i, length + row[node]! - old[node]!, row);
      }
      return;
    }
    for (let j = 0; j < mentors; j++) reach(ahead, behind, j, length + keeps(j), -1, sink);
    for (let i = 0; i < mentees; i++) if (start[i]! < 0 && i !== root) along(i, length + outside, rowOf(i));
  };
  const goBack = (length: number, node: number): void => {
    columnsRead++;
    const column = node === sink ? undefined : columnOf(node);
    for (let i = 0; i < mentees; i++) {
      if (i === root || i === forced || nodeOf(i) === node) continue;
      const score = column === undefined ? outside : column[i]!;
      if (column !== undefined && score === BARRED) continue;
      const price = node === sink ? 0 : asking[node]!;
      reach(behind, ahead, nodeOf(i), length + mine(i) - score + price, i, node);
    }
    if (node === sink) for (let j = 0; j < mentors; j++) reach(behind, ahead, j, length + opens(j), -1, sink);
    else reach(behind, ahead, sink, length + keeps(node), -1, node);
  };

  behind.distance[to] = 0;
  behind.queue.push(0, to);
  if (root >= 0) {
    const row = rowOf(root);
    let best = outside;
    for (let j = 0; j < mentors; j++) if (row[j] !== BARRED) best = Math.max(best, row[j]! - asking[j]!);
    along(root, best, row);
  } else reach(ahead, behind, from, 0, -1, -1);
  while (ahead.nearest() + behind.nearest() < shortest) {
    const one = rowsRead <= columnCost * columnsRead ? ahead : behind;
    const length = one.nearest();
    const node = one.queue.pop();
    if (one.settled[node] === 1 || length > one.distance[node]!) continue;
    one.settled[node] = 1;
    if (one === ahead) goOn(length, node);
    else goBack(length, node);
  }
  if (shortest === Infinity) throw new Error('a change could not be mended');

  // Of all ways between two thresholds that add up to the shortest, the part beyond the first is told from the end.
  const [near, far] = [ahead.nearest(), behind.nearest()];
  const middle = far === Infinity ? Math.min(near, shortest) : Math.max(0, shortest - far);
  const farTo = ahead.distance.map((length, node) =>
    length < middle ? length : Math.max(middle, shortest - behind.distance[node]!),
  );
  return { steps: stepsOf(ahead, behind, meeting, to), farTo };
}

interface Side {
  readonly distance: Float64Array;
  readonly settled: Uint8Array;
  readonly by: Int32Array;
  readonly via: Int32Array;
  readonly queue: ReturnType<typeof lowestFirst>;
  /** No node that is not settled is nearer. */
  readonly nearest: () => number;
}

function side(mentors: number): Side {
  const distance = new Float64Array(mentors + 1).fill(Infinity);
  const settled = new Uint8Array(mentors + 1);
  const queue = lowestFirst(mentors + 1);
  return {
    distance,
    settled,
    queue,
    by: new Int32Array(mentors + 1).fill(-1),
    via: new Int32Array(mentors + 1).fill(-1),
    nearest: () => queue.nearest(),
  };
}

/** Both halves from the beginning to the end. Where they cross more than once without being longer, the loop is left out. */
function stepsOf(ahead: Side, behind: Side, meeting: number, to: number): Way['steps'] {
  const before: { readonly at: number; readonly mentee: number; readonly to: number }[] = [];
  for (let node = meeting; node >= 0; node = ahead.via[node]!)
    if (ahead.via[node]! >= 0 || ahead.by[node]! >= 0)
      before.push({ at: ahead.via[node]!, mentee: ahead.by[node]!, to: node });
  const all = before.reverse();
  for (let node = meeting; node !== to; node = behind.via[node]!)
    all.push({ at: node, mentee: behind.by[node]!, to: behind.via[node]! });
  const last = new Map(all.map((step) => [step.at, step]));
  const steps: { readonly mentee: number; readonly to: number }[] = [];
  for (
    let step = all[0] === undefined ? undefined : last.get(all[0].at);
    step !== undefined;
    step = last.get(step.to)
  ) {
    if (step.mentee >= 0) steps.push(step);
    if (step.to === to) break;
  }
  return steps;
}
