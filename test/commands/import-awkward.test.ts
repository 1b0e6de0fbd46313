// If these fail, a file that some office's form, spreadsheet or registrar makes is read wrongly, or refused without a reason.
// Each fixture is named for what is awkward about it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Ran } from '../fake-host.ts';

interface Case {
  /** Options after the file. */
  readonly options?: readonly string[];
  /** Exit code; 0 if not said. */
  readonly code?: number;
  /** Must stand in what is printed. */
  readonly says: readonly string[];
  /** Must stand in `person list --json` afterwards. */
  readonly people?: readonly object[];
  /** Who is in the cohort before. */
  readonly after?: 'people' | 'three people';
}

const ana = { id: '0012', name: 'Ana Souza', role: 'mentee' };
const bo = { id: '0013', name: 'Bo Chen', role: 'mentor' };
const both = { people: [ana, bo] };

const cases: Readonly<Record<string, Case>> = {
  'utf8-bom.csv': { says: ['UTF-8', 'Student ID  -> id'], ...both },
  'utf16le-bom.txt': { says: ['UTF-16LE, tabs'], ...both },
  'utf16be-bom.txt': { says: ['UTF-16BE, tabs'], ...both },
  'utf16le-without-bom.txt': { says: ['UTF-16LE (a guess'], ...both },
  'windows-1252.csv': { says: ['Windows-1252 (a guess: "Zoë" reads right'], people: [{ name: 'Zoë Müller – €' }] },
  'mac-roman.csv': { options: ['--encoding', 'macintosh'], says: ['macintosh'], people: [{ name: 'Zoë Müller' }] },
  'semicolons.csv': { says: ['semicolons'], ...both },
  'tabs.tsv': { says: ['tabs'], ...both },
  'bars.txt': { says: ['bars'], ...both },
  'sep-line.csv': { says: ['semicolons, headings on line 2'], ...both },
  'title-lines.csv': { says: ['headings on line 4', 'above the headings: "Peer mentoring 2026"'], ...both },
  'comment-lines.csv': { says: ['headings on line 3', 'a comment (line 5)'], ...both },
  'totals-line.csv': { says: ['a totals line: "Total" (line 4)'], ...both },
  'blank-rows.csv': { says: ['3 x a blank row'], ...both },
  'headings-again.csv': { says: ['the headings again (line 3)'], ...both },
  'carriage-returns.csv': { says: ['2 rows'], ...both },
  'nul-bytes.csv': { code: 65, says: ['NUL byte'] },
  'headings-with-line-breaks.csv': { says: ['E-mail address  -> e-mail', 'Full name       -> name'], ...both },
  'duplicate-headings.csv': {
    says: ['a second column called "Email"; --map "Email (2)=..." says what it is'],
    ...both,
  },
  'empty-headings.csv': { says: ['3 empty columns without a heading'], ...both },
  'extra-empty-cells.csv': { says: ['2 rows'], ...both },
  'short-row.csv': { code: 65, says: ['line 3', '3 cells for 4 headings', 'may have moved left'] },
  'long-row.csv': { code: 65, says: ['line 3', '5 cells for 4 headings'] },
  'broken-quoting.csv': { code: 65, says: ['line 3', 'Full name', 'text follows the end of a quoted cell'] },
  'unclosed-quote.csv': { code: 65, says: ['line 3', 'a quoted cell is never closed'] },
  'quotes-inside-cells.csv': { says: ['2 rows'], people: [{ name: 'Ana "Annie" Souza' }] },
  'huge-cell.csv': { says: ['About       -> about, text'], ...both },
  'two-thousand-columns.csv': { says: ['and 1964 more columns'], ...both },
  'web-page-named.csv': { code: 65, says: ['this is a web page'] },
  'google-forms.csv': {
    says: ['Google Forms export', 'topics, a set of 2', '"2 or 3" 2', '"Two" 2'],
    people: [{ id: '0012', fields: { topics: ['Exams', 'Time management, planning'] } }],
  },
  'microsoft-forms.csv': {
    says: ['Microsoft Forms export'],
    people: [{ id: 'ana@example.org', name: 'Ana Souza', fields: { topics: ['Exams', 'Housing'] } }],
  },
  'surveymonkey.csv': {
    says: ['SurveyMonkey export', 'the second heading row of SurveyMonkey'],
    people: [{ id: 'ana@example.org', fields: { topics: ['Exams', 'Money'] } }],
  },
  'typeform.csv': { says: ['Typeform export'], people: [{ id: 'ana@example.org', name: 'Ana Souza' }] },
  'grid-of-ticks.csv': {
    says: ['free, free hours: Mon 9-11'],
    people: [{ id: '0012', fields: { free: ['Mon 09:00', 'Mon 10:00', 'Wed 09:00', 'Wed 10:00'] } }],
  },
  'two-yes-no-columns.csv': {
    says: ['role (mentor: yes or no)'],
    people: [ana, bo, { id: '0014', role: 'both' }],
  },
  'list-literals.csv': {
    says: ['a set of 2'],
    people: [{ id: '0012', fields: { topics: ['Exams', 'Housing, money'] } }],
  },
  'decimal-commas.csv': { says: ['Note            -> note, number'], people: [{ id: '0012', fields: { note: 1.7 } }] },
  'capacity-in-words.csv': {
    says: ['"Two" 2', '"2-3" 2', '"7+" 7', '"as many as you need" 8'],
    people: [
      { id: '0012', capacity: 2 },
      { id: '0016', capacity: 1 },
      { id: '0017', capacity: 0 },
    ],
  },
  'answered-twice.csv': { says: ['answered again', '(line 2)'], ...both },
  'both-roles-on-two-rows.csv': {
    says: ['2 mentors with 4 places, 1 mentee, 1 in both roles in fall. 2 new'],
    people: [
      { id: '0012', role: 'both', capacity: 3 },
      { id: '0013', role: 'mentor' },
    ],
  },
  'id-in-one-row-of-two.csv': {
    says: ['1 mentor with 1 place, 1 mentee in fall. 2 new', 'answered again', '(line 2)'],
    ...both,
  },
  'formula-cells.csv': { says: ['2 rows'], people: [{ name: '=HYPERLINK("http://x","Ana")' }] },
  'workbook.xlsx': {
    options: ['--sheet', 'people'],
    says: ['Excel workbook, sheet "People"', 'Other sheets, not read: Notes'],
    people: [
      { id: '00012', fields: { joined: '2026-09-01', rating: 0.5, share: 25 } },
      { id: '00013', fields: { joined: '2026-09-02' } },
    ],
  },
  'workbook-1904.xlsx': { says: ['Excel workbook'], people: [{ id: '00012', fields: { joined: '2026-09-01' } }] },
  'workbook-named.csv': { options: ['--sheet', 'People'], says: ['Excel workbook'], people: [{ id: '00012' }] },
  'zip-bomb.xlsx': { code: 65, says: ['the workbook unpacks to 60 MB'] },
  'registration-types.csv': {
    says: ['-> registration type, one of 3', 'role (mentor: yes or no)', '"I did not sign up" 0'],
    people: [
      { id: '0012', role: 'mentee', fields: { interests: ['Cloud, data centres', 'Verification'] } },
      { id: '0013', role: 'mentor', capacity: 2 },
      { id: '0014', role: 'mentor', capacity: 0 },
    ],
  },
  'role-without-its-word.csv': { says: ['What would you like to be?  -> role'], ...both },
  'options-with-slashes.csv': {
    says: ['standing, one of 2', 'department, one of 2'],
    people: [{ id: '0012', fields: { standing: 'Senior (faculty / industry)', department: 'Ops; Logistics' } }],
  },
  'free-hours.csv': {
    says: ['When are you free?  -> free, free hours in the week'],
    people: [
      {
        id: '0012',
        fields: {
          free: ['Mon 09:00', 'Mon 10:00', 'Tue 12:00', 'Tue 13:00', 'Tue 14:00', 'Tue 15:00', 'Tue 16:00'],
        },
      },
      { id: '0013', fields: { free: ['Mon 10:00', 'Wed 14:00', 'Wed 15:00'] } },
    ],
  },
  'free-hours-by-day.csv': {
    says: ['free, free hours: Mon'],
    people: [
      { id: '0012', fields: { free: ['Mon 08:00', 'Mon 09:00', 'Mon 10:00', 'Mon 11:00', 'Tue 14:00', 'Tue 15:00'] } },
    ],
  },
  'newest-first.csv': {
    says: ['answered again'],
    people: [{ id: '0012', name: 'Ana Souza', fields: { major: 'Law' } }],
  },
  // No rule reads these days: they stop nothing, and are kept as they are written.
  'day-or-month-first.csv': { says: ['either way round', '--day-order dmy'] },
  'day-first.csv': { says: ['joined, date'], people: [{ id: '0012', fields: { joined: '2026-04-03' } }] },
  'name-infix.csv': {
    says: ['-> name infix'],
    people: [
      { id: 'P0412', name: 'Joris van den Broek' },
      { id: 'P0413', name: 'Fenna Smit' },
    ],
  },
  'qualtrics-progress-alone.csv': { says: ['an unfinished answer (line 5)', '1 mentor with 1 place, 1 mentee'] },
  'one-row-alone.csv': { code: 65, says: ['nothing was imported', 'Line 1 was taken for the headings: "Ana Souza"'] },
  'preferred-name.csv': {
    says: ['Preferred name  -> preferred name'],
    people: [
      { id: '1008', name: 'James Lopez' },
      { id: '1007', name: 'Aiko Nakamura' },
    ],
  },
  'headings-only.csv': { code: 65, says: ['has headings and no rows; nothing was imported'] },
  'pairs-several-in-a-cell.csv': { after: 'three people', says: ['2 pairs in fall. 2 new'] },
  'pairs.csv': { after: 'people', says: ['pairs', '1 pair in fall. 1 new'] },
  'pairs-decided.csv': { after: 'people', says: ['1 decision on a pair in fall. 1 new'] },
  'preferences-long.csv': { after: 'people', says: ['1 preference in fall. 1 new'] },
  'preferences-wide.csv': {
    after: 'people',
    says: ['choice 1', 'people to keep apart', '1 preference in fall. 1 new'],
  },
  'scores.csv': { after: 'people', says: ['1 score in fall. 1 new'] },
  'meetings.csv': { after: 'people', says: ['1 meeting in fall. 1 new'] },
  'meetings-lasting-as-said.csv': {
    options: ['--map', 'How long?=minutes'],
    after: 'people',
    says: ['3 meetings in fall. 3 new'],
  },
  'outcomes-wide.csv': { after: 'people', says: ['retention', '6 observations of 2 people'] },
  'outcomes-long.csv': { after: 'people', says: ['outcomes', '3 observations of 2 people'] },
  'survey.csv': { after: 'people', says: ['4 survey answers in fall. 4 new'] },
  'belonging-pre.csv': {
    options: ['--as', 'survey'],
    after: 'people',
    says: ['-> survey item', 'Anything else?', 'not answered with numbers', '4 survey answers in fall. 4 new'],
  },
  'instrument.csv': {
    after: 'people',
    says: ['instrument, UTF-8', '4 items on 1 to 5, 1 reversed, 2 subscales', 'from 3 answers on. New.'],
  },
  'goals.csv': { after: 'people', says: ['1 goal in fall. 1 new'] },
  'flags.csv': { after: 'people', says: ['1 flag in fall. 1 new'] },
};

