// The ways a report on a survey can be made to lie, and whether its tables are R's. If one of these fails, the program says more
// of people's answers than they carry, or says something else than R.
import { describe, expect, it } from 'vitest';
import { leadershipReport, type LeadershipInput } from '../../../../src/domain/reports/surveys/leadership.ts';
import type { Claim, Finding, Report } from '../../../../src/domain/report/report.ts';
import type { Instrument } from '../../../../src/domain/instruments/instrument.ts';
import { categoryOf, severalOf } from '../../../../src/domain/outcomes/dataset.ts';
import { mentorGroups } from '../../../../src/domain/surveys/mentor-groups.ts';
import { renderText } from '../../../../src/render/text.ts';
import { ownOracle } from '../../statistics/oracle.ts';
import { repeat } from '../people.ts';

type Answers = Readonly<Record<string, readonly (readonly number[])[]>>;

const instrument = (items: number, changes: Partial<Instrument> = {}): Instrument => ({
  id: 'leading',
  title: 'Leading',
  audience: 'mentor',
  min: 1,
  max: 5,
  score: 'mean',
  minAnswered: 1,
  higherIs: 'better',
  source: '',
  items: Array.from({ length: items }, (_, index) => ({
    item: String(index + 1),
    text: `Statement ${index + 1}.`,
    subscale: null,
    reverse: false,
  })),
  ...changes,
});

/** `answers`: by wave, a list of answers an item, a person after the other; NaN: none. */
function input(
  used: Instrument,
  answers: Answers,
  { others = 0, ...changes }: Partial<LeadershipInput> & { readonly others?: number } = {},
): LeadershipInput {
  const size = Object.values(answers)[0]?.[0]?.length ?? 20;
  const none = new Float64Array(size);
  const standing = Array.from({ length: size }, (_, row) => (row < size - others ? 'mentor' : 'other') as 'mentor');
  return {
    cohort: 'fall',
    groups: mentorGroups(standing, others > 0 ? 'others' : undefined),
    given: { meetings: none, minutes: none, timed: none, reflections: none, circles: false },
    taken: [],
    noComparison: undefined,
    resolved: {
      instrument: used,
      origin: 'own',
      version: 'abc',
      leftOut: [],
      waves: Object.entries(answers).map(([wave, items]) => ({
        wave,
        answers: new Map(items.map((values, index) => [String(index + 1), Float64Array.from(values)])),
      })),
    },
    toAsk: undefined,
    by: undefined,
    importing: 'mentorctl import answers.csv',
    minCell: 10,
    technical: false,
    provenance: { asOf: '2026-11-02', hash: '0123456789abcdef' },
    ...changes,
  };
}

const textOf = (report: Report): string =>
  renderText(report, { width: 100, color: false, unicode: false }).replaceAll(/\s+/g, ' ');
const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];
const changeOf = (report: Report): Finding =>
  findingsOf(report).find(({ id }) => id === 'leadership-change') as Finding;
const claimOf = (report: Report): Claim => report.json['claim'] as Claim;
/** Rows of the document's table, by column. */
function tableOf(report: Report, id: string): Readonly<Record<string, unknown>>[] {
  const tables = report.json['tables'] as readonly { id: string; columns: string[]; rows: unknown[][] }[];
  const table = tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`there is no table ${id}`);
  return table.rows.map((row) => {
    const named: Record<string, unknown> = {};
    table.columns.forEach((column, index) => (named[column] = row[index]));
    return named;
  });
}
/** Answers that waver around a level, the same for every run. */
const around = (n: number, level: number, lift = 0): number[] =>
  Array.from({ length: n }, (_, row) => level + ((row * 7) % 5) * 0.25 - 0.5 + lift * (1 + (row % 3) * 0.2));

