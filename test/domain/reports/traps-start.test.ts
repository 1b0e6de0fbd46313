// How people began, and who is lost. If one of these fails, a report calls groups alike that were not, or not those it speaks of.
import { describe, expect, it } from 'vitest';
import { normal, seededChance } from '../../../src/domain/chance.ts';
import { categoryOf, type Covariate, type Dataset } from '../../../src/domain/outcomes/dataset.ts';
import { ownStartName } from '../../../src/domain/outcomes/on-clock.ts';
import type { Measure } from '../../../src/domain/program/program.ts';
import type { Claim, Finding, Report } from '../../../src/domain/report/report.ts';
import { performanceReport } from '../../../src/domain/reports/performance.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { lossBeyond } from '../../../src/domain/statistics/attrition.ts';
import { renderText } from '../../../src/render/text.ts';
import { made, performanceOf, repeat, retentionOf } from './people.ts';

const textOf = (report: Report): string =>
  renderText(report, { width: 100, color: false, unicode: false }).replaceAll(/\s+/g, ' ');
const claimOf = (report: Report): Claim => report.json['claim'] as Claim;
const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];
const cautionsOf = (report: Report): string => (report.json['cautions'] as readonly string[]).join(' ');
const clear = (report: Report): boolean => findingsOf(report).some(({ verdict }) => verdict.startsWith('clearly'));
const marks: Measure = { kind: 'number', headings: [], higherIs: 'better', name: 'marks', primary: true };

/** 300 people, every third mentored; `shift` apart at the start, by which alone the marks differ. */
function students(shift: number, more: Partial<Parameters<typeof made>[0]> = {}): { data: Dataset; entry: Covariate } {
  const chance = seededChance(5);
  const codes = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 0 : 1));
  const values = codes.map((code) => 50 + (code === 0 ? shift * 10 : 0) + 10 * normal(chance));
  const data = made({ codes, numbers: { marks: values.map((value) => value + 5 * normal(chance)) }, ...more });
  return { data, entry: { kind: 'number', name: 'entry test', values: Float64Array.from(values) } };
}

const noise: Covariate = {
  kind: 'number',
  name: 'shoe size',
  values: Float64Array.from({ length: 300 }, (_, i) => 38 + (i % 7)),
};

describe('the level of claim', () => {
  it('falls for whatever is on file from before and far apart, also where the model does not have it', () => {
    const { data, entry } = students(0.6);
    const told = performanceReport(performanceOf(data, [marks], { baselines: [noise], onFile: [noise, entry] }));
    expect(claimOf(told)).toMatchObject({
      level: 2,
      because: expect.arrayContaining([expect.stringContaining('entry test')]) as string[],
    });
    expect(cautionsOf(told)).toContain('Far apart at the start in entry test');
    expect(
      claimOf(performanceReport(performanceOf(data, [marks], { baselines: [noise], onFile: [noise] }))).level,
    ).toBe(3);
  });

  it('names what differed a little and was not allowed for', () => {
    const { data, entry } = students(0.1);
    const told = performanceReport(performanceOf(data, [marks], { baselines: [noise], onFile: [noise, entry] }));
    expect(claimOf(told).level).toBe(2);
    expect(cautionsOf(told)).toMatch(/Not allowed for, though the groups differed in it at the start: entry test/);
  });

  it.each(['common', 'overlap'] as const)(
    'says nothing clear where what was to be allowed for separates the groups (%s)',
    (adjust) => {
      const { data } = students(0.6);
      const campus: Covariate = {
        kind: 'number',
        name: 'campus',
        values: Float64Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 2 : 7)),
      };
      const told = performanceReport(
        performanceOf(data, [marks], { baselines: [noise, campus], onFile: [noise, campus], adjust }),
      );
      expect(findingsOf(told)[0]).toMatchObject({ verdict: 'cannot-tell' });
      expect(findingsOf(told)[0]?.sentence).toContain('as measured; what cannot be allowed for may be all of that');
      expect(textOf(told)).not.toMatch(/nothing to allow for|Nothing is measured from the start/);
    },
  );

  it('does not call clear what only a model makes of groups far apart, against what was measured', () => {
    const chance = seededChance(9);
    const codes = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 0 : 1));
    const before = codes.map((code) => (code === 0 ? 42 : 55) + 10 * normal(chance));
    const numbers = { marks: before.map((value, i) => value + (codes[i] === 0 ? 6 : 0) + 4 * normal(chance)) };
    const entry: Covariate = { kind: 'number', name: 'entry test', values: Float64Array.from(before) };
    const told = performanceReport(
      performanceOf(made({ codes, numbers }), [marks], { baselines: [entry], onFile: [entry] }),
    );
    expect(findingsOf(told)[0]).toMatchObject({ verdict: 'cannot-tell' });
    expect(findingsOf(told)[0]?.sentence).toMatch(/As measured it was lower, and higher .* only by what the allowance/);
  });

  it('counts a question as apart of which nobody in one group gives the answer of the other', () => {
    const { data, entry } = students(0);
    const halls = categoryOf(
      'lives in halls',
      Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 'yes' : 'no')),
    );
    const both = performanceReport(performanceOf(data, [marks], { baselines: [entry, halls], onFile: [entry, halls] }));
    expect(claimOf(both)).toMatchObject({ level: 2 });
    expect(textOf(both)).toContain('"lives in halls: yes" separates the groups');
    expect(textOf(both)).not.toMatch(/alike in entry test(,| and) lives in halls|others already say/);
    const one: Covariate = {
      kind: 'number',
      name: 'quota',
      values: Float64Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    };
    expect(claimOf(performanceReport(performanceOf(data, [marks], { onFile: [one] }))).level).toBe(2);
  });

  it('falls for one of several groups', () => {
    const chance = seededChance(9);
    const codes = Array.from({ length: 300 }, (_, i) => i % 3);
    const start = codes.map((code) => (code === 1 ? 1 : 0) + normal(chance));
    const data = made({ codes, labels: ['peers', 'staff', 'neither'], numbers: { marks: start } });
    const arms = { ...data, groups: { ...data.groups, mentored: 2 } };
    const entry: Covariate = { kind: 'number', name: 'entry test', values: Float64Array.from(start) };
    const told = performanceReport(performanceOf(arms, [marks], { baselines: [entry] }));
    expect(claimOf(told)).toMatchObject({ level: 2 });
  });
});

