// Chains of moves from one mentor, found by the prices that a run kept: only the rows and columns on the way are read.
import { BARRED, type TableRows } from '../assignment-types.ts';
import type { Step } from '../solve/best-moves.ts';
import { lowestFirst } from '../solve/lowest-first.ts';

/**
 * Prices at which nobody who may move could choose better than where she sits (or hardly: prices of an answer that has been
 * changed since are a start). `of`: each column's; `nobody`: of being left out. Whole numbers.
 */
export interface Prices {
  readonly of: Float64Array;
  readonly nobody: number;
}

export interface Moving {
  /** 0: stays where she is. */
  readonly movable: Uint8Array;
  /** Score points that each move must be worth, save one between columns of the same `owner`. */
  readonly perMove: number;
  readonly owner: Int32Array | undefined;
  /** Having a mentor counts this much. */
  readonly placed: number;
}

/** Pops for every node after which the prices are no help: they are not those of anything like this answer. */
const mostPops = 30;

/** Chains found, from their start on; `false` where the prices are no help. */
export type Chain = readonly Step[] | false;

/** By columns, and last by being left out: who sits there and may move. */
function sitters({ mentees, mentors }: TableRows, mentorOf: Int32Array, movable: Uint8Array): number[][] {
  const at = Array.from({ length: mentors + 1 }, (): number[] => []);
  for (let i = 0; i < mentees; i++) if (movable[i] === 1) at[mentorOf[i]! < 0 ? mentors : mentorOf[i]!]!.push(i);
  return at;
}

/**
 * The chain that gains most when it begins with somebody leaving `from` and ends at one of `ends`, where it stops; empty where
 * `from` is an end, undefined where there is none. Dijkstra on what a move loses at these prices.
 */
export function chainFrom(
  rows: TableRows,
  mentorOf: Int32Array,
  { movable, perMove, owner, placed }: Moving,
  prices: Prices,
): (from: number, ends: Uint8Array) => Chain | undefined {
  const { mentors, rowOf } = rows;
  const sitting = sitters(rows, mentorOf, movable);
  const price = Float64Array.from([...prices.of, prices.nobody]);
  const distance = new Float64Array(mentors + 1).fill(Infinity);
  const by = new Int32Array(mentors + 1).fill(-1);
  return (from, ends) => {
    let dearest = -Infinity;
    for (let end = 0; end <= mentors; end++) if (ends[end] === 1) dearest = Math.max(dearest, price[end]!);
    const touched = [from];
    const queue = lowestFirst(mentors + 1);
    const reach = (node: number, length: number, mentee: number): void => {
      if (length >= distance[node]! || length - dearest >= best) return;
      if (distance[node] === Infinity) touched.push(node);
      [distance[node], by[node]] = [length, mentee];
      queue.push(Math.max(0, length), node);
    };
    let [best, end, pops] = [Infinity, -1, 0];
    distance[from] = 0;
    queue.push(0, from);
    while (queue.nearest() - dearest < best && pops++ <= mostPops * (mentors + 1)) {
      const length = queue.nearest();
      const node = queue.pop();
      if (length !== Math.max(0, distance[node]!)) continue;
      const far = distance[node]!;
      if (ends[node] === 1) {
        if (far - price[node]! < best) [best, end] = [far - price[node]!, node];
        continue;
      }
      for (const i of sitting[node]!) {
        const row = rowOf(i);
        const mine = node === mentors ? 0 : placed + row[node]!;
        const base = far - price[node]! + mine;
        for (let j = 0; j < mentors; j++) {
          const score = row[j]!;
          if (score === BARRED || j === node) continue;
          const calm = perMove > 0 && (owner === undefined || owner[j] !== owner[node]) ? perMove : 0;
          reach(j, base + price[j]! - placed - score + calm, i);
        }
        if (node !== mentors) reach(mentors, base + price[mentors]! + perMove, i);
      }
    }
    const steps: Step[] = [];
    const named = (node: number): number => (node === mentors ? -1 : node);
    for (let node = end; node >= 0 && node !== from && steps.length <= mentors;) {
      const mentee = by[node]!;
      const at = mentorOf[mentee]! < 0 ? mentors : mentorOf[mentee]!;
      steps.push({ mentee, from: named(at), to: named(node) });
      node = at;
    }
    for (const node of touched) [distance[node], by[node]] = [Infinity, -1];
    if (pops > mostPops * (mentors + 1) || steps.length > mentors) return false;
    return end < 0 ? undefined : steps.reverse();
  };
}