describe('the tables against R', () => {
  const paired = ownOracle<{ sleep: { pre: number[]; post: number[] } & Record<string, number> }>('08_paired');
  const signed = ownOracle<{ sleep: Record<string, number> }>('09_wilcoxon');
  const scale = ownOracle<{ attitude: { items: string[]; data: Record<string, number>[] } & Record<string, number> }>(
    '13_cronbach',
  );

  it('change of the same people: t interval, g_z, Wilcoxon', () => {
    const { sleep } = paired.data;
    const report = leadershipReport(
      input(instrument(1, { min: -9, max: 9 }), { pre: [sleep.pre], post: [sleep.post] }, { technical: true }),
    );
    const finding = changeOf(report);
    paired.close(finding.estimate ?? NaN, sleep['mean_change'] ?? NaN, 'mean change');
    paired.close(finding.low ?? NaN, sleep['lower'] ?? NaN, 'low');
    paired.close(finding.high ?? NaN, sleep['upper'] ?? NaN, 'high');
    paired.close(finding.test?.p ?? NaN, sleep['p'] ?? NaN, 'p');
    const [row] = tableOf(report, 'change');
    paired.close(Number(row?.['gz']), sleep['gz'] ?? NaN, 'g_z');
    const [tests] = tableOf(report, 'change-tests');
    signed.close(Number(tests?.['v']), signed.data.sleep['V'] ?? NaN, 'V');
    signed.close(Number(tests?.['p-wilcoxon']), signed.data.sleep['p_cc'] ?? NaN, 'p');
    signed.close(Number(tests?.['p-exact']), signed.data.sleep['p_exact_coin'] ?? NaN, 'exact p');
    signed.close(Number(tests?.['rank-biserial']), signed.data.sleep['rank_biserial'] ?? NaN, 'rank biserial');
  });

  it('whether the items go together: alpha, its interval, the item that fits least', () => {
    const { items, data, ...wanted } = scale.data.attitude;
    const report = leadershipReport(
      input(instrument(items.length, { min: 0, max: 100 }), {
        pre: items.map((name) => data.map((row) => row[name] ?? NaN)),
      }),
    );
    const [row] = tableOf(report, 'quality');
    const range = row?.['interval'] as { low: number; high: number } | undefined;
    scale.close(Number(row?.['alpha']), wanted['alpha'] ?? NaN, 'alpha');
    scale.close(range?.low ?? NaN, wanted['feldt_lower'] ?? NaN, 'low');
    scale.close(range?.high ?? NaN, wanted['feldt_upper'] ?? NaN, 'high');
    const rests = Object.values(wanted['item_rest_r'] as unknown as Record<string, number>);
    scale.close(Number(row?.['lowest']), Math.min(...rests), 'lowest item r');
  });
});

