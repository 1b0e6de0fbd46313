// If these fail, the curves of who is still here, and what is said of them, are not the ones R draws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRank, type FollowedGroup } from '../../../src/domain/statistics/log-rank.ts';
import {
  kaplanMeier,
  restrictedMean,
  survivalAt,
  survivalQuantile,
  type SurvivalInterval,
} from '../../../src/domain/statistics/survival.ts';
import { ownOracle } from './oracle.ts';

describe('agreement with R', () => {
  const curves = ownOracle<Readonly<Record<string, CurveCase | string>>>('04_kaplan_meier');
  it('Kaplan-Meier: every step, three kinds of limits, quantiles, restricted mean', () => {
    for (const [name, each] of Object.entries(curves.data)) {
      if (typeof each === 'string') continue;
      const times = Float64Array.from(each.time);
      const events = Uint8Array.from(each.status);
      for (const [key, interval] of kinds) {
        const curve = kaplanMeier(times, events, { interval });
        const expected = each[key];
        const same = (got: number | undefined, wanted: number | null, what: string): void => {
          if (wanted === null) expect(got, `${name} ${interval} ${what}`).toBeUndefined();
          else curves.close(got, wanted, `${name} ${interval} ${what}`);
        };
        expect(curve.steps.length).toBe(expected.table.length);
        expected.table.forEach((row, i) => {
          const step = curve.steps[i]!;
          expect([step.time, step.atRisk, step.events, step.censored]).toEqual([
            row.time,
            row.n_risk,
            row.n_event,
            row.n_censor,
          ]);
          same(step.survival, row.surv, `survival at ${row.time}`);
          if (row.se_surv !== null) same(step.se, row.se_surv, `se at ${row.time}`);
          same(step.low, row.lower, `low at ${row.time}`);
          same(step.high, row.upper, `high at ${row.time}`);
        });
        for (const row of expected.at) {
          const step = survivalAt(curve, row.time);
          expect(step.atRisk).toBe(row.n_risk);
          same(step.survival, row.surv, `survival by ${row.time}`);
          if (row.se !== null) same(step.se, row.se, `se by ${row.time}`);
          same(step.low, row.lower, `low by ${row.time}`);
          same(step.high, row.upper, `high by ${row.time}`);
        }
        same(curve.median.estimate, expected.median, 'median');
        same(curve.median.low, expected.median_lower, 'median low');
        same(curve.median.high, expected.median_upper, 'median high');
        same(survivalQuantile(curve.steps, 0.25).estimate, expected.q25, 'first quartile');
        same(survivalQuantile(curve.steps, 0.75).estimate, expected.q75, 'third quartile');
      }
      const { rmst: whole, steps } = kaplanMeier(times, events);
      expect(whole.tau).toBe(Math.max(...each.time));
      const rmst = restrictedMean(steps, each.rmst.tau);
      curves.close(rmst.mean, each.rmst.rmean, `${name} restricted mean`);
      curves.close(rmst.se, each.rmst.se, `${name} restricted mean se`);
    }
  });

  const tests = ownOracle<Readonly<Record<string, LogRankCase | string>>>('05_logrank');
  it('log-rank: two groups, k groups, within strata', () => {
    for (const [name, each] of Object.entries(tests.data)) {
      if (typeof each === 'string') continue;
      const result = logRank(each.groups.map((label) => followed(each, label)))!;
      tests.close(result.chiSquare, each.chisq, `${name} chi-square`);
      tests.close(result.p, each.p, `${name} p`);
      expect(result.df).toBe(each.df);
      result.groups.forEach((group, i) => {
        expect(group.n).toBe(each.n[i]);
        tests.close(group.observed, each.observed[i]!, `${name} observed`);
        tests.close(group.expected, each.expected[i]!, `${name} expected`);
      });
    }
  });

  const rates = ownOracle<{ resolution: Resolution }>('20_rates');
  it('time to resolution with open flags', () => {
    const { days, resolved, median, unresolved_share } = rates.data.resolution;
    const curve = kaplanMeier(Float64Array.from(days), Uint8Array.from(resolved));
    rates.close(curve.median.estimate, median, 'median days');
    for (const { day, share, lower, upper } of unresolved_share) {
      const at = survivalAt(curve, day);
      rates.close(at.survival, share, `open at ${day}`);
      rates.close(at.low, lower, `open at ${day}`);
      rates.close(at.high, upper, `open at ${day}`);
    }
  });
});

