// Who competes for the same too few places (Hall 1935): everybody left out, in groups that share mentors, worked out once a run.
import { addBit, bitsWhere, dropBit, hasBit, lowest, meet, members, mergeBits, wordsFor } from '../scoring/bits.ts';
import type { OpenColumns } from '../scoring/open-columns.ts';

/**
 * Rows and columns are the table's. Everybody in `rows` can only go to `columns`, which have fewer places than that;
 * `left` are those of them without one, so `rows.length - places = left.length`.
 */
export interface HallSet {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly left: readonly number[];
  readonly places: number;
}

/** `setOf`: row left out -> the smallest set that it is in. `loose`: rows left out though a chain of moves would place them. */
export interface HallSets {
  readonly sets: readonly HallSet[];
  readonly setOf: ReadonlyMap<number, number>;
  readonly loose: ReadonlySet<number>;
}

/** More sets than this nobody reads: those that overlap are then said as one. */
const mostSets = 12;

/**
 * Mentor j leads to mentor k where somebody who sits with j may go to k. Mentors that lead to each other are one node
 * (strong components, Tarjan 1972); what a person left out can reach by any chain of moves is the union over the nodes
 * they may go to. People who reach the same are one set. The smallest set comes first; a larger one may hold it.
 * Time: one reading of the rows of everybody reached, whatever the number of people left out.
 */
export function hallSets(open: OpenColumns, mentorOf: Int32Array): HallSets {
  const menteesOf = Array.from(open.seats, (): number[] => []);
  const leftOut: number[] = [];
  mentorOf.forEach((j, i) => {
    if (j >= 0) menteesOf[j]!.push(i);
    else leftOut.push(i);
  });
  const openTo = (rows: readonly number[]): Uint32Array => {
    const bits = new Uint32Array(wordsFor(open.columns));
    for (const row of rows) mergeBits(bits, open.of(row));
    return bits;
  };
  const nodes = strongComponents(open.columns, members(openTo(leftOut)), (j) => openTo(menteesOf[j]!));
  const full = (j: number): boolean => menteesOf[j]!.length >= open.seats[j]!;
  const count = nodes.members.length;
  const reach: Uint32Array[] = [];
  const leads: boolean[] = [];
  nodes.members.forEach((columns, node) => {
    const own = new Uint32Array(wordsFor(count));
    addBit(own, node);
    let free = columns.some((j) => !full(j));
    for (const next of nodes.next[node]!) {
      mergeBits(own, reach[next]!);
      free ||= leads[next]!;
    }
    reach.push(own);
    leads.push(free);
  });

  const loose = new Set<number>();
  const groups = new Map<string, { reach: Uint32Array; left: number[] }>();
  for (const i of leftOut) {
    const mine = new Uint32Array(wordsFor(count));
    let free = false;
    for (const j of members(open.of(i))) {
      const node = nodes.nodeOf[j]!;
      if (hasBit(mine, node)) continue;
      mergeBits(mine, reach[node]!);
      free ||= leads[node]!;
    }
    if (free) loose.add(i);
    else if (mine.some((word) => word !== 0)) {
      const key = mine.join();
      const group = groups.get(key) ?? { reach: mine, left: [] };
      group.left.push(i);
      groups.set(key, group);
    }
  }
  const all = groups.size > mostSets ? overlappingAsOne([...groups.values()]) : [...groups.values()];
  const sets = all
    .map(({ reach: nodesIn }): HallSet => {
      const columns = members(nodesIn)
        .flatMap((node) => nodes.members[node]!)
        .sort((a, b) => a - b);
      const left = all.flatMap((other) => (within(other.reach, nodesIn) ? other.left : [])).sort((a, b) => a - b);
      const rows = [...columns.flatMap((j) => menteesOf[j]!), ...left].sort((a, b) => a - b);
      return { columns, rows, left, places: columns.reduce((sum, j) => sum + open.seats[j]!, 0) };
    })
    .sort((a, b) => a.rows.length - b.rows.length || a.columns[0]! - b.columns[0]!);
  const setOf = new Map<number, number>();
  sets.forEach(({ left }, at) => {
    for (const i of left) if (!setOf.has(i)) setOf.set(i, at);
  });
  return { sets, setOf, loose };
}

function within(inner: Uint32Array, outer: Uint32Array): boolean {
  return inner.every((word, at) => (word & ~outer[at]!) === 0);
}

interface Components {
  /** Column -> its node; only of columns that were reached. */
  readonly nodeOf: Int32Array;
  /** In an order in which whatever a node leads to comes before it. */
  readonly members: readonly (readonly number[])[];
  readonly next: readonly ReadonlySet<number>[];
}

/** Tarjan's strong components of what `roots` lead to, without recursion. */
function strongComponents(size: number, roots: readonly number[], leadsTo: (j: number) => Uint32Array): Components {
  const nodeOf = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nodes: number[][] = [];
  /** Met and in no node yet, in the order in which they were met. */
  const open: number[] = [];
  const known: Uint32Array[] = [];
  const unmet = bitsWhere(size);
  let met = 0;
  for (const root of roots) {
    if (index[root]! >= 0) continue;
    const path: { readonly j: number; readonly to: Uint32Array; word: number }[] = [];
    const enter = (j: number): void => {
      index[j] = low[j] = met++;
      dropBit(unmet, j);
      open.push(j);
      const to = (known[j] = leadsTo(j));
      path.push({ j, to, word: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const { j, to } = here;
      // What has been met stays met: a word without anybody new stays without.
      while (here.word < to.length && (to[here.word]! & unmet[here.word]!) === 0) here.word++;
      if (here.word < to.length) {
        enter(32 * here.word + lowest(to[here.word]! & unmet[here.word]!));
        continue;
      }
      path.pop();
      // The first met of those still open: found at once where everybody leads to everybody.
      for (let at = 0; index[open[at]!]! < low[j]!; at++) if (hasBit(to, open[at]!)) low[j] = index[open[at]!]!;
      const above = path.at(-1)?.j;
      if (above !== undefined) low[above] = Math.min(low[above]!, low[j]!);
      if (low[j] !== index[j]) continue;
      const node = nodes.length;
      const columns = open.splice(open.lastIndexOf(j));
      for (const k of columns) nodeOf[k] = node;
      nodes.push(columns);
    }
  }
  const next = nodes.map((columns, node) => {
    const to = new Uint32Array(wordsFor(size));
    for (const j of columns) mergeBits(to, known[j]!);
    const nodesTo = new Set(members(to).map((k) => nodeOf[k]!));
    nodesTo.delete(node);
    return nodesTo;
  });
  return { nodeOf, members: nodes, next };
}

function overlappingAsOne(
  groups: readonly { readonly reach: Uint32Array; readonly left: readonly number[] }[],
): { reach: Uint32Array; left: number[] }[] {
  const merged: { reach: Uint32Array; left: number[] }[] = [];
  for (const { reach, left } of groups) {
    const one = { reach: Uint32Array.from(reach), left: [...left] };
    for (let at = merged.length - 1; at >= 0; at--) {
      const other = merged[at]!;
      if (!meet(other.reach, one.reach)) continue;
      mergeBits(one.reach, other.reach);
      one.left.push(...other.left);
      merged.splice(at, 1);
    }
    merged.push(one);
  }
  return merged;
}
