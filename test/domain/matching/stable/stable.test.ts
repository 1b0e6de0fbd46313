// If these fail, two people who both prefer each other are kept apart by a pairing that calls itself stable.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockingPairs, blockingPairsByScore } from '../../../../src/domain/matching/stable/blocking-pairs.ts';
import { preferencesOf, stablePairs, type Preferences } from '../../../../src/domain/matching/stable/stable.ts';
import { sharedFile } from '../../../shared-folder.ts';
import { drawTable, table } from '../score-tables.ts';

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

describe('stablePairs', () => {
  for (const name of ['matching-issue-67', 'matching-loses-all', 'matching-readme', 'nrmp-8', 'nrmp-run-a-match-5']) {
    const path = sharedFile(`matching-cases/hr/${name}.case.json`);
    it.skipIf(path === undefined)(`gives the published answer of ${name}`, () => {
      const sample = readCase(path!);
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

  const large = sharedFile('matching-cases/hr/matching-issue-159.json');
  it.skipIf(large === undefined)('empties nobody’s list on the larger set of a bug report, and is stable', () => {
    const wishes = preferences(readCase(large!));
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
