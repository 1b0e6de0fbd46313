// One row of a roster or an outcome file to one person: who, in which roles, with which answers and observations.
import { readCapacity, type Seats } from '../cells/capacity.ts';
import { ordersSaid, readInstant, type DateOrder } from '../cells/dates.ts';
import { gradeReader } from '../cells/grades.ts';
import { isGap } from '../cells/gaps.ts';
import { idMending, isShortenedId } from '../cells/ids.ts';
import { oneLine } from '../cells/one-line.ts';
import { isPlainRole, joinName, readEmail, readFullName } from '../cells/people-words.ts';
import type { RoleWord } from '../cells/role-words.ts';
import { statusReader } from '../columns/statuses.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import { teach } from '../columns/words-help.ts';
import type { Issue } from '../issue.ts';
import type { ColumnTarget, Program, Role } from '../program/program.ts';
import { answersOf, type AnswerRead } from '../people/answers.ts';
import { statusHint, type CellReader } from './read-cell.ts';
import { ownClock, readOwnDay } from './own-days.ts';
import { longObservation, type ObservationDraft } from './read-measure.ts';
import { reasonReader } from './reason.ts';
import { rowTimeReader } from './row-time.ts';
import { rowRole } from './row-role.ts';
import type { EnrolmentDraft } from '../people/roster.ts';
import type { SourceRow } from '../cells/source-row.ts';

/** Where a time was said first. */
export interface TimeSaid {
  readonly line: number;
  readonly column: string;
}

export interface DraftOptions {
  readonly source: string;
  readonly role: RoleWord | undefined;
  readonly dates: DateOrder | undefined;
  /** The day on which the file says how things are, `YYYY-MM-DD`. */
  readonly extract?: string;
  /** A file of outcomes: a further row of somebody is no answer again. */
  readonly outcomes?: boolean;
  /** The time that the name of the file says, for what neither a column nor a row says one of. */
  readonly when?: string;
}

export interface RowDraft {
  readonly id: string;
  readonly email: string | undefined;
  readonly line: number;
  readonly answered: string | undefined;
  /** The person in each role, mentor first. */
  readonly parts: readonly EnrolmentDraft[];
  readonly observations: readonly ObservationDraft[];
  /** The cohort that the row names, `''` where none. */
  readonly cohort: string;
}

interface RowContext {
  readonly columns: readonly ColumnMeaning[];
  readonly targets: ReadonlyMap<ColumnTarget, number>;
  readonly readers: readonly CellReader[];
  readonly program: Program;
  readonly options: DraftOptions;
  readonly inWords: Map<string, number>;
  /** Phrases that say a role -> how they were read. */
  readonly inPhrases: Map<string, RoleWord>;
  readonly learn: (field: string, option: string) => void;
  readonly cohorts: Set<string>;
  readonly long: boolean;
  /** Times at which something was observed, and where each was said first. */
  readonly times: Map<string, TimeSaid>;
  /** By heading: marks that stand for no value, and how often. */
  readonly unmeasured: Map<string, Map<string, number>>;
}

type Complain = (code: string, target: ColumnTarget, message: string, hint?: string) => void;

const shortId = [
  'a spreadsheet shortened this id, and its last digits are gone',
  'Make the column text in the spreadsheet, take the ids from where they came from, and export it again.',
] as const;
const noObservations: readonly ObservationDraft[] = [];
/** The same few words come again in row after row: each is read once, up to as many as a column may have. */
const keptWords = 1000;

