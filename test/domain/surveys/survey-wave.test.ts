// If these fail, a report scores answers otherwise than the import did, or takes waves for one another.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreOf, type Instrument } from '../../../src/domain/instruments/instrument.ts';
import { comparedWaves } from '../../../src/domain/surveys/survey-people.ts';
import { inOrder, waveScores } from '../../../src/domain/surveys/survey-wave.ts';

const answer = fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(NaN));

it('scores everybody as one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.array(answer, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('mean' as const, 'sum' as const),
      fc.constantFrom(0.1, 0.5, 0.75, 1),
      (k, people, score, minAnswered) => {
        const items = Array.from({ length: k }, (_, index) => ({
          item: String(index),
          text: '',
          subscale: null,
          reverse: index % 3 === 1,
        }));
        const instrument: Instrument = {
          id: 'x',
          title: 'x',
          audience: 'mentor',
          min: 1,
          max: 7,
          score,
          minAnswered,
          higherIs: 'better',
          source: '',
          items,
        };
        const answers = new Map(
          items.map(({ item }, index) => [item, Float64Array.from(people, (row) => row[index] ?? NaN)]),
        );
        const found = waveScores(instrument, { wave: 'pre', answers }, people.length);
        people.forEach((row, person) => {
          const given = new Map(
            items.flatMap(({ item }, index) => (Number.isNaN(row[index]) ? [] : [[item, row[index] ?? 0]])),
          );
          const wanted = scoreOf(instrument, given);
          if (wanted === undefined) expect(found[person]).toBeNaN();
          else expect(found[person]).toBeCloseTo(wanted, 10);
        });
      },
    ),
  );
});

it('compares the first wave with the last, and looking back with neither', () => {
  const wave = (name: string): { wave: string; answers: ReadonlyMap<string, Float64Array> } => ({
    wave: name,
    answers: new Map(),
  });
  const ordered = inOrder(['then', 'post', 'week 6', 'pre', 'mid'].map(wave));
  expect(ordered.map((one) => one.wave)).toEqual(['pre', 'mid', 'week 6', 'post', 'then']);
  const { before, after, then, only } = comparedWaves(ordered);
  expect([before?.wave, after?.wave, then?.wave, only]).toEqual(['pre', 'post', 'then', undefined]);
  expect(comparedWaves([wave('post'), wave('then')])).toMatchObject({ before: undefined, only: { wave: 'post' } });
});
