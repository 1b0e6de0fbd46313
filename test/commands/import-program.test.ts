// If these fail, an import writes over what somebody just wrote into mentorctl.yaml, or leaves file and database at odds.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/cli/settings.ts';
import type { Host } from '../../src/cli/host.ts';
import { makeContext } from '../../src/commands/shared/context.ts';
import { runImport } from '../../src/commands/importing/import.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const head = 'Student ID,E-mail,Full name,Role';
const ana = '0012,ana@example.org,Ana Souza,mentee';

/** The import of a file; `meanwhile` is done when the program has been read and before anything is kept. */
async function importWhile({ path }: Folder, file: string, meanwhile: () => void): Promise<void> {
  const stream = { write: () => undefined, isTTY: false, columns: undefined };
  const host: Host = {
    stdin: { isTTY: false, bytes: () => Promise.resolve(new Uint8Array()) },
    stdout: stream,
    stderr: stream,
    env: { HOME: path, MENTORCTL_TODAY: '2026-11-02' },
    cwd: path,
    waitsForDisk: false,
    printedBy: () => undefined,
    page: () => false,
    user: 'tester',
    now: () => {
      meanwhile();
      return new Date('2026-11-02T09:00:00.000Z');
    },
    onInterrupt: () => () => undefined,
  };
  const context = makeContext(host, await readSettings({ quiet: true }, host), 'mentorctl import');
  const options = { files: [file], cohort: 'fall', map: new Map<string, string>(), ask: false, dryRun: false };
  await runImport({ ...options, complete: false, skipBadRows: false, verbose: false }, context);
}

function people({ path }: Folder): number {
  const db = new Database(join(path, 'mentorctl.db'), { readonly: true });
  const count = db.prepare('select count(*) from person').pluck().get() as number;
  db.close();
  return count;
}

