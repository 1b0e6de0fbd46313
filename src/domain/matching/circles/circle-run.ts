// Circles in a run: solved after the plain assignment, and said in words: which opened, which did not and why.
import { counted } from '../../count-words.ts';
import type { Work } from '../../progress.ts';
import { BARRED, type Certificate, type Matching } from '../assignment-types.ts';
import { openCircles } from './circle-assignment.ts';
import { branchAndBound, dive } from '../solve/branch-and-bound.ts';
import { placedWorth } from '../solve/best-moves.ts';
import { judgeTree } from '../solve/proof-tree.ts';
import type { SideRule } from '../side-rule.ts';
import { tierWorths } from '../solve/tier-closure.ts';
import type { RunTable } from '../scoring/solve-table.ts';
import type { UnmatchedReason } from '../unmatched-reason.ts';
import type { CirclesOfRun, CircleSaid } from '../run.ts';

interface ClosedCircle {
  readonly column: number;
  /** People who would have come, had there been no minimum. */
  readonly people: number;
}

interface SolvedCircles {
  readonly opened: readonly { readonly column: number; readonly people: number }[];
  readonly closed: readonly ClosedCircle[];
}

export interface Searched {
  readonly matching: { readonly mentorOf: Int32Array; readonly prices: ArrayLike<number> };
  readonly certificate: Certificate;
  readonly circles?: SolvedCircles;
  /** Where the search was too long to end: how much better any answer could be, in people and in score points. */
  readonly within?: { readonly people: number; readonly points: number };
}

/**
 * With circles, or mentees who must be apart, together or mixed: the best answer by branch and bound, from the plain one
 * (`first`), with its proof by another hand. A circle that stays shut has nobody.
 */
export function* searched(
  { table: plain, columns, circles, tiers }: RunTable,
  first: Matching,
  rules: readonly SideRule[],
): Work<Searched> {
  const table = tiers === undefined ? plain : { ...plain, placedWorth: tierWorths(tiers.of) };
  const least = Int32Array.from(columns, (column) => column.least);
  const ownerOf = Int32Array.from(columns, ({ mentors: [lead = -1] }) => lead);
  const problem = { table, least, ownerOf, rules };
  const start = rules.length > 0 ? dive(problem) : (yield* openCircles(table, first.mentorOf, least)).mentorOf;
  const answer = yield* branchAndBound(problem, start);
  const { certificate, value, bound } = judgeTree(problem, answer);
  const worth = placedWorth(table);
  const people = Math.floor((bound - value) / worth);
  const within = certificate.proved ? undefined : { people, points: Math.round(bound - value - people * worth) };
  const isCircle = new Set(circles.map(({ mentors: [lead = -1] }) => lead));
  const all = columns.flatMap(({ mentors: [lead = -1] }, column) => (isCircle.has(lead) ? [column] : []));
  const load = (mentorOf: Int32Array, column: number): number => mentorOf.filter((j) => j === column).length;
  return {
    matching: { mentorOf: answer.mentorOf, prices: new Float64Array(table.mentors) },
    certificate,
    ...(within === undefined || certificate.faults.length > 0 ? {} : { within }),
    ...(circles.length === 0
      ? {}
      : {
          circles: {
            opened: all.flatMap((column) => {
              const here = load(answer.mentorOf, column);
              return here === 0 ? [] : [{ column, people: here }];
            }),
            closed: all.flatMap((column) =>
              load(answer.mentorOf, column) > 0 ? [] : [{ column, people: load(first.mentorOf, column) }],
            ),
          },
        }),
  };
}

export function circlesSaid({ opened, closed }: SolvedCircles, { columns, scoring }: RunTable): CirclesOfRun {
  const said = ({ column, people }: ClosedCircle): CircleSaid => {
    const { mentors, least, seats } = columns[column]!;
    return { mentors: mentors.map((j) => scoring.mentors[j]!), people, least, places: seats };
  };
  const byLead = (a: CircleSaid, b: CircleSaid): number => (a.mentors[0]!.id < b.mentors[0]!.id ? -1 : 1);
  return { opened: opened.map(said).sort(byLead), notOpened: closed.map(said).sort(byLead) };
}

