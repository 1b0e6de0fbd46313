// If these fail, a program begun with an earlier mentorctl is damaged, or its people are out of reach after an upgrade.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { shapeOf } from '../../src/store/dialect/sqlite/shape.ts';
import { sqlite } from '../../src/store/dialect/sqlite/sqlite.ts';
import { shapes } from '../../src/store/dialect/sqlite/settle.ts';
import { latestVersion, migrate, type Migration } from '../../src/store/migrate.ts';
import { first } from '../../src/store/migrations/001-first.ts';
import { second } from '../../src/store/migrations/002-trail.ts';
import type { Tables } from '../../src/store/tables.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

/** With the two pairs that each of these was left with. */
function folderWith(fixture: string): Folder {
  const folder = emptyFolder({ waitsForDisk: true });
  writeFileSync(join(folder.path, 'mentorctl.db'), gunzipSync(readFileSync(`fixtures/databases/${fixture}.db.gz`)), {
    mode: 0o600,
  });
  writeFileSync(join(folder.path, 'mentorctl.yaml'), 'program: as it was\n');
  return folder;
}

it.each(['early-1', 'early-2', 'early-3', 'early-4', '0.1.0'])('goes on with a database of %s', async (fixture) => {
  const folder = folderWith(fixture);
  const pairs = await folder.run(['pair', 'list', '--format', 'csv']);
  expect(pairs.stdout).toContain('1001,Ana Souza,2002,Dana Levi,50,');
  expect(pairs.stdout).toContain('1002,Bo Chen,2001,Chi Obi,100,');
  const check = await folder.run(['data', 'check', '--json']);
  expect(JSON.parse(check.stdout)).toMatchObject({ sound: true });
  expect((await folder.run(['record', 'meeting', '--mentee', '1001'])).code).toBe(0);
  expect((await folder.run(['data', 'undo'])).code).toBe(0);
  const db = new Database(join(folder.path, 'mentorctl.db'), { readonly: true });
  expect(shapeOf(db)).toBe(shapes[latestVersion - 1]);
  db.close();
  const kept = join(folder.path, 'mentorctl.db.early.bak');
  expect(existsSync(kept)).toBe(fixture.startsWith('early'));
  if (existsSync(kept)) expect(statSync(kept).mode & 0o077).toBe(0);
});

it('says of a run in a form that is read no more what to do instead', async () => {
  const ran = await folderWith('early-1').run(['match', 'verify', '1']);
  expect(ran.code).toBe(66);
  expect(ran.stderr).toContain('run 1 was kept by an early mentorctl 0.1');
});

it('leaves a database alone whose rows do not fit the tables of today, and says so', async () => {
  const folder = folderWith('0.1.0');
  const path = join(folder.path, 'mentorctl.db');
  const db = new Database(path);
  db.pragma('foreign_keys = off');
  db.exec('drop table person; create table person (id integer primary key, nickname text)');
  db.exec("insert into person (id, nickname) values (1, 'Ana')");
  db.close();
  const before = readFileSync(path);
  const ran = await folder.run(['person', 'list']);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toContain('early mentorctl 0.1');
  expect(readFileSync(path).equals(before)).toBe(true);
});

async function opened(steps: readonly Migration[], path = ':memory:'): Promise<Database.Database> {
  const connection = new Database(path);
  const from = Number(connection.pragma('user_version', { simple: true }));
  await migrate(new Kysely<Tables>({ dialect: sqlite(connection, { path, key: undefined }) }), {
    path,
    from,
    steps,
  });
  return connection;
}

it('has not changed a migration that files were made with', async () => {
  expect(latestVersion).toBe(2);
  expect([shapeOf(await opened([first])), shapeOf(await opened([first, second]))]).toEqual(shapes);
});

it('adds what a later migration brings, keeps the rows, and a copy of what was', async () => {
  const third: Migration = async (db) => {
    await sql`alter table cohort add column campus text`.execute(db);
    await sql`update cohort set campus = 'all' where campus is null`.execute(db);
  };
  const folder = folderWith('0.1.0');
  const path = join(folder.path, 'mentorctl.db');
  const connection = await opened([first, second, third], path);
  expect(connection.prepare('select name, campus from cohort').all()).toEqual([{ name: 'fall', campus: 'all' }]);
  expect(connection.pragma('user_version', { simple: true })).toBe(3);
  connection.close();
  expect(statSync(`${path}.v1.bak`).mode & 0o077).toBe(0);
  const refused = await folder.run(['cohort', 'list']);
  expect(refused.stderr).toContain('newer mentorctl');
});

it('takes a migration back whole that fails half-way', async () => {
  const folder = folderWith('0.1.0');
  const path = join(folder.path, 'mentorctl.db');
  const failing: Migration = async (db) => {
    await sql`alter table cohort add column campus text`.execute(db);
    await sql`select nonsense from nowhere`.execute(db);
  };
  await expect(opened([first, second, failing], path)).rejects.toThrow();
  expect((await folder.run(['cohort', 'list'])).code).toBe(0);
});

it('restores a copy of before, and leaves no copies of the copy', async () => {
  const folder = folderWith('early-2');
  writeFileSync(join(folder.path, 'old.backup'), readFileSync(join(folder.path, 'mentorctl.db')));
  const ran = await folder.run(['data', 'restore', 'old.backup', '--yes']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(readdirSync(folder.path).filter((name) => name.includes('.tmp'))).toEqual([]);
  expect((await folder.run(['pair', 'list', '--format', 'csv'])).stdout).toContain('Ana Souza');
});
