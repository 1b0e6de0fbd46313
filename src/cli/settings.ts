// Settings with their origins: flag > MENTORCTL_* > user file > default. (The program file is read later, by the commands.)
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { formats, type Format } from '../domain/report/formats.ts';
import { allKnown, amongKnown, didYouMean } from '../domain/suggest.ts';
import type { Host } from './host.ts';
import type { ColorChoice } from './stream-style.ts';

export type Origin = 'flag' | 'environment' | 'user file' | 'default';

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** What every command takes, before or after the command's name. */
export interface GlobalFlags {
  readonly dir?: string;
  readonly db?: string;
  readonly keyCommand?: string;
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly excel?: boolean;
  readonly figure?: string;
  readonly color?: string;
  readonly input?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

export interface Settings {
  readonly dir: Setting<string | undefined>;
  readonly db: Setting<string | undefined>;
  /** A command that prints the key of an encrypted database. */
  readonly keyCommand: Setting<string | undefined>;
  readonly format: Setting<Format>;
  readonly color: Setting<ColorChoice>;
  readonly input: Setting<boolean>;
  readonly output: string | undefined;
  readonly excel: boolean;
  /** svg: which figure. */
  readonly figure: string | undefined;
  readonly quiet: boolean;
  readonly debug: boolean;
}

const userKeys = ['format', 'color', 'input', 'key-command'] as const;

/** What a command runs under. Throws Failure for a word that a setting does not know, and for a user file that cannot be used. */
export async function readSettings(flags: GlobalFlags, host: Host): Promise<Settings> {
  const user = await readUserFile(host);
  const { env } = host;
  const pick = <T>(flag: T | undefined, variable: T | undefined, file: T | undefined, standard: T): Setting<T> => {
    if (flag !== undefined) return { value: flag, origin: 'flag' };
    if (variable !== undefined) return { value: variable, origin: 'environment' };
    if (file !== undefined) return { value: file, origin: 'user file' };
    return { value: standard, origin: 'default' };
  };
  return {
    dir: pick(flags.dir, said(env['MENTORCTL_DIR']), undefined, undefined),
    db: pick(flags.db, said(env['MENTORCTL_DB']), undefined, undefined),
    keyCommand: pick(flags.keyCommand, said(env['MENTORCTL_KEY_COMMAND']), said(user['key-command']), undefined),
    format: pick(
      oneOf(flags.json === true ? 'json' : flags.format, formats, '--format') ?? formatMeant(flags),
      oneOf(env['MENTORCTL_FORMAT'], formats, 'MENTORCTL_FORMAT'),
      oneOf(user['format'], formats, 'format in the user file'),
      'text',
    ),
    color: pick(
      oneOf(flags.color, colorChoices, '--color'),
      oneOf(env['MENTORCTL_COLOR'], colorChoices, 'MENTORCTL_COLOR'),
      oneOf(user['color'], colorChoices, 'color in the user file'),
      'auto',
    ),
    input: pick(
      flags.input === false ? false : undefined,
      env['MENTORCTL_NO_INPUT'] ? false : undefined,
      trueOrFalse(oneOf(user['input'], ['true', 'false'], 'input in the user file')),
      true,
    ),
    output: flags.output,
    excel: flags.excel ?? false,
    figure: flags.figure,
    quiet: flags.quiet ?? false,
    debug: flags.debug ?? false,
  };
}

/** A file's name says what goes into it, and only csv goes to Excel. */
function formatMeant({ output, excel }: GlobalFlags): Format | undefined {
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? '';
  const meant = formats.find((format) => format === (ending === 'htm' ? 'html' : ending));
  if (meant !== undefined && meant !== 'text') return meant;
  if (/^(?:xls|ods|docx?|odt|rtf|png|jpe?g)$/.test(ending))
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `-o ${output ?? ''}: mentorctl does not write .${ending} files`,
      hint: 'A spreadsheet opens .xlsx and .csv, a word processor .html and .md, any reader .pdf, and figures are .svg. Other content goes with --format.',
    });
  return excel === true ? 'csv' : undefined;
}

/** A variable set to nothing is one that is not set. */
function said(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}

function trueOrFalse(word: 'true' | 'false' | undefined): boolean | undefined {
  return word === undefined ? undefined : word === 'true';
}

const colorChoices = ['auto', 'always', 'never'] as const;

function oneOf<T extends string>(value: string | undefined, known: readonly T[], where: string): T | undefined {
  if (value === undefined || value === '') return undefined;
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `${where} does not know "${value}"`,
    hint: amongKnown(value, known),
  });
}

async function readUserFile(host: Host): Promise<Readonly<Record<string, string>>> {
  const folder = host.env['XDG_CONFIG_HOME'] ?? join(host.env['HOME'] ?? homedir(), '.config');
  const path = join(folder, 'mentorctl', 'config.yaml');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {};
    throw badUserFile(path, 'it cannot be read', 'Check that it is a file, and its permissions.');
  }
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw badUserFile(path, `it is not YAML: ${error.message.split('\n')[0] ?? error.code}`);
  let content: unknown;
  try {
    content = document.toJS() ?? {};
  } catch {
    throw badUserFile(path, 'an alias (*name) in it cannot be followed');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw badUserFile(path, 'it is not a list of settings');
  const entries = Object.entries(content).map(([key, value]): [string, string] => [key, String(value)]);
  for (const [key] of entries) {
    if (!(userKeys as readonly string[]).includes(key))
      throw badUserFile(path, `it does not know "${key}"`, didYouMean(key, userKeys));
  }
  return Object.fromEntries(entries);
}

function badUserFile(path: string, why: string, hint = allKnown(userKeys)): Failure {
  return new Failure('bad-program', {
    code: 'bad-user-file',
    message: `the user file cannot be used: ${why}`,
    where: { source: path },
    hint,
  });
}
