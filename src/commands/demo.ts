// mentorctl demo: a sample program in a new folder, the whole loop run on it, and what came of it told on one screen.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from '../cli/host.ts';
import { valueOption } from '../cli/options.ts';
import { writeFileWhole } from '../cli/write-file.ts';
import { addDays, parseIsoDate, type CivilDate } from '../domain/civil-date.ts';
import { Failure } from '../domain/failure.ts';
import type { WorkAwaited } from '../domain/progress.ts';
import { caution, nextStep, prose } from '../domain/report/blocks.ts';
import type { SampleFile, SamplePair } from '../domain/sample/sample-file.ts';
import { lotteryAfterwards, lotterySignups, sampleLotteries, stayingOf20 } from '../domain/sample/sample-lotteries.ts';
import { sampleCohorts, sampleFiles, sampleHappenings } from '../domain/sample/sample-program.ts';
import { shellWord } from '../domain/shell-word.ts';
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

/** Where everything typed, with everything printed, is kept. */
const walk = 'every-step.txt';

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
  mkdirSync(join(folder, 'lotteries'), { recursive: true });
  const run = runner(folder, context.host, runLine);
  const story = await context
    .work('Running a sample program', tell(folder, options.seed, context.today(), run))
    .finally(() => {
      writeFileWhole(join(folder, walk), run.printed());
    });
  await context.show({
    schema: 'mentorctl/demo@1',
    blocks: [
      prose(`A sample program of invented people, run from end to end in ${options.folder}. What happened:`),
      ...story.flatMap(({ title, command, said }, index) => [
        prose(`${index + 1}. ${title}`),
        ...(command === undefined ? [] : [prose(`   $ ${command}`)]),
        ...said.map(caution),
      ]),
      prose(
        `Everything that was typed and printed: ${options.folder}/${walk}; the files beside it are there to look at.`,
      ),
      nextStep(`cd ${shellWord(options.folder)} && mentorctl pair list --cohort fall-2026`),
    ],
    json: { folder: options.folder, seed: options.seed, story, everyStep: walk },
  });
}

interface StoryPart {
  readonly title: string;
  readonly command?: string;
  /** What it printed, as far as the story needs it. */
  readonly said: readonly string[];
}

interface Runner {
  /** What it printed on stdout. `silent`: it is no step of the story. Throws Failure where it fails. */
  readonly run: (line: string, under?: string, silent?: true) => Promise<string>;
  readonly printed: () => string;
}

function runner(folder: string, host: Host, runLine: RunLine): Runner {
  let all = 'A sample program of invented people: every command that was run, with what it printed.\n';
  let place = '.';
  return {
    printed: () => all,
    run: async (line, under = '.', silent) => {
      const argv = Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([word, quoted]) => quoted ?? word);
      let [out, both] = ['', ''];
      const into = (result: boolean): Host['stdout'] => ({
        isTTY: false,
        columns: undefined,
        rows: undefined,
        write: (part) => {
          both += String(part);
          if (result) out += String(part);
        },
      });
      if (silent !== true) {
        if (under !== place) all += `\n$ cd ${under === '.' ? '..' : under}\n`;
        place = under;
        all += `\n$ mentorctl ${line}\n`;
      }
      // A program of its own, even inside the folder of a real one or where the environment names one.
      const code = await runLine(argv, {
        ...host,
        cwd: join(folder, under),
        stdout: into(true),
        stderr: into(false),
        env: {
          ...host.env,
          MENTORCTL_FORMAT: 'text',
          MENTORCTL_DIR: undefined,
          MENTORCTL_DB: argv.includes('-C') ? undefined : join(folder, under, 'mentorctl.db'),
        },
      });
      if (silent !== true) all += both;
      if (code !== 0)
        throw new Failure('bug', {
          code: 'demo-failed',
          message: `the demo stopped with exit code ${code} at: mentorctl ${line}\n${both}`,
        });
      return out;
    },
  };
}

/** How many commands are run, for the progress line. */
const steps = 37;

