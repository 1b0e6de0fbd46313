// The row kernels eight pairs at a time: the same answers as in plain TypeScript, bit for bit, several times sooner.
import { BARRED, type ScoreRows, takeSpareRoom } from './score-room.ts';
import { lanes, NOTHING, type RowKernels } from './row-kernels.ts';
import {
  again,
  block,
  choose,
  constant,
  get,
  giveBack,
  i16x8,
  i32,
  i32x4,
  leaveIf,
  loop,
  newMemory,
  set,
  wasmLoader,
  when,
  type Code,
  type WasmFunction,
} from './wasm-code.ts';

const step = (local: number, by: number): Code => set(local, i32.add(get(local), constant(by)));

/** Runs `body` for every whole block of eight pairs and moves on to the next, then leaves `left` of them. */
const forBlocks = (row: number, asking: number, left: number, ...body: Code[]): Code =>
  block(
    loop(
      leaveIf(1, i32.less(get(left), constant(lanes))),
      ...body,
      step(row, 2 * lanes),
      step(asking, 4 * lanes),
      step(left, -lanes),
      again(0),
    ),
  );

/** Runs `body` for every pair that is left. */
const forRest = (row: number, asking: number, left: number, ...body: Code[]): Code =>
  block(
    loop(
      leaveIf(1, i32.less(get(left), constant(1))),
      ...body,
      step(row, 2),
      step(asking, 4),
      step(left, -1),
      again(0),
    ),
  );

/** `best(row, asking, count)`: the most that any of `count` pairs is worth; addresses of their scores and prices. */
const best = ((): WasmFunction => {
  const [row, asking, left, most, worth, mostOf4, scores, wide] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [barred, nothing] = [8, 9];
  const consider4 = (half: Code, offset: number): Code => [
    ...set(wide, half),
    ...set(
      mostOf4,
      i32x4.most(
        get(mostOf4),
        i32x4.add(
          i32x4.sub(get(wide), i32x4.load(get(asking), offset)),
          i32x4.and(get(nothing), i32x4.equal(get(wide), get(barred))),
        ),
      ),
    ),
  ];
  const consider = (value: Code): Code =>
    [set(worth, value), set(most, choose(get(worth), get(most), i32.more(get(worth), get(most))))].flat();
  const body = [
    set(most, constant(NOTHING)),
    set(nothing, i32x4.splat(constant(NOTHING))),
    set(mostOf4, get(nothing)),
    set(barred, i32x4.splat(constant(BARRED))),
    forBlocks(
      row,
      asking,
      left,
      set(scores, i32x4.load(get(row))),
      consider4(i32x4.low(get(scores)), 0),
      consider4(i32x4.high(get(scores)), 16),
    ),
    ...[0, 1, 2, 3].map((lane) => consider(i32x4.lane(get(mostOf4), lane))),
    forRest(
      row,
      asking,
      left,
      when(
        i32.less(i32.load16(get(row)), constant(BARRED)),
        consider(i32.sub(i32.load16(get(row)), i32.load(get(asking)))),
      ),
    ),
    // A barred pair is worth NOTHING and what it costs: below anything, like NOTHING itself.
    get(most),
  ].flat();
  return { name: 'best', parameters: 3, numbers: 2, vectors: 5, body };
})();

/** `twoBest(row, asking, count, second)`: the same as `best`, and writes the next best to the address `second`. */
const twoBest = ((): WasmFunction => {
  const [row, asking, left, second, most, next, value, mostOf4, nextOf4, scores, worth, barred, nothing] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ];
  const consider4 = (half: Code, offset: number): Code =>
    [
      set(worth, half),
      set(
        worth,
        i32x4.add(
          i32x4.sub(get(worth), i32x4.load(get(asking), offset)),
          i32x4.and(get(nothing), i32x4.equal(get(worth), get(barred))),
        ),
      ),
      set(nextOf4, i32x4.most(get(nextOf4), i32x4.least(get(mostOf4), get(worth)))),
      set(mostOf4, i32x4.most(get(mostOf4), get(worth))),
    ].flat();
  const larger = (a: Code, b: Code): Code => choose(a, b, i32.more(a, b));
  const smaller = (a: Code, b: Code): Code => choose(b, a, i32.more(a, b));
  const consider = (amount: Code): Code =>
    [
      set(value, amount),
      set(next, larger(get(next), smaller(get(most), get(value)))),
      set(most, larger(get(most), get(value))),
    ].flat();
  const body = [
    set(nothing, i32x4.splat(constant(NOTHING))),
    set(mostOf4, get(nothing)),
    set(nextOf4, get(nothing)),
    set(barred, i32x4.splat(constant(BARRED))),
    set(most, constant(NOTHING)),
    set(next, constant(NOTHING)),
    forBlocks(
      row,
      asking,
      left,
      set(scores, i32x4.load(get(row))),
      consider4(i32x4.low(get(scores)), 0),
      consider4(i32x4.high(get(scores)), 16),
    ),
    ...[mostOf4, nextOf4].flatMap((four) => [0, 1, 2, 3].map((lane) => consider(i32x4.lane(get(four), lane)))),
    forRest(
      row,
      asking,
      left,
      when(
        i32.less(i32.load16(get(row)), constant(BARRED)),
        consider(i32.sub(i32.load16(get(row)), i32.load(get(asking)))),
      ),
    ),
    i32.store(get(second), get(next)),
    get(most),
  ].flat();
  return { name: 'twoBest', parameters: 4, numbers: 3, vectors: 6, body };
})();

