// The group a person draws within: their answers to the named fields, as one label.
import { Failure } from '../failure.ts';
import type { Field, FieldValues } from '../program/program.ts';
import { amongKnown } from '../suggest.ts';
import { answerWords } from '../program/answer-words.ts';

/** `Biology / 2`; a gap is `no answer`; without fields everybody draws together. */
export function stratumLabel(values: FieldValues, fields: readonly string[]): string {
  if (fields.length === 0) return 'everybody';
  return fields
    .map((field) => {
      const value = values[field];
      if (value === undefined) return 'no answer';
      if (typeof value === 'boolean') return `${field}: ${answerWords(value)}`;
      return answerWords(typeof value === 'object' ? [...value].sort() : value, ' + ');
    })
    .join(' / ');
}

/** Words of `--strata` as the names of the program's fields, whose beginning is enough when it fits one; throws Failure on a field there is not. */
export function readStrata(asked: readonly string[], fields: readonly Field[]): string[] {
  const names = fields.map(({ name }) => name);
  return asked.map((word) => {
    const begin = names.filter((name) => name.toLowerCase().startsWith(word.toLowerCase()));
    const found = names.find((name) => name.toLowerCase() === word.toLowerCase()) ?? begin[0];
    if (found !== undefined && (begin.length === 1 || found.length === word.length)) return found;
    throw new Failure('usage', {
      code: 'unknown-field',
      message: `--strata: there is no field "${word}"`,
      hint: amongKnown(word, names, 'The program has no fields.'),
    });
  });
}
