// One command line: which command it calls, its help, its settings, and the command itself.
import { Command, CommanderError, Option } from 'commander';
import type { Host } from './cli/host.ts';
import type { CommandTree } from './commands/completion.ts';
import { formats, readSettings, type GlobalFlags } from './cli/settings.ts';
import { usageFailure } from './cli/usage-words.ts';
import type { CommandWords, OptionWords } from './domain/completion-script.ts';
import { version } from './domain/version.ts';
import { commands, groups } from './command-list.ts';
import { helpTopics } from './help-topics.ts';

/** Runs one command line; throws Failure or CommanderError. */
export async function perform(argv: readonly string[], host: Host): Promise<number> {
  const program = new Command('mentorctl')
    .description('Run a peer-mentoring program on one local file: import, match, record, report.')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        host.stdout.write(text);
      },
      writeErr: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? 100,
    })
    .helpCommand(false)
    .showSuggestionAfterError();
  for (const option of globalOptions()) program.addOption(option);
  program.addHelpText(
    'after',
    '\nBegin with: mentorctl import people.csv --cohort fall, or mentorctl init\nTopics: mentorctl help rules | criteria | exit-codes | environment | formats',
  );

  const operands = operandsOf(argv);
  const asksHelp = operands[0] === 'help' || (operands[1] === 'help' && (operands[0] ?? '') in groups);
  const [first, second] = asksHelp ? operands.filter((word) => word !== 'help') : operands;
  const topic = asksHelp && first !== undefined ? helpTopics[first] : undefined;
  if (topic !== undefined) {
    host.stdout.write(`${await topic()}\n`);
    return 0;
  }
  const parents = new Map<string, Command>();
  // `lottery` does something itself and has subcommands; its own options must not swallow theirs.
  const called = commands.some(({ words }) => words === `${first ?? ''} ${second ?? ''}`) ? second : undefined;
  let typed: { words: string; command: Command } | undefined;
  for (const { words, summary, load } of commands) {
    const [word = '', sub] = words.split(' ');
    let parent = program;
    if (sub !== undefined) {
      parent =
        parents.get(word) ??
        program
          .command(word)
          .description(groups[word] ?? '')
          .helpCommand(false);
      parents.set(word, parent);
    }
    const command = parent.command(sub ?? word).description(summary);
    if (sub === undefined) parents.set(word, command);
    if (word !== first || sub !== called) continue;
    typed = { words, command };
    (await load(commandTree)).define(
      command,
      async (work) => {
        const settings = await readSettings(command.optsWithGlobals<GlobalFlags>(), host);
        const { makeContext } = await import('./commands/shared/context.ts');
        const context = makeContext(host, settings, ['mentorctl', ...argv].join(' '));
        await work(context);
      },
      perform,
    );
  }
  const group = second === undefined && first !== undefined && first in groups ? parents.get(first) : undefined;
  if (group !== undefined && !argv.includes('--help') && !argv.includes('-h')) {
    group.outputHelp();
    return 0;
  }
  if (asksHelp && first !== undefined && !parents.has(first))
    throw usageFailure(new CommanderError(2, 'commander.unknownCommand', `there is no help on '${first}'`), {
      words: '',
      command: undefined,
      all: [...commands.map(({ words }) => words), ...Object.keys(helpTopics).map((name) => `help ${name}`)],
    });
  if (argv.length === 0 || (asksHelp && first === undefined)) {
    program.outputHelp();
    return 0;
  }
  const line = asksHelp ? [...argv.filter((word) => word !== 'help'), '--help'] : [...argv];
  try {
    await program.parseAsync(line, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    const { words = group === undefined && first !== undefined && first in groups ? first : '', command } = typed ?? {};
    throw usageFailure(error, { words, command, all: commands.map((one) => one.words) });
  }
  return 0;
}

/** Every command with its options, read from the definitions themselves. */
async function commandTree(): Promise<CommandTree> {
  const optionWords = ({ long, description, argChoices, required, optional }: Option): OptionWords => ({
    flag: long ?? '',
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
  });
  const found: CommandWords[] = [];
  for (const { words, summary, load } of commands) {
    const command = new Command(words);
    (await load(commandTree)).define(command, () => Promise.resolve(), perform);
    const options = command.options.map(optionWords);
    found.push({ words, summary, options, choices: command.registeredArguments[0]?.argChoices ?? [] });
  }
  const choices: Readonly<Record<string, readonly string[]>> = {
    '--format': formats,
    '--color': ['auto', 'always', 'never'],
  };
  const everywhere = globalOptions().map(optionWords);
  return { commands: found, everywhere: everywhere.map((one) => ({ ...one, choices: choices[one.flag] ?? [] })) };
}

/** Taken before and after the command's name. */
function globalOptions(): Option[] {
  return [
    new Option('-C, --dir <folder>', 'work in this program folder'),
    new Option('--db <file>', 'use this database'),
    new Option('--format <format>', 'text, json, csv or md'),
    new Option('--json', 'short for --format json'),
    new Option('-o, --output <file>', 'write the result to a file'),
    new Option('--excel', 'csv with BOM and CRLF, as Excel likes it'),
    new Option('--color <when>', 'auto, always or never'),
    new Option('--no-input', 'never ask; fail and name the flag instead'),
    new Option('-q, --quiet', 'no remarks on stderr'),
    new Option('--debug', 'show where a fault came from'),
  ];
}

/** The words of the command line that are neither options nor the values of global options. */
function operandsOf(argv: readonly string[]): string[] {
  const takesValue = new Set(['-C', '--dir', '--db', '--format', '-o', '--output', '--color']);
  return argv.filter((word, index) => !word.startsWith('-') && !takesValue.has(argv[index - 1] ?? ''));
}
