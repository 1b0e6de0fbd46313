// If these fail, somebody who asks why is told another fit, another rank, another price or another rule than the run's.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { seatGain } from '../../../../src/domain/matching/reasons/in-demand.ts';
import { menteeReport } from '../../../../src/domain/matching/reasons/mentee-report.ts';
import { mentorReport } from '../../../../src/domain/matching/reasons/mentor-report.ts';
import { pairNowReport, type PairNow } from '../../../../src/domain/matching/reasons/pair-now-report.ts';
import { pairReport } from '../../../../src/domain/matching/reasons/pair-report.ts';
import { costWords, insightInto, ordinal, type Insight } from '../../../../src/domain/matching/reasons/run-insight.ts';
import { noFavours, type Run } from '../../../../src/domain/matching/run.ts';
import { proposeRun } from '../../../../src/domain/matching/runs/propose-run.ts';
import { runTable } from '../../../../src/domain/matching/scoring/run-table.ts';
import { solveAssignment } from '../../../../src/domain/matching/solve/assignment.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';
import { textOf, rowsOf } from './report-parts.ts';

const program: Program = {
  ...standardProgram,
  fields: [
    { name: 'campus', type: 'category', options: ['north', 'south'], headings: [] },
    { name: 'year', type: 'number', options: [], headings: [] },
  ],
  rules: [{ kind: 'same', mentee: 'campus', mentor: 'campus' }],
  criteria: [{ kind: 'closeness', mentee: 'year', mentor: 'year', importance: 'high', range: 10 }],
  matching: { ...standardProgram.matching, spread: false },
};
const one = (id: string, campus: string, year: number, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `${id} name`,
  seats: id.startsWith('M') ? 1 : 0,
  fields: { campus, year },
  ...more,
});

// North: S1 fits M1 best (100), S2 fits her nearly as well (90) and M2 hardly (10); so M1 goes to S2.
const mentees = [one('S1', 'north', 10), one('S2', 'north', 11), one('S3', 'south', 5), one('S4', 'west', 1)];
const mentors = [
  one('M1', 'north', 10),
  one('M2', 'north', 2, { seats: 2, taken: 1 }),
  one('M3', 'south', 5, { seats: 0, taken: 2, elsewhere: 1 }),
  one('M4', 'north', 4),
];
const input = { mentees, mentors, pins: [], blocks: new Map(), seed: 1 };
const run: Run = finish(proposeRun(input, program));
const solve = finish(runTable(input, program));
const insight: Insight = {
  solve,
  matching: finish(solveAssignment(solve.table)),
  mentorsOf: new Map(run.pairs.map(({ mentee, mentor }) => [mentee.id, [mentor.id]])),
  favours: noFavours,
  spread: false,
  rules: [],
};
const at = (id: string): number =>
  (id.startsWith('S') ? solve.scoring.mentees : solve.scoring.mentors).findIndex((person) => person.id === id);
const two = (mentee: string, mentor: string) => insightInto(insight, at(mentee), at(mentor));

it('is a run in which both of the north have somebody', () => {
  expect(run.pairs.map(({ mentee, mentor, score }) => [mentee.id, mentor.id, score]).sort()).toEqual([
    ['S1', 'M1', 1000],
    ['S2', 'M4', 300],
  ]);
});

