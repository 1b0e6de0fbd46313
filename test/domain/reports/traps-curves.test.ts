// Curves and rates of the same people. If one of these fails, a report shows two numbers of one thing, or what it hides elsewhere.
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/domain/chance.ts';
import { categoryOf } from '../../../src/domain/outcomes/dataset.ts';
import type { Leaving } from '../../../src/domain/outcomes/followed.ts';
import type { Block, Report, SurvivalFigure, Table } from '../../../src/domain/report/report.ts';
import { forOwnEyes } from '../../../src/domain/reports/own-eyes.ts';
import { persistenceHidden, statusWords } from '../../../src/domain/reports/published.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { made, performanceOf, repeat, retentionOf } from './people.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';

const curveOf = ({ blocks }: Report): SurvivalFigure | undefined =>
  blocks.flatMap((block: Block) =>
    block.kind === 'figure' && block.figure.kind === 'survival' ? [block.figure] : [],
  )[0];
const tableOf = ({ blocks }: Report, id: string): Table | undefined =>
  blocks.flatMap((block: Block) => (block.kind === 'table' && block.table.id === id ? [block.table] : []))[0];
const cautions = (report: Report): string => (report.json['cautions'] as readonly string[]).join(' ');
const codes = [...repeat(60, 0), ...repeat(60, 1)];
const at = (day: number): NonNullable<Leaving['checkpoints']> => new Map([['end', { first: day, last: day }]]);

describe('a curve', () => {
  /** Three in ten leave; everybody has a day, who stayed that of the extract. */
  const statuses = codes.map((_, i) => (i % 10 < 3 ? 'left' : 'stayed'));
  const tenure = Float64Array.from(codes, (_, i) => (i % 10 < 3 ? 20 + i : 380 + (i % 9)));

  it('takes the day beside somebody who stayed for the end of following, not for leaving', () => {
    const told = retentionReport(
      retentionOf(made({ codes, statuses }), {
        leaving: { days: tenure, until: 400, landmarkDay: undefined, checkpoints: at(365) },
      }),
    );
    for (const { steps } of curveOf(told)?.groups ?? []) expect(steps.at(-1)?.value).toBeCloseTo(0.7, 9);
    expect(curveOf(told)?.groups).toHaveLength(2);
  });

  it('is refused, with why and of how many, where days of leaving are not on file', () => {
    const days = tenure.map((day, i) => (statuses[i] === 'left' && i < 60 && i % 2 === 0 ? NaN : day));
    const told = retentionReport(
      retentionOf(made({ codes, statuses }), {
        leaving: { days, until: 400, landmarkDay: undefined, checkpoints: at(365) },
      }),
    );
    expect(curveOf(told)).toBeUndefined();
    expect(tableOf(told, 'survival')).toBeUndefined();
    expect(cautions(told)).toMatch(
      /No curve of staying is drawn: it is not on file on which day (\d+ of the 18|some of those) who left in "mentored"/,
    );
  });

  it('is refused where the days say another thing than the rate on the same day', () => {
    const days = tenure.map((day, i) => (i === 0 ? 370 : day));
    const leaving = { days, until: 400, landmarkDay: undefined, checkpoints: at(365) };
    expect(curveOf(retentionReport(retentionOf(made({ codes, statuses }), { leaving })))).toBeUndefined();
  });

  it('is no curve of those of whom it is unknown what became of them', () => {
    const some = statuses.map((status, i) => (i % 10 === 9 ? undefined : status));
    const leaving = { days: tenure, until: 400, landmarkDay: undefined, checkpoints: at(365) };
    const told = retentionReport(retentionOf(made({ codes, statuses: some }), { leaving }));
    expect(curveOf(told)?.groups).toHaveLength(2);
    for (const { steps } of curveOf(told)?.groups ?? []) expect(steps.at(-1)?.value).toBeCloseTo(36 / 54, 9);
  });
});

