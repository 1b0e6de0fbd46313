// The assignment at 1,000 to 20,000 mentees in four families, beside npm munkres: seconds, ratio and peak memory, cold.
// `npm run bench -- match`; SIZES=1000,5000, FAMILIES=attr,vertical, PEER_MOST=1000 and LIMIT=60 (seconds) narrow it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import munkres from 'munkres';
import { seededChance, type Chance } from '../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../src/domain/matching/assignment.ts';
import { certify } from '../src/domain/matching/certificate.ts';
import { finish } from '../src/domain/progress.ts';

const sizes = (process.env['SIZES'] ?? '1000,5000,10000,20000').split(',').map(Number);
const peerMost = Number(process.env['PEER_MOST'] ?? 1000);
const limit = Number(process.env['LIMIT'] ?? 60);

interface Measured {
  readonly placed: number;
  readonly total: number;
  readonly seconds: number;
  /** Seconds the judge took; 0 for a peer. */
  readonly judging: number;
  readonly megabytes: number;
}

/** How well mentee i and mentor j fit, 0..1000 or barred. */
type Fit = (chance: Chance, mentees: number, mentors: number) => (i: number, j: number) => number;

const families: Readonly<Record<string, Fit>> = {
  // Answers to a form: same campus and an hour in common are a must (some 8 % of pairs), interests and subject score.
  attr: (chance, mentees, mentors) => {
    const bits = (share: number): number => {
      let set = 0;
      for (let bit = 0; bit < 30; bit++) if (chance() < share) set |= 1 << bit;
      return set;
    };
    const people = (
      count: number,
    ): {
      campus: number;
      hours: number;
      subject: number;
      interests: number;
    }[] =>
      Array.from({ length: count }, () => ({
        campus: Math.floor(5 * chance() ** 1.5),
        hours: bits(0.13),
        subject: Math.floor(20 * chance() ** 2),
        interests: bits(0.2),
      }));
    const [a, b] = [people(mentees), people(mentors)];
    return (i, j) => {
      const [mentee, mentor] = [a[i]!, b[j]!];
      if (mentee.campus !== mentor.campus || (mentee.hours & mentor.hours) === 0) return BARRED;
      const overlap = ones(mentee.interests & mentor.interests) / Math.max(1, ones(mentee.interests));
      return Math.round(700 * overlap) + (mentee.subject === mentor.subject ? 300 : 0);
    };
  },
  uniform: (chance) => () => Math.floor(1001 * chance()),
  // Everybody wants the same mentors.
  vertical: (chance, mentees, mentors) => {
    const fame = Array.from({ length: mentors }, () => chance());
    const trust = Array.from({ length: mentees }, () => 0.5 + 0.5 * chance());
    return (i, j) => Math.round(600 * fame[j]! * trust[i]! + 400 * chance());
  },
  // Tastes close together in six dimensions.
  lowrank: (chance, mentees, mentors) => {
    const points = (count: number): Float64Array => Float64Array.from({ length: 6 * count }, () => chance());
    const [a, b] = [points(mentees), points(mentors)];
    return (i, j) => {
      let square = 0;
      for (let k = 0; k < 6; k++) square += (a[6 * i + k]! - b[6 * j + k]!) ** 2;
      return Math.max(0, Math.round(1000 - 1000 * Math.sqrt(square / 6)));
    };
  },
};

