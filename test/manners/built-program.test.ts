// If these fail, the program misbehaves where tests in process cannot see it: in pipes, without a terminal, when it is killed.
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const program = resolve('bin/mentorctl.js');

beforeAll(() => {
  if (!existsSync('dist/main.js')) throw new Error('not built: run npm run build first');
});

interface Options {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly input?: string;
}

function mentorctl(argv: readonly string[], { cwd, env = {}, input = '' }: Options): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, MENTORCTL_TODAY: '2026-11-02', ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 26,
  });
}

/** A folder with a program of `count` mentees, named so that a raw control character would show. */
function programFolder(count = 40): string {
  const { path } = emptyFolder();
  const rows = Array.from({ length: count }, (_, index) =>
    index % 4 === 0
      ? `${10000 + index},p${index}@example.org,Mentor \u001b[31m${index},mentor,3,"exams, housing"`
      : `${10000 + index},p${index}@example.org,Mentee ${index},mentee,,exams`,
  );
  writeFileSync(
    join(path, 'people.csv'),
    `Student ID,E-mail,Full name,Role,How many mentees?,Topics\n${rows.join('\n')}\n`,
  );
  return path;
}

describe('streams', () => {
  it('keeps stdout for the result and stderr for the rest', () => {
    const cwd = programFolder();
    const imported = mentorctl(['import', 'people.csv', '--cohort', 'fall', '--json'], { cwd });
    expect(imported.status, imported.stderr).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ schema: 'mentorctl/import@1' });
    const matched = mentorctl(['match', '--json', '--quiet'], { cwd });
    expect(JSON.parse(matched.stdout)).toMatchObject({ schema: 'mentorctl/run@1' });
    expect(matched.stderr).toBe('');
  });

  it('writes every byte into a slow pipe', () => {
    const cwd = programFolder(6000);
    expect(mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd }).status).toBe(0);
    const line = `'${process.execPath}' '${program}' person list --json | (sleep 1; wc -c)`;
    const slow = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    const direct = mentorctl(['person', 'list', '--json'], { cwd });
    expect(Number(slow.stdout)).toBe(Buffer.byteLength(direct.stdout));
    expect(Number(slow.stdout)).toBeGreaterThan(65_536 * 4);
  });

  it('is silent when the reader goes away', () => {
    const cwd = programFolder(6000);
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    const line = `'${process.execPath}' '${program}' person list --json | head -n 1`;
    const headed = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    expect(headed.stdout).toBe('{\n');
    expect(headed.stderr).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('fails with 73 and one sentence where the disk is full', () => {
    const cwd = programFolder();
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    const line = `'${process.execPath}' '${program}' person list > /dev/full`;
    const full = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    expect(full.stderr).toBe('mentorctl: the result could not be written: the disk is full\n');
    expect(full.status).toBe(73);
    const changing = `'${process.execPath}' '${program}' cohort add spring > /dev/full`;
    const kept = spawnSync('sh', ['-c', changing], { cwd, encoding: 'utf8' });
    expect(kept.stderr).toContain('the disk is full. The change was made and is kept: see mentorctl data log');
  });

  it('works with standard input closed', () => {
    const cwd = programFolder();
    const line = `'${process.execPath}' '${program}' import people.csv --cohort fall <&-`;
    const closed = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' });
    expect(closed.status, closed.stderr).toBe(0);
  });

  it('fails with 2 and names the flag where a question finds no terminal', () => {
    const cwd = programFolder();
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    const ran = mentorctl(['pair', 'accept'], { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/--all/);
  });
});

describe('what is printed', () => {
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/; // eslint-disable-line no-control-regex -- the very thing sought

  it('holds no raw control character, whatever the data hold', () => {
    const cwd = programFolder();
    const imported = mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    const listed = mentorctl(['person', 'list'], { cwd });
    const matched = mentorctl(['match'], { cwd });
    for (const { stdout, stderr } of [imported, listed, matched]) {
      expect(`${stdout}${stderr}`).not.toMatch(control);
    }
    expect(listed.stdout).toContain('Mentor');
  });

  it('has colour only where it is wanted', () => {
    const cwd = programFolder();
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    const plain = mentorctl(['match', '--dry-run'], { cwd, env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain('\u001b');
    const coloured = mentorctl(['match', '--dry-run', '--color', 'always'], { cwd });
    expect(coloured.stdout).toContain('\u001b[');
    // eslint-disable-next-line no-control-regex -- colour is what is taken away
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });

  it('is a whole document when there is nothing', () => {
    const cwd = emptyFolder().path;
    const json = mentorctl(['status', '--json'], { cwd });
    expect(json.status).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'mentorctl/status@1', items: [] });
    const list = programFolder();
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd: list });
    const csv = mentorctl(['pair', 'list', '--format', 'csv'], { cwd: list });
    expect(csv.status).toBe(0);
    expect(csv.stdout.trim().split('\n')).toHaveLength(1);
  });
});

describe('the state', () => {
  it('is untouched by a dry run, which says what would be', () => {
    const cwd = programFolder();
    const dry = mentorctl(['import', 'people.csv', '--cohort', 'fall', '--dry-run'], { cwd });
    expect(dry.status, dry.stderr).toBe(0);
    expect(dry.stdout).toMatch(/^Would/m);
    expect(readdirSync(cwd)).toEqual(['people.csv']);
  });

  it('is private', () => {
    const cwd = programFolder();
    mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd });
    mentorctl(['person', 'list', '-o', 'people.txt'], { cwd });
    expect(statSync(join(cwd, 'mentorctl.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(cwd, 'people.txt')).mode & 0o777).toBe(0o600);
  });

  it('is the old one or the new one after kill -9 at any moment', async () => {
    const cwd = programFolder(20_000);
    copyFileSync(join(cwd, 'people.csv'), join(cwd, 'all.csv'));
    writeFileSync(join(cwd, 'people.csv'), 'Student ID,E-mail,Full name,Role\n1,one@example.org,One One,mentee\n');
    expect(mentorctl(['import', 'people.csv', '--cohort', 'fall'], { cwd }).status).toBe(0);
    const seen = new Set<number>();
    for (const delay of [150, 300, 450, 600, 800]) {
      await new Promise<void>((done) => {
        const child = spawn(process.execPath, [program, 'import', 'all.csv', '--cohort', 'fall'], { cwd });
        setTimeout(() => child.kill('SIGKILL'), delay);
        child.on('close', () => {
          done();
        });
      });
      const { items } = JSON.parse(mentorctl(['person', 'list', '--json'], { cwd }).stdout) as { items: unknown[] };
      seen.add(items.length);
      expect([1, 20_001]).toContain(items.length);
      expect(mentorctl(['data', 'check'], { cwd }).status).toBe(0);
    }
    expect(seen.has(1)).toBe(true);
  });
});

/** A loader hook that writes each module's address to stderr. */
const hook = 'export async function load(u,c,n){process.stderr.write(u+String.fromCharCode(10));return n(u,c)}';
const sayingWhatLoads = `data:text/javascript,import{register}from"node:module";register("data:text/javascript,${hook}")`;

describe('start-up', () => {
  it('loads neither kysely nor inquirer nor zod for --version and --help', () => {
    for (const flag of ['--version', '--help']) {
      const ran = spawnSync(process.execPath, ['--import', sayingWhatLoads, program, flag], { encoding: 'utf8' });
      expect(ran.status).toBe(0);
      expect(ran.stderr).toContain('commander');
      expect(ran.stderr).not.toMatch(/node_modules\/(kysely|better-sqlite3|inquirer|@inquirer|zod|yaml|csv-parse)\//);
    }
  });
});
