// What kind of file it is: as it was said, as its cells tell, or as a person answers where two kinds fit.
import { existsSync } from 'node:fs';
import { detectKinds } from '../../domain/columns/detect-kinds.ts';
import type { Kind } from '../../domain/columns/vocabulary.ts';
import type { Program } from '../../domain/program/program.ts';
import { Failure } from '../../domain/failure.ts';
import type { Table } from '../../intake/table.ts';
import { wordsOnFile } from '../../store/roster-known.ts';
import type { Context } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';

/** Rows that tell whom a file is about and what it holds. */
const looked = 300;

/** Who of a file is on file already. */
export interface OnFile {
  /** Share of the rows that are about people on file, by the column in which it is most. */
  readonly share: number;
  /** The ids, addresses and names among the cells that are theirs. */
  readonly words: ReadonlySet<string>;
  /** Of which some say who in the file is a mentor and who a mentee. */
  readonly sides: ReadonlyMap<string, 'mentor' | 'mentee'>;
}

/** Undefined where nobody is on file. */
export async function findOnFile(cells: readonly (readonly string[])[], context: Context): Promise<OnFile | undefined> {
  if (!existsSync(context.databasePath)) return undefined;
  const columns = cells.map((column) => column.slice(0, looked).filter((cell) => cell !== '' && cell.length < 100));
  const rows = Math.min(looked, cells[0]?.length ?? 0);
  if (rows === 0) return undefined;
  const { words, sides } = await context.usingStore({ create: false }, ({ db }) =>
    wordsOnFile(db, [...new Set(columns.flat())]),
  );
  if (words.size === 0) return { share: 0, words, sides };
  return {
    share: Math.max(...columns.map((column) => column.filter((cell) => words.has(cell)).length)) / rows,
    words,
    sides,
  };
}

export async function chooseKind(
  table: Table,
  cells: readonly (readonly string[])[],
  { known, statuses }: { readonly known: number | undefined; readonly statuses: Program['statuses'] },
  options: ImportOptions,
  context: Context,
): Promise<Kind> {
  if (options.as !== undefined) return options.as;
  const columns = table.headings.map((heading, index) => ({
    index,
    heading,
    cells: (cells[index] ?? []).slice(0, looked),
  }));
  const all = detectKinds({ name: table.source, columns, known, statuses });
  // Who is given a role is signed up, whatever else the file may be taken for.
  const people = all.filter((one) => one === 'roster' || one === 'outcomes');
  const found = options.role === undefined ? all : people;
  const [kind = 'roster'] = found;
  if (found.length < 2) return kind;
  if (context.ask.possible) {
    const choices = found.map((value) => ({ value, label: value }));
    return context.ask.choose(`What does ${table.source} hold?`, choices, '--as');
  }
  throw new Failure('usage', {
    code: 'which-kind',
    message: `this file could be ${found.join(' or ')}`,
    where: { source: table.source },
    hint: `Say which with --as ${found.join(' or --as ')}.`,
  });
}