/** One row to one person; undefined when it cannot be told who it is or in which role, which is said among the issues. */
export function rowReader(context: RowContext): (row: SourceRow, issues: Issue[]) => RowDraft | undefined {
  const { columns, targets, readers, program, options, inWords, learn, cohorts, long, times, unmeasured } = context;
  const at = (target: ColumnTarget): number => targets.get(target) ?? -1;
  const [atId, atEmail, atName, atFirst, atLast] = [
    at('id'),
    at('email'),
    at('name'),
    at('first-name'),
    at('last-name'),
  ];
  const atInfix = at('name-infix');
  const [atCapacity, atCohort, atGroup, atExclusion] = [at('capacity'), at('cohort'), at('group'), at('exclusion')];
  const [atMeasure, atValue] = [at('measure'), at('value')];
  const timeOf = rowTimeReader(columns, targets);
  const readReason = reasonReader(columns[at('reason')], program.statuses);
  const readExclusion = reasonReader(columns[atExclusion], program.statuses);
  const longGrades = gradeReader(columns[atValue]?.profile.distinct ?? [], program.grades);
  const longStatus = statusReader(columns[atValue]?.profile.distinct ?? [], '', program.statuses);
  const noteTime = (when: string, index: number, line: number): void => {
    if (when !== '' && !times.has(when)) times.set(when, { line, column: columns[index]?.heading ?? '' });
  };
  const atTimeColumn = targets.has('when') ? at('when') : at('year');
  const atTime = at('answer-time');
  const timeOrders = ordersSaid(columns[atTime]?.profile.distinct ?? []);
  const answering = columns.flatMap(({ meaning, index }, at) => {
    const read = readers[at];
    const asks = meaning.is === 'field' || meaning.is === 'option' || meaning.is === 'measure';
    return asks && read !== undefined ? [{ index, read }] : [];
  });
  const clock = ownClock.flatMap((target) => {
    const column = columns[at(target)];
    return column === undefined ? [] : [{ target, index: column.index, orders: ordersSaid(column.profile.distinct) }];
  });
  // Who started on a day of their own is known of up to the day of the extract, unless a column says otherwise.
  const knownTo = targets.has('start') && !targets.has('known-to') ? options.extract : undefined;
  const { mend: mendId } = idMending(columns[atId]?.profile.distinct ?? []);
  const apart = answeredOnce(columns);
  const roleOf = rolesRead(context);
  const seatsRead = new Map<string, Seats | string>();
  const seatsOf = (places: string): Seats | string => {
    const before = seatsRead.get(places);
    if (before !== undefined) return before;
    const seats = readCapacity(places, program.capacity);
    if (seatsRead.size < keptWords) seatsRead.set(places, seats);
    return seats;
  };

  return ({ line, cells }, issues) => {
    const complain: Complain = (code, target, message, hint) => {
      const column = columns[at(target)]?.heading ?? target;
      const where = { source: options.source, line, column };
      const value = textAt(cells, at(target));
      issues.push({ code, severity: 'error', where, value, message, ...(hint === undefined ? {} : { hint }) });
    };
    const address = textAt(cells, atEmail);
    const email = readEmail(address);
    if (address !== '' && email === undefined) complain('bad-email', 'email', 'not an e-mail address');
    const ownId = mendId(textAt(cells, atId));
    if (isShortenedId(ownId)) complain('bad-value', 'id', ...shortId);
    const id = ownId !== '' ? ownId : email;
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
    const roles = roleOf(cells, complain);
    const [role] = roles ?? [];
    if (roles === undefined || role === undefined) return undefined;
    const places = textAt(cells, atCapacity);
    const seats = places === '' ? undefined : seatsOf(places);
    if (seats !== undefined && role === 'mentor') {
      if (typeof seats === 'string')
        complain('bad-capacity', 'capacity', seats, `Write a number such as 4. ${teach('capacity', places, '2')}`);
      else if (seats.inWords) inWords.set(places, seats.seats);
    }
    const cohort = textAt(cells, atCohort);
    if (cohort !== '') cohorts.add(cohort);

    const answers: AnswerRead[] = [];
    let observations: ObservationDraft[] | undefined;
    const observe = (draft: Omit<ObservationDraft, 'id' | 'line'>): void => {
      const { measure, observed, number, status } = draft;
      (observations ??= []).push({ id, line, measure, observed, number, status });
    };
    const exclude = (reason: string): void => {
      observe({ measure: 'exclusion', observed: '', number: null, status: reason });
    };
    const time = timeOf?.(cells);
    let timeless = false;
    for (const { index, read: reader } of answering) {
      const text = cells[index] ?? '';
      const read = reader(text);
      if (read === undefined) continue;
      if (read.is === 'answer') {
        answers.push(read);
        for (const option of read.unknown) learn(read.field, option);
      } else if (read.is === 'observed') {
        const own = read.timed ? undefined : (time ?? options.when);
        if (own === '') timeless = true;
        else {
          noteTime(own ?? read.observed, own === undefined || time === undefined ? index : atTimeColumn, line);
          observe(own === undefined ? read : { ...read, observed: own });
          if (read.exclusion !== undefined) exclude(read.exclusion);
        }
      } else if (read.is === 'unmeasured') {
        const heading = columns[index]?.heading ?? '';
        const marks = unmeasured.get(heading) ?? new Map<string, number>();
        unmeasured.set(heading, marks.set(read.mark, (marks.get(read.mark) ?? 0) + 1));
      } else {
        const where = { source: options.source, line, column: columns[index]?.heading ?? '' };
        const { message, hint } = read;
        issues.push({ code: 'bad-value', severity: 'error', where, value: text, message, hint });
      }
    }
    const exclusion = textAt(cells, atExclusion);
    if (exclusion !== '') {
      // In a known word where it says one, else as it is written.
      const said = readExclusion?.(cells);
      exclude(said?.exclusion ?? exclusion);
      if (said !== undefined) observations = said.refined(observations ?? noObservations);
    }
    if (timeless)
      complain('bad-value', targets.has('when') ? 'when' : 'year', 'the row does not say its time', 'Fill it in.');
    const reason = readReason?.(cells);
    if (reason !== undefined) {
      if (reason.exclusion !== undefined) exclude(reason.exclusion);
      observations = reason.applied(observations ?? noObservations, { id, line, time: time ?? options.when ?? '' });
    }
    for (const { target, index, orders } of clock) {
      const cell = textAt(cells, index);
      if (cell === '') continue;
      const own = readOwnDay(cell, orders, options.dates);
      if ('said' in own)
        (observations ??= []).push({ id, line, measure: target, observed: '', number: null, status: own.said });
      else complain('bad-value', target, own.message, own.hint);
    }
    if (knownTo !== undefined)
      (observations ??= []).push({ id, line, measure: 'known-to', observed: '', number: null, status: knownTo });
    if (long) {
      const said = {
        measure: textAt(cells, atMeasure),
        when: time ?? options.when ?? '',
        value: textAt(cells, atValue),
      };
      const told = longObservation(said, columns[atValue]?.profile.style ?? 'point', longStatus, longGrades);
      if (typeof told === 'string') complain('bad-value', 'value', told, statusHint(said.value));
      else if (told !== undefined) {
        noteTime(told.observed, atTimeColumn < 0 ? atMeasure : atTimeColumn, line);
        observe(told);
        if (told.exclusion !== undefined) exclude(told.exclusion);
      }
    }

    const whole = nameAt(cells, atName);
    const name =
      whole !== ''
        ? readFullName(whole)
        : joinName(nameAt(cells, atFirst), textAt(cells, atInfix), nameAt(cells, atLast));
    const group = textAt(cells, atGroup);
    const draft: EnrolmentDraft = {
      line,
      answered: atTime < 0 ? undefined : readInstant(textAt(cells, atTime), timeOrders),
      id,
      email,
      name: name === '' ? id : name,
      role,
      seats: role === 'mentor' && typeof seats === 'object' ? seats.seats : undefined,
      group: group === '' ? undefined : group,
      answers: answersOf(answers, apart),
    };
    const parts =
      roles.length === 1
        ? [draft]
        : roles.map((part) => (part === role ? draft : { ...draft, role: part, seats: undefined }));
    return { id, email, line, answered: draft.answered, parts, observations: observations ?? noObservations, cohort };
  };
}

