// mentorctl person forget: erases somebody, from the audit trail and the file's free pages too. Nothing brings them back.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { copiesBeside } from '../../store/copies.ts';
import { forgetPerson } from '../../store/forget.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { dryRunOption } from '../shared/options.ts';

export interface ForgetOptions {
  readonly person: string;
  readonly confirm?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<person>', 'id, e-mail or name')
    .option('--confirm <id>', 'the id once more, so that nobody is erased by a slip')
    .addOption(dryRunOption('show what would be erased, erase nothing'))
    .addHelpText('after', '\nExample:\n  mentorctl person forget S1042 --confirm S1042')
    .action((person, flags) => act(runForget, { ...flags, person }));
}

export async function runForget(options: ForgetOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const person = await choosePerson(context, people, options.person, { what: 'Whom', flag: 'PERSON' });
    const typed = dryRun
      ? person.id
      : (options.confirm ??
        (await context.ask.text(`This erases ${nameAndId(person)} for good. Type the id to go on:`, '--confirm')));
    if (typed !== person.id) {
      throw new Failure('usage', {
        code: 'not-confirmed',
        message: `"${typed}" is not the id of ${nameAndId(person)}; nobody was erased`,
        hint: 'Say the id exactly, with --confirm.',
      });
    }
    const { deleted, blotted } = await forgetPerson(store, context.author(), person, { dryRun });
    const rows = Object.entries(deleted).map(([table, n]) => `${table.replaceAll('_', ' ')} ${n}`);
    const copies = copiesBeside(context.databasePath);
    const named = dryRun ? nameAndId(person) : 'the person';
    await context.show({
      schema: 'mentorctl/forget@1',
      blocks: [
        prose(
          `${dryRun ? 'Would erase' : 'Erased'} ${named}: ${rows.join(', ')} rows, and what the audit trail kept of them${blotted === 0 ? '' : `; ${blotted} other texts lost the name or id`}.`,
        ),
        prose(
          `${copies.length === 0 ? '' : `Copies beside the database may still hold them: ${copies.join(', ')}. Delete what is not needed. `}Other files are not reached: backups, files imported or exported, letters, answers kept as options in mentorctl.yaml. Runs and lotteries they were part of can no longer be replayed.`,
        ),
        nextStep('mentorctl status', 'pairs that lost somebody show there'),
      ],
      json: { deleted, blotted, copies, dryRun },
    });
  });
}
