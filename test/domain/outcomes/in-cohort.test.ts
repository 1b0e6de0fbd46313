// If these fail, people are left out of a rate who must count, and the rate looks better than it is.
import { expect, it } from 'vitest';
import { categoryOf, type Dataset } from '../../../src/domain/outcomes/dataset.ts';
import { inCohort, stayedColumn } from '../../../src/domain/outcomes/in-cohort.ts';

function people(rows: readonly { why?: string; start?: string; then?: string; group?: number }[]): Dataset {
  const column = (measure: string, when: string, words: readonly (string | undefined)[]) => {
    const { levels, codes } = categoryOf(measure, words);
    return { measure, when, levels, codes };
  };
  return {
    size: rows.length,
    groups: {
      labels: ['mentored', 'not mentored'],
      mentored: 1,
      codes: Int32Array.from(rows, ({ group = 0 }) => group),
      cameBy: 'self-chosen',
      source: '',
      byPair: false,
    },
    mentor: new Int32Array(rows.length),
    block: undefined,
    observed: [],
    statuses: [
      column(
        'exclusion',
        '',
        rows.map(({ why }) => why),
      ),
      column(
        'retention',
        'fall 2026',
        rows.map(({ start }) => start),
      ),
      column(
        'retention',
        'fall 2027',
        rows.map(({ then }) => then),
      ),
    ],
    covariates: new Map(),
  };
}

it.each([
  'Deceased',
  'died in March',
  'total and permanent disability',
  'Joined the Army',
  'Peace Corps',
  'church mission',
])('IPEDS leaves out: %s', (why) => {
  const { counts, excluded, notAllowed } = inCohort(people([{ why }, {}]), undefined);
  expect([...counts]).toEqual([0, 1]);
  expect([...(excluded[0]?.values() ?? [])]).toEqual([1]);
  expect(notAllowed).toBe(0);
});

it.each(['studied abroad', 'admission withdrawn', 'left for pharmacy school', 'commissioned work', 'moved'])(
  'nobody is left out for: %s',
  (why) => {
    const { counts, notAllowed } = inCohort(people([{ why }, {}]), undefined);
    expect([...counts]).toEqual([1, 1]);
    expect(notAllowed).toBe(1);
  },
);

it('whoever was not there at the start does not count; who is in no record of it counts, as unknown', () => {
  const data = people([{ start: 'stayed' }, { start: 'left' }, {}, { start: 'stayed', group: 1 }, { group: -1 }]);
  const { counts, notAtStart, startUnknown } = inCohort(data, 'fall 2026');
  expect([...counts]).toEqual([1, 0, 1, 1, 0]);
  expect([...startUnknown]).toEqual([0, 0, 1, 0, 0]);
  expect(notAtStart).toEqual([1, 0]);
});

it('a transfer is a loss for retention and none for persistence; a degree is none for either', () => {
  const data = people(
    ['stayed', 'left', 'transferred', 'graduated', undefined].map((then) => ({
      ...(then === undefined ? {} : { then }),
    })),
  );
  const counts = Uint8Array.from([1, 1, 1, 1, 1]);
  expect([...stayedColumn(data, 'fall 2027', counts, false)]).toEqual([1, 0, 0, 1, NaN]);
  expect([...stayedColumn(data, 'fall 2027', counts, true)]).toEqual([1, 0, 1, 1, NaN]);
  expect([...stayedColumn(data, 'fall 2027', Uint8Array.from([0, 0, 0, 0, 0]), true)]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
});
