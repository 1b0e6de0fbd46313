// Rules and criteria over every pair: which are barred and by what, and how well the others fit, in parts that add up.
import type { Progress, Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
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

/** Everything there is to know about pairs before any is chosen. Indices are into `mentees` and `mentors`. */
export interface Scoring {
  readonly mentees: readonly Candidate[];
  readonly mentors: readonly Candidate[];
  /** mentees x mentors, row-major, 0..1000, 65535 = barred. */
  readonly scores: Uint16Array;
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
  program: Pick<Program, 'fields' | 'rules' | 'criteria'>,
  blocks: Blocks,
  stated: Stated = nothingStated,
): Work<Scoring> {
  const fields = new Map(program.fields.map((field) => [field.name, field]));
  const filters = program.rules.map((rule) => ruleFilter(rule, mentees, mentors, fields));
  const mosts = mostPoints(program.criteria, mentees, fields);
  const criteria = program.criteria.map((criterion, c) =>
    criterionPoints(criterion, (mentee) => mosts(mentee)[c]!, { mentees, mentors, fields, stated }),
  );
  const columns = mentors.length;
  const words = wordsFor(columns);
  const everybody = bitsWhere(columns);
  const withSeats = bitsWhere(columns, (j) => mentors[j]!.seats > 0);
  const mentorIndex = new Map(mentors.map((mentor, j) => [mentor.id, j]));
  const narrow = (i: number, bits: Uint32Array, except?: number): void => {
    bits.set(everybody);
    for (let r = 0; r < filters.length; r++) if (r !== except) filters[r]!.narrow(i, bits);
    const { id } = mentees[i]!;
    for (const other of [id, ...(blocks.get(id)?.keys() ?? [])]) {
      const j = mentorIndex.get(other);
      if (j !== undefined) dropBit(bits, j);
    }
  };

  const scores = scoreRoom(mentees.length, columns);
  const open = new Uint32Array(mentees.length * words);
  const openTo = (i: number): Uint32Array => open.subarray(i * words, (i + 1) * words);
  const write = rowWriter(criteria, columns);
  const step = Math.max(1, Math.ceil(200_000 / Math.max(1, columns)));
  let eligiblePairs = 0;
  for (let i = 0; i < mentees.length; i++) {
    if (i % step === 0)
      yield { phase: 'scoring pairs', done: i * columns, total: mentees.length * columns } satisfies Progress;
    const bits = openTo(i);
    narrow(i, bits);
    const count = countBits(bits);
    write(i, scores.subarray(i * columns, (i + 1) * columns), bits, count);
    eligiblePairs += count;
  }
  const otherScores = new Uint16Array(columns);
  const openWithout = (i: number, rule: number): Uint32Array => {
    const bits = new Uint32Array(words);
    narrow(i, bits, rule);
    return bits;
  };

  return {
    mentees,
    mentors,
    scores,
    eligiblePairs,
    openTo,
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
}
