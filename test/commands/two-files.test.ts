// If these fail, what a personnel list says of people who signed up is out of reach: rules read nothing and pair a mentee with her manager.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const list = `Employee ID,Worker,Work Email,Job Level,Manager ID,Time Zone,Hire Date
004512,"Lee, Ann",ann@quay.example,L2,004519,Europe/Berlin,2021-03-15
004513,"Ray, Bo",bo@quay.example,L3,004511,Europe/Paris,2020-01-02
004519,"Fox, Cy",cy@quay.example,L6,004500,Europe/Berlin,2012-05-01
004520,"Oz, Di",di@quay.example,L5,004500,Europe/Paris,2014-09-10
004999,"Em, Ed",ed@quay.example,L1,004519,Europe/Berlin,2024-02-01
`;
const form = `Timestamp,Email Address,What is your employee ID (Workday)?,What is your full name?,Mentor or mentee?,What would you like to talk about?
9/13/2026 10:00:00,ann@quay.example,4512,Ann Lee,Mentee,"Planning, Law"
9/13/2026 11:00:00,bo@quay.example,004513,Bo Ray,Mentee,"Law, Art"
9/14/2026 10:00:00,cy@quay.example,004519,Cy Fox,Mentor,"Planning, Law"
9/14/2026 12:00:00,di@quay.example,004520,Di Oz,Both,"Art, Planning"
`;

it.each([
  ['the list first', ['list.csv', 'form.csv']],
  ['the form first', ['form.csv', 'list.csv']],
])('makes one person of two files: %s', async (_, order) => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'list.csv'), list);
  writeFileSync(join(folder.path, 'form.csv'), form);
  for (const file of order) {
    const ran = await folder.run([
      'import',
      file,
      '--cohort',
      'fall',
      ...(file === 'list.csv' ? ['--role', 'none'] : []),
    ]);
    expect(ran.code, ran.stderr).toBe(0);
  }
  const { person, enrolment } = JSON.parse((await folder.run(['export', 'everything', '--format', 'json'])).stdout) as {
    person: { ref: string }[];
    enrolment: { person: string; role: string; fields: Record<string, unknown> }[];
  };
  expect(person.map(({ ref }) => ref).sort()).toEqual(['004512', '004513', '004519', '004520', '004999']);
  const parts = enrolment.map((part) => `${part.person} ${part.role} ${String(part.fields['job level'])}`).sort();
  expect(parts).toEqual([
    '004512 mentee L2',
    '004513 mentee L3',
    '004519 mentor L6',
    '004520 mentee L5',
    '004520 mentor L5',
    '004999 none L1',
  ]);
  const di = enrolment.filter(({ person: who }) => who === '004520');
  expect(di.map(({ fields }) => fields['time zone'])).toEqual(['Europe/Paris', 'Europe/Paris']);
  const program = readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8');
  expect(program).toMatch(/kind: differ\s+mentee: manager id\s+mentor: id/);
  expect(program).not.toMatch(/mentor: email/);
});

it('says that a list may only tell more of people, rather than have everybody in it made a mentor', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'list.csv'), list);
  const ran = await folder.run(['import', 'list.csv', '--cohort', 'fall']);
  expect([ran.code, ran.stderr]).toEqual([65, expect.stringContaining('--role none if it only tells more of people')]);
});
