// If these fail, the answers to a sheet that was handed out are not read, or are read as answers to something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shippedAsAsked, shippedInstrument, shippedNames } from '../../src/domain/instruments/shipped.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  const people = 'Student ID,Name,Role\nS1,Ana Suarez,mentee\nS2,Ben Adu,mentee\nM1,Priya Nair,mentor\n';
  writeFileSync(join(folder.path, 'people.csv'), people);
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

it('is filled in as csv and comes back, item by item', async () => {
  const folder = await program();
  const { stdout: head } = await folder.run(['export', 'survey-form', 'belonging', '--into', 'csv']);
  expect(head.trimEnd().split('\n')).toHaveLength(1);
  writeFileSync(join(folder.path, 'sheet.csv'), `${head}S1,pre,1,2,3,4,5,1\nS2,pre,5,4,3,2,1,5\n`);
  const ran = await folder.run(['import', 'sheet.csv', '--as', 'survey', '--instrument', 'belonging']);
  expect(ran.code, ran.stderr).toBe(0);
  const { stdout } = await folder.run(['export', 'everything']);
  const { survey_answer: answers } = JSON.parse(stdout) as { survey_answer: Record<string, unknown>[] };
  expect(answers).toHaveLength(12);
  expect(answers[3]).toMatchObject({ person: 'S1', instrument: 'belonging', wave: 'pre', answer: 4 });
  expect(answers[3]?.['item']).toBe('I often feel like an outsider here.');
});

it('is a sheet with a box for every answer, and is refused for a survey nobody described', async () => {
  const folder = await program();
  const page = await folder.run(['export', 'survey-form', 'leadership', '--wave', 'mid', '--into', 'html']);
  expect(page.stdout.split('□')).toHaveLength(8 * 5 + 1);
  expect(page.stdout).toContain('When: mid');
  const none = await folder.run(['export', 'survey-form', 'belongin']);
  expect(none.code).toBe(66);
  expect(none.stderr).toContain('belonging');
});

/** The statements as somebody pastes them into an online form, from the page or from Markdown. */
const pasted: Readonly<Record<string, (sheet: string) => string[]>> = {
  md: (sheet) => [...sheet.matchAll(/^\| \S+ \| (.+?) \| □/gm)].map(([, text = '']) => text.replaceAll('\\', '')),
  html: (sheet) =>
    [...sheet.matchAll(/<tr><th scope="row">\S+<\/th><td>(.+?)<\/td>/g)].map(([, text = '']) =>
      text.replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
    ),
};

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What form systems make of a form with these questions: their own columns, their way of naming a question, an answer a row. */
const exported: Readonly<Record<string, (statements: readonly string[]) => string>> = {
  'Google Forms': (statements) =>
    [
      ['Timestamp', 'Your ID', ...statements].map(cell).join(','),
      ['2026/11/02 9:14:05 am GMT+1', 'S1', ...statements.map((_, at) => String(5 - (at % 5)))].join(','),
      ['2026/11/02 9:15:05 am GMT+1', 'S2', ...statements.map(() => '4')].join(','),
    ].join('\n'),
  'a Google grid': (statements) =>
    [
      ['Timestamp', 'Your ID', ...statements.map((text) => `How far do you agree? [${text}]`)].map(cell).join(','),
      ['2026/11/02 9:14:05 am GMT+1', 'S1', ...statements.map((_, at) => String(5 - (at % 5)))].join(','),
      ['2026/11/02 9:15:05 am GMT+1', 'S2', ...statements.map(() => '4')].join(','),
    ].join('\n'),
  'Microsoft Forms': (statements) =>
    [
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Your ID', ...statements].map(cell).join(','),
      [
        '1',
        '11/2/26 9:14:05',
        '11/2/26 9:15:05',
        'anonymous',
        '',
        'S1',
        ...statements.map((_, at) => ['5 (fully)', '4', '3', '2', '1 (not at all)'][at % 5]),
      ].join(','),
      ['2', '11/2/26 9:14:05', '11/2/26 9:15:05', 'anonymous', '', 'S2', ...statements.map(() => '4')].join(','),
    ].join('\n'),
  'a sheet by item number': (statements) =>
    [
      ['Student ID', ...statements.map((_, at) => String(at + 1))].join(','),
      ['S1', ...statements.map((_, at) => String(5 - (at % 5)))].join(','),
      ['S2', ...statements.map(() => '4')].join(','),
    ].join('\n'),
};

for (const [form, statementsOf] of Object.entries(pasted))
  it.each(Object.entries(exported))(
    `comes back, every item of every survey, pasted from ${form} into %s`,
    async (_, made) => {
      const folder = await program();
      for (const name of shippedNames) {
        const { stdout: sheet } = await folder.run(['export', 'survey-form', name, '--into', form]);
        const statements = statementsOf(sheet);
        expect(statements.length, name).toBeGreaterThan(3);
        writeFileSync(join(folder.path, 'answers.csv'), `${made(statements)}\n`);
        const argv = [
          'import',
          'answers.csv',
          '--as',
          'survey',
          '--instrument',
          name,
          '--wave',
          'pre',
          '--cohort',
          'fall',
        ];
        const ran = await folder.run(argv);
        expect(ran.code, `${name}: ${ran.stderr}`).toBe(0);
        const { stdout } = await folder.run(['export', 'everything']);
        const { survey_answer: all } = JSON.parse(stdout) as { survey_answer: Record<string, unknown>[] };
        const own = all.filter(({ instrument, person }) => instrument === name && person === 'S1');
        const asked = own.map(({ item }) => String(item));
        const known = shippedAsAsked(name, asked);
        expect(asked.map((item) => known?.itemOf(item))).toEqual(
          shippedInstrument(name)?.items.map(({ item }) => item),
        );
        expect(own.map(({ answer }) => answer)).toEqual(statements.map((__, at) => 5 - (at % 5)));
      }
    },
  );

it('is set for print, with a box for every answer, and takes the word of before', async () => {
  const folder = await program();
  const ran = await folder.run(['export', 'survey-form', 'leadership', '--as', 'pdf', '-o', 'sheet.pdf']);
  expect(ran.code, ran.stderr).toBe(0);
  expect(readFileSync(join(folder.path, 'sheet.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

it('has the office under it, as every page has', async () => {
  const folder = await program();
  const file = join(folder.path, 'mentorctl.yaml');
  const office = 'office: { contact: Peers <peers@example.edu>, footer: "Room 4 & 5" }\n';
  writeFileSync(file, `${readFileSync(file, 'utf8')}${office}`);
  const { stdout } = await folder.run(['status', '--format', 'html']);
  expect(stdout).toContain(
    '<footer><p>Peer mentoring</p><p>Peers &lt;peers@example.edu&gt;</p><p>Room 4 &amp; 5</p></footer>',
  );
  expect((await folder.run(['status', '--format', 'md'])).stdout).not.toContain('Room 4');
});
