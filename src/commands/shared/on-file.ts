// What is on file, as commands come to it: the cohort that one is about, and one change of it.
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { amongKnown } from '../../domain/suggest.ts';
import { listCohorts } from '../../store/cohorts.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort } from '../../domain/records.ts';
import { transact, type Writer } from '../../store/transact.ts';
import type { Context } from './context.ts';

/** For commands on what is on file of one cohort: the database opened, the cohort chosen. */
export function inCohort<T>(
  context: Context,
  name: string | undefined,
  work: (store: Store, cohort: Cohort) => Promise<T>,
): Promise<T> {
  return context.usingStore({ create: false }, async (store) => work(store, await chooseCohort(store, name, context)));
}

/** The cohort named, or the only one open; of several one that is asked for, and without a terminal an error that lists them. */
export async function chooseCohort(
  store: Store,
  name: string | undefined,
  context: Pick<Context, 'ask' | 'today'>,
): Promise<Cohort> {
  const cohorts = await listCohorts(store.db);
  return name === undefined ? openCohort(cohorts, context) : namedCohort(cohorts, name);
}

async function openCohort(
  cohorts: readonly Cohort[],
  { ask, today: now }: Pick<Context, 'ask' | 'today'>,
): Promise<Cohort> {
  const [first] = cohorts;
  if (first === undefined)
    throw new Failure('not-found', {
      code: 'which-cohort',
      message: 'there is no cohort yet',
      hint: 'Begin with: mentorctl import people.csv --cohort fall',
    });
  const open = cohorts.filter(({ closedOn, ends }) => closedOn === null && (ends === null || ends >= now()));
  const [only = first] = open;
  if (cohorts.length === 1 || open.length === 1) return only;
  const wanted = open.length === 0 ? cohorts : open;
  if (ask.possible) {
    const choices = wanted.map(({ id, name }) => ({ value: String(id), label: name }));
    const id = await ask.choose('Which cohort?', choices, '--cohort');
    return wanted.find((one) => String(one.id) === id) ?? only;
  }
  throw new Failure('usage', {
    code: 'which-cohort',
    message: 'there are several cohorts',
    hint: `Say which with --cohort: ${cohorts.map(({ name }) => name).join(', ')}.`,
  });
}

function namedCohort(cohorts: readonly Cohort[], name: string): Cohort {
  const found = cohorts.find((cohort) => cohort.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new Failure('not-found', {
    code: 'unknown-cohort',
    message: `there is no cohort "${name}"`,
    hint: amongKnown(
      name,
      cohorts.map((cohort) => cohort.name),
      'There is none yet.',
    ),
  });
}

/** One change, kept whole or not at all; with `dryRun` made, checked and taken back. `undoes`: the change it takes back. */
export function makeChange<T>(
  store: Store,
  context: Context,
  { dryRun, undoes }: { readonly dryRun: boolean; readonly undoes?: number },
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  return transact(store, context.author(), work, defined({ dryRun, undoes }));
}
