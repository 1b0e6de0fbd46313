// mentorctl person forget: erases somebody, from the audit trail and the file's free pages too. Nothing brings them back.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { endlessWords, forgottenReport, keptFor, mustBeMeant, overdueReport } from '../../domain/people/forgotten.ts';
import { keptSince } from '../../domain/program/keeping.ts';
import { copiesBeside } from '../../store/copies.ts';
import { forgetPerson } from '../../store/forget.ts';
import { endlessCohorts, overduePeople } from '../../store/overdue.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { dryRunOption } from '../shared/options.ts';

export interface ForgetOptions {
  readonly person?: string | undefined;
  readonly overdue: boolean;
  readonly confirm?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or name')
    .addOption(onOff('--overdue', 'list who is kept longer than mentorctl.yaml says (keep: 3 years); erase nobody'))
    .option('--confirm <id>', 'the id once more, so that nobody is erased by a slip')
    .addOption(dryRunOption('show what would be erased, erase nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl person forget S1042 --confirm S1042\n  mentorctl person forget --overdue',
    )
    .action((person, flags) => act(runForget, { ...flags, person }));
}

export async function runForget(options: ForgetOptions, context: Context): Promise<void> {
  if (options.overdue) {
    await showOverdue(options.person, context);
    return;
  }
  const { dryRun } = options;
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const person = await choosePerson(context, people, options.person, { what: 'Whom', flag: 'PERSON' });
    const typed = dryRun
      ? person.id
      : (options.confirm ??
        (await context.ask.text(`This erases ${nameAndId(person)} for good. Type the id to go on:`, '--confirm')));
    mustBeMeant(typed, person);
    const gone = await forgetPerson(store, context.author(), person, { dryRun });
    await context.show(forgottenReport(person, gone, copiesBeside(context.databasePath, store.key), dryRun));
  });
}

async function showOverdue(person: string | undefined, context: Context): Promise<void> {
  const keep = keptFor(person === undefined ? (await context.program()).program.keep : undefined, person);
  await context.usingStore({ create: false }, async (store) => {
    const since = keptSince(context.today(), keep);
    const endless = endlessWords(await endlessCohorts(store.db));
    if (endless !== undefined) context.note(endless);
    await context.show(overdueReport(await overduePeople(store.db, since), keep, since));
  });
}
