// The table that the solver sees, made of all scores: without what is settled already, and with what counts more.
import { BARRED, type ScoreTable, type TableRows } from '../assignment-types.ts';
import { countBits, listBits } from './bits.ts';
import { beyondSoftCap, evenness, favoursOf } from './bonuses.ts';
import type { Favours } from '../run.ts';
import type { Circle } from '../circles.ts';
import { scoreRoom } from '../../vectors/score-room.ts';
import type { Candidate } from '../candidate.ts';
import type { Scoring } from './score-pairs.ts';
import type { Settled } from './ties.ts';

/** One mentor's seats, some of them, or a circle's. Indices are those of the scoring; `mentors[0]` leads. */
export interface SolveColumn {
  readonly mentors: readonly number[];
  /** Fewer than these and the circle is not opened; 0 where there is no minimum. */
  readonly least: number;
  readonly seats: number;
  /** What each of these seats counts more, in score points; never less than the mentor's next column. */
  readonly bonus: number;
}

interface SolveTable {
  /** Its scores are made when they are first read. */
  readonly table: ScoreTable;
  /** The same by rows: for questions about a few people. */
  readonly byRow: TableRows;
  /** The mentee of each row. */
  readonly rows: readonly number[];
  readonly columns: readonly SolveColumn[];
  /** The score without what counts more; BARRED for a barred pair. */
  readonly scoreOf: (mentee: number, column: number) => number;
}

/** People, scores and the table of one run, before anything is solved. */
export interface RunTable extends SolveTable {
  readonly scoring: Scoring;
  /** Row of the scoring -> its column. */
  readonly pinned: ReadonlyMap<number, number>;
  /** Where rules are about mentees among each other: whose mentors are settled, pins among them. */
  readonly settled: readonly Settled[];
  readonly minimum: number;
  readonly circles: readonly Circle[];
  /** Only where some are placed first: each row's tier, 0 for those who come last, and what a tier counts in the table. */
  readonly tiers?: { readonly of: readonly number[]; readonly step: number };
}

interface SolveOptions {
  readonly minimum: number;
  readonly spread: boolean;
  readonly favours: Favours;
  readonly circles: readonly Circle[];
  /** Mentor (index) -> the most mentees she has without more ado; undefined where the program has no soft cap. */
  readonly softCap?: ((mentor: number) => number) | undefined;
  /** Mentee (index) -> what her being placed counts more: of a tier that goes first. */
  readonly priority?: (mentee: number) => number;
}

/** So many columns are made one by one. */
const mostColumns = 60;

/**
 * Leaves out pinned mentees (mentee -> mentor) and their seats and fits below the minimum. Under spread a
 * mentor's seats are a column each, worth less one by one, since a load that grows costs more and more (a convex cost: the
 * seats are taken in their order); seats worth the same are one column. A circle is one column: it fits as well as its
 * mentors do on average, and is barred when one of them is.
 */
export function solveTable(
  scoring: Scoring,
  pinned: ReadonlyMap<number, number>,
  { minimum, spread, favours, circles, softCap, priority = () => 0 }: SolveOptions,
): SolveTable {
  const { mentees, mentors } = scoring;
  const rows = mentees.flatMap((_, i) => (pinned.has(i) ? [] : [i]));
  const columns = columnsOf(mentors, pinned.values(), { spread, circles, softCap });
  const scoreOf = (i: number, column: number): number => {
    const own = columns[column]!.mentors.map((j) => scoring.fitOf(i, j));
    if (own.includes(BARRED)) return BARRED;
    const score = own.length === 1 ? own[0]! : Math.round(own.reduce((sum, one) => sum + one, 0) / own.length);
    return score < minimum ? BARRED : score;
  };
  const lead = Int32Array.from(columns, (column) => column.mentors[0]!);
  const bonus = Int32Array.from(columns, (column) => column.bonus);
  const allAlone = columns.every((column) => column.mentors.length === 1);
  // Where all lead alone a mentor's columns stand side by side: from `first[j]` to before `first[j + 1]`.
  const first = new Int32Array(mentors.length + 1);
  columns.forEach((column) => first[column.mentors[0]! + 1]!++);
  for (let j = 0; j < mentors.length; j++) first[j + 1]! += first[j]!;
  const listed = new Int32Array(mentors.length);
  const write = (at: number, to: Uint16Array): void => {
    const i = rows[at]!;
    const from = scoring.rowOf(i);
    const favour = favoursOf(favours, mentees[i]!);
    const { more } = favour;
    const always = favour.always + priority(i);
    const open = scoring.openTo(i);
    const count = countBits(open);
    if (allAlone && 4 * count < mentors.length) {
      listBits(open, listed);
      copySome(to, from, { first, bonus, always, minimum, listed, count });
    } else if (allAlone && count === mentors.length && minimum === 0) copyWhole(to, from, { first, bonus, always });
    else if (allAlone) copyRow(to, from, { lead, bonus, always, minimum });
    else
      for (let c = 0; c < to.length; c++) {
        const score = scoreOf(i, c);
        to[c] = score === BARRED ? BARRED : score + bonus[c]! + always;
      }
    if (more === undefined) return;
    for (let c = 0; c < to.length; c++) if (to[c] !== BARRED) to[c]! += more.get(mentors[lead[c]!]!.id) ?? 0;
  };
  // A circle that cannot reach its minimum takes nobody.
  const seats = Int32Array.from(columns, (column) => (column.seats < column.least ? 0 : column.seats));
  const sides = { mentees: rows.length, mentors: columns.length, seats };
  const laidOut = (): Uint16Array => {
    const scores = scoreRoom(rows.length, columns.length);
    rows.forEach((_, at) => {
      write(at, scores.subarray(at * columns.length, (at + 1) * columns.length));
    });
    return scores;
  };
  let scores: Uint16Array | undefined;
  const table: ScoreTable = {
    ...sides,
    get scores() {
      return (scores ??= laidOut());
    },
  };
  const row = new Uint16Array(columns.length);
  const rowOf = (at: number): Uint16Array => {
    if (scores !== undefined) return scores.subarray(at * columns.length, (at + 1) * columns.length);
    write(at, row);
    return row;
  };
  const cellOf = (at: number, c: number): number => {
    if (scores !== undefined) return scores[at * columns.length + c]!;
    const i = rows[at]!;
    const score = scoreOf(i, c);
    if (score === BARRED) return BARRED;
    const { always, more } = favoursOf(favours, mentees[i]!);
    return score + bonus[c]! + always + priority(i) + (more?.get(mentors[lead[c]!]!.id) ?? 0);
  };
  let read = 0;
  const columnOf = (c: number): Uint16Array => {
    // A column costs more than a hundred rows, so that from some number on all rows together are the shorter way.
    if (scores === undefined && ++read > mostColumns) scores = laidOut();
    return Uint16Array.from(rows, (_, at) => cellOf(at, c));
  };
  return { table, byRow: { ...sides, rowOf, cellOf, columnOf, whole: () => table }, rows, columns, scoreOf };
}

