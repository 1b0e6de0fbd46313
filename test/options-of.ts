// What a command's definition makes of a command line, without running the command.
import { Command } from 'commander';
import { commands } from '../src/command-list.ts';
import type { Act } from '../src/commands/shared/act.ts';
import type { CivilDate } from '../src/domain/civil-date.ts';

/** On 2 November 2026. Throws what the definition throws. */
export async function optionsOf(words: string, argv: readonly string[]): Promise<unknown> {
  const listed = commands.find((one) => one.words === words);
  if (listed === undefined) throw new Error(`there is no command ${words}`);
  const not = (): Promise<never> => Promise.reject(new Error('a definition ran something'));
  const definition = await listed.load({ tree: not, runLine: not });
  let found: unknown;
  const act: Act = (_run, options) => {
    found = options;
    return Promise.resolve();
  };
  const command = new Command(words).exitOverride().configureOutput({ writeErr: () => undefined });
  definition.define(command as never, act, { today: () => '2026-11-02' as CivilDate });
  await command.parseAsync([...argv], { from: 'user' });
  return found;
}
