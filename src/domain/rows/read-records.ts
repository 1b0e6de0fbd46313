// Rows about people already known: meetings, answers, goals, flags, pairs, preferences, scores. Every problem with its line.
import { ordersSaid, readDay, type DateOrder } from '../cells/dates.ts';
import { lengthReader, minutesBetween } from '../cells/lengths.ts';
import { isGap } from '../cells/gaps.ts';
import { oneLine } from '../cells/one-line.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { ColumnTarget } from '../program/program.ts';
import type { SourceRow } from '../cells/source-row.ts';
import type { ReadRecords, RecordKind, RecordOptions, Told } from './record-kinds.ts';
import { rowPeople } from './person-of-row.ts';
import { personFinder } from './record-person.ts';
import type { KnownPerson } from '../people/roster.ts';
import { tellers } from './tell-record.ts';

/** A reader of batches of rows. `people`: everybody in the database. */
export function recordReader(
  kind: RecordKind,
  columns: readonly ColumnMeaning[],
  people: readonly KnownPerson[],
  options: RecordOptions,
): (rows: readonly SourceRow[]) => ReadRecords {
  const targets = new Map(
    columns.flatMap((column) => (column.meaning.is === 'target' ? [[column.meaning.target, column] as const] : [])),
  );
  const finder = personFinder(people);
  const { find, bearers, withoutZeros } = finder;
  const { personIn: personOf, besides, toldApart } = rowPeople(columns, finder, options);
  const minutesOf = minutesReader(targets);
  const ordersOf = new Map(
    [...targets].map(([target, { profile }]) => [target, ordersSaid(profile.distinct)] as const),
  );
  return (rows) => {
    const issues: Issue[] = [];
    const told = rows.map((row): Told => {
      const raw = (target: ColumnTarget): string => {
        const text = row.cells[targets.get(target)?.index ?? -1] ?? '';
        return isGap(text) ? '' : oneLine(text);
      };
      /** Of a person whose own column is blank, what another one says. */
      const who = (target: ColumnTarget): string => raw(target) || besides(row, target);
      const say = (column: string, value: string, message: string, hint?: string): void => {
        const where = { source: options.source, line: row.line, column };
        const base = { code: 'bad-record', severity: 'error', where, value, message } as const;
        issues.push({ ...base, ...(hint === undefined ? {} : { hint }) });
      };
      const complain = (target: ColumnTarget, message: string, hint?: string): void => {
        say(targets.get(target)?.heading ?? target, raw(target), message, hint);
      };
      const personIn = (
        text: string,
        heading: string,
        likelier?: (key: number) => boolean,
        target?: ColumnTarget,
      ): number | undefined => {
        const side = target === 'mentor' || target === 'mentee' ? target : undefined;
        return personOf(row, text, { heading, side, likelier }, say);
      };
      return tellers[kind](
        {
          line: row.line,
          raw,
          words: (target) => (raw(target) === '' ? null : raw(target)),
          person: (...from) => {
            const target = from.find((candidate) => targets.has(candidate)) ?? from[0] ?? 'person';
            return personIn(who(target), targets.get(target)?.heading ?? target, undefined, target);
          },
          several: (target, likelier) => {
            const heading = targets.get(target)?.heading ?? target;
            // A whole cell may be a name with a comma in it.
            const text = who(target);
            const whole = find(text);
            const known = (text: string): boolean => find(text) !== undefined || bearers(text).length > 0;
            const cell = raw(target) === '' ? text : (row.cells[targets.get(target)?.index ?? -1] ?? '');
            const parts =
              whole === undefined
                ? piecesOf(cell, /[;\n|>]/).flatMap((piece) => (known(piece) ? [piece] : piecesOf(piece, /,/)))
                : [text];
            const found = parts
              .filter((part, at) => at === 0 || part !== '')
              .map((part) => personIn(part, heading, likelier, target));
            return found.every((key) => key !== undefined) ? found : undefined;
          },
          personIn,
          day: (target) =>
            dayOf(raw(target), ordersOf.get(target) ?? [], options.dates, (message, hint) => {
              complain(target, message, hint);
            }),
          minutes: () => minutesOf(raw, complain),
          complain,
          say,
        },
        row,
        columns,
        options,
      );
    });
    return {
      records: told.flatMap(({ records = [] }) => records),
      pairs: told.flatMap(({ pairs = [] }) => pairs),
      issues,
      withoutZeros,
      toldApart,
    };
  };
}

/** `1. Ana Silva > 2. Bo Chen`: the texts between the signs, without the numbers in front of them. */
function piecesOf(text: string, sign: RegExp): string[] {
  return text.split(sign).map((piece) => piece.trim().replace(/^(?:\d{1,2}\s*[.):]\s*)(?=\D)/, ''));
}

type Complain = (target: ColumnTarget, message: string, hint?: string) => void;

/** How long a meeting took: a length in minutes or hours, or a start and an end. */
function minutesReader(
  targets: ReadonlyMap<ColumnTarget, ColumnMeaning>,
): (raw: (target: ColumnTarget) => string, complain: Complain) => number | null | undefined {
  const column = targets.get('hours') ?? targets.get('minutes');
  const inHours = targets.has('hours') ? 'hours ' : '';
  const inMinutes =
    column?.meaning.is === 'target' && column.meaning.stated === true && inHours === '' ? 'minutes ' : '';
  const read =
    column === undefined
      ? undefined
      : lengthReader(`${inHours}${inMinutes}${inHours === '' ? column.heading : ''}`, column.profile.distinct);
  const target = targets.has('hours') ? 'hours' : 'minutes';
  return (raw, complain) => {
    const more = targets.has('hours') && targets.has('minutes') ? Number(raw('minutes') || 0) : 0;
    const text = raw(target) === '' && more > 0 ? '0' : raw(target);
    if (read !== undefined && text !== '') {
      const length = read(text);
      if (typeof length === 'number' && !Number.isNaN(more)) return length + more;
      if (typeof length === 'number') {
        complain('minutes', 'not a number of minutes', writeLength);
        return undefined;
      }
      complain(target, length, length.endsWith('?') ? whichUnit(column?.heading ?? '') : writeLength);
      return undefined;
    }
    const until = raw('until');
    // The day of a meeting may say when it began: `Start` 2026-10-01 14:00 beside an `End`.
    const from = raw('from') || (/\d[:h.]\d\d/.test(raw('date')) ? raw('date') : '');
    if (from === '' || until === '') return null;
    const between = minutesBetween(from, until);
    if (between === undefined)
      complain('until', 'a start and an end that are no times of a day', 'Write them as 14:00.');
    return between;
  };
}

const writeLength = 'Write it as 45 min, 1:30 or 1.5 h.';
const whichUnit = (heading: string): string =>
  `Say which: --map "${heading}=hours", or write 1 h; --map "${heading}=minutes" takes them for minutes.`;

function dayOf(
  text: string,
  orders: readonly DateOrder[],
  stated: DateOrder | undefined,
  complain: (message: string, hint?: string) => void,
): string | null | undefined {
  if (text === '') return null;
  const day = readDay(text, orders, stated);
  if (typeof day === 'string') return day;
  complain(day.message, day.hint);
  return undefined;
}
