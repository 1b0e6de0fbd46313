// If these fail, those who stayed and so met often make meetings look as if they had kept them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { earlyMeetings } from '../../../src/domain/outcomes/early-meetings.ts';
import { doseBlocks } from '../../../src/domain/reports/dose-table.ts';
import type { Dose } from '../../../src/domain/reports/dose-table.ts';
import { flagsBeforeBlocks } from '../../../src/domain/reports/flags-before.ts';
import { outcomesOf } from '../../../src/domain/reports/measure-outcomes.ts';
import type { Block, Cell, Table } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { ownOracle } from '../statistics/oracle.ts';
import { made, repeat, retentionOf } from './people.ts';

const tableOf = (blocks: readonly Block[], id: string): Table | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])).find((one) => one.id === id);
const trendOf = (blocks: readonly Block[]): Cell | undefined =>
  tableOf(blocks, 'dose')?.rows.find(([, band]) => band?.kind === 'text' && band.text === 'each further one')?.[3];

describe('meetings of the whole year', () => {
  // Nobody is helped: all meet every week, half leave, and whoever leaves stops meeting. Days are counted from day 0.
  const size = 120;
  const leaves = Array.from({ length: size }, (_, n) => (n % 2 === 0 ? NaN : 60 + ((n * 37) % 200)));
  const every = Array.from({ length: size }, (_, n) => 5 + (n % 5));
  const met = leaves.flatMap((left, row) =>
    Array.from({ length: Math.floor((Number.isNaN(left) ? 300 : left) / (every[row] ?? 7)) }, (_, k) => [
      row,
      k * (every[row] ?? 7),
    ]),
  );
  const meetings = {
    rows: Int32Array.from(met, ([row]) => row ?? 0),
    days: Int32Array.from(met, ([, day]) => day ?? 0),
  };
  const data = made({
    codes: [...repeat(size, 0), ...repeat(40, 1)],
    statuses: [...leaves.map((left) => (Number.isNaN(left) ? 'stayed' : 'left')), ...repeat(40, 'stayed')],
  });
  const of = (length: number): Dose => ({
    meetings: Float64Array.from([
      ...earlyMeetings({
        meetings,
        pairedOn: new Float64Array(size),
        // Counting the whole year is the trap only where leaving is not looked at, too.
        leftOn: length < 100 ? Float64Array.from(leaves) : new Float64Array(size).fill(NaN),
        length,
        today: 1000,
      }),
      ...repeat(40, NaN),
    ]),
    length,
    over: length,
    leavingKnown: true,
  });

  it('look like a cure, and are not what is counted', () => {
    const trend = (length: number): Cell | undefined =>
      trendOf(retentionReport(retentionOf(data, { dose: of(length) })).blocks);
    // What a report that counted the whole year would have found: the range far from 0.
    expect(trend(300)).toMatchObject({ kind: 'estimate' });
    expect((trend(300) as { low: number }).low).toBeGreaterThan(0.005);
    const early = trend(42) as { low: number; high: number };
    expect(early.low).toBeLessThan(0);
    expect(early.high).toBeGreaterThan(0);
  });

  it('are never said to have done anything', () => {
    const table = tableOf(retentionReport(retentionOf(data, { dose: of(42) })).blocks, 'dose');
    expect(table?.title).toBe('Meetings in the first 42 days, and what came after');
    expect(table?.note).toContain('this cannot say what the meetings did');
  });
});