describe('what may be said', () => {
  it('is a change where nobody is compared with, and it says that this cannot say why', () => {
    const report = leadershipReport(input(instrument(1), { pre: [around(20, 3)], post: [around(20, 3, 0.5)] }));
    expect(claimOf(report)).toMatchObject({ level: 1, name: 'change' });
    expect(changeOf(report).verdict).toBe('clearly-higher');
    const text = textOf(report);
    expect(text).toContain('There is nobody here to compare with; people change anyway, so this alone cannot say why.');
    expect(text).toContain('no comparison group');
    expect(text).toMatch(/rose from .* This alone cannot say why\./);
    expect(text).not.toMatch(/impact|proves|effect of|significant|because of/i);
  });

  it('never calls a change that cannot be told no change, and says what would have shown', () => {
    const waver = around(20, 3).map((level, row) => level + (row % 2 === 0 ? 0.4 : -0.4));
    const text = textOf(leadershipReport(input(instrument(1), { pre: [around(20, 3)], post: [waver] })));
    expect(text).toContain('these numbers cannot tell');
    expect(text).toMatch(/With 20 people only a change of 0\.\d+ or more would have shown/);
    expect(text).not.toMatch(/no change|unchanged|no effect|stayed the same/i);
  });

  it('is a comparison with allowance for the start where others answered, too', () => {
    // Others rose as much: a change alone would have claimed what the comparison does not.
    const pre = around(60, 3);
    const post = around(60, 3, 0.5);
    const report = leadershipReport(
      input(instrument(1), { pre: [pre], post: [post] }, { others: 30, technical: true }),
    );
    expect(claimOf(report).level).toBeGreaterThanOrEqual(2);
    const text = textOf(report);
    expect(findingsOf(report).find(({ id }) => id === 'leadership-mentors')?.verdict).toBe('cannot-tell');
    expect(text).not.toContain('rose from');
    expect(text).toContain('by itself no comparison');
    expect(text).toContain('people who chose to join with people who did not');
    expect(findingsOf(report).some(({ id }) => id === 'leadership-change')).toBe(true);
  });

  it('calls a part clear only where the whole is', () => {
    const parts = instrument(4, {
      items: instrument(4).items.map((item, index) => ({ ...item, subscale: index < 2 ? 'one' : 'two' })),
    });
    const up = around(20, 3, 0.5);
    const down = around(20, 3, -0.5);
    const report = leadershipReport(input(parts, { pre: repeat(4, around(20, 3)), post: [up, up, down, down] }));
    expect(changeOf(report).verdict).not.toMatch(/clearly/);
    for (const id of ['one-change', 'two-change'])
      expect(findingsOf(report).find((one) => one.id === id)?.verdict).not.toMatch(/clearly/);
  });
});

describe('few and many', () => {
  it('says first that fewer than half answered both times', () => {
    const some = (values: number[], n: number): number[] => values.map((value, row) => (row < n ? value : NaN));
    const report = leadershipReport(
      input(instrument(1), { pre: [around(40, 3)], post: [some(around(40, 3, 0.5), 12)] }),
    );
    expect(textOf(report)).toContain('Fewer than half: 12 of 40 mentors (30 %) answered both times.');
    expect(report.json['cautions']).toContainEqual(expect.stringContaining('Fewer than half'));
    const half = leadershipReport(input(instrument(1), { pre: [around(40, 3)], post: [some(around(40, 3), 20)] }));
    expect(textOf(half)).not.toContain('Fewer than half');
  });

  it('hides the change of fewer than min_cell, in every table and in the document', () => {
    const few = around(20, 3, 0.5).map((value, row) => (row < 9 ? value : NaN));
    const report = leadershipReport(
      input(instrument(2), { pre: repeat(2, around(20, 3)), post: [few, few] }, { technical: true }),
    );
    expect(changeOf(report)).toMatchObject({ estimate: null, low: null, high: null, detectable: null, n: 0 });
    expect(changeOf(report).groups.every(({ value, n }) => value === null && n === 0)).toBe(true);
    for (const id of ['change', 'items'])
      for (const row of tableOf(report, id))
        for (const [column, cell] of Object.entries(row))
          if (!['scale', 'item', 'what', 'reading'].includes(column)) expect(cell).toMatchObject({ suppressed: true });
    expect(tableOf(report, 'change-tests')).toEqual([]);
    expect(report.json['figures']).toEqual([]);
    expect(textOf(report)).toContain('too few mentors answered both times');
    // Of the wave that few answered, not even alpha.
    expect(tableOf(report, 'quality')[1]).toMatchObject({ alpha: { suppressed: true } });
  });

  it('lets no answer to a field be worked out from the rest', () => {
    const by = categoryOf('year', [...repeat(16, 'second'), ...repeat(12, 'third'), ...repeat(4, 'fourth')]);
    const report = leadershipReport(input(instrument(1), { pre: [around(32, 3)], post: [around(32, 3, 0.3)] }, { by }));
    const shown = tableOf(report, 'by').filter(({ people }) => typeof people === 'number');
    // The smallest is hidden, and the next with it: total less the rest would give it away.
    expect(shown.map(({ scale }) => scale)).toEqual(['second']);
  });

  it('hides an answer that nearly everybody gave, where people can give several', () => {
    const lists = Array.from({ length: 30 }, (_, row) => [
      ...(row < 28 ? ['exams'] : []),
      ...(row < 12 ? ['money'] : []),
    ]);
    const by = severalOf('topics', lists);
    const report = leadershipReport(input(instrument(1), { pre: [around(30, 3)], post: [around(30, 3, 0.3)] }, { by }));
    // All less those with exams are the two without.
    expect(tableOf(report, 'by').map(({ scale, people }) => [scale, typeof people])).toEqual([
      ['exams', 'object'],
      ['money', expect.any(String)],
    ]);
  });

  it('gives bounds where very few got better or worse, and hides what would give them away', () => {
    const pre = repeat(2, around(30, 3));
    const post = pre.map((item) =>
      item.map((value, row) => (row === 0 ? value - 1.9 : row < 12 ? value + 1.5 : value)),
    );
    const [row] = tableOf(leadershipReport(input(instrument(2), { pre, post })), 'reliable-change');
    expect(row).toMatchObject({ declined: 'under 3', improved: { suppressed: true }, same: 18 });
  });
});

