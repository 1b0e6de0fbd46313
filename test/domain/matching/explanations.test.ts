// If these fail, what a fit is said to be made of does not add up to it, or two people cannot be told why they are not a pair.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { criterionKinds } from '../../../src/domain/matching/scoring/criterion-kinds.ts';
import { proposeRun } from '../../../src/domain/matching/runs/propose-run.ts';
import { runTable } from '../../../src/domain/matching/scoring/run-table.ts';
import type { Run, RunInput } from '../../../src/domain/matching/run.ts';
import { scorePairs } from '../../../src/domain/matching/scoring/score-pairs.ts';
import { choicesOfTwo, standingIn, whyApart } from '../../../src/domain/matching/stable/stable-standing.ts';
import type { Stated } from '../../../src/domain/matching/stated.ts';
import { unmatchedTable } from '../../../src/domain/matching/reasons/unmatched-table.ts';
import { finish } from '../../../src/domain/progress.ts';
import type {
  Criterion,
  Field,
  FieldType,
  FieldValue,
  Program,
  CriterionKindName,
} from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

const steps = ['first', 'second', 'third', 'fourth'];
const field = (name: string, type: FieldType, options: string[] = []): Field => ({ name, type, options, headings: [] });
const fields = [
  field('topics', 'set', ['a', 'b', 'c', 'd']),
  field('campus', 'category', ['north', 'south']),
  field('year', 'ordinal', steps),
  field('gpa', 'number'),
  field('zone', 'text'),
  field('about', 'text'),
  field('remote', 'yes-no'),
  field('care', 'ordinal', ['not at all', 'somewhat', 'very much']),
];

const gapOr = <T extends FieldValue>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });
const answers = fc.record({
  topics: gapOr(fc.subarray(['a', 'b', 'c', 'd', 'A'])),
  campus: gapOr(fc.constantFrom('north', 'south', 'South ')),
  year: gapOr(fc.constantFrom(...steps)),
  gpa: gapOr(fc.integer({ min: 0, max: 40 }).map((n) => n / 10)),
  zone: gapOr(fc.constantFrom('Europe/Berlin', 'UTC-5', 'Asia/Kolkata', 'nowhere')),
  about: gapOr(fc.constantFrom('careers in research', 'a career', 'music and clubs', '')),
  remote: gapOr(fc.boolean()),
  care: gapOr(fc.constantFrom('not at all', 'somewhat', 'very much')),
});
const sides = (name: string): { mentee: string; mentor: string } => ({ mentee: name, mentor: name });

/** One of every kind, tables over each type that a table reads. */
const everyKind: readonly Omit<Criterion, 'importance'>[] = [
  { kind: 'overlap', ...sides('topics') },
  { kind: 'same', ...sides('campus') },
  { kind: 'closeness', ...sides('gpa'), range: 2 },
  { kind: 'closeness', ...sides('zone'), range: 8 },
  { kind: 'ahead', ...sides('year'), ideal: 1, range: 3 },
  { kind: 'table', ...sides('campus'), table: { North: { north: 1, south: 0.3 }, south: { north: 0.7 } } },
  { kind: 'table', ...sides('remote'), table: { yes: { no: 0.25, yes: 1 }, true: { no: 0.9 } } },
  { kind: 'text', ...sides('about') },
  { kind: 'ranked', mentee: '', mentor: '', side: 'both' },
  { kind: 'scores', mentee: '', mentor: '' },
];

const people = (prefix: string, seats: number): fc.Arbitrary<Candidate[]> =>
  fc.array(answers, { minLength: 1, maxLength: 4 }).map((list) =>
    list.map((given, n): Candidate => ({
      id: `${prefix}${n}`,
      name: `${prefix}${n}`,
      seats,
      fields: Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    })),
  );
const importance = fc.oneof(
  fc.constantFrom('essential' as const, 'high' as const, 'medium' as const, 'low' as const),
  fc.double({ min: 0, max: 9, noNaN: true }),
);
const criteria = fc
  .subarray([...everyKind], { minLength: 1 })
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map((kind) =>
        fc
          .tuple(importance, fc.boolean())
          .map(([weight, own]): Criterion => ({ ...kind, importance: weight, ...(own ? { scaledBy: 'care' } : {}) })),
      ),
    ),
  )
  .filter((list) => list.some((one) => one.importance !== 0));
const links = (from: string, to: string, most: number): fc.Arbitrary<Map<string, Map<string, number>>> =>
  fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: most })), { maxLength: 6 }).map((list) => {
    const map = new Map<string, Map<string, number>>();
    for (const [a, b, value] of list)
      map.set(`${from}${a}`, (map.get(`${from}${a}`) ?? new Map<string, number>()).set(`${to}${b}`, value));
    return map;
  });
