// Whole reports on data as registrars have them, without any effect: outcomes unknown, starts of one's own, cohorts together, weights.
import type { Chance } from '../../src/domain/chance.ts';
import { categoryOf, type Category, type Covariate, type Dataset } from '../../src/domain/outcomes/dataset.ts';
import { withinCohorts } from '../../src/domain/outcomes/within-cohorts.ts';
import type { Measure } from '../../src/domain/program/program.ts';
import type { Finding, Report } from '../../src/domain/report/report.ts';
import { ownClockReport } from '../../src/domain/reports/own-clock/own-clock-report.ts';
import { performanceReport } from '../../src/domain/reports/performance.ts';
import type { PerformanceInput } from '../../src/domain/reports/performance-found.ts';
import { retentionReport } from '../../src/domain/reports/retention.ts';
import { exponential, normal, repeat, uniform, type Draw, type Scenario } from './scenario.ts';

const size = 300;

/** Words by which a sentence says that there is a difference. */
const says = ({ sentence }: Finding): boolean => /\b(raised|lowered|clearly)\b/.test(sentence);

const claimedIn = ({ json }: Report): Draw => ({ claimed: (json['findings'] as readonly Finding[]).some(says) });

/** People who chose to join, likelier where they began higher; 30 mentors share those who did. */
interface Joined {
  readonly start: Float64Array;
  /** 0: mentored, 1: not. */
  readonly codes: Int32Array;
  readonly mentor: Int32Array;
  /** What people are, whatever is measured of them: their start, and their mentor's luck. */
  readonly level: Float64Array;
}

function joined(chance: Chance, pull = 0.4, mentors = 30): Joined {
  const start = Float64Array.from({ length: size }, () => normal(chance));
  const codes = Int32Array.from(start, (value) => (chance() < 1 / (1 + Math.exp(0.2 - pull * value)) ? 0 : 1));
  const mentor = codes.map((code, row) => (code === 0 ? 1 + (row % mentors) : 0));
  const luck = repeat(mentors + 1, () => 0.3 * normal(chance));
  const level = start.map(
    (value, row) => 0.6 * value + (codes[row] === 0 ? luck[mentor[row]!]! : 0.3 * normal(chance)),
  );
  return { start, codes, mentor, level };
}

const startOf = ({ start }: Joined): Covariate => ({ kind: 'number', name: 'start', values: start });

function dataOf({ codes, mentor }: Joined, more: Partial<Dataset>): Dataset {
  return {
    size,
    groups: {
      labels: ['mentored', 'not mentored'],
      mentored: 1,
      codes,
      cameBy: 'self-chosen',
      source: 'simulated',
      byPair: false,
    },
    mentor,
    block: undefined,
    observed: [],
    statuses: [],
    covariates: new Map(),
    ...more,
  };
}

const score: Measure = { name: 'score', kind: 'number', headings: [], higherIs: 'better', primary: true };
const passed: Measure = { name: 'passed', kind: 'yes-no', headings: [], higherIs: 'better', primary: true };
const provenance = { asOf: '2026-09-01', hash: 'simulated' };
const together = { designs: [], again: 0, byOwn: false, noOwn: 0, trend: false };

function performance(data: Dataset, baselines: readonly Covariate[], adjust: PerformanceInput['adjust']): Draw {
  const report = performanceReport({
    cohort: 'simulated',
    data,
    start: undefined,
    measures: [score, passed].filter(({ name }) => data.observed.some(({ measure }) => measure === name)),
    baselines,
    onFile: baselines,
    notes: [],
    adjust,
    by: undefined,
    errors: undefined,
    samePeople: [],
    clock: undefined,
    landmarkHint: '',
    flags: undefined,
    firstFlag: new Float64Array(size).fill(NaN),
    dose: undefined,
    minCell: 10,
    technical: false,
    participation: 'never',
    provenance,
    together,
  });
  return claimedIn(report);
}

/** A score of everybody but those of whom it was never known. */
const scores = ({ level }: Joined, chance: Chance, lost: (row: number) => number): Float64Array =>
  level.map((value, row) => (chance() < lost(row) ? NaN : value + 0.7 * normal(chance)));

/** Passed or not; `lost`: by who they are and whether they passed. */
const passes = ({ level }: Joined, chance: Chance, lost: (row: number, pass: boolean) => number): Float64Array =>
  level.map((value, row) => {
    const pass = value + 0.7 * normal(chance) > -0.5;
    return chance() < lost(row, pass) ? NaN : Number(pass);
  });

const observed = (measure: Measure, values: Float64Array): Dataset['observed'][number] => ({
  measure: measure.name,
  when: '',
  values,
});

