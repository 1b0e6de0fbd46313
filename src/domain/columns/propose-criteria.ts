// Sensible criteria from the fields people have answered; a first proposal for a person to change, never the last word.
import { fold, options } from '../program/answer-words.ts';
import type { Criterion, Field, FieldValue, Rule } from '../program/program.ts';
import { aboutTheForm, administrative, demographic } from './vocabulary.ts';

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
  if (seen.size < 400) for (const option of options(value)) seen.add(option);
}

/** Rules and criteria for fields both sides answered; what is about who people are is proposed, never switched on. */
export function proposeCriteria(fields: readonly Field[], mentees: Answered, mentors: Answered): Proposal {
  const rules: Rule[] = [];
  const criteria: Criterion[] = [];
  const off: { criterion: Criterion; why: string }[] = [];
  const used = new Set<string>();
  const open = fields.filter(({ tell }) => tell !== false);
  const add = (criterion: Criterion): void => {
    used.add(criterion.mentee).add(criterion.mentor);
    if (aboutTheForm.test(criterion.mentee)) {
      off.push({ criterion, why: 'how people came to you says little of how two of them get on' });
    } else if (demographic.test(criterion.mentee) && demographic.test(criterion.mentor)) {
      off.push({ criterion, why: 'about who people are: switch it on only if your program has decided to' });
    } else if (administrative.test(criterion.mentee)) {
      off.push({ criterion, why: 'how people are registered says little of how two of them get on' });
    } else if (criterion.kind === 'same' && !inCommon(mentees.get(criterion.mentee), mentors.get(criterion.mentor))) {
      off.push({ criterion, why: 'no mentee and no mentor gave the same answer' });
    } else criteria.push(criterion);
  };
  for (const field of open) {
    const { name } = field;
    if (/manager|supervisor/.test(name) && mentees.has(name))
      rules.push({ kind: 'differ', mentee: name, mentor: 'email' });
    if (!mentees.has(name) || !mentors.has(name)) continue;
    if (/\bteam\b/.test(name) && (field.type === 'category' || field.type === 'text')) {
      used.add(name);
      rules.push({ kind: 'differ', mentee: name, mentor: name });
    } else if (/\btime ?zone\b/.test(name) && (field.type === 'category' || field.type === 'text'))
      add({ kind: 'closeness', mentee: name, mentor: name, importance: 'medium', range: 6 });
    else if (field.type === 'set') add({ kind: 'overlap', mentee: name, mentor: name, importance: 'high' });
    else if (field.type === 'category') add({ kind: 'same', mentee: name, mentor: name, importance: 'medium' });
    else if (field.type === 'ordinal')
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
      if (isChoice(asked) && isChoice(offered) && likeness(asked.options, offered.options) >= 0.5) {
        add({ kind: 'overlap', mentee: asked.name, mentor: offered.name, importance: 'high' });
      }
    }
  }
  return { rules, criteria, off };
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