/** The cell at a place, a gap as nothing; a negative place has none. */
function textAt(cells: readonly string[], index: number): string {
  const text = index < 0 ? '' : (cells[index] ?? '');
  return text === '' || isGap(text) ? '' : oneLine(text);
}

/** Somebody is called Null; a database that has no name writes NULL. */
function nameAt(cells: readonly string[], index: number): string {
  return cells[index] === 'Null' ? 'Null' : textAt(cells, index);
}

/** True when each field is answered by one column at most. */
function answeredOnce(columns: readonly ColumnMeaning[]): boolean {
  const names = columns.flatMap(({ meaning }) =>
    meaning.is === 'field' || meaning.is === 'option' ? [meaning.field.name] : [],
  );
  return new Set(names).size === names.length && !names.includes('__proto__');
}

/** In which roles a row says somebody is. What the cells say is worked out once for each different say. */
function rolesRead({
  columns,
  targets,
  options,
  program,
  inPhrases,
}: RowContext): (cells: readonly string[], complain: Complain) => readonly Role[] | undefined {
  const said = (['role', 'mentor-yes-no', 'mentee-yes-no'] as const).map((target) => targets.get(target) ?? -1);
  const kept = new Map<string, readonly Role[]>();
  return (cells, complain) => {
    let key = '';
    for (const index of said) if (index >= 0) key += `${cells[index] ?? ''}\n`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const cell = (target: ColumnTarget): string => textAt(cells, targets.get(target) ?? -1);
    const heading = columns[targets.get('role') ?? -1]?.heading;
    const roles = rowRole(cell, targets, options.role, { program, heading }, (message, hint) => {
      complain('unknown-role', targets.has('role') ? 'role' : 'mentor-yes-no', message, hint);
    });
    if (roles !== undefined && kept.size < keptWords) {
      kept.set(key, roles);
      const phrase = options.role === undefined ? cell('role') : '';
      if (phrase !== '' && !isPlainRole(phrase) && !(phrase.toLowerCase() in program.roles))
        inPhrases.set(phrase, roles.length > 1 ? 'both' : (roles[0] ?? 'none'));
    }
    return roles;
  };
}
