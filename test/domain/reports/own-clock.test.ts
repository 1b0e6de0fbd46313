import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/outcomes/dataset.ts';
import { ownTimes, type OwnDays } from '../../../src/domain/outcomes/own-time.ts';
import { kaplanMeier } from '../../../src/domain/statistics/survival.ts';
import { stratifiedDifference, survivalDifference } from '../../../src/domain/statistics/survival-difference.ts';

const levels = ['stayed', 'left', 'graduated', 'transferred'];

function data(words: readonly (string | undefined)[]): Dataset {
  return {
    size: words.length,
    groups: {
      labels: ['mentored'],
      mentored: 1,
      codes: new Int32Array(words.length),
      cameBy: 'staff',
      source: '',
      byPair: false,
    },
    mentor: new Int32Array(words.length),
    block: undefined,
    observed: [],
    statuses: [
      {
        measure: 'retention',
        when: 'now',
        levels,
        codes: Int32Array.from(words, (word) => (word === undefined ? -1 : levels.indexOf(word))),
      },
    ],
    covariates: new Map(),
  };
}

const days = (starts: number[], ends: number[], knownTo: number[], rest: Partial<OwnDays> = {}): OwnDays => ({
  unit: 'day',
  lengths: false,
  starts: Float64Array.from(starts),
  ends: Float64Array.from(ends),
  knownTo: Float64Array.from(knownTo),
  ...rest,
});

describe('a clock of their own for everybody', () => {
  it('follows who is still here to the day of the extract, and nobody from before they were hired', () => {
    const found = ownTimes(
      data(['stayed', 'left', 'stayed']),
      days([100, 200, 400], [NaN, 250, NaN], [300, 300, 300]),
      false,
    );
    expect([...found.times]).toEqual([200, 50, NaN]);
    expect([...found.events]).toEqual([0, 1, 0]);
    expect(found.why).toEqual([undefined, undefined, 'not-yet']);
  });

  it('takes no leaving without a day for a stay to the end', () => {
    expect(ownTimes(data(['left']), days([100], [NaN], [300]), false).why).toEqual(['no-day']);
  });

  it('takes no leaving that is still to come for one that happened', () => {
    const found = ownTimes(data(['stayed']), days([100], [900], [300]), false);
    expect([found.times[0], found.events[0]]).toEqual([200, 0]);
  });

  it('takes a degree for no loss, and a transfer for one unless persistence is asked for', () => {
    const people = data(['graduated', 'transferred']);
    const own = days([0, 0], [50, 60], [100, 100]);
    expect([...ownTimes(people, own, false).events]).toEqual([0, 1]);
    expect([...ownTimes(people, own, true).events]).toEqual([0, 0]);
  });

  it('waits for a promotion until it comes or the person leaves', () => {
    const event = Float64Array.of(150, 500, NaN);
    const found = ownTimes(
      data(['stayed', 'left', 'left']),
      days([100, 100, 100], [NaN, 200, 250], [300, 300, 300], { event }),
      false,
    );
    expect([...found.times]).toEqual([50, 100, 150]);
    expect([...found.events]).toEqual([1, 0, 0]);
  });

  it('reads the length of a stay of those who are still here as being followed so long', () => {
    const found = ownTimes(
      data(['stayed', 'left']),
      days([NaN, NaN], [24, 7], [NaN, NaN], { lengths: true, unit: 'month' }),
      false,
    );
    expect([...found.times]).toEqual([24, 7]);
    expect([...found.events]).toEqual([0, 1]);
  });
});

describe('two curves on one day', () => {
  const one = kaplanMeier(Float64Array.of(5, 10, 20, 30, 40), Uint8Array.of(1, 0, 1, 0, 1));
  const other = kaplanMeier(Float64Array.of(4, 8, 15, 30, 50), Uint8Array.of(1, 1, 1, 0, 0));

  it('is the difference of what each curve says, with the errors of Greenwood', () => {
    const found = survivalDifference(one, other, 25);
    const [a, b] = [0.8 * (2 / 3), 0.4];
    expect(found?.difference).toBeCloseTo(a - b, 12);
    const greenwood = (s: number, parts: number[]): number => s * s * parts.reduce((sum, part) => sum + part, 0);
    const variance = greenwood(a, [1 / 20, 1 / 6]) + greenwood(b, [1 / 20, 1 / 12, 1 / 6]);
    expect(found?.se).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it('within strata is the mean of each stratum by how much it can tell, whatever the mix of the groups', () => {
    const found = stratifiedDifference(
      [
        { one, other },
        { one: other, other: one },
      ],
      25,
      1.96,
    );
    expect(found?.difference).toBeCloseTo(0, 12);
    expect(survivalDifference(one, one, 3)).toBeUndefined();
  });
});

describe('who is left out by the usual rules', () => {
  it('counts a death neither as leaving nor as staying', () => {
    const people = data(['left', 'left']);
    const reasons = { measure: 'exclusion', when: '', levels: ['Deceased', 'Resignation'], codes: Int32Array.of(0, 1) };
    const own = days([0, 0], [50, 60], [100, 100]);
    const found = ownTimes({ ...people, statuses: [...people.statuses, reasons] }, own, false);
    expect(found.why).toEqual(['left-out', undefined]);
    expect([found.times[0], found.events[1]]).toEqual([NaN, 1]);
  });
});
