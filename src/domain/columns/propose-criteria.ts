// Sensible criteria from the fields people have answered; a first proposal for a person to change, never the last word.
import { fold, options } from '../program/answer-words.ts';
import type { Criterion, Field, FieldValue, Rule } from '../program/program.ts';
import { whoIsNamed } from '../people-named.ts';
import { isPrivate } from './confidences.ts';
import { isOpinion } from './scales.ts';
import { aboutTheForm, administrative, choiceRank, demographic } from './vocabulary.ts';
import { isLeaning, isWish } from './wishes.ts';

export interface Proposal {
  readonly rules: readonly Rule[];
  readonly criteria: readonly Criterion[];
  /** Possible, but not switched on, with the reason. */
  readonly off: readonly { readonly criterion: Criterion; readonly why: string }[];
}

/** Fields a side has answered, by name, each with the answers that were given (folded); of sets every option. */
export type Answered = ReadonlyMap<string, ReadonlySet<string>>;

/** Notes an answer of somebody; of fields that everybody answers otherwise only the first few hundred are kept. */
export function noteAnswer(answered: Map<string, Set<string>>, field: string, value: FieldValue): void {
  const seen = answered.get(field) ?? new Set<string>();
  answered.set(field, seen);
  // People are often named a line each; lines are lost when an answer is folded.
  const lines = typeof value === 'string' ? value.split('\n') : [value];
  if (seen.size < 400) for (const line of lines) for (const option of options(line)) seen.add(option);
}

/** How the people of a cohort are called, folded, by what a rule may compare: their ids, addresses and names. */
export type Identities = Readonly<Record<'id' | 'email' | 'name', ReadonlySet<string>>>;

/** What a proposal looks at besides the fields. */
export interface AlsoKnown {
  /** The mentors, for answers that name somebody. */
  readonly mentors?: Identities;
  /** Scores of pairs and ranked choices are on file: something has to read them. */
  readonly scores?: boolean;
  readonly choices?: boolean;
}

