// Room for a table's scores where vectors can read them in place, with some to spare for the prices they are held against.
import { newMemory, type WasmMemory } from './wasm-code.ts';

/** `barred` in a score table: a hard rule forbids the pair. */
export const BARRED = 65535;

/** The scores of a table, row after row, and how many stand in a row. */
export interface ScoreRows {
  readonly mentors: number;
  readonly scores: Uint16Array;
}

/** Below so many pairs getting vectors ready takes longer than they save. */
export const worthVectors = 50_000;

/** Bytes to spare for every column: prices, and what a search finds. */
const perColumn = 12;

/** Columns more than there are, so that whole blocks may be written. */
const beyond = 32;

/** Spare bytes beside the scores of one table. */
export interface SpareRoom {
  readonly memory: WasmMemory;
  /** Where the scores begin, and where the spare bytes do. */
  readonly scoresAt: number;
  readonly spareAt: number;
  /** Lets somebody else have it. */
  readonly release: () => void;
}

interface Room {
  readonly memory: WasmMemory;
  readonly spareAt: number;
  taken: boolean;
}

const rooms = new WeakMap<ArrayBufferLike, Room>();

/** Zeros for `rows` x `columns` scores; ordinary memory where the table is small or the machine has no other. */
export function scoreRoom(rows: number, columns: number): Uint16Array<ArrayBuffer> {
  const pairs = rows * columns;
  const spareAt = 16 * Math.ceil(pairs / 8);
  const memory = pairs < worthVectors ? undefined : newMemory(spareAt + perColumn * (columns + beyond));
  if (memory === undefined) return new Uint16Array(pairs);
  rooms.set(memory.buffer, { memory, spareAt, taken: false });
  return new Uint16Array(memory.buffer, 0, pairs);
}

/** The spare bytes beside these scores (`perColumn` for each of its table's columns), or undefined: none, or in use. */
export function takeSpareRoom(scores: Uint16Array): SpareRoom | undefined {
  const room = rooms.get(scores.buffer);
  if (room === undefined || room.taken || scores.byteOffset !== 0) return undefined;
  room.taken = true;
  return {
    memory: room.memory,
    scoresAt: scores.byteOffset,
    spareAt: room.spareAt,
    release: () => {
      room.taken = false;
    },
  };
}
