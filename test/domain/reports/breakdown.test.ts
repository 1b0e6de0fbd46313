// If these fail, a small group's answers can be worked out from a breakdown and the whole.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandsOf } from '../../../src/domain/outcomes/bands.ts';
import { categoryOf } from '../../../src/domain/outcomes/dataset.ts';
import type { Finding, Report } from '../../../src/domain/report/report.ts';
import { retentionReport } from '../../../src/domain/reports/retention.ts';
import { hiddenParts } from '../../../src/domain/reports/suppression.ts';
import { made, repeat, retentionOf } from './people.ts';

const findingsOf = (report: Report): readonly Finding[] => report.json['findings'] as readonly Finding[];

it('leaves at least two unknowns wherever anything is withheld, those who gave no answer counted in', () => {
  const part = fc
    .integer({ min: 0, max: 45 })
    .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.array(part, { minLength: 6, maxLength: 6 }),
      (own, other) => {
        const answers = ['a', 'b', 'c', 'd', 'e'];
        const of = (parts: typeof own, code: number): { code: number; answer: string | undefined; stayed: boolean }[] =>
          parts.flatMap(({ n, x }, index) =>
            Array.from({ length: n }, (_, k) => ({ code, answer: answers[index], stayed: k < x })),
          );
        const people = [...of(own, 0), ...of(other, 1)];
        const by = categoryOf(
          'region',
          people.map(({ answer }) => answer),
        );
        const data = made({
          codes: people.map(({ code }) => code),
          statuses: people.map(({ stayed }) => (stayed ? 'stayed' : 'left')),
        });
        const found = findingsOf(retentionReport(retentionOf(data, { by })));
        const whole = found.find(({ among }) => among === undefined);
        for (const [group, parts] of [
          [0, own],
          [1, other],
        ] as const) {
          // Without the group's own count there is nothing to subtract from.
          if ((whole?.groups.at(group)?.value ?? null) === null) continue;
          const shown = new Set(
            found.flatMap(({ among, groups }) =>
              among === undefined || groups[group]?.value == null ? [] : [among.at(-1)],
            ),
          );
          const withheld = parts.filter(({ n }, index) => n > 0 && !shown.has(answers[index]));
          const delicate = withheld.some(({ n, x }) => n < 10 || x < 3 || n - x < 3);
          expect(delicate ? withheld.length : 2, JSON.stringify({ own, other })).toBeGreaterThan(1);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('hides a large part beside one that shows a bound, and nothing where nothing is withheld', () => {
  expect(
    hiddenParts(
      [
        { n: 30, x: 29 },
        { n: 40, x: 20 },
        { n: 50, x: 25 },
      ],
      10,
    ),
  ).toEqual([false, true, false]);
  expect(
    hiddenParts(
      [
        { n: 30, x: 20 },
        { n: 40, x: 20 },
      ],
      10,
    ),
  ).toEqual([false, false]);
  expect(
    hiddenParts(
      [
        { n: 30, x: undefined },
        { n: 4, x: undefined },
        { n: 12, x: undefined },
      ],
      10,
    ),
  ).toEqual([false, true, true]);
});

it('says how many gave no answer, where they are too many to be made out', () => {
  const data = made({
    codes: [...repeat(60, 0), ...repeat(60, 1)],
    statuses: [...repeat(40, 'stayed'), ...repeat(40, 'left'), ...repeat(40, 'stayed')],
  });
  const by = categoryOf('campus', [...repeat(30, 'north'), ...repeat(30, 'south'), ...repeat(60, undefined)]);
  expect(JSON.stringify(retentionReport(retentionOf(data, { by })).json['tables'])).toContain(
    'No answer to \\"campus\\": 60 of 60 in \\"not mentored\\".',
  );
});

it('cuts a number into its quarters, and leaves a few values as they are', () => {
  const many = bandsOf({
    kind: 'number',
    name: 'gpa',
    values: Float64Array.from([NaN, ...Array.from({ length: 100 }, (_, n) => n)]),
  });
  expect(many.levels).toEqual(['up to 24.75', '24.75 to 49.5', '49.5 to 74.25', 'above 74.25']);
  expect([many.codes[0], ...[0, 1, 2, 3].map((code) => many.codes.filter((one) => one === code).length)]).toEqual([
    -1, 25, 25, 25, 25,
  ]);
  // Of many who stand on a cut all belong below it.
  const tied = bandsOf({ kind: 'number', name: 'x', values: Float64Array.from([0, 1, 2, 3, 4, 4, 4, 5, 6, 7, 8]) });
  expect(tied.levels).toContain('2.5 to 4');
  expect(tied.codes.filter((code) => tied.levels[code] === '2.5 to 4')).toHaveLength(4);
  expect(bandsOf({ kind: 'number', name: 'year', values: Float64Array.from([2, 1, NaN, 2]) }).levels).toEqual([
    '1',
    '2',
  ]);
});
