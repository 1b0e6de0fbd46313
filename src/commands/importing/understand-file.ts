// A file opened and understood before anything of it is kept: its kind, its columns, said to the person and corrected by them.
import type { LoadedProgram } from '../shared/load-program.ts';
import { askColumn } from '../../cli/ask-columns.ts';
import { meaningWords } from '../../domain/columns/meaning-words.ts';
import { wrongWord } from '../../domain/columns/map-words.ts';
import { understandColumns, type ColumnMeaning } from '../../domain/columns/meaning.ts';
import { foldHeading } from '../../domain/cells/fold-heading.ts';
import { headingKeys } from '../../domain/columns/heading-keys.ts';
import { vocabulary, type Kind } from '../../domain/columns/vocabulary.ts';
import { Failure } from '../../domain/failure.ts';
import { columnsOfPeople } from '../../domain/imports/column-of-people.ts';
import { remarksOn } from '../../domain/imports/column-remarks.ts';
import { lackOf, type Lack } from '../../domain/imports/lack-of-columns.ts';
import type { OpenColumn } from '../../domain/imports/open-column.ts';
import { sectionsAmong } from '../../domain/imports/sections.ts';
import { openStatuses } from '../../domain/imports/open-statuses.ts';
import { surveyOfFile } from '../../domain/rows/survey-of-file.ts';
import { readingNote } from '../../domain/imports/reading-note.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Source } from '../../intake/source.ts';
import type { Table } from '../../intake/table.ts';
import { safeText } from '../../domain/safe-text.ts';
import type { Context } from '../shared/context.ts';
import { chooseKind, findOnFile } from './choose-kind.ts';
import { keepAnswers } from './keep-answers.ts';
import { openFile } from './open-file.ts';
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
  /** Columns that the person said something of when asked. */
  readonly answered: readonly ColumnMeaning[];
}

/** `-` is standard input. Asks or throws Failure where the kind is open. The columns are noted on stderr. */
export async function understandFile(file: string, options: ImportOptions, context: Context): Promise<Understood> {
  const loaded = await context.program();
  const { source, table } = await openFile(file, options, loaded.program, context);
  const { rows, badRows } = table.first;
  // Where not one row is good the columns are judged by the bad ones: they are not empty.
  const judged = rows.length > 0 ? rows : badRows;
  const cells = table.headings.map((_, index) => judged.map((row) => row.cells[index] ?? ''));
  const onFile = await findOnFile(cells, context);
  const known = onFile?.share;
  const kind = await chooseKind(table, cells, { known, statuses: loaded.program.statuses }, options, context);
  const map = new Map([...options.map].map(([heading, word]) => [foldHeading(heading), word]));
  const system = table.reading.origin === 'microsoft-forms' ? ['id'] : table.reading.origin === 'typeform' ? [''] : [];
  const { origin } = table.reading;
  const understand = (): ColumnMeaning[] =>
    understandColumns(kind, table.headings, cells, loaded.program, {
      map,
      system,
      origin,
      people: onFile?.words,
      sides: onFile?.sides,
    });
  let columns = understand();
  const describe = (): void => {
    const facts = { source: table.source, ...table.reading };
    const size = { rows: rows.length + badRows.length, more: !table.complete };
    for (const line of readingNote(facts, kind, columns, size)) context.note(line);
  };
  const here = new Set(headingKeys(table.headings));
  const wrong = [...options.map].flatMap(([heading, word]) =>
    here.has(foldHeading(heading)) ? (wrongWord(word, heading, kind, loaded.program, table.source) ?? []) : [],
  );
  if (wrong.length > 0) throw badMap(wrong, table.source);
  describe();
  const answered = new Set<string>();
  if (options.ask) {
    for (;;) {
      const change = await askColumn(context.ask, columns.map(shownColumn), wordsFor(kind, loaded));
      if (change === undefined) break;
      map.set(foldHeading(change.heading), change.word);
      answered.add(change.heading);
      columns = understand();
    }
    describe();
  }
  const said = new Set(map.keys());
  const { wave } = surveyOfFile(table.source, loaded.program.surveys, options);
  const look = { kind, columns, program: loaded.program, map: options.map, known, wave, sections: sectionsAmong(rows) };
  const settled = { ...look, map: new Map([...options.map, ...map]) };
  const open = [...columnsOfPeople(settled, cells), ...openStatuses(settled, table.source, cells)];
  for (const one of options.proposing === true ? [] : open) {
    map.set(foldHeading(one.column.heading), await askOpen(one, table.source, context));
    answered.add(one.column.heading);
  }
  if (map.size > said.size) columns = understand();
  const told = columns.filter(({ heading }) => answered.has(heading));
  // Where not one row is good, what is wrong with the rows comes first.
  const lack = rows.length === 0 ? undefined : lackOf({ ...look, columns });
  if (lack !== undefined) {
    if (!options.dryRun) keepAnswers({ answered: told, loaded }, context);
    throw lacking(lack, table.source);
  }
  if (rows.length > 0) for (const remark of remarksOn({ ...look, columns }, cells)) context.note(remark);
  return { source, table, kind, columns, loaded, known, answered: told };
}

/** What an open column is: a word for --map. Throws Failure where nobody can be asked. */
async function askOpen(
  { code, message, hint, question, choices }: OpenColumn,
  source: string,
  context: Context,
): Promise<string> {
  if (!context.ask.possible)
    throw new Failure('bad-data', { code, message: `${message}; nothing was imported`, where: { source }, hint });
  return context.ask.choose(question, choices, '--map');
}

function lacking({ message, hint }: Lack, source: string): Failure {
  return new Failure('bad-data', {
    code: 'missing-column',
    message: `${message}; nothing was imported`,
    where: { source },
    hint,
  });
}

function badMap(issues: readonly Issue[], source: string): Failure {
  const message = `--map says what a file of this kind has not; nothing was imported`;
  return new Failure('usage', { code: 'bad-map', message, where: { source }, issues });
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