/** Low starters are lost, the more so where nobody looks after them. */
const lostByStart =
  ({ start, codes }: Joined) =>
  (row: number): number =>
    start[row]! < -0.3 ? (codes[row] === 0 ? 0.15 : 0.4) : 0.05;

/** Three cohorts of which each began higher than the last, stayed longer and had fewer mentored. */
function cohorts(chance: Chance): { readonly people: Joined; readonly of: Category; readonly stays: Float64Array } {
  const of = categoryOf(
    'cohort',
    repeat(size, (row) => `fall ${2023 + (row % 3)}`),
  );
  const own = joined(chance, 0);
  const codes = Int32Array.from(of.codes, (cohort) => (chance() < 0.65 - 0.2 * cohort ? 0 : 1));
  const mentor = codes.map((code, row) => (code === 0 ? 1 + (row % 30) : 0));
  const start = own.start.map((value, row) => value + 0.5 * of.codes[row]!);
  const level = start.map((value, row) => 0.6 * value + 0.5 * of.codes[row]!);
  const stays = Float64Array.from(of.codes, (cohort) => (chance() < 0.6 + 0.15 * cohort ? 1 : 0));
  return { people: { start, codes, mentor, level }, of: { ...of, design: true }, stays };
}

function retention(data: Dataset, strata: readonly Category[], baselines: readonly Covariate[], overlap = false): Draw {
  const report = retentionReport({
    cohort: 'simulated',
    data,
    start: undefined,
    checkpoints: ['next fall'],
    words: new Map(),
    alone: [],
    measures: [],
    baselines,
    onFile: baselines,
    notes: [],
    strata,
    by: undefined,
    overlap,
    landmark: undefined,
    pairDaysVary: false,
    landmarkHint: '',
    leaving: undefined,
    dose: undefined,
    minCell: 10,
    persistence: false,
    technical: false,
    participation: 'never',
    provenance,
    together,
  });
  return claimedIn(report);
}

const nextFall = (stays: Float64Array): Dataset['statuses'] => [
  {
    measure: 'retention',
    when: 'next fall',
    levels: ['left', 'stayed'],
    codes: Int32Array.from(stays, (value) => (Number.isNaN(value) ? -1 : value)),
  },
];

/** People come in over two years, and ever more of them with a mentor; who came late was not followed long. */
function ownStarts(chance: Chance, leavingRises: boolean): { readonly data: Dataset; readonly draw: () => Draw } {
  const known = 730;
  const half = categoryOf(
    'year',
    repeat(size, (row) => (row < size / 2 ? 'first' : 'second')),
  );
  const starts = Float64Array.from({ length: size }, (_, row) => 340 * uniform(chance) + 365 * half.codes[row]!);
  const codes = Int32Array.from(half.codes, (second) => (chance() < 0.3 + 0.4 * second ? 0 : 1));
  const rate = (row: number): number => (leavingRises && half.codes[row] === 1 ? 0.7 : 0.35) / 365;
  const left = starts.map((day, row) => day + exponential(chance, rate(row)));
  const ends = left.map((day) => (day <= known ? day : NaN));
  const data = dataOf(
    { start: starts, codes, mentor: new Int32Array(size), level: starts },
    {
      statuses: nextFall(ends.map((day) => (Number.isNaN(day) ? 1 : 0))),
    },
  );
  const draw = (): Draw =>
    claimedIn(
      ownClockReport({
        cohort: 'simulated',
        data,
        days: { unit: 'day', starts, ends, lengths: false, knownTo: new Float64Array(size).fill(known) },
        onFile: [],
        strata: leavingRises ? [half] : [],
        at: [180],
        event: undefined,
        clock: undefined,
        minCell: 10,
        persistence: false,
        technical: false,
        together,
        provenance,
      }),
    );
  return { data, draw };
}

/** Eight mentors whose luck counts for much; two departments that stay alike. */
function eightMentors(chance: Chance): { readonly people: Joined; readonly half: Category } {
  const people = joined(chance, 0, 8);
  return {
    people: {
      ...people,
      level: people.level.map((value, row) => value + (people.level[row]! - 0.6 * people.start[row]!)),
    },
    half: categoryOf(
      'department',
      repeat(size, () => (chance() < 0.5 ? 'A' : 'B')),
    ),
  };
}

