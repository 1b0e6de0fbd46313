// If these fail, people of two intakes are thrown together, or somebody who is in both is lost or doubled.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

function write(folder: Folder, name: string, lines: readonly string[]): void {
  writeFileSync(join(folder.path, name), `${lines.join('\n')}\n`);
}

function parts({ path }: Folder): unknown[] {
  const db = new Database(join(path, 'mentorctl.db'), { readonly: true });
  const rows = db
    .prepare(
      'select cohort.name, person.ref, enrolment.role from enrolment join person on person.id = person_id join cohort on cohort.id = cohort_id order by 1, 2, 3',
    )
    .raw(true)
    .all();
  db.close();
  return rows;
}

const roster = [
  'Name,Email,Role,Cohort',
  'Ana Sol,ana@mar.example,mentee,2025 intake',
  'Ben Oak,ben@mar.example,mentor,2025 intake',
];
const later = ['Ana Sol,ana@mar.example,mentor,2026 intake', 'Cleo Ash,cleo@mar.example,mentee,2026 Intake'];

it('puts each row into the cohort it names, and somebody of both into both', async () => {
  const folder = emptyFolder();
  write(folder, 'people.csv', [...roster, ...later]);
  const ran = await folder.run(['import', 'people.csv']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stdout).toContain(
    '1 mentor with 1 place, 1 mentee in 2025 intake; 1 mentor with 1 place, 1 mentee in 2026 intake. 3',
  );
  expect(parts(folder)).toEqual([
    ['2025 intake', 'ana@mar.example', 'mentee'],
    ['2025 intake', 'ben@mar.example', 'mentor'],
    ['2026 intake', 'ana@mar.example', 'mentor'],
    ['2026 intake', 'cleo@mar.example', 'mentee'],
  ]);
  const again = await folder.run(['import', 'people.csv']);
  expect(again.stdout, again.stderr).toContain('Nothing new.');
});

it('puts all of it into one where --cohort says so', async () => {
  const folder = emptyFolder();
  write(folder, 'people.csv', [...roster, ...later]);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'all'])).code).toBe(0);
  expect(new Set(parts(folder).map((row) => (row as string[])[0]))).toEqual(new Set(['all']));
});

it('asks about a row that names none where others name several', async () => {
  const folder = emptyFolder();
  write(folder, 'people.csv', [...roster, ...later, 'Dora Elm,dora@mar.example,mentee,']);
  const ran: Ran = await folder.run(['import', 'people.csv']);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toMatch(/line 6 .*this row says no cohort, and others say several.*--cohort/);
});

it('finds people of one cohort among those that came with the other, however far apart', async () => {
  const folder = emptyFolder();
  const many = (cohort: string): string[] =>
    Array.from({ length: 2500 }, (_, n) => `Person ${n},p${n}@mar.example,mentee,${cohort}`);
  write(folder, 'people.csv', ['Name,Email,Role,Cohort', ...many('a'), ...many('b')]);
  const ran = await folder.run(['import', 'people.csv', '--json']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(parts(folder)).toHaveLength(5000);
});
