// If these fail, a lottery is not one: a file's order or a neighbour decides who gets a mentor, or a draw cannot be proved.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraw } from '../../../src/domain/lottery/check-draw.ts';
import { drawPlaces, type Entrant } from '../../../src/domain/lottery/draw-places.ts';
import { readStrata, stratumLabel } from '../../../src/domain/lottery/stratum-label.ts';

const people = (sizes: Readonly<Record<string, number>>): Entrant[] =>
  Object.entries(sizes).flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, i) => ({ id: `${stratum}-${i}`, stratum })),
  );

const crowd = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 12 }), { minKeys: 1 })
  .map(people);

describe('a draw of places', () => {
  it('gives each stratum its share of the places, to less than one place', () => {
    fc.assert(
      fc.property(crowd, fc.nat(80), fc.nat(), (entrants, places, seed) => {
        const { strata, drawn, waiting } = drawPlaces(entrants, places, seed);
        const given = Math.min(places, entrants.length);
        expect(drawn).toHaveLength(given);
        expect(waiting).toHaveLength(entrants.length - given);
        for (const share of strata) {
          expect(Math.abs(share.places - (given * share.entrants) / entrants.length)).toBeLessThan(1);
          expect(drawn.filter(({ stratum }) => stratum === share.stratum)).toHaveLength(share.places);
        }
      }),
    );
  });

  it('does not change when the file is in another order', () => {
    fc.assert(
      fc.property(crowd, fc.nat(40), fc.nat(), (entrants, places, seed) => {
        expect(drawPlaces([...entrants].reverse(), places, seed)).toEqual(drawPlaces(entrants, places, seed));
      }),
    );
  });

  it('hands places by largest remainders: 10 among 7, 5 and 3 people', () => {
    const { strata } = drawPlaces(people({ a: 7, b: 5, c: 3 }), 10, 1);
    // 4.67, 3.33, 2.00: the one place over goes to the largest remainder
    expect(strata.map(({ places }) => places)).toEqual([5, 3, 2]);
  });

  it('lets chance decide between equal remainders', () => {
    const lucky = new Set(
      Array.from({ length: 40 }, (_, seed) => drawPlaces(people({ a: 1, b: 1, c: 1 }), 1, seed).drawn[0]?.stratum),
    );
    expect([...lucky].sort()).toEqual(['a', 'b', 'c']);
  });

  it('draws everybody about equally often, and any two people independently', () => {
    const entrants = people({ a: 20 });
    const draws = 4000;
    const single = new Map<string, number>();
    let both = 0;
    for (let seed = 0; seed < draws; seed++) {
      const drawn = new Set(drawPlaces(entrants, 8, seed).drawn.map(({ id }) => id));
      for (const id of drawn) single.set(id, (single.get(id) ?? 0) + 1);
      if (drawn.has('a-3') && drawn.has('a-4')) both++;
    }
    // Chance 0.4 each, spread sqrt(4000 x 0.4 x 0.6) = 31; both together 0.4 x 7/19 = 0.147, spread 22.
    for (const count of single.values()) expect(Math.abs(count - 1600)).toBeLessThan(4.5 * 31);
    expect(Math.abs(both - 4000 * 0.4 * (7 / 19))).toBeLessThan(4.5 * 22);
  });
});

describe('a recorded draw', () => {
  const entrants = people({ a: 9, b: 6 });
  const drawn = new Set(drawPlaces(entrants, 5, 42).drawn.map(({ id }) => id));
  const record = { places: 5, seed: 42, entrants: entrants.map((e) => ({ ...e, drawn: drawn.has(e.id) })) };

  it('holds when nobody touched it', () => {
    expect(checkDraw(record).differences).toEqual([]);
  });

  it('does not hold when somebody was slipped in for somebody else', () => {
    const [lucky] = [...drawn];
    const unlucky = entrants.find(({ id }) => !drawn.has(id))?.id;
    const forged = record.entrants.map((e) =>
      e.id === lucky ? { ...e, drawn: false } : e.id === unlucky ? { ...e, drawn: true } : e,
    );
    expect(checkDraw({ ...record, entrants: forged }).differences).toHaveLength(2);
  });
});

describe('strata', () => {
  const fields = ['year of study', 'major'].map((name) => ({
    name,
    type: 'category' as const,
    options: [],
    headings: [],
  }));

  it('are named by a field or its beginning', () => {
    expect(readStrata(['Major', 'year'], fields)).toEqual(['major', 'year of study']);
    expect(() => readStrata(['majr'], fields)).toThrow('no field "majr"');
  });

  it('are labelled by the answers, a gap too', () => {
    expect(stratumLabel({ major: 'Biology', topics: ['b', 'a'] }, ['major', 'topics', 'year'])).toBe(
      'Biology / a + b / no answer',
    );
    expect(stratumLabel({}, [])).toBe('everybody');
  });
});
