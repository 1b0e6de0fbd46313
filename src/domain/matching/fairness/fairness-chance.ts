// Whether groups differ by more than chance deals out: what was seen against the same outcomes dealt to the same people anew.
import { seededChance } from '../../chance.ts';

/** The lowest and the highest mean, by group, and how often dealing at random sets groups as far apart (0..1). */
export interface Spread {
  readonly lowest: number;
  readonly highest: number;
  readonly p: number;
}

const deals = 1999;

/**
 * A permutation test (Fisher 1935) of the groups' means, each weighed by its size. Groups are lists of people and may
 * overlap; `values` are by person, undefined for whom there is none. p counts the deal that was seen as one of them, so it
 * is never too small. Undefined where there is less than two groups with values, or nothing varies.
 */
export function chanceOf(
  groups: readonly (readonly number[])[],
  values: readonly (number | undefined)[],
  seed: number,
): Spread | undefined {
  const inGroup = groups.map((members) => members.filter((i) => values[i] !== undefined));
  const people = [...new Set(inGroup.flat())].sort((a, b) => a - b);
  const at = new Map(people.map((i, k) => [i, k]));
  const places = inGroup.filter((members) => members.length > 0).map((members) => members.map((i) => at.get(i)!));
  const dealt = Float64Array.from(people, (i) => values[i]!);
  if (places.length < 2 || dealt.every((value) => value === dealt[0])) return undefined;
  const mean = dealt.reduce((sum, value) => sum + value, 0) / dealt.length;
  const means = places.map((members) => members.reduce((sum, k) => sum + dealt[k]!, 0) / members.length);
  const apart = (): number => {
    let sum = 0;
    for (const members of places) {
      let above = 0;
      for (const k of members) above += dealt[k]! - mean;
      sum += (above * above) / members.length;
    }
    return sum;
  };
  const seen = apart() * (1 - 1e-9);
  const chance = seededChance(seed);
  let asFar = 1;
  for (let deal = 0; deal < deals; deal++) {
    for (let k = dealt.length - 1; k > 0; k--) {
      const other = Math.floor(chance() * (k + 1));
      [dealt[k], dealt[other]] = [dealt[other]!, dealt[k]!];
    }
    if (apart() >= seen) asFar++;
  }
  return { lowest: Math.min(...means), highest: Math.max(...means), p: asFar / (deals + 1) };
}
