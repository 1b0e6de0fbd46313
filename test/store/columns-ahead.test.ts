// If these fail, a report over many people says other numbers than one over few, or waits for a thread that is gone.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Ahead from '../../src/store/columns-ahead.ts';
import type * as Columns from '../../src/store/observed-columns.ts';
import { observedColumns } from '../../src/store/observed-columns.ts';
import { readNumbers } from '../../src/store/read-column.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { emptyFolder } from '../fake-host.ts';

// The thread is a program file, which there is once it is built.
const built = async <T>(file: string): Promise<T> => {
  const path = resolve('dist/store', file);
  if (!existsSync(path)) throw new Error('not built: run npm run build first');
  return (await import(pathToFileURL(path).href)) as T;
};

const people = 50;
const columns = Array.from({ length: 12 }, (_, at) => [`measure ${Math.floor(at / 3)}`, `week ${at % 3}`] as const);
const rows = {
  size: people,
  cohorts: [{ cohort: 1, rowOf: Int32Array.from({ length: people + 1 }, (_, i) => i - 1) }],
};

let path: string;
let store: Store;
beforeEach(async () => {
  path = join(emptyFolder({ waitsForDisk: true }).path, 'mentorctl.db');
  store = await openStore(path, { create: true });
  store.inserter(`insert into cohort (name) values (?)`)(['fall']);
  store.inserter('begin')([]);
  const person = store.inserter('insert into person (ref, name) values (?, ?)');
  const observe = store.inserter(
    'insert into observation (cohort_id, person_id, measure, observed, number) values (1, ?, ?, ?, ?)',
  );
  for (let id = 1; id <= people; id++) person([`S${id}`, `Person ${id}`]);
  columns.forEach(([measure, when], at) => {
    for (let id = 1; id <= people; id++) if ((id + at) % 5 > 0) observe([id, measure, when, 100 * at + id / 4]);
  });
  store.inserter('commit')([]);
});
afterEach(() => store.close());

describe('columns read ahead', () => {
  const start = async (from: string) => {
    const { columnsAhead } = await built<typeof Ahead>('columns-ahead.js');
    const ahead = columnsAhead({ path: from, key: undefined }, rows, columns, here);
    expect(ahead).toBeDefined();
    return ahead!;
  };
  const here = (at: number) => readNumbers(store.pairs, rows, columns[at]![0], columns[at]![1]);

  it('are the columns read here, in order and with some passed over', async () => {
    const ahead = await start(path);
    for (const at of [0, 1, 2, 4, 7, 8, 11]) {
      expect(here(at).values.some(Number.isNaN)).toBe(true);
      expect(ahead.take(at)).toEqual(here(at));
    }
    // No more will come.
    expect(ahead.take(12)).toBeUndefined();
    ahead.stop();
  });

  it('are not waited for where they went by, lie far off, or will never come', async () => {
    const ahead = await start(path);
    expect(ahead.take(9)).toBeUndefined();
    expect(ahead.take(1)).toEqual(here(1));
    expect(ahead.take(0)).toBeUndefined();
    expect(ahead.take(2)).toEqual(here(2));
    ahead.stop();
    expect(ahead.take(3)).toBeUndefined();
    const nowhere = await start(`${path}.gone`);
    expect([undefined, here(0)]).toContainEqual(nowhere.take(0));
    expect(existsSync(`${path}.gone`)).toBe(false);
  });

  it('make the same columns and the same hashes of the data as without, whatever order they are asked for in', async () => {
    const other = await built<typeof Columns>('observed-columns.js');
    const rowOf = new Map(Array.from({ length: people }, (_, row) => [row + 1, row]));
    const away = new Array<number>(people).fill(0);
    const [plain, ahead] = [
      observedColumns(store, [1], rowOf, away, Infinity),
      other.observedColumns(store, [1], rowOf, away, 0),
    ];
    expect(ahead.observed.map(({ measure, when }) => [measure, when])).toEqual(columns);
    for (const at of [0, 1, 2, 3, 5, 6, 2, 0, 7, 11, 10])
      expect(ahead.observed[at]!.values).toEqual(plain.observed[at]!.values);
    expect(ahead.digests()).toEqual(plain.digests());
    expect(ahead.digests()).toHaveLength(9);
  });
});
