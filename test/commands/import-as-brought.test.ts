// If these fail, a file in a shape that coordinators have comes in wrong with exit 0.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const people = `Name,Student ID,Email,Role
Ana Sol,000123,ana@mar.example,mentee
Cleo Ash,000125,cleo@mar.example,mentee
Ben Oak,000124,ben@mar.example,mentor
Dov Elm,000128,dov@mar.example,mentor
`;

interface Held {
  readonly code: number;
  readonly said: string;
  readonly folder: Folder;
  readonly all: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

async function imported(text: string, argv: readonly string[], after: boolean, name = 'file.csv'): Promise<Held> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  writeFileSync(join(folder.path, name), text);
  if (after) expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  const { code, stderr, stdout } = await folder.run(['import', name, '--cohort', 'fall', ...argv]);
  const everything = await folder.run(['export', 'everything', '--format', 'json', '--with-contacts']);
  const all = everything.code === 0 ? (JSON.parse(everything.stdout) as Held['all']) : {};
  return { code, said: `${stderr}${stdout}`.replace(/\n\s*/g, ' '), folder, all };
}

const observed = ({ all }: Held): string[] =>
  (all['observation'] ?? []).map(({ person, measure, observed, number, status }) =>
    [person, measure, '@', observed, status ?? number].join(' '),
  );
const roles = ({ all }: Held): unknown[] => (all['enrolment'] ?? []).map(({ role }) => role);
const minutes = ({ all }: Held): unknown[] =>
  (all['meeting'] ?? []).map(({ mentor, mentee, minutes }) => [mentor, mentee, minutes].join(' '));

describe('bad rows that are left out', () => {
  const twice = 'Student ID,Term,GPA\n000123,Fall 2025,3.4\n000123,Fall 2025,1.9\n000125,Fall 2025,2.5\n';

  it('take neither of two values of one person and time', async () => {
    const held = await imported(twice, ['--as', 'outcomes', '--skip-bad-rows', '--rejects', 'bad.csv'], true);
    expect(held.code).toBe(0);
    expect(observed(held)).toEqual(['000125 gpa @ fall 2025 2.5']);
    expect(held.said).toContain('1 observation of 1 person');
  });

  it('take nothing of the good rows of the same person with them', async () => {
    const last = 'Student ID,Term,GPA\n000123,Fall 2025,3.4\n000123,Spring 2026,n.x.\n000125,Fall 2025,2.5\n';
    const held = await imported(last, ['--as', 'outcomes', '--skip-bad-rows', '--rejects', 'bad.csv'], true);
    expect(held.code).toBe(0);
    expect(observed(held)).toEqual(['000123 gpa @ fall 2025 3.4', '000125 gpa @ fall 2025 2.5']);
  });
});

describe('roles', () => {
  it.each([
    ['Role', 'I could really use a mentor', 'Glad to mentor'],
    ['Souhait', 'Être guidé par une tutrice', 'Guider des étudiants'],
    ['Ich möchte', 'von einer Mentorin begleitet werden', 'Studierende begleiten'],
  ])('under %s are told from what is wanted and what is offered', async (heading, wants, offers) => {
    const held = await imported(
      `Name,Email,${heading}\nUma Lind,uma@mar.example,${wants}\nVic Hart,vic@mar.example,${offers}\n`,
      ['--map', `${heading}=role`],
      false,
    );
    expect(held.code).toBe(0);
    expect(roles(held)).toEqual(['mentee', 'mentor']);
  });

  it('are asked for with the heading that may say them', async () => {
    const text = 'Name,Email,Part\nUma Lind,uma@mar.example,Mentor-ish\nVic Hart,vic@mar.example,The other\n';
    expect((await imported(text, [], false)).said).toContain('--map "Part=role"');
  });
});

describe('meetings', () => {
  it('are between whom the people on file say, whatever stands over them', async () => {
    const text =
      'Freshman,Peer coach,Session date,Minutes\nAna Sol,Ben Oak,2026-10-01,30\nCleo Ash,Dov Elm,2026-10-02,40\n';
    const held = await imported(text, ['--as', 'meetings'], true);
    expect(minutes(held)).toEqual(['000124 000123 30', '000128 000125 40']);
  });

  it.each([
    ['Begin,End', '2026-10-01 14:00,2026-10-01 15:15'],
    ['Start,End', '2026-10-01T14:00:00.000Z,2026-10-01T15:15:00.000Z'],
    ['Start Date,Start Time,End Date,End Time', '2026-10-01,2:00:00 PM,2026-10-01,3:15:00 PM'],
    ['Date,Hours,Minutes', '2026-10-01,1,15'],
    ['Date,Time in,Time out', '2026-10-01,2:00 PM,3:15 PM'],
  ])('last from %s', async (headings, cells) => {
    const held = await imported(`Mentor,Mentee,${headings}\nBen Oak,Ana Sol,${cells}\n`, [], true);
    expect(minutes(held)).toEqual(['000124 000123 75']);
  });
});

describe('columns', () => {
  it('of a type of student or worker are no names', async () => {
    const text = 'Name,Email,Student type\nUma Lind,uma@mar.example,Transfer\nVic Hart,vic@mar.example,Continuing\n';
    const held = await imported(text, ['--role', 'mentee'], false);
    expect(held.all['person']?.map(({ name }) => name)).toEqual(['Uma Lind', 'Vic Hart']);
  });

  it('of a form, when an answer was begun and when it was sent, are no answers', async () => {
    const text =
      'Name,Email,Role,Start time,Completion time\nUma Lind,uma@mar.example,mentor,9/1/26 9:00:00,9/1/26 9:05:00\n';
    const held = await imported(text, [], false);
    expect(held.all['enrolment']?.[0]?.['fields']).toEqual({});
    expect(held.said).toMatch(/Completion time +-> left out: made by the survey system/);
  });

  it('that REDCap makes of each form are no answers, and a form that was never sent off is none', async () => {
    const text =
      'record_id,intake_timestamp,name,email,role,intake_complete\n1,2026-09-01 10:00:00,Uma Lind,uma@mar.example,mentor,2\n2,[not completed],Vic Hart,vic@mar.example,mentor,0\n';
    const held = await imported(text, [], false);
    expect(held.all['person']?.map(({ name }) => name)).toEqual(['Uma Lind']);
    expect(JSON.stringify(held.all['enrolment']?.[0]?.['fields'])).not.toMatch(/intake/);
    expect(held.said).toContain('never sent off');
  });

  it('of how many students are places', async () => {
    const text = 'Name,Email,No. of students\nUma Lind,uma@mar.example,2\nVic Hart,vic@mar.example,3\n';
    expect((await imported(text, ['--role', 'mentor'], false)).said).toContain('2 mentors with 5 places');
  });

  it('of family and given names make the name as its language says it', async () => {
    const text = '姓,名,Email\n山田,太郎,uma@mar.example\n佐藤,花子,vic@mar.example\n';
    const held = await imported(text, ['--role', 'mentee'], false);
    expect(held.all['person']?.map(({ name }) => name)).toEqual(['山田 太郎', '佐藤 花子']);
  });

  it('of numbers at a term are measured at it', async () => {
    const text = 'Student ID,GPA AU25,Hours AU25,Hours HT26\n000123,3,12,9\n000125,2,15,6\n';
    const held = await imported(text, ['--as', 'outcomes'], true);
    expect(observed(held)).toContain('000123 hours @ fall 2025 12');
    expect(observed(held)).toContain('000125 hours @ fall 2026 6');
  });

  it('of a registrar’s codes say who was there', async () => {
    const held = await imported('ID,TERM,ESTS_CODE\n000123,202610,EL\n000125,202610,WD\n', [], true);
    expect(observed(held)).toEqual(['000123 retention @ 202610 stayed', '000125 retention @ 202610 left']);
  });
});

describe('a roster in which some are gone', () => {
  const text =
    'Employee #,Name,Work Email,Employment Status\n501,Uma Lind,uma@mar.example,Terminated\n502,Vic Hart,vic@mar.example,Active\n';

  it('says who, and what leaves them out', async () => {
    const held = await imported(text, ['--role', 'mentee'], false);
    expect(held.said).toContain('says "Terminated" of 1 person, who comes in like all others: Uma Lind.');
    expect((await held.folder.run(['person', 'withdraw', '501'])).code).toBe(0);
    expect((await held.folder.run(['person', 'show', '501'])).stdout).toMatch(/withdrawn/);
  });
});

it('a survey of no wave says so once, not on every row', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `0001${String(23 + (at % 2) * 2)},Agree,Neutral`).join('\n');
  const held = await imported(`Student ID,I belong here,I know whom to ask\n${rows}\n`, ['--as', 'survey'], true);
  expect(held.said.match(/which wave/g)).toHaveLength(1);
});

describe('meetings under headings of other languages', () => {
  it.each([
    ['Mentor,Menti,Görüşme Tarihi,Süre (dakika)', ['2026-10-01,45', '2026-10-02,30'], [45, 30]],
    ['Mentor,Danışan,Tarih,Saat', ['01.10.2026,1', '22.10.2026,1.5'], [60, 90]],
    ['Mentor,Mentee,Datum,Von,Bis', ['01.10.2026,9h,10h30', '22.10.2026,9 Uhr,11 Uhr'], [90, 120]],
    ['Mentor,Podopieczny,Data spotkania,Czas trwania', ['01.10.2026,pół godziny', '22.10.2026,2 godziny'], [30, 120]],
    ['Mentor,Mentee,Date,Time', ['2026-10-01,14:00', '2026-10-02,09:30'], [null, null]],
  ])('%s', async (headings, rows, lengths) => {
    const [one = '', two = ''] = rows;
    const held = await imported(`${headings}\nBen Oak,Ana Sol,${one}\nBen Oak,Cleo Ash,${two}\n`, [], true);
    expect(held.code, held.said).toBe(0);
    expect((held.all['meeting'] ?? []).map(({ minutes: kept }) => kept)).toEqual(lengths);
  });
});

describe('REDCap without a time of sending', () => {
  const file = (states: readonly (number | '')[]): string =>
    `record_id,first_name,last_name,email,role,intake_complete\n${states.map((state, n) => `${n},Ada${n},Low,a${n}@mar.example,mentee,${state}`).join('\n')}\n`;

  it('leaves out forms that were begun and not completed, and says so', async () => {
    const held = await imported(file([2, 0, 1, '']), [], false);
    expect(roles(held)).toEqual(['mentee', 'mentee']);
    expect(held.said).toContain('2 x a form that REDCap calls incomplete (lines 3, 5)');
  });

  it('takes everybody where nobody sets the status', async () => {
    expect(roles(await imported(file([0, 0, '']), [], false))).toEqual(['mentee', 'mentee', 'mentee']);
  });
});