/** The table with the seats that there are: none in a circle that did not open, each circle's only once. */
export function withOpenOnly(solve: RunTable, { opened }: SolvedCircles): RunTable {
  const { columns, scoring, circles, table } = solve;
  const places = new Map<number, number>(circles.flatMap(({ mentors }) => mentors.map((j) => [j, 0] as const)));
  for (const { column } of opened) places.set(columns[column]!.mentors[0]!, columns[column]!.seats);
  const open = new Set(opened.map(({ column }) => column));
  const isCircle = new Set(circles.map(({ mentors: [lead = -1] }) => lead));
  const seats = table.seats.map((count, column) =>
    isCircle.has(columns[column]!.mentors[0]!) && !open.has(column) ? 0 : count,
  );
  const mentors = scoring.mentors.map((mentor, j) => ({ ...mentor, seats: places.get(j) ?? mentor.seats }));
  return { ...solve, table: { ...table, seats }, scoring: { ...scoring, mentors } };
}

/** Why somebody has no mentor, where circles that did not open have to do with it; else `plain`. */
export function circleReason(
  mentee: number,
  { columns, scoring, scoreOf }: RunTable,
  closed: readonly ClosedCircle[],
  plain: () => UnmatchedReason,
): UnmatchedReason {
  if (closed.length === 0) return plain();
  const notOpened = new Map(closed.map((one) => [one.column, one]));
  const could = columns.flatMap(({ seats }, column) =>
    seats > 0 && scoreOf(mentee, column) !== BARRED ? [column] : [],
  );
  const shut = could.filter((column) => notOpened.has(column));
  if (shut.length === 0) return plain();
  const words = shut.slice(0, 3).map((column) => {
    const { mentors, least, seats } = columns[column]!;
    const { name } = scoring.mentors[mentors[0]!]!;
    return seats < least
      ? `${name}'s has ${seats} places and needs ${least} people`
      : `${name}'s ${heldWords(notOpened.get(column)?.people ?? 0, least)}`;
  });
  const circles = `${shut.length === 1 ? 'a circle' : 'circles'} open to them did not open: ${words.join('; ')}`;
  if (shut.length === could.length) return { kind: 'circle-not-opened', text: circles, rules: [] };
  const other = plain();
  return { ...other, text: `${other.text}; ${circles}` };
}

/** Why a circle with enough places stays shut. Who would have come is counted without any minimum. */
function heldWords(people: number, least: number): string {
  return people < least
    ? `would have had ${people} of the ${least} people it needs`
    : 'could only open with people whom other circles need, and fewer in all would be placed, or fit less well';
}

/** Sentences for the report of a run. */
export function circleWords({ opened, notOpened }: CirclesOfRun): readonly string[] {
  const names = ({ mentors }: CircleSaid): string => mentors.map(({ name, id }) => `${name} (${id})`).join(' with ');
  const lines: string[] = [];
  if (opened.length > 0) {
    const listed = opened.map((circle) => `${names(circle)} ${circle.people}`).join(', ');
    lines.push(`${counted(opened.length, 'circle opens', 'circles open')}: ${listed}.`);
  }
  if (notOpened.length > 0) {
    const listed = notOpened.map((circle) =>
      circle.places < circle.least
        ? `${names(circle)} has ${circle.places} places and needs ${circle.least} people`
        : `${names(circle)} ${heldWords(circle.people, circle.least)}`,
    );
    const head = counted(notOpened.length, 'circle does not open', 'circles do not open');
    lines.push(`${head}: ${listed.join(', ')}. Whoever would have come is placed elsewhere where anybody has room.`);
  }
  return lines;
}
