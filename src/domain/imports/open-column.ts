// A column of which the file leaves open what it means, and going on with a guess could hurt: asked on a terminal, an error in a script.
import type { ColumnMeaning } from '../columns/meaning.ts';

export interface OpenColumn {
  readonly column: ColumnMeaning;
  readonly code: 'which-people' | 'which-statuses';
  /** What is open, without the verdict on the import. */
  readonly message: string;
  /** What to type where nobody can be asked. */
  readonly hint: string;
  readonly question: string;
  /** Words of --map. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** The word of --map by which a column stays what it would be. */
export function asItIs({ meaning }: ColumnMeaning): string {
  return meaning.is === 'field' ? meaning.field.name : '-';
}
