// The kernels over columns two numbers at a time: the same answers as in plain TypeScript, bit for bit, several times sooner.
import {
  again,
  block,
  constant,
  f64x2,
  get,
  i32,
  leaveIf,
  loop,
  newMemory,
  set,
  wasmLoader,
  type Code,
  type WasmFunction,
} from './wasm-code.ts';
import { lanes, padded, plainKernels, type ColumnKernels } from './column-kernels.ts';

const bytes = 8;
/** Fewer numbers than this are summed up before vectors are ready. */
const worthIt = 2 ** 16;
/** Offsets of the pairs of numbers in one step. */
const pairs = [0, 16, 32, 48] as const;

/** Runs `body` for every eight rows, while addresses in `moving` go along; `left` counts rows. */
const forRows = (moving: readonly number[], left: number, ...body: Code[]): Code =>
  block(
    loop(
      leaveIf(1, i32.less(get(left), constant(lanes))),
      ...body,
      ...moving.map((local) => set(local, i32.add(get(local), constant(lanes * bytes)))),
      set(left, i32.add(get(left), constant(-lanes))),
      again(0),
    ),
  );

/** `dot(a, b, length, result)`: writes the sum of products to the address `result`, its two halves apart. */
const dot = ((): WasmFunction => {
  const [a, b, left, result] = [0, 1, 2, 3];
  const sums = [4, 5, 6, 7];
  const body = [
    forRows(
      [a, b],
      left,
      ...pairs.map((at, i) =>
        set(sums[i]!, f64x2.add(get(sums[i]!), f64x2.multiply(f64x2.load(get(a), at), f64x2.load(get(b), at)))),
      ),
    ),
    f64x2.store(get(result), f64x2.add(f64x2.add(get(4), get(5)), f64x2.add(get(6), get(7)))),
    constant(0),
  ].flat();
  return { name: 'dot', parameters: 4, numbers: 0, vectors: 4, body };
})();

/** `NAME(out, x, weight, length)`: out = w x or out += w x, with w at the address `weight`. */
const weighted = (name: string, adds: boolean): WasmFunction => {
  const [out, x, weight, left, w] = [0, 1, 2, 3, 4];
  const body = [
    set(w, f64x2.loadBoth(get(weight))),
    forRows(
      [out, x],
      left,
      ...pairs.map((at) => {
        const product = f64x2.multiply(get(w), f64x2.load(get(x), at));
        return f64x2.store(get(out), adds ? f64x2.add(f64x2.load(get(out), at), product) : product, at);
      }),
    ),
    constant(0),
  ].flat();
  return { name, parameters: 4, numbers: 0, vectors: 1, body };
};

/** `NAME(out, x, y, length)`: out = x y or out += x y. */
const multiplied = (name: string, adds: boolean): WasmFunction => {
  const [out, x, y, left] = [0, 1, 2, 3];
  const body = [
    forRows(
      [out, x, y],
      left,
      ...pairs.map((at) => {
        const product = f64x2.multiply(f64x2.load(get(x), at), f64x2.load(get(y), at));
        return f64x2.store(get(out), adds ? f64x2.add(f64x2.load(get(out), at), product) : product, at);
      }),
    ),
    constant(0),
  ].flat();
  return { name, parameters: 4, numbers: 0, vectors: 0, body };
};

const load = wasmLoader([
  dot,
  weighted('scale', false),
  weighted('add', true),
  multiplied('multiply', false),
  multiplied('addProducts', true),
]);

/** With room for columns of so many numbers in all; the plain ones for few, or where this machine has no vectors or no room. */
export function columnKernels(numbers: number): ColumnKernels {
  const memory = numbers < worthIt ? undefined : newMemory(16 + numbers * bytes);
  const found = memory === undefined ? undefined : load(memory);
  if (memory === undefined || found === undefined) return plainKernels;
  const { dot, scale, add, multiply, addProducts } = found;
  if (dot === undefined || scale === undefined || add === undefined) return plainKernels;
  if (multiply === undefined || addProducts === undefined) return plainKernels;
  // The first sixteen bytes hold a weight on the way in, or the halves of a sum on the way out.
  const cell = new Float64Array(memory.buffer, 0, 2);
  let used = cell.byteLength;
  const at = (column: Float64Array, row: number): number => column.byteOffset + row * bytes;
  return {
    column: (rows) => {
      const column = new Float64Array(memory.buffer, used, padded(rows));
      used += column.byteLength;
      return column;
    },
    dot: (a, fromA, b, fromB, length) => {
      dot(at(a, fromA), at(b, fromB), length, 0);
      return cell[0]! + cell[1]!;
    },
    scale: (out, to, w, x, from, length) => {
      cell[0] = w;
      scale(at(out, to), at(x, from), 0, length);
    },
    add: (out, to, w, x, from, length) => {
      cell[0] = w;
      add(at(out, to), at(x, from), 0, length);
    },
    multiply: (out, to, x, fromX, y, fromY, length) => {
      multiply(at(out, to), at(x, fromX), at(y, fromY), length);
    },
    addProducts: (out, to, x, fromX, y, fromY, length) => {
      addProducts(at(out, to), at(x, fromX), at(y, fromY), length);
    },
  };
}
