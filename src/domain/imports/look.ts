// All columns of a file together, as they were understood: what is looked at before any row is taken.
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { ColumnTarget, Program } from '../program/program.ts';

export interface Look {
  readonly kind: Kind;
  readonly columns: readonly ColumnMeaning[];
  readonly program: Program;
  /** What --map said, heading as typed -> word. */
  readonly map: ReadonlyMap<string, string>;
  /** Share of the rows that are about people on file; undefined where nobody is. */
  readonly known: number | undefined;
  /** The wave of a survey, where --wave or the name of the file says it. */
  readonly wave?: string | undefined;
  /** Rows among the people that say nothing but who comes below: `Mentees`. */
  readonly sections?: readonly { readonly line: number; readonly title: string }[];
}

/** `--map "Heading=word"`, as it is typed. */
export function mapLine(heading: string, word: string): string {
  return `--map "${heading.replace(/(["\\$`])/g, '\\$1')}=${word}"`;
}

/** True where a column is one of these. */
export const has = ({ columns }: Look, ...targets: readonly ColumnTarget[]): boolean =>
  columns.some(({ meaning }) => meaning.is === 'target' && targets.includes(meaning.target));
