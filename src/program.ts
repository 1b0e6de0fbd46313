// One command line: its settings, and the command that Commander finds in it.
import { CommanderError, type Command } from 'commander';
import { globalFlags } from './cli/global-options.ts';
import type { Host } from './cli/host.ts';
import { passDown } from './cli/pass-down.ts';
import { readSettings } from './cli/settings.ts';
import { usageFailure } from './cli/usage-words.ts';
import { commands } from './command-list.ts';
import { commandTree, completionTree, wordsOf } from './command-tree.ts';
import type { Act } from './commands/shared/act.ts';
import type { TableChoice } from './domain/report/list-tables.ts';
import { version } from './domain/version.ts';
import { helpTopics } from './help-topics.ts';

/** Runs one command line; throws Failure or CommanderError. */
export async function perform(argv: readonly string[], host: Host): Promise<number> {
  const remarks: string[] = [];
  const actFor =
    (command: Command): Act =>
    async (run, options) => {
      const settings = await readSettings(globalFlags(command), host);
      const { makeContext } = await import('./commands/shared/context.ts');
      const asked = tableChoice(command);
      const context = makeContext(host, settings, ['mentorctl', ...argv].join(' '), asked);
      for (const remark of remarks) context.note(remark);
      await run(asked.listed ? { ...options, table: undefined } : options, context);
    };
  const tree = commandTree({
    host,
    actFor,
    help: (words) => help(words, host, tree.program),
    runLine: perform,
    remark: (text) => remarks.push(text),
  });
  tree.program.hook('preAction', (_, command) => {
    passDown(command);
  });
  try {
    await tree.program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    const called = tree.called();
    // A group's name alone, or nothing at all, asks for help.
    if (error.code === 'commander.help') called.outputHelp();
    else throw usageFailure(error, { words: wordsOf(called), command: called, all: commands });
  }
  return 0;
}

function tableChoice(command: Command): TableChoice {
  const option = command.options.find(({ long }) => long === '--table');
  return { taken: option !== undefined, known: option?.argChoices, listed: command.opts()['table'] === true };
}

/** The same as man/mentorctl.1. */
async function manual(): Promise<string> {
  const { manPage } = await import('./cli/man-page.ts');
  const names = ['exit-codes', 'environment', 'formats'];
  const topics = await Promise.all(
    names.map(async (title) => ({ title: title.replace('-', ' '), text: (await helpTopics[title]?.()) ?? '' })),
  );
  const summary = 'run a peer-mentoring program on one local file: import, match, record, report';
  return manPage({ version, summary, ...(await completionTree()), topics });
}

/** `mentorctl help`, on a topic or a command. */
async function help(words: readonly string[], host: Host, program: Command): Promise<void> {
  const [first] = words;
  const topic = first === undefined ? undefined : helpTopics[first];
  if (first === '--man') host.stdout.write(await manual());
  else if (topic !== undefined) host.stdout.write(`${await topic()}\n`);
  else if (first === undefined) program.outputHelp();
  else if (program.commands.some((command) => command.name() === first)) await perform([...words, '--help'], host);
  else
    throw usageFailure(new CommanderError(2, 'commander.unknownCommand', `there is no help on '${first}'`), {
      words: '',
      command: program,
      all: [...commands, ...Object.keys(helpTopics).map((name) => ({ words: `help ${name}`, summary: '' }))],
    });
}
