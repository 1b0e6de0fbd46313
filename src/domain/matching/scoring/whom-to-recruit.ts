// What a mentor would have to answer for a rule to let a mentee have her: advice whom to look for, one way a kind of rule.
import { answerWords, fold, options } from '../../program/answer-words.ts';
import type { Field, FieldValue, Rule } from '../../program/program.ts';

/** One answer that would do. `metBy`: whether a mentor's answer does as well. */
export interface Need {
  readonly value: FieldValue;
  readonly words: string;
  readonly metBy: (answer: FieldValue | undefined) => boolean;
}

/** What the mentee answered, the mentor's field, and how many mentees gave each option. */
export interface Wanted {
  readonly asked: FieldValue | undefined;
  readonly field: Field;
  readonly popular: ReadonlyMap<string, number>;
}

/** None where a gap would do, or nothing could be said. */
export type Recruits = (rule: Rule, wanted: Wanted) => readonly Need[];

export const anybody: Recruits = () => [];

/** Answers that a rule "differ" asks of a mentor are named where the field has at most this many. */
const fewOptions = 4;

function exactly(field: Field, value: FieldValue): Need[] {
  return [
    {
      value,
      words: `${field.name} is ${answerWords(value, ' and ')}`,
      metBy: (answer) => JSON.stringify(answer) === JSON.stringify(value),
    },
  ];
}

export const whoSaysTheSame: Recruits = (_rule, { asked, field }) => (asked === undefined ? [] : exactly(field, asked));

/** A mentor has one of the other answers; where there are many, nearly any mentor does, and it is not said. */
export const whoSaysAnother: Recruits = (_rule, { asked, field }) => {
  if (asked === undefined || field.options.length > fewOptions) return [];
  const own = new Set(options(asked));
  return field.options.filter((option) => !own.has(fold(option))).flatMap((option) => exactly(field, option));
};

/** Of what she named that which most others named, too. */
export const whoShares: Recruits = (rule, { asked, field, popular }) => {
  const least = rule.least ?? 1;
  const all = (Array.isArray(asked) ? asked : asked === undefined ? [] : [asked])
    .map(String)
    .sort((a, b) => (popular.get(b) ?? 0) - (popular.get(a) ?? 0) || (a < b ? -1 : 1));
  if (all.length < least) return [];
  const options = least === 1 ? all.slice(0, 3).map((one) => [one]) : [all.slice(0, least)];
  return options.map((some) => ({
    value: field.type === 'set' ? [...some].sort() : some[0]!,
    words: field.type === 'set' ? `${field.name} include ${some.join(' and ')}` : `${field.name} is ${some.join()}`,
    metBy: (answer) => some.every((one) => (Array.isArray(answer) ? answer.includes(one) : answer === one)),
  }));
};

/** Somebody so far ahead: steps of an ordinal, or the number. */
export const whoIsAhead =
  (by: (rule: Rule) => number): Recruits =>
  (rule, { asked, field }) => {
    const ahead = by(rule);
    if (typeof asked === 'number') return exactly(field, asked + ahead);
    if (field.type !== 'ordinal' || typeof asked !== 'string')
      return ahead === 0 && asked !== undefined ? exactly(field, asked) : [];
    const step = field.options[field.options.findIndex((one) => one.toLowerCase() === asked.toLowerCase()) + ahead];
    return step === undefined ? [] : exactly(field, step);
  };

/** Somebody at the bound, whatever the mentee answered. */
export const whoIsAt =
  (bound: 'least' | 'most'): Recruits =>
  (rule, { field }) => {
    const limit = rule[bound] ?? 0;
    const value = field.type === 'ordinal' ? field.options[limit] : limit;
    if (value === undefined) return [];
    const met = (answer: FieldValue | undefined): boolean =>
      typeof answer === 'number' && (bound === 'least' ? answer >= limit : answer <= limit);
    return [{ value, words: `${field.name} is at ${bound} ${answerWords(value, ' and ')}`, metBy: met }];
  };
