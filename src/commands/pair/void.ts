// mentorctl pair void: a pair made by mistake, taken out as if it had not been. The audit trail keeps it.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { mayVoid, voidedReport } from '../../domain/engagement/pair-told.ts';
import { meetingsOfPair, voidPair } from '../../store/pair-life.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';

export interface VoidOptions {
  readonly cohort?: string;
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly pair?: number;
  readonly note?: string;
  readonly withMeetings: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'needed only when the mentee has several')
    .addOption(pairOption())
    .addOption(cohortOption())
    .option('--note <text>', 'what the mistake was')
    .addOption(onOff('--with-meetings', 'take out the meetings recorded for it, too'))
    .addOption(dryRunOption())
    .addHelpText('after', '\nExample:\n  mentorctl pair void --pair 12 --note "wrong Ana"')
    .action((mentee, mentor, flags) => act(runVoid, { mentee, mentor, ...flags }));
}

export async function runVoid(options: VoidOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, { ...options, named: asArguments }, [
      'active',
      'ended',
    ]);
    const meetings = (await meetingsOfPair(store.db, pair)).length;
    const told = { pair: pair.id, mentee, mentor, cohort: cohort.name, dryRun: options.dryRun };
    mayVoid(told, meetings, options.withMeetings);
    await makeChange(store, context, options, (writer) => voidPair(writer, pair, options.note ?? null));
    await context.show(voidedReport(told, meetings));
  });
}
