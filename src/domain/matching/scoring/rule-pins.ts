// The pins a program file states, beside those a coordinator set: both are pairs that every run makes.
import { Failure } from '../../failure.ts';
import type { Program } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { ruleKind } from './rule-kinds.ts';

interface Pinnable {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  readonly pins: readonly { readonly mentee: string; readonly mentor: string }[];
}

/**
 * The input with the pins of the program file, which name people by id or e-mail; a file serves many cohorts, so whoever is not
 * in this one is passed over. A coordinator's own pin goes before the file's.
 * @throws Failure bad-program where two names are one person, or one mentee is pinned to two mentors.
 */
export function withRulePins<I extends Pinnable>(input: I, { rules }: Program): I {
  const find = (people: readonly Candidate[], who: string): Candidate | undefined =>
    people.find(({ id, email }) => id === who || email === who);
  const mentorOf = new Map<string, Candidate>();
  for (const rule of rules) {
    if (ruleKind(rule.kind).effect !== 'pairs') continue;
    const [mentee, mentor] = [find(input.mentees, rule.mentee), find(input.mentors, rule.mentor)];
    if (mentee === undefined || mentor === undefined) continue;
    const other = mentorOf.get(mentee.id);
    if (mentee.id === mentor.id) throw contradiction(`pins ${mentee.name} to themselves`);
    if (other !== undefined && other.id !== mentor.id)
      throw contradiction(`pins ${mentee.name} to both ${other.name} and ${mentor.name}`);
    mentorOf.set(mentee.id, mentor);
  }
  const stated = [...mentorOf].map(([mentee, { id }]) => ({ mentee, mentor: id }));
  return stated.length === 0 ? input : { ...input, pins: [...stated, ...input.pins] };
}

function contradiction(what: string): Failure {
  const message = `the program file ${what}`;
  return new Failure('bad-program', {
    code: 'pin-contradiction',
    message,
    hint: 'Change or take out that pin under "rules:".',
  });
}
