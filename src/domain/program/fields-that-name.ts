// Questions whose answers name people (a manager, a mentor asked for), as rules and criteria read them: no list of options holds them all.
import type { Program } from './program.ts';

const whoPeopleAre = new Set(['id', 'email', 'name']);

export function fieldsThatName({ rules, criteria }: Pick<Program, 'rules' | 'criteria'>): ReadonlySet<string> {
  const named = [...rules, ...criteria].flatMap(({ kind, mentee, mentor }) =>
    whoPeopleAre.has(mentor) || kind === 'ranked' ? [mentee] : whoPeopleAre.has(mentee) ? [mentor] : [],
  );
  return new Set([...named, ...criteria.flatMap(({ then = [] }) => then)]);
}
