// Answers given on the command line, `FIELD=VALUE`: read as a cell of that field would be, but no new option is ever made of a slip.
import { profileColumn } from '../columns/profile.ts';
import { Failure } from '../failure.ts';
import { fieldsThatName } from '../program/fields-that-name.ts';
import { fold } from '../program/answer-words.ts';
import type { Field, FieldValue, Program } from '../program/program.ts';
import { amongKnown, didYouMean } from '../suggest.ts';
import { cellReader } from './read-cell.ts';

/** By field name; undefined takes an answer away. Throws Failure for an unknown field or what cannot be its answer. */
export function statedAnswers(
  texts: readonly string[],
  program: Pick<Program, 'fields' | 'dates' | 'rules' | 'criteria'>,
): ReadonlyMap<string, FieldValue | undefined> {
  const { fields, dates } = program;
  const naming = fieldsThatName(program);
  return new Map(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1)
        throw new Failure('usage', {
          code: 'bad-value',
          message: `--answer is "${text}"`,
          hint: 'Write it as --answer "FIELD=ANSWER", e.g. --answer "campus=North"; several options as "topics=Exams; Housing".',
        });
      const field = fieldNamed(text.slice(0, at), fields);
      return [field.name, answerTo(field, text.slice(at + 1).trim(), { dates, free: naming.has(field.name) })];
    }),
  );
}

function fieldNamed(word: string, fields: readonly Field[]): Field {
  const found = fields.find(({ name, headings }) => [name, ...headings].some((one) => fold(one) === fold(word)));
  if (found !== undefined) return found;
  const begins = fields.filter(({ name }) => fold(name).startsWith(fold(word)));
  const [only] = begins;
  if (only !== undefined && begins.length === 1) return only;
  const names = fields.map(({ name }) => name);
  throw new Failure('usage', {
    code: 'unknown-field',
    message: `there is no field "${word.trim()}"`,
    hint: amongKnown(word, names, 'mentorctl.yaml has none.'),
  });
}

function answerTo(
  field: Field,
  text: string,
  { dates, free }: { readonly dates: Program['dates']; readonly free: boolean },
): FieldValue | undefined {
  if (text === '') return undefined;
  const profile = profileColumn([text]);
  const column = { index: 0, heading: field.name, profile, meaning: { is: 'field' as const, field } };
  const read = cellReader(column, dates)(text);
  if (read === undefined) return undefined;
  const bad = (message: string, hint: string): Failure =>
    new Failure('usage', { code: 'bad-value', message: `${field.name}: "${text}" is ${message}`, hint });
  if (read.is === 'problem') throw bad(read.message, read.hint);
  if (read.is !== 'answer') return undefined;
  const [unknown] = read.unknown;
  if (unknown === undefined || free) return read.value;
  const known = `Known: ${field.options.join('; ')}. A new one is first added under "${field.name}" in mentorctl.yaml.`;
  throw bad(
    unknown === text ? 'not among its options' : `not all among its options: "${unknown}"`,
    [didYouMean(unknown, field.options), known].filter(Boolean).join(' '),
  );
}
