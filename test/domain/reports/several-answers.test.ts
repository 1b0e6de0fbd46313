// If these fail, people who ticked several boxes are lost from a breakdown, or a few of them can be made out in it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { severalOf } from '../../../src/domain/outcomes/dataset.ts';
import { breakDown, hiddenIn } from '../../../src/domain/reports/breakdown.ts';
import type { Finding, Report, Table } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { nearEdge } from '../../../src/domain/reports/suppression.ts';
import { made, repeat, retentionOf } from './people.ts';

const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];
const breakdownOf = ({ blocks }: Report): Table | undefined =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])).find(({ id }) => id === 'breakdown');
const several = (answers: readonly (readonly string[] | undefined)[]) => {
  const found = severalOf('topics', answers);
  if (found === undefined) throw new Error('nobody answered');
  return found;
};

it('counts a person under each answer, and says so', () => {
  const answers = [...repeat(30, ['exams', 'friends']), ...repeat(30, ['exams']), ...repeat(40, ['friends', 'jobs'])];
  const data = made({
    codes: [...repeat(100, 0), ...repeat(100, 1)],
    statuses: Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? 'stayed' : 'left')),
  });
  const report = retentionReport(retentionOf(data, { by: several([...answers, ...answers]) }));
  const known = findingsOf(report).flatMap(({ among, groups }) =>
    among === undefined ? [] : [[among, groups[0]?.known]],
  );
  expect(known).toEqual([
    ['topics exams', 60],
    ['topics friends', 70],
    ['topics jobs', 40],
  ]);
  expect(breakdownOf(report)?.note).toContain('People who gave several answers stand in several rows.');
});

it('hides an answer that all but a few gave, and leaves nothing to subtract', () => {
  const person = fc.record({
    ticks: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 0, maxLength: 4 }),
    stayed: fc.boolean(),
  });
  const group = fc
    .array(fc.tuple(person, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 6 })
    .map((some) => some.flatMap(([one, times]) => repeat(times, one)));
  fc.assert(
    fc.property(group, (people) => {
      fc.pre(people.some(({ ticks }) => ticks.length > 0));
      const data = made({ codes: repeat(people.length, 0), labels: ['mentored'], statuses: [] });
      const by = several(people.map(({ ticks }) => ticks));
      const values = Float64Array.from(people, ({ stayed }) => (stayed ? 1 : 0));
      const outcome = {
        id: 'x',
        label: 'x',
        kind: 'yes-no',
        values,
        higherIs: 'better',
        primary: true,
        meaningful: undefined,
      } as const;
      const broken = breakDown(by, new Uint8Array(people.length).fill(1));
      const hide = hiddenIn(data, outcome, broken, 10).map(([own]) => own === true);
      by.levels.forEach((level, index) => {
        const n = people.filter(({ ticks }) => (ticks as readonly string[]).includes(level)).length;
        // Neither the few who gave it nor the few who did not.
        if (n > 0 && n < 10) expect(hide[index]).toBe(true);
        if (n < people.length && people.length - n < 10) expect(hide[index]).toBe(true);
      });
      // Everybody who gave one answer or none: the parts add up to the group, and one hidden alone would come out.
      const withheld = by.levels.filter((level, index) => {
        const own = people.filter(({ ticks }) => (ticks as readonly string[]).includes(level));
        return hide[index] === true || nearEdge(own.filter(({ stayed }) => stayed).length, own.length, 10);
      });
      // With one answer each the parts add up to the group, and one withheld alone would come out.
      if (people.length >= 10 && by.levels.length > 1 && people.every(({ ticks }) => ticks.length === 1))
        expect(withheld).not.toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});
