// If this fails, the program no longer says what a published experiment found: Angrist, Lang and Oreopoulos (2009), Table 5.
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const [roster, covariates] = [resolve('fixtures/star/star_roster.csv'), resolve('fixtures/star/star_public_use.csv')];

type Arm = 'ssp' | 'sfp' | 'sfsp';
type Row = Record<Arm | `${Arm}_se` | 'cmean' | 'csd' | 'n', number>;
interface Document {
  readonly claim: { readonly level: number };
  readonly tables: readonly {
    readonly id: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly unknown[])[];
  }[];
}

const arms: readonly [Arm, string][] = [
  ['ssp', 'peer advising'],
  ['sfp', 'money for grades'],
  ['sfsp', 'peer advising and money'],
];

describe('STAR, Toronto', () => {
  it('gives Table 5 in full, the claim of a lottery, and the lesson in words', async () => {
    const folder = emptyFolder();
    copyFileSync('docs/examples/star.yaml', join(folder.path, 'mentorctl.yaml'));
    for (const argv of [
      ['import', roster, '--cohort', '2005'],
      ['import', covariates, '--cohort', '2005', '--as', 'roster', '--role', 'none'],
    ]) {
      const ran = await folder.run(argv);
      expect(ran.code, ran.stderr).toBe(0);
    }
    const ran = await folder.run(['report', 'performance', '--by', 'gender', '--technical', '--format', 'json']);
    expect(ran.code, ran.stderr).toBe(0);
    const document = JSON.parse(ran.stdout) as Document;
    expect(document.claim.level).toBe(4);
    const models = document.tables.find(({ id }) => id === 'models');
    const { table5 } = JSON.parse(readFileSync('fixtures/star/published-tables.json', 'utf8')) as {
      table5: Record<string, Record<string, Row>>;
    };
    let compared = 0;
    for (const [outcome, theirs] of [
      ['fall grade', 'grade_20059_fall'],
      ['gpa year 1', 'GPA_year1'],
    ] as const) {
      for (const [among, who] of [
        ['all', 'all'],
        ['gender M', 'men'],
        ['gender F', 'women'],
      ] as const) {
        const want = table5[theirs]?.[who];
        for (const [arm, label] of arms) {
          const row = models?.rows.find(([a, b, c]) => a === outcome && b === among && c === label);
          const got = Object.fromEntries((models?.columns ?? []).map((column, index) => [column, row?.[index]]));
          expect(got['n']).toBe(want?.n);
          for (const [column, value] of [
            ['comparison-mean', want?.cmean],
            ['comparison-sd', want?.csd],
            ['estimate', want?.[arm]],
            ['se', want?.[`${arm}_se`]],
          ] as const) {
            expect(
              Math.abs((got[column] as number) / (value ?? NaN) - 1),
              `${outcome} ${who} ${arm} ${column}`,
            ).toBeLessThan(1e-9);
            compared++;
          }
        }
      }
    }
    expect(compared).toBe(72);

    const use = document.tables
      .find(({ id }) => id === 'participation')
      ?.rows.find(([outcome]) => outcome === 'gpa year 1');
    const { star_selection: selection } = JSON.parse(readFileSync('fixtures/star/expected.json', 'utf8')) as {
      star_selection: Record<'users_vs_control' | 'itt_any_support', { diff: number; lower: number; upper: number }>;
    };
    for (const [index, want] of [
      [2, selection.users_vs_control],
      [3, selection.itt_any_support],
    ] as const) {
      const got = use?.[index] as { value: number; low: number; high: number };
      expect(got.value).toBeCloseTo(want.diff, 10);
      expect(got.low).toBeCloseTo(want.lower, 10);
      expect(got.high).toBeCloseTo(want.upper, 10);
    }

    const text = (await folder.run(['report', 'performance'])).stdout.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(
      /peer advising [\d.]+ on average, control [\d.]+\. The difference[^.]*may be anywhere from [\d.]+ lower to [\d.]+ higher for "peer advising": these numbers cannot tell/,
    );
    expect(text).toMatch(
      /did better than "control" in GPA year 1 \(0\.22 higher\)\. That is no evidence: nobody drew lots on who would use it/,
    );
    expect(text).not.toMatch(/raised|lowered|no effect|significant/);
  });
});