/**
 * `collect(row, asking, first, count, least, mentor, worth, limit)`: writes those of `count` pairs worth at least `least`
 * (mentors numbered from `first`, and worths) to two addresses; stops after the eight in which `limit` was reached.
 */
const collect = ((): WasmFunction => {
  const [row, asking, first, left, least, mentor, worth, limit, found, mask, k, value] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ];
  const [scores, below, barred] = [12, 13, 14];
  const put = (which: Code, amount: Code): Code =>
    [
      i32.store(i32.add(get(mentor), i32.shiftLeft(get(found), constant(2))), which),
      i32.store(i32.add(get(worth), i32.shiftLeft(get(found), constant(2))), amount),
      step(found, 1),
    ].flat();
  const enough4 = (half: Code, offset: number): Code =>
    i32x4.more(i32x4.sub(half, i32x4.load(get(asking), offset)), get(below));
  const body = [
    set(below, i32x4.splat(i32.sub(get(least), constant(1)))),
    set(barred, i16x8.splat(constant(BARRED))),
    forBlocks(
      row,
      asking,
      left,
      set(scores, i32x4.load(get(row))),
      set(
        mask,
        i16x8.bits(
          i32x4.andNot(
            i16x8.narrow(enough4(i32x4.low(get(scores)), 0), enough4(i32x4.high(get(scores)), 16)),
            i16x8.equal(get(scores), get(barred)),
          ),
        ),
      ),
      when(
        get(mask),
        loop(
          set(k, i32.lowestBit(get(mask))),
          put(
            i32.add(get(first), get(k)),
            i32.sub(
              i32.load16(i32.add(get(row), i32.shiftLeft(get(k), constant(1)))),
              i32.load(i32.add(get(asking), i32.shiftLeft(get(k), constant(2)))),
            ),
          ),
          set(mask, i32.and(get(mask), i32.sub(get(mask), constant(1)))),
          leaveIf(0, get(mask)),
        ),
        when(i32.atLeast(get(found), get(limit)), giveBack(get(found))),
      ),
      step(first, lanes),
    ),
    forRest(
      row,
      asking,
      left,
      set(value, i32.sub(i32.load16(get(row)), i32.load(get(asking)))),
      when(
        i32.and(i32.atLeast(get(value), get(least)), i32.less(i32.load16(get(row)), constant(BARRED))),
        put(get(first), get(value)),
      ),
      step(first, 1),
    ),
    get(found),
  ].flat();
  return { name: 'collect', parameters: 8, numbers: 4, vectors: 3, body };
})();

/** For the test that weighs it. */
export const rowFunctions = [best, twoBest, collect];

const load = wasmLoader(rowFunctions);

/** Undefined where there are no vectors. Scores are read where they are when there is room beside them, else row by row. */
export function simdKernels({ mentors, scores }: ScoreRows): RowKernels | undefined {
  const room = Math.ceil((mentors + lanes) / lanes) * lanes;
  const beside = takeSpareRoom(scores);
  const memory = beside?.memory ?? newMemory(14 * room + 16);
  const call = memory === undefined ? undefined : load(memory);
  if (memory === undefined || call === undefined) return undefined;
  const { buffer } = memory;
  // Without room beside the scores: one row of them at 12 * room, copied there when asked for.
  const spareAt = beside?.spareAt ?? 0;
  const [askingAt, mentorAt, worthAt, copyAt] = [spareAt, spareAt + 4 * room, spareAt + 8 * room, spareAt + 12 * room];
  const copy = beside === undefined ? new Uint16Array(buffer, copyAt, mentors) : undefined;
  let held = -1;
  const rowAt = (i: number): number => {
    if (copy === undefined) return 2 * i * mentors;
    if (held !== i) copy.set(scores.subarray(i * mentors, (i + 1) * mentors));
    held = i;
    return copyAt;
  };
  const [bestOf, twoBestOf, collectOf] = [call['best']!, call['twoBest']!, call['collect']!];
  const worth = new Int32Array(buffer, worthAt, room);
  return {
    asking: new Int32Array(buffer, askingAt, mentors),
    mentor: new Int32Array(buffer, mentorAt, room),
    worth,
    // A search for the two best needs no list.
    second: worth,
    close: () => beside?.release(),
    best: (i) => Math.max(NOTHING, bestOf(rowAt(i), askingAt, mentors)),
    twoBest: (i) => twoBestOf(rowAt(i), askingAt, mentors, worthAt),
    collect: (i, from, to, least, at, limit) => {
      const [row, asking] = [rowAt(i) + 2 * from, askingAt + 4 * from];
      return collectOf(row, asking, from, to - from, least, mentorAt + 4 * at, worthAt + 4 * at, limit);
    },
  };
}
