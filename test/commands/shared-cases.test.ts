// If these fail, a file from the wild no longer comes to the outcome its description tells.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';
import { sharedFile } from '../shared-folder.ts';

interface Outcome {
  readonly options?: readonly string[];
  readonly code?: number;
  readonly says: readonly string[];
  /** Who must be in it, in part. */
  readonly people?: readonly object[];
  readonly count?: number;
}

const mentor = ['--role', 'mentor'];
const civil = (role: string, count: number): Outcome => ({
  says: [`the name of the file does: everybody in it is a ${role}`, 'grade, ordinal', 'biography, text'],
  count,
  people: [{ role }],
});

const outcomes: Readonly<Record<string, Outcome>> = {
  '01-civilservice-mentees-small.csv': civil('mentee', 50),
  '01-civilservice-mentors-small.csv': civil('mentor', 50),
  '02-civilservice-mentees-500.csv': civil('mentee', 500),
  '02-civilservice-mentors-500.csv': civil('mentor', 500),
  '13-base64-photo-column.csv': { options: mentor, says: ['left out: pictures'], count: 4 },
  '14-casa-no_rows.csv': { code: 65, says: ['has headings and no rows'] },
  '14-casa-supervisor_volunteers.csv': { options: mentor, says: ['left out: contact data'], count: 2 },
  '14-casa-volunteers.csv': { options: mentor, says: ['left out: contact data'], count: 3 },
  '14-casa-volunteers_invalid_phone_numbers.csv': { options: mentor, says: ['left out: contact data'], count: 3 },
  '14-casa-volunteers_without_email.csv': {
    options: mentor,
    code: 65,
    says: ['2 cells for 3 headings', 'anything up to "email" may have moved left', 'no id and no e-mail'],
  },
  'cvent-lastname-first-ligature.csv': { says: ['3 mentors with 4 places, 5 mentees', '"Two" 2'], count: 8 },
  'edge-duplicate-headers-formulas.csv': {
    code: 65,
    says: ['a second column called "Email"', '2 problems in 9 rows', 'not an e-mail address', 'not a role here'],
  },
  'excel-german-windows1252-semicolon.csv': {
    says: ['Windows-1252 (a guess', 'semicolons, headings on line 4', 'note, number', 'a totals line: "Summe"'],
    count: 10,
  },
  'excel-unicode-text-utf16le.txt': { options: mentor, says: ['UTF-16LE, tabs', 'Employee ID'], count: 8 },
  'googleform-options-contain-commas.csv': { says: ['Google Forms export', 'a set of 7', '"Three" 3'] },
  'outcomes-registrar-retention.csv': { says: ['outcomes', '476 observations of 120 people'] },
  'qualtrics-three-header-rows.csv': {
    says: [
      '2 x a heading row of Qualtrics',
      '2 x an unfinished answer',
      'a preview of the survey',
      'answered again',
      '1 in both roles',
      'skills help, a set of 8',
      'skills help other, text',
      'career advice rank, number',
    ],
  },
};

describe('files from the wild', () => {
  const files = Object.entries(outcomes).flatMap(([name, outcome]) => {
    const own = resolve('fixtures', name);
    const file = existsSync(own) ? own : sharedFile(`cases/${name}`);
    return file === undefined ? [] : [[name, file, outcome] as const];
  });
  it.each(files)('%s', async (_name, file, { options = [], code = 0, says, people = [], count }) => {
    const folder = emptyFolder();
    const ran = await folder.run(['import', file, '--cohort', 'fall', ...options]);
    const said = `${ran.stderr}${ran.stdout}`.replace(/\n(?=\S)/g, ' ');
    expect(ran.code, said).toBe(code);
    for (const words of says) expect(said).toContain(words);
    if (count === undefined) return;
    const { items } = JSON.parse((await folder.run(['person', 'list', '--json'])).stdout) as { items: object[] };
    expect(items).toHaveLength(count);
    for (const person of people) expect(items).toContainEqual(expect.objectContaining(person));
    expect((await folder.run(['import', file, '--cohort', 'fall', ...options])).stdout).toContain('Nothing new.');
  });
});
