// If these fail, what a mentor wrote or who she is comes out in a report, hours are counted wrongly, or a script finds no document.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

interface Document {
  readonly schema: string;
  readonly claim: { readonly level: number };
  readonly findings: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly groups: { value: number }[];
  }[];
  readonly tables: readonly { readonly id: string; readonly columns: string[]; readonly rows: unknown[][] }[];
  readonly survey: { readonly origin: string } | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const mentors = Array.from({ length: 24 }, (_, n) => `M${pad(n)}`);
const secret = 'I shouted and was ashamed';

async function file(folder: Folder, name: string, rows: readonly string[], ...flags: string[]): Promise<void> {
  writeFileSync(join(folder.path, name), `${rows.join('\n')}\n`);
  const ran = await folder.run(['import', name, '--cohort', 'fall', ...flags]);
  expect(ran.code, ran.stderr).toBe(0);
}

/** 20 mentors with a mentee each, 4 without; meetings of an hour, every other with a reflection. */
async function program(): Promise<Folder> {
  const folder = emptyFolder();
  await file(folder, 'people.csv', [
    'Student ID,E-mail,Full name,Role,Training done,Year',
    ...mentors.map(
      (id, n) =>
        `${id},${id}@example.org,Zelda Mentor${id},mentor,${n % 2 === 0 ? 'yes' : 'no'},${n % 2 === 0 ? 'Second' : 'Third'}`,
    ),
    ...mentors.slice(0, 20).map((id) => `S${id},s${id}@example.org,Yorick Mentee${id},mentee,,`),
  ]);
  await file(
    folder,
    'pairs.csv',
    ['Mentor,Mentee', ...mentors.slice(0, 20).map((id) => `${id},S${id}`)],
    '--as',
    'pairs',
  );
  await file(folder, 'meetings.csv', [
    'Date,Mentor,Mentee,Minutes,Topic,Reflection',
    ...mentors
      .slice(0, 20)
      .flatMap((id, n) => [
        `2026-10-01,${id},S${id},60,exams,${n < 12 ? secret : ''}`,
        `2026-10-15,${id},S${id},${n === 0 ? '' : '30'},exams, `,
      ]),
  ]);
  return folder;
}

async function answered(folder: Folder, wave: string, lift: number): Promise<void> {
  const row = (id: string, n: number): string =>
    [
      id,
      ...wordings.map((_, item) => Math.min(5, 2 + ((n * 2 + item) % 3) + (item !== 5 && n % 4 > 0 ? lift : 0))),
    ].join(',');
  const wordings = [
    'I can explain a difficult thing simply.',
    'I give feedback that the other person can use.',
    'I keep track of what I promised and by when.',
    'I come to meetings with a plan.',
    'I notice when someone is struggling even if they do not say so.',
    'I find it hard to see a situation as someone else sees it.',
    'I would be comfortable leading a small team.',
    'I am ready for more responsibility than I have now.',
  ];
  await file(
    folder,
    `leadership-${wave}.csv`,
    [['Student ID', ...wordings].join(','), ...mentors.slice(0, 20).map(row)],
    '--as',
    'survey',
  );
}

const read = async (folder: Folder, ...flags: string[]): Promise<Document> => {
  const ran = await folder.run(['report', 'leadership', '--json', ...flags]);
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as Document;
};
const rowsOf = ({ tables }: Document, id: string): unknown[][] => tables.find((table) => table.id === id)?.rows ?? [];