describe('two people in a run', () => {
  it('have their fit, her place among those open to the mentee, and nothing to pay for what is', () => {
    expect(two('S1', 'M1')).toMatchObject({
      score: 1000,
      rank: 1,
      open: 3,
      paired: true,
      cost: { points: 0, placed: 0 },
    });
    expect(two('S2', 'M4')).toMatchObject({ score: 300, rank: 2, open: 3, paired: true });
    expect(two('S2', 'M2')).toMatchObject({ score: 100, rank: 3, open: 3, paired: false, barredBy: [] });
  });

  it('have the cost of being paired, exactly: what the whole loses', () => {
    // S2 with M1 makes 900, and S1 with M4 400: 1300 of 1300; as it is 1000 + 300.
    expect(two('S2', 'M1').cost).toEqual({ points: 0, placed: 0 });
    expect(two('S1', 'M2').cost).toEqual({ points: 1300 - (200 + 900), placed: 0 });
    expect(two('S1', 'M3').cost).toBeUndefined();
    // Barred from everybody: she would be one more, and nobody has to go for her.
    expect(two('S4', 'M2')).toMatchObject({ paired: false, rank: 1, open: 0, cost: { placed: -1 } });
  });

  it('are told so in words', () => {
    const paired = pairReport(insight, at('S2'), at('M4'), 7);
    expect(textOf(paired)).toEqual([
      'S2 name and M4 name are paired in run 7. They fit 30 of 100: M4 name is the second best of the 3 mentors open to S2 name.',
      'The best fit for S2 name is M1 name (90), who has S1 name. Giving M1 name to S2 name would cost the whole nothing: it is one of several equally good answers.',
    ]);
    expect(paired.json).toMatchObject({ paired: true, eligible: true, rank: 2, openMentors: 3, cost: { points: 0 } });
    expect(textOf(pairReport(insight, at('S1'), at('M1'), 7))).toEqual([
      'S1 name and M1 name are paired in run 7. They fit 100 of 100: M1 name is the best of the 3 mentors open to S1 name.',
    ]);
    expect(textOf(pairReport(insight, at('S1'), at('M2'), 7))).toEqual([
      'S1 name and M2 name are not paired in run 7. They fit 20 of 100: M2 name is the third best of the 3 mentors open to S1 name. Pairing them would cost the whole 20 points of fit.',
    ]);
    const barred = pairReport(insight, at('S1'), at('M3'), 7);
    expect(textOf(barred)[0]).toMatch(
      /^S1 name and M3 name cannot be paired\. What bars them: .+; M3 name has no place left, 2 taken, 1 taken in other cohorts\. Apart from that they fit 50 of 100: without that M3 name would be the second best of 4 for S1 name\.$/,
    );
    expect(barred.json).toMatchObject({ eligible: false, places: { free: 0, taken: 2 }, cost: null, choices: null });
  });

  it('count the loads of a mentor in a run with even loads, her mentees of before among them', () => {
    const even = { ...insight, spread: true };
    expect(insightInto(even, at('S1'), at('M1')).bonuses.length).toBeGreaterThanOrEqual(0);
    expect(insightInto(insight, at('S1'), at('M1')).bonuses).toEqual([]);
    expect(insightInto(even, at('S2'), at('M2')).bonuses).toEqual([]);
    const made = (load: number) =>
      insightInto(
        { ...even, mentorsOf: new Map([['S1', ['M2']], ...(load > 1 ? [['S2', ['M2']] as const] : [])]) },
        at('S1'),
        at('M2'),
      ).bonuses[0]?.points;
    // The second place of a mentor who has one already counts less than nothing taken, the third less still.
    expect(made(1) ?? 0).toBeGreaterThan(made(2) ?? 0);
  });
});

it('names three of those whom the best mentor has, and counts the others', () => {
  const has = (...ids: readonly string[]): string => {
    const mentorsOf = new Map<string, string[]>(ids.map((id) => [id, ['M1']]));
    const crowd = { ...insight, mentorsOf: mentorsOf.set('S2', ['M4']) };
    return textOf(pairReport(crowd, at('S2'), at('M4'), 7))[1] ?? '';
  };
  expect(has('S1', 'S3', 'S4').split(' has ')[1]?.split(/[.] /)[0]?.split(', ').sort()).toEqual([
    'S1 name',
    'S3 name',
    'S4 name',
  ]);
  expect(has('S1', 'S3', 'S4')).not.toContain('more');
  expect(has()).toContain('is M1 name (90). Giving');
});

it('takes for nearest those whom the fewest rules bar', () => {
  const strict = {
    ...program,
    rules: [...program.rules, { kind: 'distance', mentee: 'year', mentor: 'year', most: 2 } as const],
  };
  const world = { ...insight, solve: finish(runTable(input, strict)) };
  const whom = world.solve.scoring.mentees.findIndex(({ id }) => id === 'S4');
  // M1 is barred by campus and by year, M2 by campus alone; so is M4 not: she is three years apart.
  expect(rowsOf(menteeReport(world, whom, { id: 7, kept: run, all: false }), 'nearest').map(([who]) => who)).toEqual([
    'M2',
  ]);
});

describe('one mentee', () => {
  it('sees whom she has, the best fits with who has them, and what it would cost', () => {
    const report = menteeReport(insight, at('S2'), { id: 7, kept: run, all: false });
    expect(textOf(report)).toEqual([
      'S2 name and M4 name are paired in run 7. They fit 30 of 100: M4 name is the second best of the 3 mentors open to S2 name.',
    ]);
    expect(rowsOf(report, 'best')).toEqual([
      ['M1', 90, 'S1 name', 'would cost the whole nothing: it is one of several equally good answers'],
      ['M4', 30, 'S2 name', 'is made'],
      ['M2', 10, '', 'would cost the whole 20 points of fit'],
    ]);
    expect(report.json).toMatchObject({ openMentors: 3, mentors: [{ id: 'M4', score: 300, rank: 2 }], reason: null });
  });

  it('whom rules bar from everybody sees who would be nearest, and by which rules they are barred', () => {
    const report = menteeReport(insight, at('S4'), { id: 7, kept: run, all: false });
    expect(textOf(report)[0]).toMatch(
      /^S4 name has no mentor in run 7: no mentor is eligible: ".+" bars 3 of 3\. Without the rule/,
    );
    expect(rowsOf(report, 'nearest').map((row) => row.slice(0, 2))).toEqual(
      [
        ['M4', 70],
        ['M2', 90],
        ['M1', 10],
      ].sort((a, b) => Number(b[1]) - Number(a[1])),
    );
    expect(rowsOf(report, 'best')).toEqual([]);
    expect(report.json).toMatchObject({ openMentors: 0, best: [] });
  });

  it('is told nothing of costs in a run with circles, where nobody knows them', () => {
    const report = menteeReport({ ...insight, matching: undefined }, at('S2'), { id: 7, kept: run, all: false });
    // What is made is still known to be made.
    expect(rowsOf(report, 'best').map((row) => row[3])).toEqual(['', 'is made', '']);
    const none = { ...insight, matching: undefined, mentorsOf: new Map<string, string[]>() };
    expect(rowsOf(menteeReport(none, at('S2'), { id: 7, kept: run, all: false }), 'best')[0]).toHaveLength(3);
  });
});

