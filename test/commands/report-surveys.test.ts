// If these fail, a report on mentees compares people who were never asked, shows a small side of pairs, or miscounts goals.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

interface Document {
  readonly schema: string;
  readonly claim: { readonly level: number; readonly because: readonly string[] };
  readonly cautions: readonly string[];
  readonly findings: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly verdict: string;
    readonly groups: readonly { readonly label: string; readonly known: number; readonly value: number | null }[];
  }[];
  readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly unknown[])[] }[];
}

const pad = (n: number): string => String(n).padStart(2, '0');
const ids = (letter: string, n: number): string[] => Array.from({ length: n }, (_, index) => `${letter}${pad(index)}`);
const [mentors, mentees, others] = [ids('M', 16), ids('S', 16), ids('X', 16)];

async function file(folder: Folder, name: string, rows: readonly string[], ...flags: string[]): Promise<void> {
  writeFileSync(join(folder.path, name), `${rows.join('\n')}\n`);
  const ran = await folder.run(['import', name, '--cohort', 'fall', ...flags]);
  expect(ran.code, ran.stderr).toBe(0);
}

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  await file(folder, 'people.csv', [
    'Student ID,E-mail,Full name,Role',
    ...mentors.map((id) => `${id},${id}@example.org,Zelda ${id},mentor`),
    ...mentees.map((id) => `${id},${id}@example.org,Yorick ${id},mentee`),
  ]);
  // Known from an extract, without a mentor.
  await file(folder, 'registrar.csv', ['Student ID,Participated', ...mentees.map((id) => `${id},Y`), ...others.map((id) => `${id},N`)], '--as', 'outcomes'); // prettier-ignore
  await file(
    folder,
    'pairs.csv',
    ['Mentor,Mentee,Date', ...mentors.map((id, n) => `${id},${mentees[n] ?? ''},2026-03-02`)],
    '--as',
    'pairs',
  );
  return folder;
}

/** Numbered items; the fourth is worded the other way round. Everybody rises by `lift`, more or less. */
async function answered(folder: Folder, who: readonly string[], wave: string, lift: number): Promise<void> {
  const row = (id: string, n: number): string => {
    const level = 2 + (n % 3) + (n % 5 === 0 ? 0 : lift);
    const given = Array.from({ length: 5 }, (_, item) => Math.min(5, level + ((n + item) % 2)));
    return [id, ...given.map((answer, item) => (item === 3 ? 6 - answer : answer))].join(',');
  };
  const heading = [
    'There is a place for me in this community.',
    'People here would notice if I stopped coming.',
    'I can be myself around the people here.',
    'I often feel like an outsider here.',
    'I know someone here I could ask for help today.',
  ];
  const name = `belonging-${wave}-${who[0] ?? ''}.csv`;
  await file(folder, name, [['Student ID', ...heading].join(','), ...who.map(row)], '--as', 'survey', '--wave', wave);
}

const read = async (folder: Folder, name: string, ...flags: string[]): Promise<Document> => {
  const ran = await folder.run(['report', name, '--json', ...flags]);
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as Document;
};
const rowsOf = ({ tables }: Document, id: string): readonly (readonly unknown[])[] =>
  tables.find((table) => table.id === id)?.rows ?? [];

it('compares mentees with people without a mentor where enough of them answered, and not otherwise', async () => {
  const folder = await program();
  await answered(folder, mentees, 'pre', 0);
  await answered(folder, mentees, 'post', 1);
  const alone = await read(folder, 'belonging');
  expect(alone.claim).toMatchObject({ level: 1, because: ['nobody to compare with is known', expect.any(String)] });
  expect(alone.findings[0]).toMatchObject({ id: 'belonging-change', verdict: 'clearly-higher' });
  await answered(folder, others.slice(0, 9), 'pre', 0);
  await answered(folder, others.slice(0, 9), 'post', 1);
  const few = await read(folder, 'belonging');
  expect(few.claim.level).toBe(1);
  expect(few.cautions).toContain('Nobody is compared with: fewer than 10 others answered afterwards.');
  await answered(folder, others, 'pre', 0);
  await answered(folder, others, 'post', 1);
  // They rose as much: what looked like a gain is none that mentees had and others had not.
  const both = await read(folder, 'belonging');
  expect(both.claim.level).toBeGreaterThanOrEqual(2);
  expect(both.findings[0]).toMatchObject({ id: 'belonging-mentored', verdict: 'cannot-tell' });
  expect(both.findings[0]?.groups.map(({ label, known }) => [label, known])).toEqual([
    ['mentored', 16],
    ['not mentored', 16],
  ]);
  const text = await folder.run(['report', 'belonging', '--technical']);
  expect(text.stdout).not.toMatch(/Zelda|Yorick|example\.org|[MSX]\d\d/);
  expect(text.stdout).not.toContain('rose from');
});

it('shows each side of pairs by itself, and neither where one is small', async () => {
  const folder = await program();
  const heading =
    'Student ID,I feel heard when we talk.,What we talk about is of use to me.,I would like us to go on meeting.';
  const row = (id: string, n: number): string => `${id},${3 + (n % 3)},${2 + (n % 2)},${4 + (n % 2)}`;
  await file(folder, 'relationship-post.csv', [heading, ...mentees.map(row), ...mentors.slice(0, 6).map(row)], '--as', 'survey'); // prettier-ignore
  const report = await read(folder, 'relationship');
  expect(report.claim.level).toBe(0);
  const sides = rowsOf(report, 'by');
  expect(sides.map(([side]) => side)).toEqual(['mentees', 'mentors']);
  expect(sides.every((cells) => cells.slice(1).every((cell) => typeof cell === 'object'))).toBe(true);
});

it('adds up the goals of a pair month by month, with those who set none', async () => {
  const folder = await program();
  const goal = (id: string, n: number): string =>
    `${id},Goal ${String(n)},2026-03-10,${n < 4 ? '2026-03-20' : n < 8 ? '2026-05-20' : ''}`;
  await file(folder, 'goals.csv', ['Mentee,Goal,Set on,Reached on', ...mentees.slice(0, 12).map(goal)]);
  const report = await read(folder, 'confidence');
  expect(report.findings[0]?.sentence).toBe(
    '12 goals were set by 12 of 16 mentees; 8 of them were reached in the time of the pair.',
  );
  expect(
    rowsOf(report, 'goals').map(([month, people, mean]) => [month, people, (mean as { value: number }).value]),
  ).toEqual([
    [1, 16, 0.25],
    [3, 16, 0.5],
    [6, 16, 0.5],
  ]);
  expect(report.findings[1]).toMatchObject({ id: 'confidence-answers' });
  expect(rowsOf(report, 'questions')).toHaveLength(8);
});
