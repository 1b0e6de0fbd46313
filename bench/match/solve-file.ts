// One solver on one table in a cold process: `tsx solve-file.ts simd|plain|munkres FILE` prints a line of JSON.
import munkres from 'munkres';
import { BARRED, type ScoreTable } from '../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../src/domain/matching/solve/assignment.ts';
import { certify } from '../../src/domain/matching/solve/certificate.ts';
import { finish } from '../../src/domain/progress.ts';
import { readInstance } from './instance-file.ts';

/** Seconds of processor time since `start`, of all threads: what others do on the machine hardly counts. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function ours(table: ScoreTable, kernels: 'simd' | 'plain'): object {
  const start = process.cpuUsage();
  const { placed, total, ...rest } = finish(solveAssignment(table, undefined, kernels));
  const seconds = spent(start);
  const judged = process.cpuUsage();
  const { proved, faults } = certify(table, { placed, total, ...rest }, kernels === 'simd');
  const judging = spent(judged);
  if (!proved) throw new Error(`not proved: ${faults.join('; ')}`);
  return { placed, total, seconds, judging };
}

/** Seats as columns of their own; a barred pair costs more than all others together. */
function theirs({ mentees, mentors, scores, seats }: ScoreTable): object {
  const columns: number[] = [];
  for (let j = 0; j < mentors; j++) for (let s = seats[j]!; s > 0; s--) columns.push(j);
  const barred = 1001 * (mentees + 1);
  const cost = (score: number): number => (score === BARRED ? barred : 1000 - score);
  const costs = Array.from({ length: mentees }, (_, i) => columns.map((j) => cost(scores[i * mentors + j]!)));
  const start = process.cpuUsage();
  const pairs = munkres(costs);
  const seconds = spent(start);
  let [placed, total] = [0, 0];
  for (const [i, column] of pairs) {
    const score = scores[i * mentors + columns[column]!]!;
    if (score === BARRED) continue;
    placed++;
    total += score;
  }
  return { placed, total, seconds };
}

const [solver, path = ''] = process.argv.slice(2);
const table = readInstance(path);
const found = solver === 'simd' || solver === 'plain' ? ours(table, solver) : theirs(table);
console.log(JSON.stringify({ ...found, megabytes: process.resourceUsage().maxRSS / 1024 }));
