// A file opened and understood before anything of it is kept: its kind, its columns, said to the person and corrected by them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { askColumn } from '../../cli/ask-columns.ts';
import { meaningWords } from '../../domain/columns/meaning-words.ts';
import { detectKinds } from '../../domain/columns/detect-kinds.ts';
import { understandColumns, type ColumnMeaning } from '../../domain/columns/meaning.ts';
import { foldHeading } from '../../domain/cells/fold-heading.ts';
import { vocabulary, type Kind } from '../../domain/columns/vocabulary.ts';
import { Failure } from '../../domain/failure.ts';
import { readingNote } from '../../domain/imports/reading-note.ts';
import { openTable } from '../../intake/open-table.ts';
import { fileSource, memorySource, type Source } from '../../intake/source.ts';
import type { Table } from '../../intake/table.ts';
import { safeText } from '../../domain/safe-text.ts';
import { wordsOnFile } from '../../store/roster-known.ts';
import type { Context, LoadedProgram } from '../shared/context.ts';
import type { ImportOptions } from './options.ts';

/** A file as it was understood, before anything of it is kept. */
export interface Understood {
  readonly source: Source;
  readonly table: Table;
  readonly kind: Kind;
  readonly columns: readonly ColumnMeaning[];
  readonly loaded: LoadedProgram;
  /** Share of the first rows that are about people on file; undefined where nobody is on file. */
  readonly known: number | undefined;
}

/** `-` is standard input. Asks or throws Failure where the kind is open. The columns are noted on stderr. */
export async function understandFile(file: string, options: ImportOptions, context: Context): Promise<Understood> {
  const source =
    file === '-'
      ? memorySource('standard input', await context.host.stdin.bytes())
      : fileSource(resolve(context.host.cwd, file));
  const table = await openTable(source, {
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
  });
  const loaded = await context.program();
  const { rows, badRows } = table.first;
  // Where not one row is good the columns are judged by the bad ones: they are not empty.
  const judged = rows.length > 0 ? rows : badRows;
  const cells = table.headings.map((_, index) => judged.map((row) => row.cells[index] ?? ''));
  const known = await shareKnown(cells, context);
  const kind = await chooseKind(table, cells, known, options, context);
  const map = new Map(options.map);
  const system = table.reading.origin === 'microsoft-forms' ? ['id'] : table.reading.origin === 'typeform' ? [''] : [];
  const { origin } = table.reading;
  let columns = understandColumns(kind, table.headings, cells, loaded.program, { map, system, origin });
  const describe = (): void => {
    const facts = { source: table.source, ...table.reading };
    const size = { rows: rows.length + badRows.length, more: !table.complete };
    for (const line of readingNote(facts, kind, columns, size)) context.note(line);
  };
  describe();
  if (options.ask) {
    for (;;) {
      const change = await askColumn(context.ask, columns.map(shownColumn), wordsFor(kind, loaded));
      if (change === undefined) break;
      map.set(foldHeading(change.heading), change.word);
      columns = understandColumns(kind, table.headings, cells, loaded.program, { map, system, origin });
    }
    describe();
  }
  return { source, table, kind, columns, loaded, known };
}

/** Rows that tell whom a file is about and what it holds. */
const looked = 300;

/** Share of the rows that are about people on file, by the column in which it is most; undefined where nobody is on file. */
async function shareKnown(cells: readonly (readonly string[])[], context: Context): Promise<number | undefined> {
  if (!existsSync(context.databasePath)) return undefined;
  const columns = cells.map((column) => column.slice(0, looked).filter((cell) => cell !== '' && cell.length < 100));
  const rows = Math.min(looked, cells[0]?.length ?? 0);
  if (rows === 0) return undefined;
  const onFile = await context.usingStore({ create: false }, ({ db }) => wordsOnFile(db, [...new Set(columns.flat())]));
  if (onFile.size === 0) return 0;
  return Math.max(...columns.map((column) => column.filter((cell) => onFile.has(cell)).length)) / rows;
}

async function chooseKind(
  table: Table,
  cells: readonly (readonly string[])[],
  known: number | undefined,
  options: ImportOptions,
  context: Context,
): Promise<Kind> {
  if (options.as !== undefined) return options.as;
  const columns = table.headings.map((heading, index) => ({
    index,
    heading,
    cells: (cells[index] ?? []).slice(0, looked),
  }));
  const found = detectKinds({ name: table.source, columns, known });
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

function shownColumn({ heading, meaning, profile }: ColumnMeaning): Parameters<typeof askColumn>[1][number] {
  const samples = profile.distinct.slice(0, 3).map(safeText);
  return { heading, shown: safeText(heading), meaning: safeText(meaningWords(meaning)), samples };
}

function wordsFor(kind: Kind, { program }: LoadedProgram): { value: string; label: string }[] {
  const targets = Object.keys(vocabulary[kind]).map((value) => ({ value, label: value.replaceAll('-', ' ') }));
  const fields = program.fields.map(({ name }) => ({ value: name, label: `${name} (an answer known already)` }));
  return [...targets, ...fields];
}