describe('what must hold', () => {
  const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 1, maxLength: 60 });
  const curveOf = (rows: readonly (readonly [number, boolean])[], interval: SurvivalInterval = 'log-log') =>
    kaplanMeier(
      Float64Array.from(rows, ([time]) => time),
      Uint8Array.from(rows, ([, event]) => (event ? 1 : 0)),
      { interval },
    );

  it('the curve only falls, its limits hold it, everybody is accounted for, the order of rows does not matter', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...kinds.map(([, kind]) => kind)), (rows, interval) => {
        const curve = curveOf(rows, interval);
        let [before, left] = [1, rows.length];
        for (const step of curve.steps) {
          expect(step.atRisk).toBe(left);
          left -= step.events + step.censored;
          expect(step.survival).toBeLessThanOrEqual(before);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          before = step.survival;
          if (step.low === undefined || step.high === undefined) expect(step.survival).toBe(0);
          else {
            expect(step.low).toBeLessThanOrEqual(step.survival + 1e-12);
            expect(step.high).toBeGreaterThanOrEqual(step.survival - 1e-12);
            expect(step.low).toBeGreaterThanOrEqual(0);
            expect(step.high).toBeLessThanOrEqual(1);
          }
        }
        expect(left).toBe(0);
        expect(curveOf([...rows].reverse(), interval)).toEqual(curve);
        expect(restrictedMean(curve.steps, 5).mean).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('without censoring it is the plain share, and the restricted mean the plain mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 }), (times) => {
        const curve = curveOf(times.map((time) => [time, true]));
        for (const { time, survival } of curve.steps) {
          expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 12);
        }
        expect(curve.rmst.mean).toBeCloseTo(times.reduce((sum, t) => sum + t, 0) / times.length, 9);
      }),
    );
  });

  it('nobody, one, all censored, and one who leaves on the first day', () => {
    const nobody = curveOf([]);
    expect([nobody.n, nobody.steps.length, nobody.median.estimate, nobody.rmst.mean]).toEqual([0, 0, undefined, 0]);
    expect(survivalAt(nobody, 3)).toEqual({ atRisk: 0, survival: 1, se: 0, low: 1, high: 1 });
    expect(curveOf([[3, true]]).median.estimate).toBe(3);
    const open = curveOf([
      [3, false],
      [5, false],
    ]);
    expect(open.steps.map(({ survival, low, high }) => [survival, low, high])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(open.median).toEqual({ estimate: undefined, low: undefined, high: undefined });
    expect(survivalAt(open, 9).atRisk).toBe(0);
    expect(
      curveOf([
        [0, true],
        [4, false],
      ]).steps[0]!.survival,
    ).toBe(0.5);
    // Someone censored when another leaves still counts as there.
    expect(
      curveOf([
        [4, true],
        [4, false],
      ]).steps,
    ).toMatchObject([{ atRisk: 2, events: 1, censored: 1, survival: 0.5 }]);
    // Half gone on a flat stretch: its middle.
    expect(
      curveOf([
        [2, true],
        [6, true],
      ]).median.estimate,
    ).toBe(4);
  });

  it('log-rank does not mind the order of groups; one stratum is none; groups that never meet say nothing', () => {
    fc.assert(
      fc.property(people, people, people, (a, b, c) => {
        const groups = [a, b, c].map((rows, i) => group(String(i), rows));
        const there = logRank(groups);
        const back = logRank([...groups].reverse());
        expect(there === undefined).toBe(back === undefined);
        if (there === undefined || back === undefined) return;
        expect(back.chiSquare).toBeCloseTo(there.chiSquare, 6);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
        const sum = (key: 'observed' | 'expected'): number => there.groups.reduce((total, one) => total + one[key], 0);
        expect(sum('observed')).toBeCloseTo(sum('expected'), 9);
        const one = logRank(groups.map((each) => ({ ...each, strata: each.events.map(() => 7) })));
        expect(one!.chiSquare).toBeCloseTo(there.chiSquare, 9);
      }),
      { numRuns: 50 },
    );
    const apart = [
      group('a', [
        [1, true],
        [2, true],
      ]),
      group('b', [
        [1, true],
        [2, true],
      ]),
    ];
    expect(logRank(apart.map((each, i) => ({ ...each, strata: [i, i] })))).toBeUndefined();
    expect(logRank([group('a', [[1, true]])])).toBeUndefined();
    expect(logRank([group('a', [[1, false]]), group('b', [[1, false]])])).toBeUndefined();
    expect(logRank([group('a', []), group('b', [[1, true]])])).toBeUndefined();
  });

  it('33,000 rows are instant', () => {
    const n = 33_000;
    const times = Float64Array.from({ length: n }, (_, i) => (i * 7919) % 269);
    const events = Uint8Array.from({ length: n }, (_, i) => ((i * 31) % 3 === 0 ? 1 : 0));
    const from = performance.now();
    expect(kaplanMeier(times, events).steps.length).toBe(269);
    expect(performance.now() - from).toBeLessThan(500);
  });
});

const kinds: readonly (readonly ['loglog' | 'log' | 'plain', SurvivalInterval])[] = [
  ['loglog', 'log-log'],
  ['log', 'log'],
  ['plain', 'plain'],
];

const group = (label: string, rows: readonly (readonly [number, boolean])[]) => ({
  label,
  times: rows.map(([time]) => time),
  events: rows.map(([, event]) => (event ? 1 : 0)),
});

function followed({ time, status, group: labels, strata }: LogRankCase, label: string): FollowedGroup {
  const rows = labels.flatMap((each, i) => (each === label ? i : []));
  return {
    label,
    times: rows.map((i) => time[i]!),
    events: rows.map((i) => status[i]!),
    ...(strata === undefined ? {} : { strata: rows.map((i) => strata[i]!) }),
  };
}

interface CurveTable {
  readonly table: readonly {
    readonly time: number;
    readonly n_risk: number;
    readonly n_event: number;
    readonly n_censor: number;
    readonly surv: number;
    readonly se_surv: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  readonly at: readonly {
    readonly time: number;
    readonly n_risk: number;
    readonly surv: number;
    readonly se: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  readonly median: number | null;
  readonly median_lower: number | null;
  readonly median_upper: number | null;
  readonly q25: number | null;
  readonly q75: number | null;
}

interface CurveCase {
  readonly time: number[];
  readonly status: number[];
  readonly loglog: CurveTable;
  readonly log: CurveTable;
  readonly plain: CurveTable;
  readonly rmst: { readonly tau: number; readonly rmean: number; readonly se: number };
}

interface LogRankCase {
  readonly time: number[];
  readonly status: number[];
  readonly group: string[];
  readonly groups: string[];
  readonly strata?: string[];
  readonly n: number[];
  readonly observed: number[];
  readonly expected: number[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

interface Resolution {
  readonly days: number[];
  readonly resolved: number[];
  readonly median: number;
  readonly unresolved_share: readonly { day: number; share: number; lower: number; upper: number }[];
}
