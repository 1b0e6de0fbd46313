// If these fail, somebody can rewrite what was done, and data check says that all is well; or it cries wolf at what mentorctl did itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const people = [
  'Email Address,Full name,Student ID,Role,How many mentees could you take?,Major',
  'ana@example.edu,Ana Souza,S1001,Mentee,,Biology',
  'ben@example.edu,Ben Adler,S1002,Mentee,,History',
  'mia@example.edu,Mia Rossi,M1001,Mentor,2,History',
];

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), `${people.join('\n')}\n`);
  for (const argv of [
    ['import', 'people.csv', '--cohort', 'fall'],
    ['match'],
    ['pair', 'accept', '--all'],
    ['record', 'meeting', '--mentee', 'S1001', '--notes', 'met Ben Adler at the door'],
    ['record', 'meeting', '--mentee', 'S1002'],
    ['data', 'undo'],
  ]) {
    const ran = await folder.run(argv);
    expect(ran.code, ran.stderr).toBe(0);
  }
  return folder;
}

interface Checked {
  readonly sound: boolean;
  readonly faults: readonly string[];
  readonly remarks: readonly { readonly text: string }[];
  readonly trail: { readonly changes: number; readonly seal: string };
}

async function check(folder: Folder): Promise<Checked> {
  return JSON.parse((await folder.run(['data', 'check', '--json'])).stdout) as Checked;
}

function behind(folder: Folder, sql: string): void {
  const db = new Database(join(folder.path, 'mentorctl.db'));
  db.exec(sql);
  db.close();
}

it('is whole after whatever mentorctl did', async () => {
  const found = await check(await program());
  expect(found).toMatchObject({ sound: true, faults: [], remarks: [], trail: { changes: 6 } });
});

it.each([
  ['who did it', `update change set who = 'somebody' where id = 2`, 'change 2 is not what was sealed'],
  [
    'what was before',
    `update change_row set before = '{}' where id = (select max(id) from change_row where before is not null)`,
    'is not what was sealed',
  ],
  ['a line taken out', 'delete from change_row where change_id = 4', 'change 4 is not what was sealed'],
  [
    'a change taken out',
    'pragma foreign_keys = off; delete from change_row where change_id = 4; delete from change where id = 4',
    'the seal of change 5 does not follow',
  ],
  [
    'the last ones taken away',
    'pragma foreign_keys = off; delete from change_row where change_id > 4; delete from change where id > 4',
    'the last changes are missing',
  ],
  [
    'a name in the tables',
    `update person set name = 'Ann Souza' where ref = 'S1001'`,
    'person does not hold what the audit trail says',
  ],
  [
    'a meeting made up',
    `insert into meeting (cohort_id, mentor_id, mentee_id, day) values (1, 3, 1, '2026-10-01')`,
    'meeting does not hold',
  ],
  [
    'a letter in the rules of a run',
    `update run set program_text = replace(program_text, 'program', 'programm')`,
    'run 1 does not hold the program file it was made with',
  ],
  [
    'somebody put into a run',
    `update run set snapshot = replace(snapshot, 'S1001', 'S1003')`,
    'run 1 does not hold the people it was made of',
  ],
  ['a pair taken away', 'pragma foreign_keys = off; delete from pair where id = 2', 'pair does not hold'],
])('notices %s', async (_, sql, said) => {
  const folder = await program();
  behind(folder, sql);
  const found = await check(folder);
  expect(found.sound).toBe(false);
  expect(found.faults.join('\n')).toContain(said);
  await folder.run(['data', 'backup', 'copy.backup']);
  const restored = await folder.run(['data', 'restore', 'copy.backup', '--yes']);
  expect(restored.code).toBe(65);
  expect(restored.stderr).toContain('the copy is damaged: ');
});

it('goes on saying that a table was changed behind its back when a later change has taken that in', async () => {
  const folder = await program();
  behind(folder, `update person set name = 'Ann Souza' where ref = 'S1001'`);
  expect((await folder.run(['person', 'change', 'S1002', '--name', 'Benno Adler'])).code).toBe(0);
  const found = await check(folder);
  expect(found.sound).toBe(true);
  expect(found.remarks.map(({ text }) => text)).toEqual([
    'person was changed by something else than mentorctl before change 7',
  ]);
});

it('stays whole when somebody is forgotten, again and again, and vouches for nothing that was rewritten before', async () => {
  const folder = await program();
  const before = (await check(folder)).trail.seal;
  expect((await folder.run(['person', 'forget', 'S1002', '--confirm', 'S1002'])).code).toBe(0);
  const once = await check(folder);
  expect(once).toMatchObject({ sound: true, trail: { changes: 7 } });
  expect(once.trail.seal).not.toBe(before);
  expect((await folder.run(['record', 'meeting', '--mentee', 'S1001'])).code).toBe(0);
  behind(folder, `update change set who = 'somebody' where id = 5`);
  behind(folder, `update run set program_text = program_text || '#' where id = 1`);
  expect((await folder.run(['person', 'forget', 'S1001', '--confirm', 'S1001'])).code).toBe(0);
  expect((await check(folder)).faults).toEqual([
    'change 5 is not what was sealed',
    'run 1 does not hold the program file it was made with',
    'run 1 does not hold the people it was made of',
  ]);
});

it('lets no dry run, refused command or reader move the seal', async () => {
  const folder = await program();
  const { seal } = (await check(folder)).trail;
  await folder.run(['person', 'forget', 'S1002', '--dry-run']);
  await folder.run(['data', 'undo', '--dry-run']);
  await folder.run(['record', 'meeting', '--mentee', 'nobody']);
  await folder.run(['person', 'list']);
  expect((await check(folder)).trail.seal).toBe(seal);
});

it.each([
  ['tables of another program', 'create table recipe (id integer primary key)', 1],
  ['a trigger beside our tables', '', 2],
  ['none of our tables and no version', 'create table recipe (id integer primary key)', 0],
])('refuses to restore a file with our numbers and %s', async (_, sql, version) => {
  const folder = await program();
  await folder.run(['data', 'backup', 'copy.backup']);
  const path = join(folder.path, sql === '' ? 'copy.backup' : 'foreign.db');
  const db = new Database(path);
  db.exec(sql === '' ? 'create trigger spy after insert on person begin delete from meeting; end' : sql);
  db.pragma('application_id = 0x4d747263');
  db.pragma(`user_version = ${version}`);
  db.close();
  const before = await check(folder);
  const ran = await folder.run(['data', 'restore', path, '--yes']);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toContain('this is a database of another program');
  expect(await check(folder)).toEqual(before);
});
