// If these fail, two people who both prefer each other are kept apart by a pairing that calls itself stable.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockingPairs, blockingPairsByScore } from '../../../../src/domain/matching/stable/blocking-pairs.ts';
import { preferencesOf, stablePairs, type Preferences } from '../../../../src/domain/matching/stable/stable.ts';
import { sharedFiles } from '../../../shared-folder.ts';
import { drawTable, table } from '../score-tables.ts';
import { seededChance } from '../../../../src/domain/chance.ts';

interface HospitalCase {
  readonly residents: Readonly<Record<string, readonly string[]>>;
  readonly hospitals: Readonly<Record<string, readonly string[]>>;
  readonly capacities?: Readonly<Record<string, number>>;
  readonly expected?: Readonly<Record<string, readonly string[]>> | null;
}

function preferences({ residents, hospitals, capacities }: HospitalCase): Preferences {
  const [people, places] = [Object.keys(residents), Object.keys(hospitals)];
  const numbers = (names: readonly (string | number)[], of: readonly string[]): Int32Array =>
    Int32Array.from(names.map((name) => of.indexOf(String(name))).filter((index) => index >= 0));
  return {
    menteeLists: people.map((name) => numbers(residents[name]!, places)),
    mentorLists: places.map((name) => numbers(hospitals[name]!, people)),
    seats: Int32Array.from(places, (name) => capacities?.[name] ?? 1),
  };
}

const readCase = (path: string): HospitalCase => JSON.parse(readFileSync(path, 'utf8')) as HospitalCase;

/** Every pairing of a small instance that has no blocking pair. */
function allStable(wishes: Preferences): Int32Array[] {
  const { menteeLists, mentorLists, seats } = wishes;
  const found: Int32Array[] = [];
  const mentorOf = new Int32Array(menteeLists.length).fill(-1);
  const walk = (i: number): void => {
    if (i === menteeLists.length) {
      if (blockingPairs(wishes, mentorOf).pairs === 0) found.push(Int32Array.from(mentorOf));
      return;
    }
    walk(i + 1);
    for (const j of menteeLists[i]!) {
      const load = mentorOf.filter((other) => other === j).length;
      if (load >= seats[j]! || !mentorLists[j]!.includes(i)) continue;
      mentorOf[i] = j;
      walk(i + 1);
      mentorOf[i] = -1;
    }
  };
  walk(0);
  return found;
}

/** Lists of random lengths, those of mentors with choices that several share. */
function drawTied(seed: number): Preferences {
  const chance = seededChance(seed);
  const whole = (below: number): number => Math.floor(chance() * below);
  const [mentees, mentors] = [2 + whole(4), 2 + whole(3)];
  const shuffled = (size: number): number[] =>
    Array.from({ length: size }, (_, at) => ({ at, by: chance() }))
      .sort((a, b) => a.by - b.by)
      .map(({ at }) => at);
  const menteeLists = Array.from({ length: mentees }, () =>
    Int32Array.from(shuffled(mentors).slice(0, 1 + whole(mentors))),
  );
  const mentorLists = Array.from({ length: mentors }, () => Int32Array.from(shuffled(mentees)));
  const mentorChoices = mentorLists.map((list) => {
    let choice = 1;
    return new Map([...list].map((i, at) => [i, (choice += at > 0 && chance() < 0.4 ? 1 : 0)]));
  });
  return { menteeLists, mentorLists, seats: Int32Array.from(mentorLists, () => 1 + whole(2)), mentorChoices };
}

const placedIn = (mentorOf: Int32Array): number => mentorOf.filter((j) => j >= 0).length;

describe('ties in the lists of mentors', () => {
  it('are broken so that two are placed where breaking them by fit places one', () => {
    const wishes: Preferences = {
      menteeLists: [Int32Array.of(0, 1), Int32Array.of(0)],
      mentorLists: [Int32Array.of(0, 1), Int32Array.of(0)],
      seats: Int32Array.of(1, 1),
      mentorChoices: [
        new Map([
          [0, 1],
          [1, 1],
        ]),
        undefined,
      ],
    };
    expect([...stablePairs(wishes)]).toEqual([1, 0]);
    expect([...stablePairs({ ...wishes, mentorChoices: [undefined, undefined] })]).toEqual([0, -1]);
  });

  it('leave nobody who would rather have each other, and place two thirds of the most, nearly always all', () => {
    let [most, placed] = [0, 0];
    for (let seed = 1; seed <= 400; seed++) {
      const wishes = drawTied(seed);
      const mentorOf = stablePairs(wishes);
      expect(blockingPairs(wishes, mentorOf).pairs, `seed ${seed}`).toBe(0);
      const best = Math.max(...allStable(wishes).map(placedIn));
      expect(3 * placedIn(mentorOf), `seed ${seed}`).toBeGreaterThanOrEqual(2 * best);
      most += best;
      placed += placedIn(mentorOf);
    }
    expect(placed / most).toBeGreaterThan(0.98);
  });
});

