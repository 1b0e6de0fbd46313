// If these fail, adjusted differences and their errors, with or without mentors as clusters, are not R's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitInteracted } from '../../../../src/domain/statistics/models/lin-interacted.ts';
import {
  coefficient,
  compareNested,
  fitLinear,
  type ErrorKind,
  type LinearFit,
} from '../../../../src/domain/statistics/models/linear-model.ts';
import { smallSampleFactor } from '../../../../src/domain/statistics/hedges.ts';
import { NotEstimable, type Column } from '../../../../src/domain/statistics/models/orthogonalize.ts';
import { moments } from '../../../../src/domain/statistics/summary.ts';
import { ownOracle, type Oracle } from '../oracle.ts';
import { starRows } from '../star-rows.ts';

type Named = Readonly<Record<string, number>>;
interface Ols {
  readonly coef: Named;
  readonly se: Named;
  readonly t: Named;
  readonly p: Named;
  readonly lower: Named;
  readonly upper: Named;
  readonly df: number;
  readonly sigma: number;
  readonly r2: number;
  readonly adj_r2: number;
  readonly [robust: `se_${string}`]: Named | undefined;
  readonly CR2_df?: Named;
  readonly CR2_p?: Named;
}

/** Every number R gives for one model. */
function agree(
  oracle: Oracle<unknown>,
  name: string,
  expected: Ols,
  fit: (errors: ErrorKind) => LinearFit,
  cluster?: string[],
): void {
  const classic = fit('classic');
  oracle.close(classic.residualDf, expected.df, `${name} df`);
  oracle.close(classic.sigma, expected.sigma, `${name} sigma`);
  oracle.close(classic.rSquared, expected.r2, `${name} R squared`);
  oracle.close(classic.adjustedRSquared, expected.adj_r2, `${name} adjusted R squared`);
  expect(classic.coefficients.map((one) => one.name)).toEqual(Object.keys(expected.coef));
  for (const one of classic.coefficients) {
    oracle.close(one.estimate, expected.coef[one.name]!, `${name} ${one.name}`);
    oracle.close(one.se, expected.se[one.name]!, `${name} se ${one.name}`);
    oracle.close(one.t, expected.t[one.name]!, `${name} t ${one.name}`);
    oracle.close(one.p, expected.p[one.name]!, `${name} p ${one.name}`);
    oracle.close(one.low, expected.lower[one.name]!, `${name} low ${one.name}`);
    oracle.close(one.high, expected.upper[one.name]!, `${name} high ${one.name}`);
  }
  const kinds: [string, ErrorKind][] = (['HC0', 'HC1', 'HC2', 'HC3'] as const).map((kind) => [kind, kind]);
  if (cluster !== undefined) {
    for (const kind of ['CR0', 'CR1S', 'CR2'] as const) kinds.push([kind, { cluster, kind }]);
  }
  for (const [kind, errors] of kinds) {
    for (const one of fit(errors).coefficients) {
      oracle.close(one.se, expected[`se_${kind}`]![one.name]!, `${name} ${kind} ${one.name}`);
      if (kind !== 'CR2') continue;
      oracle.close(one.df, expected.CR2_df![one.name]!, `${name} CR2 df ${one.name}`);
      oracle.close(one.p, expected.CR2_p![one.name]!, `${name} CR2 p ${one.name}`);
    }
  }
}

