// mentorctl export meetings: every meeting of a cohort, as an import takes it in again.
import type { Command } from '@commander-js/extra-typings';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
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
    const idOf = new Map((await allPeople(store.db)).map(({ key, id }) => [key, id]));
    const items = (await recordsOf(store.db, 'meeting', cohort.id))
      .map(({ id: _id, cohort_id: _cohort, mentor_id, mentee_id, day, ...said }) => ({
        date: day,
        mentor: idOf.get(mentor_id) ?? '',
        mentee: idOf.get(mentee_id) ?? '',
        ...said,
      }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const columns = (['date', 'mentor', 'mentee', 'minutes', 'mode', 'topic', 'notes', 'reflection'] as const).map(
      (id) => ({
        id,
        title: id,
      }),
    );
    const rows = items.map((item) => columns.map(({ id }): Cell => ({ kind: 'text', text: String(item[id] ?? '') })));
    await context.show(
      {
        schema: 'mentorctl/meetings@1',
        blocks: [tableBlock({ id: 'meetings', title: '', columns, rows })],
        json: { cohort: cohort.name, items },
      },
      'csv',
    );
  });
}
