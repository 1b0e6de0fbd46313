// Which cohorts a report on outcomes is about, asked for where it is open; and their data.
import { Failure } from '../../domain/failure.ts';
import { compareOf } from '../../domain/outcomes/compare-words.ts';
import type { Program } from '../../domain/program/program.ts';
import type { CohortFacts } from '../../domain/reports/cohort-lines.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort } from '../../domain/records.ts';
import type { Context } from './context.ts';
import { chooseCohort } from './on-file.ts';
import type { OutcomeOptions } from './outcome-flags.ts';
import { leastShown } from './own-eyes.ts';
import { cohortNames } from '../../store/cohorts.ts';
import { loadedOutcomes, type Loaded } from '../../store/loaded-outcomes.ts';
/** Asks where it is open which cohort is meant. Throws Failure for what cannot be answered. */
export async function loadOutcomes(
  store: Store,
  program: Program,
  options: OutcomeOptions,
  context: Context,
): Promise<Loaded> {
  const each = await chooseCohorts(store, options.cohort, context);
  const compare = compareOf(options.compare);
  const elsewhere = compare.with === 'cohort' ? await chooseCohort(store, compare.cohort, context) : undefined;
  return loadedOutcomes(
    store,
    { each, elsewhere },
    program,
    { ...options, compare, today: context.today() },
    leastShown(options, program),
  );
}

/** `fall`, `fall-2024,fall-2025`; the only one where nothing is said. A name with a comma in it is looked for whole first. */
async function chooseCohorts(store: Store, text: string | undefined, context: Context): Promise<[Cohort, ...Cohort[]]> {
  const names = text === undefined ? [] : await cohortNames(store.db, text);
  if (names.length < 2) return [await chooseCohort(store, names[0] ?? text, context)];
  const [first = '', ...more] = names;
  const found: [Cohort, ...Cohort[]] = [await chooseCohort(store, first, context)];
  for (const name of more) {
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

/** What several cohorts, or a clock of one's own, add to a report. */
export function togetherOf(
  { designs, again, clock }: Loaded,
  { trend }: OutcomeOptions,
): CohortFacts & { readonly trend: boolean } {
  if (trend === true && designs.length < 2)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--trend is about several cohorts',
      hint: 'Name them: --cohort fall-2024,fall-2025.',
    });
  return { designs, again, byOwn: clock.byOwn, noOwn: clock.noOwn, trend: trend === true };
}
