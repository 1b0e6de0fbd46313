// The independent judge of a rematch: trusts nothing of the solver, looks at every pair, runs on every rematch.
import type { Certificate } from '../assignment-types.ts';
import {
  keepBonus,
  placesOf,
  tierIn,
  topWorth,
  worthIn,
  type RematchAnswer,
  type RematchTable,
  type TierProof,
} from './rematch-types.ts';

/**
 * Proves that no other answer places more of the highest tier, none that places as many of it more of the next, and so on, none that
 * places as many of each with fewer standing pairs moved, and none that moves as few scores higher; under `maxMoves`, without
 * moving more than that:
 * 1. feasible: no barred pair, no mentor over her seats, the totals as stated;
 * 2. the bonus for a standing pair outweighs all scores together;
 * and for every tier, with those of lower ones out of account:
 * 3. prices: whole, never negative, and 0 wherever a place is free;
 * 4. at these prices everybody placed has the best they could choose, worth the margin of her tier or more, and nobody left out
 *    could choose anything worth more than that margin (linear programming duality for a fixed number of people placed of each tier);
 * 5. coverage by itself (Hall 1935), or the same duality for one person more of the tier: the whole could then be worth at most
 *    the margin more, which leaves fewer pairs standing than `maxMoves` allows.
 */
export function certifyRematch(table: RematchTable, answer: RematchAnswer, maxMoves = Infinity): Certificate {
  const { mentees, out } = table;
  const tierOf = tierIn(table);
  const tiers = new Set(
    Array.from({ length: mentees }, (_, i) => i)
      .filter((i) => out?.[i] !== 1)
      .map(tierOf),
  );
  const faults: string[] = [];
  if (keepBonus(table) <= topWorth * mentees) faults.push('a standing pair does not count more than all scores');
  if (answer.proofs.length !== tiers.size) faults.push('a tier has no proof');
  let checkedPairs = 0;
  [...tiers]
    .sort((a, b) => b - a)
    .forEach((tier, at) => {
      const proof = answer.proofs[at];
      if (proof === undefined) return;
      const isIn = (i: number): boolean => out?.[i] !== 1 && tierOf(i) >= tier;
      const judged = judgeTier(table, proof, { tier, isIn, maxMoves });
      checkedPairs = judged.pairs;
      faults.push(...judged.faults);
      if (at > 0) faults.push(...fewerThanBefore(answer.proofs[at - 1]!, proof, tierOf));
    });
  const last = answer.proofs.at(-1);
  if (last !== undefined) {
    const { placed, moved, total } = counted(table, last.mentorOf);
    const same = last.mentorOf.every((j, i) => j === answer.mentorOf[i]);
    if (!same || placed !== answer.placed || total !== answer.total || moved !== answer.moved)
      faults.push('the totals are not those of the pairs');
  }
  return { proved: faults.length === 0, checkedPairs, faults: faults.slice(0, 20) };
}

/** What an answer places, moves and counts in all. */
function counted(table: RematchTable, mentorOf: Int32Array): { placed: number; moved: number; total: number } {
  const { ownerOf, seats, bonus } = placesOf(table);
  const left = Int32Array.from(seats);
  let [placed, moved, total] = [0, 0, 0];
  mentorOf.forEach((j, i) => {
    if (table.out?.[i] === 1) return;
    if (table.standing[i]! >= 0 && table.standing[i] !== j) moved++;
    if (j < 0) return;
    placed++;
    const at = ownerOf.findIndex((owner, c) => owner === j && left[c]! > 0);
    if (at >= 0) left[at]!--;
    total += table.scores[i * table.mentors + j]! + (at < 0 ? 0 : bonus[at]!);
  });
  return { placed, moved, total };
}

/** As many of every higher tier as before. */
function fewerThanBefore(before: TierProof, now: TierProof, tierOf: (i: number) => number): string[] {
  const count = ({ mentorOf }: TierProof, tier: number): number =>
    mentorOf.reduce((sum, j, i) => sum + (j >= 0 && tierOf(i) === tier ? 1 : 0), 0);
  const tiers = new Set(Array.from(before.mentorOf, (_, i) => tierOf(i)).filter((tier) => tier >= before.tier));
  return [...tiers]
    .filter((tier) => count(before, tier) !== count(now, tier))
    .map((tier) => `tier ${tier} lost people`);
}

