// If these fail, what is said of one person is filed under another who has the same name, or a namesake of people on file is made.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const people = `Name,Staff no,Email,Role
Iris Lund,E11,iris@fjord.example,mentor
Iris Lund,E12,iris.l@fjord.example,mentee
Odd Vik,E13,odd@fjord.example,mentee
Odd Vik,E14,odd.v@fjord.example,mentee
Mia Berg,E15,mia@fjord.example,mentor
`;

async function fjord(): Promise<{ folder: Folder; take: (text: string, ...argv: string[]) => Promise<Ran> }> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return {
    folder,
    take: (text, ...argv) => {
      writeFileSync(join(folder.path, 'file.csv'), text);
      return folder.run(['import', 'file.csv', '--cohort', 'fall', ...argv]);
    },
  };
}

it('lists who a name could be, and the remedy is the id in its place', async () => {
  const { take } = await fjord();
  const text = 'Mentor,Mentee,Date,Minutes\nMia Berg,Odd Vik,2026-10-01,45\n';
  const ran = await take(text);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toContain('2 people here have this name: E13, odd@fjord.example; E14, odd.v@fjord.example');
  expect(ran.stderr).toContain('Write the id in place of the name');
  expect((await take(text.replace('Odd Vik', 'E14'))).stdout).toContain('1 meeting');
});

it('a column with the address settles it, wherever it stands, and so does one of ids that has a blank', async () => {
  const { folder, take } = await fjord();
  const ran = await take(
    'Mentee ID,Date,Mentor,Mentee,E-mail of mentee,Minutes\n,2026-10-01,Mia Berg,Odd Vik,odd.v@fjord.example,45\nE13,2026-10-02,Mia Berg,Odd Vik,,30\n',
  );
  expect(ran.code, ran.stderr).toBe(0);
  const { stdout } = await folder.run(['export', 'everything', '--format', 'json']);
  expect(stdout).toMatch(/"mentee":\s*"E14",\s*"day":\s*"2026-10-01"|"day":\s*"2026-10-01"[^}]*"mentee":\s*"E14"/);
});

it('the role settles it, and the pair; both are told', async () => {
  const { take } = await fjord();
  const byRole = await take('Mentor,Mentee,Start\nIris Lund,E13,2026-09-01\nMia Berg,Iris Lund,2026-09-01\n');
  expect(byRole.stdout).toContain('2 people are called Iris Lund: taken for E11 by their part in the cohort (line 2)');
  expect(byRole.stdout).toContain('taken for E12 by their part in the cohort (line 3)');
  const byPair = await take('Mentor,Mentee,Date,Minutes\nE11,Odd Vik,2026-10-01,45\n');
  expect(byPair.stdout).toContain('taken for E13 by the pair they are in');
  const alert = await take(
    'Student,Mentor,Alert,Raised\nOdd Vik,E11,Absent,2026-10-03\n',
    '--as',
    'flags',
    '--map',
    'Student=person',
  );
  expect(alert.stdout).toContain('taken for E13 by the pair they are in');
});

it('names in place of ids are people on file, and make nobody anew', async () => {
  const { folder, take } = await fjord();
  const gpa = 'Name,GPA Spring 2026\n"Berg, Mia",3.1\nOdd Vik,2.9\n';
  const open = await take(gpa, '--map', 'Name=id');
  expect(open.code).toBe(65);
  expect(open.stderr).toContain('2 people here have this name: E13');
  const now = await take(gpa.replace('Odd Vik', 'E13'), '--map', 'Name=id');
  expect(now.stdout, now.stderr).toContain('Known by their names: Berg, Mia is E15');
  const { stdout } = await folder.run(['person', 'list', '--format', 'csv', '--cohort', 'fall']);
  expect(stdout.trim().split('\n')).toHaveLength(6);
});
