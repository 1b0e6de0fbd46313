// Pins that would give a mentor more mentees than she has places.
import { counted } from '../../count-words.ts';
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { withRulePins } from './rule-pins.ts';

export interface PinsOver {
  readonly mentor: Candidate;
  readonly pinned: number;
}

/** Mentors with more pinned to them than places left, in the order of their ids. Pins of people who are not here do not count. */
export function pinsOver(input: Parameters<typeof withRulePins>[0], program: Program): readonly PinsOver[] {
  const mentees = new Set(input.mentees.map(({ id }) => id));
  const mentorOf = new Map(
    withRulePins(input, program).pins.flatMap(({ mentee, mentor }) => (mentees.has(mentee) ? [[mentee, mentor]] : [])),
  );
  const count = new Map<string, number>();
  for (const mentor of mentorOf.values()) count.set(mentor, (count.get(mentor) ?? 0) + 1);
  return input.mentors
    .map((mentor) => ({ mentor, pinned: count.get(mentor.id) ?? 0 }))
    .filter(({ mentor, pinned }) => pinned > mentor.seats)
    .sort((a, b) => (a.mentor.id < b.mentor.id ? -1 : 1));
}

/** `2 mentees are pinned to Bo Chen (M1), who has 1 place`. */
export function overWords({ mentor: { id, name, seats }, pinned }: PinsOver): string {
  const places = seats === 0 ? 'no place left' : counted(seats, 'place');
  return `${counted(pinned, 'mentee is', 'mentees are')} pinned to ${name} (${id}), who has ${places}`;
}
