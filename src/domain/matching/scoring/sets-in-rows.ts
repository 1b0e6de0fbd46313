// Sets of many people side by side, so that what one shares with each of them is counted in one go.
import { ones } from './bits.ts';
import type { Encoded } from './encode.ts';

export interface SetsInRows {
  /** Words of a set; those of person k begin at `k * words`. */
  readonly words: number;
  readonly bits: Uint32Array;
  /** 0 where somebody gave no set: no answer, or one that leaves it open. */
  readonly isSet: Uint8Array;
}

/** Undefined where the answers are no sets. */
export function setsOf(side: readonly Encoded[]): SetsInRows | undefined {
  const some = side.find((answer) => typeof answer === 'object');
  if (typeof some !== 'object') return undefined;
  const words = some.length;
  const bits = new Uint32Array(words * side.length);
  const isSet = new Uint8Array(side.length);
  side.forEach((answer, k) => {
    if (typeof answer !== 'object') return;
    bits.set(answer, k * words);
    isSet[k] = 1;
  });
  return { words, bits, isSet };
}

/** Writes how many of `mine` each of them has. */
export function countShared({ words, bits }: SetsInRows, mine: Uint32Array, into: Uint16Array): void {
  const only = mine[0]!;
  if (words === 1) for (let k = 0; k < into.length; k++) into[k] = ones(only & bits[k]!);
  else
    for (let k = 0; k < into.length; k++) {
      let count = 0;
      for (let word = 0; word < words; word++) count += ones(mine[word]! & bits[k * words + word]!);
      into[k] = count;
    }
}