describe('days of leaving', () => {
  const group = (told: Report, label: string) => curveOf(told)?.groups.find((one) => one.label === label);
  const leaving = (days: number[], more: Partial<Leaving> = {}): Leaving => ({
    days: Float64Array.from(days),
    until: 100,
    landmarkDay: undefined,
    ...more,
  });

  it('below 0 keep their order, as in R, and are said to be from before the start', () => {
    // R: survdiff(Surv(time, event) ~ group), 60 each; leaving on days -60 to -31 and -30 to -1.
    const days = codes.map((code, i) => (i % 2 === 0 ? (code === 0 ? -60 : -30) + (i % 60) / 2 : NaN));
    const told = retentionReport(
      retentionOf(made({ codes }), { checkpoints: [], technical: true, leaving: leaving(days) }),
    );
    expect(tableOf(told, 'survival-tests')?.rows[0]?.[1]).toEqual({
      kind: 'number',
      value: expect.closeTo(1.80095049906, 9) as number,
      digits: 2,
    });
    expect(group(told, 'mentored')?.steps).toMatchObject([{ at: 0, value: expect.closeTo(0.5, 9) as number }]);
    expect(cautions(told)).toContain(
      'Left before the start (day 0): 30 of 60 in "mentored", 30 of 60 in "not mentored".',
    );
  });

  it('alone say nothing of who is here: the report says what it takes them for, and counts everybody', () => {
    const days = codes.map((_, i) => (i % 4 === 0 ? 10 + i : NaN));
    const told = retentionReport(
      retentionOf(made({ codes }), { checkpoints: [], leaving: leaving(days, { until: 200 }) }),
    );
    expect(cautions(told)).toContain('whoever has no day of leaving is taken to be (45 of 60 in "mentored"');
    const flow = tableOf(told, 'flow');
    expect(flow?.columns.map(({ id }) => id)).toEqual(['group', 'assigned', 'excluded', 'not-at-start', 'in-cohort']);
    expect(flow?.rows.map((row) => row[4])).toEqual([60, 60].map((value) => ({ kind: 'count', value })));
    const words = JSON.stringify([told.blocks, told.json]);
    for (const untrue of ['last checkpoint', 'Newcombe', 'among those known']) expect(words).not.toContain(untrue);
    expect(told.csvTable).toBe('survival');
  });

  it('still to come are no leaving, and refuse the curve where the status says that somebody is gone', () => {
    const days = codes.map((_, i) => (i % 60 < 20 ? 150 : i % 60 < 40 ? 50 : NaN));
    const ahead = Uint8Array.from(days, (day) => (day > 100 ? 1 : 0));
    const alone = retentionReport(retentionOf(made({ codes }), { checkpoints: [], leaving: leaving(days, { ahead }) }));
    expect(group(alone, 'mentored')?.steps.at(-1)?.value).toBeCloseTo(40 / 60, 9);
    expect(cautions(alone)).toContain('is still to come: 20 of 60 in "mentored", 20 of 60 in "not mentored"');
    const statuses = days.map((day) => (Number.isNaN(day) ? 'stayed' : 'left'));
    const told = retentionReport(retentionOf(made({ codes, statuses }), { leaving: leaving(days, { ahead }) }));
    expect(curveOf(told)).toBeUndefined();
    expect(cautions(told)).toContain(
      'the day beside 20 of the 40 who left in "mentored" and 20 of the 40 who left in "not mentored" is still to come',
    );
  });

  it('of a file in which nobody is mentored compare nobody with anybody', () => {
    const days = codes.map((_, i) => (i % 4 === 0 ? 10 + i : NaN));
    const nobody = made({ codes: codes.map(() => 1) });
    const told = retentionReport(retentionOf(nobody, { checkpoints: [], leaving: leaving(days, { until: 200 }) }));
    expect(told.json['claim']).toMatchObject({ level: 0 });
    expect(JSON.stringify(told.blocks[0])).toContain('It is no comparison: nobody on file counts as mentored');
    expect(curveOf(told)?.groups.map(({ label }) => label)).toEqual(['not mentored']);
  });
});

describe('immortal time', () => {
  it('leaves no comparison without a landmark, of grades as little as of rates', () => {
    const data = made({ codes, byPair: true, numbers: { marks: codes.map((code, i) => 3 - code + (i % 5) / 10) } });
    const clock = { why: 'paired on different days', comparison: 'none' } as const;
    const told = performanceReport(
      performanceOf(data, [], { clock, landmarkHint: '--landmark 2025-10-01, by which 45 of 50 pairs had begun' }),
    );
    expect(told.json['claim']).toMatchObject({ level: 0 });
    expect(told.json['findings']).toMatchObject([{ verdict: 'described', estimate: null }]);
    expect(cautions(told)).toContain('e.g. --landmark 2025-10-01, by which 45 of 50 pairs had begun');
    expect(tableOf(told, 'differences-in-means')).toBeUndefined();
  });

  it('has those who left before the landmark in the flow, by group', () => {
    const chance = seededChance(2);
    const statuses = codes.map((_, i) => (i % 4 === 0 ? 'left' : 'stayed'));
    const days = Float64Array.from(statuses, (status) => (status === 'left' ? Math.floor(200 * chance()) : NaN));
    const gone = [0, 1].map((code) => codes.filter((own, i) => own === code && (days[i] ?? NaN) <= 60).length);
    const told = retentionReport(
      retentionOf(made({ codes, statuses, byPair: true }), {
        pairDaysVary: true,
        landmark: '2025-11-01',
        leaving: { days, until: 365, landmarkDay: 60 },
      }),
    );
    const flow = tableOf(told, 'flow');
    const index = flow?.columns.findIndex(({ id }) => id === 'gone-by-landmark') ?? -1;
    expect(flow?.rows.map((row) => row[index])).toEqual(gone.map((value) => ({ kind: 'count', value })));
  });
});

