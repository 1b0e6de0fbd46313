// If these fail, a coordinator is told a wrong reason: people who do not compete, places that would not help, a price that is not one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { solveAssignment } from '../../../src/domain/matching/solve/assignment.ts';
import { bonusesOf } from '../../../src/domain/matching/scoring/bonuses.ts';
import { noFavours, type Run, type RunInput } from '../../../src/domain/matching/run.ts';
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { hallSets } from '../../../src/domain/matching/reasons/hall-sets.ts';
import { bitsWhere } from '../../../src/domain/matching/scoring/bits.ts';
import { mostPlaced } from '../../../src/domain/matching/reasons/most-placed.ts';
import { openColumns } from '../../../src/domain/matching/scoring/open-columns.ts';
import { proposeRun } from '../../../src/domain/matching/runs/propose-run.ts';
import { runTable } from '../../../src/domain/matching/scoring/run-table.ts';
import { ruleKind } from '../../../src/domain/matching/scoring/rule-kinds.ts';
import { finish } from '../../../src/domain/progress.ts';
import type { Program } from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import { drawTable, table } from './score-tables.ts';

const columnsOpenTo = ({ mentors, scores, seats }: ScoreTable, i: number): number[] =>
  [...seats.keys()].filter((j) => seats[j]! > 0 && scores[i * mentors + j] !== BARRED);

/** Everything one person left out reaches by chains of moves: the plain search, one person at a time. */
function reachedFrom(given: ScoreTable, mentorOf: Int32Array, start: number): number[] {
  const reached = new Set<number>();
  const queue = [start];
  for (const i of queue)
    for (const j of columnsOpenTo(given, i)) {
      if (reached.has(j)) continue;
      reached.add(j);
      mentorOf.forEach((at, other) => {
        if (at === j) queue.push(other);
      });
    }
  return [...reached].sort((a, b) => a - b);
}

