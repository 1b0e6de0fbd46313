// If these fail, the one page for who decides claims more than its reports do, names a few people, or says nothing of what it lacks.
import { describe, expect, it } from 'vitest';
import type { Claim, Finding, Report } from '../../../src/domain/report/report.ts';
import { standardEngagement } from '../../../src/domain/program/engagement.ts';
import { briefReport, type BriefInput } from '../../../src/domain/reports/brief.ts';
import { calledRetained } from '../../../src/domain/reports/called-retained.ts';
import { wholeReport } from '../../../src/domain/reports/whole-report.ts';

const day = 20_000;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const person = (key: number) => ({ person: key, active: true, seats: 1, fields: {} });
const life = (mentees: number, paired: number): BriefInput['life'] => ({
  mentees: range(mentees).map(person),
  mentors: range(20).map((i) => person(1000 + i)),
  pairs: range(paired).map((i) => ({
    mentor: 1000 + (i % 20),
    mentee: i,
    started: day,
    ended: undefined,
    reason: null,
    endedBy: undefined,
  })),
  meetings: [],
});
const finding = (rest: Partial<Finding> = {}): Finding => ({
  id: 'retention-mentored',
  measure: 'still here at fall 2026',
  groups: [
    { label: 'mentored', n: 100, known: 100, value: 0.8, low: 0.7, high: 0.9 },
    { label: 'not mentored', n: 100, known: 100, value: 0.7, low: 0.6, high: 0.8 },
  ],
  unit: 'share',
  estimate: 0.1,
  low: -0.02,
  high: 0.22,
  n: 200,
  missing: 0,
  method: 'Newcombe',
  detectable: 0.15,
  verdict: 'cannot-tell',
  sentence: 'Still here at fall 2026: these numbers cannot tell.',
  cautions: [],
  ...rest,
});
const claim: Claim = { level: 2, name: 'comparison', because: ['the groups differed at the start in age'] };
const retention = (findings: readonly Finding[] = [finding()]): Report => ({
  schema: 'mentorctl/report-retention@1',
  title: 'Retention, fall',
  blocks: [{ kind: 'prose', text: 'What this can and cannot show: a comparison of people who chose to join.' }],
  json: { claim, findings, tables: [], data: { hash: 'x' } },
});
const input = (rest: Partial<BriefInput> = {}): BriefInput => ({
  cohort: 'fall',
  life: life(60, 50),
  limits: standardEngagement,
  starts: day - 10,
  ends: null,
  today: day + 30,
  flags: undefined,
  goals: { set: 0, reached: 0 },
  targets: {},
  minCell: 10,
  technical: false,
  provenance: { asOf: '2026-11-29', hash: 'x'.repeat(64) },
  about: 'Older students help younger ones.',
  next: undefined,
  costs: { money: 200, hours: 10, currency: 'USD' },
  chapters: [{ name: 'retention', report: retention() }],
  later: [],
  whole: 'mentorctl report all',
  ...rest,
});
const words = (report: Report): string =>
  report.blocks
    .map((block) => ('text' in block ? block.text : block.kind === 'finding' ? block.finding.sentence : ''))
    .join('\n');
const tables = (report: Report) =>
  new Map(report.blocks.flatMap((block) => (block.kind === 'table' ? [[block.table.id, block.table] as const] : [])));

describe('the page for who decides', () => {
  it('claims what its reports may claim, and no more', () => {
    const page = briefReport(input(), false);
    expect(page.blocks[0]).toMatchObject({ kind: 'prose' });
    expect(words(page)).toContain('and of what came of it, a comparison of people who chose to join');
    expect(page.json['claim']).toBe(claim);
    const alone = briefReport(input({ chapters: [] }), false);
    expect(words(alone)).toContain('It says nothing of what mentoring brought');
    expect(words(alone)).toContain('Nothing is recorded yet of what came of it');
    expect(alone.json['claim']).toMatchObject({ level: 0 });
  });

  it('shows each outcome with its range and what may be said, shares as shares and points', () => {
    const row = tables(briefReport(input(), false)).get('headlines')?.rows[0];
    expect(row?.slice(2)).toEqual([
      { kind: 'share', value: 0.8 },
      { kind: 'share', value: 0.7 },
      { kind: 'estimate', value: 0.1, low: -0.02, high: 0.22, as: 'points', digits: 2 },
      { kind: 'text', text: 'cannot tell' },
    ]);
  });

  it('sets what came afterwards against what was before, as the difference is reckoned', () => {
    const change = finding({
      id: 'belonging-change',
      measure: 'Belonging',
      unit: 'number',
      groups: [
        { label: 'before', n: 40, known: 40, value: 3, low: null, high: null },
        { label: 'after', n: 40, known: 40, value: 3.5, low: null, high: null },
      ],
      estimate: 0.5,
      low: 0.1,
      high: 0.9,
    });
    const page = briefReport(input({ chapters: [{ name: 'belonging', report: retention([change]) }] }), false);
    expect(tables(page).get('headlines')?.rows[0]?.slice(2, 4)).toEqual([
      { kind: 'number', value: 3.5, digits: 2 },
      { kind: 'number', value: 3, digits: 2 },
    ]);
  });

  it('says what it cost, each and in all, or that it is not on record', () => {
    expect(words(briefReport(input(), false))).toContain(
      'Mentoring one person costs 200 USD and 10 hours. For the 50 who had a mentor that is 10,000 USD and 500 hours in all.',
    );
    expect(words(briefReport(input({ costs: undefined }), false))).toContain('What it cost is not on record.');
  });

  it('tells neither in a sentence nor by its cost how many had a mentor where a few had none', () => {
    const page = briefReport(input({ life: life(60, 57), targets: { matched: 90 } }), false);
    expect(words(page)).toContain('how many had a mentor is hidden');
    expect(JSON.stringify(page.json)).not.toMatch(/\b57 (of|had|who)/);
    expect(words(page)).not.toMatch(/11,400|57 had|95 %/);
  });

  it('is for one sheet, and with its details for several, which every table is in either way', () => {
    expect(briefReport(input(), false).onePage).toBe(true);
    const whole = briefReport(input(), true);
    expect(whole.onePage).toBeUndefined();
    expect([...tables(whole).keys()]).toEqual(expect.arrayContaining(['funnel', 'headlines', 'pairs', 'data-quality']));
  });
});

it('uses the office’s own word for who stayed, on the page and in its document', () => {
  const called = calledRetained(briefReport(input(), false), 'still enrolled');
  expect(words(called)).toContain('Still enrolled at fall 2026');
  expect(JSON.stringify(called)).not.toMatch(/still here/i);
  expect(calledRetained(retention(), undefined)).toEqual(retention());
});

it('is one document in chapters, whose tables are called by their chapter', () => {
  const brief = briefReport(input(), true);
  const document = wholeReport({
    cohort: 'fall',
    asOf: '2026-11-29',
    chapters: [
      { name: 'program', report: brief },
      { name: 'retention', report: retention() },
    ],
    left: [{ name: 'culture', why: 'no answers' }],
  });
  const chapters = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level !== 2 ? [block.text] : [],
  );
  expect(chapters).toEqual(['Program in brief, fall', 'Retention, fall']);
  expect(words(document)).toContain('No report on culture: no answers.');
  expect([...tables(document).keys()]).toContain('program.funnel');
  expect(document.blocks.some(({ kind }) => kind === 'next')).toBe(false);
});
