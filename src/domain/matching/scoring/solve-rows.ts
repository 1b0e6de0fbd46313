// The rows that the solver sees: a mentee's fits with what counts more, column by column, laid out or made one at a time.
import { BARRED, type ScoreTable, type TableRows } from '../assignment-types.ts';
import { countBits, listBits } from './bits.ts';
import { favoursOf } from './bonuses.ts';
import type { Favours } from '../run.ts';
import { scoreRoom } from '../../vectors/score-room.ts';
import type { Scoring } from './score-pairs.ts';

/** `rows`: the mentee (index of the scoring) of each. `priority`: mentee -> what her being placed counts more. */
export interface Counting {
  readonly scoring: Scoring;
  readonly rows: readonly number[];
  /** Fits below it may not be. */
  readonly minimum: number;
  readonly favours: Favours;
  readonly priority: ((mentee: number) => number) | undefined;
}

interface Seating {
  readonly seats: Int32Array;
  /** What each column counts more; nothing where the places of a column count unequally. */
  readonly bonus?: Int32Array;
  readonly placeBonus?: Int32Array;
}

/** Mentors (indices of the scoring) whose places they are; the first leads. */
interface Column {
  readonly mentors: readonly number[];
}

/** The score of a mentee and a column without what counts more; a circle fits as well as its mentors do on average. */
function scoresIn(
  columns: readonly Column[],
  { scoring, minimum }: Pick<Counting, 'scoring' | 'minimum'>,
): (mentee: number, column: number) => number {
  return (i, column) => {
    const own = columns[column]!.mentors.map((j) => scoring.fitOf(i, j));
    if (own.includes(BARRED)) return BARRED;
    const score = own.length === 1 ? own[0]! : Math.round(own.reduce((sum, one) => sum + one, 0) / own.length);
    return score < minimum ? BARRED : score;
  };
}

export function laidOut<Kind extends Column>(
  columns: readonly Kind[],
  { seats, bonus = new Int32Array(columns.length), placeBonus }: Seating,
  counting: Counting,
): {
  readonly table: ScoreTable;
  readonly byRow: TableRows;
  readonly columns: readonly Kind[];
  readonly scoreOf: (mentee: number, column: number) => number;
} {
  const { scoring, rows, minimum, favours, priority = () => 0 } = counting;
  const { mentees, mentors } = scoring;
  const scoreOf = scoresIn(columns, counting);
  const lead = Int32Array.from(columns, (column) => column.mentors[0]!);
  const allAlone = columns.every((column) => column.mentors.length === 1);
  // Where all lead alone a mentor's columns stand side by side: from `first[j]` to before `first[j + 1]`.
  const first = new Int32Array(mentors.length + 1);
  columns.forEach((column) => first[column.mentors[0]! + 1]!++);
  for (let j = 0; j < mentors.length; j++) first[j + 1]! += first[j]!;
  const asScored = allAlone && countsNothingMore(counting) && placeBonus !== undefined && lead.every((j, c) => j === c);
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
  const sides = {
    mentees: rows.length,
    mentors: columns.length,
    seats,
    ...(placeBonus === undefined ? {} : { placeBonus }),
  };
  const allRows = (): Uint16Array => {
    if (asScored && rows.length === mentees.length) return scoring.scores;
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
      return (scores ??= allRows());
    },
  };
  const row = new Uint16Array(columns.length);
  const rowOf = (at: number): Uint16Array => {
    if (scores !== undefined) return scores.subarray(at * columns.length, (at + 1) * columns.length);
    if (asScored) return scoring.rowOf(rows[at]!);
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
  const columnOf = (c: number): Uint16Array => {
    if (!allAlone || scores !== undefined) return Uint16Array.from(rows, (_, at) => cellOf(at, c));
    const fits = scoring.columnOf(lead[c]!);
    if (asScored && rows.length === fits.length) return fits;
    const { id } = mentors[lead[c]!]!;
    const column = new Uint16Array(rows.length);
    for (let at = 0; at < column.length; at++) {
      const i = rows[at]!;
      const fit = fits[i]!;
      column[at] = fit === BARRED || fit < minimum ? BARRED : fit;
      if (asScored || column[at] === BARRED) continue;
      const { always, more } = favoursOf(favours, mentees[i]!);
      column[at] = fit + bonus[c]! + always + priority(i) + (more?.get(id) ?? 0);
    }
    return column;
  };
  return { table, byRow: { ...sides, rowOf, cellOf, columnOf, whole: () => table }, columns, scoreOf };
}

/** The scores themselves are the table's. */
function countsNothingMore({ minimum, favours, priority }: Counting): boolean {
  const { leftOver, previous, near, away } = favours;
  const none = leftOver.size === 0 && previous.size === 0 && (near?.size ?? 0) === 0 && away === undefined;
  return none && minimum === 0 && priority === undefined;
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
