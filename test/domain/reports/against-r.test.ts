// If these fail, a report says something else of strata, weights or curves than R does of the same people.
import { expect, it } from 'vitest';
import { categoryOf, type Covariate } from '../../../src/domain/outcomes/dataset.ts';
import type { Finding } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { ownOracle } from '../statistics/oracle.ts';
import { made, repeat, retentionOf } from './people.ts';

interface Wanted {
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

const firstOf = (report: ReturnType<typeof retentionReport>): Finding => {
  const [finding] = report.json['findings'] as readonly Finding[];
  if (finding === undefined) throw new Error('the report found nothing');
  return finding;
};
const status = (yes: boolean): string => (yes ? 'stayed' : 'left');

const berkeley = ownOracle<{
  readonly ucb: {
    readonly strata: readonly { stratum: string; a: number; n1: number; c: number; n2: number }[];
    readonly rd: Wanted;
  };
}>('06_mantel_haenszel');
const lalonde = ownOracle<{ readonly data: readonly Record<string, number>[] }>('15_propensity');
const weighted = ownOracle<{
  readonly overlap: Wanted & { effective_treated: number; effective_comparison: number; stayed: [number, number] };
}>('21_reports');

it('Mantel-Haenszel over the departments of Berkeley, and how many say nothing in it', () => {
  const { data, close } = berkeley;
  const people = [
    ...data.ucb.strata.flatMap(({ stratum, a, n1, c, n2 }) => [
      ...repeat(a, { stratum, code: 0, yes: true }),
      ...repeat(n1 - a, { stratum, code: 0, yes: false }),
      ...repeat(c, { stratum, code: 1, yes: true }),
      ...repeat(n2 - c, { stratum, code: 1, yes: false }),
    ]),
    // A department only one group went to: in the rates, not in the comparison within departments.
    ...repeat(7, { stratum: 'Z', code: 0, yes: true }),
  ];
  const report = retentionReport(
    retentionOf(made({ codes: people.map(({ code }) => code), statuses: people.map(({ yes }) => status(yes)) }), {
      strata: [
        categoryOf(
          'department',
          people.map(({ stratum }) => stratum),
        ),
      ],
      technical: true,
    }),
  );
  const finding = firstOf(report);
  close(finding.estimate ?? NaN, data.ucb.rd.estimate, 'estimate');
  close(finding.low ?? NaN, data.ucb.rd.lower, 'low');
  close(finding.high ?? NaN, data.ucb.rd.upper, 'high');
  close(finding.test?.se ?? NaN, data.ucb.rd.se, 'se');
  close(finding.test?.p ?? NaN, data.ucb.rd.p, 'p');
  expect(finding.cautions.join(' ')).toContain('7 people are in a part of department where the other group has nobody');
});

it('overlap weights on the lalonde data, with what the weighted groups are worth', () => {
  const { data, close } = weighted;
  lalonde.close(lalonde.data.data.length, 614, 'people');
  const people = lalonde.data.data;
  const covariates = ['age', 'educ', 'black', 'hispan', 'married', 'nodegree', 're74', 're75'].map(
    (name): Covariate => ({ kind: 'number', name, values: Float64Array.from(people, (one) => one[name] ?? NaN) }),
  );
  const report = retentionReport(
    retentionOf(
      made({
        codes: people.map(({ treat }) => (treat === 1 ? 0 : 1)),
        statuses: people.map(({ re78 }) => status((re78 ?? 0) > 0)),
      }),
      { baselines: covariates, overlap: true, technical: true },
    ),
  );
  const finding = firstOf(report);
  expect(finding.groups.map(({ known, value }) => Math.round(known * (value ?? 0)))).toEqual(data.overlap.stayed);
  close(finding.estimate ?? NaN, data.overlap.estimate, 'estimate');
  close(finding.low ?? NaN, data.overlap.lower, 'low');
  close(finding.high ?? NaN, data.overlap.upper, 'high');
  close(finding.test?.se ?? NaN, data.overlap.se, 'se');
  close(finding.test?.p ?? NaN, data.overlap.p, 'p');
  expect(finding.cautions.join(' ')).toContain(
    `as much as ${Math.round(data.overlap.effective_treated)} and ${Math.round(data.overlap.effective_comparison)} people would`,
  );
  // They began far apart in race and earlier pay: weights or not, no more than a comparison may be claimed.
  expect(report.json['claim']).toMatchObject({ level: 2 });
});
