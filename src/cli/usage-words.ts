// What is wrong with a command line, in the words of somebody who types it from notes: what was meant, and how to write it.
import type { Command, CommanderError } from 'commander';
import { Failure } from '../domain/failure.ts';
import { allKnown, amongKnown, nearest } from '../domain/suggest.ts';

export interface Typed {
  /** The command's words, e.g. `pair explain`, or the group's; empty where none is known by what was typed. */
  readonly words: string;
  /** What was called, with what it was given; undefined where no command is known. */
  readonly command: Command | undefined;
  /** Every command with what it is for. */
  readonly all: readonly { readonly words: string; readonly summary: string }[];
}

/** The failure for what Commander could not understand of a command line. */
export function usageFailure(error: CommanderError, typed: Typed): Failure {
  const { message, hint } = said(error, typed);
  const help = `See mentorctl ${typed.words === '' ? '' : `${typed.words} `}--help.`;
  return new Failure('usage', {
    code: 'usage',
    message,
    hint: [hint, help].filter(Boolean).join(hint?.endsWith('?') === true || hint?.endsWith('.') === true ? ' ' : '   '),
    cause: error,
  });
}

interface Said {
  readonly message: string;
  readonly hint?: string | undefined;
}

function said(error: CommanderError, typed: Typed): Said {
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggested = rest.join(' ').replace(/^\(|\)$/g, '');
  const plain: Said = { message: first, hint: suggested };
  switch (error.code) {
    case 'commander.unknownCommand': {
      const own = typed.all.flatMap(({ words }) =>
        words.startsWith(`${typed.words} `) ? words.split(' ').slice(1) : [],
      );
      const known = typed.words === '' || own.length === 0 ? undefined : allKnown(own);
      const word = /'(.*)'/.exec(first)?.[1]?.toLowerCase() ?? '';
      const meant = commandNamed(word, typed.all) ?? (suggested === '' ? commandLike(word, typed.all) : undefined);
      return meant === undefined && suggested !== '' ? plain : { message: first, hint: meant ?? known };
    }
    case 'commander.unknownOption': {
      const near = nearest(/'(.*)'/.exec(first)?.[1] ?? '', optionsOf(typed));
      if (near !== undefined) return { message: first, hint: `Did you mean ${near}?` };
      return typed.words === ''
        ? { message: first, hint: 'Its options stand after a command: mentorctl match --cohort fall.' }
        : { message: first };
    }
    case 'commander.excessArguments':
      return typed.command === undefined ? plain : tooMany(typed.words, typed.command);
    case 'commander.missingArgument':
      return typed.command === undefined ? plain : tooFew(typed.words, typed.command);
    case 'commander.optionMissingArgument': {
      const [, flag = '', value = ''] = /(--[\w-]+)[^<[]*([<[].*[>\]])/.exec(first) ?? [];
      return flag === ''
        ? plain
        : {
            message: `${flag} stands there without its value`,
            hint: `Write ${flag} ${value}.${choicesOf(flag, typed)}`,
          };
    }
    case 'commander.invalidArgument':
      return notAllowed(first) ?? plain;
    default:
      return plain;
  }
}

/** With those that go with every command, which its help does not list. */
function optionsOf({ command }: Typed): string[] {
  return (command?.options ?? []).flatMap(({ long }) => long ?? []);
}

function choicesOf(flag: string, { command }: Typed): string {
  const choices = command?.options.find(({ long }) => long === flag)?.argChoices ?? [];
  return choices.length === 0 ? '' : ` ${allKnown(choices)}`;
}

/** A command of a group is often typed without the group (`accept` is `pair accept`), or by what it is for (`letters`). */
function commandNamed(word: string, all: Typed['all']): string | undefined {
  const named = all.filter(({ words }) => words.split(' ').at(-1) === word);
  const about = all.filter(
    ({ summary }) =>
      word.length > 3 &&
      summary
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(word),
  );
  return oneOf(named.length > 0 ? named : about);
}

function commandLike(word: string, all: Typed['all']): string | undefined {
  const last = nearest(
    word,
    all.flatMap(({ words }) => [words, words.split(' ').at(-1) ?? '']),
  );
  return oneOf(all.filter(({ words }) => words === last || words.split(' ').at(-1) === last));
}

function oneOf(meant: Typed['all']): string | undefined {
  if (meant.length === 0) return undefined;
  return `Did you mean ${meant.length === 1 ? '' : 'one of '}${meant.map(({ words }) => `mentorctl ${words}`).join(', ')}?`;
}

/** Words that belong behind a flag: a cohort's name or a person's. */
function tooMany(words: string, command: Command): Said {
  const takes = command.registeredArguments.length;
  const extra = command.args.slice(takes);
  const given = extra.map((word) => `"${word}"`).join(' ');
  const message = `mentorctl ${words} does not know what to do with ${given}`;
  if (takes > 0) return { message, hint: 'A name with blanks stands in quotes.' };
  const has = (long: string): boolean => command.options.some((option) => option.long === long);
  const person = ['--mentee', '--person'].find(has);
  if (person !== undefined)
    return { message, hint: `Every answer has its flag: ${person} ${quoted(extra[0] ?? '')} ...` };
  return has('--cohort') ? { message, hint: `Did you mean --cohort ${quoted(extra.join(' '))}?` } : { message };
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

function tooFew(words: string, command: Command): Said {
  const named = command.registeredArguments.map((argument) => ({
    word: `${argument.name().toUpperCase()}${argument.variadic ? '...' : ''}`,
    required: argument.required,
    description: argument.description,
  }));
  const missing = named.filter(({ required }) => required)[command.args.length];
  const pattern = named.map(({ word, required }) => (required ? word : `[${word}]`)).join(' ');
  return {
    message: `mentorctl ${words} needs ${missing?.word ?? pattern}${missing === undefined || missing.description === '' ? '' : `: ${missing.description}`}`,
    hint: `Write it as: mentorctl ${words} ${pattern}`,
  };
}

/** `option '--role <role>' argument 'mentees' is invalid. Allowed choices are mentor, mentee.` and its like. */
function notAllowed(message: string): Said | undefined {
  const found =
    /^(?:option '(?:-\w, )?(--[\w-]+)|command-argument value)[^']*'?.*?'([^']*)' is invalid(?: for argument '([\w-]+)')?\. (.*)$/.exec(
      message,
    );
  if (found === null) return undefined;
  const [, flag, value = '', argument = '', why = ''] = found;
  const what = flag ?? argument.toUpperCase();
  const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1]?.split(', ');
  if (choices === undefined) return { message: `${what} is "${value}"`, hint: why };
  return {
    message: `${what} does not know "${value}"`,
    hint: amongKnown(value, choices),
  };
}
