// If these fail, a list about people who are all on file asks for roles they have, or takes them away.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it('a list of people who are all on file keeps their roles, though a number in it looks like an id without zeros', async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder.path, 'people.csv'),
    'Name,Student ID,Role\nAna Sol,0001,mentee\nBen Oak,0002,mentor\nCleo Ash,0003,mentee\n',
  );
  writeFileSync(join(folder.path, 'more.csv'), 'Student ID,Floor,Level\n0001,North,3\n0002,South,2\n0003,North,1\n');
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  const ran = await folder.run(['import', 'more.csv', '--cohort', 'fall']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stderr).toContain('everybody is on file: they keep the roles they have');
  expect(ran.stderr).not.toContain('Nobody has a name');
  expect(ran.stdout).toContain('3 people on file in fall.');
  const { stdout } = await folder.run(['person', 'list', '--json']);
  const { items } = JSON.parse(stdout) as { items: { id: string; role: string; fields: object }[] };
  expect(items.map(({ id, role, fields }) => [id, role, fields])).toEqual([
    ['0001', 'mentee', { floor: 'North', level: 3 }],
    ['0002', 'mentor', { floor: 'South', level: 2 }],
    ['0003', 'mentee', { floor: 'North', level: 1 }],
  ]);
});
