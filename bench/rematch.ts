// 2,000 standing pairs, 50 mentors leave: how many other pairs move under a rematch, a full re-run and greedy re-placing.
// Run by: npx tsx bench/rematch.ts
import { seededChance, type Chance } from '../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../src/domain/matching/solve/assignment.ts';
import { solveRematch } from '../src/domain/matching/rematch/rematch-assignment.ts';
import { certifyRematch } from '../src/domain/matching/rematch/rematch-certificate.ts';
import type { RematchTable } from '../src/domain/matching/rematch/rematch-types.ts';
import { finish } from '../src/domain/progress.ts';

const [menteeCount, mentorCount, leavers] = [2000, 700, 50];
/** Mentees who apply, so that 2,000 of them can be paired. */
const drawn = 2200;

/** How well mentee i and mentor j fit, 0..1000 or barred. */
type Fit = (chance: Chance) => (i: number, j: number) => number;

const families: Readonly<Record<string, Fit>> = {
  // Two free hours in common of a dozen are a must; topics and major score the rest.
  'answers to a form': (chance) => {
    const some = (share: number): number =>
      Array.from({ length: 12 }, (_, bit) => (chance() < share ? 1 << bit : 0)).reduce((set, bit) => set | bit, 0);
    const people = (n: number): { hours: number; major: number; topics: number }[] =>
      Array.from({ length: n }, () => ({
        hours: some(0.15 + 0.35 * chance()),
        major: Math.floor(chance() * 12),
        topics: some(0.3),
      }));
    const [mentees, mentors] = [people(drawn), people(mentorCount)];
    const shared = (a: number, b: number): number => (a & b).toString(2).split('1').length - 1;
    return (i, j) => {
      const [a, b] = [mentees[i]!, mentors[j]!];
      if (shared(a.hours, b.hours) < 2) return BARRED;
      return Math.min(1000, shared(a.topics, b.topics) * 150 + (a.major === b.major ? 400 : 0));
    };
  },
  // Each mentee may go to seven mentors or so: free seats are there, but often out of direct reach.
  'few allowed, 1 % of the mentors': (chance) => () => (chance() < 0.01 ? Math.floor(chance() * 1001) : BARRED),
  'any score, everybody allowed': (chance) => () => Math.floor(chance() * 1001),
  'everybody wants the same mentors': (chance) => {
    const fame = Array.from({ length: mentorCount }, () => chance() * 900);
    return (_, j) => Math.floor(fame[j]! + chance() * 100);
  },
};

/** Seats for a share of all mentees, at least one a mentor. */
function drawSeats(chance: Chance, perMentee: number): Int32Array {
  const seats = new Int32Array(mentorCount).fill(1);
  for (let open = perMentee * menteeCount - mentorCount; open > 0; open--) seats[Math.floor(chance() * mentorCount)]!++;
  return seats;
}

/** 2,000 pairs (fewer where the seats cannot be reached), the best for their number, and what is left of them when 50 mentors have gone. */
function build(fit: Fit, perMentee: number): { after: ScoreTable; standing: Int32Array } {
  const chance = seededChance(20261012);
  const score = fit(chance);
  const seats = drawSeats(chance, perMentee);
  const scores = Uint16Array.from({ length: drawn * mentorCount }, (_, k) =>
    score(Math.floor(k / mentorCount), k % mentorCount),
  );
  const whole = { mentees: drawn, mentors: mentorCount, scores, seats };
  const first = finish(solveAssignment(whole)).mentorOf;
  const paired = [...first.keys()].filter((i) => first[i]! >= 0).slice(0, menteeCount);
  const gone = new Set<number>();
  while (gone.size < leavers) gone.add(Math.floor(chance() * mentorCount));
  const after: ScoreTable = {
    mentees: paired.length,
    mentors: mentorCount,
    scores: Uint16Array.from(paired.flatMap((i) => [...scores.subarray(i * mentorCount, (i + 1) * mentorCount)])),
    seats: seats.map((n, j) => (gone.has(j) ? 0 : n)),
  };
  return { after, standing: Int32Array.from(paired, (i) => (gone.has(first[i]!) ? -1 : first[i]!)) };
}

/** The best pair first among those who wait and the seats that are free; nobody else is touched. */
function greedy({ mentees, mentors, scores, seats }: ScoreTable, standing: Int32Array): Int32Array {
  const mentorOf = Int32Array.from(standing);
  const left = Int32Array.from(seats);
  for (const j of standing) if (j >= 0) left[j]!--;
  const choices: { i: number; j: number; score: number }[] = [];
  for (let i = 0; i < mentees; i++) {
    if (mentorOf[i]! >= 0) continue;
    for (let j = 0; j < mentors; j++) {
      const score = scores[i * mentors + j]!;
      if (score !== BARRED && left[j]! > 0) choices.push({ i, j, score });
    }
  }
  for (const { i, j } of choices.sort((a, b) => b.score - a.score)) {
    if (mentorOf[i]! >= 0 || left[j] === 0) continue;
    mentorOf[i] = j;
    left[j]!--;
  }
  return mentorOf;
}

function row(name: string, table: RematchTable, mentorOf: Int32Array, ms: number, note = ''): string {
  const { mentors, scores, standing } = table;
  let [placed, moved, total] = [0, 0, 0];
  mentorOf.forEach((j, i) => {
    if (standing[i]! >= 0 && standing[i] !== j) moved++;
    if (j < 0) return;
    placed++;
    total += scores[i * mentors + j]!;
  });
  const cells = [String(placed), String(table.mentees - placed), String(moved), (total / placed / 10).toFixed(2)];
  return `  ${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join('')}${`${ms.toFixed(0)} ms`.padStart(12)}  ${note}`;
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

for (const [name, fit] of Object.entries(families)) {
  for (const perMentee of [1.25, 1.1]) {
    const { after, standing } = build(fit, perMentee);
    const table = { ...after, standing };
    const waiting = standing.filter((j) => j < 0).length;
    console.log(`\n${name}; ${perMentee} seats a mentee; ${waiting} of ${standing.length} without a mentor`);
    console.log(
      `  ${''.padEnd(22)}${['placed', 'left out', 'moved', 'mean fit', 'time'].map((word) => word.padStart(12)).join('')}`,
    );
    const ours = timed(() => finish(solveRematch(table)));
    const judged = timed(() => certifyRematch(table, ours.value));
    const proof = judged.value.proved ? `proved in ${judged.ms.toFixed(0)} ms` : 'NOT PROVED';
    console.log(row('rematch', table, ours.value.mentorOf, ours.ms, proof));
    const ten = timed(() => finish(solveRematch(table, 10)));
    const tenProof = certifyRematch(table, ten.value, 10).proved ? 'proved' : 'NOT PROVED';
    console.log(row('rematch --max-moves 10', table, ten.value.mentorOf, ten.ms, tenProof));
    const again = timed(() => finish(solveAssignment(after)));
    console.log(row('full re-run', table, again.value.mentorOf, again.ms));
    const quick = timed(() => greedy(after, standing));
    console.log(row('greedy re-placing', table, quick.value, quick.ms));
  }
}
