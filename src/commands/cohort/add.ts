// mentorctl cohort add: a cohort before anybody is in it, or its dates.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { anyDay } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { defined } from '../../domain/defined.ts';
import { cohortReport, daysSaid } from '../../domain/engagement/cohort-told.ts';
import { ensureCohort, findCohort } from '../../store/cohorts.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { makeChange } from '../shared/on-file.ts';
import { dryRunOption } from '../shared/options.ts';

export interface AddOptions {
  readonly name: string;
  readonly starts?: CivilDate;
  readonly ends?: CivilDate;
  readonly matchBy?: CivilDate;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .argument('<name>', 'what it is called')
    .addOption(valueOption('--starts <day>', 'first day, YYYY-MM-DD', anyDay(given.today)))
    .addOption(
      valueOption('--ends <day>', 'last day, YYYY-MM-DD: pairs are expected to last until then', anyDay(given.today)),
    )
    .addOption(valueOption('--match-by <day>', 'day by which everybody should have a mentor', anyDay(given.today)))
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText('after', '\nExample:\n  mentorctl cohort add fall --starts 2026-09-07 --ends 2026-12-18')
    .action((name, flags) => act(runAdd, { ...flags, name }));
}

export async function runAdd(options: AddOptions, context: Context): Promise<void> {
  const { starts, ends, matchBy } = options;
  const name = options.name.trim();
  await context.usingStore({ create: options.dryRun ? 'in-memory' : true }, async (store) => {
    const before = await findCohort(store.db, name);
    const days = daysSaid({ starts, ends, matchBy }, before);
    const plan = {
      name: before?.name ?? name,
      ...defined({ starts, ends, matchBy }),
    };
    await makeChange(store, context, options, (writer) => ensureCohort(writer, plan));
    const how = { added: before === undefined, dryRun: options.dryRun };
    await context.show(cohortReport(plan.name, { starts, ends, matchBy }, days, how));
  });
}
