// The loop over every pair that counts who would rather have each other: how many mentors of a row are worth more to both.
import { BARRED, type ScoreTable } from '../assignment-types.ts';
import {
  again,
  block,
  constant,
  get,
  i16x8,
  i32,
  i32x4,
  leaveIf,
  loop,
  set,
  wasmLoader,
  when,
  type Code,
  type WasmFunction,
} from '../../vectors/wasm-code.ts';
import { takeSpareRoom, worthVectors } from '../../vectors/score-room.ts';

/** Above every score: nobody beats it. */
export const SHUT = 32767;

export interface BlockingRows {
  /** How many of mentee i's scores are above `mine` and above what they have to beat at that mentor; barred pairs never. */
  readonly count: (mentee: number, mine: number) => number;
  readonly close: () => void;
}

/** `toBeat`: by mentor, -1 for anybody, SHUT for nobody. `vectors`: how rows are read; by size where not said. */
export function blockingRows(table: ScoreTable, toBeat: Int16Array, vectors?: boolean): BlockingRows {
  const fast = vectors ?? table.mentees * table.mentors >= worthVectors;
  return (fast ? byVectors(table, toBeat) : undefined) ?? oneByOne(table, toBeat);
}

function oneByOne({ mentors, scores }: ScoreTable, toBeat: Int16Array): BlockingRows {
  return {
    close: () => undefined,
    count: (i, mine) => {
      const row = i * mentors;
      let count = 0;
      for (let j = 0; j < mentors; j++) {
        const score = scores[row + j]!;
        if (score > mine && score > toBeat[j]! && score !== BARRED) count++;
      }
      return count;
    },
  };
}

/** `above(row, toBeat, count, mine)`: with their signs, barred pairs are -1 and so above nothing. */
const above = ((): WasmFunction => {
  const [row, toBeat, left, mine, count, eight, mine8] = [0, 1, 2, 3, 4, 5, 6];
  const step = (local: number, by: number): Code => set(local, i32.add(get(local), constant(by)));
  const score = i32.load16s(get(row));
  const body = [
    set(mine8, i16x8.splat(get(mine))),
    block(
      loop(
        leaveIf(1, i32.less(get(left), constant(8))),
        set(eight, i32x4.load(get(row))),
        set(
          count,
          i32.add(
            get(count),
            i32.ones(
              i16x8.bits(
                i32x4.and(i16x8.more(get(eight), i32x4.load(get(toBeat))), i16x8.more(get(eight), get(mine8))),
              ),
            ),
          ),
        ),
        step(row, 16),
        step(toBeat, 16),
        step(left, -8),
        again(0),
      ),
    ),
    block(
      loop(
        leaveIf(1, i32.less(get(left), constant(1))),
        when(i32.and(i32.more(score, i32.load16s(get(toBeat))), i32.more(score, get(mine))), step(count, 1)),
        step(row, 2),
        step(toBeat, 2),
        step(left, -1),
        again(0),
      ),
    ),
    get(count),
  ].flat();
  return { name: 'above', parameters: 4, numbers: 1, vectors: 2, body };
})();

const load = wasmLoader([above]);

function byVectors({ mentors, scores }: ScoreTable, toBeat: Int16Array): BlockingRows | undefined {
  const beside = takeSpareRoom(scores);
  const call = beside === undefined ? undefined : load(beside.memory);
  if (beside === undefined || call === undefined) {
    beside?.release();
    return undefined;
  }
  const { memory, scoresAt, spareAt, release } = beside;
  new Int16Array(memory.buffer, spareAt, mentors).set(toBeat);
  const countRow = call['above']!;
  return {
    close: release,
    count: (i, mine) => countRow(scoresAt + 2 * i * mentors, spareAt, mentors, mine),
  };
}
