// mentorctl export person: all that is held on one person, to hand to them. Readable, and as JSON.
import type { Command } from '@commander-js/extra-typings';
import { personExport } from '../../domain/upkeep/exported.ts';
import { everythingOf } from '../../store/everything.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { lookedAt } from '../shared/looked-at.ts';

export interface ExportPersonOptions {
  readonly person?: string | undefined;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or part of the name')
    .addHelpText(
      'after',
      '\nOther people stand in it by their ids alone; read what is said about them before it is handed over.\n\nExamples:\n  mentorctl export person S1042 -o S1042.html\n  mentorctl export person S1042 --json',
    )
    .action((person) => act(runExportPerson, { person }));
}

export async function runExportPerson(options: ExportPersonOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    await lookedAt(store, context, 'export person', person.id);
    await context.show(personExport(person, await everythingOf(store.db, person.id)));
  });
}
