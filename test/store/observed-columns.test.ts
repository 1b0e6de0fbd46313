// If these fail, a report over many people says other numbers than one over few, or reads the disk while it computes.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Values from '../../src/store/dialect/sqlite/observed-values.ts';
import { observedColumns } from '../../src/store/observed-columns.ts';
import { packColumn, unpackColumn, type PackedColumn } from '../../src/store/packed-column.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { transact } from '../../src/store/transact.ts';
import { emptyFolder } from '../fake-host.ts';

// The thread is a program file, which there is once it is built.
const built = async (): Promise<typeof Values> => {
  const path = resolve('dist/store/dialect/sqlite/observed-values.js');
  if (!existsSync(path)) throw new Error('not built: run npm run build first');
  return (await import(pathToFileURL(path).href)) as typeof Values;
};

const size = 50;
const series = Array.from({ length: 12 }, (_, at) => ({
  measure: `measure ${Math.floor(at / 3)}`,
  when: `week ${at % 3}`,
}));
const people = {
  size,
  cohorts: [{ cohort: 1, rowOf: Int32Array.from({ length: size + 1 }, (_, i) => i - 1) }],
};
const rowOf = new Map(Array.from({ length: size }, (_, row) => [row + 1, row]));
const away = new Array<number>(size).fill(0);

let path: string;
let store: Store;
beforeEach(async () => {
  path = join(emptyFolder({ waitsForDisk: true }).path, 'mentorctl.db');
  store = await openStore(path, { create: true });
  const author = { at: '2026-11-02T09:00:00.000Z', who: 'tester', command: 'mentorctl import' };
  await transact(store, author, async (writer) => {
    await writer.insert('cohort', [{ name: 'fall', starts: null, ends: null, match_by: null, closed_on: null }]);
    const names = Array.from({ length: size }, (_, i) => ({ ref: `S${i + 1}`, name: `Person ${i + 1}`, email: null }));
    await writer.insert('person', names);
    for (const [at, { measure, when }] of series.entries())
      for (let id = 1; id <= size; id++)
        if ((id + at) % 5 > 0)
          await writer.insert('observation', [
            { cohort_id: 1, person_id: id, measure, observed: when, number: 100 * at + id / 4, status: null },
          ]);
  });
});
afterEach(() => store.close());

describe('columns of what was observed', () => {
  it('are the same, in their order, with a second thread and without, and whatever becomes of that thread', async () => {
    const { observedValues } = await built();
    const connection = new Database(path, { readonly: true });
    const read = async (least: number, from = path): Promise<PackedColumn[]> => {
      const found: PackedColumn[] = [];
      const numbers = observedValues(connection, { path: from, key: undefined }, least).numbers;
      for await (const column of numbers(store.db, people, series)) found.push(column);
      return found;
    };
    const alone = await read(Infinity);
    expect(alone).toHaveLength(series.length);
    expect(unpackColumn(alone[7]!)[9]).toBe(700 + 10 / 4);
    expect(unpackColumn(alone[0]!)[4]).toBe(NaN);
    expect(await read(0)).toEqual(alone);
    expect(await read(0, `${path}.gone`)).toEqual(alone);
    expect(existsSync(`${path}.gone`)).toBe(false);
    connection.close();
  });

  it('are used as they were handed: the disk is not asked any more, and what was not handed is a fault', async () => {
    const columns = await observedColumns(store.db, [1], rowOf, away);
    expect(columns.observed.map(({ measure, when }) => ({ measure, when }))).toEqual(series);
    expect(() => columns.observed[0]!.values).toThrow('measure 0 week 0 was used and not asked for');
    await columns.hand({ numbers: new Set(['measure 0', 'measure 2']), statuses: new Set() });
    await store.close();
    expect(columns.observed[1]!.values[1]).toBe(100.5);
    expect(columns.observed[6]!.values[1]).toBe(600.5);
    expect(() => columns.observed[3]!.values).toThrow('not asked for');
    // The hash of the data says what was used, in whatever order and however often.
    expect(columns.digests().map((line) => line.split('|').slice(0, 2))).toEqual([
      ['measure 0', 'week 1'],
      ['measure 2', 'week 0'],
    ]);
  });

  it('come out of few bytes as they went in', () => {
    const number = fc.oneof(
      fc.constantFrom(NaN, 0, -0, 1, -1, 127, -128, 32767, -32768, 2.5, 3.14, 0.1 + 0.2, 1e9, 5e-324),
      fc.integer({ min: -40000, max: 40000 }).map((n) => n / 100),
      fc.double({ noDefaultInfinity: true }),
    );
    const kinds = [fc.constantFrom(NaN, 0, 1), fc.integer({ min: -400, max: 400 }).map((n) => n / 100), number];
    fc.assert(
      fc.property(fc.oneof(...kinds.map((kind) => fc.array(kind, { maxLength: 40 }))), (numbers) => {
        expect(Array.from(unpackColumn(packColumn(Float64Array.from(numbers))))).toEqual(numbers);
      }),
    );
    expect(packColumn(Float64Array.of(1, NaN, 0)).codes).toBeInstanceOf(Int8Array);
    expect(packColumn(Float64Array.of(3.14, NaN, 4)).codes).toBeInstanceOf(Int16Array);
  });
});
