// One row of a roster or an outcome file to one person: who, in which roles, with which answers and observations.
import { readCapacity } from '../cells/capacity.ts';
import { readInstant, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { readEmail, readFullName, type RoleWord } from '../cells/people-words.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { ColumnTarget, FieldValue, Program, Role } from '../program/program.ts';
import type { CellReader } from './read-cell.ts';
import { longObservation, type ObservationDraft } from './read-measure.ts';
import { rowRole } from './row-role.ts';
import type { EnrolmentDraft } from './roster.ts';

export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface DraftOptions {
  readonly source: string;
  readonly role: RoleWord | undefined;
  readonly dates: DateOrder | undefined;
}

export interface RowDraft {
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
  readonly learn: (field: string, option: string) => void;
  readonly cohorts: Set<string>;
  readonly long: boolean;
}

/** One row to one person; undefined when it cannot be told who it is or in which role, which is said among the issues. */
export function rowReader({
  columns,
  targets,
  readers,
  program,
  options,
  inWords,
  learn,
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
    if (typeof seats === 'string' && roles.includes('mentor'))
      complain(
        'bad-capacity',
        'capacity',
        seats,
        'Write a number such as 4, or give the words a number under capacity.words in mentorctl.yaml.',
      );
    else if (typeof seats === 'object' && seats.inWords && roles.includes('mentor')) inWords.set(places, seats.seats);
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
      else {
        fields[read.field] = read.value;
        for (const option of read.unknown) learn(read.field, option);
      }
    }
    if (cell('exclusion') !== '')
      observations.push({ id, line, measure: 'exclusion', observed: '', number: null, status: cell('exclusion') });
    if (long) observations.push(...longObservation(id, line, cell('measure'), cell('when'), cell('value')));

    const name =
      cell('name') !== ''
        ? readFullName(cell('name'))
        : [cell('first-name'), cell('last-name')].filter(Boolean).join(' ');
    const answered = readInstant(
      cell('answer-time'),
      columns[targets.get('answer-time') ?? -1]?.profile.dateOrders ?? [],
    );
    const draft: EnrolmentDraft = {
      line,
      ...(answered === undefined ? {} : { answered }),
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
