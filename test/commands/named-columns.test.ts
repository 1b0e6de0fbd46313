// If these fail, a program file written by hand is not believed: its fields and measures are made a second time by the import.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

function program(text: string): Folder {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'mentorctl.yaml'), text);
  return folder;
}

it('finds a field by its name where the program file gives it no headings', async () => {
  const folder = program(
    'fields: {campus: {type: category, options: [North, South]}, topics: {type: set, options: [a, b]}}\n',
  );
  const stdin = 'id,name,role,Campus,topics [a],topics [b]\n1,Ana,mentor,North,yes,\n2,Ben,mentee,South,,yes\n';
  const ran = await folder.run(['import', '-', '--cohort', 'c'], { stdin });
  expect(ran.code, ran.stderr).toBe(0);
  const people = await folder.run(['person', 'show', '1', '--json']);
  expect(people.stdout).toContain('"campus": "North"');
  expect(ran.stderr).not.toMatch(/campus 2|topics 2/);
});

it('takes a column of a roster that the program measures as a value at the start', async () => {
  const folder = program('measures: {entry gpa: {kind: number, baseline: true}}\n');
  const rows = [
    'id,name,role,Entry GPA',
    ...Array.from({ length: 24 }, (_, n) => `${n},P${n},${n % 2 ? 'mentor' : 'mentee'},${n % 5}`),
  ];
  const ran = await folder.run(['import', '-', '--cohort', 'c'], { stdin: `${rows.join('\n')}\n` });
  expect(ran.code, ran.stderr).toBe(0);
  expect(ran.stderr).toMatch(/Entry GPA +-> entry gpa, number/);
  expect(ran.stdout).toContain('24 new');
  const again = await folder.run(['import', '-', '--cohort', 'c'], { stdin: `${rows.join('\n')}\n` });
  expect(again.stdout).toContain('Nothing new');
});
