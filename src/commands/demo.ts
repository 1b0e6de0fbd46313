// mentorctl demo: a sample program in a new folder, and the whole loop run on it, every step shown as it would be typed.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from '../cli/host.ts';
import { valueOption } from '../cli/options.ts';
import { writeFileWhole } from '../cli/write-file.ts';
import { addDays, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import type { SampleFile, SamplePair } from '../domain/sample/sample-file.ts';
import { sampleCohorts, sampleFiles, sampleHappenings } from '../domain/sample/sample-program.ts';
import { renderRows } from '../render/documents.ts';
import type { Defined } from './shared/act.ts';
import type { Context } from './shared/context.ts';
import { seed } from './shared/options.ts';

export interface DemoOptions {
  readonly folder: string;
  readonly seed: number;
}

/** Runs one command line as if typed; handed in, since no command calls another. */
export type RunLine = (argv: readonly string[], host: Host) => Promise<number>;

/** The command, given what runs a line. */
export function demo(runLine: RunLine): Defined {
  return {
    define: (command, act) => {
      command
        .argument('[folder]', 'a folder that is not there yet', 'mentorctl-demo')
        .addOption(valueOption('--seed <number>', 'another seed makes another program', seed).default(2))
        .addHelpText('after', '\nExample:\n  mentorctl demo')
        .action((folder, flags) => act((options, context) => runDemo(options, context, runLine), { folder, ...flags }));
    },
  };
}

export async function runDemo(options: DemoOptions, context: Context, runLine: RunLine): Promise<void> {
  const folder = resolve(context.host.cwd, options.folder);
  if (existsSync(folder)) {
    throw new Failure('cannot-write', {
      code: 'demo-exists',
      message: 'this folder is already there; nothing was changed',
      where: { source: options.folder },
      hint: 'Name another: mentorctl demo my-demo',
    });
  }
  mkdirSync(folder, { recursive: true });
  const write = ({ name, rows }: SampleFile): void => {
    writeFileWhole(join(folder, name), renderRows(rows));
  };
  // The sample is its own program, even inside the folder of a real one or where MENTORCTL_DB names one.
  const host: Host = {
    ...context.host,
    cwd: folder,
    // The story is read from its top to its end: no step stops it.
    stdout: { ...context.host.stdout, rows: undefined },
    env: { ...context.host.env, MENTORCTL_DIR: undefined, MENTORCTL_DB: join(folder, 'mentorctl.db') },
  };
  const { stdout } = host;
  const step = async (...argv: string[]): Promise<void> => {
    stdout.write(`\n$ mentorctl ${argv.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ')}\n`);
    const code = await runLine(argv, host);
    if (code !== 0)
      throw new Failure('bug', { code: 'demo-failed', message: `the demo stopped with exit code ${code}` });
  };
  stdout.write(`A sample program of invented people in ${options.folder}: two cohorts, the first finished.\n`);
  for (const cohort of sampleCohorts) {
    const first = cohort === 'fall-2025';
    const files = sampleFiles(cohort, options.seed);
    files.forEach(write);
    await step('import', `signups-${cohort}.csv`, '--cohort', cohort);
    await step('match', '--cohort', cohort);
    const from = first ? date('2025-09-08') : addDays(context.today(), -42);
    await step('pair', 'accept', '--cohort', cohort, '--all', '--date', from);
    const to = first ? date('2026-05-15') : context.today();
    const surveys: string[] = [];
    for (const file of sampleHappenings(await pairsOf(cohort, host, runLine), from, to, options.seed)) {
      // The answers of each cohort in a folder of its own: a survey is known by the name of its file.
      const survey = file.name.startsWith('survey');
      const name = survey ? `${cohort}/${file.name}.csv` : `${file.name}-${cohort}.csv`;
      mkdirSync(join(folder, cohort), { recursive: true });
      write({ ...file, name });
      if (survey) surveys.push(name);
      else await step('import', name, '--cohort', cohort);
    }
    await step('import', ...surveys, '--cohort', cohort);
    if (first) {
      await step('cohort', 'close', cohort, '--date', to);
      await step('import', 'registrar-fall-2025.csv', '--cohort', cohort);
      await step('import', 'training-fall-2025.csv', '--cohort', cohort, '--role', 'mentor');
    }
    const [pair] = await pairsOf(cohort, host, runLine);
    if (!first && pair !== undefined)
      await step(
        'record',
        'meeting',
        '--mentee',
        pair.mentee,
        '--cohort',
        cohort,
        '--minutes',
        '45',
        '--topic',
        'first exams',
      );
  }
  await step('status', '--cohort', 'fall-2026');
  await step('report', 'retention', '--cohort', 'fall-2025');
  await step('report', 'performance', '--cohort', 'fall-2025');
  await step('report', 'leadership', '--cohort', 'fall-2025');
  stdout.write(
    `\nNext: cd ${options.folder}, look at mentorctl.yaml, then try mentorctl pair list --cohort fall-2026\n`,
  );
}

/** The pairs that were accepted, read as any script would read them. */
async function pairsOf(cohort: string, host: Host, runLine: RunLine): Promise<SamplePair[]> {
  let text = '';
  const stdout = { ...host.stdout, isTTY: false, columns: undefined, write: (part: string) => (text += part) };
  await runLine(['pair', 'list', '--cohort', cohort, '--json'], { ...host, stdout });
  const { items } = JSON.parse(text) as { items: { mentor: { id: string }; mentee: { id: string } }[] };
  return items.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
}

function date(text: string): CivilDate {
  const found = parseIsoDate(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}
