// Two lotteries for places: the same true difference among many people and among few.
import { seededChance, type Chance } from '../chance.ts';
import type { SampleFile } from './sample-file.ts';
import { pick, student } from './sample-student.ts';

export interface SampleLottery {
  readonly cohort: string;
  /** Twice as many apply. */
  readonly places: number;
}

export const sampleLotteries: readonly SampleLottery[] = [
  { cohort: 'large', places: 160 },
  { cohort: 'small', places: 20 },
];

/** Of 20 people: so many stay with a place and without one. It is made so, not drawn: every seed gives the same answer. */
export const stayingOf20 = { drawn: 17, notDrawn: 13 } as const;

export function lotterySignups({ cohort, places }: SampleLottery, seed: number): SampleFile {
  const chance = seededChance(seed + 2000 + places);
  const people = Array.from({ length: 2 * places + places / 4 }, (_, n) => student(chance, 10 * (700 + places) + n));
  return {
    name: `signups-${cohort}.csv`,
    rows: [
      ['Student ID', 'Full name', 'Email Address', 'Mentor or mentee?', 'How many mentees could you take?', 'Campus'],
      ...people.map(({ id, name, email }, n) => {
        const mentor = n >= 2 * places;
        return [id, name, email, mentor ? 'Mentor' : 'Mentee', mentor ? '4' : '', pick(chance, ['North', 'Downtown'])];
      }),
    ],
  };
}

/** What the registrar says a year later, of everybody in the draw. */
export function lotteryAfterwards(
  { cohort, places }: SampleLottery,
  drawn: readonly string[],
  notDrawn: readonly string[],
  seed: number,
): SampleFile {
  const chance = seededChance(seed + 3000 + places);
  const stays = new Set([
    ...someOf(drawn, stayingOf20.drawn / 20, chance),
    ...someOf(notDrawn, stayingOf20.notDrawn / 20, chance),
  ]);
  return {
    name: `registrar-${cohort}.csv`,
    rows: [
      ['Student ID', 'Fall 2025 Enrolled', 'Fall 2026 Enrolled'],
      ...[...drawn, ...notDrawn].sort().map((id) => [id, 'Y', stays.has(id) ? 'Y' : 'N']),
    ],
  };
}

function someOf(ids: readonly string[], share: number, chance: Chance): string[] {
  const lots = ids.map((id) => ({ id, lot: chance() })).sort((a, b) => a.lot - b.lot);
  return lots.slice(0, Math.round(share * ids.length)).map(({ id }) => id);
}
