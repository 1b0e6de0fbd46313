// If this fails, a script that asks for a report before the registrar has answered stops, or reads half a document.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it.each(['retention', 'performance'])('report %s is a whole document where nothing is recorded yet', async (name) => {
  const folder = emptyFolder();
  cpSync('test/errors/_program/people.csv', join(folder.path, 'people.csv'));
  for (const line of ['import people.csv --cohort fall', 'match --cohort fall', 'pair accept --all'])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  const text = await folder.run(['report', name]);
  expect(text.code).toBe(0);
  expect(text.stdout).toContain('Nothing is recorded yet for fall');
  expect(text.stdout).toContain('Next: mentorctl import');
  const json = JSON.parse((await folder.run(['report', name, '--json'])).stdout) as Record<string, unknown>;
  expect(json).toMatchObject({ schema: `mentorctl/report-${name}@1`, findings: [], claim: { level: 0 } });
  const csv = await folder.run(['report', name, '--format', 'csv']);
  expect(csv.code).toBe(0);
  expect(csv.stdout.trim().split('\n')).toEqual(['outcome,group,unknown,known,yes,rate,low,high']);
});

it('names days on file that may be those of leaving, and the import it proposes makes them so', async () => {
  const folder = emptyFolder();
  const people = Array.from({ length: 60 }, (_, i) => {
    const left = i % 4 === 0 ? '2025-11-0' + String(1 + (i % 8)) : '';
    return `E${i},${i % 2 === 0 ? 'Y' : 'N'},2025-01-${String(10 + (i % 9))},${left}`;
  });
  writeFileSync(join(folder.path, 'staff.csv'), `Emp ID,Mentored,Hire Date,Termination Date\n${people.join('\n')}\n`);
  expect((await folder.run(['import', 'staff.csv', '--cohort', 'staff', '--as', 'outcomes'])).code).toBe(0);
  const before = (await folder.run(['report', 'retention'])).stdout.replaceAll(/\s+/g, ' ');
  expect(before).toContain('On file are days in "hire date" and "termination date".');
  const maps = ['--map', 'Termination Date=end', '--map', 'Hire Date=start'];
  expect((await folder.run(['import', 'staff.csv', '--cohort', 'staff', '--as', 'outcomes', ...maps])).code).toBe(0);
  expect((await folder.run(['report', 'retention'])).stdout).toContain('Still here 365 days after the own start');
});