describe('agreement with R', () => {
  const ancova = ownOracle<Ancova>('10_ancova');
  it('ANCOVA, its F tests and adjusted means, two groups, Lin', () => {
    const { data } = ancova;
    const rows = data.data;
    const is = (treat: string): number[] => rows.map((row) => (row.treat === treat ? 1 : 0));
    const y = rows.map((row) => row.post);
    const pre = rows.map((row) => row.pre);
    const groups = [
      { name: 'TreatCBT', values: is('CBT') },
      { name: 'TreatFT', values: is('FT') },
    ];
    const start: Column = { name: 'Prewt', values: pre };
    agree(ancova, 'ancova', data.ancova, (errors) => fitLinear({ y, columns: [...groups, start], errors }));
    const full = fitLinear({ y, columns: [...groups, start], errors: 'classic' });
    const slopes = groups.map(({ name, values }) => ({
      name: `${name}:Prewt`,
      values: values.map((v, i) => v * pre[i]!),
    }));
    const test = compareNested(full, fitLinear({ y, columns: [start] }));
    ancova.close(test.f, data.group_F, 'group F');
    ancova.close(test.p, data.group_p, 'group p');
    const slopeTest = compareNested(fitLinear({ y, columns: [...groups, start, ...slopes] }), full);
    ancova.close(slopeTest.f, data.slopes_F, 'slopes F');
    ancova.close(slopeTest.p, data.slopes_p, 'slopes p');
    const grand = moments(pre).mean;
    const at = { Cont: [1, 0, 0, grand], CBT: [1, 1, 0, grand], FT: [1, 0, 1, grand] };
    for (const { treat, mean, se, lower, upper } of data.adjusted_means) {
      const got = full.combine(at[treat]);
      ancova.close(got.estimate, mean, `adjusted mean ${treat}`);
      ancova.close(got.se, se, `adjusted mean se ${treat}`);
      ancova.close(got.low, lower, `adjusted mean low ${treat}`);
      ancova.close(got.high, upper, `adjusted mean high ${treat}`);
    }

    const two = rows.filter((row) => row.treat !== 'CBT');
    const ft = two.map((row) => (row.treat === 'FT' ? 1 : 0));
    const [y2, pre2] = [two.map((row) => row.post), two.map((row) => row.pre)];
    const both = [
      { name: 'ft', values: ft },
      { name: 'Prewt', values: pre2 },
    ];
    agree(ancova, 'two groups', data.two_group, (errors) => fitLinear({ y: y2, columns: both, errors }));
    agree(ancova, 'Lin', data.lin, (errors) => {
      const input = { y: y2, groups: [both[0]!], covariates: [{ name: 'pc', values: pre2 }], errors };
      return fitInteracted(input).fit;
    });
    const arm = (value: number): number[] => y2.filter((_, i) => ft[i] === value);
    const pooled = Math.sqrt((moments(arm(1)).squares + moments(arm(0)).squares) / (two.length - 2));
    const effect = coefficient(fitLinear({ y: y2, columns: both }), 'ft').estimate;
    ancova.close((effect / pooled) * smallSampleFactor(two.length), data.hedges_g_adjusted.g, 'adjusted g');
  });

  const star = ownOracle<Star>('11_lin2013');
  it("Lin's (2013) example", () => {
    const { data } = star;
    const men = starRows().filter(
      (row) =>
        row['sex'] === 'M' &&
        row['noshow'] === '0' &&
        (row['ssp'] === '1' || row['sfsp'] === '1') &&
        [row['GPA_year1'], row['gpa0']].every((cell) => /\d/.test(cell ?? '')),
    );
    expect(men).toHaveLength(157);
    const numbers = (name: string): number[] => men.map((row) => Number(row[name]));
    const [y, gpa0] = [numbers('GPA_year1'), numbers('gpa0')];
    const group = { name: 'sfsp', values: numbers('sfsp') };
    agree(star, 'adjusted', data.adjusted, (errors) =>
      fitLinear({ y, columns: [group, { name: 'gpa0', values: gpa0 }], errors }),
    );
    agree(
      star,
      'Lin',
      data.lin,
      (errors) => fitInteracted({ y, groups: [group], covariates: [{ name: 'g0c', values: gpa0 }], errors }).fit,
    );
    const { estimate, se } = coefficient(fitLinear({ y, columns: [group] }), 'sfsp');
    star.close(estimate, data.unadjusted.diff, 'unadjusted');
    star.close(se, data.unadjusted.se, 'unadjusted se (Welch is HC2)');
  });

  const classes = ownOracle<{ data: { class: string; lang: number; iq: number; comb: number }[]; fit: Ols }>(
    '12_cluster',
  );
  it('errors alike within classes', () => {
    const rows = classes.data.data;
    const columns = [
      { name: 'comb', values: rows.map((row) => row.comb) },
      { name: 'IQ', values: rows.map((row) => row.iq) },
    ];
    const ids = rows.map((row) => row.class);
    agree(
      classes,
      'classes',
      classes.data.fit,
      (errors) => fitLinear({ y: rows.map((row) => row.lang), columns, errors }),
      ids,
    );
  });
});

