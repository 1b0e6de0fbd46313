// Rows about people already known: meetings, survey answers, goals, flags. Every problem with its line.
import { dateOrders, readDate, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { readNumber } from '../cells/numbers.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { ColumnTarget } from '../program/program.ts';
import { didYouMean } from '../suggest.ts';
import type { SourceRow } from './read-drafts.ts';
import type { KnownPerson } from './roster.ts';

type RecordRow = Readonly<Record<string, string | number | null>>;

export interface ReadRecords {
  /** The table the records go to; their keys are its columns. */
  readonly table: 'meeting' | 'survey_answer' | 'goal' | 'flag';
  readonly records: readonly RecordRow[];
  readonly issues: readonly Issue[];
}

export function readRecords(
  kind: 'meetings' | 'survey' | 'goals' | 'flags',
  rows: readonly SourceRow[],
  columns: readonly ColumnMeaning[],
  people: readonly KnownPerson[],
  options: { readonly source: string; readonly dates: DateOrder | undefined },
): ReadRecords {
  const issues: Issue[] = [];
  const targets = new Map(
    columns.flatMap((column) => (column.meaning.is === 'target' ? [[column.meaning.target, column] as const] : [])),
  );
  const find = finder(people);
  const orders = new Map<ColumnTarget, readonly DateOrder[]>();
  const ordersOf = (target: ColumnTarget): readonly DateOrder[] => {
    const known =
      orders.get(target) ??
      dateOrders(rows.map(({ cells }) => cells[targets.get(target)?.index ?? -1] ?? '').filter((cell) => !isGap(cell)));
    orders.set(target, known);
    return known;
  };
  const records = rows.flatMap((row): RecordRow[] => {
    const raw = (target: ColumnTarget): string => {
      const text = row.cells[targets.get(target)?.index ?? -1] ?? '';
      return isGap(text) ? '' : text;
    };
    const complain = (target: ColumnTarget, message: string, hint?: string): void => {
      const where = { source: options.source, line: row.line, column: targets.get(target)?.heading ?? target };
      const base = { code: 'bad-record', severity: 'error', where, value: raw(target), message } as const;
      issues.push({ ...base, ...(hint === undefined ? {} : { hint }) });
    };
    const words = (target: ColumnTarget): string | null => (raw(target) === '' ? null : raw(target));
    const person = (...from: readonly ColumnTarget[]): number | undefined => {
      const target = from.find((candidate) => targets.has(candidate)) ?? from[0] ?? 'person';
      const found = find(raw(target));
      if (found === undefined)
        complain(
          target,
          'nobody here has this id, e-mail or name',
          didYouMean(
            raw(target),
            people.map(({ id }) => id),
          ),
        );
      return found;
    };
    const day = (target: ColumnTarget): string | null | undefined => {
      if (raw(target) === '') return null;
      const orders = ordersOf(target);
      if (orders.length === 2 && options.dates === undefined && !/^\d{4}/.test(raw(target))) {
        complain(
          target,
          'the day and the month could be either way round',
          'Say which with --dates dmy or --dates mdy.',
        );
        return undefined;
      }
      const date = readDate(raw(target), options.dates ?? orders[0] ?? 'dmy');
      if (date === undefined) complain(target, 'not a date', 'Write it as 2026-09-14.');
      return date;
    };
    const refuse = (target: ColumnTarget, message: string): RecordRow[] => {
      complain(target, message);
      return [];
    };
    switch (kind) {
      case 'meetings': {
        const [mentor_id, mentee_id, on] = [person('mentor'), person('mentee'), day('date')];
        const minutes = raw('minutes') === '' ? null : readNumber(raw('minutes'), 'point');
        if (minutes === undefined) return refuse('minutes', 'not a number of minutes');
        if (on === null) return refuse('date', 'a meeting needs its day');
        if (mentor_id === undefined || mentee_id === undefined || on === undefined) return [];
        return [
          {
            mentor_id,
            mentee_id,
            day: on,
            minutes: minutes === null ? null : Math.round(minutes),
            mode: words('mode'),
            topic: words('topic'),
            notes: words('notes'),
            reflection: words('text'),
          },
        ];
      }
      case 'survey': {
        const person_id = person('id', 'email');
        const wave = words('wave');
        if (wave === null) return refuse('wave', 'which wave is this: pre, mid, post or then?');
        if (person_id === undefined) return [];
        const instrument = options.source.replace(/\.\w+$/, '').replace(/^survey[-_ ]?/, '');
        return columns.flatMap(({ meaning, index }) => {
          const answer = meaning.is === 'item' ? readNumber(row.cells[index] ?? '', 'point') : undefined;
          return meaning.is === 'item' && answer !== undefined
            ? [{ person_id, instrument, wave: wave.toLowerCase(), item: meaning.item, answer }]
            : [];
        });
      }
      case 'goals':
      case 'flags': {
        const [person_id, on] = [person('person', 'id', 'email'), day('date')];
        const about = words('text');
        if (on === null || about === null) return refuse(on === null ? 'date' : 'text', 'this must not be empty');
        const closed = day(kind === 'goals' ? 'reached' : 'resolved');
        if (person_id === undefined || on === undefined || closed === undefined) return [];
        return kind === 'goals'
          ? [{ person_id, goal: about, set_on: on, reached_on: closed }]
          : [{ person_id, about, raised_on: on, raised_by: words('raised-by'), resolved_on: closed }];
      }
    }
  });
  const table = ({ meetings: 'meeting', survey: 'survey_answer', goals: 'goal', flags: 'flag' } as const)[kind];
  return { table, records, issues };
}

/** By id, by e-mail, or by a name only one person has. */
function finder(people: readonly KnownPerson[]): (text: string) => number | undefined {
  const byId = new Map(people.map(({ id, key }) => [id.toLowerCase(), key]));
  const byEmail = new Map(people.flatMap(({ email, key }) => (email === undefined ? [] : [[email, key] as const])));
  const byName = new Map<string, number | undefined>();
  for (const { name, key } of people) byName.set(name.toLowerCase(), byName.has(name.toLowerCase()) ? undefined : key);
  return (text) => {
    const word = text.trim().toLowerCase();
    return byId.get(word) ?? byEmail.get(word) ?? byName.get(word);
  };
}