/** Places, mentor by mentor (see `solveTable`). `pinned`: mentors (indices), once for each mentee pinned to them. */
export function columnsOf(
  mentors: readonly Candidate[],
  pinned: Iterable<number>,
  { spread, circles, softCap }: Pick<SolveOptions, 'spread' | 'circles' | 'softCap'>,
): SolveColumn[] {
  const taken = new Int32Array(mentors.length);
  for (const j of pinned) taken[j]!++;
  const circleOf = new Map(circles.flatMap((circle) => circle.mentors.map((j) => [j, circle] as const)));
  const columns: SolveColumn[] = [];
  const most = mentors.reduce((max, { seats, taken: has = 0 }) => Math.max(max, seats + has), 0);
  mentors.forEach((mentor, j) => {
    const circle = circleOf.get(j);
    const under = softCap === undefined ? 0 : beyondSoftCap;
    if (circle !== undefined) {
      if (circle.mentors[0] !== j) return;
      const seats = Math.max(0, circle.most - taken[j]!);
      const least = Math.max(0, circle.least - taken[j]!);
      columns.push({ mentors: circle.mentors, least, seats, bonus: under });
      return;
    }
    const left = Math.max(0, mentor.seats - taken[j]!);
    const has = taken[j]! + (mentor.taken ?? 0);
    const cap = softCap?.(j) ?? Infinity;
    const worth = (nth: number): number => (spread ? evenness(nth, most) : 0) + (nth <= cap ? under : 0);
    let at = 0;
    do {
      const bonus = worth(has + at + 1);
      let seats = Math.min(1, left - at);
      while (at + seats < left && worth(has + at + seats + 1) === bonus) seats++;
      columns.push({ mentors: [j], least: 0, seats, bonus });
      at += seats;
    } while (at < left);
  });
  return columns;
}

interface CopyOptions {
  readonly lead: Int32Array;
  readonly bonus: Int32Array;
  readonly always: number;
  readonly minimum: number;
}

/** The loop over every pair, by itself so that it is compiled by itself. */
function copyRow(to: Uint16Array, from: Uint16Array, { lead, bonus, always, minimum }: CopyOptions): void {
  for (let c = 0; c < to.length; c++) {
    const score = from[lead[c]!]!;
    to[c] = score === BARRED || score < minimum ? BARRED : score + bonus[c]! + always;
  }
}

interface CopySomeOptions extends Omit<CopyOptions, 'lead'> {
  readonly first: Int32Array;
  readonly listed: Int32Array;
  readonly count: number;
}

/** The same where few mentors are open: the first `count` of `listed`. */
function copySome(
  to: Uint16Array,
  from: Uint16Array,
  { first, bonus, always, minimum, listed, count }: CopySomeOptions,
): void {
  to.fill(BARRED);
  for (let k = 0; k < count; k++) {
    const j = listed[k]!;
    const score = from[j]!;
    if (score < minimum) continue;
    for (let c = first[j]!; c < first[j + 1]!; c++) to[c] = score + bonus[c]! + always;
  }
}

/** The same where every mentor is open. */
function copyWhole(
  to: Uint16Array,
  from: Uint16Array,
  { first, bonus, always }: Pick<CopySomeOptions, 'first' | 'bonus' | 'always'>,
): void {
  for (let j = 0; j < from.length; j++) {
    const score = from[j]! + always;
    const end = first[j + 1]!;
    for (let c = first[j]!; c < end; c++) to[c] = score + bonus[c]!;
  }
}
