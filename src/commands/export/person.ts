// mentorctl export person: all that is held on one person, to hand to them. Readable, and as JSON.
import type { Command } from '@commander-js/extra-typings';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { answerWords } from '../../domain/program/answer-words.ts';
import { prose, tableBlock } from '../../domain/report/blocks.ts';
import type { Block, Cell } from '../../domain/report/report.ts';
import { everythingOf, type HeldTable } from '../../store/everything.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { lookedAt } from '../shared/looked-at.ts';

export interface ExportPersonOptions {
  readonly person?: string | undefined;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or part of the name')
    .addHelpText(
      'after',
      '\nOther people stand in it by their ids alone; read what is said about them before it is handed over.\n\nExamples:\n  mentorctl export person S1042 -o S1042.html\n  mentorctl export person S1042 --json',
    )
    .action((person) => act(runExportPerson, { person }));
}

export async function runExportPerson(options: ExportPersonOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    await lookedAt(store, context, 'export person', person.id);
    const tables = await everythingOf(store.db, person.id);
    await context.show({
      schema: 'mentorctl/export-person@1',
      title: `All that is held on ${nameAndId(person)}`,
      blocks: [
        prose(
          'Every row about this person, table by table. Not in it: the trail of who changed what (mentorctl data log), and letters and files that were handed out.',
        ),
        ...tables.map((table): Block => tableBlock(shown(table))),
      ],
      csvTable: 'enrolment',
      json: {
        of: idAndName(person),
        ...Object.fromEntries(
          tables.map(({ table, columns, rows }) => [
            table,
            rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
          ]),
        ),
      },
    });
  });
}

/** What nobody filled in takes no column. */
function shown({ table, columns, rows }: HeldTable): Extract<Block, { kind: 'table' }>['table'] {
  const said = columns.flatMap((column, at) =>
    column !== 'id' && rows.some((row) => row[at] !== null && row[at] !== '') ? [{ column, at }] : [],
  );
  return {
    id: table,
    title: table.replaceAll('_', ' '),
    columns: said.map(({ column }) => ({ id: column, title: column.replaceAll('_', ' '), wrap: true })),
    rows: rows.map((row) => said.map(({ at }): Cell => ({ kind: 'text', text: inWords(row[at] ?? '') }))),
  };
}

function inWords(value: string | number | object): string {
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one: unknown) => inWords(one as object)).join('; ');
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${wordsOf(inner)}`)
    .join('; ');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return answerWords(value);
  return typeof value === 'object' && value !== null ? `(${inWords(value)})` : String(value);
}