const stated = fc
  .tuple(links('S', 'M', 4), links('M', 'S', 4), links('S', 'M', 10))
  .map(([mine, theirs, scores]): Stated => ({ choices: new Map([...mine, ...theirs]), scores, highest: 10 }));

it('covers every kind of criterion there is', () => {
  const covered = new Set(everyKind.map(({ kind }) => kind));
  expect(Object.keys(criterionKinds).filter((kind) => !covered.has(kind as CriterionKindName))).toEqual([]);
});

it('adds up to the score for every kind, missing answer, weight and own importance, each part within its most', () => {
  fc.assert(
    fc.property(people('S', 0), people('M', 1), criteria, stated, (mentees, mentors, list, said) => {
      const { scores, parts } = finish(
        scorePairs(mentees, mentors, { fields, rules: [], criteria: list }, new Map(), said),
      );
      mentees.forEach((_, i) => {
        mentors.forEach((_mentor, j) => {
          const made = parts(i, j);
          expect(made.reduce((sum, { points }) => sum + points, 0)).toBe(scores[i * mentors.length + j]);
          expect(made.reduce((sum, { of }) => sum + of, 0)).toBe(1000);
          for (const { points, of, why } of made) {
            expect(Number.isInteger(points) && points >= 0 && points <= of).toBe(true);
            expect(why).not.toBe('');
            expect(why).not.toMatch(/undefined|NaN|\[object/);
          }
        });
      });
    }),
    { numRuns: 400 },
  );
});

describe('a table', () => {
  const fit = (mentee: FieldValue, mentor: FieldValue, name: string, table: NonNullable<Criterion['table']>): number =>
    finish(
      scorePairs(
        [{ id: 'S', name: 'S', seats: 0, fields: { [name]: mentee } }],
        [{ id: 'M', name: 'M', seats: 1, fields: { [name]: mentor } }],
        { fields, rules: [], criteria: [{ kind: 'table', ...sides(name), importance: 'high', table }] },
        new Map(),
      ),
    ).scores[0]!;

  it('is read as answers are: case and spaces do not count, a yes-no is yes or no', () => {
    expect(fit('North ', 'SOUTH', 'campus', { north: { south: 0.4 } })).toBe(400);
    expect(fit(true, false, 'remote', { yes: { no: 0.2 } })).toBe(200);
    expect(fit(true, false, 'remote', { true: { false: 0.3 } })).toBe(300);
    expect(fit('north', 'west', 'campus', { north: { south: 0.4 } })).toBe(0);
    // A row for yes is none for no, nor for a word of the file.
    expect(fit(true, false, 'remote', { yes: { true: 0.9, false: 0.4 } })).toBe(400);
    expect(fit('north', 'south', 'campus', { true: { south: 0.4 }, north: { false: 0.9, south: 0.1 } })).toBe(100);
    expect(fit('yes', 'south', 'campus', { true: { south: 0.4 } })).toBe(400);
    expect(fit('north', 'south', 'campus', { true: { south: 0.4 } })).toBe(0);
  });
});

/** Four mentees and two mentors who state lists; M0 has two places. */
const byLists = (choices: Readonly<Record<string, readonly string[]>>): { input: RunInput; program: Program } => ({
  input: {
    mentees: ['S0', 'S1', 'S2', 'S3'].map((id) => ({ id, name: id, seats: 0, fields: {} })),
    mentors: [
      { id: 'M0', name: 'M0', seats: 2, fields: {} },
      { id: 'M1', name: 'M1', seats: 1, fields: {} },
    ],
    pins: [],
    blocks: new Map(),
    seed: 1,
    stated: {
      choices: new Map(
        Object.entries(choices).map(([id, list]) => [id, new Map(list.map((other, n) => [other, n + 1]))]),
      ),
      scores: new Map(),
      highest: 1,
    },
  },
  program: { ...standardProgram, matching: { ...standardProgram.matching, method: 'stable' } },
});

describe('a run by lists', () => {
  const solved = (
    choices: Readonly<Record<string, readonly string[]>>,
  ): { run: Run; says: (i: string, j: string) => string } => {
    const { input, program } = byLists(choices);
    const run = finish(proposeRun(input, program));
    const table = finish(runTable(input, program));
    const mentorsOf = new Map(run.pairs.map(({ mentee, mentor }) => [mentee.id, [mentor.id]]));
    const standing = standingIn(table, input.stated!, mentorsOf, program);
    const says = (i: string, j: string): string => {
      const found = standing(
        table.scoring.mentees.findIndex(({ id }) => id === i),
        table.scoring.mentors.findIndex(({ id }) => id === j),
      );
      return found === undefined ? 'barred' : `${choicesOfTwo(found, i, j)} ${whyApart(found, i, j)}`;
    };
    return { run, says };
  };
  const choices = {
    S0: ['M1', 'M0'],
    S1: ['M1'],
    S2: ['M0'],
    S3: ['M0'],
    M1: ['S1', 'S0'],
    M0: ['S0', 'S2', 'S3', 'S1'],
  };

  it('gives what the lists say, with places for two', () => {
    const { run } = solved(choices);
    expect(run.pairs.map(({ mentee, mentor }) => `${mentee.id} ${mentor.id}`)).toEqual(['S0 M0', 'S1 M1', 'S2 M0']);
    expect(run.unmatched.map(({ mentee }) => mentee.id)).toEqual(['S3']);
  });

  it('says of two who are not a pair whose list stood in the way', () => {
    const { says } = solved(choices);
    expect(says('S0', 'M1')).toBe(
      "M1 is choice 1 of S0; S0 is choice 2 of M1. M1 has S1, who stands higher on M1's list.",
    );
    expect(says('S1', 'M0')).toBe("S1 did not name M0; S1 is choice 4 of M0. M0 is not on S1's list.");
    expect(says('S3', 'M0')).toBe(
      "M0 is choice 1 of S3; S3 is choice 3 of M0. M0 has S0, S2, who stand higher on M0's list.",
    );
  });

  it('has a reason for every two who are apart', () => {
    fc.assert(
      fc.property(
        fc.record({
          S0: fc.subarray(['M0', 'M1']),
          S2: fc.subarray(['M1', 'M0']),
          M0: fc.shuffledSubarray(['S0', 'S1', 'S2', 'S3']),
          M1: fc.shuffledSubarray(['S0', 'S1', 'S2', 'S3']),
        }),
        (some) => {
          const { run, says } = solved(Object.fromEntries(Object.entries(some).filter(([, list]) => list.length > 0)));
          const made = new Set(run.pairs.map(({ mentee, mentor }) => `${mentee.id} ${mentor.id}`));
          for (const i of ['S0', 'S1', 'S2', 'S3'])
            for (const j of ['M0', 'M1']) if (!made.has(`${i} ${j}`)) expect(says(i, j)).toMatch(/list\.$/);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('people left out', () => {
  const topics = (id: string, list: readonly string[], campus?: string): Candidate => ({
    id,
    name: id,
    seats: id.startsWith('M') ? 3 : 0,
    fields: { topics: list, ...(campus === undefined ? {} : { campus }) },
  });
  const program: Program = {
    ...standardProgram,
    fields,
    rules: [
      { kind: 'share', ...sides('topics'), least: 2 },
      { kind: 'same', ...sides('campus') },
    ],
    criteria: [{ kind: 'overlap', ...sides('topics'), importance: 'high' }],
  };
  const reasons = (mentees: Candidate[]): Run => {
    const mentors = [
      topics('M0', ['a', 'b'], 'north'),
      topics('M1', ['a', 'b', 'c'], 'north'),
      topics('M2', ['c', 'd'], 'south'),
      topics('M3', ['a', 'c'], 'north'),
    ];
    return finish(proposeRun({ mentees, mentors, pins: [], blocks: new Map(), seed: 1 }, program));
  };

  it('are told when it is their own answer that a rule asks for', () => {
    const { unmatched } = reasons([topics('S0', ['a', 'b']), topics('S1', ['a'], 'north')]);
    expect(unmatched.map(({ reason }) => reason.text)).toEqual([
      'gave no answer to "campus", which the rule "same campus" asks for',
      'named 1 of "topics", and the rule "2 shared topics" asks for 2 in common',
    ]);
  });

  it('are one row where their reasons differ in numbers only, and a row each on request', () => {
    const run = reasons([
      topics('S0', ['a', 'b'], 'south'),
      topics('S1', ['a', 'b', 'c'], 'south'),
      topics('S2', ['a', 'b'], 'north'),
    ]);
    const table = unmatchedTable(run, false);
    expect(table.rows.map(([, why]) => why)).toEqual([
      {
        kind: 'text',
        text: 'no mentor is eligible: "same campus" bars 3, "2 shared topics" bars 1 to 2 mentors. Without the rule "same campus": 2 to 3 mentors.',
      },
    ]);
    expect(unmatchedTable(run, true).rows).toHaveLength(2);
  });

  it('is said of fits below the minimum with the span of the best', () => {
    const quality: Program = {
      ...program,
      rules: [],
      matching: { ...program.matching, objective: 'quality', minScore: 900 },
    };
    const mentees = [topics('S0', ['a', 'd'], 'north'), topics('S1', ['a', 'c', 'd', 'x', 'y'], 'north')];
    const mentors = [topics('M0', ['a'], 'north')];
    const run = finish(proposeRun({ mentees, mentors, pins: [], blocks: new Map(), seed: 1 }, quality));
    expect(run.unmatched.map(({ reason }) => reason.best)).toEqual([500, 200]);
    expect(unmatchedTable(run, false).rows[0]?.[1]).toEqual({
      kind: 'text',
      text: 'every fit is below the minimum of 90; the best of theirs is 20 to 50',
    });
  });
});