describe('what is hidden', () => {
  const words = [...repeat(40, 'stayed'), ...repeat(4, 'transferred'), ...repeat(16, 'left')];
  const data = made({ codes, statuses: [...words, ...words] });

  it('does not come out as persistence less retention', () => {
    const rates = (persistence: boolean) =>
      tableOf(retentionReport(retentionOf(data, { persistence })), 'rates')?.rows[0]?.[4]?.kind;
    expect([rates(false), rates(true)]).toEqual(['count', 'suppressed']);
    const became = (persistence: boolean): unknown =>
      tableOf(retentionReport(retentionOf(data, { persistence })), 'became')?.rows;
    expect(became(true)).toEqual(became(false));
    const tally = statusWords.map((word) => (word === 'transferred' ? 4 : 10));
    expect([10, 1].map((minCell) => persistenceHidden(tally, minCell))).toEqual([true, false]);
  });

  it('does not come out part by part', () => {
    const by = categoryOf(
      'campus',
      codes.map((_, i) => (i % 2 === 0 ? 'north' : 'south')),
    );
    const many = [...repeat(36, 'stayed'), ...repeat(12, 'transferred'), ...repeat(12, 'left')];
    const known = made({ codes, statuses: [...many, ...many] });
    const parts = (persistence: boolean): unknown[] | undefined =>
      tableOf(retentionReport(retentionOf(known, { persistence, by })), 'breakdown')?.rows.map((row) => row[4]?.kind);
    // Twelve transferred of each group, six of each campus.
    expect(parts(false)).toEqual(['estimate', 'estimate']);
    expect(parts(true)).toEqual(['suppressed', 'suppressed']);
  });

  it('does not come out of the curve', () => {
    const nearlyAll = codes.map((code, i) =>
      code === 0 ? (i === 0 ? 'left' : 'stayed') : i % 3 === 0 ? 'left' : 'stayed',
    );
    const days = Float64Array.from(nearlyAll, (status, i) => (status === 'left' ? 30 + i : NaN));
    const told = retentionReport(
      retentionOf(made({ codes, statuses: nearlyAll }), {
        technical: true,
        leaving: { days, until: 365, landmarkDay: undefined, checkpoints: at(365) },
      }),
    );
    expect(curveOf(told)?.groups.map(({ label }) => label)).toEqual(['not mentored']);
    expect(
      tableOf(told, 'survival')
        ?.rows[0]?.slice(2)
        .every(({ kind }) => kind === 'suppressed'),
    ).toBe(true);
  });

  it('counts nobody at risk below the least that is shown, in no column', () => {
    for (const half of [0, 0.25, 0.5]) {
      const statuses = codes.map((_, i) => (i % 60 < 45 ? 'left' : 'stayed'));
      const days = Float64Array.from(statuses, (status, i) => (status === 'left' ? 7 * (i % 60) + 5 + half : NaN));
      const told = retentionReport(
        retentionOf(made({ codes, statuses }), { leaving: { days, until: 365, landmarkDay: undefined }, minCell: 20 }),
      );
      expect(curveOf(told)?.groups).toHaveLength(2);
      for (const { atRisk } of curveOf(told)?.groups ?? [])
        for (const { n } of atRisk) expect(n).toBeGreaterThanOrEqual(20);
    }
  });

  it('is shown on a page for one’s own eyes, which says so first and last', () => {
    const all = made({ codes, statuses: codes.map((code, i) => (code === 0 || i % 6 > 0 ? 'stayed' : 'left')) });
    const told = forOwnEyes(retentionReport(retentionOf(all, { minCell: 1 })), 1);
    expect(tableOf(told, 'rates')?.rows[0]?.[5]).toEqual({ kind: 'share', value: 1 });
    expect(told.json['findings']).toMatchObject([
      { estimate: expect.closeTo(10 / 60, 9) as number, groups: [{ value: 1 }, {}] },
    ]);
    const said = told.blocks.flatMap((block, index) =>
      block.kind === 'caution' && block.text.includes('not to be passed on') ? [index] : [],
    );
    expect(said).toEqual([0, told.blocks.length - 1]);
    expect(cautions(told)).toContain('not to be passed on');
    expect(cautions(forOwnEyes(retentionReport(retentionOf(all)), 10))).not.toContain('passed on');
  });
});

it('people in no record of the start are unknown, and not gone before it', () => {
  const data = made({ codes, statuses: codes.map((_, i) => (i < 10 ? undefined : i % 5 === 0 ? 'left' : 'stayed')) });
  const first = categoryOf(
    'status',
    codes.map((_, i) => (i < 10 ? undefined : i < 13 ? 'left' : 'stayed')),
  );
  const start = { measure: 'retention', when: 'begin', levels: first.levels, codes: first.codes };
  const told = retentionReport(retentionOf({ ...data, statuses: [...data.statuses, start] }, { start: 'begin' }));
  expect(told.json['findings']).toMatchObject([
    {
      groups: [
        { n: 57, known: 47 },
        { n: 60, known: 60 },
      ],
    },
  ]);
  const flow = tableOf(told, 'flow')?.rows[0];
  expect(flow?.slice(1, 6)).toEqual([60, 0, 3, 57, 47].map((value) => ({ kind: 'count', value })));
});
