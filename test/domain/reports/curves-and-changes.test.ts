// If these fail, a report draws a curve that points at people, or says of a change more than that it came about.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flagTables } from '../../../src/domain/reports/flag-tables.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';
import type { Figure, Report, Table } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { kaplanMeier, restrictedMean } from '../../../src/domain/statistics/survival.ts';
import { ownOracle } from '../statistics/oracle.ts';
import { made, performanceOf, repeat, retentionOf } from './people.ts';

const figuresOf = ({ blocks }: Pick<Report, 'blocks'>): Figure[] =>
  blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
const tableOf = ({ blocks }: Report, id: string): Table | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])).find((one) => one.id === id);
const proseOf = ({ blocks }: Report): string =>
  blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : [])).join('\n');

describe('mean days still here', () => {
  const km = {
    data: JSON.parse(readFileSync('fixtures/oracles/04_kaplan_meier.json', 'utf8')) as Record<
      string,
      { time: number[]; status: number[] }
    >,
  };
  const means = ownOracle<{
    readonly rmst: { readonly tau: number; readonly arms: readonly { arm: string; mean: number; se: number }[] };
  }>('21_reports');

  it('is R’s, up to any day', () => {
    const { data } = km;
    const { data: wanted, close } = means;
    for (const { arm, mean, se } of wanted.rmst.arms) {
      const { time = [], status = [] } = data[arm] ?? {};
      const got = restrictedMean(kaplanMeier(Float64Array.from(time), Uint8Array.from(status)).steps, wanted.rmst.tau);
      close(got.mean, mean, `${arm} mean`);
      close(got.se, se, `${arm} se`);
    }
  });

  it('stands on the statistician’s page, to the last day with enough people followed, with the difference', () => {
    // Everybody is followed for 100 days: then it is the plain mean of the days, none above 100.
    const own = Array.from({ length: 40 }, (_, n) => (n < 10 ? 10 * n + 5 : NaN));
    const other = Array.from({ length: 40 }, (_, n) => (n < 20 ? 4 * n + 2 : NaN));
    const data = made({
      codes: [...repeat(40, 0), ...repeat(40, 1)],
      statuses: [...own, ...other].map((day) => (Number.isNaN(day) ? 'stayed' : 'left')),
    });
    const leaving = { days: Float64Array.from([...own, ...other]), until: 100, landmarkDay: undefined };
    const table = tableOf(retentionReport(retentionOf(data, { leaving, technical: true })), 'mean-time');
    const mean = (days: readonly number[]): number =>
      days.reduce((sum, day) => sum + (Number.isNaN(day) ? 100 : day), 0) / days.length;
    expect(table?.title).toContain('first 100');
    expect(table?.rows[0]?.[1]).toMatchObject({ kind: 'estimate', value: expect.closeTo(mean(own), 9) as number });
    expect(table?.rows[0]?.[2]).toMatchObject({
      kind: 'estimate',
      value: expect.closeTo(mean(own) - mean(other), 9) as number,
    });
    expect(tableOf(retentionReport(retentionOf(data, { leaving })), 'mean-time')).toBeUndefined();
  });
});

describe('flags', () => {
  const times = (n: number, settled: number) => ({
    people: 40,
    pairDays: 4000,
    days: Float64Array.from({ length: n }, (_, k) => k + 1),
    settled: Uint8Array.from({ length: n }, (_, k) => (k < settled ? 1 : 0)),
    first: new Map<number, number>(),
  });

  it('are drawn as a curve of what is still open, while enough are open to be followed', () => {
    const [figure] = figuresOf({ blocks: flagTables(times(30, 24), 10) });
    expect(figure).toMatchObject({ id: 'resolution', kind: 'survival', until: 21 });
    expect(figure?.kind === 'survival' && figure.groups[0]?.steps.at(-1)).toMatchObject({
      at: 21,
      value: expect.closeTo(9 / 30, 9) as number,
    });
    expect(figuresOf({ blocks: flagTables(times(9, 6), 10) })).toEqual([]);
  });
});

describe('before and after', () => {
  const measure = { kind: 'number', headings: [], higherIs: 'better' } as const;
  const measures = [
    { ...measure, name: 'start', baseline: true },
    { ...measure, name: 'end', before: 'start' },
  ];
  const before = Array.from({ length: 30 }, (_, n) => 2 + (n % 10) * 0.1);
  const report = (by: (n: number) => number, codes: readonly number[] = repeat(30, 0)): Report =>
    performanceReport(
      performanceOf(
        made({
          codes,
          labels: codes.includes(1) ? ['mentored', 'not mentored'] : ['mentored'],
          numbers: { start: before, end: before.map((value, n) => value + by(n)) },
        }),
        measures,
      ),
    );

  it('says that it rose or fell, by how much, and that this alone cannot say why', () => {
    expect(proseOf(report((n) => 0.3 + (n % 3) * 0.1))).toMatch(
      /Start to end rose from 2\.45 to 2\.85 .*, by 0\.\d\d to 0\.\d\d\. This alone cannot say why\./,
    );
    expect(proseOf(report((n) => -0.3 - (n % 3) * 0.1))).toContain('Start to end fell');
    expect(proseOf(report((n) => ((n % 5) - 2) * 0.2))).toContain('these numbers cannot tell');
  });

  it('leaves the sentence to the comparison where there is one, and keeps table and strips', () => {
    const compared = report((n) => 0.3 + (n % 3) * 0.1, [...repeat(15, 0), ...repeat(15, 1)]);
    expect(proseOf(compared)).not.toContain('rose');
    expect(tableOf(compared, 'change')?.rows).toHaveLength(1);
    expect(figuresOf(compared).find(({ id }) => id.startsWith('strips'))).toMatchObject({
      unit: 'number',
      rows: [{ label: 'before' }, { label: 'after' }],
    });
  });
});
