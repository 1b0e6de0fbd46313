// The assignment at 1,000 to 20,000 mentees in four families, beside munkres, LEMON and SciPy: seconds, ratios, memory, cold.
// `npm run bench -- match`. Narrow it with SIZES=1000,5000 FAMILIES=attr,vertical SEATS=1.1 EACH=multi PEERS=lemon,scipy,sparse;
// LIMIT=60 is the most seconds for one solve, RUNS=3 takes the best of three of ours.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { families, instance } from './match/instances.ts';
import { writeInstance } from './match/instance-file.ts';

/** Processor time of the solve alone, all threads; reading the table and building a peer's model are not counted. */
interface Measured {
  readonly placed: number;
  readonly total: number;
  readonly seconds: number;
  readonly judging?: number;
  readonly megabytes: number;
}

/** A solver's answer, or in a word why there is none. */
type Outcome = Measured | string;

const list = (name: string, fallback: readonly string[]): readonly string[] =>
  process.env[name]?.split(',') ?? fallback;
const limit = Number(process.env['LIMIT'] ?? 60);
const runs = Number(process.env['RUNS'] ?? 1);
const folder = join(import.meta.dirname, 'match');
const scratch = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));

const tsx = [
  process.execPath,
  join(import.meta.dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs'),
  join(folder, 'solve-file.ts'),
];
const lemon = join(scratch, 'lemon');

/** How each solver is started; undefined, after a word on stderr, where it is not installed. */
const commands: Readonly<Record<string, () => readonly string[] | undefined>> = {
  simd: () => [...tsx, 'simd'],
  plain: () => [...tsx, 'plain'],
  munkres: () => [...tsx, 'munkres'],
  lemon: () => {
    const built = spawnSync('g++', ['-O3', '-march=native', '-o', lemon, join(folder, 'lemon.cpp')]);
    if (built.status === 0) return [lemon];
    absent('LEMON', 'a C++ compiler and liblemon-dev');
    return undefined;
  },
  scipy: () => bySciPy('scipy_solve.py'),
  sparse: () => bySciPy('scipy_sparse.py'),
};

/** `linear_sum_assignment`, which sees a dense table, or `min_weight_full_bipartite_matching`, which sees eligible pairs only. */
function bySciPy(script: string): readonly string[] | undefined {
  const found = spawnSync('python3', ['-c', 'import scipy.optimize']);
  if (found.status === 0) return ['python3', join(folder, script)];
  absent('SciPy', 'python3 with scipy');
  return undefined;
}

function absent(name: string, needs: string): void {
  console.error(`${name} is left out: it needs ${needs}.`);
}

function solve(command: readonly string[], file: string): Outcome {
  const [program = '', ...args] = command;
  const done = spawnSync(program, [...args, file], { encoding: 'utf8', timeout: (limit + 30) * 1000 });
  if (done.error !== undefined || done.signal !== null) return `> ${limit}`;
  if (done.status !== 0) return 'failed';
  const found = JSON.parse(done.stdout) as Measured;
  return found.seconds > limit ? `> ${limit}` : found;
}

function best(command: readonly string[], file: string): Outcome {
  const all = Array.from({ length: runs }, () => solve(command, file));
  return all.reduce((a, b) => (typeof a !== 'string' && typeof b !== 'string' && b.seconds < a.seconds ? b : a));
}

const chosen = ['simd', 'plain', ...list('PEERS', ['munkres', 'lemon', 'scipy', 'sparse'])];
const solvers = chosen.flatMap((name) => {
  const command = commands[name]?.();
  return command === undefined ? [] : [{ name, command }];
});
const peers = solvers.filter(({ name }) => name !== 'simd' && name !== 'plain').map(({ name }) => name);
const heads = ['ours', 'plain', 'judge', 'MB', ...peers.flatMap((name) => [name, 'times'])];
const line = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}`;
console.log(`Seconds of processor time for the solve alone, cold; load ${loadavg()[0]!.toFixed(1)} at the start.`);
console.log(line('family mentees seats each', [...heads, 'placed']));

const wrong: string[] = [];
/** Peers that ran out of time in a family and shape are not asked again at a larger size. */
const gaveUp = new Set<string>();
try {
  for (const mentees of list('SIZES', ['1000', '5000', '10000', '20000']).map(Number)) {
    for (const family of list('FAMILIES', Object.keys(families))) {
      for (const perMentee of list('SEATS', ['1.1', '0.8']).map(Number)) {
        for (const each of list('EACH', ['multi', 'one'])) {
          const file = join(scratch, 'table.bin');
          const table = instance({ family, mentees, perMentee, capacity: each === 'one' ? 'one' : 'multi' });
          writeInstance(file, table);
          const shape = `${family} ${perMentee} ${each}`;
          const found = new Map<string, Outcome>();
          for (const { name, command } of solvers) {
            const own = name === 'simd' || name === 'plain';
            if (!own && gaveUp.has(`${name} ${shape}`)) {
              found.set(name, 'not run');
              continue;
            }
            const outcome = own ? best(command, file) : solve(command, file);
            found.set(name, outcome);
            if (typeof outcome === 'string') gaveUp.add(`${name} ${shape}`);
          }
          console.log(line(`${family} ${mentees} ${perMentee} ${each}`, row(found, `${shape} ${mentees}`)));
        }
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(`Load ${loadavg()[0]!.toFixed(1)} at the end.`);
if (wrong.length > 0) throw new Error(`totals differ: ${wrong.join(', ')}`);

function row(found: ReadonlyMap<string, Outcome>, name: string): string[] {
  const [mine = 'failed', plain = 'failed'] = [found.get('simd'), found.get('plain')];
  if (typeof mine === 'string') return [mine];
  const seconds = (outcome: Outcome): string => (typeof outcome === 'string' ? outcome : outcome.seconds.toFixed(2));
  for (const [solver, outcome] of found) {
    if (typeof outcome === 'string') continue;
    if (outcome.placed !== mine.placed || outcome.total !== mine.total) wrong.push(`${solver} on ${name}`);
  }
  const others = peers.flatMap((peer) => {
    const outcome = found.get(peer) ?? 'failed';
    return [seconds(outcome), typeof outcome === 'string' ? '' : (outcome.seconds / mine.seconds).toFixed(1)];
  });
  const judging = (mine.judging ?? 0).toFixed(2);
  return [seconds(mine), seconds(plain), judging, mine.megabytes.toFixed(0), ...others, String(mine.placed)];
}
