// mentorctl pair reopen: a pair that ended, was declined or was taken out stands again.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { membersOf } from '../../store/people.ts';
import { pairsOf, reopenPair } from '../../store/pair-life.ts';
import { transact } from '../../store/transact.ts';
import { asArguments, choosePair, nameAndId } from '../shared/choose.ts';
import type { Act } from '../shared/act.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';
import { chooseCohort, shellWord, type Context } from '../shared/context.ts';

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
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort, context);
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, { ...options, named: asArguments }, [
      'ended',
      'declined',
      'void',
    ]);
    const standing = (await pairsOf(store.db, cohort.id)).filter(({ status }) => status === 'active');
    if (standing.some((other) => other.mentee_id === pair.mentee_id && other.mentor_id === pair.mentor_id)) {
      const message = `${mentee.name} and ${mentor.name} already are a pair again`;
      throw new Failure('usage', { code: 'pair-stands', message, hint: 'There is nothing to reopen.' });
    }
    await transact(store, context.author(), (writer) => reopenPair(writer, pair.id), {
      dryRun: options.dryRun,
    });
    const seats = (await membersOf(store.db, cohort.id)).find(
      ({ key, role }) => key === mentor.key && role === 'mentor',
    )?.seats;
    const load = standing.filter((other) => other.mentor_id === mentor.key).length + 1;
    if (seats !== undefined && load > seats)
      context.note(`${mentor.name} now has ${load} mentees and ${seats} places.`);
    const other = standing.find((one) => one.mentee_id === mentee.key);
    if (other !== undefined) context.note(`${mentee.name} has another mentor as well: pair ${other.id}.`);
    await context.show({
      schema: 'mentorctl/pair-reopen@1',
      blocks: [
        {
          kind: 'prose',
          text: `${options.dryRun ? 'Would reopen' : 'Reopened'} pair ${pair.id}: ${nameAndId(mentee)} with ${nameAndId(mentor)}; it was ${pair.status}.`,
        },
        { kind: 'next', command: `mentorctl status --cohort ${shellWord(cohort.name)}`, text: '' },
      ],
      json: {
        pair: pair.id,
        mentee: { id: mentee.id, name: mentee.name },
        mentor: { id: mentor.id, name: mentor.name },
        was: pair.status,
        dryRun: options.dryRun,
      },
    });
  });
}
