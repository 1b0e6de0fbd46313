// If these fail, an export as a system writes it comes in wrong with exit 0: another id, a month for a day of export, letters for topics.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const people = `Name,Student ID,Email,Role
Ana Sol,000123,ana@mar.example,mentee
Ben Oak,000124,ben@mar.example,mentor
Cleo Ash,000125,cleo@mar.example,mentee
Dora Elm,000127,dora@mar.example,mentor
`;

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

async function imported(
  text: string,
  { after = true, name = 'file.csv', argv = [] as readonly string[] } = {},
): Promise<{ code: number; said: string; all: Rows }> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  writeFileSync(join(folder.path, name), text);
  if (after) expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  const { code, stderr, stdout } = await folder.run(['import', name, '--cohort', 'fall', ...argv]);
  const everything = await folder.run(['export', 'everything', '--format', 'json', '--with-contacts']);
  return { code, said: stderr + stdout, all: everything.code === 0 ? (JSON.parse(everything.stdout) as Rows) : {} };
}

const observed = (all: Rows): string[] =>
  (all['observation'] ?? []).map(({ person, measure, observed, number, status }) =>
    [person, measure, '@', observed, status ?? number].join(' '),
  );
const fields = (all: Rows): unknown[] => (all['enrolment'] ?? []).map((one) => one['fields']);

it('Banner: the id that people know is the id, not the number of the record', async () => {
  const { all } = await imported(
    'SPRIDEN_PIDM,SPRIDEN_ID,SPRIDEN_LAST_NAME,SPRIDEN_FIRST_NAME\n10012,A0001,Sol,Ana\n',
    {
      after: false,
      argv: ['--role', 'mentee'],
    },
  );
  expect((all['person'] ?? []).map(({ ref }) => ref)).toEqual(['A0001']);
});

it('Canvas: the day of an export is no time of its grades', async () => {
  const { all } = await imported('Student,ID,SIS User ID,Final Score\n"Sol, Ana",11,000123,88.1\n', {
    name: '2026-10-04T1801_Grades-BIO101.csv',
  });
  expect(observed(all)).toEqual(['000123 final score @  88.1']);
});

it('Moodle: a course total is measured, and is no answer to pair people by', async () => {
  const { all } = await imported(
    'ID number,Quiz: Week 1 (Real),Course total (Real),Last downloaded from this course\n000123,9,81.5,1790000000\n000125,8,40,1790000000\n',
  );
  expect(observed(all)).toContain('000123 course total @  81.5');
  expect(JSON.stringify(fields(all))).not.toMatch(/81.5|1790000000/);
});

it('REDCap with labels: a form that is incomplete is left out', async () => {
  const { all } = await imported(
    'Record ID,Name,E-mail,Role,Complete?\n1,Ada Low,ada@mar.example,Mentee,Complete\n2,Bo Mar,bo@mar.example,Mentor,Incomplete\n',
    { after: false },
  );
  expect((all['person'] ?? []).map(({ name }) => name)).toEqual(['Ada Low']);
});

it('KoBoToolbox: boxes beside all answers in one cell are one set, and its own columns are nobody’s answers', async () => {
  const { all } = await imported(
    'start;Full name;Email;Role;Topics;Topics/Exams;Topics/Housing;_id;_uuid;_submission_time;_status\n2026-09-01T10:00;Ada Low;ada@mar.example;Mentee;Exams Housing;1;1;901;u-1;2026-09-01T08:05:00;submitted_via_web\n2026-09-01T11:00;Bo Mar;bo@mar.example;Mentor;Exams;1;0;902;u-2;2026-09-01T09:05:00;submitted_via_web\n',
    { after: false },
  );
  expect(fields(all)).toEqual([{ topics: ['Exams', 'Housing'] }, { topics: ['Exams'] }]);
});

it('the clearing house: F beside W is full time, and no "no"', async () => {
  const { all } = await imported(
    'Student ID,Enrollment Status,Enrollment Begin\n000123,F,20250825\n000125,W,20250825\n',
  );
  expect(observed(all)).toEqual([
    '000123 retention @ enrollment status stayed',
    '000125 retention @ enrollment status left',
  ]);
  expect(JSON.stringify(fields(all))).toContain('2025-08-25');
});

it('Starfish: flags are flags though their status stands beside them', async () => {
  const { all } = await imported(
    'Student Full Name,Student External ID,Tracking Item Name,Tracking Item Type,Created Date,Raised By,Status\nAna Sol,000123,Low Quiz Scores,Flag,2026-09-20,Kim Lund,Active\nCleo Ash,000125,Kudos,Kudo,2026-09-21,Jo Berg,Cleared\n',
  );
  expect(all['flag']).toHaveLength(2);
});

it('Navigate: appointments with a start and an end are meetings', async () => {
  const { all, said } = await imported(
    'Student Name,Student ID,Organizer,Location,Date,Start Time,End Time,Reason\nAna Sol,000123,Ben Oak,Library,09/23/2026,10:00 AM,10:30 AM,Mentoring\nCleo Ash,000125,Dora Elm,Library,09/24/2026,01:00 PM,02:00 PM,Mentoring\n',
  );
  expect(
    (all['meeting'] ?? []).map(({ minutes }) => minutes),
    said,
  ).toEqual([30, 60]);
});

it('Zoom: who was in a call, and for how long, is no answer of theirs', async () => {
  const { code, said } = await imported(
    'Name,Email,Join time,Leave time,Duration (minutes)\nAna Sol,ana@mar.example,09/23/2026 10:00:00 AM,09/23/2026 10:45:00 AM,45\nBen Oak,ben@mar.example,09/23/2026 10:00:00 AM,09/23/2026 10:45:00 AM,45\n',
  );
  expect(code).toBe(65);
  expect(said).toContain('If this is a file of meetings');
});

it('Chronus: a mentor beside a student is a pair', async () => {
  const { all, said } = await imported('Mentor,Student,Created On\nBen Oak,Ana Sol,2026-09-01\n', {
    argv: ['--as', 'pairs'],
  });
  expect(all['pair'], said).toHaveLength(1);
  const open = await imported('Mentor,Student,Matched on\nBen Oak,Ana Sol,2026-09-01\n');
  expect(open.all['pair'], open.said).toHaveLength(1);
});

it('Slate: a round of admission makes no survey of a list of people', async () => {
  const { code, all } = await imported('Name,Email,Role,Round\nAda Low,ada@mar.example,mentee,RD 2026\n', {
    after: false,
  });
  expect([code, all['person']?.length]).toEqual([0, 1]);
});

it('a given name beside a family name is a half, also in Korean', async () => {
  const { all } = await imported('학번,성,이름,역할\nK1,김,민준,멘티\n', { after: false });
  expect((all['person'] ?? []).map(({ name }) => name)).toEqual(['김 민준']);
});
