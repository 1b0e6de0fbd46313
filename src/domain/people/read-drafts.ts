// Rows of a roster or an outcome file to people: each cell read by what its column is, every problem with its line.
import { readCapacity } from '../cells/capacity.ts';
import { readDate, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { readNumber } from '../cells/numbers.ts';
import { readEmail, readFullName, readRole } from '../cells/people-words.ts';
import { readSet } from '../cells/sets.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { isTicked } from '../columns/tick-boxes.ts';
import type { Issue } from '../issue.ts';
import { fold } from '../matching/encode.ts';
import type { ColumnTarget, Field, FieldValue, Measure, Program, Role } from '../program/program.ts';
import { didYouMean } from '../suggest.ts';
import type { EnrolmentDraft } from './roster.ts';

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One thing observed of the person with this id. Exactly one of number and status. */
export interface ObservationDraft {
  readonly id: string;
  readonly line: number;
  readonly measure: string;
  readonly observed: string;
  readonly number: number | null;
  readonly status: string | null;
}

/** What a batch of rows says. Where somebody stands in it twice, only the later answer does. */
export interface Drafts {
  readonly drafts: readonly EnrolmentDraft[];
  readonly observations: readonly ObservationDraft[];
  readonly issues: readonly Issue[];
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
}

/** What is learned on the way through a file, and grows with each batch. */
export interface DraftReader {
  read(rows: readonly SourceRow[]): Drafts;
  /** Capacity answers in words, and what they were read as. */
  readonly inWords: ReadonlyMap<string, number>;
  /** Options a saved field did not know yet, by field name. */
  readonly newOptions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The cohorts the rows name, where a column does. */
  readonly cohorts: ReadonlySet<string>;
  /** True for a long outcome file: a person has many rows, and none of them is an answer again. */
  readonly long: boolean;
}

export interface DraftOptions {
  readonly source: string;
  readonly role: 'mentor' | 'mentee' | 'both' | 'none' | undefined;
  readonly dates: DateOrder | undefined;
}

/** A reader of rows by what their columns are. Answers that come again and again are read once. */
export function draftReader(columns: readonly ColumnMeaning[], program: Program, options: DraftOptions): DraftReader {
  const inWords = new Map<string, number>();
  const newOptions = new Map<string, Set<string>>();
  const cohorts = new Set<string>();
  const targets = new Map(
    columns.flatMap(({ meaning, index }) => (meaning.is === 'target' ? [[meaning.target, index] as const] : [])),
  );
  const long = targets.has('measure') && targets.has('value');
  const learn = (field: string, option: string): void => {
    newOptions.set(field, (newOptions.get(field) ?? new Set()).add(option));
  };
  const readers = columns.map((column) => cellReader(column, options.dates, learn));
  const readRow = rowReader({ columns, targets, readers, program, options, inWords, cohorts, long });
  return {
    inWords,
    newOptions,
    cohorts,
    long,
    read: (rows) => {
      const issues: Issue[] = [];
      const leftOut: { line: number; why: string }[] = [];
      const latest = new Map<string, RowDraft>();
      for (const row of rows) {
        const entry = readRow(row, issues);
        if (entry === undefined) continue;
        const { id, email } = entry.draft;
        const before = latest.get(id);
        if (before?.draft.email !== undefined && email !== undefined && before.draft.email !== email) {
          issues.push(twoEmails(before.draft, entry.draft, options.source));
          continue;
        }
        if (before !== undefined && !long) leftOut.push({ line: before.draft.line, why: answeredAgain(id, row.line) });
        const observations =
          long && before !== undefined ? [...before.observations, ...entry.observations] : entry.observations;
        latest.set(id, { ...entry, observations });
      }
      const kept = [...latest.values()];
      return {
        drafts: kept.flatMap(({ draft, roles }) => roles.map((role) => inRole(draft, role))),
        observations: kept.flatMap(({ observations }) => observations),
        issues,
        leftOut,
      };
    },
  };
}

/** What is said of an answer that a later one of the same person replaces. */
export function answeredAgain(id: string, line: number): string {
  return `${id} answered again on line ${line}; the later answer counts`;
}

function twoEmails(before: EnrolmentDraft, now: EnrolmentDraft, source: string): Issue {
  return {
    code: 'one-id-two-emails',
    severity: 'error',
    where: { source, line: now.line },
    value: now.id,
    message: `id ${now.id} has e-mail ${before.email ?? ''} on line ${before.line} and ${now.email ?? ''} here`,
    hint: 'Keep one of the two lines, or correct the id.',
  };
}

function inRole({ seats, ...draft }: EnrolmentDraft, role: Role): EnrolmentDraft {
  return { ...draft, role, ...(role === 'mentor' && seats !== undefined ? { seats } : {}) };
}

interface RowDraft {
  readonly draft: EnrolmentDraft;
  readonly roles: readonly Role[];
  readonly observations: readonly ObservationDraft[];
}

interface RowContext {
  readonly columns: readonly ColumnMeaning[];
  readonly targets: ReadonlyMap<ColumnTarget, number>;
  readonly readers: readonly CellReader[];
  readonly program: Program;
  readonly options: DraftOptions;
  readonly inWords: Map<string, number>;
  readonly cohorts: Set<string>;
  readonly long: boolean;
}

/** One row to one person; undefined when it cannot be told who it is or in which role, which is said among the issues. */
function rowReader({
  columns,
  targets,
  readers,
  program,
  options,
  inWords,
  cohorts,
  long,
}: RowContext): (row: SourceRow, issues: Issue[]) => RowDraft | undefined {
  return ({ line, cells }, issues) => {
    const cell = (target: ColumnTarget): string => {
      const index = targets.get(target);
      const text = index === undefined ? '' : (cells[index] ?? '');
      return isGap(text) ? '' : text;
    };
    const complain = (code: string, target: ColumnTarget, message: string, hint?: string): void => {
      const column = columns[targets.get(target) ?? -1]?.heading ?? target;
      issues.push({
        code,
        severity: 'error',
        where: { source: options.source, line, column },
        value: cell(target),
        message,
        ...(hint === undefined ? {} : { hint }),
      });
    };
    const address = cell('email');
    const email = address === '' ? undefined : readEmail(address);
    if (address !== '' && email === undefined) complain('bad-email', 'email', 'not an e-mail address');
    const id = cell('id') !== '' ? cell('id') : email;
    if (id === undefined) {
      if (address === '')
        complain(
          'no-key',
          targets.has('email') ? 'email' : 'id',
          'nobody can be told from this row: it has no id and no e-mail',
          'Fill one of them in.',
        );
      return undefined;
    }
    const roles = rowRole(cell, targets, options.role, program, (message, hint) => {
      complain('unknown-role', targets.has('role') ? 'role' : 'mentor-yes-no', message, hint);
    });
    if (roles === undefined) return undefined;
    const places = cell('capacity');
    const seats = places === '' ? undefined : readCapacity(places, program.capacity);
    if (typeof seats === 'string')
      complain(
        'bad-capacity',
        'capacity',
        seats,
        'Write a number such as 4, or give the words a number under capacity.words in mentorctl.yaml.',
      );
    else if (seats?.inWords === true) inWords.set(places, seats.seats);
    if (cell('cohort') !== '') cohorts.add(cell('cohort'));

    const fields: Record<string, FieldValue> = {};
    const observations: ObservationDraft[] = [];
    for (let index = 0; index < columns.length; index++) {
      const text = cells[index] ?? '';
      const read = readers[index]?.(text);
      if (read === undefined) continue;
      if ('problem' in read) {
        const where = { source: options.source, line, column: columns[index]?.heading ?? '' };
        issues.push({ code: 'bad-value', severity: 'error', where, value: text, ...read.problem });
      } else if ('measure' in read) observations.push({ id, line, ...read });
      else if (read.join)
        fields[read.field] = [
          ...((fields[read.field] ?? []) as readonly string[]),
          ...(read.value as readonly string[]),
        ];
      else fields[read.field] = read.value;
    }
    if (cell('exclusion') !== '')
      observations.push({ id, line, measure: 'exclusion', observed: '', number: null, status: cell('exclusion') });
    if (long) observations.push(...longObservation(id, line, cell('measure'), cell('when'), cell('value')));

    const name =
      cell('name') !== ''
        ? readFullName(cell('name'))
        : [cell('first-name'), cell('last-name')].filter(Boolean).join(' ');
    const draft: EnrolmentDraft = {
      line,
      id,
      ...(email === undefined ? {} : { email }),
      name: name === '' ? id : name,
      role: 'none',
      ...(typeof seats === 'object' ? { seats: seats.seats } : {}),
      ...(cell('group') === '' ? {} : { group: cell('group') }),
      fields,
    };
    return { draft, roles, observations };
  };
}

type Problem = { readonly problem: { readonly message: string; readonly hint?: string } };
type CellRead =
  | Problem
  | { readonly field: string; readonly value: FieldValue; readonly join: boolean }
  | {
      readonly measure: string;
      readonly observed: string;
      readonly number: number | null;
      readonly status: string | null;
    };
type CellReader = (text: string) => CellRead | undefined;

/** Most answers come again: their readings are kept, up to a number that no form's list of options reaches. */
const keptReadings = 5000;

/** How the cells of a column are read; gaps give undefined. */
function cellReader(
  { meaning, profile }: ColumnMeaning,
  dates: DateOrder | undefined,
  learn: (field: string, option: string) => void,
): CellReader {
  const fresh = ((): CellReader => {
    switch (meaning.is) {
      case 'field': {
        const { field } = meaning;
        return (text) => {
          const value = readField(text, field, profile, dates, learn);
          return isProblem(value) ? value : { field: field.name, value, join: false };
        };
      }
      case 'option': {
        const { field, option } = meaning;
        return (text) => (isTicked(text) ? { field: field.name, value: [option], join: true } : undefined);
      }
      case 'measure': {
        const { measure } = meaning;
        const key = observationKey(measure);
        return (text) => {
          const value = readMeasure(text, measure, profile.style);
          return value === undefined ? notMeasured(measure) : { ...key, ...value };
        };
      }
      case 'target':
      case 'item':
      case 'choice':
      case 'kept-out':
        return () => undefined;
    }
  })();
  if (meaning.is === 'target' || meaning.is === 'item' || meaning.is === 'choice' || meaning.is === 'kept-out')
    return fresh;
  const kept = new Map<string, CellRead | undefined>();
  return (text) => {
    if (kept.has(text)) return kept.get(text);
    const read = isGap(text) ? undefined : fresh(text);
    if (kept.size < keptReadings) kept.set(text, read);
    return read;
  };
}

function isProblem(value: FieldValue | Problem): value is Problem {
  return typeof value === 'object' && 'problem' in value;
}

function notMeasured(measure: Measure): Problem {
  const message = measure.kind === 'number' ? 'not a number' : 'neither yes nor no';
  return { problem: { message, hint: 'Correct it or leave it empty.' } };
}

/** From the whole file's role, the role column, or two yes/no columns. */
function rowRole(
  cell: (target: ColumnTarget) => string,
  targets: ReadonlyMap<ColumnTarget, number>,
  given: DraftOptions['role'],
  program: Program,
  complain: (message: string, hint?: string) => void,
): readonly Role[] | undefined {
  if (given === undefined && !targets.has('role') && (targets.has('mentor-yes-no') || targets.has('mentee-yes-no'))) {
    const mentor = readYesNo(cell('mentor-yes-no')) === true;
    const mentee = targets.has('mentee-yes-no') ? readYesNo(cell('mentee-yes-no')) === true : !mentor;
    return mentor && mentee ? ['mentor', 'mentee'] : [mentor ? 'mentor' : mentee ? 'mentee' : 'none'];
  }
  const text = cell('role');
  const word = given ?? (text === '' ? undefined : readRole(text, program.roles));
  if (word === undefined) {
    complain('no role', 'Fill it in, or say for the whole file with --role mentor or --role mentee.');
    return undefined;
  }
  if (typeof word === 'object') {
    const near = word.nearest === undefined ? '' : ` Did you mean ${word.nearest}?`;
    complain(
      'not a role here',
      `Known: mentor, mentee, both, none.${near} Or give the word a role under roles in mentorctl.yaml.`,
    );
    return undefined;
  }
  return word === 'both' ? ['mentor', 'mentee'] : [word];
}

function readField(
  text: string,
  field: Field,
  profile: ColumnMeaning['profile'],
  dates: DateOrder | undefined,
  learn: (field: string, option: string) => void,
): FieldValue | Problem {
  switch (field.type) {
    case 'text':
      return text;
    case 'number':
      return (
        readNumber(text, profile.style) ?? {
          problem: { message: 'not a number', hint: 'Correct it or leave it empty.' },
        }
      );
    case 'yes-no':
      return readYesNo(text) ?? { problem: { message: 'neither yes nor no', hint: 'Correct it or leave it empty.' } };
    case 'date': {
      const order = dates ?? profile.dateOrders[0];
      if (profile.dateOrders.length === 2 && dates === undefined && !/^\d{4}/.test(text)) {
        return {
          problem: {
            message: 'the day and the month could be either way round',
            hint: 'Say which with --dates dmy or --dates mdy.',
          },
        };
      }
      return (
        (order === undefined ? undefined : readDate(text, order)) ?? {
          problem: { message: 'not a date', hint: 'Write it as 2026-09-14.' },
        }
      );
    }
    case 'ordinal': {
      const option = field.options.find((known) => fold(known) === fold(text));
      return (
        option ?? {
          problem: {
            message: `not on the scale of "${field.name}"`,
            hint: didYouMean(text, field.options) ?? `Known: ${field.options.join(', ')}.`,
          },
        }
      );
    }
    case 'category': {
      const option = field.options.find((known) => fold(known) === fold(text));
      if (option === undefined) learn(field.name, text);
      return option ?? text;
    }
    case 'set': {
      const { options, unknown } = readSet(
        text,
        field.options,
        profile.set?.separator ?? (text.includes(';') ? ';' : ','),
      );
      for (const option of unknown) learn(field.name, option);
      return [...options, ...unknown];
    }
  }
}

function observationKey(measure: Measure): { measure: string; observed: string } {
  return measure.kind === 'retention'
    ? { measure: 'retention', observed: measure.when ?? measure.name }
    : { measure: measure.name, observed: measure.when ?? '' };
}

function readMeasure(
  text: string,
  measure: Measure,
  style: ColumnMeaning['profile']['style'],
): { number: number | null; status: string | null } | undefined {
  if (measure.kind === 'retention') {
    const status = retentionStatus(text);
    return status === undefined ? undefined : { number: null, status };
  }
  const yes = measure.kind === 'yes-no' ? readYesNo(text) : undefined;
  const number = yes === undefined ? (measure.kind === 'number' ? readNumber(text, style) : undefined) : Number(yes);
  return number === undefined ? undefined : { number, status: null };
}

/** A registrar's word for where somebody was at a checkpoint. */
function retentionStatus(text: string): 'stayed' | 'left' | 'transferred' | 'graduated' | undefined {
  const yes = readYesNo(text);
  if (yes !== undefined) return yes ? 'stayed' : 'left';
  if (/transfer/i.test(text)) return 'transferred';
  if (/graduat|complet/i.test(text)) return 'graduated';
  if (/^(enrolled|active|retained|stayed|current|registered)/i.test(text)) return 'stayed';
  return /^(not enrolled|left|withdr|dropped|inactive|terminated|gone)/i.test(text) ? 'left' : undefined;
}

function longObservation(id: string, line: number, measure: string, when: string, value: string): ObservationDraft[] {
  if (measure === '' || value === '') return [];
  if (/retention|enrolled|enrolment|enrollment|retained/i.test(measure)) {
    const status = retentionStatus(value);
    return status === undefined
      ? []
      : [{ id, line, measure: 'retention', observed: when === '' ? measure : when, number: null, status }];
  }
  const number = readNumber(value, 'point') ?? (readYesNo(value) === undefined ? undefined : Number(readYesNo(value)));
  return [
    {
      id,
      line,
      measure: measure.toLowerCase(),
      observed: when,
      number: number ?? null,
      status: number === undefined ? value : null,
    },
  ];
}