describe('stablePairs', () => {
  it('gives every mentee her first choice where all differ, though she is the last that her mentor would choose', () => {
    const around = (first: number, size: number): Int32Array =>
      Int32Array.from({ length: size }, (_, step) => (first + step) % size);
    const wishes: Preferences = {
      menteeLists: Array.from({ length: 9 }, (_, i) => around(i, 9)),
      mentorLists: Array.from({ length: 9 }, (_, j) => around(j + 1, 9)),
      seats: new Int32Array(9).fill(1),
    };
    expect([...stablePairs(wishes)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  const published = ['matching-issue-67', 'matching-loses-all', 'matching-readme', 'nrmp-8', 'nrmp-run-a-match-5'];
  for (const [name, path] of sharedFiles(published.map((one) => `matching-cases/hr/${one}.case.json`))) {
    it(`gives the published answer of ${name}`, () => {
      const sample = readCase(path);
      const mentorOf = stablePairs(preferences(sample));
      expect(blockingPairs(preferences(sample), mentorOf).pairs).toBe(0);
      const people = Object.keys(sample.residents);
      if (!sample.expected) return;
      Object.keys(sample.hospitals).forEach((place, j) => {
        const placed = people.filter((_, i) => mentorOf[i] === j);
        expect(placed.sort()).toEqual([...(sample.expected![place] ?? [])].sort());
      });
    });
  }

  const chance = seededChance(3);
  const many = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => Math.floor(chance() * 1001)));
  it.each([
    [
      'drawn',
      () =>
        preferencesOf(
          table(
            many,
            many.map(() => 1),
          ),
        ),
    ] as const,
    ...sharedFiles(['matching-cases/hr/matching-issue-159.json']).map(
      ([name, path]) => [name, () => preferences(readCase(path))] as const,
    ),
  ])('empties nobody’s list on a larger set, and is stable: %s', (_name, wishesOf) => {
    const wishes = wishesOf();
    const before = wishes.menteeLists.map((list) => [...list]);
    const mentorOf = stablePairs(wishes);
    expect(blockingPairs(wishes, mentorOf).pairs).toBe(0);
    expect(mentorOf.filter((j) => j >= 0).length).toBeGreaterThan(0);
    expect(wishes.menteeLists.map((list) => [...list])).toEqual(before);
  });

  it('gives every mentee the best she has in any stable pairing', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const wishes = preferencesOf(drawTable(seed, 4));
        const mentorOf = stablePairs(wishes);
        const place = (i: number, j: number): number => (j < 0 ? Infinity : wishes.menteeLists[i]!.indexOf(j));
        const all = allStable(wishes);
        expect(all.length).toBeGreaterThan(0);
        for (const other of all)
          other.forEach((j, i) => {
            expect(place(i, mentorOf[i]!)).toBeLessThanOrEqual(place(i, j));
          });
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it('takes the ranks people gave before the scores, and only those when asked', () => {
    const sample = table(
      [
        [900, 100],
        [800, 200],
      ],
      [1, 1],
    );
    expect([...stablePairs(preferencesOf(sample))]).toEqual([0, 1]);
    expect([...stablePairs(preferencesOf(sample, { mentees: [[1], undefined] }))]).toEqual([1, 0]);
    expect([...stablePairs(preferencesOf(sample, { mentors: [[1], undefined] }, true))]).toEqual([1, 0]);
  });
});

describe('blockingPairsByScore', () => {
  it('counts the pairs that the highest total leaves wanting each other', () => {
    const sample = table(
      [
        [900, 800],
        [1000, 300],
      ],
      [1, 1],
    );
    expect(blockingPairsByScore(sample, Int32Array.from([0, 1]))).toEqual({ pairs: 1, mentees: 1, first: [[1, 0]] });
    expect(blockingPairsByScore(sample, Int32Array.from([1, 0])).pairs).toBe(0);
  });

  it('finds none after stablePairs by score, and never one at a mentor without seats', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawTable(seed, 8);
        expect(blockingPairsByScore(drawn, stablePairs(preferencesOf(drawn))).pairs).toBe(0);
      }),
      { numRuns: 1000, seed: 8 },
    );
  });
});