function ones(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function build(family: string, mentees: number, perMentee: number, capacity: string): ScoreTable {
  const chance = seededChance(20260914);
  const wanted = Math.round(mentees * perMentee);
  const seats: number[] = [];
  for (let left = wanted; left > 0; left -= seats.at(-1)!)
    seats.push(capacity === 'one' ? 1 : Math.min(left, 1 + Math.floor(5 * chance())));
  const mentors = seats.length;
  const fit = families[family]!(chance, mentees, mentors);
  const scores = new Uint16Array(mentees * mentors);
  for (let i = 0; i < mentees; i++) for (let j = 0; j < mentors; j++) scores[i * mentors + j] = fit(i, j);
  return { mentees, mentors, scores, seats: Int32Array.from(seats) };
}

function ours(table: ScoreTable): Omit<Measured, 'megabytes'> {
  const start = performance.now();
  const found = finish(solveAssignment(table));
  const solved = performance.now();
  const { proved, faults } = certify(table, found);
  if (!proved) throw new Error(`not proved: ${faults.join('; ')}`);
  const judging = (performance.now() - solved) / 1000;
  return {
    placed: found.placed,
    total: found.total,
    seconds: (solved - start) / 1000,
    judging,
  };
}

/** Seats as columns of their own; a barred pair costs more than all others together. */
function theirs({ mentees, mentors, scores, seats }: ScoreTable): Omit<Measured, 'megabytes'> {
  const columns: number[] = [];
  for (let j = 0; j < mentors; j++) for (let s = seats[j]!; s > 0; s--) columns.push(j);
  const barred = 1001 * (mentees + 1);
  const cost = (score: number): number => (score === BARRED ? barred : 1000 - score);
  const costs = Array.from({ length: mentees }, (_, i) => columns.map((j) => cost(scores[i * mentors + j]!)));
  const start = performance.now();
  const pairs = munkres(costs);
  const seconds = (performance.now() - start) / 1000;
  let [placed, total] = [0, 0];
  for (const [i, column] of pairs) {
    const score = scores[i * mentors + columns[column]!]!;
    if (score === BARRED) continue;
    placed++;
    total += score;
  }
  return { placed, total, seconds, judging: 0 };
}

/** One cold process; undefined when it did not end in time. */
function measure(solver: string, args: readonly string[]): Measured | undefined {
  const tsx = join(import.meta.dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const done = spawnSync(process.execPath, [tsx, import.meta.filename, solver, ...args], {
    encoding: 'utf8',
    timeout: (limit + 30) * 1000,
  });
  if (done.error !== undefined || done.signal !== null) return undefined;
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as Measured;
}

function row(name: string, mine: Measured | undefined, peer: Measured | string | undefined): string {
  const cell = (text: string): string => text.padStart(10);
  if (mine === undefined) return `${name.padEnd(34)}${cell(`> ${limit}`)}`;
  const own = [mine.seconds.toFixed(2), mine.judging.toFixed(2), mine.megabytes.toFixed(0), String(mine.placed)];
  const other =
    peer === undefined
      ? [`> ${limit}`, `> ${(limit / mine.seconds).toFixed(0)}`, '']
      : typeof peer === 'string'
        ? [peer, '', '']
        : [
            peer.seconds.toFixed(2),
            (peer.seconds / mine.seconds).toFixed(1),
            peer.placed === mine.placed && peer.total === mine.total ? 'agrees' : 'DIFFERS',
          ];
  return `${name.padEnd(34)}${[...own, ...other].map(cell).join('')}`;
}

const [solver, family, mentees, perMentee, capacity] = process.argv.slice(2);
if (solver === 'ours' || solver === 'munkres') {
  const table = build(family!, Number(mentees), Number(perMentee), capacity!);
  const found = solver === 'ours' ? ours(table) : theirs(table);
  console.log(
    JSON.stringify({
      ...found,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  );
} else {
  const heads = ['ours, s', 'judge, s', 'peak MB', 'placed', 'munkres, s', 'ratio', 'totals'];
  console.log(`${'family, mentees, seats, capacity'.padEnd(34)}${heads.map((head) => head.padStart(10)).join('')}`);
  const chosen = process.env['FAMILIES']?.split(',') ?? Object.keys(families);
  let differing = 0;
  for (const size of sizes) {
    for (const name of chosen) {
      for (const seats of ['1.1', '0.8']) {
        for (const each of ['multi', 'one']) {
          const args = [name, String(size), seats, each];
          const mine = measure('ours', args);
          const peer = size > peerMost ? 'not run' : measure('munkres', args);
          const line = row(args.join(' '), mine, peer);
          if (line.endsWith('DIFFERS')) differing++;
          console.log(line);
        }
      }
    }
  }
  if (differing > 0) throw new Error(`${differing} totals differ`);
}
