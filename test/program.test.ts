// If these fail, a cohort's name is taken for a command, or what stands before a command is overheard.
import { expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from './fake-host.ts';

const names = ['list', 'show', 'verify', 'help', 'match'] as const;

async function withCohorts(): Promise<Folder> {
  const folder = emptyFolder();
  for (const name of names) await folder.run(['cohort', 'add', name]);
  return folder;
}

function named({ stdout, stderr }: Ran): string[] {
  return names.filter((name) => `${stdout}${stderr}`.includes(` ${name}`));
}

it.each(names)('runs commands on a cohort called %s', async (name) => {
  const folder = await withCohorts();
  const lines = [
    ['match', '--cohort', name],
    ['match', 'list', '--cohort', name],
    ['match', '--cohort', name, 'list'],
    ['--cohort', name, 'match', 'list'],
    ['lottery', '--cohort', name, '--places', '3'],
    ['lottery', 'verify', '--cohort', name],
    ['rematch', '--cohort', name, '--yes'],
    ['pair', 'list', '--cohort', name],
    ['pair', '--cohort', name, 'list'],
  ];
  for (const line of lines) {
    const ran = await folder.run(line);
    expect(ran.stderr, line.join(' ')).not.toMatch(/unknown|does not know|there are several/);
    expect(ran.code, line.join(' ')).not.toBe(2);
    if (ran.code === 0 && line.includes('verify')) expect(named(ran)).toContain(name);
  }
});

it.each([
  [['--cohort', 'list', 'match', 'show', '4'], 'mentorctl match show takes no --cohort'],
  [['match', '--dry-run', 'list'], 'mentorctl match list takes no --dry-run'],
  [['lottery', '--places', '3', 'verify'], 'mentorctl lottery verify takes no --places'],
])('does not overhear %j', async (argv, message) => {
  const ran = await (await withCohorts()).run(argv);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(message);
});

it('takes the options that go with every command before and after each word', async () => {
  const folder = await withCohorts();
  const { stdout } = await folder.run(['cohort', 'list', '--format', 'csv']);
  for (const argv of [
    ['--format', 'csv', 'cohort', 'list'],
    ['cohort', '--format', 'csv', 'list'],
    ['--format', 'md', 'cohort', '--format', 'text', 'list', '--format=csv'],
  ])
    expect((await folder.run(argv)).stdout).toBe(stdout);
  const hint = (await folder.run(['cohort', 'list', '--formt', 'csv'])).stderr;
  expect(hint).toContain('Did you mean --format?');
});

it.each([
  [['help', 'match', 'list']],
  [['match', 'help', 'list']],
  [['match', 'list', '--help']],
  [['--json', 'help', 'match', 'list']],
])('shows the same help at %j', async (argv) => {
  const ran = await emptyFolder().run(argv);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('Usage: mentorctl match list [options]');
});
