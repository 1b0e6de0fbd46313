// mentorctl cohort list: the cohorts and how many people are in them.
import type { Command } from '@commander-js/extra-typings';
import { cohortList } from '../../domain/engagement/cohort-told.ts';
import { cohortSizes, listCohorts } from '../../store/cohorts.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export function define(command: Command, act: Act): void {
  command
    .addHelpText('after', '\nExample:\n  mentorctl cohort list --json')
    .action(() => act((_, context) => runCohortList(context), {}));
}

export async function runCohortList(context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const sizes = await cohortSizes(store.db);
    const size = (cohort: number, role: string): number =>
      sizes.find((row) => row.cohortId === cohort && row.role === role)?.people ?? 0;
    await context.show(cohortList(await listCohorts(store.db), size));
  });
}
