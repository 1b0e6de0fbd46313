// If these fail, somebody's only copy of a year's work is overwritten, half written, or read by the wrong people.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sqlite } from '../../src/store/dialect/sqlite/sqlite.ts';
import { immediately } from '../../src/store/immediate.ts';
import { latestVersion, migrate } from '../../src/store/migrate.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { transact } from '../../src/store/transact.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';
import { asAnybody } from '../as-anybody.ts';

const author = { at: '2026-11-02T09:00:00.000Z', who: 'tester', command: 'mentorctl import' };
const dataFolder = (): Folder & { db: string } => {
  const folder = emptyFolder({ waitsForDisk: true });
  return { ...folder, db: join(folder.path, 'mentorctl.db') };
};

async function usingNew<T>(path: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(path, { create: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const addPerson = (store: Store, ref: string, options = {}): Promise<unknown> =>
  transact(store, author, (writer) => writer.insert('person', [{ ref, name: ref, email: null }]), options);
const people = (store: Store): Promise<{ ref: string }[]> =>
  store.db.selectFrom('person').select('ref').orderBy('ref').execute();

describe('a file that is not ours', () => {
  it.each([
    ['a database of another program', 'foreign-database'],
    ['a database of a newer version', 'newer-database'],
    ['something else', 'not-a-database'],
    ['a folder', 'database-is-folder'],
  ])('%s is refused and not touched', async (_, code) => {
    const { db } = dataFolder();
    if (code === 'foreign-database') {
      const other = new Database(db);
      other.exec('create table invoice (total real)');
      other.close();
    } else if (code === 'newer-database') {
      await usingNew(db, () => Promise.resolve());
      const newer = new Database(db);
      newer.pragma(`user_version = ${latestVersion + 1}`);
      newer.close();
    } else if (code === 'not-a-database') writeFileSync(db, 'dear diary, '.repeat(20));
    else mkdirSync(db);
    const before = code === 'database-is-folder' ? undefined : readFileSync(db);
    await expect(openStore(db, { create: true })).rejects.toMatchObject({ code });
    if (before !== undefined) expect(readFileSync(db).equals(before)).toBe(true);
  });

  it('a damaged one is said to be damaged', async () => {
    const folder = dataFolder();
    await usingNew(folder.db, (store) => addPerson(store, '1001'));
    const bytes = readFileSync(folder.db);
    bytes.fill(0xff, 4096, Math.min(bytes.length, 4096 * 30));
    writeFileSync(folder.db, bytes);
    const ran = await folder.run(['cohort', 'list', '--json']);
    expect(ran.code).toBe(65);
    expect(JSON.parse(ran.stderr)).toMatchObject({ error: { code: 'database-damaged' } });
  });

  it.each([
    ['a format of tables that no SQLite knows', 44, 5],
    ['a page of no size', 16, 0],
  ])('one whose header says %s is damaged, and no fault of ours', async (_, at, byte) => {
    const folder = dataFolder();
    await usingNew(folder.db, (store) => addPerson(store, '1001'));
    const bytes = readFileSync(folder.db);
    bytes.fill(byte, at, at + 4);
    writeFileSync(folder.db, bytes);
    for (const line of ['cohort list --json', 'data check --json', 'cohort add spring --json']) {
      const { code, stderr } = await folder.run(line.split(' '));
      expect(`${line} ${code}`, stderr).toBe(`${line} 65`);
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'database-damaged' } });
    }
    expect(readFileSync(folder.db).equals(bytes)).toBe(true);
  });

  it('one in which a day is no day is damaged, where counting on from it would never end', async () => {
    const folder = dataFolder();
    writeFileSync(
      join(folder.path, 'people.csv'),
      `Student ID,Full name,Role,Seats\nM1,Cy Cole,mentor,20\n${Array.from({ length: 12 }, (_, n) => `S${n},Ana ${n},mentee,`).join('\n')}\n`,
    );
    for (const line of ['import people.csv --cohort fall', 'match', 'pair accept --all'])
      expect((await folder.run(line.split(' '))).code).toBe(0);
    const raw = new Database(folder.db);
    raw.pragma('ignore_check_constraints = on');
    raw.exec("update pair set started = '2026x09-14' where id = 2");
    raw.close();
    const { code, stderr } = await folder.run(['report', 'program', '--json']);
    expect(code, stderr).toBe(65);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'database-damaged' } });
  });

  it('faults that SQLite finds are said by data check', async () => {
    const folder = dataFolder();
    await usingNew(folder.db, (store) => addPerson(store, '1001'));
    const raw = new Database(folder.db);
    raw.pragma('foreign_keys = off');
    raw.exec("insert into alias (ref, person_id) values ('x', 999)");
    raw.close();
    const ran = await folder.run(['data', 'check', '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('not-sound');
  });

  it('one that may not be read or written is said to be so', async () => {
    const { db } = dataFolder();
    await usingNew(db, () => Promise.resolve());
    await asAnybody([dirname(db), db], async () => {
      chmodSync(db, 0o000);
      await expect(openStore(db, { create: false })).rejects.toMatchObject({ code: 'database-unreadable' });
      chmodSync(db, 0o400);
      const store = await openStore(db, { create: false });
      await expect(addPerson(store, '1001')).rejects.toMatchObject({ code: 'database-not-writable' });
      await store.close();
    });
  });

  it('a place where none can be made is said', async () => {
    const { path } = emptyFolder({ waitsForDisk: true });
    await expect(openStore(join(path, 'no', 'such', 'x.db'), { create: true })).rejects.toMatchObject({
      code: 'database-not-writable',
      exitCode: 73,
    });
  });
});

