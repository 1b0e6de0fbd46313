// If these fail, a database is encrypted with a key that nobody meant, or its key can be read by others on the machine.
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/cli/ask.ts';
import { globalOptions } from '../../src/cli/global-options.ts';
import type { Host } from '../../src/cli/host.ts';
import { keySource, type Key } from '../../src/cli/key-source.ts';

function key(
  env: Record<string, string>,
  { command, typed = [], isNew = false }: { command?: string; typed?: string[]; isNew?: boolean } = {},
): Key {
  const host = { env, printedBy: (line: string) => (line === 'good' ? 'from the safe\r\nand more\n' : undefined) };
  const left = [...typed];
  const ask = { possible: typed.length > 0, secret: () => Promise.resolve(left.shift() ?? '') };
  return keySource(host as unknown as Host, ask as unknown as Asker, {
    variable: 'MENTORCTL_KEY',
    command: { value: command, origin: 'flag' },
    flag: '--key-command',
    question: 'The key:',
    isNew,
  });
}

describe('the key of a database', () => {
  it('comes from the environment, before a command, before a question', async () => {
    expect(await key({ MENTORCTL_KEY: ' kept as it is ' }, { command: 'good' }).read()).toBe(' kept as it is ');
    expect(await key({}, { command: 'good', typed: ['typed'] }).read()).toBe('from the safe');
    expect(await key({}, { typed: ['typed'] }).read()).toBe('typed');
  });

  it('is given only where it was said beforehand: what would have to be asked for encrypts nothing new', () => {
    expect(key({}, { typed: ['typed'] }).given).toBe(false);
    expect(key({ MENTORCTL_KEY: '' }).given).toBe(false);
    expect(key({}, { command: 'good' }).given).toBe(true);
  });

  it('is asked for once, however often it is wanted', async () => {
    const source = key({}, { typed: ['typed'] });
    expect([await source.read(), await source.read()]).toEqual(['typed', 'typed']);
  });

  it('is refused where it is empty, was typed in two ways, or nobody can say it', async () => {
    await expect(key({}, { typed: [''] }).read()).rejects.toMatchObject({ code: 'empty-key' });
    await expect(key({}, { typed: ['one', 'two'], isNew: true }).read()).rejects.toMatchObject({ code: 'keys-differ' });
    await expect(key({}).read()).rejects.toMatchObject({ code: 'needs-key' });
    await expect(key({}, { command: 'bad' }).read()).rejects.toMatchObject({ code: 'no-key-printed' });
  });

  it('cannot be said on the command line, which others on the machine can read', () => {
    const named = globalOptions().filter(({ long }) => /key|pass/.test(long ?? ''));
    expect(named.map(({ flags }) => flags)).toEqual(['--key-command <command>']);
  });
});
