// Colour, width and symbols, decided for each stream on its own: a piped stdout beside a terminal stderr is common.
import type { Host, OutStream } from './host.ts';

export interface StreamStyle {
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
}

export type ColorChoice = 'auto' | 'always' | 'never';

/** NO_COLOR and FORCE_COLOR as on no-color.org; an explicit --color wins over both. */
export function streamStyle(stream: OutStream, env: Host['env'], choice: ColorChoice): StreamStyle {
  return { width: width(stream, env), color: color(stream, env, choice), unicode: unicode(env) };
}

function color(stream: OutStream, env: Host['env'], choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0';
  return stream.isTTY && env['TERM'] !== 'dumb';
}

function width(stream: OutStream, env: Host['env']): number {
  const stated = Number(env['COLUMNS']);
  if (stream.columns === undefined) return Number.isInteger(stated) && stated >= 20 ? stated : 100;
  return Math.max(40, Math.min(stream.columns, 140));
}

function unicode(env: Host['env']): boolean {
  if (env['TERM'] === 'dumb') return false;
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'];
  return locale === undefined || locale === '' || /utf-?8/i.test(locale) || env['WT_SESSION'] !== undefined;
}