it('a full disk is said to be full, and everything is as it was', async () => {
  const { db } = dataFolder();
  await usingNew(db, async (store) => {
    await addPerson(store, '1001');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(store.db);
    const many = Array.from({ length: 20_000 }, (_, n) => ({ ref: `x${n}`, name: 'somebody', email: null }));
    await expect(transact(store, author, (writer) => writer.insert('person', many))).rejects.toMatchObject({
      code: 'database-not-writable',
      message: 'the disk is full',
    });
    expect(await people(store)).toEqual([{ ref: '1001' }]);
    await addPerson(store, '1002');
  });
});

it('what went wrong is not hidden by the undoing of it, where the database has undone it already', async () => {
  const { db } = dataFolder();
  await usingNew(db, async (store) => {
    const failing = immediately(store.db, async (conn) => {
      await sql`rollback`.execute(conn);
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    await addPerson(store, '1001');
  });
});

it('a copy made before a migration is as private as the database', async () => {
  const { db } = dataFolder();
  await usingNew(db, (store) => addPerson(store, '1001'));
  const connection = new Database(db);
  const kysely = new Kysely<Tables>({ dialect: sqlite(connection, { path: db, key: undefined }) });
  await migrate(kysely, { path: db, from: 1 });
  await kysely.destroy();
  expect(statSync(`${db}.v1.bak`).mode & 0o777).toBe(0o600);
  await usingNew(`${db}.v1.bak`, async (store) => {
    expect(await people(store)).toEqual([{ ref: '1001' }]);
  });
});

describe('a new database', () => {
  it('is readable by its owner alone', async () => {
    const { db } = dataFolder();
    await usingNew(db, () => Promise.resolve());
    expect(statSync(db).mode & 0o777).toBe(0o600);
  });

  it('refuses what the rules of the field refuse', async () => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      await expect(
        transact(store, author, (writer) => writer.insert('cohort', [{ name: 'fall', starts: '2026-02-30' }] as never)),
      ).rejects.toThrow(/CHECK/);
      expect(await store.db.selectFrom('cohort').selectAll().execute()).toEqual([]);
    });
  });
});

