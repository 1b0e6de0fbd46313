// mentorctl completion: what a shell needs to complete commands, options and names of cohorts.
import { Argument, type Command } from 'commander';
import {
  completionScript,
  shells,
  type CommandWords,
  type OptionWords,
  type Shell,
} from '../domain/completion-script.ts';
import type { Act, Context } from './shared/context.ts';

/** Every command with its options, and the options that go with all of them; handed in by the list of commands. */
export interface CommandTree {
  readonly commands: readonly CommandWords[];
  readonly everywhere: readonly OptionWords[];
}

/** The command, given the tree it completes. */
export function completion(tree: () => Promise<CommandTree>): { define(command: Command, act: Act): void } {
  return {
    define: (command, act) => {
      command
        .addArgument(new Argument('<shell>', 'which shell').choices([...shells]))
        .addHelpText(
          'after',
          '\nExamples:\n  mentorctl completion bash > ~/.local/share/bash-completion/completions/mentorctl\n  mentorctl completion fish > ~/.config/fish/completions/mentorctl.fish',
        )
        .action((shell: Shell) => act((context) => runCompletion(shell, tree, context)));
    },
  };
}

async function runCompletion(shell: Shell, tree: () => Promise<CommandTree>, context: Context): Promise<void> {
  const { commands, everywhere } = await tree();
  context.host.stdout.write(completionScript(shell, commands, everywhere));
}
