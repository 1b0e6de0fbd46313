// A run under review: its open proposals, least sure first, and for each the next-best mentors with what they cost the whole.
import { alternativesByPrice, alternativesFor } from './alternatives.ts';
import type { Prices } from './moves-by-price.ts';
import { placedWorth } from '../solve/best-moves.ts';
import type { Candidate } from '../candidate.ts';
import { BARRED, TOP_SCORE } from '../assignment-types.ts';
import { rowTable } from '../scoring/run-table.ts';
import type { RunInput, ScorePart } from '../run.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import type { Program } from '../../program/program.ts';

/** One proposal still to be decided on. Several mentors lead a circle together, the first of them leads. */
export interface ReviewCard {
  readonly mentee: Candidate;
  readonly mentors: readonly Candidate[];
  /** 0..1000; the first mentor's with the mentee. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Place of the first mentor among all who are open to the mentee, and how many those are. */
  readonly rank: number;
  readonly open: number;
}

/** Nobody else is moved for less than this, in score points of 1000: two of 100. */
const worthAMove = 20;

export interface Choice {
  readonly mentors: readonly Candidate[];
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /** Score points of 1000 that the whole loses; below 0 it gains. */
  readonly cost: number;
  /** People more or fewer with a mentor. */
  readonly placed: number;
  readonly others: readonly {
    readonly mentee: Candidate;
    readonly from: Candidate | undefined;
    readonly to: Candidate | undefined;
    readonly before: number;
    readonly after: number;
  }[];
}

export interface ReviewTable {
  /** Lowest fit first. */
  readonly cards: readonly ReviewCard[];
  readonly run: RunTable;
  /** Row -> column, -1 where nothing is proposed. */
  readonly columnOf: Int32Array;
  readonly movable: Uint8Array;
  /** Of its columns; undefined where the run kept none. */
  readonly prices: Prices | undefined;
}

/**
 * `open`: proposals nobody has decided on, by the people's ids; the first mentor named for a mentee counts. `kept`: the prices
 * of the run's own answer, by mentor's id, and what leaving somebody out was charged; with them questions need not read every pair.
 */
export function reviewTable(
  input: RunInput,
  program: Program,
  open: readonly { readonly mentee: string; readonly mentor: string }[],
  kept?: { readonly netPrices: ReadonlyMap<string, number>; readonly unmatchedCost: number },
): ReviewTable {
  const run = rowTable(input, program);
  const { scoring, rows, columns } = run;
  const columnOf = seated(run, open);
  const movable = Uint8Array.from(columnOf, (column) => (column < 0 ? 0 : 1));
  const cards = rows
    .flatMap((i, row): ReviewCard[] => {
      const column = columns[columnOf[row]!];
      if (column === undefined) return [];
      const lead = column.mentors[0]!;
      const score = scoring.fitOf(i, lead);
      const mentors = column.mentors.map((j) => scoring.mentors[j]!);
      let offered: { readonly rank: number; readonly open: number } | undefined;
      const among = (): NonNullable<typeof offered> => (offered ??= standingOf(run, i, score));
      return [
        {
          mentee: scoring.mentees[i]!,
          mentors,
          score,
          get parts() {
            return scoring.parts(i, lead);
          },
          get rank() {
            return among().rank;
          },
          get open() {
            return among().open;
          },
        },
      ];
    })
    .sort((a, b) => a.score - b.score || (a.mentee.id < b.mentee.id ? -1 : 1));
  return { cards, run, columnOf, movable, prices: kept === undefined ? undefined : pricesIn(run, kept) };
}

/** Her place among all who are open to the mentee, and how many those are. */
function standingOf({ scoring }: RunTable, i: number, score: number): { readonly rank: number; readonly open: number } {
  const row = scoring.rowOf(i);
  let [better, open] = [0, 0];
  scoring.mentors.forEach(({ seats }, j) => {
    if (row[j] === BARRED || seats === 0) return;
    open++;
    if (row[j]! > score) better++;
  });
  return { rank: better + 1, open };
}

function pricesIn(
  { scoring, rows, columns }: RunTable,
  { netPrices, unmatchedCost }: { readonly netPrices: ReadonlyMap<string, number>; readonly unmatchedCost: number },
): Prices {
  const net = scoring.mentors.map(({ id }) => netPrices.get(id) ?? 0);
  const of = Float64Array.from(columns, ({ mentors: [lead = 0], bonus }) => net[lead]! + bonus);
  return { of, nobody: unmatchedCost - TOP_SCORE - placedWorth({ mentees: rows.length }) };
}