it('what was changed in the program file while a file was read is not written over', async () => {
  const folder = emptyFolder();
  const program = join(folder.path, 'mentorctl.yaml');
  writeFileSync(join(folder.path, 'one.csv'), `${head}\n${ana}\n`);
  writeFileSync(join(folder.path, 'two.csv'), `${head},Hobby\n${ana},chess\n0013,bo@example.org,Bo Chen,mentee,go\n`);
  await importWhile(folder, 'one.csv', () => undefined);
  const mine = `${readFileSync(program, 'utf8')}# a remark of mine\n`;
  const importing = importWhile(folder, 'two.csv', () => {
    writeFileSync(program, mine);
  });
  await expect(importing).rejects.toMatchObject({ code: 'program-changed', exitCode: 75 });
  expect(readFileSync(program, 'utf8')).toBe(mine);
  expect(people(folder)).toBe(1);
  await importWhile(folder, 'two.csv', () => undefined);
  expect(readFileSync(program, 'utf8')).toMatch(/hobby:[\s\S]*# a remark of mine/);
  expect(people(folder)).toBe(2);
});

it('what cannot be kept in the database is not kept in the program file either', async () => {
  const folder = emptyFolder();
  const program = join(folder.path, 'mentorctl.yaml');
  writeFileSync(join(folder.path, 'one.csv'), `${head}\n${ana}\n`);
  writeFileSync(join(folder.path, 'two.csv'), `${head},Hobby\n${ana},chess\n`);
  await importWhile(folder, 'one.csv', () => undefined);
  const before = readFileSync(program, 'utf8');
  // Whoever reads all the while keeps the last step of a change from being made.
  const reader = new Database(join(folder.path, 'mentorctl.db'), { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from person').get();
  try {
    await expect(importWhile(folder, 'two.csv', () => undefined)).rejects.toMatchObject({ code: 'database-busy' });
  } finally {
    reader.close();
  }
  expect(readFileSync(program, 'utf8')).toBe(before);
}, 20_000);

it('the first program file goes again with what it was made for', async () => {
  const folder = emptyFolder();
  const program = join(folder.path, 'mentorctl.yaml');
  writeFileSync(join(folder.path, 'one.csv'), `${head}\n${ana}\n`);
  await folder.run(['cohort', 'add', 'fall']);
  const reader = new Database(join(folder.path, 'mentorctl.db'), { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from person').get();
  try {
    await expect(importWhile(folder, 'one.csv', () => undefined)).rejects.toMatchObject({ code: 'database-busy' });
  } finally {
    reader.close();
  }
  expect(existsSync(program)).toBe(false);
}, 20_000);

describe('a command that was killed between the database and mentorctl.yaml', () => {
  /** A process that is no more. */
  const gone = 2 ** 22 + 7;

  /** A folder as such a kill leaves it: the import is kept, the file is still the old one. */
  async function killed({ pid = gone }: { readonly pid?: number } = {}) {
    const folder = emptyFolder();
    const program = join(folder.path, 'mentorctl.yaml');
    writeFileSync(join(folder.path, 'one.csv'), `${head}\n${ana}\n`);
    writeFileSync(join(folder.path, 'two.csv'), `${head},Hobby\n${ana},chess\n`);
    await importWhile(folder, 'one.csv', () => undefined);
    const before = readFileSync(program, 'utf8');
    await importWhile(folder, 'two.csv', () => undefined);
    const text = readFileSync(program, 'utf8');
    expect(text).not.toBe(before);
    writeFileSync(program, before);
    const db = new Database(join(folder.path, 'mentorctl.db'));
    const hash = createHash('sha256').update(before).digest('hex');
    const pending = JSON.stringify({ pid, before: hash, text });
    db.prepare("insert into fact (key, value) values ('pending-program', ?)").run(pending);
    db.close();
    const half = `${program}.${pid}-0123456789ab.tmp`;
    writeFileSync(half, text);
    return { folder, program, before, text, half };
  }

  it('is finished by the next one, before it reads the file', async () => {
    const { folder, program, text, half } = await killed();
    const { stderr, code } = await folder.run(['program', 'check', '--cohort', 'fall']);
    expect([code, stderr]).toEqual([0, expect.stringContaining('Finished mentorctl.yaml')]);
    expect(readFileSync(program, 'utf8')).toBe(text);
    expect(existsSync(half)).toBe(false);
    expect((await folder.run(['program', 'check', '--cohort', 'fall'])).stderr).not.toContain('Finished');
  });

  it('is finished where what it had half written was deleted, as the message of before said', async () => {
    const { folder, program, text, half } = await killed();
    rmSync(half);
    expect((await folder.run(['person', 'list'])).stderr).toContain('Finished mentorctl.yaml');
    expect(readFileSync(program, 'utf8')).toBe(text);
  });

  it('takes nothing from who changed the file since', async () => {
    const { folder, program, text } = await killed();
    writeFileSync(program, '# mine\n');
    expect((await folder.run(['person', 'list'])).stderr).toContain('mentorctl.yaml.new');
    expect(readFileSync(program, 'utf8')).toBe('# mine\n');
    expect(readFileSync(`${program}.new`, 'utf8')).toBe(text);
  });

  it('is left alone while it is still at it, and nobody imports meanwhile', async () => {
    const { folder, program, before } = await killed({ pid: process.ppid });
    expect((await folder.run(['person', 'list'])).stderr).toBe('');
    writeFileSync(join(folder.path, 'three.csv'), `${head},Sport\n${ana},judo\n`);
    await expect(importWhile(folder, 'three.csv', () => undefined)).rejects.toMatchObject({ code: 'program-changed' });
    expect(readFileSync(program, 'utf8')).toBe(before);
  });

  it('that took nothing in leaves nothing either', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'one.csv'), `${head}\n${ana}\n`);
    await importWhile(folder, 'one.csv', () => undefined);
    const half = join(folder.path, `mentorctl.yaml.${gone}-0123456789ab.tmp`);
    writeFileSync(half, 'fields: {}\n');
    expect((await folder.run(['program', 'check'])).stderr).not.toContain('mentorctl.yaml');
    expect(existsSync(half)).toBe(false);
  });
});