it('counts hours, meetings and reflections, and shows neither names nor what was written', async () => {
  const folder = await program();
  await answered(folder, 'pre', 0);
  await answered(folder, 'post', 1);
  const report = await read(folder);
  expect(report).toMatchObject({
    schema: 'mentorctl/report-leadership@1',
    claim: { level: 1 },
    survey: { origin: 'shipped' },
  });
  // 20 hours and 19 half hours; the length of one meeting is not noted.
  expect(report.findings[0]).toMatchObject({ id: 'hours-given', groups: [{ n: 20, value: 29.5 }] });
  expect(report.findings[0]?.sentence).toContain(
    '12 of them wrote at least one reflection, 12 in all: after 30 in 100',
  );
  expect(rowsOf(report, 'given').map((row) => row.slice(0, 4))).toEqual([
    ['meetings held', 20, 20, 40],
    ['hours in meetings', 20, 20, 29.5],
    ['reflections written', 20, 12, 12],
  ]);
  expect(rowsOf(report, 'roles')[0]?.slice(0, 3)).toEqual(['training done', 20, 10]);
  for (const format of ['text', 'json', 'csv', 'md']) {
    const ran = await folder.run(['report', 'leadership', '--technical', '--by', 'year', '--format', format]);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).not.toMatch(/Zelda|Yorick|example\.org|shouted|M\d\d/);
  }
});

it('is a whole document where nobody was asked yet: the rest of it, the questions, and how to bring answers in', async () => {
  const folder = await program();
  const report = await read(folder);
  expect(report).toMatchObject({ claim: { level: 0 }, survey: null });
  expect(report.findings.map(({ id }) => id)).toEqual(['hours-given', 'leadership-answers']);
  expect(rowsOf(report, 'questions')).toHaveLength(8);
  const text = await folder.run(['report', 'leadership']);
  expect(text.stdout).toContain('Next: mentorctl import answers.csv --as survey --instrument leadership');
  // A script finds the same headings as when there is a change.
  const csv = await folder.run(['report', 'leadership', '--format', 'csv']);
  expect(csv.stdout.trim()).toBe('scale,people,before,after,change,change-low,change-high,gz,reading');
  const questions = await folder.run(['report', 'leadership', '--table', 'questions', '--format', 'csv']);
  expect(questions.stdout.split('\n')[1]).toBe('1,I can explain a difficult thing simply.,communication,');
});

it('hides what fewer mentors than min_cell gave', async () => {
  const folder = emptyFolder();
  await file(folder, 'people.csv', [
    'Student ID,E-mail,Full name,Role',
    'M1,m@example.org,Max,mentor',
    'S1,s@example.org,Sue,mentee',
  ]);
  await file(folder, 'pairs.csv', ['Mentor,Mentee', 'M1,S1'], '--as', 'pairs');
  await file(folder, 'meetings.csv', ['Date,Mentor,Mentee,Minutes,Topic', '2026-10-01,M1,S1,47,exams']);
  for (const format of ['text', 'json', 'csv', 'md']) {
    const ran = await folder.run(['report', 'leadership', '--format', format, '--table', 'given']);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stdout).not.toMatch(/47|0\.78/);
  }
});

it('compares with others who answered, or says why it does not', async () => {
  const folder = await program();
  await answered(folder, 'pre', 0);
  await answered(folder, 'post', 1);
  const few = await folder.run(['report', 'leadership', '--compare', 'unpaired']);
  expect(few.code).toBe(0);
  expect(few.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Nobody is compared with: fewer than 10 mentors without a mentee answered afterwards.',
  );
  const wrong = await folder.run(['report', 'leadership', '--compare', 'everybody']);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Known: others, unpaired.')]);
});

it('counts what a mentor did with a circle on one day once', async () => {
  const folder = await program();
  writeFileSync(
    join(folder.path, 'mentorctl.yaml'),
    'program: Circles\ncircles: {least: 3, most: 8}\ncapacity: {standard: 1, maximum: 8}\nfields: {}\nrules: []\ncriteria: []\nmeasures: {}\n',
  );
  const more = mentors.slice(0, 20).map((id, n) => `2026-10-01,${id},S${mentors[(n + 1) % 20] ?? ''},60,exams,`);
  await file(folder, 'more-meetings.csv', ['Date,Mentor,Mentee,Minutes,Topic,Reflection', ...more], '--as', 'meetings');
  expect((await read(folder)).findings[0]?.groups[0]?.value).toBe(29.5);
});