/** Row -> column of the table: a mentor's columns fill from the first on. The first mentor named for a mentee counts. */
export function seated(
  { scoring, rows, columns, table }: RunTable,
  proposals: Iterable<{ readonly mentee: string; readonly mentor: string }>,
): Int32Array {
  const mentors = new Map(scoring.mentors.map(({ id }, j) => [id, j]));
  const columnsOf = new Map<number, number[]>();
  columns.forEach((column, c) => {
    for (const j of column.mentors) columnsOf.set(j, [...(columnsOf.get(j) ?? []), c]);
  });
  const rowOf = new Map(rows.map((i, row) => [scoring.mentees[i]!.id, row]));
  const columnOf = new Int32Array(rows.length).fill(-1);
  const load = new Int32Array(columns.length);
  for (const { mentee, mentor } of proposals) {
    const row = rowOf.get(mentee);
    const seats = columnsOf.get(mentors.get(mentor) ?? -1);
    if (row === undefined || seats === undefined || columnOf[row]! >= 0) continue;
    const column = seats.find((c) => load[c]! < table.seats[c]!) ?? seats.at(-1)!;
    columnOf[row] = column;
    load[column]!++;
  }
  return columnOf;
}

/**
 * How many mentees' choices can be worked out while somebody waits for a list: some ten seconds' worth, and never fewer
 * than ten. Programs of a few hundred people get them all.
 */
export function choicesInTime({ run }: ReviewTable): number {
  return Math.max(10, Math.floor(50_000_000 / Math.max(1, run.rows.length * run.columns.length)));
}

/** 0..1000, as the run scored them. */
export function scoreBetween({ run: { scoring } }: ReviewTable, menteeId: string, mentorId: string): number {
  const i = scoring.mentees.findIndex(({ id }) => id === menteeId);
  const j = scoring.mentors.findIndex(({ id }) => id === mentorId);
  return scoring.fitOf(i, j);
}

/**
 * The mentors the mentee might have instead, the cheapest for the whole first; for whoever has no proposal, at all. `most`: no
 * more than so many; `only`: nobody but this one, who may lead with others.
 */
export function choicesFor(
  table: ReviewTable,
  menteeId: string,
  { most = Infinity, only }: { readonly most?: number; readonly only?: Candidate } = {},
): Choice[] {
  const { run, columnOf, movable, prices } = table;
  const { scoring, rows, columns, byRow } = run;
  const row = rows.findIndex((i) => scoring.mentees[i]!.id === menteeId);
  if (row < 0) return [];
  const i = rows[row]!;
  const own = columns[columnOf[row]!]?.mentors[0];
  const seen = new Set(own === undefined ? [] : [own]);
  const choices: Choice[] = [];
  const owner = Int32Array.from(columns, ({ mentors: [lead = -1] }) => lead);
  const options = { perMove: worthAMove, owner };
  const led = columns.find(({ mentors }) => mentors.some((j) => scoring.mentors[j]!.id === only?.id))?.mentors[0];
  if (only !== undefined && led === undefined) return [];
  const asked = { ...options, most, ...(led === undefined ? {} : { only: led }) };
  const found =
    (prices === undefined ? undefined : alternativesByPrice(byRow, columnOf, row, movable, prices, asked)) ??
    alternativesFor(run.table, columnOf, row, movable, options);
  for (const { mentor: column, cost, placed, others } of found) {
    // A mentor's seats may be two columns of the table; the cheaper comes first.
    const lead = columns[column]!.mentors[0]!;
    if (seen.has(lead) || (led !== undefined && lead !== led)) continue;
    seen.add(lead);
    const lands = (c: number): Candidate | undefined => (c < 0 ? undefined : scoring.mentors[columns[c]!.mentors[0]!]);
    const points = (r: number, c: number): number => (c < 0 ? 0 : scoring.fitOf(rows[r]!, columns[c]!.mentors[0]!));
    choices.push({
      mentors: columns[column]!.mentors.map((j) => scoring.mentors[j]!),
      score: scoring.fitOf(i, lead),
      parts: scoring.parts(i, lead),
      cost,
      placed,
      others: others
        .map(({ mentee: r, from, to }) => ({
          mentee: scoring.mentees[rows[r]!]!,
          from: lands(from),
          to: lands(to),
          before: points(r, from),
          after: points(r, to),
        }))
        // From one column of a mentor to her other is no move.
        .filter(({ from, to }) => from?.id !== to?.id),
    });
    if (choices.length >= most) break;
  }
  return choices;
}

/** Mentees the first mentor of a card has or is proposed, besides the one on it. */
export function takenBesides(
  pins: readonly { readonly mentor: string }[],
  cards: readonly ReviewCard[],
  { mentee, mentors: [mentor] }: ReviewCard,
): number {
  const real = pins.filter((pin) => pin.mentor === mentor?.id).length;
  const proposed = cards.filter((one) => one.mentee.id !== mentee.id && one.mentors[0]?.id === mentor?.id);
  return real + proposed.length;
}
