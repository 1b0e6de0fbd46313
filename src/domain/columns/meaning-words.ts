// What a column is, in the words a coordinator is shown and the batch keeps.
import { findTerm } from '../cells/terms.ts';
import { isHours } from '../cells/hours.ts';
import type { ColumnMeaning, Meaning } from './meaning.ts';

const targetWords: Readonly<Record<string, string>> = {
  id: 'id',
  email: 'e-mail',
  'first-name': 'first name',
  'last-name': 'last name',
  'name-infix': 'name infix',
  'mentor-yes-no': 'role (mentor: yes or no)',
  'mentee-yes-no': 'role (mentee: yes or no)',
  'answer-time': 'answer time',
  'raised-by': 'raised by',
  start: 'own start',
  end: 'own end',
  'known-to': 'known up to',
};

/** `free hours`, `role`, `gpa, number (baseline)`: what a reader of the note on stderr sees after the arrow. */
export function meaningWords(meaning: Meaning): string {
  switch (meaning.is) {
    case 'target':
      return `${targetWords[meaning.target] ?? meaning.target}${meaning.remark === undefined ? '' : `, ${meaning.remark}`}`;
    case 'field': {
      const { name, type, options } = meaning.field;
      if (isHours(options)) return `${name}, free hours in the week`;
      return type === 'set' || type === 'category'
        ? `${name}, ${type === 'set' ? 'a set of' : 'one of'} ${options.length}`
        : `${name}, ${type}`;
    }
    case 'option':
      if (isHours(meaning.field.options)) return `${meaning.field.name}, free hours: ${meaning.option}`;
      return `${meaning.field.name}, a set of ${meaning.field.options.length}: ${meaning.option}`;
    case 'measure': {
      const { name, kind, when, baseline, participation } = meaning.measure;
      const at = when === undefined || findTerm(name) !== undefined ? '' : ` at ${when}`;
      const part = baseline === true ? ' (baseline)' : participation === true ? ' (participation)' : '';
      return `${name}${at}, ${kind}${part}${meaning.remark === undefined ? '' : `: ${meaning.remark}`}`;
    }
    case 'item':
      return 'survey item';
    case 'choice':
      return meaning.rank === 0 ? 'people to keep apart' : `choice ${meaning.rank}`;
    case 'kept-out':
      return `left out: ${meaning.why}`;
  }
}

/** Column by column, for JSON and the batch. */
export function mappingOf(columns: readonly ColumnMeaning[]): { heading: string; is: string }[] {
  return columns.map(({ heading, meaning }) => ({ heading, is: meaningWords(meaning) }));
}
