// If these fail, somebody in a long file is lost, doubled, or keeps an answer that they have taken back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sampleRows } from '../../src/intake/table.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const head = 'Student ID,E-mail,Full name,Role,How many mentees?';

/** Imports these lines for the fall; gives what it counted. */
async function take(folder: Folder, lines: readonly string[]): Promise<unknown> {
  writeFileSync(join(folder.path, 'people.csv'), `${head}\n${lines.join('\n')}\n`);
  const ran = await folder.run(['import', 'people.csv', '--cohort', 'fall', '--json', '--quiet']);
  expect(ran.code, ran.stderr).toBe(0);
  return (JSON.parse(ran.stdout) as { counts: unknown }).counts;
}

function query({ path }: Folder, sql: string): unknown[] {
  const db = new Database(join(path, 'mentorctl.db'), { readonly: true });
  const rows = db.prepare(sql).raw(true).all();
  db.close();
  return rows;
}

const mentee = (n: number): string => `${n},p${n}@example.org,Person ${n},mentee,`;

it('takes every row once, in whatever portions and batches they come', async () => {
  const folder = emptyFolder();
  const ids = Array.from({ length: sampleRows + 2345 }, (_, index) => 100_000 + index);
  expect(await take(folder, ids.map(mentee))).toMatchObject({ added: ids.length, changed: 0, same: 0, bad: 0 });
  expect(query(folder, 'select ref from person order by ref').flat()).toEqual(ids.map(String));
  expect(query(folder, 'select count(distinct person_id), count(*) from enrolment')).toEqual([
    [ids.length, ids.length],
  ]);
  expect(await take(folder, ids.map(mentee))).toMatchObject({ added: 0, changed: 0, same: ids.length, bad: 0 });
});

it('of two answers far apart the later counts whole: a number of places that is not said again is the standard', async () => {
  const folder = emptyFolder();
  const between = Array.from({ length: 2500 }, (_, index) => mentee(index + 1));
  const lines = ['M1,m1@example.org,Mia Rossi,mentor,3', ...between, 'M1,m1@example.org,Mia Rossi,mentor,'];
  await take(folder, lines);
  expect(query(folder, "select seats from enrolment where role = 'mentor'")).toEqual([[1]]);
});

it('whoever stands there by address and then by id is one person, also when the file comes again', async () => {
  const folder = emptyFolder();
  const lines = [',ana@example.org,Ana Souza,mentee,', 'S1,ana@example.org,Ana Souza,mentee,'];
  expect(await take(folder, lines)).toMatchObject({ added: 1 });
  expect(await take(folder, lines)).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(query(folder, 'select ref, email from person')).toEqual([['S1', 'ana@example.org']]);
});

it('of two roles far apart both count, with the answers of each; by their times the later alone', async () => {
  const between = Array.from({ length: 2500 }, (_, index) => mentee(index + 1));
  const roles = 'select role, seats from enrolment where person_id = (select id from person where ref = :ref)'.replace(
    ':ref',
    "'M1'",
  );
  const folder = emptyFolder();
  const lines = ['M1,m1@example.org,Mia Rossi,mentor,3', ...between, 'M1,m1@example.org,Mia Rossi,mentee,'];
  expect(await take(folder, lines)).toMatchObject({ added: 2501, changed: 0, same: 0 });
  expect(query(folder, roles)).toEqual([
    ['mentor', 3],
    ['mentee', 0],
  ]);
  expect(await take(folder, lines)).toMatchObject({ added: 0, changed: 0, same: 2501 });

  const timed = emptyFolder();
  const answered = lines.map((line, index) => `2026-09-01 ${index > 2500 ? '11' : '10'}:00:00,${line}`);
  writeFileSync(join(timed.path, 'people.csv'), `Timestamp,${head}\n${answered.join('\n')}\n`);
  const ran = await timed.run(['import', 'people.csv', '--cohort', 'fall']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(query(timed, roles)).toEqual([['mentee', 0]]);
});
