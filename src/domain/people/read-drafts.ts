// Rows of a roster or an outcome file to people: each cell read by what its column is, every problem with its line.
import { readCapacity } from '../cells/capacity.ts';
import { readDate, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { readNumber } from '../cells/numbers.ts';
import { readEmail, readFullName, readRole } from '../cells/people-words.ts';
import { readSet } from '../cells/sets.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
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

export interface Drafts {
  readonly drafts: readonly EnrolmentDraft[];
  readonly observations: readonly ObservationDraft[];
  readonly issues: readonly Issue[];
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
  /** Capacity answers in words, and what they were read as. */
  readonly inWords: ReadonlyMap<string, number>;
  /** Options a saved field did not know yet, by field name. */
  readonly newOptions: ReadonlyMap<string, ReadonlySet<string>>;
  /** The cohorts the rows name, where a column does. */
  readonly cohorts: ReadonlySet<string>;
}

export interface DraftOptions {
  readonly source: string;
  readonly role: 'mentor' | 'mentee' | 'both' | 'none' | undefined;
  readonly dates: DateOrder | undefined;
}

export function readDrafts(
  rows: readonly SourceRow[],
  columns: readonly ColumnMeaning[],
  program: Program,
  options: DraftOptions,
): Drafts {
  const issues: Issue[] = [];
  const inWords = new Map<string, number>();
  const newOptions = new Map<string, Set<string>>();
  const cohorts = new Set<string>();
  const targets = new Map(
    columns.flatMap(({ meaning, index }) => (meaning.is === 'target' ? [[meaning.target, index] as const] : [])),
  );
  const latest = new Map<string, { draft: EnrolmentDraft; roles: readonly Role[]; observations: ObservationDraft[] }>();
  const leftOut: { line: number; why: string }[] = [];

  for (const { line, cells } of rows) {
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
    const email = cell('email') === '' ? undefined : readEmail(cell('email'));
    if (cell('email') !== '' && email === undefined) complain('bad-email', 'email', 'not an e-mail address');
    const id = cell('id') !== '' ? cell('id') : email;
    if (id === undefined) {
      if (cell('email') === '')
        complain(
          'no-key',
          targets.has('email') ? 'email' : 'id',
          'nobody can be told from this row: it has no id and no e-mail',
          'Fill one of them in.',
        );
      continue;
    }
    const role = rowRole(cell('role'), options.role, program, (message, hint) => {
      complain('unknown-role', 'role', message, hint);
    });
    if (role === undefined) continue;
    const seats = cell('capacity') === '' ? undefined : readCapacity(cell('capacity'), program.capacity);
    if (typeof seats === 'string')
      complain(
        'bad-capacity',
        'capacity',
        seats,
        'Write a number such as 4, or give the words a number under capacity.words in mentorctl.yaml.',
      );
    else if (seats?.inWords === true) inWords.set(cell('capacity'), seats.seats);
    if (cell('cohort') !== '') cohorts.add(cell('cohort'));

    const fields: Record<string, FieldValue> = {};
    const observations: ObservationDraft[] = [];
    for (const { meaning, index, heading, profile } of columns) {
      const text = cells[index] ?? '';
      if (isGap(text)) continue;
      const where = { source: options.source, line, column: heading };
      if (meaning.is === 'field') {
        const value = readField(text, meaning.field, profile, options.dates, newOptions);
        if (typeof value === 'object' && 'problem' in value)
          issues.push({ code: 'bad-value', severity: 'error', where, value: text, ...value.problem });
        else fields[meaning.field.name] = value;
      } else if (meaning.is === 'measure') {
        const value = readMeasure(text, meaning.measure, profile.style);
        if (value === undefined)
          issues.push({
            code: 'bad-value',
            severity: 'error',
            where,
            value: text,
            message: meaning.measure.kind === 'number' ? 'not a number' : 'neither yes nor no',
            hint: 'Correct it or leave it empty.',
          });
        else observations.push({ id, line, ...observationKey(meaning.measure), ...value });
      }
    }
    if (cell('exclusion') !== '')
      observations.push({ id, line, measure: 'exclusion', observed: '', number: null, status: cell('exclusion') });
    if (targets.has('measure') && targets.has('value'))
      observations.push(...longObservation(id, line, cell('measure'), cell('when'), cell('value')));

    const name =
      cell('name') !== ''
        ? readFullName(cell('name'))
        : [cell('first-name'), cell('last-name')].filter(Boolean).join(' ');
    const before = latest.get(id);
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
    if (before !== undefined && !targets.has('measure'))
      leftOut.push({ line: before.draft.line, why: `${id} answered again on line ${line}; the later answer counts` });
    const kept =
      targets.has('measure') && before !== undefined ? [...before.observations, ...observations] : observations;
    latest.set(id, { draft, roles: role, observations: kept });
  }
  const drafts = [...latest.values()].flatMap(({ draft, roles }) =>
    roles.map((role) => {
      const { seats, ...rest } = draft;
      return { ...rest, role, ...(role === 'mentor' && seats !== undefined ? { seats } : {}) };
    }),
  );
  return {
    drafts,
    observations: [...latest.values()].flatMap((entry) => entry.observations),
    issues,
    leftOut,
    inWords,
    newOptions,
    cohorts,
  };
}

function rowRole(
  cell: string,
  given: DraftOptions['role'],
  program: Program,
  complain: (message: string, hint?: string) => void,
): readonly Role[] | undefined {
  const word = given ?? (cell === '' ? undefined : readRole(cell, program.roles));
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

type Reading = FieldValue | { readonly problem: { readonly message: string; readonly hint?: string } };

function readField(
  text: string,
  field: Field,
  profile: ColumnMeaning['profile'],
  dates: DateOrder | undefined,
  newOptions: Map<string, Set<string>>,
): Reading {
  const learn = (option: string): void => {
    newOptions.set(field.name, (newOptions.get(field.name) ?? new Set()).add(option));
  };
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
      if (option === undefined) learn(text);
      return option ?? text;
    }
    case 'set': {
      const { options, unknown } = readSet(
        text,
        field.options,
        profile.set?.separator ?? (text.includes(';') ? ';' : ','),
      );
      unknown.forEach(learn);
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
