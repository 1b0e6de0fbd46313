// If these fail, taking a change back leaves traces of it, or takes something else back with it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeLog, takeBack } from '../../src/store/change-log.ts';
import { openStore } from '../../src/store/store.ts';
import { transact } from '../../src/store/transact.ts';
import { proveTrail } from '../../src/store/trail.ts';
import { emptyFolder } from '../fake-host.ts';

const people = [
  'Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Major',
  'ana@example.edu,Ana Souza,S1,Mentee,,Biology',
  'ben@example.edu,Ben Adler,S2,Mentee,,History',
  'eva@example.edu,Eva Novak,S3,Mentee,,History',
  'mia@example.edu,Mia Rossi,M1,Mentor,2,History',
  'tom@example.edu,Tom Okafor,M2,Mentor,2,Biology',
];

const steps: readonly (readonly string[])[] = [
  ['record', 'meeting', '--mentee', 'S1', '--topic', 'exams'],
  ['record', 'meeting', '--mentee', 'S2', '--minutes', '20'],
  ['record', 'flag', 'raise', '--person', 'S1', '--about', 'exams'],
  ['record', 'flag', 'resolve', '1'],
  ['record', 'goal', 'set', '--person', 'S2', '--goal', 'Pass'],
  ['pair', 'end', 'S1', '--reason', 'poor-fit'],
  ['pair', 'void', 'S2', '--with-meetings'],
  ['pair', 'reopen', 'S1'],
  ['pair', 'block', 'S3', 'M1'],
  ['person', 'merge', 'S1', 'S3', '--prefer', 'S1'],
  ['cohort', 'close', 'fall'],
  ['match', '--cohort', 'fall'],
];

/** Every table but the audit trail, as it stands. */
function dump(path: string): string {
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'change%'",
    )
    .pluck()
    .all() as string[];
  // That a program file is in force is no change of anybody's, and not taken back.
  const rows = (name: string): unknown[] =>
    (db.prepare(`select * from "${name}" order by id`).all() as { key?: string }[]).filter(
      ({ key }) => key !== 'program-file',
    );
  const all = tables.sort().map((name) => [name, rows(name)]);
  db.close();
  return JSON.stringify(all);
}

it('undoing as often as something changed leads back through every state to the empty program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 8 }), async (chosen) => {
      const folder = emptyFolder({ waitsForDisk: true });
      const db = join(folder.path, 'mentorctl.db');
      writeFileSync(join(folder.path, 'people.csv'), `${people.join('\n')}\n`);
      const states: string[] = [];
      for (const argv of [
        ['cohort', 'add', 'fall'],
        ['import', 'people.csv', '--cohort', 'fall'],
        ['match', '--cohort', 'fall'],
        ['pair', 'accept', '--all'],
        ...chosen,
      ]) {
        await folder.run(argv);
        const now = dump(db);
        if (states.at(-1) !== now) states.push(now);
      }
      while (states.pop() !== undefined) {
        const ran = await folder.run(['data', 'undo']);
        expect(ran.code, ran.stderr).toBe(0);
        if (states.length > 0) expect(dump(db)).toBe(states.at(-1));
      }
      expect((await folder.run(['data', 'undo'])).stderr).toContain('nothing to take back');
    }),
    { numRuns: 12 },
  );
}, 60_000);

it('an undoing is not taken back over what was done again meanwhile', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  await folder.run(['cohort', 'add', 'fall']);
  await folder.run(['data', 'undo', '1']);
  await folder.run(['cohort', 'add', 'fall']);
  const before = dump(join(folder.path, 'mentorctl.db'));
  expect(await folder.run(['data', 'undo', '2', '--json'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('changed-since') as string,
  });
  expect(dump(join(folder.path, 'mentorctl.db'))).toBe(before);
});

it('takes back the rows that a change was given, and not those that another one put between them', async () => {
  const store = await openStore(join(emptyFolder({ waitsForDisk: true }).path, 'mentorctl.db'), { create: true });
  const author = { at: '2026-11-02T09:00:00.000Z', who: 'tester', command: 'mentorctl import' };
  const add = (...ids: number[]): Promise<unknown> =>
    transact(store, author, (writer) =>
      writer.insert(
        'person',
        ids.map((id) => ({ id, ref: `S${id}`, name: `Person ${id}`, email: null })),
      ),
    );
  // As two who write at once are given their numbers.
  await add(5, 6, 9);
  await add(7, 8);
  const log = await changeLog(store.db);
  expect(log.map(({ rows }) => rows)).toEqual([2, 3]);
  expect(await transact(store, author, (writer) => takeBack(writer, log[1]!, log), { undoes: 1 })).toBe(3);
  const left = await store.db.selectFrom('person').select('ref').execute();
  expect(left).toEqual([{ ref: 'S7' }, { ref: 'S8' }]);
  expect(await proveTrail(store.db)).toMatchObject({ faults: [], changes: 3 });
  await store.close();
});