describe('those who can be counted', () => {
  it('are those whose start is compared, not everybody on file', () => {
    const { data, entry } = students(0);
    const values = data.observed[0]?.values ?? new Float64Array(0);
    // The weaker half of the mentored has no marks.
    const lost = values.map((value, i) =>
      i % 3 === 0 && ((entry as { values: Float64Array }).values[i] ?? 0) < 50 ? NaN : value,
    );
    const known = { ...data, observed: [{ measure: 'marks', when: '', values: lost }] };
    const told = performanceReport(performanceOf(known, [marks], { baselines: [entry] }));
    expect(claimOf(told).level).toBe(2);
    expect(cautionsOf(told)).toMatch(/marks is unknown for \d+ % of the 100 in "mentored", 0 % of the 200/);
    const rows = told.blocks.flatMap((block) =>
      block.kind === 'table' && block.table.id === 'start' ? block.table.rows : [],
    );
    expect(rows[0]?.find((cell) => cell.kind === 'number' && cell.value > 0.5)).toBeDefined();
  });

  it('leave no lottery where more of one group are lost than the bounds allow', () => {
    const lots = (lost: number): Report => {
      const codes = [...repeat(100, 0), ...repeat(100, 1)];
      const chance = seededChance(3);
      const values = codes.map((code, i) => (i < lost ? NaN : 60 + (code === 0 ? 8 : 0) + 10 * normal(chance)));
      return performanceReport(performanceOf(made({ codes, cameBy: 'lottery', numbers: { marks: values } }), [marks]));
    };
    expect(claimOf(lots(4)).level).toBe(4);
    expect(claimOf(lots(30)).level).toBe(2);
    expect(cautionsOf(lots(30))).toContain('beyond the bounds of the What Works Clearinghouse');
  });

  it('leave nothing told where those who are unknown could turn the difference round', () => {
    const yes = (stayed: number, left: number, unknown: number): (string | undefined)[] => [
      ...repeat(stayed, 'stayed'),
      ...repeat(left, 'left'),
      ...repeat(unknown, undefined),
    ];
    const codes = [...repeat(200, 0), ...repeat(200, 1)];
    const told = retentionReport(retentionOf(made({ codes, statuses: [...yes(150, 10, 40), ...yes(160, 40, 0)] })));
    expect(clear(told)).toBe(false);
    expect(findingsOf(told)[0]).toMatchObject({
      verdict: 'cannot-tell',
      sentence: expect.stringContaining('could turn that round') as string,
    });
    // As much is known of both: the same difference stands.
    expect(
      clear(retentionReport(retentionOf(made({ codes, statuses: [...yes(188, 12, 0), ...yes(160, 40, 0)] })))),
    ).toBe(true);
  });

  it('leave nothing told where too many are lost and the worst case could be chance', () => {
    const told = (left: number, unknown: number): Report => {
      const own = [...repeat(172, 'stayed'), ...repeat(left, 'left'), ...repeat(unknown, undefined)];
      const other = [...repeat(160, 'stayed'), ...repeat(40, 'left')];
      const codes = [...repeat(200, 0), ...repeat(200, 1)];
      return retentionReport(retentionOf(made({ codes, statuses: [...own, ...other] })));
    };
    // At worst 172 of 200 against 160 of 200: higher, and no more than chance does.
    expect(findingsOf(told(8, 20))[0]).toMatchObject({
      verdict: 'cannot-tell',
      sentence: expect.stringContaining('what is left could be chance') as string,
    });
    // So few of one group are unknown that those known may stand for all.
    expect(clear(told(18, 10))).toBe(true);
  });
});

it('draws the bounds of loss where the What Works Clearinghouse draws them, and between them by a straight line', () => {
  const beyond = (first: number, second: number): boolean =>
    lossBeyond({ n: 1000, lost: first }, { n: 1000, lost: second });
  // 10 % in all: 6.3 points; 40 %: 2.6 points; beyond 57 % nothing is small enough.
  expect([beyond(131, 69), beyond(132, 68)]).toEqual([false, true]);
  expect([beyond(413, 387), beyond(414, 386)]).toEqual([false, true]);
  expect(beyond(600, 600)).toBe(true);
  expect(beyond(0, 0)).toBe(false);
});

it('one day of the calendar is no comparison of people who began earlier with people who began later', () => {
  const codes = [...repeat(100, 0), ...repeat(100, 1)];
  const statuses = codes.map((code, i) => ((i * 7) % 10 < (code === 0 ? 7 : 4) ? 'stayed' : 'left'));
  const began = (apart: number): Covariate => ({
    kind: 'number',
    name: ownStartName,
    values: Float64Array.from(codes, (code, i) => (code === 0 ? apart : 0) + ((i * 11) % 97)),
  });
  const told = (apart: number): Report =>
    retentionReport(retentionOf(made({ codes, statuses }), { onFile: [began(apart)] }));
  expect(clear(told(0))).toBe(true);
  expect(clear(told(200))).toBe(false);
  expect(textOf(told(200))).toContain("no comparison. Count from everybody's own start: --clock own.");
});
