// Who is tied to whom among mentees by rules such as "apart: family", pairs that stand and pins among them.
import { fold, options } from '../../program/answer-words.ts';
import { whoIsNamed } from '../../people-named.ts';
import type { Program, Rule } from '../../program/program.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import type { Circle } from '../circles.ts';
import type { Stands } from '../run.ts';
import { ruleKind } from './rule-kinds.ts';

/** A mentee whose mentors are settled whatever a run proposes: their pair stands, or they are pinned. `mentors`: ids, all who lead a circle. */
export interface Settled {
  readonly mentee: Candidate;
  readonly mentors: readonly string[];
  readonly pinned?: true;
}

/** Those of a run's `mentees`, and after them whoever is settled and not among them: what groups are made of. */
export function withSettled(mentees: readonly Candidate[], settled: readonly Settled[]): readonly Candidate[] {
  const known = new Set(mentees.map(({ id }) => id));
  return [
    ...mentees,
    ...new Map(settled.flatMap(({ mentee }) => (known.has(mentee.id) ? [] : [[mentee.id, mentee]]))).values(),
  ];
}

export const isAmongMentees = ({ kind }: Rule): boolean => ruleKind(kind).compares === 'mentees';

/** Whether somebody is in the group whose share `balance` bounds. */
export function gave(person: Candidate, { mentee, value = '' }: Rule): boolean {
  const answer = answerOf(person, mentee);
  if (answer === undefined) return false;
  return (typeof answer === 'boolean' ? [answer ? 'yes' : 'no'] : options(answer)).includes(fold(value));
}

/** Of `apart` and `together`: groups of two and more, those listed, or who name one another, or who gave the same answer; indices. */
export function tied(people: readonly Candidate[], { mentee: field, people: listed }: Rule): number[][] {
  const find = whoIsNamed(people);
  if (listed !== undefined)
    return [[...new Set(listed.flatMap((text) => find(text).found))]].filter(({ length }) => length > 1);
  const top = people.map((_, at) => at);
  const root = (at: number): number => (top[at] === at ? at : (top[at] = root(top[at]!)));
  const byAnswer = new Map<string, number>();
  people.forEach((person, at) => {
    const answer = answerOf(person, field);
    if (answer === undefined) return;
    const texts = typeof answer === 'object' ? answer : [String(answer)];
    const named = texts.flatMap((text) => find(text).found);
    for (const other of named) top[root(other)] = root(at);
    if (named.length > 0) return;
    for (const text of texts.map(fold)) {
      const first = byAnswer.get(text);
      if (first === undefined) byAnswer.set(text, at);
      else top[root(at)] = root(first);
    }
  });
  const groups = new Map<number, number[]>();
  people.forEach((_, at) => {
    const group = groups.get(root(at));
    if (group === undefined) groups.set(root(at), [at]);
    else group.push(at);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Pairs that stand and pins as those who are settled; a mentor who leads a circle with others stands for all of them. */
export function settledIn(
  standing: readonly Stands[],
  pins: readonly { readonly mentee: Candidate; readonly mentor: string }[],
  { circles, mentors }: { readonly circles: readonly Circle[]; readonly mentors: readonly Candidate[] },
): readonly Settled[] {
  const leads = new Map(
    circles.flatMap((circle) => {
      const ids = circle.mentors.map((j) => mentors[j]!.id);
      return ids.map((id) => [id, ids] as const);
    }),
  );
  const one = ({ mentee, mentor }: Stands): Settled => ({ mentee, mentors: leads.get(mentor) ?? [mentor] });
  return [...standing.map(one), ...pins.map((pin): Settled => ({ ...one(pin), pinned: true }))];
}

/** The input with what its rules read of pairs that stand: nothing where no rule is about mentees among each other. */
export function withTies<T extends { readonly standing?: readonly Stands[] }>(
  { standing = [], ...input }: T,
  { rules }: Pick<Program, 'rules'>,
): Omit<T, 'standing'> & { readonly standing?: readonly Stands[] } {
  const among = rules.filter(isAmongMentees);
  if (among.length === 0 || standing.length === 0) return input;
  const read = new Set(among.map(({ mentee }) => mentee));
  const plain = ({ id, name, email, fields }: Candidate): Candidate => ({
    id,
    name,
    seats: 0,
    ...(email === undefined ? {} : { email }),
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => read.has(field))),
  });
  return { ...input, standing: standing.map(({ mentee, mentor }) => ({ mentee: plain(mentee), mentor })) };
}
