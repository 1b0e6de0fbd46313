// Rules and criteria over every pair: which are barred and by what, and how well the others fit, in parts that add up.
import { finish, type Progress, type Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { BARRED, TOP_SCORE } from '../assignment-types.ts';
import { mostPoints } from './apportion.ts';
import { barredBy, countBars, type BarCount } from './barred-by.ts';
import type { Blocks, ScorePart } from '../run.ts';
import { bitsWhere, countBits, dropBit, wordsFor } from './bits.ts';
import type { Candidate } from '../candidate.ts';
import { criterionPoints, partOf } from './criterion-points.ts';
import { ruleFilter } from './rule-filter.ts';
import { scoreRoom } from '../../vectors/score-room.ts';
import { rowWriter } from './score-row.ts';
import { nothingStated, type Stated } from '../stated.ts';
import type { Settled } from './ties.ts';

/** Everything there is to know about pairs before any is chosen. Indices are into `mentees` and `mentors`. */
export interface Scoring {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** mentees x mentors, row-major, 0..1000, 65535 = barred. Where they were not asked for before, made when first read. */
  readonly scores: Uint16Array;
  /** One mentee's row of them, without the others; where not all are laid out it holds until a thousand others were asked for. */
  readonly rowOf: (mentee: number) => Uint16Array;
  /** One mentor's column of them, without the others; it holds until the next is asked for. */
  readonly columnOf: (mentor: number) => Uint16Array;
  /** One of them by itself. */
  readonly fitOf: (mentee: number, mentor: number) => number;
  readonly eligiblePairs: number;
  /** The mentors whom nothing bars from a mentee, as bits. */
  readonly openTo: (mentee: number) => Uint32Array;
  /** The same as if the program's rule `rule` (index) were not there. */
  readonly openWithout: (mentee: number, rule: number) => Uint32Array;
  /** The mentee's row of scores then; it holds until the next is asked for. */
  readonly scoresWithout: (mentee: number, rule: number) => Uint16Array;
  /** What bars the pair, in words; empty when nothing does. */
  readonly barredBy: (mentee: number, mentor: number) => readonly string[];
  /** The same for one mentee and all mentors with places, counted: how many each bars, and how many it alone bars. */
  readonly barCounts: (mentee: number) => readonly BarCount[];
  /** The parts of the score; they add up to it. */
  readonly parts: (mentee: number, mentor: number) => readonly ScorePart[];
}

/** Time: one pass over the pairs, of which only open ones are scored. Memory: two bytes and a bit for each pair. */
export function* scorePairs(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  program: ScoredBy,
  blocks: Blocks,
  stated: Stated = nothingStated,
  settled: readonly Settled[] = [],
): Work<Scoring> {
  const { scoring, fill } = rowScoring(mentees, mentors, program, blocks, stated, settled);
  yield* fill();
  return scoring;
}

type ScoredBy = Pick<Program, 'fields' | 'rules' | 'criteria'>;

/** So many rows are kept where not all are; the next is written over the oldest. */
const mostRowsKept = 1024;

/** The same without a pass over the pairs: each row when it is asked for, and all of them when `fill` is run or `scores` read. */
export function rowScoring(
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  program: ScoredBy,
  blocks: Blocks,
  stated: Stated = nothingStated,
  settled: readonly Settled[] = [],
): { readonly scoring: Scoring; readonly fill: () => Work<void> } {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const filters = program.rules.map((rule) => ruleFilter(rule, mentees, mentors, fields, settled));
  const mosts = mostPoints(program.criteria, mentees, fields);
  const criteria = program.criteria.map((criterion, c) =>
    criterionPoints(criterion, (mentee) => mosts(mentee)[c]!, { mentees, mentors, fields, stated }),
  );
  const columns = mentors.length;
  const words = wordsFor(columns);
  const everybody = bitsWhere(columns);
  const withSeats = bitsWhere(columns, (j) => mentors[j]!.seats > 0);
  const mentorIndex = new Map(mentors.map((mentor, j) => [mentor.id, j]));
  const narrow = (i: number, bits: Uint32Array, except?: number): Uint32Array => {
    bits.set(everybody);
    for (let r = 0; r < filters.length; r++) if (r !== except) filters[r]!.narrow(i, bits);
    const { id } = mentees[i]!;
    for (const other of [id, ...(blocks.get(id)?.keys() ?? [])]) {
      const j = mentorIndex.get(other);
      if (j !== undefined) dropBit(bits, j);
    }
    return bits;
  };

  const write = rowWriter(criteria, columns);
  const step = Math.max(1, Math.ceil(200_000 / Math.max(1, columns)));
  let whole: { readonly scores: Uint16Array; readonly open: Uint32Array; readonly eligiblePairs: number } | undefined;
  function* fill(): Work<void> {
    const scores = scoreRoom(mentees.length, columns);
    const open = new Uint32Array(mentees.length * words);
    let eligiblePairs = 0;
    for (let i = 0; i < mentees.length; i++) {
      if (i % step === 0)
        yield { phase: 'scoring pairs', done: i * columns, total: mentees.length * columns } satisfies Progress;
      const bits = narrow(i, open.subarray(i * words, (i + 1) * words));
      const count = countBits(bits);
      write(i, scores.subarray(i * columns, (i + 1) * columns), bits, count);
      eligiblePairs += count;
    }
    whole = { scores, open, eligiblePairs };
  }
  const filled = (): NonNullable<typeof whole> => {
    if (whole === undefined) finish(fill());
    return whole!;
  };
  const openWithout = (i: number, rule?: number): Uint32Array => narrow(i, new Uint32Array(words), rule);
  const kept = new Map<number, Uint16Array>();
  const ownRow = (i: number): Uint16Array => {
    const known = kept.get(i);
    if (known !== undefined) return known;
    const [[oldest, room] = []] = kept.size < mostRowsKept ? [] : kept;
    if (oldest !== undefined) kept.delete(oldest);
    const row = room ?? new Uint16Array(columns);
    const bits = openWithout(i);
    write(i, row, bits, countBits(bits));
    kept.set(i, row);
    return row;
  };
  const mayBe = (i: number, j: number): boolean => {
    const [{ id }, other] = [mentees[i]!, mentors[j]!.id];
    return id !== other && blocks.get(id)?.has(other) !== true && filters.every(({ allows }) => allows(i, j));
  };
  const column = new Uint16Array(mentees.length);
  let menteeIndex: ReadonlyMap<string, number> | undefined;
  const bar = (i: number | undefined): void => {
    if (i !== undefined) column[i] = BARRED;
  };
  const columnOf = (j: number): Uint16Array => {
    column.fill(criteria.length === 0 ? TOP_SCORE : 0);
    for (const { byClass, pointsOf } of criteria) {
      if (byClass === undefined) {
        for (let i = 0; i < column.length; i++) column[i]! += pointsOf(i, j);
        continue;
      }
      addByClass(column, byClass.menteeClass(), byClass.pointsWith(j));
    }
    for (const { allows } of filters)
      for (let i = 0; i < column.length; i++) if (column[i] !== BARRED && !allows(i, j)) column[i] = BARRED;
    const { id } = mentors[j]!;
    menteeIndex ??= new Map(mentees.map((mentee, i) => [mentee.id, i]));
    for (const [mentee, others] of blocks) if (others.has(id)) bar(menteeIndex.get(mentee));
    bar(menteeIndex.get(id));
    return column;
  };
  const otherScores = new Uint16Array(columns);

  const scoring: Scoring = {
    mentees,
    mentors,
    get scores() {
      return filled().scores;
    },
    get eligiblePairs() {
      if (whole !== undefined) return whole.eligiblePairs;
      const bits = new Uint32Array(words);
      return mentees.reduce((sum, _, i) => sum + countBits(narrow(i, bits)), 0);
    },
    rowOf: (i) => (whole === undefined ? ownRow(i) : whole.scores.subarray(i * columns, (i + 1) * columns)),
    columnOf: (j) => (whole === undefined ? columnOf(j) : column.map((_, i) => whole!.scores[i * columns + j]!)),
    fitOf: (i, j) => {
      if (whole !== undefined) return whole.scores[i * columns + j]!;
      const row = kept.get(i);
      if (row !== undefined) return row[j]!;
      if (!mayBe(i, j)) return BARRED;
      return criteria.length === 0 ? TOP_SCORE : criteria.reduce((sum, { pointsOf }) => sum + pointsOf(i, j), 0);
    },
    openTo: (i) => (whole === undefined ? openWithout(i) : whole.open.subarray(i * words, (i + 1) * words)),
    openWithout,
    scoresWithout: (i, rule) => {
      const bits = openWithout(i, rule);
      write(i, otherScores, bits, countBits(bits));
      return otherScores;
    },
    barredBy: (i, j) => barredBy(mentees[i]!, mentors[j]!, { filters, i, j, blocks }),
    barCounts: (i) => countBars(i, mentees[i]!, { filters, blocks, mentorIndex, withSeats }),
    parts: (i, j) => criteria.map((each) => partOf(each, mentees[i]!, mentors[j]!, { i, j, stated })),
  };
  return { scoring, fill };
}

/** By itself so that it is compiled by itself. */
function addByClass(column: Uint16Array, classOf: Int32Array, points: Uint16Array): void {
  for (let i = 0; i < column.length; i++) column[i] = column[i]! + points[classOf[i]!]!;
}