/** Rules and criteria for fields both sides answered; what is about who people are is proposed, never switched on. */
export function proposeCriteria(
  fields: readonly Field[],
  mentees: Answered,
  mentors: Answered,
  also: AlsoKnown = {},
): Proposal {
  const rules: Rule[] = [];
  const criteria: Criterion[] = [];
  const off: { criterion: Criterion; why: string }[] = [];
  const used = new Set<string>();
  const asked: { field: Field; mentor: 'id' | 'email' | 'name' }[] = [];
  const open = fields.filter(({ tell, name }) => tell !== false && !isPrivate(name, noCells));
  const saidOf = new Map(open.map(({ name, headings }) => [name, [name, ...headings].join(' ').toLowerCase()]));
  const about = (test: RegExp, ...names: string[]): boolean =>
    names.every((name) => test.test(saidOf.get(name) ?? name));
  const add = (criterion: Criterion): void => {
    const { mentee, mentor } = criterion;
    used.add(mentee).add(mentor);
    if (aboutTheForm.test(mentee)) {
      off.push({ criterion, why: 'how people came to you says little of how two of them get on' });
    } else if (about(demographic, mentee, mentor)) {
      off.push({ criterion, why: 'about who people are: switch it on only if your program has decided to' });
    } else if (administrative.test(mentee)) {
      off.push({ criterion, why: 'how people are registered says little of how two of them get on' });
    } else if (criterion.kind === 'same' && !inCommon(mentees.get(mentee), mentors.get(mentor))) {
      off.push({ criterion, why: 'no mentee and no mentor gave the same answer' });
    } else if (sayAlike(mentees.get(mentee), mentors.get(mentor))) {
      off.push({ criterion, why: 'everybody gave the same answer' });
    } else criteria.push(criterion);
  };
  for (const field of open) {
    const { name } = field;
    const rule = mentees.has(name) ? notOwn(field, mentees.get(name), also.mentors) : undefined;
    if (rule !== undefined) rules.push(rule);
    if (rule !== undefined || asksManager(field)) continue;
    const wish = mentees.has(name) ? wishedFor(field, mentees.get(name), also.mentors) : undefined;
    if (wish !== undefined) {
      used.add(name);
      asked.push({ field, mentor: wish });
      continue;
    }
    if (!mentees.has(name) || !mentors.has(name)) continue;
    if (/\bteam\b/.test(name) && (field.type === 'category' || field.type === 'text')) {
      used.add(name);
      rules.push({ kind: 'differ', mentee: name, mentor: name });
    } else if (/\btime ?zone\b/.test(name) && (field.type === 'category' || field.type === 'text'))
      add({ kind: 'closeness', mentee: name, mentor: name, importance: 'medium', range: 6 });
    else if (field.type === 'set') add({ kind: 'overlap', mentee: name, mentor: name, importance: 'high' });
    else if (field.type === 'category' && isTrait(field))
      add({ kind: 'same', mentee: name, mentor: name, importance: 'medium' });
    else if (field.type === 'ordinal' && isTrait(field) && !isOpinion(field.options))
      add({ kind: 'ahead', mentee: name, mentor: name, importance: 'medium', ideal: 2, range: 4 });
  }
  // Different questions with the same answers: what mentees look for, what mentors are.
  for (const asked of open) {
    for (const offered of open) {
      if (asked === offered || used.has(asked.name) || used.has(offered.name)) continue;
      if (
        !mentees.has(asked.name) ||
        !mentors.has(offered.name) ||
        mentors.has(asked.name) ||
        mentees.has(offered.name)
      )
        continue;
      if (
        isChoice(asked) &&
        isChoice(offered) &&
        !isLeaning(asked.options) &&
        likeness(asked.options, offered.options) >= 0.5
      ) {
        add({ kind: 'overlap', mentee: asked.name, mentor: offered.name, importance: 'high' });
      }
    }
  }
  criteria.push(...rankedBy(asked));
  if (also.scores === true) criteria.push({ kind: 'scores', mentee: '', mentor: '', importance: 'high' });
  if (also.choices === true && asked.length === 0)
    criteria.push({ kind: 'ranked', mentee: '', mentor: '', importance: 'high' });
  return { rules, criteria, off };
}

const noCells = { distinct: [], averageLength: 0 };

/** What somebody is or studies, not what they wish or would not mind. */
function isTrait({ name, headings, options: known }: Field): boolean {
  return ![name, ...headings].some(isWish) && !isLeaning(known);
}

/** Where everybody gave the same answer it tells no two pairs apart. */
function sayAlike(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return new Set([...a, ...b]).size < 2;
}

/** Ties that keep two people apart: who decides about somebody, who teaches or assesses them, whom they asked not to have. */
const ownManager = new RegExp(
  [
    String.raw`\b(manager|supervisor|report(?:s|ing)? (?:directly )?to|reporting line|line lead|team ?lead(?:er)?|coach|instructor|(?:teaching )?assistant|superior|boss)s?\b`,
    String.raw`\b(?:(?:thesis|dissertation|academic|personal|phd|doctoral|research|faculty|degree) ?(?:advis[eo]r|tutor|director|supervisor)|examiner|assessor|principal investigator|(?:your|my) (?:professor|lecturer|teacher|tutor)|head of (?:department|school|unit|group|lab|team|faculty)|(?:department|lab|section) (?:head|lead(?:er)?))s?\b`,
    String.raw`\bkeep apart\b|\bconflicts? of interest|\b(?:not|never|avoid|don['’]t|rather not)\b.*\b(?:match|pair|meet|work|mentor|assign)\w*|\b(?:ex|former partner)\b`,
    String.raw`vorgesetzte|führungskraft|betreuer|\bjefe|responsable hiérarchique|\bn\+1\b|supérieur|\bchef\b|gestor\b|\bchefe\b|leidinggevende|przełożon|esimies|\bcapo\b|responsabile diretto|yönetici`,
  ].join('|'),
);

