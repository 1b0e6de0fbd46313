// mentorctl export meetings: every meeting of a cohort, as an import takes it in again.
import type { Command } from '@commander-js/extra-typings';
import { meetingsExport } from '../../domain/engagement/meeting-list.ts';
import { namesOf } from '../../domain/find-named.ts';
import { allPeople } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { leavingOut, noteLeftOut } from '../shared/counted.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption } from '../shared/options.ts';

export interface MeetingsOptions {
  readonly cohort?: string;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addHelpText('after', '\nExample:\n  mentorctl export meetings --cohort fall -o meetings.csv')
    .action((flags) => act(runExportMeetings, flags));
}

export async function runExportMeetings(options: MeetingsOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const left = await leavingOut(store, program.consent, 'told');
    noteLeftOut(context, await left([cohort.id], 'any'));
    const who = namesOf(await allPeople(store.db));
    const meetings = await recordsOf(store.db, 'meeting', cohort.id);
    await context.show(
      meetingsExport(cohort.name, meetings, (key) => who(key).id),
      'csv',
    );
  });
}
