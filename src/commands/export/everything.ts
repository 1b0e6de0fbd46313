// mentorctl export everything: all the program holds, as one JSON document or a folder of CSV files, to take elsewhere.
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { startFile, type WholeFile } from '../../cli/write-file.ts';
import { startFolder, type WholeFolder } from '../../cli/write-folder.ts';
import { addDays, parseIsoDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { leftOutWords } from '../../domain/program/keeping.ts';
import type { WorkAwaited } from '../../domain/progress.ts';
import { tableCounts } from '../../domain/upkeep/exported.ts';
import { pseudonymousText } from '../../intake/pseudonymous-text.ts';
import { csvParts, jsonParts } from '../../render/documents.ts';
import { listCohorts } from '../../store/cohorts.ts';
import { withoutConsent } from '../../store/consent.ts';
import { codebook, lastDay } from '../../store/codebook.ts';
import { everything, type ExportedTable } from '../../store/everything.ts';
import { calledBy, withPseudonyms } from '../../store/pseudonymous.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { noteLeftOut, noteListed } from '../shared/counted.ts';
import { contactsOption } from '../shared/options.ts';
import { copyPath, keyName, pseudonyms } from './parts/pseudonyms.ts';
import { writeProgram } from './parts/write-program.ts';

export interface EverythingOptions {
  readonly into?: 'json' | 'csv' | 'program';
  readonly withContacts: boolean;
  readonly pseudonymous: boolean;
  readonly shiftDates: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(
      valueOption(
        '--into <form>',
        'one json document, or a folder (-o) of csv files; of pseudonyms a program, too',
        oneOf(['json', 'csv', 'program']),
      ),
    )
    .addOption(contactsOption())
    .addOption(
      onOff('--pseudonymous', 'nobody by name: pseudonyms by a key that stays here, no free text, and a codebook'),
    )
    .addOption(onOff('--shift-dates', 'with --pseudonymous: move every day by the same number of weeks'))
    .addHelpText(
      'after',
      '\nFrom --into program the reports come out the same: mentorctl report all -C FOLDER. With --shift-dates they count up to the last day on record, and come out as they do here with reports: { as-of: THAT DAY }, which is named; what sets a day beside a named term, and days that are printed, do not.\n\nExamples:\n  mentorctl export everything --into csv -o tables\n  mentorctl export everything --pseudonymous --into program -o research',
    )
    .action((flags) => act(runExportEverything, flags));
}

export async function runExportEverything(options: EverythingOptions, context: Context): Promise<void> {
  if (options.pseudonymous) {
    await exportPseudonymous(options, context);
    return;
  }
  if (options.shiftDates || options.into === 'program')
    throw new Failure('usage', {
      code: 'usage',
      message: `${options.shiftDates ? '--shift-dates' : '--into program'} goes with --pseudonymous`,
      hint: 'Add --pseudonymous. A copy of the program as it is: mentorctl data backup FILE.',
    });
  const { program } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    await noteListed(
      context,
      store,
      program.consent,
      (await listCohorts(store.db)).map(({ id }) => id),
    );
    await writeOut(
      await everything(store.db, { contacts: options.withContacts }),
      'They name people.',
      options.into,
      context,
    );
  });
}

async function exportPseudonymous(options: EverythingOptions, context: Context): Promise<void> {
  if (options.withContacts)
    throw new Failure('usage', {
      code: 'usage',
      message: '--with-contacts does not go with --pseudonymous',
      hint: 'Leave one of them out.',
    });
  const { program, text } = await context.program();
  await context.usingStore({ create: false }, async (store) => {
    const names = pseudonyms(context, program.fields, options.shiftDates);
    const both = [
      await withoutConsent(store.db, program.consent, 'counted'),
      await withoutConsent(store.db, program.consent, 'told'),
    ];
    const declined = new Set(both.flatMap((one) => [...one.declined]));
    const unknown = new Set(both.flatMap((one) => [...one.unknown]).filter((person) => !declined.has(person)));
    noteLeftOut(context, leftOutWords({ declined: declined.size, unknown: unknown.size }, 'told'));
    const without = [...declined, ...unknown];
    await withPseudonyms(store, { path: copyPath(context), without }, names, async (copy) => {
      const tables = await everything(copy.db, { contacts: false });
      const there = (await lastDay(tables)) ?? context.today();
      const here = addDays(parseIsoDate(there) ?? context.today(), -names.shift);
      const { book, warnings } = await codebook(tables, program, {
        shifted: options.shiftDates,
        asOf: { here, there },
      });
      for (const warning of warnings) context.note(warning);
      if (options.into === 'program') {
        const folder = context.settings.output ?? 'pseudonymous';
        await writeProgram(resolve(context.host.cwd, folder), folder, {
          copy,
          book,
          text:
            text === undefined
              ? undefined
              : pseudonymousText(text, await calledBy(store.db, names), {
                  shift: names.shift,
                  asOf: options.shiftDates ? there : undefined,
                }),
        });
        context.host.stdout.write(
          `Wrote a program without names to the folder ${folder}: mentorctl report all -C ${folder}. The key stays in ${keyName}, here.\n`,
        );
        return;
      }
      await writeOut([...tables, book], `They name nobody; the key stays in ${keyName}, here.`, options.into, context);
    });
  });
}

async function writeOut(
  tables: readonly ExportedTable[],
  ending: string,
  into: EverythingOptions['into'],
  context: Context,
): Promise<void> {
  const { host, settings } = context;
  if (into === 'csv') {
    const folder = settings.output ?? 'everything';
    const some = tables.filter(({ count }) => count > 0);
    await context.work(`Writing ${folder}`, writeTables(startFolder(resolve(host.cwd, folder), folder), some));
    host.stdout.write(`Wrote ${some.length} files to the folder ${folder}. ${ending}\n`);
    return;
  }
  if (settings.format.origin !== 'default' && settings.format.value !== 'json') {
    await context.show(tableCounts(tables));
    return;
  }
  const file = settings.output === undefined ? undefined : startFile(resolve(host.cwd, settings.output));
  const write = (text: string): void => {
    if (file === undefined) host.stdout.write(text);
    else file.write(text);
  };
  await context.work('Writing everything', writeDocument(tables, write, file));
}

async function* writeDocument(
  tables: readonly ExportedTable[],
  write: (text: string) => void,
  file: WholeFile | undefined,
): WorkAwaited<void> {
  const total = tables.reduce((sum, { count }) => sum + count, 0);
  try {
    for await (const { text, done } of jsonParts('mentorctl/everything@1', tables)) {
      write(text);
      yield { phase: 'rows', done, total };
    }
    file?.finish();
  } finally {
    file?.abandon();
  }
}

async function* writeTables(folder: WholeFolder, tables: readonly ExportedTable[]): WorkAwaited<void> {
  let file: WholeFile | undefined;
  try {
    for (const table of tables) {
      file = folder.add(`${table.table}.csv`);
      for await (const { text, done } of csvParts(table)) {
        file.write(text);
        yield { phase: `rows of ${table.table}`, done, total: table.count };
      }
      file.finish();
    }
    folder.finish();
  } finally {
    file?.abandon();
    folder.abandon();
  }
}
