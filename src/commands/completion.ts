// mentorctl completion: what a shell needs to complete commands, options and names of cohorts.
import { completionScript, shells, type CommandWords, type OptionWords, type Shell } from '../cli/completion-script.ts';
import { valueArgument } from '../cli/options.ts';
import { oneOf } from '../cli/read-values.ts';
import type { Defined } from './shared/act.ts';
import type { Context } from './shared/context.ts';

/** Every command with its options, and the options that go with all of them; handed in by the list of commands. */
export interface CommandTree {
  readonly commands: readonly CommandWords[];
  readonly everywhere: readonly OptionWords[];
}

/** The command, given the tree it completes. */
export function completion(tree: () => Promise<CommandTree>): Defined {
  return {
    define: (command, act) => {
      command
        .addArgument(valueArgument('<shell>', 'which shell', oneOf(shells)))
        .addHelpText(
          'after',
          '\nExamples:\n  mentorctl completion bash > ~/.local/share/bash-completion/completions/mentorctl\n  mentorctl completion fish > ~/.config/fish/completions/mentorctl.fish',
        )
        .action((shell) => act((options, context) => runCompletion(options.shell, tree, context), { shell }));
    },
  };
}

async function runCompletion(shell: Shell, tree: () => Promise<CommandTree>, context: Context): Promise<void> {
  const { commands, everywhere } = await tree();
  context.host.stdout.write(completionScript(shell, commands, everywhere));
}