/** True where an answer may name somebody's own manager, so that a proposal needs to know who is here. */
function asksManager({ name, headings }: Pick<Field, 'name' | 'headings'>): boolean {
  return [name, ...headings].some((said) => ownManager.test(said.toLowerCase()));
}

const askedFor =
  /\b(mentor|person|anyone|anybody|someone|somebody|who|whom|name)\b.*\b(like|want|wish|prefer|request|have in mind|hope|choose)|\b(request(ed)?|preferred|desired|wanted|first choice) (mentor|person)\b|\bi would like\b/;

/** True where an answer may name somebody whom a mentee asks for, or must be kept from: then a proposal needs to know who is here. */
export function mayNameSomebody(field: Pick<Field, 'name' | 'headings'>): boolean {
  return asksManager(field) || asksForSomebody(field);
}

function asksForSomebody({ name, headings }: Pick<Field, 'name' | 'headings'>): boolean {
  return [name, ...headings].some(
    (said) => isWish(said) || askedFor.test(said.toLowerCase()) || choiceRank(said) !== undefined,
  );
}

/** By which of id, address and name most answers name mentors here, one or several in an answer; undefined where none does. */
function sideNamed(answers: ReadonlySet<string> = new Set(), mentors: Identities): 'id' | 'email' | 'name' | undefined {
  const by = {
    id: whoIsNamed([...mentors.id].map((id) => ({ id, name: '' }))),
    email: whoIsNamed([...mentors.email].map((id) => ({ id, name: '' }))),
    name: whoIsNamed([...mentors.name].map((name) => ({ id: '', name }))),
  };
  const met = { id: 0, email: 0, name: 0 };
  for (const answer of answers)
    for (const side of ['id', 'email', 'name'] as const) if (by[side](answer).found.length > 0) met[side]++;
  const [best] = (['id', 'email', 'name'] as const).filter((side) => met[side] > 0).sort((a, b) => met[b] - met[a]);
  return best;
}

/** By which of id, address and name mentors are asked for in it, where they are. */
function wishedFor(
  field: Field,
  answers: ReadonlySet<string> | undefined,
  mentors: Identities | undefined,
): 'id' | 'email' | 'name' | undefined {
  return mentors === undefined || asksManager(field) || !asksForSomebody(field)
    ? undefined
    : sideNamed(answers, mentors);
}

/** Mentors asked for by name, in one field or several: ranked in the order that their headings say, else that of the file. */
function rankedBy(asked: readonly { readonly field: Field; readonly mentor: 'id' | 'email' | 'name' }[]): Criterion[] {
  const rank = ({ name, headings }: Field): number => [name, ...headings].map(choiceRank).find((one) => one) ?? 1;
  const [first, ...more] = [...asked].sort((a, b) => rank(a.field) - rank(b.field));
  if (first === undefined) return [];
  const then = more.map(({ field }) => field.name);
  const { mentor } = first;
  const ranked = { kind: 'ranked', mentee: first.field.name, mentor, importance: 'high' } as const;
  return [then.length === 0 ? ranked : { ...ranked, then }];
}

/** Not the own manager: on the side whose values name people here, or not at all. */
function notOwn(
  field: Field,
  answers: ReadonlySet<string> = new Set(),
  mentors: Identities | undefined,
): Rule | undefined {
  if (mentors === undefined || !asksManager(field)) return undefined;
  const side = sideNamed(answers, mentors);
  return side === undefined ? undefined : { kind: 'differ', mentee: field.name, mentor: side };
}

function inCommon(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  return [...a].some((answer) => b.has(answer));
}

const isChoice = (field: Field): boolean => field.type === 'set' || field.type === 'category';

/** Share of the smaller option list found in the larger. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  const known = new Set(large.map(fold));
  return small.length === 0 ? 0 : small.filter((option) => known.has(fold(option))).length / small.length;
}