const fixture = (name: string): string => resolve('fixtures/import', name);

describe('awkward files', () => {
  it.each(Object.entries(cases))('%s', async (name, { options = [], code = 0, says, people = [], after }) => {
    const folder = emptyFolder();
    const before = after === 'people' ? 'utf8-bom.csv' : 'two-yes-no-columns.csv';
    if (after !== undefined) await folder.run(['import', fixture(before), '--cohort', 'fall']);
    const argv = ['import', fixture(name), '--cohort', 'fall', ...options];
    const first = await folder.run(argv);
    const said = (ran: Ran): string => `${ran.stderr}${ran.stdout}`;
    expect(first.code, said(first)).toBe(code);
    for (const words of says) expect(said(first)).toContain(words);
    if (code !== 0) return;
    const { stdout } = await folder.run(['person', 'list', '--json', '--cohort', 'fall']);
    const { items } = JSON.parse(stdout) as { items: object[] };
    for (const person of people) expect(items).toContainEqual(expect.objectContaining(deeply(person)));
    const rules = readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8');
    const again = await folder.run(argv);
    expect(again.stdout, said(again)).toContain('Nothing new.');
    expect(readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8')).toBe(rules);
  });

  it('each have a case', () => {
    expect(readdirSync('fixtures/import').sort()).toEqual(Object.keys(cases).sort());
  });
});

/** Fields of the inner object may be more than those named. */
function deeply(person: object): object {
  return Object.fromEntries(
    Object.entries(person).map(([key, value]: [string, unknown]) => [
      key,
      key === 'fields' ? (expect.objectContaining(value as object) as unknown) : value,
    ]),
  );
}
