// The rules of a program about mentees among each other, as rows of a run's table: siblings apart, friends together, groups mixed.
import { fold, options } from '../../program/answer-words.ts';
import { whoIsNamed } from '../../people-named.ts';
import type { Rule } from '../../program/program.ts';
import { answerOf, type Candidate } from '../candidate.ts';
import type { SideRule } from '../side-rule.ts';
import { ruleKind } from './rule-kinds.ts';

/** `mentees`: of the rows. Whoever is not among them is passed over: a file serves many cohorts. */
export function sideRulesOf(mentees: readonly Candidate[], rules: readonly Rule[]): readonly SideRule[] {
  return rules.flatMap((rule): SideRule[] => {
    const words = ruleKind(rule.kind).words(rule);
    if (rule.kind === 'balance') {
      const isIn = Uint8Array.from(mentees, (one) => (gave(one, rule) ? 1 : 0));
      return [{ kind: 'balance', isIn, least: rule.least ?? 0, most: rule.most ?? 1, words }];
    }
    if (rule.kind !== 'apart' && rule.kind !== 'together') return [];
    const { kind } = rule;
    return tied(mentees, rule).map((rows) => ({ kind, rows, words }));
  });
}

function gave(person: Candidate, { mentee, value = '' }: Rule): boolean {
  const answer = answerOf(person, mentee);
  if (answer === undefined) return false;
  return (typeof answer === 'boolean' ? [answer ? 'yes' : 'no'] : options(answer)).includes(fold(value));
}

/** Groups of two and more: those listed, or who name one another, or who gave the same answer. */
function tied(mentees: readonly Candidate[], { mentee: field, people }: Rule): number[][] {
  const find = whoIsNamed(mentees);
  if (people !== undefined)
    return [people.flatMap((text) => find(text).found)].map(unique).filter(({ length }) => length > 1);
  const top = mentees.map((_, at) => at);
  const root = (at: number): number => (top[at] === at ? at : (top[at] = root(top[at]!)));
  const byAnswer = new Map<string, number>();
  mentees.forEach((person, at) => {
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
  mentees.forEach((_, at) => groups.set(root(at), [...(groups.get(root(at)) ?? []), at]));
  return [...groups.values()].filter(({ length }) => length > 1);
}

function unique(list: readonly number[]): number[] {
  return [...new Set(list)];
}
