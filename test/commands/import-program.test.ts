// If these fail, an import writes over what somebody just wrote into mentorctl.yaml, or leaves file and database at odds.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
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
