// mentorctl pair reopen: a pair that ended, was declined or was taken out stands again.
import type { Command } from '@commander-js/extra-typings';
import { mayReopen, reopenedRemarks, reopenedReport } from '../../domain/engagement/pair-told.ts';
import { pairsOf, reopenPair } from '../../store/pair-life.ts';
import { membersOf } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { againstNotes, pairsAgainst } from '../shared/say-against.ts';
import { overElsewhere } from '../../domain/engagement/over-places.ts';
import { takenElsewhere } from '../../store/taken-elsewhere.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';

export interface ReopenOptions {
  readonly cohort?: string;
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly pair?: number;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'needed only when the mentee has several')
    .addOption(pairOption('the pair by its number, as pair list --status all shows it'))
    .addOption(cohortOption())
    .addOption(dryRunOption())
    .addHelpText('after', '\nExample:\n  mentorctl pair reopen --pair 12')
    .action((mentee, mentor, flags) => act(runReopen, { mentee, mentor, ...flags }));
}

export async function runReopen(options: ReopenOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, { ...options, named: asArguments }, [
      'ended',
      'declined',
      'void',
    ]);
    const standing = (await pairsOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
    const told = { pair: pair.id, mentee, mentor, cohort: cohort.name, dryRun: options.dryRun };
    mayReopen(told, pair, standing);
    await makeChange(store, context, options, (writer) => reopenPair(writer, pair.id));
    const members = await membersOf(store.db, cohort.id);
    const seats = members.find(({ key, role }) => key === mentor.key && role === 'mentor')?.seats;
    for (const remark of reopenedRemarks(told, pair, standing, seats)) context.note(remark);
    const { program } = await context.program();
    const elsewhere =
      program.capacity.per === 'cohort' ? new Map<number, number>() : await takenElsewhere(store.db, cohort.id);
    const over = overElsewhere(
      members,
      [...standing, ...(options.dryRun ? [] : [pair])].filter(({ mentorId }) => mentorId === mentor.key),
      elsewhere,
    );
    const against = options.dryRun ? [] : await pairsAgainst(store.db, cohort.id, program, new Set([mentee.key]));
    for (const text of [...over.map((one) => `${one}.`), ...againstNotes(against)]) context.note(text);
    await context.show(reopenedReport(told, pair.status));
  });
}
