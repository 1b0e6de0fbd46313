// Breaks source files on purpose, one place at a time, in a copy of the project, and says which breaks no test notices.
// npm run mutants -- PATHS (or FILE:LINE) [--some N] [--seed N] [--tests PATHS] [--all]
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededChance } from '../../src/domain/chance.ts';
import { warmCompiler } from './compiles.ts';
import { reachedFrom } from './imports.ts';
import { Keeper } from './keeper.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many of a path's mutants are tried, drawn by a seed; all if not said. */
    some: { type: 'string' },
    /** Another seed draws another sample. */
    seed: { type: 'string', default: '1' },
    /** Where tests are looked for that reach the broken file by their imports. */
    tests: { type: 'string', multiple: true, default: ['test/domain', 'test/store', 'test/commands'] },
    /** Say also which test noticed each of the others. */
    all: { type: 'boolean', default: false },
  },
});
if (positionals.length === 0) {
  console.error('npm run mutants -- PATHS (or FILE:LINE) [--some N] [--seed N] [--tests PATHS] [--all]');
  process.exitCode = 2;
}

/** Broken off, it ends after the mutant at hand and says how far it came. */
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopped = true;
    process.exitCode = 130;
  });

const keeper = new Keeper();
const home = process.cwd();
const copy = mkdtempSync(join(tmpdir(), 'mentorctl-mutants-'));
process.on('exit', () => {
  keeper.end();
  process.chdir(home);
  rmSync(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
for (const part of readdirSync('.'))
  if (part === 'node_modules') symlinkSync(join(home, part), join(copy, part));
  else if (part !== '.git' && part !== 'coverage') cpSync(part, join(copy, part), { recursive: true });
process.chdir(copy);

const compiles = warmCompiler(filesIn('src'));
const tests = values.tests.flatMap(filesIn).filter((name) => name.endsWith('.test.ts'));
const reached = new Map(tests.map((test) => [test, reachedFrom(test)]));
/** How long each test file took unbroken, in ms. */
const took = new Map<string, number>();

for (const path of positionals) await room(path);
keeper.end();

async function room(path: string): Promise<void> {
  const [within = path, line] = path.split(':');
  const all = filesIn(within)
    .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')).map((mutant) => ({ file, mutant })))
    .filter(({ mutant }) => line === undefined || mutant.line === Number(line));
  const drawn = draw(all, values.some === undefined ? all.length : Number(values.some));
  if (!(await whole([...new Set(drawn.flatMap(({ file }) => testsOf(file)))]))) return;
  const tally = { noticed: 0, lives: 0, undecided: 0 };
  for (const { file, mutant } of drawn) {
    if (stopped) break;
    const { kind, by } = await fate(file, mutant);
    tally[kind]++;
    if (kind !== 'noticed' || values.all)
      console.log(`  ${kind} ${file}:${mutant.line}  ${short(mutant.from)} -> ${short(mutant.to)}  ${by}`);
  }
  const tried = tally.noticed + tally.lives + tally.undecided;
  const share = tried === 0 ? 100 : Math.floor((100 * tally.noticed) / tried);
  console.log(`${path}: ${tally.noticed} of ${tried} noticed (${share} %), of ${all.length} there are`);
  if (tally.undecided > 0) console.log(`  ${tally.undecided} undecided: the runner of the tests failed, not a test`);
}

/** Runs these tests unbroken; those that do not pass are said and left out, for with them every break would count as noticed. */
async function whole(paths: readonly string[]): Promise<boolean> {
  const answer = await keeper.ask(paths, 120_000);
  if (answer.kind === 'passed') {
    for (const [test, ms] of Object.entries(answer.took)) took.set(test, ms);
    return true;
  }
  const failed = answer.kind === 'failed' ? paths.find((path) => answer.test.startsWith(path)) : undefined;
  console.error(`unbroken, this does not pass: ${JSON.stringify(answer)}`);
  process.exitCode = 1;
  if (failed === undefined) return false;
  reached.delete(failed);
  return whole(paths.filter((path) => path !== failed));
}

interface Fate {
  readonly kind: 'noticed' | 'lives' | 'undecided';
  /** The test that noticed, or what happened instead. */
  readonly by: string;
}

async function fate(file: string, mutant: Mutant): Promise<Fate> {
  const order = testsOf(file);
  if (order.length === 0) return { kind: 'lives', by: 'no test reaches it' };
  const before = readFileSync(file, 'utf8');
  keeper.write(file, mutant.text);
  try {
    const answer = await keeper.ask(order, patience(order));
    if (answer.kind === 'passed') return { kind: 'lives', by: '' };
    if (answer.kind === 'failed') return { kind: 'noticed', by: answer.test };
    if (answer.kind === 'silent') return { kind: 'noticed', by: 'never ends' };
    return { kind: 'undecided', by: answer.why };
  } finally {
    keeper.write(file, before);
  }
}

/** Those that mirror the file first, then the others that reach it, the fast ones first. */
function testsOf(file: string): readonly string[] {
  const mirror = join('test', dirname(file).replace(/^src\/?/, '')) + '/';
  const place = (test: string): number => (test.startsWith(mirror) ? 0 : 1e9) + (took.get(test) ?? 0);
  return [...reached.keys()].filter((test) => reached.get(test)?.has(file)).sort((a, b) => place(a) - place(b));
}

/** Without a word for so long, in ms, a break goes round in a loop. */
function patience(order: readonly string[]): number {
  return Math.max(20_000, 5 * Math.max(...order.map((test) => took.get(test) ?? 0)));
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(path, name))
    .sort();
}

/** So many of those that the compiler takes. */
function draw(list: readonly { file: string; mutant: Mutant }[], count: number): typeof list {
  const chance = seededChance(Number(values.seed));
  const mixed = list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  const drawn: (typeof mixed)[number][] = [];
  for (const one of mixed) {
    if (drawn.length === count) break;
    if (compiles(one.file, one.mutant.text)) drawn.push(one);
  }
  return drawn;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
