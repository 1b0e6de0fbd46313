// If these fail, a page on which single people can be made out goes round the office without a word that it must not, or an office
// cannot see its own small groups.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forOwnEyes } from '../../../src/domain/reports/own-eyes.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { typstSource } from '../../../src/render/pdf/typst-source.ts';
import { emptyFolder, type Folder } from '../../fake-host.ts';

const reports = [
  ...['program', 'culture', 'equity', 'retention', 'performance', 'belonging', 'confidence', 'growth'],
  ...['relationship', 'leadership', 'all'],
];
const said = /not\s+to\s+be\s+passed\s+on/;

/** Twelve mentees, of whom two are of one campus, and what became of them. */
async function fewPeople(minCell?: number): Promise<Folder> {
  const folder = emptyFolder();
  const rows = Array.from({ length: 24 }, (_, i) => {
    const mentee = i < 12;
    return `P${i},Person ${i},${mentee ? 'mentee' : 'mentor'},${i % 12 < 2 ? 'north' : 'south'},${i % 12 === 0 ? 'No' : 'Yes'},${i < 6 ? 'Y' : 'N'}`;
  });
  writeFileSync(
    join(folder.path, 'people.csv'),
    `${['ID,Name,Role,Campus,Fall 2026 Enrolled,Mentored', ...rows].join('\n')}\n`,
  );
  writeFileSync(
    join(folder.path, 'mentorctl.yaml'),
    `program: few
columns: { id: [ID], name: [Name], role: [Role], group: [Mentored] }
fields: { campus: { type: category, headings: [Campus], options: [north, south] } }
measures: { enrolled: { kind: retention, when: fall 2026, headings: [Fall 2026 Enrolled] } }
rules: []
criteria: []
${minCell === undefined ? '' : `reports: { min-cell: ${minCell} }\n`}`,
  );
  for (const as of ['roster', 'outcomes']) {
    const took = await folder.run(['import', 'people.csv', '--as', as, '--cohort', 'fall']);
    expect(took.code, took.stderr).toBe(0);
  }
  return folder;
}

describe('a page for the office alone', () => {
  it('is there of every report that hides anything, and says so in every form', async () => {
    const folder = await fewPeople();
    for (const report of reports)
      for (const format of ['text', 'md', 'html', 'json', 'csv']) {
        const shown = await folder.run(['report', report, '--for-own-eyes', '--format', format]);
        const lines = shown.stdout.trim().split('\n');
        expect(shown.code, `${report} ${format}: ${shown.stderr}`).toBe(0);
        if (format === 'csv') {
          expect(lines[0], report).toMatch(/,note$/);
          for (const line of lines.slice(1)) expect(line, report).toMatch(said);
        } else expect(shown.stdout, `${report} ${format}`).toMatch(said);
        // Hidden is hidden no more.
        expect(shown.stdout.replaceAll(/they\s+are\s+hidden/g, ''), `${report} ${format}`).not.toMatch(/\bhidden\b/);
      }
  });

  it('is also what min-cell 1 makes', async () => {
    const folder = await fewPeople(1);
    for (const report of reports) {
      const shown = await folder.run(['report', report, '--format', 'html']);
      expect(shown.stdout, report).toMatch(said);
      expect(shown.stdout, report).not.toMatch(/>hidden</);
    }
  });

  it('says nothing of the kind where small groups are hidden', async () => {
    const folder = await fewPeople();
    for (const report of reports) {
      const shown = await folder.run(['report', report, '--format', 'html']);
      expect(shown.stdout, report).not.toMatch(said);
    }
  });

  it('says so on a drawing by itself, and on every page of paper', async () => {
    const folder = await fewPeople();
    const drawn = await folder.run(['report', 'retention', '--for-own-eyes', '--format', 'svg', '--figure', 'rates']);
    expect(drawn.stdout).toMatch(said);
    const report: Report = { schema: 'x@1', blocks: [{ kind: 'prose', text: 'words' }], json: {} };
    const paper = (one: Report): string => /#set page\(.*\)/.exec(typstSource(one, { size: 10 }))?.[0] ?? '';
    expect(paper(forOwnEyes(report, 1))).toMatch(said);
    expect(paper(report)).not.toMatch(said);
    // Printed from a browser, a fixed line comes back on every page.
    const page = await folder.run(['report', 'retention', '--for-own-eyes', '--format', 'html']);
    expect(page.stdout).toMatch(/@media print\{[\s\S]*\.everywhere\{position:fixed/);
    expect(page.stdout).toContain('<p class="everywhere">');
  });
});

it('one table of all reports is asked for by the report and its name', async () => {
  const folder = await fewPeople();
  const one = await folder.run(['report', 'all', '--table', 'retention.rates', '--format', 'csv']);
  expect(one.stdout).toMatch(/^outcome,group,/);
  const alone = await folder.run(['report', 'all', '--table', 'funnel', '--json']);
  expect(JSON.parse(alone.stdout)).toMatchObject({ tables: [{ id: 'program.funnel' }] });
  const none = await folder.run(['report', 'all', '--table', 'nothing']);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('this report has no table "nothing"')]);
});
