// Which cohorts a report is about, and by which clock their times are told: the calendar, each cohort's start, everybody's own.
import { parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { byOwnTerms } from '../../domain/outcomes/own-terms.ts';
import type { Program } from '../../domain/program/program.ts';
import type { Outcomes } from '../../store/outcomes.ts';
import { ownDays } from '../../store/own-days.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
import type { Context } from './context.ts';
import { chooseCohort } from './on-file.ts';

export type ClockChoice = 'own' | 'cohort';

export interface Together extends Pick<Outcomes, 'observed' | 'statuses'> {
  /** By cohort, in the order they were named. */
  readonly starts: readonly (CivilDate | undefined)[];
  /** By person: own start, a day or a term; undefined where none is on file. */
  readonly own: readonly (string | undefined)[];
  /** Times are told from a start, and no longer by the calendar. */
  readonly fromStart: boolean;
  /** True where everybody's own start is what is counted from. */
  readonly byOwn: boolean;
  /** People of the cohorts with no start of their own on file, where that is counted from. */
  readonly noOwn: number;
}

/** `fall`, `fall-2024,fall-2025`; the only one where nothing is said. A name with a comma in it is looked for whole first. */
export async function chooseCohorts(
  store: Store,
  text: string | undefined,
  context: Context,
): Promise<RowOf<'cohort'>[]> {
  const names = text === undefined ? [] : await namesIn(store, text);
  if (names.length < 2) return [await chooseCohort(store, names[0] ?? text, context)];
  const found: RowOf<'cohort'>[] = [];
  for (const name of names) {
    const cohort = await chooseCohort(store, name, context);
    if (found.some(({ id }) => id === cohort.id))
      throw new Failure('usage', {
        code: 'unknown-value',
        message: `--cohort names ${cohort.name} twice`,
        hint: 'Name each cohort once.',
      });
    found.push(cohort);
  }
  return found;
}

async function namesIn(store: Store, text: string): Promise<string[]> {
  const whole = await store.db.selectFrom('cohort').select('name').where('name', '=', text).executeTakeFirst();
  return whole === undefined
    ? text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    : [whole.name];
}

/**
 * `cohorts`: the last of them is the one compared with, where there is one. Several cohorts are told from the start of each; with `own`, or where people's own starts are on file and nothing else is asked
 * for, everybody's times from the own start.
 */
export function together(
  store: Store,
  read: Outcomes,
  cohorts: readonly RowOf<'cohort'>[],
  program: Program,
  { clock, elsewhere }: { readonly clock: ClockChoice | undefined; readonly elsewhere: boolean },
): Together {
  const starts = cohorts.map(({ name, starts: day }) => {
    const plan = program.cohorts.find((one) => one.name === name);
    return parseIsoDate(day ?? '') ?? plan?.starts;
  });
  const ids = cohorts.map(({ id }) => id);
  const own = ownDays(store, ids, 'start', read);
  const some = own.some((day) => day !== undefined);
  if (clock === 'own' && !some && cohorts.length === (elsewhere ? 2 : 1)) throw noStart(cohorts[0]?.name ?? '');
  const byOwn = some && clock !== 'cohort';
  const fromStart = byOwn || cohorts.length > (elsewhere ? 2 : 1);
  if (!fromStart) return { ...read, starts, own, fromStart, byOwn, noOwn: 0 };
  const { cohortOf } = read;
  const moved = byOwnTerms(read, {
    starts: own.map((day, row) => (byOwn ? day : undefined) ?? starts[cohortOf[row] ?? 0]),
    cohortOf,
  });
  const noOwn = byOwn ? own.filter((day) => day === undefined).length : 0;
  return { ...moved, starts, own, fromStart, byOwn, noOwn };
}

function noStart(cohort: string): Failure {
  return new Failure('usage', {
    code: 'unknown-value',
    message: `nobody of ${cohort} has a start of their own on file`,
    hint: 'Name its column when the file is imported: mentorctl import FILE --map "Hire Date=start".',
  });
}
