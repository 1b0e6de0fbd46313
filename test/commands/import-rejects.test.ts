// If this fails, rows set aside for mending are lost, doubled, or cannot come back.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const file = `Student ID,E-mail,Full name,Role,How many mentees?,Topics
0012,ana@example.org,Ana Souza,mentee,,"exams, housing"
0013,bo@example.org,Bo Chen,alumni,,exams
0014,cy(at)example.org,"Cy ""Cyclone"" Ode",mentor,-2,"housing, exams"
0015,dee@example.org,Dee Fox,mentor,2
0016,eve@example.org,Eve Gray,mentor,1,=1+1
0017,bo@example.org,"Bo
Chen",mentee,,exams
0018,eve@example.org,Ivo Hart,mentee,,exams
`;

it('the rows left out stand in the file of rejects as they were; mended, they go in, and then nothing is left out', async () => {
  const folder = emptyFolder();
  const at = (name: string): string => join(folder.path, name);
  writeFileSync(at('signups.csv'), file);
  const first = await folder.run([
    'import',
    'signups.csv',
    '--cohort',
    'fall',
    '--skip-bad-rows',
    '--rejects',
    'bad.csv',
    '--json',
  ]);
  expect(first.code, first.stderr).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ counts: { added: 3, bad: 4 } });
  const bad = readFileSync(at('bad.csv'), 'utf8');
  expect(bad.split('\n')[0]?.trim()).toBe('Student ID,E-mail,Full name,Role,How many mentees?,Topics,mentorctl_error');
  for (const id of ['0013', '0014', '0015', '0018']) expect(bad).toContain(id);
  expect(bad).not.toContain('0012');
  expect(bad).toContain('"Cy ""Cyclone"" Ode"');

  // Not mended, the same rows are bad again.
  const unmended = await folder.run(['import', 'bad.csv', '--cohort', 'fall', '--json']);
  expect(unmended.code).toBe(65);

  writeFileSync(
    at('bad.csv'),
    bad
      .replace('alumni', 'mentee')
      .replace('cy(at)', 'cy@')
      .replace('-2', '2')
      .replace('Fox,mentor,2,', 'Fox,mentor,2,,')
      .replace('0018,eve@', '0018,ivo@')
      .replace('0013,bo@', '0013,bo2@'),
  );
  const mended = await folder.run(['import', 'bad.csv', '--cohort', 'fall', '--json']);
  expect(mended.code, mended.stderr + mended.stdout).toBe(0);
  expect(JSON.parse(mended.stdout)).toMatchObject({ counts: { added: 4, changed: 0, bad: 0 } });
  const { items } = JSON.parse((await folder.run(['person', 'list', '--json'])).stdout) as {
    items: { name: string }[];
  };
  expect(items.map(({ name }) => name).sort()).toEqual(
    ['Ana Souza', 'Bo Chen', 'Bo Chen', 'Cy "Cyclone" Ode', 'Dee Fox', 'Eve Gray', 'Ivo Hart'].sort(),
  );
});

const bad =
  'Student ID,E-mail,Full name,Role\n0012,ana@example.org,Ana Souza,mentee\n0013,bo(at)example.org,Bo Chen,mentee\n';

it.each([
  ['the file itself', ['signups.csv', '--rejects', 'signups.csv'], 73],
  ['the program file', ['signups.csv', '--rejects', 'mentorctl.yaml'], 73],
  ['the result', ['signups.csv', '--rejects', 'out.txt', '-o', 'out.txt'], 73],
  ['a folder', ['signups.csv', '--rejects', '.'], 73],
  ['those of another file', ['signups.csv', 'more.csv', '--rejects', 'bad.csv'], 2],
])('bad rows never go over %s, and nothing is imported', async (_, argv, code) => {
  const folder = emptyFolder();
  for (const name of ['signups.csv', 'more.csv']) writeFileSync(join(folder.path, name), bad);
  const ran = await folder.run(['import', ...argv, '--cohort', 'fall', '--skip-bad-rows']);
  expect(ran.code, ran.stderr).toBe(code);
  expect(readdirSync(folder.path).sort()).toEqual(['more.csv', 'signups.csv']);
  expect(readFileSync(join(folder.path, 'signups.csv'), 'utf8')).toBe(bad);
});

it('no file of rejects is written where the good rows were not kept', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'signups.csv'), bad);
  const ran = await folder.run(['import', 'signups.csv', '--skip-bad-rows', '--rejects', 'bad.csv']);
  expect(ran.stderr).toContain('which cohort');
  expect(readdirSync(folder.path)).not.toContain('bad.csv');
});

it('a row that could not be taken apart stands under its own headings where a column has none', async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder.path, 'signups.csv'),
    'Student ID,,E-mail,Full name,Role\n0012,x,ana@example.org,Ana Souza,mentee\n0013,y,bo@example.org,"Bo" Chen,mentee\n',
  );
  const argv = ['import', 'signups.csv', '--cohort', 'fall', '--skip-bad-rows', '--rejects', 'bad.csv'];
  expect((await folder.run(argv)).code).toBe(0);
  const [headings, row] = readFileSync(join(folder.path, 'bad.csv'), 'utf8').split('\n');
  expect(headings).toBe('Student ID,E-mail,Full name,Role,mentorctl_error');
  expect(row).toMatch(/^0013,bo@example.org,/);
});

it('of several files, those that went in before one that did not are named', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'good.csv'), bad.split('\n').slice(0, 2).join('\n'));
  writeFileSync(join(folder.path, 'bad.csv'), bad);
  const ran = await folder.run(['import', 'good.csv', 'bad.csv', '--cohort', 'fall']);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toContain('Imported before this, and kept: good.csv.');
});

it('where every row is bad nothing was imported, and that is no success', async () => {
  const folder = emptyFolder();
  const text = 'Name,Email,Role\nDora Elm,dora@mar.example,Lotse\nEd Fir,ed(at)mar.example,mentor\n';
  writeFileSync(join(folder.path, 'signups.csv'), text);
  const argv = ['import', 'signups.csv', '--cohort', 'fall', '--skip-bad-rows', '--rejects', 'bad.csv'];
  const ran = await folder.run(argv);
  expect([ran.code, ran.stderr]).toEqual([65, expect.stringContaining('2 problems in 2 rows; nothing was imported')]);
  expect(readdirSync(folder.path)).toEqual(['signups.csv']);
  writeFileSync(join(folder.path, 'signups.csv'), text.replace('Lotse', 'mentee'));
  expect((await folder.run(argv)).code).toBe(0);
});

it('two values of one person and time are neither taken, however far apart they stand, and what was known stays', async () => {
  const folder = emptyFolder();
  const at = (name: string): string => join(folder.path, name);
  const ids = Array.from({ length: 1500 }, (_, n) => `S${n}`);
  writeFileSync(at('people.csv'), `ID,Name,Role\n${ids.map((id) => `${id},Person ${id},mentee`).join('\n')}\n`);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  writeFileSync(at('before.csv'), 'ID,GPA Fall 2025\nS1,1.5\nS2,1.6\n');
  expect((await folder.run(['import', 'before.csv', '--cohort', 'fall'])).code).toBe(0);
  const rows = ids.map((id) => `${id},3.0`);
  writeFileSync(at('far.csv'), `ID,GPA Fall 2025\n${rows.join('\n')}\nS0,2.0\nS1,2.1\n`);
  const argv = ['import', 'far.csv', '--cohort', 'fall'];
  expect((await folder.run(argv)).stderr).toContain('an earlier row says 3 of gpa at fall 2025 for S0');
  const ran = await folder.run([...argv, '--skip-bad-rows', '--rejects', 'bad.csv']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(readFileSync(at('bad.csv'), 'utf8').match(/^S\d+,/gm)).toEqual(['S0,', 'S1,']);
  const { stdout } = await folder.run(['export', 'everything', '--format', 'json']);
  const { observation } = JSON.parse(stdout) as { observation: { person: string; number: number }[] };
  const of = (person: string): number[] =>
    observation.filter((one) => one.person === person).map(({ number }) => number);
  expect([of('S0'), of('S1'), of('S2')]).toEqual([[], [1.5], [3]]);
  expect(ran.stdout).toContain('1498 observations of 1500 people');
});
