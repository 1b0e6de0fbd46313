// Who may go to which column that has places, a bit a pair: what questions about who could be placed are asked of.
import { BARRED, type ScoreTable } from '../assignment-types.ts';
import { wordsFor } from './bits.ts';

export interface OpenColumns {
  readonly columns: number;
  readonly seats: Int32Array;
  /** Columns with places that a row may go to, as bits. Made when first asked for. */
  readonly of: (row: number) => Uint32Array;
}

/** Memory: a bit for each pair of the rows asked for. */
export function openColumns({ mentors, scores, seats }: ScoreTable): OpenColumns {
  const words = wordsFor(mentors);
  const made: (Uint32Array | undefined)[] = [];
  const make = (row: number): Uint32Array => {
    const bits = new Uint32Array(words);
    const from = row * mentors;
    for (let word = 0; word < words; word++) {
      const end = Math.min(mentors, 32 * word + 32);
      let found = 0;
      for (let j = 32 * word; j < end; j++) if (scores[from + j] !== BARRED && seats[j]! > 0) found |= 1 << (j & 31);
      bits[word] = found;
    }
    return bits;
  };
  return { columns: mentors, seats, of: (row) => (made[row] ??= make(row)) };
}