async function* tell(folder: string, seed: number, today: CivilDate, { run }: Runner): WorkAwaited<StoryPart[]> {
  const story: StoryPart[] = [];
  let done = 0;
  const write = ({ name, rows }: SampleFile): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileWhole(join(folder, name), renderRows(rows));
  };
  const step = async function* (line: string, under?: string): WorkAwaited<string> {
    yield { phase: 'commands', done: done++, total: steps };
    return run(line, under);
  };
  const shown = (title: string, line: string, said: readonly string[]): number =>
    story.push({ title, command: `mentorctl ${line}`, said });
  const pairsOf = async (cohort: string): Promise<SamplePair[]> => {
    const text = await run(`pair list --cohort ${cohort} --json`, '.', true);
    const { items } = JSON.parse(text) as { items: { mentor: { id: string }; mentee: { id: string } }[] };
    return items.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
  };
  for (const cohort of sampleCohorts) {
    const first = cohort === 'fall-2025';
    sampleFiles(cohort, seed).forEach(write);
    const imported = yield* step(`import signups-${cohort}.csv --cohort ${cohort}`);
    const matched = yield* step(`match --cohort ${cohort}`);
    if (first) {
      const line = `import signups-${cohort}.csv --cohort ${cohort}`;
      shown(
        'A form’s export goes in as it is; rules are proposed from its columns (mentorctl.yaml).',
        line,
        sentences(imported, 0, 2),
      );
      shown('The best pairs under those rules, proved.', `match --cohort ${cohort}`, sentences(matched, 0, 3));
    }
    const from = first ? date('2025-09-08') : addDays(today, -42);
    yield* step(`pair accept --cohort ${cohort} --all --date ${from}`);
    const to = first ? date('2026-05-15') : today;
    const surveys: string[] = [];
    for (const file of sampleHappenings(await pairsOf(cohort), from, to, seed)) {
      // The answers of each cohort in a folder of its own: a survey is known by the name of its file.
      const survey = file.name.startsWith('survey');
      const name = survey ? `${cohort}/${file.name}.csv` : `${file.name}-${cohort}.csv`;
      write({ ...file, name });
      if (survey) surveys.push(name);
      else yield* step(`import ${name} --cohort ${cohort}`);
    }
    yield* step(`import ${surveys.join(' ')} --cohort ${cohort}`);
    if (first) {
      yield* step(`cohort close ${cohort} --date ${to}`);
      yield* step(`import registrar-${cohort}.csv --cohort ${cohort}`);
      yield* step(`import training-${cohort}.csv --cohort ${cohort} --role mentor`);
    }
    const [pair] = await pairsOf(cohort);
    if (!first && pair !== undefined)
      yield* step(`record meeting --mentee ${pair.mentee} --cohort ${cohort} --minutes 45 --topic "first exams"`);
  }
  const status = 'status --cohort fall-2026';
  yield* step(status);
  const { items } = JSON.parse(await run(`${status} --json`, '.', true)) as {
    items: { text: string; command: string }[];
  };
  const urgent = items.slice(0, 3).map(({ text, command }) => `${text}: ${command}`);
  shown('The second cohort is under way: what needs attention.', status, urgent);
  const joined = 'report retention --cohort fall-2025';
  shown(
    'The first is over. Did more stay of those who chose to join? (No effect was put into the data.)',
    joined,
    sentences(yield* step(joined), 1, 2),
  );
  yield* step('report performance --cohort fall-2025');
  yield* step('report leadership --cohort fall-2025');
  for (const lottery of sampleLotteries) {
    const { cohort, places } = lottery;
    const under = 'lotteries';
    const inside = (file: SampleFile): void => {
      write({ ...file, name: `${under}/${file.name}` });
    };
    inside(lotterySignups(lottery, seed));
    yield* step(`import signups-${cohort}.csv --cohort ${cohort}`, under);
    yield* step(`lottery --cohort ${cohort} --places ${places} --seed ${seed}`, under);
    yield* step(`match --cohort ${cohort}`, under);
    yield* step(`pair accept --cohort ${cohort} --all --date 2025-09-08`, under);
    const lots = JSON.parse(await run(`lottery replay --cohort ${cohort} --json`, under, true)) as Lots;
    const [drawn, waiting] = [lots.drawn, lots.waiting].map((people) => people.map(({ id }) => id));
    inside(lotteryAfterwards(lottery, drawn ?? [], waiting ?? [], seed));
    yield* step(`import registrar-${cohort}.csv --cohort ${cohort}`, under);
    const line = `report retention -C lotteries --cohort ${cohort}`;
    const title =
      places > 100
        ? `Places drawn by lot among ${2 * places}. Put into the data: ${stayingOf20.drawn} of 20 stay with a place, ${stayingOf20.notDrawn} without.`
        : `The same lottery and the same difference among ${2 * places}: too few to tell, and that is said.`;
    shown(title, line, sentences(yield* step(line), 1, 2));
  }
  return story;
}

interface Lots {
  readonly drawn: readonly { readonly id: string }[];
  readonly waiting: readonly { readonly id: string }[];
}

/** The first `count` sentences of a paragraph of what was printed. */
function sentences(printed: string, paragraph: number, count: number): string[] {
  const words = (printed.split('\n\n')[paragraph] ?? '').replace(/\s+/g, ' ').trim();
  return [
    words
      .split(/(?<=[.])\s(?=[A-Z\d])/)
      .slice(0, count)
      .join(' '),
  ];
}

function date(text: string): CivilDate {
  const found = parseIsoDate(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}
