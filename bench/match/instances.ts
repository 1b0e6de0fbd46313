// The tables the assignment is measured on: four families at any size, drawn from one seed, so that every solver sees the same.
import { seededChance, type Chance } from '../../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../../src/domain/matching/assignment-types.ts';

/** One line of the benchmark's table. */
export interface Instance {
  readonly family: string;
  readonly mentees: number;
  readonly perMentee: number;
  readonly capacity: 'multi' | 'one';
}

/** How well mentee i and mentor j fit, 0..1000 or barred. */
type Fit = (chance: Chance, mentees: number, mentors: number) => (i: number, j: number) => number;

export const families: Readonly<Record<string, Fit>> = {
  // Answers to a form: same campus and an hour in common are a must (some 8 % of pairs), interests and subject score.
  attr: (chance, mentees, mentors) => {
    const bits = (share: number): number => {
      let set = 0;
      for (let bit = 0; bit < 30; bit++) if (chance() < share) set |= 1 << bit;
      return set;
    };
    const people = (
      count: number,
    ): {
      campus: number;
      hours: number;
      subject: number;
      interests: number;
    }[] =>
      Array.from({ length: count }, () => ({
        campus: Math.floor(5 * chance() ** 1.5),
        hours: bits(0.13),
        subject: Math.floor(20 * chance() ** 2),
        interests: bits(0.2),
      }));
    const [a, b] = [people(mentees), people(mentors)];
    return (i, j) => {
      const [mentee, mentor] = [a[i]!, b[j]!];
      if (mentee.campus !== mentor.campus || (mentee.hours & mentor.hours) === 0) return BARRED;
      const overlap = ones(mentee.interests & mentor.interests) / Math.max(1, ones(mentee.interests));
      return Math.round(700 * overlap) + (mentee.subject === mentor.subject ? 300 : 0);
    };
  },
  uniform: (chance) => () => Math.floor(1001 * chance()),
  // Everybody wants the same mentors.
  vertical: (chance, mentees, mentors) => {
    const fame = Array.from({ length: mentors }, () => chance());
    const trust = Array.from({ length: mentees }, () => 0.5 + 0.5 * chance());
    return (i, j) => Math.round(600 * fame[j]! * trust[i]! + 400 * chance());
  },
  // Tastes close together in six dimensions.
  lowrank: (chance, mentees, mentors) => {
    const points = (count: number): Float64Array => Float64Array.from({ length: 6 * count }, () => chance());
    const [a, b] = [points(mentees), points(mentors)];
    return (i, j) => {
      let square = 0;
      for (let k = 0; k < 6; k++) square += (a[6 * i + k]! - b[6 * j + k]!) ** 2;
      return Math.max(0, Math.round(1000 - 1000 * Math.sqrt(square / 6)));
    };
  },
};

function ones(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * A table of `mentees` rows and about `perMentee` seats for each; `capacity` `one`: a seat a mentor, `multi`: one to five.
 * The same words give the same table on every machine.
 */
export function instance({ family, mentees, perMentee, capacity }: Instance): ScoreTable {
  const chance = seededChance(20260914);
  const wanted = Math.round(mentees * perMentee);
  const seats: number[] = [];
  for (let left = wanted; left > 0; left -= seats.at(-1)!)
    seats.push(capacity === 'one' ? 1 : Math.min(left, 1 + Math.floor(5 * chance())));
  const mentors = seats.length;
  const fit = families[family]!(chance, mentees, mentors);
  const scores = new Uint16Array(mentees * mentors);
  for (let i = 0; i < mentees; i++) for (let j = 0; j < mentors; j++) scores[i * mentors + j] = fit(i, j);
  return { mentees, mentors, scores, seats: Int32Array.from(seats) };
}
