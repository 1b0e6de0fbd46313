// mentorctl export people: everybody of a cohort with their answers, one column a field. Addresses only when asked for.
import type { Command } from '@commander-js/extra-typings';
import { peopleExport } from '../../domain/people/people-list.ts';
import { membersOf } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { leavingOut, noteLeftOut } from '../shared/counted.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, contactsOption } from '../shared/options.ts';

export interface PeopleOptions {
  readonly cohort?: string;
  readonly withContacts: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(contactsOption())
    .addHelpText('after', '\nExample:\n  mentorctl export people --cohort fall -o people.csv')
    .action((flags) => act(runExportPeople, flags));
}

export async function runExportPeople(options: PeopleOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const left = await leavingOut(store, program.consent, 'told');
    noteLeftOut(context, await left([cohort.id], 'any'));
    const members = await membersOf(store.db, cohort.id);
    await context.show(peopleExport(cohort.name, members, { contacts: options.withContacts }), 'csv');
  });
}
