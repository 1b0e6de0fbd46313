// A command of the built program as a whole: a cold process from its start to the printed page.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `clock` and `cpu` in seconds, `cpu` of all threads, program and system; `megabytes` at most. */
export interface Taken {
  readonly clock: number;
  readonly cpu: number;
  readonly megabytes: number;
  readonly printed: string;
}

/** Cold processes in `place`: the round that took the least processor time. Throws with what it said when the command fails. */
export function takeTime(place: string, argv: readonly string[], rounds: number): Taken {
  const rest = ['-f', '%e %U %S %M', process.execPath, resolve('bin/mentorctl.js'), ...argv];
  const all = Array.from({ length: rounds }, (): Taken => {
    const timed = spawnSync('/usr/bin/time', rest, { cwd: place, encoding: 'utf8', maxBuffer: 2 ** 30 });
    const found = /([\d.]+) ([\d.]+) ([\d.]+) (\d+)\s*$/.exec(timed.stderr);
    if (timed.status !== 0 || found === null) throw new Error(`${argv.join(' ')}: ${timed.stderr}`);
    const [clock = NaN, user = NaN, system = NaN, kilobytes = NaN] = found.slice(1).map(Number);
    return { clock, cpu: user + system, megabytes: kilobytes / 1024, printed: timed.stdout };
  });
  return all.reduce((best, each) => (each.cpu < best.cpu ? each : best));
}

/** What a command took, as a line of a table. */
export function takenLine(what: string, { clock, cpu, megabytes }: Taken): string {
  return `  ${what.padEnd(44)}${clock.toFixed(2).padStart(8)} s${cpu.toFixed(2).padStart(8)} s CPU${megabytes.toFixed(0).padStart(8)} MB at most`;
}
