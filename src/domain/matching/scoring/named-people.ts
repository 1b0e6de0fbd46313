// Rules and criteria whose answers name people: how many of those people are here, and which rules find none of theirs.
import { counted } from '../../count-words.ts';
import type { Program } from '../../program/program.ts';
import { criterionKind } from './criterion-kinds.ts';
import { fold } from '../../program/answer-words.ts';
import { encodeSides } from './encode.ts';
import { namedBy, whoNames } from './named-sides.ts';
import { asksBy } from './asked-for.ts';
import { ruleKind } from './rule-kinds.ts';
import { answerOf, type Candidate } from '../candidate.ts';

interface Sides {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
}

/** `found`, `unknown`: different people, different texts. `ambiguous`: names that several people here have. */
export interface NamedPeople {
  readonly where: string;
  readonly field: string;
  readonly of: 'mentor' | 'mentee';
  readonly found: number;
  readonly unknown: readonly string[];
  readonly ambiguous: readonly string[];
  /** Somebody whose answer is ambiguous, and the ids of those whom it may mean. */
  readonly unclear?: { readonly who: string; readonly whom: readonly string[] };
  /** The rule in a few words; undefined for a criterion. */
  readonly rule?: string;
}

/** One for each rule and criterion that compares an answer with who people are. */
export function peopleNamedIn(
  { mentees, mentors }: Sides,
  { rules, criteria }: Pick<Program, 'rules' | 'criteria'>,
): NamedPeople[] {
  const entries = [
    ...rules.map((entry, n) => {
      const kind = ruleKind(entry.kind);
      return { entry, where: `rules ${n + 1}`, kind, said: { rule: kind.words(entry) } };
    }),
    ...criteria.map((entry, n) => ({
      entry,
      where: `criteria ${n + 1}`,
      kind: criterionKind(entry.kind),
      said: {},
    })),
  ];
  return entries.flatMap(({ entry, where, kind, said }): NamedPeople[] => {
    const asked = 'importance' in entry ? asksBy(entry) : undefined;
    const plain = kind.compares === 'fields' && (kind.reads === 'code' || kind.reads === 'set');
    const named = plain ? whoNames(entry) : undefined;
    const all = asked?.fields.map((field) => ({ side: asked.side, field })) ?? (named === undefined ? [] : [named]);
    return all.map((names): NamedPeople => {
      const [people, others] = names.side === 'mentee' ? [mentees, mentors] : [mentors, mentees];
      const answers = namedBy(names.field, people, others);
      const read = answers.filter((one) => one !== undefined);
      const unclear = answers.findIndex((one) => (one?.ambiguous.length ?? 0) > 0);
      const meant = answers[unclear]?.each.find(({ length }) => length > 1) ?? [];
      return {
        where,
        field: names.field,
        of: names.side === 'mentee' ? 'mentor' : 'mentee',
        found: new Set(read.flatMap(({ found }) => found)).size,
        unknown: different(read.flatMap(({ unknown }) => unknown)),
        ambiguous: different(read.flatMap(({ ambiguous }) => ambiguous)),
        ...(unclear < 0
          ? {}
          : { unclear: { who: people[unclear]!.id, whom: meant.map((at) => others[at]!.id).sort() } }),
        ...said,
      };
    });
  });
}

function different(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [fold(text), text])).values()].sort((a, b) => (a < b ? -1 : 1));
}

/** `"before" names 2 people: 1 of them is a mentor here; nobody here is "M77".` */
export function namedWords({ field, of, found, unknown, ambiguous, unclear, rule }: NamedPeople): string {
  const all = found + unknown.length;
  const which =
    unclear === undefined
      ? ''
      : `, as in mentorctl person change ${unclear.who} --answer "${field}=${unclear.whom[0] ?? ''}" (${unclear.whom.join(' or ')})`;
  const several =
    ambiguous.length === 0
      ? ''
      : ` ${listed(ambiguous)}: several ${of}s have that name, and each counts; say which by id${which}.`;
  const people = counted(all, 'person', 'people');
  if (unknown.length === 0)
    return `"${field}" names ${people}, ${all === 1 ? `a ${of}` : `all of them ${of}s`} here.${several}`;
  if (found > 0)
    return `"${field}" names ${people}: ${found} of them ${found === 1 ? `is a ${of}` : `are ${of}s`} here; nobody here is ${listed(unknown)}.${several}`;
  const nothing = rule === undefined ? 'the criterion tells nobody apart' : `the rule "${rule}" bars nobody`;
  return `"${field}" names ${people}, none of them a ${of} here (${listed(unknown)}), so ${nothing}.`;
}

function listed(texts: readonly string[]): string {
  const some = texts.slice(0, 3).map((text) => `"${text}"`);
  return `${some.join(', ')}${texts.length > some.length ? ` and ${texts.length - some.length} more` : ''}`;
}

/** A rule that keeps people apart and can keep nobody apart here: none of the people it names, no answer in common. */
export interface DeafRule {
  readonly where: string;
  readonly text: string;
}

export function deafRules(sides: Sides, program: Pick<Program, 'fields' | 'rules'>): DeafRule[] {
  const { rules, fields } = program;
  const byName = new Map(fields.map((field) => [field.name, field]));
  const named = peopleNamedIn(sides, { rules, criteria: [] })
    .filter(({ found, unknown }) => found === 0 && unknown.length > 0)
    .map((one) => ({ where: one.where, text: namedWords(one) }));
  const alike = rules.flatMap((rule, n): DeafRule[] => {
    const kind = ruleKind(rule.kind);
    if (kind.effect !== 'parts' || kind.compares === 'people' || whoNames(rule) !== undefined) return [];
    const { mentees, mentors } = encodeSides(
      'set',
      sides.mentees.map((person) => answerOf(person, rule.mentee)),
      sides.mentors.map((person) => answerOf(person, rule.mentor)),
      { mentee: byName.get(rule.mentee), mentor: byName.get(rule.mentor) },
    );
    const union = (side: readonly unknown[]): number[] => {
      const all: number[] = [];
      for (const set of side)
        if (typeof set === 'object') (set as Uint32Array).forEach((word, at) => (all[at] = (all[at] ?? 0) | word));
      return all;
    };
    const [asked, given] = [union(mentees), union(mentors)];
    if (asked.length === 0 || given.length === 0 || asked.some((word, at) => (word & (given[at] ?? 0)) !== 0))
      return [];
    return [
      {
        where: `rules ${n + 1}`,
        text: `No mentee and no mentor gave the same answer, so the rule "${kind.words(rule)}" bars nobody.`,
      },
    ];
  });
  return [...named, ...alike];
}