describe('hallSets', () => {
  it('finds for everybody left out what a search from them alone finds, and sets that cannot hold their people', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const given = drawTable(seed, 9);
        const { mentorOf } = finish(solveAssignment(given));
        const { sets, setOf, loose } = hallSets(openColumns(given), mentorOf);
        expect(loose.size).toBe(0);
        mentorOf.forEach((at, i) => {
          if (at >= 0) return;
          const reached = reachedFrom(given, mentorOf, i);
          const set = sets[setOf.get(i) ?? -1];
          expect(set?.columns ?? []).toEqual(reached);
          seen += reached.length > 1 ? 1 : 0;
        });
        for (const { columns, rows, left, places } of sets) {
          for (const i of rows) for (const j of columnsOpenTo(given, i)) expect(columns).toContain(j);
          expect(rows.length - places).toBe(left.length);
          expect(left.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('says a smaller shortage by itself, beside the larger one that holds it', () => {
    // Rows 0-2 may go to column 0 alone; rows 3-5 to columns 0 and 1.
    const given = table(
      [
        [500, null],
        [400, null],
        [300, null],
        [600, 500],
        [500, 500],
        [100, 100],
      ],
      [1, 2],
    );
    const { sets } = hallSets(openColumns(given), finish(solveAssignment(given)).mentorOf);
    expect(sets.map(({ columns, rows, left }) => [columns.length, rows.length, left.length])).toEqual([
      [1, 3, 2],
      [2, 6, 3],
    ]);
  });

  it('tells apart who is left out by an answer that is not the best', () => {
    const given = table([[500], [400]], [2]);
    expect([...hallSets(openColumns(given), Int32Array.from([0, -1])).loose]).toEqual([1]);
  });
});

describe('mostPlaced', () => {
  it('counts as many as the solver does, from any start, with rows replaced and mentors added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const given = drawTable(seed, 8);
        const chance = seededChance(seed);
        const openTo = Uint8Array.from({ length: given.mentees }, () => (chance() < 0.3 ? 1 : 0));
        const row = Uint8Array.from(given.seats, (seats) => (seats > 0 && chance() < 0.5 ? 1 : 0));
        const instead = new Map(given.mentees > 0 ? [[0, bitsWhere(given.mentors, (j) => row[j] === 1)] as const] : []);
        const width = given.mentors + 1;
        const whole: ScoreTable = {
          mentees: given.mentees,
          mentors: width,
          seats: Int32Array.from([...given.seats, 2]),
          scores: Uint16Array.from({ length: given.mentees * width }, (_, k) => {
            const [i, j] = [Math.floor(k / width), k % width];
            if (j === given.mentors) return openTo[i] === 1 ? 0 : BARRED;
            if (i === 0) return row[j] === 1 ? 0 : BARRED;
            return given.scores[i * given.mentors + j] === BARRED ? BARRED : 0;
          }),
        };
        const start = new Int32Array(given.mentees).fill(-1);
        const more = mostPlaced(openColumns(given), start, { instead, added: [{ places: 2, openTo }] });
        expect(more).toBe(finish(solveAssignment(whole)).placed);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

const options = { campus: ['north', 'south', 'west'], languages: ['English', 'French', 'Basque'] };
const program: Program = {
  ...standardProgram,
  fields: [
    { name: 'campus', type: 'category', options: options.campus, headings: [] },
    { name: 'languages', type: 'set', options: options.languages, headings: [] },
    { name: 'year', type: 'number', options: [], headings: [] },
  ],
  rules: [
    { kind: 'same', mentee: 'campus', mentor: 'campus' },
    { kind: 'share', mentee: 'languages', mentor: 'languages', least: 1 },
    { kind: 'gap', mentee: 'year', mentor: 'year', least: 1 },
  ],
  criteria: [
    { kind: 'overlap', mentee: 'languages', mentor: 'languages', importance: 'high' },
    { kind: 'closeness', mentee: 'year', mentor: 'year', importance: 'low', range: 4 },
  ],
};

function draw(seed: number): RunInput {
  const chance = seededChance(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)]!;
  const people = (n: number, mark: string, seats: () => number): Candidate[] =>
    Array.from({ length: n }, (_, at) => ({
      id: `${mark}${at}`,
      name: `${mark} ${at}`,
      seats: seats(),
      fields: {
        campus: one(options.campus),
        languages: options.languages.filter(() => chance() < 0.5),
        year: 1 + Math.floor(chance() * 4) + (mark === 'M' ? 1 : 0),
      },
    }));
  const mentees = people(14, 'S', () => 0);
  const mentors = people(7, 'M', () => Math.floor(chance() * 4));
  const favours = {
    leftOver: new Set(mentees.filter(() => chance() < 0.2).map(({ id }) => id)),
    previous: new Map([['S1', new Set(['M1', 'M2'])]]),
  };
  return { mentees, mentors, pins: [], blocks: new Map(), seed, favours };
}

const placed = (input: RunInput, by: Program = program): number => finish(proposeRun(input, by)).objective.placed;
const seeds = Array.from({ length: 40 }, (_, n) => n);
const runs = seeds.map((seed): { input: RunInput; run: Run } => {
  const input = draw(seed);
  return { input, run: finish(proposeRun(input, program)) };
});

describe('what a run says would help', () => {
  it('places exactly as many more as the listed places do, and no fewer of them do', () => {
    let listed = 0;
    for (const { input, run } of runs) {
      const recruits: Candidate[] = [];
      let before = run.objective.placed;
      for (const { kind, alone, more } of run.reasons?.shortage ?? []) {
        const mentor = (seats: number): Candidate => ({ id: `R${recruits.length}`, name: 'new', seats, fields: kind });
        const withThem = (seats: number, others = recruits): RunInput => ({
          ...input,
          mentors: [...input.mentors, ...others, mentor(seats)],
        });
        expect(placed(withThem(more))).toBe(before + more);
        expect(placed(withThem(more - 1))).toBe(before + more - 1);
        expect(placed(withThem(20))).toBe(before + more);
        expect(placed(withThem(20, []))).toBe(run.objective.placed + alone);
        recruits.push(mentor(more));
        before += more;
        listed++;
      }
    }
    expect(listed).toBeGreaterThan(40);
  });

  it('finds that everybody can be placed where one who could be recruited is all that is missing', () => {
    for (const { run } of runs) {
      const needy = run.unmatched.filter(({ mentee }) => (mentee.fields['languages'] as string[]).length > 0);
      const more = (run.reasons?.shortage ?? []).reduce((sum, one) => sum + one.more, 0);
      if ((run.reasons?.shortage.length ?? 0) < 6) expect(more).toBe(needy.length);
    }
  });

  it('relaxes a rule for those left out only, and counts as a new solve does', () => {
    let counted = 0;
    for (const { input, run } of runs) {
      if (run.unmatched.length === 0) continue;
      const whole = finish(runTable(input, program));
      const left = new Set(run.unmatched.map(({ mentee }) => mentee.id));
      for (const rule of program.rules) {
        const loose = finish(runTable(input, { ...program, rules: program.rules.filter((one) => one !== rule) }));
        const { table: strict, rows, scoring } = whole;
        const scores = Uint16Array.from(strict.scores, (score, k) => {
          const row = Math.floor(k / strict.mentors);
          const open = left.has(scoring.mentees[rows[row]!]!.id) ? loose.table.scores[k]! : score;
          return open === BARRED ? BARRED : 0;
        });
        const more = finish(solveAssignment({ ...strict, scores })).placed - run.objective.placed;
        const words = ruleKind(rule.kind).words(rule);
        expect(run.reasons?.relaxed.find((one) => one.rule === words)?.places ?? 0).toBe(more);
        counted += more;
      }
    }
    expect(counted).toBeGreaterThan(20);
  });

  it('calls a mentor a bottleneck where one more place places one more, and only there', () => {
    let bottlenecks = 0;
    for (const { input, run } of runs)
      for (const mentor of input.mentors.filter(({ seats }) => seats > 0)) {
        const more = { ...mentor, seats: mentor.seats + 1 };
        const mentors = input.mentors.map((one) => (one.id === mentor.id ? more : one));
        const helps = run.reasons?.bottlenecks.includes(mentor.id) === true;
        expect(placed({ ...input, mentors })).toBe(run.objective.placed + (helps ? 1 : 0));
        bottlenecks += helps ? 1 : 0;
      }
    expect(bottlenecks).toBeGreaterThan(20);
  });

  it('never promises more points from one more place than a new solve gains', () => {
    let named = 0;
    for (const { input, run } of runs)
      for (const { id, points } of run.reasons?.inDemand ?? []) {
        const mentors = input.mentors.map((one) => (one.id === id ? { ...one, seats: one.seats + 1 } : one));
        const [before, after] = [input, { ...input, mentors }].map((one) =>
          finish(solveAssignment(finish(runTable(one, program)).table)),
        );
        expect(after!.placed).toBe(before!.placed);
        const gain = after!.total - before!.total;
        expect(gain).toBeGreaterThanOrEqual(points);
        expect(gain).toBeLessThanOrEqual(points + 20);
        named++;
      }
    expect(named).toBeGreaterThan(3);
  });
});

describe('what a pair counts', () => {
  it('is its parts and its bonuses, for every pair that was looked at', () => {
    for (const { input } of runs.slice(0, 20)) {
      const { table: given, rows, columns, scoring } = finish(runTable(input, program));
      rows.forEach((i, row) => {
        columns.forEach(({ mentors: [j = 0] }, column) => {
          const counted = given.scores[row * columns.length + column]!;
          if (counted === BARRED) return;
          const even = { points: columns[column]!.bonus, load: 1 };
          const [mentee, mentor] = [scoring.mentees[i]!, scoring.mentors[j]!];
          const bonuses = bonusesOf(input.favours ?? noFavours, mentee, mentor, even);
          const parts = scoring.parts(i, j).reduce((sum, { points }) => sum + points, 0);
          expect(parts).toBe(scoring.scores[i * scoring.mentors.length + j]);
          expect(parts + bonuses.reduce((sum, { points }) => sum + points, 0)).toBe(counted);
        });
      });
    }
  });
});