describe('one mentor', () => {
  it('has her mentees, her places, and what one more would bring', () => {
    const report = mentorReport(insight, at('M1'), 7, 40);
    const gain = seatGain(solve, insight.matching!, at('M1'));
    expect(gain).toEqual({ placed: 0, points: 600 });
    expect(textOf(report)).toEqual([
      'M1 name has 1 of 1 places taken in run 7, in demand: one more place here would add at least 60 points of fit. 2 mentees could come.',
    ]);
    expect(rowsOf(report, 'mentees')).toEqual([['S1', 100, '1 of 3']]);
    expect(report.json).toMatchObject({ seats: 1, price: 40, oneMorePlace: gain, openMentees: 2 });
    expect(textOf(mentorReport(insight, at('M2'), 7, 0))).toEqual([
      'M2 name has 0 of 2 places taken in run 7, has room. 2 mentees could come.',
    ]);
    expect(textOf(mentorReport({ ...insight, matching: undefined }, at('M2'), 7, 0))).toEqual([
      'M2 name has 0 of 2 places taken in run 7. 2 mentees could come.',
    ]);
  });

  it('without a place is said to have none, and who could come if she had', () => {
    expect(textOf(mentorReport(insight, at('M3'), 7, 0))).toEqual([
      'M3 name has no place left, 2 taken, 1 taken in other cohorts, so run 7 gave her nobody. 1 mentee could come if she had.',
    ]);
  });
});

describe('two people whom no run compared', () => {
  const now = (more: Partial<PairNow>) =>
    pairNowReport({
      mentee: mentees[0]!,
      mentor: mentors[0]!,
      parts: [
        { criterion: 'year', points: 400, of: 600, why: 'near' },
        { criterion: 'topics', points: 150, of: 400, why: 'some' },
      ],
      barredBy: [],
      since: undefined,
      notIn: undefined,
      ...more,
    });

  it('fit as their parts add up, and wholly where nothing is compared', () => {
    expect(textOf(now({}))).toEqual(['S1 name and M1 name fit 55 of 100.']);
    expect(now({}).json).toMatchObject({ eligible: true, paired: false, score: 550, places: { free: 1, taken: 0 } });
    expect(textOf(now({ parts: [] }))).toEqual(['S1 name and M1 name fit 100 of 100.']);
    expect(rowsOf(now({}), 'parts')).toEqual([
      ['year', 400, 600, 'near'],
      ['topics', 150, 400, 'some'],
    ]);
  });

  it('are told what bars them, a mentor without a place among it, unless they are a pair', () => {
    const full = { mentor: mentors[2]!, barredBy: ['same campus'] };
    expect(textOf(now(full))).toEqual([
      'S1 name and M3 name cannot be paired: same campus; M3 name has no place left, 2 taken, 1 taken in other cohorts. Apart from that they fit 55 of 100.',
    ]);
    expect(now(full).json).toMatchObject({ eligible: false });
    expect(textOf(now({ ...full, barredBy: [], since: '2026-09-14', notIn: 3 }))).toEqual([
      'Run 3 did not see both. As they are now: S1 name and M3 name are a pair since 14 Sep 2026. They fit 55 of 100.',
    ]);
  });
});

it.each([
  [undefined, ''],
  [{ points: 0, placed: 0 }, 'would cost the whole nothing: it is one of several equally good answers'],
  [{ points: 12, placed: 0 }, 'would cost the whole 1.2 points of fit'],
  [{ points: -12, placed: 0 }, 'would add 1.2 points of fit to the whole'],
  [{ points: 500, placed: 1 }, 'would leave 1 person more without a mentor'],
  [{ points: -500, placed: -2 }, 'would let 2 people more have a mentor'],
])('a cost of %j %s', (cost, words) => {
  expect(costWords(cost)).toBe(words);
});

it('counts places in words', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112].map(ordinal).join(' ')).toBe(
    'first second third 4th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th',
  );
});
