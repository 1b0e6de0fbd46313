// Circles in a run: solved after the plain assignment, and said in words: which opened, which did not and why.
import { counted } from '../../count-words.ts';
import type { Work } from '../../progress.ts';
import { BARRED, type Certificate, type Matching } from '../assignment-types.ts';
import { certify } from '../solve/certificate.ts';
import { openCircles } from './circle-assignment.ts';
import { certifyCircles } from './circle-certificate.ts';
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

/** The plain answer and its proof where no circle has a minimum; else the answer with circles and theirs. */
export function* withCircles(
  { table, columns, circles }: RunTable,
  first: Matching,
): Work<{
  readonly matching: { readonly mentorOf: Int32Array; readonly prices: ArrayLike<number> };
  readonly certificate: Certificate;
  readonly circles?: SolvedCircles;
}> {
  if (circles.length === 0) return { matching: first, certificate: certify(table, first) };
  const least = Int32Array.from(columns, (column) => column.least);
  const answer = yield* openCircles(table, first.mentorOf, least);
  const { certificate, prices } = certifyCircles(table, answer);
  const isCircle = new Set(circles.map(({ mentors: [lead = -1] }) => lead));
  const all = columns.flatMap(({ mentors: [lead = -1] }, column) => (isCircle.has(lead) ? [column] : []));
  const load = (mentorOf: Int32Array, column: number): number => mentorOf.filter((j) => j === column).length;
  return {
    matching: { mentorOf: answer.mentorOf, prices },
    certificate,
    circles: {
      opened: all.flatMap((column) => {
        const people = load(answer.mentorOf, column);
        return people === 0 ? [] : [{ column, people }];
      }),
      closed: all.flatMap((column) =>
        load(answer.mentorOf, column) > 0 ? [] : [{ column, people: load(first.mentorOf, column) }],
      ),
    },
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
      : `${name}'s would have had ${notOpened.get(column)?.people ?? 0} of the ${least} people it needs`;
  });
  const circles = `${shut.length === 1 ? 'a circle' : 'circles'} open to them did not open: ${words.join('; ')}`;
  if (shut.length === could.length) return { kind: 'circle-not-opened', text: circles, rules: [] };
  const other = plain();
  return { ...other, text: `${other.text}; ${circles}` };
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
        : `${names(circle)} would have had ${circle.people} of the ${circle.least} it needs`,
    );
    const head = counted(notOpened.length, 'circle does not open', 'circles do not open');
    lines.push(`${head}: ${listed.join(', ')}. Whoever would have come is placed elsewhere where anybody has room.`);
  }
  return lines;
}
