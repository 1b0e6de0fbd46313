// If these fail, two reports side by side give back the few people that each of them hides.
import { expect, it } from 'vitest';
import { categoryOf, type Dataset } from '../../../src/domain/outcomes/dataset.ts';
import { cohortGivenAway } from '../../../src/domain/reports/published.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { made, repeat, retentionOf } from './people.ts';

/** Mentored and not, in two cohorts; `stayed` of 30 mentored in the second. */
function twoCohorts(stayed: number): Dataset {
  const data = made({
    codes: [...repeat(60, 0), ...repeat(60, 1), ...repeat(30, 0), ...repeat(30, 1)],
    statuses: [
      ...[...repeat(40, 'stayed'), ...repeat(20, 'left')],
      ...[...repeat(30, 'stayed'), ...repeat(30, 'left')],
      ...[...repeat(stayed, 'stayed'), ...repeat(30 - stayed, 'left')],
      ...[...repeat(20, 'stayed'), ...repeat(10, 'left')],
    ],
  });
  const words = [...repeat(120, '2024'), ...repeat(60, '2025')];
  return { ...data, cohorts: { ...categoryOf('cohort', words), design: true } };
}

const shown = (stayed: number): boolean =>
  JSON.stringify(retentionReport(retentionOf(twoCohorts(stayed))).json['tables']).includes(`,${40 + stayed},`);

it('hides cohorts taken together where the other cohort alone would give a few who left away', () => {
  expect(shown(29)).toBe(false);
  expect(shown(25)).toBe(true);
});

it('gives nothing away where only one cohort has the group, or nothing is hidden', () => {
  const data = twoCohorts(29);
  const values = Float64Array.from({ length: data.size }, (_, row) => (row < 60 && row > 1 ? 1 : row < 60 ? 0 : NaN));
  const outcome = { id: 'x', label: 'x', kind: 'yes-no', values, higherIs: 'better', primary: true } as const;
  const everybody = new Uint8Array(data.size).fill(1);
  expect(cohortGivenAway(data, { ...outcome, meaningful: undefined }, everybody, 10)).toEqual([false, false]);
});
