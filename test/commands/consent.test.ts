// If these fail, somebody who said no is counted or told of, or leaving them out makes a figure of others wrong.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const program = (consent: string): string => `
fields:
  ok: { type: yes-no, headings: [May we count you?] }
  shared: { type: yes-no, headings: [May we tell?] }
  topics: { type: set, tell: yes, options: [Exams, Research], headings: [Topics] }
measures:
  later: { kind: yes-no, headings: [Still fine?] }
reports: { min-cell: 1 }
${consent}
`;

const people = `Student ID,Full name,Mentor or mentee?,How many mentees could you take?,Topics,May we count you?,May we tell?
M1,Priya Nair,Mentor,3,Exams,no,yes
M2,Tom Berg,Mentor,3,Exams,yes,yes
S1,Ana Suarez,Mentee,,Exams,yes,no
S2,Lior Cohen,Mentee,,Exams,yes,yes
S3,Mia Wong,Mentee,,Exams,no,yes
S4,Noa Levi,Mentee,,Exams,,yes
`;

async function filled(consent: string): Promise<Folder> {
  const folder = emptyFolder();
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder.path, name), text);
  };
  write('mentorctl.yaml', program(consent));
  write('people.csv', people);
  write('pairs.csv', 'Mentee,Mentor,Decision\nS1,M1,accept\nS2,M2,accept\nS3,M1,accept\n');
  for (const line of ['import people.csv --cohort fall', 'import pairs.csv --as pairs --cohort fall'])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  return folder;
}

interface Told {
  readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly unknown[])[] }[];
  readonly notCounted?: string;
}

async function funnel(folder: Folder, under = '.'): Promise<{ counts: unknown[]; notCounted: string | undefined }> {
  const { stdout, stderr, code } = await folder.run(['report', 'program', '--cohort', 'fall', '--json'], { under });
  expect(code, stderr).toBe(0);
  const { tables, notCounted } = JSON.parse(stdout) as Told;
  return { counts: tables.find(({ id }) => id === 'funnel')?.rows.map((row) => row[1]) ?? [], notCounted };
}

describe('consent', () => {
  it('counts everybody where the program file asks for none', async () => {
    const { counts, notCounted } = await funnel(await filled(''));
    expect(counts.slice(0, 3)).toEqual([4, 4, 3]);
    expect(notCounted).toBeUndefined();
  });

  it('leaves out who said no, and who said nothing only where the program file says so', async () => {
    const strict = await funnel(await filled('consent: { counted: ok }'));
    // S1 has a mentor who may not be counted: she is no mentee without one.
    expect(strict.counts.slice(0, 3)).toEqual([2, 2, 2]);
    expect(strict.notCounted).toBe('2 did not consent and 1 did not say whether they consent; they are not counted.');
    const open = await funnel(await filled('consent: { counted: ok, unknown: yes }'));
    expect(open.counts.slice(0, 3)).toEqual([3, 3, 2]);
    expect(open.notCounted).toBe('2 did not consent and are not counted.');
  });

  it('takes a no for a no wherever it was said, in a measure recorded later, too', async () => {
    const folder = await filled('consent: { counted: later, unknown: yes }');
    expect((await folder.run('record outcome --person S2 --measure later --value no'.split(' '))).code).toBe(0);
    const { counts, notCounted } = await funnel(folder);
    expect(counts[0]).toBe(3);
    expect(notCounted).toBe('1 did not consent and is not counted.');
  });

  it('tells nothing that somebody answered who did not agree to be told of', async () => {
    const folder = await filled('consent: { told: shared }');
    const { stdout } = await folder.run('export introductions --cohort fall'.split(' '));
    const lines = stdout.split('\n');
    expect(lines.some((line) => line.includes('Lior') && line.includes('Exams'))).toBe(true);
    expect(stdout).not.toMatch(/Ana Suarez\. You both/);
    const list = await folder.run('export people --cohort fall'.split(' '));
    expect(list.stdout).not.toContain('S1');
    expect(list.stderr).toContain('1 did not consent');
  });

  it('gives a copy for research in which the others come out the same', async () => {
    const folder = await filled('consent: ok');
    const into = 'export everything --pseudonymous --into program -o research'.split(' ');
    expect((await folder.run(into)).code).toBe(0);
    expect((await funnel(folder, 'research')).counts).toEqual((await funnel(folder)).counts);
    const { stdout } = await folder.run(['export', 'everything'], { under: 'research' });
    const copy = JSON.parse(stdout) as Record<'person' | 'enrolment' | 'pair', readonly unknown[]>;
    // Two mentees and a mentor said yes; the other mentor stands in a pair, as a number and nothing else.
    expect([copy.enrolment.length, copy.person.length, copy.pair.length]).toEqual([3, 4, 2]);
  });

  it('is refused where no yes or no can be read from what it names', async () => {
    const folder = await filled('');
    for (const [consent, said] of [
      ['consent: okk', 'there is no field or measure "okk"'],
      ['consent: { told: topics }', 'consent cannot be read from "topics", which is set'],
      ['keep: for ever', 'write it as 3 years'],
    ] as const) {
      writeFileSync(join(folder.path, 'mentorctl.yaml'), program(consent));
      const { code, stderr } = await folder.run(['program', 'check']);
      expect([code, stderr]).toEqual([78, expect.stringContaining(said)]);
    }
  });
});
