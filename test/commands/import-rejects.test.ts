// If this fails, rows set aside for mending are lost, doubled, or cannot come back.
import { readFileSync, writeFileSync } from 'node:fs';
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
