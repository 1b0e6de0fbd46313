// Rows about people already known: meetings, answers, goals, flags, pairs, preferences, scores. Every problem with its line.
import { readDate, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { readAnswer } from '../cells/answers.ts';
import { readNumber } from '../cells/numbers.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Kind } from '../columns/vocabulary.ts';
import type { Issue } from '../issue.ts';
import type { ColumnTarget } from '../program/program.ts';
import { nearest } from '../suggest.ts';
import type { SourceRow } from './read-row.ts';
import type { KnownPerson } from './roster.ts';

export type RecordKind = Exclude<Kind, 'roster' | 'outcomes'>;

type RecordRow = Readonly<Record<string, string | number | null>>;

/** A coordinator's word on two people, from a file that went round. `none`: the pair stands in the file, undecided. */
export const decisions = ['accept', 'decline', 'never again', 'pin', 'block', 'none'] as const;
export type Decision = (typeof decisions)[number];

export interface PairRow {
  readonly line: number;
  readonly mentor: number;
  readonly mentee: number;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly day: string | null;
}

/** What a batch of rows says. `records` go to the kind's table and have its columns. */
export interface ReadRecords {
  readonly records: readonly RecordRow[];
  readonly pairs: readonly PairRow[];
  readonly issues: readonly Issue[];
}

/** The table each kind's records go to; pairs are decided on one by one. */
export const recordTables = {
  meetings: 'meeting',
  survey: 'survey_answer',
  goals: 'goal',
  flags: 'flag',
  preferences: 'preference',
  scores: 'stated_score',
} as const satisfies Record<Exclude<RecordKind, 'pairs'>, string>;

export interface RecordOptions {
  readonly source: string;
  readonly dates: DateOrder | undefined;
  /** Which survey the answers are to, and in which wave, where the rows do not say. */
  readonly survey: { readonly instrument: string; readonly wave: string | undefined };
  /** Numbers of the people who are mentors in the cohort: who stands on which side of a block. */
  readonly mentors: ReadonlySet<number>;
}

interface RowReading {
  readonly line: number;
  readonly raw: (target: ColumnTarget) => string;
  readonly words: (target: ColumnTarget) => string | null;
  readonly person: (...from: readonly ColumnTarget[]) => number | undefined;
  /** `a@example.org; b@example.org`: everybody in a cell; undefined when one of them is nobody. */
  readonly several: (target: ColumnTarget) => readonly number[] | undefined;
  readonly personIn: (text: string, heading: string) => number | undefined;
  /** null: empty; undefined: not a day, which has been said. */
  readonly day: (target: ColumnTarget) => string | null | undefined;
  readonly complain: (target: ColumnTarget, message: string, hint?: string) => void;
}

type Told = { readonly records?: readonly RecordRow[]; readonly pairs?: readonly PairRow[] };

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
  const { find, near } = finder(people);
  return (rows) => {
    const issues: Issue[] = [];
    const told = rows.map((row): Told => {
      const raw = (target: ColumnTarget): string => {
        const text = row.cells[targets.get(target)?.index ?? -1] ?? '';
        return isGap(text) ? '' : text;
      };
      const say = (column: string, value: string, message: string, hint?: string): void => {
        const where = { source: options.source, line: row.line, column };
        const base = { code: 'bad-record', severity: 'error', where, value, message } as const;
        issues.push({ ...base, ...(hint === undefined ? {} : { hint }) });
      };
      const complain = (target: ColumnTarget, message: string, hint?: string): void => {
        say(targets.get(target)?.heading ?? target, raw(target), message, hint);
      };
      const personIn = (text: string, heading: string): number | undefined => {
        const found = find(text);
        if (found === undefined) say(heading, text, 'nobody here has this id, e-mail or name', near(text));
        return found;
      };
      return tellers[kind](
        {
          line: row.line,
          raw,
          words: (target) => (raw(target) === '' ? null : raw(target)),
          person: (...from) => {
            const target = from.find((candidate) => targets.has(candidate)) ?? from[0] ?? 'person';
            return personIn(raw(target), targets.get(target)?.heading ?? target);
          },
          several: (target) => {
            const heading = targets.get(target)?.heading ?? target;
            // A whole cell may be a name with a comma in it.
            const whole = find(raw(target));
            const parts = whole === undefined ? raw(target).split(/[;,\n]/) : [raw(target)];
            const found = parts
              .filter((part, at) => at === 0 || part.trim() !== '')
              .map((part) => personIn(part.trim(), heading));
            return found.every((key) => key !== undefined) ? found : undefined;
          },
          personIn,
          day: (target) =>
            dayOf(raw(target), targets.get(target), options.dates, (message, hint) => {
              complain(target, message, hint);
            }),
          complain,
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
    };
  };
}

type Teller = (reading: RowReading, row: SourceRow, columns: readonly ColumnMeaning[], options: RecordOptions) => Told;

const tellers: Readonly<Record<RecordKind, Teller>> = {
  meetings: ({ person, day, raw, words, complain }) => {
    const [mentor_id, mentee_id, on] = [person('mentor'), person('mentee'), day('date')];
    const minutes = raw('minutes') === '' ? null : readNumber(raw('minutes'), 'point');
    if (minutes === undefined) complain('minutes', 'not a number of minutes');
    else if (minutes !== null && (minutes < 0 || minutes > 1440))
      complain('minutes', 'a meeting lasts 0 to 1440 minutes');
    else if (on === null) complain('date', 'a meeting needs its day');
    else if (mentor_id !== undefined && mentor_id === mentee_id)
      complain('mentee', 'the mentor and the mentee are the same person');
    else if (mentor_id !== undefined && mentee_id !== undefined && on !== undefined) {
      const rounded = minutes === null ? null : Math.round(minutes);
      const said = { mode: words('mode'), topic: words('topic'), notes: words('notes'), reflection: words('text') };
      return { records: [{ mentor_id, mentee_id, day: on, minutes: rounded, ...said }] };
    }
    return {};
  },
  survey: ({ person, words, complain }, row, columns, { survey }) => {
    const person_id = person('id', 'email');
    const wave = words('wave') ?? survey.wave;
    if (wave === undefined)
      complain('wave', 'which wave is this: pre, mid, post or then?', 'Say it for the whole file with --wave pre.');
    if (person_id === undefined || wave === undefined) return {};
    const instrument = words('instrument')?.toLowerCase() ?? survey.instrument;
    return {
      records: columns.flatMap(({ meaning, index }) => {
        const answer = meaning.is === 'item' ? readAnswer(row.cells[index] ?? '') : undefined;
        return meaning.is === 'item' && answer !== undefined
          ? [{ person_id, instrument, wave: wave.toLowerCase(), item: meaning.item, answer }]
          : [];
      }),
    };
  },
  goals: (reading) => {
    const told = about(reading, 'reached');
    if (told === undefined) return {};
    const { person_id, text, on, closed } = told;
    return { records: [{ person_id, goal: text, set_on: on, reached_on: closed }] };
  },
  flags: (reading) => {
    const told = about(reading, 'resolved');
    if (told === undefined) return {};
    const { person_id, text, on, closed } = told;
    return {
      records: [{ person_id, about: text, raised_on: on, raised_by: reading.words('raised-by'), resolved_on: closed }],
    };
  },
  scores: ({ person, raw, complain }) => {
    const [mentor_id, mentee_id] = [person('mentor'), person('mentee')];
    const score = readNumber(raw('score'), 'point');
    if (score === undefined) complain('score', 'not a number');
    if (score === undefined || mentor_id === undefined || mentee_id === undefined) return {};
    if (mentor_id !== mentee_id) return { records: [{ mentor_id, mentee_id, score }] };
    complain('mentee', 'the mentor and the mentee are the same person');
    return {};
  },
  preferences: ({ line, person, personIn, raw, complain }, row, columns, { mentors }) => {
    const person_id = person('person');
    if (person_id === undefined) return {};
    const named = columns.flatMap(({ meaning, index, heading }) => {
      const text = row.cells[index] ?? '';
      if (meaning.is === 'choice' && !isGap(text)) {
        const several = meaning.rank === 0 ? text.split(/[;,]/).map((part) => part.trim()) : [text];
        return several.map((one) => ({ rank: meaning.rank, text: one, heading }));
      }
      return meaning.is === 'target' && meaning.target === 'other'
        ? [{ rank: rankOf(raw('rank')), text, heading }]
        : [];
    });
    const records: RecordRow[] = [];
    const pairs: PairRow[] = [];
    for (const { rank, text, heading } of named) {
      if (rank === undefined) {
        complain('rank', 'not a rank', 'Write 1 for the first choice, or "never" to keep the two apart.');
        continue;
      }
      const other_id = personIn(text, heading);
      if (other_id === undefined) continue;
      if (other_id === person_id) complain('person', 'nobody can choose themselves');
      else if (rank > 0) records.push({ person_id, other_id, choice: rank });
      else {
        const [mentor, mentee] =
          mentors.has(person_id) && !mentors.has(other_id) ? [person_id, other_id] : [other_id, person_id];
        pairs.push({ line, mentor, mentee, decision: 'block', reason: 'asked not to be paired', day: null });
      }
    }
    return { records, pairs };
  },
  pairs: ({ line, several, raw, words, day, complain }) => {
    const [mentors, mentees, on] = [several('mentor'), several('mentee'), day('date')];
    const decision = decisionOf(raw('decision'));
    if (decision === undefined) {
      complain('decision', 'not a decision', `Known: accept, decline, never again, pin, block, or empty.`);
      return {};
    }
    if (mentors === undefined || mentees === undefined || on === undefined) return {};
    const pairs = mentors.flatMap((mentor) =>
      mentees.map((mentee) => ({ line, mentor, mentee, decision, reason: words('reason'), day: on })),
    );
    if (pairs.every(({ mentor, mentee }) => mentor !== mentee)) return { pairs };
    complain('mentee', 'the mentor and the mentee are the same person');
    return {};
  },
};

/** Goals and flags: whose, what, since when, and until when. */
function about(
  { person, words, day, complain }: RowReading,
  end: 'reached' | 'resolved',
): { person_id: number; text: string; on: string; closed: string | null } | undefined {
  const [person_id, on, text, closed] = [person('person', 'id', 'email'), day('date'), words('text'), day(end)];
  if (on === null) complain('date', 'this must not be empty');
  if (text === null) complain('text', 'this must not be empty');
  if (person_id === undefined || on === undefined || on === null || text === null || closed === undefined)
    return undefined;
  return { person_id, text, on, closed };
}

function rankOf(text: string): number | undefined {
  if (/^(never|block|blocked|avoid|no|not|x|conflict)$/i.test(text)) return 0;
  const rank = Number(/^(\d{1,3})(?:\.|st|nd|rd|th)?$/i.exec(text)?.[1]);
  return Number.isInteger(rank) && rank >= 1 ? rank : undefined;
}

function decisionOf(text: string): Decision | undefined {
  const word = text.toLowerCase().replaceAll('-', ' ').trim();
  if (word === '' || /^(proposed|undecided|draft|\?)$/.test(word)) return 'none';
  if (/^(accept(ed)?|yes|ok|approved?|active|y)$/.test(word)) return 'accept';
  if (/^(decline[ds]?|reject(ed)?|no|n)$/.test(word)) return 'decline';
  if (/^never( again)?$/.test(word)) return 'never again';
  return decisions.find((known) => known === word && known !== 'none');
}

function dayOf(
  text: string,
  column: ColumnMeaning | undefined,
  stated: DateOrder | undefined,
  complain: (message: string, hint?: string) => void,
): string | null | undefined {
  if (text === '') return null;
  const orders = column?.profile.dateOrders ?? [];
  if (orders.length === 2 && stated === undefined && !/^\d{4}/.test(text)) {
    complain('the day and the month could be either way round', 'Say which with --dates dmy or --dates mdy.');
    return undefined;
  }
  const date = readDate(text, stated ?? orders[0] ?? 'dmy');
  if (date === undefined) complain('not a date', 'Write it as 2026-09-14.');
  return date;
}

/** By id, by e-mail, or by a name only one person has. */
function finder(people: readonly KnownPerson[]): {
  find: (text: string) => number | undefined;
  near: (text: string) => string | undefined;
} {
  const byId = new Map(
    people.flatMap(({ id, aliases = [], key }) => [...aliases, id].map((ref) => [ref.toLowerCase(), key] as const)),
  );
  const byEmail = new Map(people.flatMap(({ email, key }) => (email === undefined ? [] : [[email, key] as const])));
  const byName = new Map<string, number | undefined>();
  for (const { name, key } of people) byName.set(name.toLowerCase(), byName.has(name.toLowerCase()) ? undefined : key);
  // Searched only among few: a wrong file must not compare every line with every person.
  const spellings = people.length > 5000 ? [] : people.flatMap(({ id, name }) => [id, name]);
  return {
    find: (text) => {
      const word = text.trim().toLowerCase();
      return byId.get(word) ?? byEmail.get(word) ?? byName.get(word);
    },
    near: (text) => {
      const found = nearest(text, spellings);
      return found === undefined ? undefined : `Did you mean "${found}"?`;
    },
  };
}