export const unevenScenarios: readonly Scenario[] = [
  {
    name: 'low starters unknown, more of one group: scores, bare',
    trap: true,
    draw: (chance) => {
      const people = joined(chance);
      return performance(
        dataOf(people, { observed: [observed(score, scores(people, chance, lostByStart(people)))] }),
        [],
        'common',
      );
    },
  },
  {
    name: 'low starters unknown, more of one group: scores, start allowed for',
    draw: (chance) => {
      const people = joined(chance);
      return performance(
        dataOf(people, { observed: [observed(score, scores(people, chance, lostByStart(people)))] }),
        [startOf(people)],
        'common',
      );
    },
  },
  {
    name: 'low starters unknown, more of one group: scores, slopes of their own',
    draw: (chance) => {
      const people = joined(chance);
      return performance(
        dataOf(people, { observed: [observed(score, scores(people, chance, lostByStart(people)))] }),
        [startOf(people)],
        'interacted',
      );
    },
  },
  {
    name: 'who did not pass is unknown, in one group: worst and best case',
    draw: (chance) => {
      const people = joined(chance, 0);
      const lost = (row: number, pass: boolean): number => (pass ? 0.05 : people.codes[row] === 0 ? 0.1 : 0.6);
      return performance(dataOf(people, { observed: [observed(passed, passes(people, chance, lost))] }), [], 'common');
    },
  },
  {
    name: 'who left is unknown, in one group: worst and best case',
    draw: (chance) => {
      const people = joined(chance, 0);
      const lost = (row: number, pass: boolean): number => (pass ? 0.05 : people.codes[row] === 0 ? 0.1 : 0.6);
      return retention(dataOf(people, { statuses: nextFall(passes(people, chance, lost)) }), [], []);
    },
  },
  {
    name: 'overlap weights: scores, some unknown by the start',
    draw: (chance) => {
      const people = joined(chance);
      return performance(
        dataOf(people, { observed: [observed(score, scores(people, chance, lostByStart(people)))] }),
        [startOf(people)],
        'overlap',
      );
    },
  },
  {
    name: 'overlap weights: passed or not',
    draw: (chance) => {
      const people = joined(chance);
      return performance(
        dataOf(people, {
          observed: [
            observed(
              passed,
              passes(people, chance, () => 0),
            ),
          ],
        }),
        [startOf(people)],
        'overlap',
      );
    },
  },
  {
    name: 'overlap weights: retention',
    draw: (chance) => {
      const people = joined(chance);
      return retention(
        dataOf(people, { statuses: nextFall(passes(people, chance, () => 0)) }),
        [],
        [startOf(people)],
        true,
      );
    },
  },
  {
    name: 'eight mentors, within departments: retention',
    draw: (chance) => {
      const { people, half } = eightMentors(chance);
      return retention(dataOf(people, { statuses: nextFall(passes(people, chance, () => 0)) }), [half], []);
    },
  },
  {
    name: 'eight mentors, overlap weights: retention',
    draw: (chance) => {
      const { people } = eightMentors(chance);
      return retention(
        dataOf(people, { statuses: nextFall(passes(people, chance, () => 0)) }),
        [],
        [startOf(people)],
        true,
      );
    },
  },
  {
    name: 'eight mentors, overlap weights: scores',
    draw: (chance) => {
      const { people } = eightMentors(chance);
      const values = scores(people, chance, () => 0);
      return performance(dataOf(people, { observed: [observed(score, values)] }), [startOf(people)], 'overlap');
    },
  },
  {
    name: 'three cohorts as if they were one: retention',
    trap: true,
    draw: (chance) => {
      const { people, stays } = cohorts(chance);
      return retention(dataOf(people, { statuses: nextFall(stays) }), [], []);
    },
  },
  {
    name: 'three cohorts pooled, each within itself: retention',
    draw: (chance) => {
      const { people, of, stays } = cohorts(chance);
      return retention(dataOf(people, { statuses: nextFall(stays), cohorts: of }), [of], [of]);
    },
  },
  {
    name: 'three cohorts pooled, each within itself: scores, start allowed for',
    draw: (chance) => {
      const { people, of } = cohorts(chance);
      const values = scores(people, chance, () => 0.1);
      return performance(
        dataOf(people, { observed: [observed(score, values)], cohorts: of }),
        [withinCohorts(startOf(people), of), of],
        'common',
      );
    },
  },
  {
    name: 'own clocks, ever more of them mentored: who is still here today',
    trap: true,
    draw: (chance) => retention(ownStarts(chance, false).data, [], []),
  },
  {
    name: 'own clocks, ever more of them mentored: half a year from the own start',
    draw: (chance) => ownStarts(chance, false).draw(),
  },
  {
    name: 'own clocks, leaving rises by the year: within years',
    draw: (chance) => ownStarts(chance, true).draw(),
  },
];
