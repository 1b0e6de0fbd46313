// If these fail, a long result scrolls away, or a script waits for a key.
import { describe, expect, it } from 'vitest';
import { pagerFor } from '../../src/cli/pager.ts';
import type { Host } from '../../src/cli/host.ts';
import type { Settings } from '../../src/cli/settings.ts';
import { emptyFolder } from '../fake-host.ts';

const long = 'a line\n'.repeat(50);

const host = (env: Record<string, string> = {}, { out = true, keyboard = true, rows = 24 } = {}): Host =>
  ({ stdin: { isTTY: keyboard }, stdout: { isTTY: out, rows: out ? rows : undefined }, env }) as unknown as Host;

const settings = (format = 'text', input = true): Settings =>
  ({ format: { value: format }, input: { value: input } }) as unknown as Settings;

describe('a text', () => {
  it('longer than the screen is paged, with the pager of the user', () => {
    expect(pagerFor(long, host(), settings())).toBe('less');
    expect(pagerFor(long, host({ PAGER: 'more -d' }), settings())).toBe('more -d');
    expect(pagerFor(long, host({}, { rows: 60 }), settings())).toBeUndefined();
  });

  it('is written straight where nobody can turn the page', () => {
    expect(pagerFor(long, host({}, { out: false }), settings())).toBeUndefined();
    expect(pagerFor(long, host({}, { keyboard: false }), settings())).toBeUndefined();
    expect(pagerFor(long, host(), settings('text', false))).toBeUndefined();
    expect(pagerFor(long, host(), settings('json'))).toBeUndefined();
  });

  it.each(['', 'cat'])('is written straight with PAGER="%s"', (pager) => {
    expect(pagerFor(long, host({ PAGER: pager }), settings())).toBeUndefined();
  });
});

describe('a result', () => {
  const shown: string[] = [];
  const paging = (works: boolean): Partial<Host> => {
    const stdout = {
      isTTY: true,
      columns: 80,
      rows: 2,
      write: (text: string | Uint8Array) => shown.push(`out:${String(text)}`),
    };
    return {
      stdin: { isTTY: true, bytes: () => Promise.resolve(new Uint8Array()) },
      stdout: stdout,
      page: (text) => {
        shown.push(`page:${text}`);
        return works;
      },
    };
  };

  it('goes to the pager, to the screen where there is none, and never there with -o', async () => {
    const folder = emptyFolder();
    await folder.run(['status'], { host: paging(true) });
    expect(shown.map((text) => text.slice(0, 5))).toEqual(['page:']);
    await folder.run(['status'], { host: paging(false) });
    expect(shown.map((text) => text.slice(0, 4))).toEqual(['page', 'page', 'out:']);
    await folder.run(['status', '-o', 'status.txt'], { host: paging(true) });
    expect(shown).toHaveLength(3);
  });
});
