// The judge's own loop over every pair: what is the best anybody is worth to a mentee. Shares nothing with the solver's.
import { BARRED, type ScoreTable, type TableRows } from '../assignment-types.ts';
import {
  newMemory,
  when,
  again,
  block,
  choose,
  constant,
  get,
  i16x8,
  i32,
  i32x4,
  leaveIf,
  loop,
  set,
  wasmLoader,
} from '../../vectors/wasm-code.ts';
import type { Code, WasmFunction } from '../../vectors/wasm-code.ts';
import { takeSpareRoom, worthVectors } from '../../vectors/score-room.ts';

/** Below every score less every price. */
const nobody = -0x40000000;

export interface BestOfRows {
  /** The highest score less price in mentee i's row, barred pairs apart; below all that prices allow when there is none. */
  readonly bestOf: (mentee: number, row: Uint16Array) => number;
  /** Barred pairs in the rows looked at so far. */
  readonly barred: () => number;
  readonly close: () => void;
}

/** `asking`: a price for every mentor, below 2^30. */
export function bestOfRows(table: ScoreTable | TableRows, asking: Int32Array, vectors?: boolean): BestOfRows {
  const fast = vectors ?? table.mentees * table.mentors >= worthVectors;
  return (fast ? byVectors(table, asking) : undefined) ?? oneByOne(table, asking);
}

function oneByOne({ mentors }: ScoreTable | TableRows, asking: Int32Array): BestOfRows {
  let barred = 0;
  return {
    barred: () => barred,
    close: () => undefined,
    bestOf: (_, row) => {
      let best = nobody;
      for (let j = 0; j < mentors; j++) {
        const score = row[j]!;
        if (score === BARRED) barred++;
        else best = Math.max(best, score - asking[j]!);
      }
      return best;
    },
  };
}

/** `judge(row, asking, count, tally)`: the same; adds the number of barred pairs to the number at `tally`. */
const judge = ((): WasmFunction => {
  const [row, asking, left, tally, count, most, best, eight, four, barred, barred4, never] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ];
  const step = (local: number, by: number): Code => set(local, i32.add(get(local), constant(by)));
  const withFour = (half: Code, offset: number): Code =>
    [
      set(four, half),
      set(
        best,
        i32x4.most(
          get(best),
          i32x4.add(
            i32x4.sub(get(four), i32x4.load(get(asking), offset)),
            i32x4.and(i32x4.equal(get(four), get(barred4)), get(never)),
          ),
        ),
      ),
    ].flat();
  const larger = (worth: Code): Code => set(most, choose(worth, get(most), i32.more(worth, get(most))));
  const score = i32.load16(get(row));
  const body = [
    set(never, i32x4.splat(constant(nobody))),
    set(best, get(never)),
    set(barred, i16x8.splat(constant(BARRED))),
    set(barred4, i32x4.splat(constant(BARRED))),
    block(
      loop(
        leaveIf(1, i32.less(get(left), constant(8))),
        set(eight, i32x4.load(get(row))),
        set(count, i32.add(get(count), i32.ones(i16x8.bits(i16x8.equal(get(eight), get(barred)))))),
        withFour(i32x4.low(get(eight)), 0),
        withFour(i32x4.high(get(eight)), 16),
        step(row, 16),
        step(asking, 32),
        step(left, -8),
        again(0),
      ),
    ),
    set(most, constant(nobody)),
    ...[0, 1, 2, 3].map((lane) => larger(i32x4.lane(get(best), lane))),
    block(
      loop(
        leaveIf(1, i32.less(get(left), constant(1))),
        set(count, i32.add(get(count), i32.equal(score, constant(BARRED)))),
        when(i32.less(score, constant(BARRED)), larger(i32.sub(score, i32.load(get(asking))))),
        step(row, 2),
        step(asking, 4),
        step(left, -1),
        again(0),
      ),
    ),
    i32.store(get(tally), i32.add(i32.load(get(tally)), get(count))),
    get(most),
  ].flat();
  return { name: 'judge', parameters: 4, numbers: 2, vectors: 6, body };
})();

const load = wasmLoader([judge]);

function byVectors(table: ScoreTable | TableRows, asking: Int32Array): BestOfRows | undefined {
  const { mentors } = table;
  const beside = 'rowOf' in table ? undefined : takeSpareRoom(table.scores);
  const memory = beside?.memory ?? newMemory(16 + 6 * mentors);
  const call = memory === undefined ? undefined : load(memory);
  if (memory === undefined || call === undefined) return undefined;
  const tallyAt = beside?.spareAt ?? 0;
  const askingAt = tallyAt + 16;
  const copyAt = askingAt + 4 * mentors;
  const tally = new Int32Array(memory.buffer, tallyAt, 1).fill(0);
  new Int32Array(memory.buffer, askingAt, mentors).set(asking);
  const copy = beside === undefined ? new Uint16Array(memory.buffer, copyAt, mentors) : undefined;
  const judgeRow = call['judge']!;
  return {
    barred: () => tally[0]!,
    close: () => beside?.release(),
    bestOf: (i, row) => {
      copy?.set(row);
      return judgeRow(copy === undefined ? 2 * i * mentors : copyAt, askingAt, mentors, tallyAt);
    },
  };
}
