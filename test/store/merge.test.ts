// If these fail, joining two records of one human being stops half-way, or loses what one of them said.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function twoRecords(): Promise<Folder> {
  const folder = emptyFolder({ waitsForDisk: true });
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder.path, name), text);
  };
  write(
    'people.csv',
    'id,name,email,role,topics,motto\nS1,Ana Souza,ana@example.org,mentee,exams,\nS2,Ana Souza,a@example.org,mentee,,onward\n',
  );
  write(
    'outcomes.csv',
    'id,measure,when,value\nS1,gpa,fall,3.5\nS2,gpa,fall,absent\nS2,credits,fall,12\nS1,credits,spring,9\n',
  );
  for (const [file, kind] of [
    ['people.csv', 'roster'],
    ['outcomes.csv', 'outcomes'],
  ] as const) {
    const ran = await folder.run(['import', file, '--cohort', 'fall', '--as', kind]);
    expect(ran.code, ran.stderr).toBe(0);
  }
  return folder;
}

function observations({ path }: Folder): unknown[] {
  const db = new Database(join(path, 'mentorctl.db'), { readonly: true });
  const rows = db
    .prepare(
      'select p.ref, o.measure, o.observed, o.number, o.status from observation o join person p on p.id = o.person_id order by o.measure, o.observed',
    )
    .raw(true)
    .all();
  db.close();
  return rows;
}

it('says what the two contradict each other in, and changes nothing', async () => {
  const folder = await twoRecords();
  const before = observations(folder);
  const ran = await folder.run(['person', 'merge', 'S1', 'S2', '--json']);
  expect(ran.stderr).toContain('merge-conflict');
  expect(observations(folder)).toEqual(before);
});

it.each([
  ['S1', 3.5, null],
  ['S2', null, 'absent'],
] as const)(
  'takes the whole value of the one preferred, %s, and what only the other had',
  async (prefer, number, status) => {
    const folder = await twoRecords();
    const ran = await folder.run(['person', 'merge', 'S1', 'S2', '--prefer', prefer]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(observations(folder)).toEqual([
      ['S1', 'credits', 'fall', 12, null],
      ['S1', 'credits', 'spring', 9, null],
      ['S1', 'gpa', 'fall', number, status],
    ]);
    const { fields } = (
      JSON.parse((await folder.run(['export', 'people', '--json'])).stdout) as { items: { fields: object }[] }
    ).items[0] ?? { fields: {} };
    expect(fields).toMatchObject({ topics: expect.anything() as unknown, motto: expect.anything() as unknown });
  },
);

it('says a yes as a yes, and options apart, where the two contradict each other', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  writeFileSync(
    join(folder.path, 'people.csv'),
    'id,name,email,role,commuter,topics\nS1,Ana,ana@example.org,mentee,yes,Exams; Housing\nS2,Ana B,a@example.org,mentee,no,Exams; Money\nS3,Bo,b@example.org,mentee,no,Exams; Money\n',
  );
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  const ran = await folder.run(['person', 'merge', 'S1', 'S2']);
  expect(ran.stderr).toMatch(/commuter.*yes.*no/s);
  expect(ran.stderr).toContain('Exams; Housing');
  expect(ran.stderr).not.toMatch(/true|false/);
});

it.each([
  ['pin', 1],
  ['block', 0],
])('two records that were both under the same %s are one person under it', async (word, matched) => {
  const folder = emptyFolder({ waitsForDisk: true });
  const run = async (...argv: string[]): Promise<string> => {
    const ran = await folder.run(argv);
    expect(ran.code, `${argv.join(' ')}\n${ran.stderr}`).toBe(0);
    return ran.stdout;
  };
  writeFileSync(
    join(folder.path, 'people.csv'),
    'id,name,email,role,places\nS1,Ana,ana@example.org,mentee,\nS2,Ana B,a@example.org,mentee,\nM1,Mo,mo@example.org,mentor,3\n',
  );
  await run('import', 'people.csv', '--cohort', 'fall');
  await run('pair', word, 'S1', 'M1');
  await run('pair', word, 'S2', 'M1');
  await run('person', 'merge', 'S1', 'S2');
  const db = new Database(join(folder.path, 'mentorctl.db'), { readonly: true });
  expect(db.prepare('select count(*) as n from ruling').get()).toEqual({ n: 1 });
  db.close();
  const { pairs } = JSON.parse(await run('match', '--json')) as { pairs: { mentee: { id: string } }[] };
  expect(pairs.map(({ mentee }) => mentee.id)).toEqual(matched === 1 ? ['S1'] : []);
});
