// The options that go with every command, before or after its name.
import { Option, type Command } from 'commander';
import { formats } from '../domain/report/formats.ts';
import type { GlobalFlags } from './settings.ts';

/** Fresh ones, since an option belongs to one command. */
export function globalOptions(): Option[] {
  return [
    new Option('-C, --dir <folder>', 'work in this program folder'),
    new Option('--db <file>', 'use this database'),
    new Option('--key-command <command>', 'a command that prints the key of an encrypted database'),
    new Option('--format <format>', `${formats.slice(0, -1).join(', ')} or ${formats.at(-1) ?? ''}`),
    new Option('--json', 'short for --format json'),
    new Option('-o, --output <file>', 'write the result to a file'),
    new Option('--excel', 'csv with BOM and CRLF, as Excel likes it'),
    new Option('--figure <id>', 'svg: which figure of the result'),
    new Option('--color <when>', 'auto, always or never'),
    new Option('--no-input', 'never ask; fail and name the flag instead'),
    new Option('-q, --quiet', 'no remarks on stderr'),
    new Option('--debug', 'show where a fault came from'),
  ];
}

/** What was said of them on the way to `command`; of two the one that stands later. */
export function globalFlags(command: Command): GlobalFlags {
  const names = globalOptions().map((option) => option.attributeName());
  const said: Record<string, unknown> = {};
  for (let one: Command | null = command; one !== null; one = one.parent)
    for (const name of names)
      if (!(name in said) && one.getOptionValueSource(name) === 'cli') said[name] = one.getOptionValue(name);
  return said;
}

export function isGlobal(option: Option): boolean {
  return globalOptions().some(({ long }) => long === option.long);
}
