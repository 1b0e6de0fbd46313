// Breaks source files on purpose, one place at a time, in a copy of the project, and says which breaks no test notices.
// npm run mutants -- PATHS [--some N] [--tests PATHS] [--then PATHS]
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededChance } from '../../src/domain/chance.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many of a path's mutants are tried, drawn by a fixed seed; all if not said. */
    some: { type: 'string' },
    /** Tests that are run; those that mirror the file if not said. */
    tests: { type: 'string', multiple: true },
    /** Tests that are run besides where those notice nothing. */
    then: { type: 'string', multiple: true, default: [] },
  },
});
if (positionals.length === 0) {
  console.error('npm run mutants -- PATHS [--some N] [--tests PATHS] [--then PATHS]');
  process.exitCode = 2;
}

/** Broken off, it ends after the mutant at hand and says how far it came. */
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopped = true;
    process.exitCode = 130;
  });

/** Longer than this and a mutant goes round in a loop: that is noticed, too. In ms. */
const longest = 120_000;

const copy = mkdtempSync(join(tmpdir(), 'mentorctl-mutants-'));
process.on('exit', () => {
  rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
for (const part of readdirSync('.'))
  if (part === 'node_modules') symlinkSync(join(process.cwd(), part), join(copy, part));
  else if (part !== '.git' && part !== 'coverage') cpSync(part, join(copy, part), { recursive: true });

for (const path of positionals) await room(path);

async function room(path: string): Promise<void> {
  const all = filesIn(path).flatMap((file) =>
    mutantsOf(file, readFileSync(file, 'utf8')).map((mutant) => ({ file, mutant })),
  );
  const drawn = values.some === undefined ? all : draw(all, Number(values.some));
  const tests = new Set([...drawn.flatMap(({ file }) => values.tests ?? testsOf(file)), ...values.then]);
  if (!(await pass([...tests]))) {
    console.error(`${path}: ${[...tests].join(', ')} fail as it is, so that every break would count as noticed`);
    process.exitCode = 1;
    return;
  }
  const lives: string[] = [];
  let tried = 0;
  for (const { file, mutant } of drawn) {
    if (stopped) break;
    const noticed = await isNoticed(file, mutant);
    tried++;
    if (noticed) continue;
    lives.push(`  ${file}:${mutant.line}  ${short(mutant.from)} -> ${short(mutant.to)}`);
    console.log(lives.at(-1));
  }
  const share = tried === 0 ? 100 : Math.floor((100 * (tried - lives.length)) / tried);
  console.log(`${path}: ${tried - lives.length} of ${tried} noticed (${share} %), of ${all.length} there are`);
}

async function isNoticed(file: string, mutant: Mutant): Promise<boolean> {
  const whole = readFileSync(file, 'utf8');
  writeFileSync(join(copy, file), mutant.text);
  try {
    if (!(await pass(values.tests ?? testsOf(file)))) return true;
    return values.then.length > 0 && !(await pass(values.then));
  } finally {
    writeFileSync(join(copy, file), whole);
  }
}

/** Whether the tests pass. */
function pass(tests: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', ...tests, '--bail=1', '--silent', '--maxWorkers=1'], {
      cwd: copy,
      stdio: 'ignore',
      detached: true,
    });
    const late = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, longest);
    child.on('close', (code) => {
      clearTimeout(late);
      resolve(code === 0);
    });
  });
}

/** The folder that mirrors the file's own, or the nearest one above. */
function testsOf(file: string): readonly string[] {
  let folder = join('test', dirname(file).replace(/^src\/?/, ''));
  while (!existsSync(folder)) folder = dirname(folder);
  return [folder];
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(path, name))
    .sort();
}

function draw<T>(list: readonly T[], count: number): T[] {
  const chance = seededChance(1);
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ one }) => one);
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
