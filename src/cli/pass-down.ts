// Options that stand before the name of the command they are for: `mentorctl --cohort fall match list`.
import type { Command } from 'commander';
import { Failure } from '../domain/failure.ts';
import { isGlobal } from './global-options.ts';

/** Gives `command` what was said on the way to it. Throws Failure('usage') for what it does not take: nothing is overheard. */
export function passDown(command: Command): void {
  for (let above = command.parent; above !== null; above = above.parent)
    for (const option of above.options) {
      const name = option.attributeName();
      if (above.getOptionValueSource(name) !== 'cli' || isGlobal(option)) continue;
      if (!command.options.some(({ long }) => long === option.long)) throw notTaken(command, option.long ?? name);
      if (command.getOptionValueSource(name) !== 'cli')
        command.setOptionValueWithSource(name, above.getOptionValue(name), 'cli');
    }
}

function notTaken(command: Command, flag: string): Failure {
  const words = [command.parent?.name() ?? '', command.name()].filter((word) => word !== 'mentorctl').join(' ');
  return new Failure('usage', {
    code: 'usage',
    message: `mentorctl ${words} takes no ${flag}`,
    hint: `See mentorctl ${words} --help.`,
  });
}
