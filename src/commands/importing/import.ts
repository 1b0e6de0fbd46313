// mentorctl import: files in, people and records kept, everything that was decided said.
import { cohortOption, dryRunOption } from '../shared/options.ts';
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { manyOption, onOff, valueOption } from '../../cli/options.ts';
import { type Reader, oneOf } from '../../cli/read-values.ts';
import { expectShortLives } from '../../cli/short-lives.ts';
import { mustBeWritable } from '../../cli/write-file.ts';
import { mapWordsOf } from '../../domain/columns/map-words.ts';
import { kinds } from '../../domain/columns/vocabulary.ts';
import { Failure } from '../../domain/failure.ts';
import type { Report } from '../../domain/report/report.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { importInstrument } from './import-instrument.ts';
import { importPeople } from './import-people.ts';
import { importRecords } from './import-records.ts';
import { keepAnswers } from './keep-answers.ts';
import { mustHoldRows } from './is-empty.ts';
import type { ImportOptions } from './options.ts';
import { mustHaveHeadings } from './open-file.ts';
import { understandFile } from './understand-file.ts';

/** What --map can say, by kind of file. */
const mapHelp = `What --map can say of a column, by what the file holds:
${kinds.map((kind) => `  ${kind.padEnd(12)}${mapWordsOf(kind).join(', ')}`).join('\n')}
  In a roster and in outcomes also the name of a field or a measure; a new name makes a field. - leaves the column out.
  --map "row=id" takes one person a row, --map "Course+Section+Number=id" an id of several columns.
`;

export function define(command: Command, act: Act): void {
  command
    .argument('<files...>', 'CSV or .xlsx exports of forms, spreadsheets or a registrar; - is standard input')
    .addOption(cohortOption('the cohort these people belong to'))
    .addOption(
      valueOption(
        '--role <role>',
        'the role of everybody in the file, where no column and no name such as mentors.csv says it',
        oneOf(['mentor', 'mentee', 'both', 'none']),
      ),
    )
    .addOption(valueOption('--as <kind>', 'what kind of file it is', oneOf(kinds)))
    .addOption(manyOption('--map <heading=field>', 'what a column is; - leaves it out; may be given again', mapping))
    .option('--sheet <name>', 'the sheet of a workbook; the first if not said')
    .option('--encoding <label>', 'the encoding of the file, e.g. windows-1252, macintosh')
    .addOption(valueOption('--day-order <order>', 'how days are written: dmy or mdy', oneOf(['dmy', 'mdy'])))
    .option('--instrument <name>', 'which survey the answers are to, e.g. belonging; else the file’s name says it')
    .option('--wave <wave>', 'when they were asked: pre, mid, post or then; else a column or the file’s name says it')
    .addOption(onOff('--ask', 'look over the columns on the terminal before anything is kept'))
    .addOption(dryRunOption('check and show everything, write nothing'))
    .addOption(onOff('--explain', 'the same as --dry-run --all'))
    .addOption(onOff('--complete', 'the file is the full roster: whoever is missing from it is withdrawn'))
    .addOption(onOff('--skip-bad-rows', 'take the good rows though others have errors'))
    .option('--rejects <file>', 'with --skip-bad-rows: write the bad rows here, to mend and import again')
    .addOption(onOff('--all', 'list every change'))
    .addHelpText(
      'after',
      `\n${mapHelp}\nExamples:\n  mentorctl import signups.csv --cohort fall\n  mentorctl import mentors.csv --role mentor --cohort fall\n  mentorctl import registrar.xlsx --sheet Fall --dry-run\n  mentorctl import signups.csv --cohort fall --skip-bad-rows --rejects bad.csv\n  mentorctl import belonging-here.csv --as instrument`,
    )
    .action((files, { explain, map, all, ...flags }) =>
      act(runImport, {
        ...flags,
        files,
        map: new Map(map),
        dryRun: flags.dryRun || explain,
        verbose: all || explain,
      }),
    );
}

const mapping: Reader<readonly [heading: string, field: string]> = (text, flag) => {
  // The heading may hold the sign itself; a field's name does not.
  const at = text.lastIndexOf('=');
  const [heading, field] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (heading !== '' && field !== '') return [heading, field];
  const hint = 'Write it as "Heading=field".';
  throw new Failure('usage', { code: 'unknown-value', message: `${flag} is "${text}"`, hint });
};

export async function runImport(options: ImportOptions, context: Context): Promise<void> {
  mustNotOverwrite(options, context);
  expectShortLives();
  if (options.files.length > 1 && options.map.size > 0) await mustHaveHeadings(options, context);
  const reports: Report[] = [];
  for (const file of options.files) {
    try {
      reports.push(await importOne(file, options, context));
    } catch (error) {
      // Each file is a change of its own: what went in before is not taken back, and must not go unsaid.
      const before = options.files.slice(0, reports.length).join(', ');
      if (before !== '' && !options.dryRun) context.note(`Imported before this, and kept: ${before}.`);
      throw error;
    }
  }
  const [only] = reports;
  const whole: Report =
    only !== undefined && reports.length === 1
      ? only
      : {
          schema: 'mentorctl/imports@1',
          blocks: reports.flatMap(({ blocks }, index) =>
            index === reports.length - 1 ? blocks : blocks.filter(({ kind }) => kind !== 'next'),
          ),
          json: { items: reports.map((report) => ({ schema: report.schema, ...report.json })) },
        };
  await context.show(whole);
}

/** The bad rows of a file must not replace that file, another one that is read, or the program's own. */
function mustNotOverwrite({ files, rejects }: ImportOptions, context: Context): void {
  if (rejects === undefined) return;
  if (files.length > 1)
    throw new Failure('usage', {
      code: 'usage',
      message: `--rejects takes the bad rows of one file, and here are ${files.length}`,
      hint: 'Import them one after the other, each with its own file of rejects.',
    });
  const at = (file: string): string => resolve(context.host.cwd, file);
  const { output } = context.settings;
  const taken = [
    context.databasePath,
    context.programPath,
    ...[...files, output ?? '-'].filter((name) => name !== '-').map(at),
  ];
  if (taken.includes(at(rejects)))
    throw new Failure('cannot-write', {
      code: 'file-exists',
      message: 'this file is needed for something else; nothing was imported',
      where: { source: rejects },
      hint: 'Name another file with --rejects.',
    });
  context.mustNotBeOurs(at(rejects), rejects, '--rejects');
  mustBeWritable(at(rejects));
}

async function importOne(file: string, options: ImportOptions, context: Context): Promise<Report> {
  const understood = await understandFile(file, options, context);
  const { kind } = understood;
  mustHoldRows(understood.table, context);
  if (kind === 'instrument') return importInstrument(understood, options, context);
  try {
    return kind === 'roster' || kind === 'outcomes'
      ? await importPeople(understood, options, context)
      : await importRecords(kind, understood, options, context);
  } catch (error) {
    // Nobody should have to answer the same again because of a row that is to be mended.
    if (!options.dryRun) keepAnswers(understood, context);
    throw error;
  }
}
