// Score tables for tests and benchmarks: written out, drawn by a seed, and a slow solver that tries everything.
import fc from 'fast-check';
import { seededChance, type Chance } from '../../../src/domain/chance.ts';
import { BARRED, firstPlaces, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';

/** A table from rows of scores; null is barred. */
export function table(rows: readonly (readonly (number | null)[])[], seats: readonly number[]): ScoreTable {
  return {
    mentees: rows.length,
    mentors: seats.length,
    scores: Uint16Array.from(rows.flat().map((score) => score ?? BARRED)),
    seats: Int32Array.from(seats),
  };
}

/** Tables with every pair scored or barred, of one to so many people, with up to `seats` places a mentor. */
export function scoreTables(most: {
  readonly mentees: number;
  readonly mentors: number;
  readonly seats: number;
}): fc.Arbitrary<ScoreTable> {
  const score = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 1000 }) }, fc.constant(BARRED));
  const exactly = (length: number): { minLength: number; maxLength: number } => ({
    minLength: length,
    maxLength: length,
  });
  return fc
    .record({
      mentees: fc.integer({ min: 1, max: most.mentees }),
      mentors: fc.integer({ min: 1, max: most.mentors }),
    })
    .chain(({ mentees, mentors }) =>
      fc.record({
        mentees: fc.constant(mentees),
        mentors: fc.constant(mentors),
        scores: fc.array(score, exactly(mentees * mentors)).map((values) => Uint16Array.from(values)),
        seats: fc
          .array(fc.integer({ min: 0, max: most.seats }), exactly(mentors))
          .map((values) => Int32Array.from(values)),
      }),
    );
}

/** Every assignment tried: the most placed, then the highest total. For up to six or seven mentees. */
export function bruteForce(table: ScoreTable): { placed: number; total: number } {
  const { mentees, mentors, scores, seats, placeBonus } = table;
  const left = [...seats];
  const first = firstPlaces(seats);
  let best = { placed: 0, total: 0 };
  const walk = (i: number, placed: number, total: number): void => {
    if (i === mentees) {
      if (placed > best.placed || (placed === best.placed && total > best.total)) best = { placed, total };
      return;
    }
    walk(i + 1, placed, total);
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score === BARRED || left[j]! === 0) continue;
      const bonus = placeBonus?.[first[j]! + seats[j]! - left[j]!] ?? 0;
      left[j]!--;
      walk(i + 1, placed + 1, total + score + bonus);
      left[j]!++;
    }
  };
  walk(0, 0, 0);
  return best;
}

/**
 * A table of at most `most` mentees and mentors from one number: all the awkward shapes, each often enough. In a `chain`
 * the last person is placed only if everybody else moves to somebody who fits not at all.
 */
export function drawTable(seed: number, most: number): ScoreTable {
  const chance = seededChance(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)]!;
  const size = (): number => Math.floor(chance() * (most + 1));
  const mentees = size();
  const mentors = chance() < 0.2 ? mentees : size();
  const density = one([0.03, 0.1, 0.3, 0.6, 0.9, 1]);
  const top = one([0, 1, 3, 100, 1000, 1000]);
  const shape = one(['any', 'any', 'any', 'wanted', 'smooth', 'twins', 'chain']);
  const fame = drawn(mentors, chance);
  const taste = drawn(mentees, chance);
  const scores = new Uint16Array(mentees * mentors);
  for (let i = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      const k = i * mentors + j;
      if (shape === 'chain') scores[k] = i === j || chance() < 0.02 ? 0 : i === j + 1 ? top : BARRED;
      else if (shape === 'twins' && i > 0 && chance() < 0.8) scores[k] = scores[k - mentors]!;
      else if (chance() >= density) scores[k] = BARRED;
      else scores[k] = Math.round(top * fit(shape, taste[i]!, fame[j]!, chance()));
    }
  }
  const mostSeats = one([0, 1, 1, 2, 5]);
  const none = one([0, 0, 0.3]);
  const seats = Int32Array.from({ length: mentors }, () =>
    chance() < none ? 0 : mostSeats === 1 ? 1 : Math.floor(chance() * (mostSeats + 1)),
  );
  return { mentees, mentors, scores, seats };
}

/** The same, and in half of them what a place counts more differs from place to place: little, or as much as fits do. */
export function drawPlaces(seed: number, most: number): ScoreTable {
  const table = drawTable(seed, most);
  const chance = seededChance(seed + 0x5eed);
  if (chance() < 0.5) return table;
  const top = [1, 3, 20, 1000][Math.floor(4 * chance())]!;
  const placeBonus = Int32Array.from(
    [...table.seats].flatMap((count) =>
      Array.from({ length: count }, () => Math.floor(chance() * (top + 1))).sort((a, b) => b - a),
    ),
  );
  return { ...table, placeBonus };
}

function drawn(count: number, chance: Chance): number[] {
  return Array.from({ length: count }, () => chance());
}

function fit(shape: string, taste: number, fame: number, luck: number): number {
  if (shape === 'wanted') return 0.7 * fame * (0.5 + 0.5 * taste) + 0.3 * luck;
  if (shape === 'smooth') return 1 - Math.abs(taste - fame);
  return luck;
}
