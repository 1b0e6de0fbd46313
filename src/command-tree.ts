// Every command as Commander knows it. What a command takes is loaded when Commander comes to it, so that --help starts at once.
import { Command, Help, Option } from 'commander';
import { globalOptions } from './cli/global-options.ts';
import { takeOldWords } from './cli/old-words.ts';
import type { Host } from './cli/host.ts';
import { formats } from './domain/report/formats.ts';
import { today } from './cli/today.ts';
import { commands, groups, type ListedCommand } from './command-list.ts';
import type { CommandTree } from './commands/completion.ts';
import type { RunLine } from './commands/demo.ts';
import type { Act } from './commands/shared/act.ts';
import { cohortOption } from './commands/shared/options.ts';
import type { CommandWords, OptionWords } from './cli/completion-script.ts';
import { version } from './domain/version.ts';

export interface TreeOptions {
  readonly host: Host;
  /** What a definition calls once it understood the command line of `command`. */
  readonly actFor: (command: Command) => Act;
  /** `mentorctl help WORDS` */
  readonly help: (words: readonly string[]) => Promise<void>;
  readonly runLine: RunLine;
  /** Hears of words that are not those of today. */
  readonly remark: (text: string) => void;
}

/** The tree, and the command it came to. */
export function commandTree(options: TreeOptions): { readonly program: Command; called(): Command } {
  const program = root(options.host);
  let called = program;
  const listed = new Map<Command, ListedCommand>();
  const reach = async (parent: Command, command: Command): Promise<void> => {
    called = command;
    for (const option of globalOptions()) command.addOption(option.hideHelp());
    const one = listed.get(command);
    if (one === undefined && command.commands.length > 0) command.addOption(plain(cohortOption().hideHelp()));
    // `match list` needs nothing of what `match` itself takes.
    const next = parent.args[1];
    if (one === undefined || command.commands.some((sub) => sub.name() === next)) return;
    const definition = await one.load({ tree: completionTree, runLine: options.runLine });
    definition.define(command as never, options.actFor(command), { today: () => today(options.host) });
    takeOldWords(command, one.words, options.remark);
  };
  const withSubcommands = (command: Command, help: (words: readonly string[]) => Promise<void>): void => {
    command.hook('preSubcommand', reach);
    command
      .command('help', { hidden: true })
      .argument('[words...]')
      .action((words: readonly string[], { man }: { readonly man?: true }) => help(man === true ? ['--man'] : words));
  };
  withSubcommands(program, options.help);
  program.commands[0]?.option('--man', 'the manual page, for man -l -');
  for (const one of commands) {
    const [word = '', sub] = one.words.split(' ');
    let command = program.commands.find((known) => known.name() === word);
    if (command === undefined) command = program.command(word).description(groups[word] ?? one.summary);
    if (sub !== undefined) {
      if (command.commands.length === 0) withSubcommands(command, (words) => options.help([word, ...words]));
      command = command.command(sub).description(one.summary);
    }
    listed.set(command, one);
  }
  return { program, called: () => called };
}

/** As typed, without the program's own name: `pair list`. */
export function wordsOf(command: Command): string {
  return command.parent === null ? '' : [wordsOf(command.parent), command.name()].join(' ').trim();
}

function root(host: Host): Command {
  const program = new Command('mentorctl')
    .description('Run a peer-mentoring program on one local file: import, match, record, report.')
    .version(version, '--version', 'print the version')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        host.stdout.write(text);
      },
      writeErr: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? 100,
    })
    .configureHelp({ optionDescription })
    .helpCommand(false)
    .showSuggestionAfterError();
  for (const option of globalOptions()) program.addOption(option);
  return program
    .addOption(plain(cohortOption('the cohort, for every command on one')))
    .addHelpText(
      'after',
      '\nBegin with: mentorctl import people.csv --cohort fall, or mentorctl init\nTopics: mentorctl help rules | criteria | words | exit-codes | environment | formats',
    );
}

/** That an option is off, or a list empty, where nothing is said, goes without saying. */
function optionDescription(option: Option): string {
  const { defaultValue } = option as { defaultValue: unknown };
  const none = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
  return none ? option.description : Help.prototype.optionDescription.call(new Help(), option);
}

/** Every command with its options, read from the definitions themselves. */
export async function completionTree(): Promise<CommandTree> {
  const optionWords = ({ long, flags, description, argChoices, required, optional }: Option): OptionWords => ({
    flag: long ?? '',
    written: flags,
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
  });
  const found: CommandWords[] = [];
  for (const { words, summary, load } of commands) {
    const command = new Command(words);
    const none = (): Promise<never> => Promise.reject(new Error('only looked at'));
    (await load({ tree: completionTree, runLine: none })).define(command as never, none, { today: never });
    const options = command.options.map(optionWords);
    const [argument] = command.registeredArguments;
    found.push({ words, summary, options, choices: argument?.argChoices ?? [], argument: argument?.name() ?? '' });
  }
  const choices: Readonly<Record<string, readonly string[]>> = {
    '--format': formats,
    '--color': ['auto', 'always', 'never'],
  };
  const everywhere = globalOptions().map(optionWords);
  return { commands: found, everywhere: everywhere.map((one) => ({ ...one, choices: choices[one.flag] ?? [] })) };
}

function never(): never {
  throw new Error('only looked at');
}

/** An option whose type knows its value, as Commander itself knows it. */
function plain(option: object): Option {
  if (option instanceof Option) return option;
  throw new TypeError('an option that Commander did not make');
}