describe('what must hold', () => {
  const number = fc.integer({ min: -400, max: 400 }).map((quarters) => quarters / 4);
  const table = fc.array(fc.tuple(number, number, number, fc.boolean()), { minLength: 12, maxLength: 60 });

  it('clusters of one are HC2; shifting the outcome moves only the intercept; swapping the label flips the sign', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const y = rows.map((row) => row[0]);
        const x = { name: 'x', values: rows.map((row) => row[1]) };
        const group = { name: 'group', values: rows.map((row) => (row[3] ? 1 : 0)) };
        let plain: LinearFit;
        try {
          plain = fitLinear({ y, columns: [group, x] });
        } catch (error) {
          expect(error).toBeInstanceOf(NotEstimable);
          return;
        }
        const single = fitLinear({ y, columns: [group, x], errors: { cluster: rows.map((_, i) => i) } });
        const scale = plain.sigma + 1e-9;
        for (const [i, one] of plain.coefficients.entries()) {
          expect(Math.abs(single.coefficients[i]!.se - one.se)).toBeLessThanOrEqual(1e-6 * one.se + 1e-9 * scale);
        }
        const shifted = fitLinear({ y: y.map((value) => value + 7), columns: [group, x] });
        expect(Math.abs(coefficient(shifted, 'group').estimate - coefficient(plain, 'group').estimate)).toBeLessThan(
          1e-8 * scale + 1e-8,
        );
        const swapped = fitLinear({ y, columns: [{ name: 'group', values: group.values.map((v) => 1 - v) }, x] });
        const [there, back] = [coefficient(plain, 'group'), coefficient(swapped, 'group')];
        expect(Math.abs(there.estimate + back.estimate)).toBeLessThan(1e-8 * scale + 1e-8);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('whole clusters in one group: large and small clusters give the same answer by either algebra', () => {
    // The k x k form against the definition, cluster by cluster, on a case small enough to write out.
    const y = [1, 3, 2, 5, 4, 7, 6, 9];
    const group = { name: 'group', values: [1, 1, 1, 0, 0, 0, 1, 0] };
    const fit = fitLinear({ y, columns: [group], errors: { cluster: ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'd'] } });
    // With one two-group column, (I - H_gg)^(-1/2) of a cluster of m in a group of n scales its mean part by 1/sqrt(1 - m/n).
    const mean = (rows: number[]): number => rows.reduce((sum, i) => sum + y[i]!, 0) / rows.length;
    const [one, zero] = [mean([0, 1, 2, 6]), mean([3, 4, 5, 7])];
    const score = (rows: number[], centre: number): number =>
      rows.reduce((sum, i) => sum + y[i]! - centre, 0) / Math.sqrt(1 - rows.length / 4) / 4;
    const variance =
      score([0, 1, 2], one) ** 2 + score([6], one) ** 2 + score([3, 4, 5], zero) ** 2 + score([7], zero) ** 2;
    expect(coefficient(fit, 'group').se).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it('columns that decide one another are named', () => {
    const y = [1, 2, 4, 3, 6, 5];
    const hours = { name: 'hours', values: [1, 2, 3, 4, 5, 7] };
    const minutes = { name: 'minutes', values: hours.values.map((value) => value * 60 + 5) };
    const attempt = (columns: Column[]): NotEstimable => {
      try {
        fitLinear({ y, columns });
      } catch (error) {
        if (error instanceof NotEstimable) return error;
      }
      throw new Error('fitted');
    };
    expect(attempt([hours, minutes])).toMatchObject({
      reason: 'collinear',
      column: 'minutes',
      message: '"minutes" follows exactly from "hours"',
    });
    expect(attempt([{ name: 'campus', values: [2, 2, 2, 2, 2, 2] }, hours]).message).toBe(
      '"campus" is the same in every row',
    );
    expect(attempt([{ name: 'none', values: [0, 0, 0, 0, 0, 0] }]).message).toBe('"none" is 0 in every row');
    for (const n of [0, 1, 2]) {
      const few = (): unknown => fitLinear({ y: y.slice(0, n), columns: [{ name: 'x', values: [1, 2].slice(0, n) }] });
      expect(few).toThrow(`${n} rows cannot support a model of 2 coefficients`);
    }
    const oneMentor = (): unknown => fitLinear({ y, columns: [hours], errors: { cluster: y.map(() => 'Ann') } });
    expect(oneMentor).toThrow('errors by cluster want two clusters at least');
    expect(() => fitLinear({ y, columns: [hours], errors: { cluster: ['Ann'] } })).toThrow(
      '1 cluster labels for 6 rows',
    );
    expect(() => fitLinear({ y: [1, NaN, 2], columns: [] })).toThrow('the outcome has a gap');
    expect(() => fitLinear({ y, columns: [{ name: 'x', values: [1] }] })).toThrow('column x has 1 rows, not 6');
    expect(() => coefficient(fitLinear({ y, columns: [hours] }), 'minutes')).toThrow(RangeError);
  });

  it('weights of whole numbers count rows that often', () => {
    const x = { name: 'x', values: [1, 2, 4, 5] };
    const weighted = fitLinear({ y: [1, 3, 2, 5], columns: [x], weights: [2, 1, 3, 1] });
    const repeated = fitLinear({ y: [1, 1, 3, 2, 2, 2, 5], columns: [{ name: 'x', values: [1, 1, 2, 4, 4, 4, 5] }] });
    weighted.coefficients.forEach((one, i) => {
      expect(one.estimate).toBeCloseTo(repeated.coefficients[i]!.estimate, 12);
    });
  });
});

interface Ancova {
  readonly data: readonly { readonly treat: string; readonly pre: number; readonly post: number }[];
  readonly ancova: Ols;
  readonly two_group: Ols;
  readonly lin: Ols;
  readonly group_F: number;
  readonly group_p: number;
  readonly slopes_F: number;
  readonly slopes_p: number;
  readonly adjusted_means: readonly {
    readonly treat: 'Cont' | 'CBT' | 'FT';
    readonly mean: number;
    readonly se: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly hedges_g_adjusted: { readonly g: number };
}

interface Star {
  readonly unadjusted: { readonly diff: number; readonly se: number };
  readonly adjusted: Ols;
  readonly lin: Ols;
}