describe('scores', () => {
  it('are said to be read item by item where the items do not go together', () => {
    const apart = [0, 1, 2].map((shift) => around(20, 3).map((_, row) => 1 + ((row * (shift + 2) + shift) % 5)));
    expect(textOf(leadershipReport(input(instrument(3), { pre: apart })))).toContain('Read it item by item');
  });

  it('ask whether an item that goes against the others is reversed', () => {
    const level = around(20, 3);
    const items = [level, level.map((value) => value + 0.1), level.map((value) => 6 - value)];
    const text = textOf(leadershipReport(input(instrument(3), { pre: items })));
    expect(text).toContain('"Statement 3." goes against the other items');
    expect(text).toContain('Is this item reversed?');
  });

  it('turn reversed items, and items are shown as they were answered', () => {
    const turned = instrument(1, { items: [{ item: '1', text: 'I give up.', subscale: null, reverse: true }] });
    const report = leadershipReport(input(turned, { pre: [around(20, 4)], post: [around(20, 4, -0.5)] }));
    expect(changeOf(report).verdict).toBe('clearly-higher');
    const [item] = tableOf(report, 'items');
    expect(item).toMatchObject({ item: 'I give up. (R)' });
    expect((item?.['change'] as { value: number }).value).toBeLessThan(0);
  });
});

describe('looking back', () => {
  it('is shown beside what was answered at the start, never instead of it', () => {
    const report = leadershipReport(
      input(instrument(1), { pre: [around(20, 3.5)], post: [around(20, 3.5, 0.01)], then: [around(20, 2.5, 0.01)] }),
    );
    // By the answers given then and now hardly anything moved; looking back it is a whole point.
    expect(changeOf(report).groups.map(({ value }) => value)).toEqual([expect.closeTo(3.5, 1), expect.closeTo(3.5, 1)]);
    const text = textOf(report);
    expect(text).toContain('Looking back from the end, 20 mentors put their start at 2.51');
    expect(text).toContain('Memory flatters a path');
    const rows = tableOf(report, 'looking-back');
    expect(rows.map(({ scale }) => scale)).toEqual(['looking back, and now', 'said at the start, and looking back']);
    expect((rows[1]?.['change'] as { value: number }).value).toBeCloseTo(-1, 1);
  });

  it('makes no change of a program that asked only at the end', () => {
    const report = leadershipReport(input(instrument(1), { post: [around(20, 4)], then: [around(20, 2)] }));
    expect(claimOf(report)).toMatchObject({ level: 0 });
    expect(textOf(report)).toContain('Nobody was asked twice');
    expect(textOf(report)).not.toMatch(/\brose\b/);
  });
});
