// If these fail, a command leaks colour, control signs or remarks into what others read, waits for an answer nobody gives, or reads a day its own way.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';
import { all, argvOf, optionsOf, readyFor, shows } from './a-program.ts';

// eslint-disable-next-line no-control-regex -- the very thing sought: all but the line's end, and what changes the direction of reading
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What they write is no report, is one file in a format of its own, or takes seconds each time. */
const ownOutput = new Set(['completion', 'program schema', 'demo']);

describe.each(all)('%s', (words) => {
  it('has no colour for a pipe, none under NO_COLOR, and carries no meaning in it', async () => {
    const piped = await (await readyFor(words)).run(argvOf(words));
    const plain = await (await readyFor(words)).run(argvOf(words), { columns: 100, env: { NO_COLOR: '1' } });
    expect(`${piped.stdout}${piped.stderr}${plain.stdout}`).not.toContain('\u001b');
    // A moving line of progress wipes itself from a terminal, which is no colour.
    expect(plain.stderr.replaceAll('\u001b[K', '')).not.toContain('\u001b');
    // A place and a setting of their own are what it says.
    if (ownOutput.has(words) || words === 'data check') return;
    const coloured = await (await readyFor(words)).run([...argvOf(words), '--color', 'always'], { columns: 100 });
    // eslint-disable-next-line no-control-regex -- colour is what is taken away
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });

  it('without a terminal and without its words it ends, and says how to answer', async () => {
    const folder = await readyFor(words);
    const { code, stderr } = await folder.run(words.split(' '));
    // 73: there is something already that is not written over.
    expect([0, 1, 2, 65, 66, 73]).toContain(code);
    if (code === 2) expect(stderr.trim().split('\n').length, stderr).toBeGreaterThan(1);
  });

  it('writes with -o what it would show, and nothing besides', async () => {
    if (ownOutput.has(words) || words === 'data check') return;
    const [one, other] = [await readyFor(words), await readyFor(words)];
    const shown = await one.run([...argvOf(words), '--json', '--quiet']);
    if (shown.code !== 0) return;
    const written = await other.run([...argvOf(words), '--json', '--quiet', '-o', 'result.json']);
    expect([written.code, written.stdout], written.stderr).toEqual([0, '']);
    expect(readFileSync(join(other.path, 'result.json'), 'utf8')).toBe(shown.stdout);
  });
});

/** People whose names would ring, colour and turn round a terminal. */
async function hostile(): Promise<Folder> {
  const folder = emptyFolder();
  const names = ['Ana \u001b[31mSilva', 'Bo\u0007 Berg', 'Cy \u202eeloC', 'Di\u009b31m Dale'];
  const rows = names.map(
    (name, at) =>
      `${at < 2 ? 'S' : 'M'}${at},p${at}@example.org,${name},${at < 2 ? 'mentee' : 'mentor'},,Nor\u001b]0;th`,
  );
  writeFileSync(
    join(folder.path, 'people.csv'),
    `Student ID,E-mail,Full name,Role,How many mentees?,Campus\n${rows.join('\n')}\n`,
  );
  for (const line of [
    'import people.csv --cohort fall',
    'match',
    'pair accept --all',
    'record meeting --mentee S0 --topic \u001b[1mx',
  ])
    expect((await folder.run(line.split(' '))).code).toBe(0);
  return folder;
}

it.each(shows)('no control or direction sign of anybody’s reaches a terminal from %s, in any format', async (words) => {
  const folder = await hostile();
  const argv = argvOf(words).map((word) => (word === 'S1' ? 'S0' : word));
  for (const format of ['text', 'csv', 'json', 'md']) {
    const { stdout, stderr } = await folder.run([...argv, '--format', format], {
      columns: 100,
      env: { NO_COLOR: '1' },
    });
    expect(`${stdout}${stderr}`, format).not.toMatch(raw);
  }
});

describe('a day', () => {
  const said = ['2026-10-30', '30 Oct 2026', '30 October 2026', 'Oct 30, 2026'];

  it('is read alike by every option that takes one', async () => {
    let options = 0;
    for (const words of all)
      for (const option of await optionsOf(words)) {
        if (!/<(?:day|date)>/.test(option.flags)) continue;
        options++;
        const { parseArg } = option as { readonly parseArg?: (text: string, before: unknown) => string };
        const read = (text: string): string | undefined => parseArg?.(text, undefined);
        const where = `${words} ${option.flags}`;
        for (const text of said) expect(read(text), `${where} ${text}`).toBe('2026-10-30');
        expect(read('yesterday'), where).toBe('2026-11-01');
        expect(() => {
          read('2026-02-30');
        }, where).toThrow('there is no such day');
        expect(() => {
          read('soon');
        }, where).toThrow('"soon"');
      }
    expect(options).toBeGreaterThan(12);
  });
});
