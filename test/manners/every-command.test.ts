// If these fail, a command behaves otherwise than its neighbours: scripts and people who learned one are misled by the other.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';
import { all, aProgram, argvOf, asked, optionsOf, readyFor, shows } from './a-program.ts';

const teaching = new Set([
  // The surveys that come with the program need nobody.
  'export survey-form',
  'demo',
  'init',
  'import',
  'status',
  'program check',
  'program schema',
  'completion',
  'data check',
  'cohort add',
]);

/** Of every file of the folder. */
const bytes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

describe.each(all.filter((words) => !teaching.has(words)))('%s, where there is no program', (words) => {
  it('ends with 66 and makes nothing', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'other.yaml'), 'program: Other\n');
    const { code, stdout, stderr } = await folder.run(argvOf(words));
    expect(`${code} ${stdout}`, stderr).toBe('66 ');
    expect(readdirSync(folder.path).sort()).toEqual(['other.yaml']);
  });
});

describe.each(['status', 'program check'])('%s, where there is no program', (words) => {
  it('teaches and ends with 0', async () => {
    const { code, stdout } = await emptyFolder().run(words.split(' '));
    expect(code).toBe(0);
    expect(stdout).toContain('mentorctl import people.csv --cohort fall');
  });
});

it('status --fail-on ends with 66 where there is no program', async () => {
  expect((await emptyFolder().run(['status', '--fail-on', 'any'])).code).toBe(66);
});

describe.each(shows)('%s, of people to whom nothing has happened', (words) => {
  it('is a whole csv: its headings, and 0', async () => {
    const folder = await aProgram();
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--format', 'csv']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/\w/);
  });

  it('is a whole json with its schema', async () => {
    const folder = await aProgram();
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--json']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: expect.stringMatching(/^mentorctl\/[\w-]+@\d+$/) as string });
  });

  it('is the same bytes again', async () => {
    const folder = await aProgram();
    const first = await folder.run([...argvOf(words), '--json']);
    expect(await folder.run([...argvOf(words), '--json'])).toEqual(first);
  });
});

describe.each(all)('%s', (words) => {
  it('takes no option it does not know, and says what it may have meant', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await folder.run([...words.split(' '), '--no-such-word']);
    expect(`${code} ${stdout}`).toBe('2 ');
    expect(stderr).toMatch(new RegExp(`See mentorctl ${words} --help`));
  });

  it('says a failure as one line of json where json is asked for', async () => {
    const { code, stderr } = await emptyFolder().run([...words.split(' '), '--no-such-word', '--json']);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'usage' } });
  });

  it('has help with an example that begins with its own words', async () => {
    const { code, stdout } = await emptyFolder().run([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`  mentorctl ${words}`);
    expect(stdout).toMatch(/Examples?:/);
  });

  it('takes --cohort before it where it takes it behind', async () => {
    const { code, stderr } = await emptyFolder().run(['--cohort', 'fall', ...argvOf(words)]);
    if ((await optionsOf(words)).some(({ long }) => long === '--cohort'))
      expect(stderr).not.toContain('takes no --cohort');
    else expect(`${code} ${stderr}`).toMatch(/^2 .*takes no --cohort/s);
  });
});

describe('a dry run', () => {
  it.each(all)('of %s changes no byte and begins with Would', async (words) => {
    if (!(await optionsOf(words)).some(({ long }) => long === '--dry-run')) return;
    const folder = await readyFor(words);
    const was = bytes(folder.path);
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--dry-run']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(stdout).toMatch(/would|nothing new|nobody/i);
    expect(bytes(folder.path)).toEqual(was);
  });
});

it('has what every command is asked', () => {
  expect(Object.keys(asked).filter((words) => !all.includes(words))).toEqual([]);
});
