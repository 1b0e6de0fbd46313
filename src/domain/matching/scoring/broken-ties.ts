// Rules about mentees among each other that settled pairs break: they stay, and have to be said.
import { nameAndId } from '../../find-named.ts';
import type { Rule } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { balanced } from '../side-rule.ts';
import { ruleKind } from './rule-kinds.ts';
import { gave, isAmongMentees, tied, type Settled } from './ties.ts';

/** A rule that does not hold, and of whom. */
export interface BrokenTie {
  readonly rule: string;
  readonly text: string;
  /** Ids of the mentees concerned. */
  readonly mentees: readonly string[];
}

/** In the order of the rules. `nameOf`: a mentor by id, as she is named. */
export function brokenTies(
  settled: readonly Settled[],
  rules: readonly Rule[],
  nameOf: (mentor: string) => string,
): readonly BrokenTie[] {
  const has = new Map<string, { readonly mentee: Candidate; readonly mentors: Set<string> }>();
  for (const { mentee, mentors } of settled) {
    const one = has.get(mentee.id) ?? { mentee, mentors: new Set<string>() };
    for (const id of mentors) one.mentors.add(id);
    has.set(mentee.id, one);
  }
  const people = [...has.values()].sort((a, b) => (a.mentee.id < b.mentee.id ? -1 : 1));
  const list = (some: typeof people): string => some.map(({ mentee }) => nameAndId(mentee)).join(', ');
  const broken = (rule: Rule, some: typeof people, text: string): BrokenTie => {
    const words = ruleKind(rule.kind).words(rule);
    return { rule: words, text: `${words}: ${text}`, mentees: some.map(({ mentee }) => mentee.id) };
  };
  const withMentor = (some: typeof people): [string, typeof people][] => {
    const of = new Map<string, typeof people>();
    for (const one of some) for (const id of one.mentors) of.set(id, [...(of.get(id) ?? []), one]);
    return [...of].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const found = rules.filter(isAmongMentees).flatMap((rule): BrokenTie[] => {
    if (rule.kind === 'balance')
      return withMentor(people).flatMap(([mentor, some]) => {
        const group = some.filter(({ mentee }) => gave(mentee, rule)).length;
        const limits = { least: rule.least ?? 0, most: rule.most ?? 1 };
        return balanced(group, some.length, limits)
          ? []
          : [broken(rule, some, `${nameOf(mentor)} has ${group} of ${some.length}`)];
      });
    return tied(
      people.map(({ mentee }) => mentee),
      rule,
    ).flatMap((group): BrokenTie[] => {
      const some = group.map((at) => people[at]!);
      if (rule.kind === 'apart')
        return withMentor(some)
          .filter(([, sharing]) => sharing.length > 1)
          .map(([mentor, sharing]) => broken(rule, sharing, `${list(sharing)} have ${nameOf(mentor)}`));
      const [first] = some;
      return [...(first?.mentors ?? [])].some((id) => some.every(({ mentors }) => mentors.has(id)))
        ? []
        : [
            broken(
              rule,
              some,
              some
                .map(({ mentee, mentors }) => `${nameAndId(mentee)} has ${[...mentors].map(nameOf).join(', ')}`)
                .join('; '),
            ),
          ];
    });
  });
  // A circle that two lead is one.
  return [...new Map(found.map((one) => [`${one.rule}\n${one.mentees.join()}`, one])).values()];
}