describe('transact', () => {
  it('keeps who changed what, in the same transaction', async () => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      await addPerson(store, '1001');
      await transact(store, author, (writer) => writer.update('person', 1, { name: 'Ana' }));
      expect(await store.db.selectFrom('change').select(['who', 'command']).execute()).toHaveLength(2);
      const rows = await store.db.selectFrom('change_row').select(['op', 'table_name', 'before', 'after']).execute();
      expect(rows.map(({ op }) => op)).toEqual(['insert', 'update']);
      expect(JSON.parse(rows[1]?.before ?? '')).toMatchObject({ name: '1001' });
      expect(JSON.parse(rows[1]?.after ?? '')).toMatchObject({ name: 'Ana' });
    });
  });

  it('takes everything back when the work fails, and under a dry run', async () => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      const failing = transact(store, author, async (writer) => {
        await writer.insert('person', [{ ref: '1', name: 'A', email: null }]);
        throw new Error('the lights went out');
      });
      await expect(failing).rejects.toThrow('the lights went out');
      await addPerson(store, '2', { dryRun: true });
      expect(await people(store)).toEqual([]);
      expect(await store.db.selectFrom('change').selectAll().execute()).toEqual([]);
    });
  });

  it('refuses a number that is none, which SQLite would keep as a gap without a word', async () => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      const work = transact(store, author, (writer) =>
        writer.insert('observation', [
          { cohort_id: 1, person_id: 1, measure: 'gpa', observed: '', number: NaN, status: null },
        ]),
      );
      await expect(work).rejects.toThrow(/NaN/);
      const change = transact(store, author, (writer) => writer.update('person', 1, { name: Infinity as never }));
      await expect(change).rejects.toThrow(/name is Infinity/);
    });
  });

  it.each([
    [
      'one more column',
      [
        { ref: '1', name: 'A', email: null },
        { ref: '2', name: 'B', email: null, id: 7 },
      ],
    ],
    [
      'one fewer',
      [
        { ref: '1', name: 'A', email: 'a@example.org' },
        { ref: '2', name: 'B' },
      ],
    ],
    [
      'another',
      [
        { ref: '1', name: 'A', email: null },
        { ref: '2', name: 'B', id: 7 },
      ],
    ],
  ])('refuses rows of which one has %s than the first, and keeps none of them', async (_, rows) => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      const work = transact(store, author, (writer) => writer.insert('person', rows as never));
      await expect(work).rejects.toThrow(/rows for person differ in their columns/);
      expect(await people(store)).toEqual([]);
    });
  });

  it('says that another program is writing, and changes nothing', async () => {
    const { db } = dataFolder();
    await usingNew(db, async (store) => {
      const other = new Database(db);
      other.exec('begin immediate');
      await expect(addPerson(store, '1001')).rejects.toMatchObject({ code: 'database-busy', exitCode: 75 });
      other.exec('rollback');
      other.close();
      await addPerson(store, '1002');
      expect(await people(store)).toEqual([{ ref: '1002' }]);
    });
  });

  it('leaves the old state when the process dies in the middle', async () => {
    const { db } = dataFolder();
    await usingNew(db, (store) => addPerson(store, '1001'));
    const copy = `${db}.copy`;
    await usingNew(db, async (store) => {
      await transact(store, author, async (writer) => {
        const rows = Array.from({ length: 5000 }, (_, index) => ({
          ref: `x${index}`,
          name: 'x'.repeat(500),
          email: null,
        }));
        await writer.insert('person', rows);
        // What a power cut leaves: the file and its journal as they are at this moment.
        copyFileSync(db, copy);
        copyFileSync(`${db}-journal`, `${copy}-journal`);
      });
    });
    await usingNew(copy, async (store) => {
      expect(await people(store)).toEqual([{ ref: '1001' }]);
    });
  });
});

describe('a database whose first command was killed', () => {
  it('is taken for one in which nothing is yet, not for that of another program', async () => {
    const { path } = emptyFolder();
    const [made, killed] = [join(path, 'made.db'), join(path, 'killed.db')];
    const db = new Database(made);
    // Written out before it is kept, as a kill in the middle of it leaves it: a header of ours that is half of a change.
    db.pragma('cache_size = 1');
    db.exec('begin; create table cohort (id integer primary key)');
    db.pragma('application_id = 0x4d747263');
    db.pragma('user_version = 2');
    db.exec(Array.from({ length: 40 }, (_, n) => `create table t${n} (a text default '${'x'.repeat(900)}')`).join(';'));
    for (const end of ['', '-journal']) copyFileSync(`${made}${end}`, `${killed}${end}`);
    db.close();
    const store = await openStore(killed, { create: true });
    await store.db.selectFrom('cohort').selectAll().execute();
    await store.close();
    expect(readdirSync(path).filter((name) => name.endsWith('.bak'))).toEqual([]);
  });
});