describe('the early window', () => {
  it('runs from the first day of each pair, and counts only people it is over for and who were there to its end', () => {
    const counts = earlyMeetings({
      meetings: { rows: Int32Array.from([0, 0, 0, 1, 2, 3, 4]), days: Int32Array.from([10, 51, 52, 12, 12, 12, 12]) },
      pairedOn: Float64Array.from([10, 10, 10, NaN, 80, 10]),
      leftOn: Float64Array.from([NaN, 51, 52, NaN, NaN, NaN]),
      length: 42,
      today: 100,
    });
    // Left on day 51 of a window to 52; left on its last day; never paired; not over; nobody met.
    expect([...counts]).toEqual([2, NaN, 1, NaN, NaN, 0]);
  });

  it('leaves out a checkpoint that lies before its end', () => {
    const data = made({
      codes: repeat(60, 0),
      labels: ['mentored'],
      statuses: [...repeat(40, 'stayed'), ...repeat(20, 'left')],
    });
    const statuses = data.statuses.map((one) => ({ ...one, when: 'spring 1970' }));
    const dose = (over: number): Dose => ({
      meetings: Float64Array.from({ length: 60 }, (_, n) => n % 4),
      length: 42,
      over,
      leavingKnown: true,
    });
    const blocks = (over: number): readonly Block[] =>
      retentionReport(retentionOf({ ...data, statuses }, { checkpoints: ['spring 1970'], dose: dose(over) })).blocks;
    expect(tableOf(blocks(-1), 'dose')).toBeDefined();
    expect(tableOf(blocks(1), 'dose')).toBeUndefined();
    const unknown = { ...dose(-1), leavingKnown: false };
    expect(
      tableOf(
        retentionReport(retentionOf({ ...data, statuses }, { checkpoints: ['spring 1970'], dose: unknown })).blocks,
        'dose',
      ),
    ).toBeUndefined();
  });

  const dose = JSON.parse(readFileSync('fixtures/oracles/16_dose.json', 'utf8')) as Readonly<
    Record<string, { x: number[]; y: number[] }>
  >;
  const slopes = ownOracle<{
    readonly slopes: readonly { data: string; estimate: number; lower: number; upper: number; p: number }[];
  }>('21_reports');

  it('hides small bands with their neighbours, and gives R’s slope', () => {
    const { data: wanted, close } = slopes;
    for (const { data: name, estimate, lower, upper, p } of wanted.slopes) {
      const { x = [], y = [] } = dose[name] ?? {};
      const data = made({ codes: repeat(x.length, 0), labels: ['mentored'], numbers: { grade: y } });
      const blocks = doseBlocks(
        {
          data,
          dose: { meetings: Float64Array.from(x), length: 42, over: 42, leavingKnown: false },
          minCell: 5,
          technical: true,
        },
        outcomesOf({ data, measures: [], samePeople: [] }, new Uint8Array(x.length).fill(1)),
        new Uint8Array(x.length).fill(1),
      );
      const row = tableOf(blocks, 'dose')?.rows.at(-1);
      const trend = row?.[3] as { value: number; low: number; high: number };
      close(trend.value, estimate, `${name} slope`);
      close(trend.low, lower, `${name} low`);
      close(trend.high, upper, `${name} high`);
      close((row?.[4] as { value: number }).value, p, `${name} p`);
      expect(tableOf(blocks, 'dose')?.note).toContain('it is not on file when people left');
      const bands = tableOf(blocks, 'dose')
        ?.rows.slice(0, -1)
        .map(([, , known]) => known?.kind);
      if (name === 'ties') expect(bands?.filter((kind) => kind === 'suppressed').length).not.toBe(1);
    }
  });
});

describe('credits', () => {
  it('are earned of those attempted, person by person, and of nothing there is no share', () => {
    const measure = { kind: 'number', headings: [], higherIs: 'better' } as const;
    const data = made({
      codes: repeat(4, 0),
      numbers: { 'credits earned': [12, 6, 0, 3], 'credits attempted': [15, 12, 0, NaN] },
    });
    const [earned, attempted] = outcomesOf(
      {
        data,
        measures: [
          { ...measure, name: 'credits earned', of: 'credits attempted' },
          { ...measure, name: 'credits attempted' },
        ],
        samePeople: [],
      },
      new Uint8Array(4).fill(1),
    );
    expect(earned).toMatchObject({
      label: 'credits earned of 100 credits attempted',
      values: Float64Array.from([80, 50, NaN, NaN]),
    });
    expect(attempted).toMatchObject({ label: 'credits attempted' });
  });
});

describe('flags', () => {
  it('count as in time only before the first checkpoint that somebody failed', () => {
    // Days are checkpoints' own: the first on day 100, the second on day 200.
    const data = made({
      codes: repeat(80, 0),
      labels: ['mentored'],
      statuses: [...repeat(40, 'left'), ...repeat(40, 'stayed')],
    });
    const first = data.statuses[0]!;
    const statuses = [
      {
        ...first,
        when: 'one',
        codes: first.codes.map((code, row) => (row < 20 ? code : first.levels.indexOf('stayed'))),
      },
      { ...first, when: 'two' },
    ];
    // Ten flagged on day 90 (in time for all), ten of those who failed on 100 and ten who failed on 200 flagged on day 150.
    const firstFlag = Float64Array.from({ length: 80 }, (_, row) =>
      row % 8 === 0 ? 90 : row < 40 && row % 2 === 1 ? 150 : NaN,
    );
    const [block] = flagsBeforeBlocks(
      {
        data: { ...data, statuses },
        measures: [],
        firstFlag,
        dayOf: (when) => ({ one: 100, two: 200 })[when],
        minCell: 10,
      },
      new Uint8Array(80).fill(1),
    );
    const rows = block?.kind === 'table' ? block.table.rows : [];
    // In time: of the first twenty only day 90 (3), of the second twenty both (2 + 10); of those who failed none 5.
    expect(rows.map(([, people, flagged]) => [people, flagged])).toEqual([
      [
        { kind: 'count', value: 40 },
        { kind: 'count', value: 15 },
      ],
      [
        { kind: 'count', value: 40 },
        { kind: 'count', value: 5 },
      ],
    ]);
    expect(
      flagsBeforeBlocks(
        { data, measures: [], firstFlag, dayOf: () => undefined, minCell: 10 },
        new Uint8Array(80).fill(1),
      ),
    ).toEqual([]);
  });
});