function judgeTier(
  table: RematchTable,
  { mentorOf, prices, margins }: TierProof,
  { tier, isIn, maxMoves }: { readonly tier: number; readonly isIn: (i: number) => boolean; readonly maxMoves: number },
): { readonly faults: readonly string[]; readonly pairs: number } {
  const { mentees, mentors, standing } = table;
  const { ownerOf, seats, bonus } = placesOf(table);
  const worth = worthIn(table);
  const tierOf = tierIn(table);
  const marginOf = (i: number): number => margins.get(tierOf(i)) ?? topWorth;
  const faults: string[] = [];
  const entriesOf = Array.from({ length: mentors }, (): number[] => []);
  ownerOf.forEach((owner, c) => {
    if (seats[c]! > 0) entriesOf[owner]!.push(c);
  });
  // A mentor's mentees take her places in their order: which of them takes which makes no difference.
  const load = new Int32Array(ownerOf.length);
  const entryOf = new Int32Array(mentees).fill(-1);
  let [stood, whole] = [0, 0];
  for (let i = 0; i < mentees; i++) {
    const j = mentorOf[i]!;
    if (isIn(i) && standing[i]! >= 0) stood++;
    if (j < 0) continue;
    if (!isIn(i)) faults.push(`mentee ${i} is placed before her turn`);
    if (worth(i, j) < 0) faults.push(`mentee ${i} has a barred mentor`);
    const entry = entriesOf[j]!.find((c) => load[c]! < seats[c]!);
    if (entry === undefined) {
      faults.push(`mentor ${j} has more mentees than seats`);
      continue;
    }
    entryOf[i] = entry;
    load[entry]!++;
    whole += worth(i, j) + bonus[entry]!;
  }
  for (let c = 0; c < ownerOf.length; c++) {
    if (!Number.isInteger(prices[c]) || prices[c]! < 0) faults.push(`place ${c} has price ${String(prices[c])}`);
    if (prices[c]! > 0 && load[c]! < seats[c]!) faults.push(`place ${c} has a price and is free`);
  }
  // The best that each mentor's places offer at these prices.
  const offer = Float64Array.from(entriesOf, (entries) =>
    entries.reduce((most, c) => Math.max(most, bonus[c]! - prices[c]!), -Infinity),
  );
  let pairs = 0;
  for (let i = 0; i < mentees; i++) {
    if (!isIn(i)) continue;
    const entry = entryOf[i]!;
    const margin = marginOf(i);
    const mine = entry < 0 ? margin : worth(i, mentorOf[i]!) + bonus[entry]! - prices[entry]!;
    if (mine < margin) faults.push(`mentee ${i} is worth less than the margin`);
    for (let j = 0; j < mentors; j++) {
      const value = worth(i, j);
      if (value < 0) continue;
      pairs++;
      if (value + offer[j]! > mine) faults.push(`mentee ${i} could do better at these prices`);
    }
  }
  const one = margins.get(tier) ?? topWorth;
  const standingThen = Math.floor((whole + one) / keepBonus(table));
  const leftOut = [...mentorOf.keys()].filter((i) => mentorOf[i]! < 0 && isIn(i) && tierOf(i) === tier);
  const limited = maxMoves < Infinity && leftOut.length > 0 && stood - standingThen > maxMoves;
  if (!limited && reachesFreeSeat(table, mentorOf, leftOut))
    faults.push('a chain of moves would place one more person');
  return { faults, pairs };
}

/** Breadth first from those left out, over every eligible pair: mentor reached -> her mentees -> their mentors. */
function reachesFreeSeat(table: RematchTable, mentorOf: Int32Array, leftOut: readonly number[]): boolean {
  const { mentors } = table;
  const places = placesOf(table);
  const seats = new Int32Array(mentors);
  places.ownerOf.forEach((owner, c) => (seats[owner]! += places.seats[c]!));
  const worth = worthIn(table);
  const queue = [...leftOut];
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  mentorOf.forEach((j, i) => menteesOf[j]?.push(i));
  const reached = new Uint8Array(mentors);
  for (let head = 0; head < queue.length; head++) {
    for (let j = 0; j < mentors; j++) {
      if (reached[j] === 1 || seats[j] === 0 || worth(queue[head]!, j) < 0) continue;
      if (menteesOf[j]!.length < seats[j]!) return true;
      reached[j] = 1;
      for (const mentee of menteesOf[j]!) queue.push(mentee);
    }
  }
  return false;
}
