// Text that is longer than the screen goes through a pager, as with git and man: only on a terminal with somebody at the keyboard.
import type { Host } from './host.ts';
import type { Settings } from './settings.ts';

/** The command to page `text` with; undefined where it is to be written straight. `cat` or nothing in PAGER turns paging off. */
export function pagerFor(text: string, host: Host, settings: Settings): string | undefined {
  const { rows } = host.stdout;
  if (!host.stdout.isTTY || !host.stdin.isTTY || rows === undefined || !settings.input.value) return undefined;
  if (settings.format.value !== 'text' && settings.format.value !== 'md') return undefined;
  const pager = (host.env['PAGER'] ?? 'less').trim();
  if (pager === '' || pager === 'cat') return undefined;
  return text.split('\n').length > rows ? pager : undefined;
}
