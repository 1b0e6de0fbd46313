// How long the program takes to start, beside bare Node and beside the other commands a coordinator types all day.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('bin/mentorctl.js');
const rounds = 21;
const folder = mkdtempSync(join(tmpdir(), 'mentorctl-bench-'));
const lines: readonly (readonly string[])[] = [
  ['-e', '0'],
  [program, '--version'],
  [program, '--help'],
  [program, 'status'],
];

/** Median of whole-process times in milliseconds, the candidates taking turns so that noise falls on all alike. */
function medians(): number[] {
  const times = lines.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    lines.forEach((argv, index) => {
      const started = process.hrtime.bigint();
      const { status } = spawnSync(process.execPath, argv, { cwd: folder });
      if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${String(status)}`);
      times[index]?.push(Number(process.hrtime.bigint() - started) / 1e6);
    });
  }
  return times.map((each) => each.sort((a, b) => a - b)[(rounds - 1) / 2] ?? NaN);
}

const found = medians();
const [bare = NaN] = found;
console.log(`median of ${rounds} cold starts          ms  x bare node`);
found.forEach((ms, index) => {
  const name = (lines[index] ?? []).join(' ').replace(program, 'mentorctl').replace(/^-e 0/, 'node -e 0');
  console.log(`${name.padEnd(30)} ${ms.toFixed(0).padStart(6)}  ${(ms / bare).toFixed(2)}`);
});
rmSync(folder, { recursive: true });
