// Options and arguments of commands, read while the command line is parsed: what a command is given is no text that still has to be read.
import { Argument as PlainArgument, Option as PlainOption } from 'commander';
import type { Argument, Option } from '@commander-js/extra-typings';
import type { Reader } from './read-values.ts';

/** An option with a value: `--run <number>`, or `--silent [days]`, which is `true` where it stands alone. */
export function valueOption<Flags extends string, T>(
  flags: Flags,
  description: string,
  read: Reader<T>,
): Option<Flags, undefined, undefined, T> {
  const option = new PlainOption(flags, description);
  option.argParser((text) => read(text, option.long ?? flags));
  if (read.choices !== undefined) option.argChoices = [...read.choices];
  return option as never;
}

/** An option that may be given again, or takes several words; each is read by itself. */
export function manyOption<Flags extends string, T>(
  flags: Flags,
  description: string,
  read: Reader<T>,
): Option<Flags, undefined, readonly T[], readonly T[]> {
  const option = new PlainOption(flags, description).default([], '');
  option.argParser((text, before: readonly T[]) => [...before, read(text, option.long ?? flags)]);
  return option as never;
}

/** An option that is there or not. */
export function onOff<Flags extends string>(flags: Flags, description: string): Option<Flags, undefined, false> {
  return new PlainOption(flags, description).default(false) as never;
}

/** An argument: `<run>`, or `[run]` where it may be left out. */
export function valueArgument<Name extends string, T>(
  name: Name,
  description: string,
  read: Reader<T>,
): Argument<Name, undefined, T> {
  const argument = new PlainArgument(name, description);
  argument.argParser((text) => read(text, argument.name().toUpperCase()));
  if (read.choices !== undefined) argument.argChoices = [...read.choices];
  return argument as never;
}
