// mentorctl match list: the runs of a cohort.
import type { Command } from '@commander-js/extra-typings';
import { runsReport } from '../../domain/matching/runs/run-list.ts';
import { runsOf } from '../../store/stored-run.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface ListOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addHelpText('after', '\nExample:\n  mentorctl match list --cohort fall')
    .action((flags) => act(runList, flags));
}

export async function runList(options: ListOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    await context.show(runsReport(cohort.name, await runsOf(store.db, cohort.id)));
  });
}
