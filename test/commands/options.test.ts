// If these fail, a command works with other words than were typed, or takes for a value what is none.
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/command-list.ts';
import { optionsOf } from '../options-of.ts';
import { lines, refused } from './command-lines.ts';

describe.each(commands.map(({ words }) => words))('%s', (words) => {
  it('makes options of a command line, and runs nothing', async () => {
    const own = lines[words];
    expect(own, `a line for "${words}" in command-lines.ts`).toBeDefined();
    for (const [argv, options] of own ?? []) expect(await optionsOf(words, argv), argv.join(' ')).toEqual(options);
  });

  it('has a line for each of its options', async () => {
    const one = commands.find((listed) => listed.words === words);
    const command = new Command(words);
    const definition = await one?.load({
      tree: () => Promise.reject(new Error('not asked')),
      runLine: () => Promise.reject(new Error('not run')),
    });
    definition?.define(command as never, () => Promise.resolve(), { today: () => '2026-11-02' as never });
    const typed = (lines[words] ?? []).flatMap(([argv]) => argv);
    const untyped = command.options.flatMap(({ long }) => (long === undefined || typed.includes(long) ? [] : long));
    expect(untyped).toEqual([]);
  });
});

it.each(refused)('%s %j is refused: %s', async (words, argv, message) => {
  await expect(optionsOf(words, argv)).rejects.toThrow(message);
});
