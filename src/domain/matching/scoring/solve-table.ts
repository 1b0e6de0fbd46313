// The table that the solver sees, made of all scores: without what is settled already, and with what counts more.
import type { ScoreTable, TableRows } from '../assignment-types.ts';
import { beyondSoftCap, evenness } from './bonuses.ts';
import type { Favours } from '../run.ts';
import type { Circle } from '../circles.ts';
import type { Candidate } from '../candidate.ts';
import type { Scoring } from './score-pairs.ts';
import { laidOut } from './solve-rows.ts';
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

interface SolveTable extends Laid {
  /** The mentee of each row. */
  readonly rows: readonly number[];
  /**
   * The same with one column for each mentor or circle, whose places may count unequally: what is solved and judged. Who is
   * with a mentor at all does not ask which of her places it is.
   */
  readonly byMentor: ByMentor;
  /** The same without fits below `least`. */
  readonly atLeast: (least: number) => SolveTable;
}

/** `firstColumn`: where each one's columns begin in the table that has one for places that count the same, and its length. */
export interface ByMentor extends Laid {
  readonly firstColumn: Int32Array;
}

interface Laid {
  /** Its scores are made when they are first read. */
  readonly table: ScoreTable;
  /** The same by rows: for questions about a few people. */
  readonly byRow: TableRows;
  readonly columns: readonly SolveColumn[];
  /** The score without what counts more; BARRED for a barred pair. */
  readonly scoreOf: (mentee: number, column: number) => number;
}

/** People, scores and the table of one run, before anything is solved. */
export interface RunTable extends SolveTable, RunView {}

/** A run's table by columns or by mentors. */
export interface RunView extends Laid {
  /** The mentee of each row. */
  readonly rows: readonly number[];
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
  readonly priority?: ((mentee: number) => number) | undefined;
}

/**
 * Leaves out pinned mentees (mentee -> mentor) and their seats and fits below the minimum. Under spread a
 * mentor's seats are worth less one by one, since a load that grows costs more and more (a convex cost: the seats are taken in
 * their order); seats worth the same are one column, or all of hers are one whose places count unequally (`byMentor`). A
 * circle is one column: it fits as well as its mentors do on average, and is barred when one of them is.
 */
export function solveTable(scoring: Scoring, pinned: ReadonlyMap<number, number>, options: SolveOptions): SolveTable {
  const { minimum, spread, favours, circles, softCap, priority } = options;
  const { mentees, mentors } = scoring;
  const rows = mentees.flatMap((_, i) => (pinned.has(i) ? [] : [i]));
  const columns = columnsOf(mentors, pinned.values(), { spread, circles, softCap });
  const counting = { scoring, rows, minimum, favours, priority };
  const { firstColumn, together } = oneEach(columns);
  // A circle that cannot reach its minimum takes nobody.
  const seatsOf = (all: readonly SolveColumn[]): Int32Array =>
    Int32Array.from(all, ({ seats, least }) => (seats < least ? 0 : seats));
  const seats = seatsOf(together);
  const placeBonus = Int32Array.from(
    together.flatMap((_, g) =>
      seats[g] === 0
        ? []
        : columns
            .slice(firstColumn[g], firstColumn[g + 1])
            .flatMap((column) => Array.from({ length: column.seats }, () => column.bonus)),
    ),
  );
  const byMentor = { ...laidOut(together, { seats, placeBonus }, counting), firstColumn };
  return {
    ...laidOut(columns, { seats: seatsOf(columns), bonus: Int32Array.from(columns, ({ bonus }) => bonus) }, counting),
    rows,
    byMentor,
    atLeast: (least) => solveTable(scoring, pinned, { ...options, minimum: Math.max(minimum, least) }),
  };
}

/** A run's table with a column for each mentor. */
export function perMentor(run: RunTable): RunView {
  const { table, byRow, columns, scoreOf } = run.byMentor;
  return { ...run, table, byRow, columns, scoreOf };
}

/** A mentor's columns, which stand side by side, as one. */
function oneEach(columns: readonly SolveColumn[]): {
  readonly firstColumn: Int32Array;
  readonly together: readonly SolveColumn[];
} {
  const firsts: number[] = [];
  const together: SolveColumn[] = [];
  columns.forEach((column, c) => {
    const last = together.at(-1);
    if (last?.mentors[0] !== column.mentors[0]) {
      firsts.push(c);
      together.push(column);
    } else together[together.length - 1] = { ...last!, seats: last!.seats + column.seats };
  });
  return { firstColumn: Int32Array.from([...firsts, columns.length]), together };
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
