// If these fail, the way back after an accident leads to somebody else's accident.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function cohorts(folder: Folder): Promise<string[]> {
  const { stdout } = await folder.run(['cohort', 'list', '--json']);
  return (JSON.parse(stdout) as { items: { name: string }[] }).items.map(({ name }) => name);
}

async function must(folder: Folder, ...argv: string[]): Promise<void> {
  const ran = await folder.run(argv);
  expect(ran.code, ran.stderr).toBe(0);
}

it('keeps what stood there at every restore, two in one second too', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  await must(folder, 'cohort', 'add', 'one');
  await must(folder, 'data', 'backup', 'first.backup');
  await must(folder, 'cohort', 'add', 'two');
  await must(folder, 'data', 'restore', 'first.backup', '--yes');
  expect(await cohorts(folder)).toEqual(['one']);
  await must(folder, 'data', 'restore', 'first.backup', '--yes');
  const kept = readdirSync(folder.path).filter((name) => name.includes('before-restore'));
  expect(kept).toHaveLength(2);
  await must(folder, 'data', 'restore', kept.sort()[0] ?? '', '--yes');
  expect(await cohorts(folder)).toEqual(['one', 'two']);
});

it('a journal that a damaged database left does not reach into the restored one', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  const db = join(folder.path, 'mentorctl.db');
  await must(folder, 'cohort', 'add', 'one');
  await must(folder, 'data', 'backup', 'first.backup');
  writeFileSync(db, 'no database any more');
  writeFileSync(`${db}-journal`, 'what SQLite left');
  await must(folder, 'data', 'restore', 'first.backup', '--yes');
  expect(existsSync(`${db}-journal`)).toBe(false);
  const kept = readdirSync(folder.path).find((name) => name.endsWith('-journal')) ?? '';
  expect(kept).toContain('before-restore');
  expect(readFileSync(join(folder.path, kept.replace('-journal', '')), 'utf8')).toBe('no database any more');
  expect(await cohorts(folder)).toEqual(['one']);
});

it('what is no copy of ours is refused by its own name, and nothing is left of the attempt', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  await must(folder, 'cohort', 'add', 'one');
  writeFileSync(join(folder.path, 'diary.txt'), 'dear diary, '.repeat(20));
  mkdirSync(join(folder.path, 'folder'));
  const before = readdirSync(folder.path).sort();
  const text = await folder.run(['data', 'restore', 'diary.txt', '--yes']);
  expect(text.code).toBe(65);
  expect(text.stderr).toContain('diary.txt: this is not a mentorctl database');
  expect((await folder.run(['data', 'restore', 'folder', '--yes'])).code).toBe(66);
  expect((await folder.run(['data', 'backup', 'no/such/folder/x'])).code).toBe(73);
  expect((await folder.run(['data', 'backup', 'diary.txt/x'])).code).toBe(73);
  expect(readdirSync(folder.path).sort()).toEqual(before);
  expect(await cohorts(folder)).toEqual(['one']);
});

it('puts a copy where a link leads, and leaves the link', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  await must(folder, 'cohort', 'add', 'one');
  await must(folder, 'data', 'backup', 'first.backup');
  await must(folder, 'cohort', 'add', 'two');
  mkdirSync(join(folder.path, 'real'));
  renameSync(join(folder.path, 'mentorctl.db'), join(folder.path, 'real', 'kept.db'));
  symlinkSync('real/kept.db', join(folder.path, 'mentorctl.db'));
  await must(folder, 'data', 'restore', 'first.backup', '--yes');
  expect(lstatSync(join(folder.path, 'mentorctl.db')).isSymbolicLink()).toBe(true);
  expect(await cohorts(folder)).toEqual(['one']);
  expect((await folder.run(['data', 'restore', 'real/kept.db', '--yes'])).code).toBe(73);
});

it('restores nothing while somebody writes, and lets nobody write into what is being replaced', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  await must(folder, 'cohort', 'add', 'one');
  await must(folder, 'data', 'backup', 'first.backup');
  const path = join(folder.path, 'mentorctl.db');
  const other = new Database(path);
  other.exec('begin immediate');
  const ran = await folder.run(['data', 'restore', 'first.backup', '--yes']);
  expect(ran.code).toBe(75);
  other.exec('rollback');
  await must(folder, 'data', 'restore', 'first.backup', '--yes');
  expect(() => other.exec("insert into cohort (name) values ('lost')")).toThrow();
  other.close();
}, 20_000);

it('a database whose first bytes are lost, which is how an encrypted one looks, comes back from a backup without any key', async () => {
  const folder = emptyFolder();
  await folder.run(['cohort', 'add', 'fall']);
  await folder.run(['data', 'backup', 'safe.backup']);
  const path = join(folder.path, 'mentorctl.db');
  const bytes = readFileSync(path);
  bytes.fill(0xe7, 0, 40);
  writeFileSync(path, bytes);
  const { code, stderr } = await folder.run(['cohort', 'list']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('mentorctl data restore')]);
  expect((await folder.run(['data', 'restore', 'safe.backup', '--yes'])).code).toBe(0);
  expect((await folder.run(['cohort', 'list'])).stdout).toContain('fall');
});
