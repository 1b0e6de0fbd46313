// mentorctl init: sets a program up: asks what it must know, looks at rosters, writes mentorctl.yaml for a person to change.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { anyDay, oneOf } from '../../cli/read-values.ts';
import { writeFileWhole } from '../../cli/write-file.ts';
import { Failure } from '../../domain/failure.ts';
import { newProgramReport } from '../../domain/imports/new-program-report.ts';
import { programSettings, type NewProgramFlags } from '../../domain/program/new-program.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { newProgramText } from '../../intake/new-program-text.ts';
import { proposeFromFiles, type RosterFile } from '../importing/propose-from-files.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';
import { askNewProgram, places } from './parts/ask-new-program.ts';

export interface InitOptions extends NewProgramFlags {
  readonly from?: readonly string[];
  readonly fromMentors?: readonly string[];
  readonly fromMentees?: readonly string[];
  readonly force: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .option('--name <name>', 'what the program is called')
    .addOption(
      valueOption(
        '--setting <where>',
        'sets how long a pair lasts, and the word for who stayed',
        oneOf(programSettings),
      ),
    )
    .addOption(cohortOption('the first cohort'))
    .addOption(valueOption('--starts <day>', 'when that cohort starts, YYYY-MM-DD', anyDay(given.today)))
    .addOption(valueOption('--ends <day>', 'when it ends', anyDay(given.today)))
    .addOption(valueOption('--capacity <mentees>', 'mentees a mentor takes who did not say; 1 if not said', places))
    .addOption(valueOption('--max-capacity <mentees>', 'the most mentees anybody may have; 8 if not said', places))
    .addOption(
      valueOption(
        '--came-by <how>',
        'how mentees come into the program; self-chosen if not said',
        oneOf(['self-chosen', 'staff', 'wait-list', 'lottery']),
      ),
    )
    .option('--checkpoint <when>', 'when it is looked at who stayed, e.g. "fall 2027"')
    .option('--surveys <name...>', 'surveys asked at the start and at the end, e.g. belonging confidence')
    .option('--from <file...>', 'propose fields, rules and criteria from these rosters')
    .option('--from-mentors <file...>', 'the same, from rosters that hold mentors only')
    .option('--from-mentees <file...>', 'the same, from rosters that hold mentees only')
    .addOption(onOff('--force', 'replace a mentorctl.yaml; the old one is kept as mentorctl.yaml.old'))
    .addOption(onOff('-y, --yes', 'ask nothing: what no flag says is left at its standard'))
    .addOption(dryRunOption('show what would be written, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl init\n  mentorctl init --name "First year" --setting university --cohort fall --checkpoint "fall 2027"\n  mentorctl init --from signups.csv --dry-run\n  mentorctl init --from-mentors mentors.csv --from-mentees mentees.csv',
    )
    .action((options) => act(runInit, options));
}

export async function runInit(options: InitOptions, context: Context): Promise<void> {
  const path = programHere(context);
  const ask = context.ask.possible && !options.yes;
  const { dryRun } = options;
  const there = existsSync(path);
  if (there && !options.force && !(ask && (await mayReplace(context)))) throw programExists();
  if (!there && context.programPath !== path && existsSync(context.programPath))
    context.note(`There is a program in ${dirname(context.programPath)}; this makes another one here.`);
  const answers = await askNewProgram(options, context, ask);
  const files: RosterFile[] = [
    ...(options.from ?? []).map((file) => ({ file })),
    ...(options.fromMentors ?? []).map((file) => ({ file, role: 'mentor' as const })),
    ...(options.fromMentees ?? []).map((file) => ({ file, role: 'mentee' as const })),
  ];
  const proposed = await proposeFromFiles(
    newProgramText(answers, files.length === 0 ? 'for you' : 'from your files'),
    files,
    context,
  );
  if (!dryRun) {
    if (there) writeFileWhole(`${path}.old`, readFileSync(path));
    writeFileWhole(path, proposed.text);
  }
  const [first] = files;
  const role = first?.role === undefined ? '' : ` --role ${first.role}`;
  const cohort = shellWord(answers.cohort?.name ?? 'fall');
  const then = `mentorctl import ${shellWord(first?.file ?? 'people.csv')}${role} --cohort ${cohort}`;
  await context.show(
    newProgramReport({
      ...proposed,
      fromFiles: files.length > 0,
      replaced: there,
      dryRun,
      next: { command: then, text: files.length > 1 ? 'and then the other files' : '' },
    }),
  );
}

/** Here, not where a program was found further up. */
function programHere({ host, settings, databasePath }: Context): string {
  const folder = settings.db.value === undefined ? resolve(host.cwd, settings.dir.value ?? '.') : dirname(databasePath);
  return join(folder, 'mentorctl.yaml');
}

function mayReplace(context: Context): Promise<boolean> {
  return context.ask.confirm(
    'There is a mentorctl.yaml here. Replace it? The old one is kept as mentorctl.yaml.old',
    '--force',
  );
}

function programExists(): Failure {
  return new Failure('cannot-write', {
    code: 'program-exists',
    message: 'there is a program file here already; nothing was changed',
    where: { source: 'mentorctl.yaml' },
    hint: 'Change it in an editor, or replace it with --force: the old one is kept as mentorctl.yaml.old.',
  });
}
