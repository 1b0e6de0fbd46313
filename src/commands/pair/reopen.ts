// mentorctl pair reopen: a pair that ended, was declined or was taken out stands again.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { pairsOf, reopenPair } from '../../store/pair-life.ts';
import { membersOf } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
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
    if (standing.some((other) => other.mentee_id === pair.mentee_id && other.mentor_id === pair.mentor_id)) {
      const message = `${mentee.name} and ${mentor.name} already are a pair again`;
      throw new Failure('usage', { code: 'pair-stands', message, hint: 'There is nothing to reopen.' });
    }
    await makeChange(store, context, options, (writer) => reopenPair(writer, pair.id));
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
        prose(
          `${options.dryRun ? 'Would reopen' : 'Reopened'} pair ${pair.id}: ${nameAndId(mentee)} with ${nameAndId(mentor)}; it was ${pair.status}.`,
        ),
        nextStep(`mentorctl status --cohort ${shellWord(cohort.name)}`),
      ],
      json: {
        pair: pair.id,
        mentee: idAndName(mentee),
        mentor: idAndName(mentor),
        was: pair.status,
        dryRun: options.dryRun,
      },
    });
  });
}
