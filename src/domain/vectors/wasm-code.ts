// A very small assembler: WebAssembly functions written as nested calls, so that what runs is made from what is read.

/** Instructions that leave what they say on the stack. Bytes of https://webassembly.github.io/spec/core/binary. */
export type Code = readonly number[];

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

type Exports = Readonly<Record<string, (...args: number[]) => number>>;

/** The part of the WebAssembly interface used here; neither Node's types nor the language's have it without a browser's. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly host: { readonly memory: WasmMemory } },
  ) => { readonly exports: Exports };
};

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest >= -64 && rest < 64) return [...bytes, rest & 127];
    bytes.push((rest & 127) | 128);
  }
}

/** An instruction after its operands. */
const plain =
  (...code: number[]) =>
  (...operands: Code[]): Code => [...operands.flat(), ...code];
const simd = (code: number): ((...operands: Code[]) => Code) => plain(0xfd, ...unsigned(code));
/** An instruction that reads memory at an address plus a fixed offset; no alignment is promised. */
const loading =
  (...code: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...code, 0, ...unsigned(offset)];
const nested =
  (code: number) =>
  (...body: Code[]): Code => [code, 0x40, ...body.flat(), 0x0b];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];

export const block = nested(0x02);
export const loop = nested(0x03);
export const when = (condition: Code, ...body: Code[]): Code => [...condition, ...nested(0x04)(...body)];
/** Leaves the `depth`th block around it, or begins that loop again. */
export const again = (depth: number): Code => [0x0c, depth];
export const leaveIf = (depth: number, condition: Code): Code => [...condition, 0x0d, depth];
export const giveBack = plain(0x0f);
/** The first where the condition, the third, holds; else the second. */
export const choose = plain(0x1b);

export const i32 = {
  load: loading(0x28),
  load16: loading(0x2f),
  /** With its sign. */
  load16s: loading(0x2e),
  store: (address: Code, value: Code): Code => [...address, ...value, 0x36, 0, 0],
  add: plain(0x6a),
  sub: plain(0x6b),
  and: plain(0x71),
  shiftLeft: plain(0x74),
  equal: plain(0x46),
  less: plain(0x48),
  more: plain(0x4a),
  atLeast: plain(0x4e),
  lowestBit: plain(0x68),
  ones: plain(0x69),
} as const;

/** Eight 16-bit lanes. */
export const i16x8 = {
  splat: simd(16),
  equal: simd(45),
  more: simd(49),
  bits: simd(132),
  narrow: simd(133),
} as const;

/** Four 32-bit lanes; `low` and `high` widen the lower and the upper four of eight unsigned 16-bit lanes. */
export const i32x4 = {
  load: loading(0xfd, 0),
  splat: simd(17),
  equal: simd(55),
  more: simd(59),
  and: simd(78),
  andNot: simd(79),
  low: simd(169),
  high: simd(170),
  add: simd(174),
  sub: simd(177),
  least: simd(182),
  most: simd(184),
  lane: (value: Code, lane: number): Code => [...value, 0xfd, 27, lane],
} as const;

/** Two 64-bit floating point lanes. `loadBoth` puts one number into both. */
export const f64x2 = {
  load: loading(0xfd, 0),
  loadBoth: loading(0xfd, 10),
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0xfd, 11, 0, ...unsigned(offset)],
  add: simd(240),
  multiply: simd(242),
} as const;

/** A function of whole numbers to one; locals are numbered on from the parameters, first whole numbers, then vectors. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly numbers: number;
  readonly vectors: number;
  readonly body: Code;
}

/** The bytes of a module that works on a memory of its host's and exports these functions. */
export function moduleBytes(functions: readonly WasmFunction[]): Uint8Array {
  const [number, vector] = [0x7f, 0x7b];
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const sized = (code: Code): Code => [...unsigned(code.length), ...code];
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))];
  const name = (text: string): Code => sized(Array.from(text, (letter) => letter.charCodeAt(0)));
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, ...list(Array.from({ length: parameters }, () => [number])), 1, number]),
    ),
    ...section(2, [[...name('host'), ...name('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map((each, index) => [...name(each.name), 0, ...unsigned(index)]),
    ),
    ...section(
      10,
      functions.map(({ numbers, vectors, body }) =>
        sized([
          ...list([
            [...unsigned(numbers), number],
            [...unsigned(vectors), vector],
          ]),
          ...body,
          0x0b,
        ]),
      ),
    ),
  ]);
}

/** Memory of at least so many bytes, zeros; undefined where this machine has none to give. */
export function newMemory(bytes: number): WasmMemory | undefined {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  } catch {
    return undefined;
  }
}

/** Compiles when first used; gives the functions for a memory, or undefined where this machine has no vectors. */
export function wasmLoader(functions: readonly WasmFunction[]): (memory: WasmMemory) => Exports | undefined {
  let compiled: object | undefined;
  return (memory) => {
    try {
      compiled ??= new WebAssembly.Module(moduleBytes(functions));
      return new WebAssembly.Instance(compiled, { host: { memory } }).exports;
    } catch {
      return undefined;
    }
  };
}