/**
 * The chain that gains most when it ends at `to`, wherever it begins; empty where none gains. From the end backwards. With the
 * prices that go with the answer once the chain is carried out (each raised by its distance, up to that of the beginning).
 */
export function chainTo(
  rows: TableRows,
  mentorOf: Int32Array,
  { movable, perMove, owner, placed }: Moving,
  prices: Prices,
  to: number,
): { readonly steps: readonly Step[]; readonly prices: Prices } | false {
  const { mentees, mentors, cellOf, columnOf } = rows;
  const price = Float64Array.from([...prices.of, prices.nobody]);
  const at = (i: number): number => (mentorOf[i]! < 0 ? mentors : mentorOf[i]!);
  const ownerOf = (node: number): number => (node === mentors ? -1 : (owner?.[node] ?? node));
  const movers: number[] = [];
  const ofOwner = new Map<number, number[]>();
  for (let i = 0; i < mentees; i++) {
    if (movable[i] !== 1 || mentorOf[i] === to) continue;
    movers.push(i);
    const own = ofOwner.get(ownerOf(at(i)));
    if (own === undefined) ofOwner.set(ownerOf(at(i)), [i]);
    else own.push(i);
  }
  const cheapest = movers.reduce((least, i) => Math.min(least, price[at(i)]!), Infinity);
  const mine = new Float64Array(mentees).fill(NaN);
  const distance = new Float64Array(mentors + 1).fill(Infinity);
  const [by, next] = [new Int32Array(mentors + 1).fill(-1), new Int32Array(mentors + 1).fill(-1)];
  const queue = lowestFirst(mentors + 1);
  let [gain, donor, pops] = [0, -1, 0];
  const tooFar = (length: number): boolean => price[to]! - cheapest - length <= gain;
  distance[to] = 0;
  queue.push(0, to);
  while (!tooFar(queue.nearest()) && pops++ <= mostPops * (mentors + 1)) {
    const length = queue.nearest();
    const node = queue.pop();
    if (length !== Math.max(0, distance[node]!)) continue;
    // One move more is too far, save within one mentor's columns, which is none.
    const near = perMove > 0 && tooFar(distance[node]! + perMove);
    const column = near || node === mentors ? undefined : columnOf(node);
    for (const i of near ? (ofOwner.get(ownerOf(node)) ?? []) : movers) {
      const seat = at(i);
      if (seat === node) continue;
      const score = node === mentors ? -placed : (column?.[i] ?? cellOf(i, node));
      if (score === BARRED) continue;
      const calm = perMove > 0 && (owner === undefined || ownerOf(node) !== ownerOf(seat)) ? perMove : 0;
      if (Number.isNaN(mine[i]!)) mine[i] = seat === mentors ? 0 : placed + cellOf(i, seat);
      const far = distance[node]! + price[node]! - price[seat]! - (placed + score - mine[i]!) + calm;
      if (far >= distance[seat]! || tooFar(far)) continue;
      [distance[seat], by[seat], next[seat]] = [far, i, node];
      queue.push(Math.max(0, far), seat);
      if (price[to]! - price[seat]! - far > gain) [gain, donor] = [price[to]! - price[seat]! - far, seat];
    }
  }
  const steps: Step[] = [];
  const named = (node: number): number => (node === mentors ? -1 : node);
  for (let node = donor; node >= 0 && node !== to && steps.length <= mentors; node = next[node]!)
    steps.push({ mentee: by[node]!, from: named(node), to: named(next[node]!) });
  if (pops > mostPops * (mentors + 1) || steps.length > mentors) return false;
  if (donor < 0) return { steps, prices };
  const raised = price.map((one, node) => one + Math.min(distance[node]!, distance[donor]!) - distance[donor]!);
  return { steps, prices: { of: raised.slice(0, mentors), nobody: raised[mentors]! } };
}
