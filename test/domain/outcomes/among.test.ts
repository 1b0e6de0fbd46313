import { describe, expect, it } from 'vitest';
import { knownAmong } from '../../../src/domain/outcomes/among.ts';
import { between, unitOf } from '../../../src/domain/outcomes/time-unit.ts';
import { yesMeansLeft } from '../../../src/domain/rows/yes-means-left.ts';
import { readMeasure } from '../../../src/domain/rows/read-measure.ts';
import type { CivilDate } from '../../../src/domain/civil-date.ts';
import type { Measure } from '../../../src/domain/program/program.ts';

const measure = (name: string, rest: Partial<Measure> = {}): Measure => ({
  name,
  kind: 'number',
  headings: [],
  higherIs: 'better',
  ...rest,
});
const column = (name: string, values: number[], when = '') => ({
  measure: name,
  when,
  values: Float64Array.from(values),
});

describe('only where something else is known', () => {
  it('counts nobody whose other measure is a gap, and leaves what was known at the start whole', () => {
    const columns = {
      observed: [column('probation', [1, NaN, 0]), column('standing', [1, 0, 0]), column('hs', [3, 2, 1])],
      statuses: [{ measure: 'retention', when: 'fall', levels: ['left', 'stayed'], codes: Int32Array.of(1, 1, 0) }],
    };
    const { observed, statuses } = knownAmong(
      columns,
      ['probation'],
      [measure('probation'), measure('standing'), measure('hs', { baseline: true })],
    );
    expect(observed.map(({ values }) => [...values])).toEqual([
      [1, NaN, 0],
      [1, NaN, 0],
      [3, 2, 1],
    ]);
    expect([...(statuses[0]?.codes ?? [])]).toEqual([1, -1, 0]);
  });

  it('asks for the same term where the other measure has that term', () => {
    const { observed } = knownAmong(
      {
        observed: [
          column('probation', [1, NaN], 't1'),
          column('probation', [NaN, 0], 't2'),
          column('gpa', [3, 2], 't2'),
        ],
        statuses: [],
      },
      ['probation'],
      [measure('probation'), measure('gpa')],
    );
    expect([...(observed[2]?.values ?? [])]).toEqual([NaN, 2]);
  });
});

describe('units of time', () => {
  it('calls months months, whatever the language and however the heading is written', () => {
    expect(
      ['Tenure (months)', 'tenure_months', 'Verweildauer Monate', 'antigüedad en meses'].map((one) => unitOf([one])),
    ).toEqual(['month', 'month', 'month', 'month']);
    expect(unitOf(['days here'])).toBe('day');
    expect(unitOf(['weeks enrolled'])).toBe('week');
  });

  it('counts months by the calendar: a year is 12, not 11.99', () => {
    expect(between('2024-09-01' as CivilDate, '2026-09-01' as CivilDate, 'month')).toBe(24);
    expect(between('2025-02-15' as CivilDate, '2026-02-15' as CivilDate, 'year')).toBe(1);
  });
});

describe('a column that asks who left', () => {
  const retention = (name: string, rest: Partial<Measure> = {}): Measure =>
    measure(name, { kind: 'retention', ...rest });

  it('reads its yes as a loss, by the words over it or by the program file', () => {
    for (const heading of [
      'Attrition',
      'Withdrew',
      'Dropped out',
      'No longer enrolled',
      'Did not return',
      'Turnover_FY26',
    ])
      expect(yesMeansLeft(retention('f26'), heading), heading).toBe(true);
    for (const heading of ['Enrolled', 'Retained', 'Did not withdraw', 'Still here'])
      expect(yesMeansLeft(retention('f26'), heading), heading).toBe(false);
    expect(yesMeansLeft(retention('status 9', { yesMeans: 'left' }), 'Status 9')).toBe(true);
    expect(yesMeansLeft(retention('attrition', { yesMeans: 'stayed' }), 'Attrition')).toBe(false);
    expect(readMeasure('Yes', { kind: 'retention' }, { style: 'point', yesLeft: true })).toMatchObject({
      status: 'left',
    });
    expect(readMeasure('0', { kind: 'retention' }, { style: 'point', yesLeft: true })).toMatchObject({
      status: 'stayed',
    });
    expect(readMeasure('Transferred', { kind: 'retention' }, { style: 'point', yesLeft: true })).toMatchObject({
      status: 'transferred',
    });
  });
});
