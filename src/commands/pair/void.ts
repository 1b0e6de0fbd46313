// mentorctl pair void: a pair made by mistake, taken out as if it had not been. The audit trail keeps it.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
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
    if (meetings > 0 && !options.withMeetings) {
      throw new Failure('usage', {
        code: 'pair-has-met',
        message: `${mentee.name} and ${mentor.name} met ${meetings === 1 ? 'once' : `${meetings} times`}, so this pair has been`,
        hint: `End it: mentorctl pair end --pair ${pair.id}. If the meetings are a mistake as well: --with-meetings.`,
      });
    }
    await makeChange(store, context, options, (writer) => voidPair(writer, pair, options.note ?? null));
    const also = meetings === 0 ? '' : `, with ${meetings === 1 ? 'its meeting' : `its ${meetings} meetings`}`;
    await context.show({
      schema: 'mentorctl/pair-void@1',
      blocks: [
        prose(
          `${options.dryRun ? 'Would take' : 'Took'} out pair ${pair.id} as if it had not been${also}: ${nameAndId(mentee)} with ${nameAndId(mentor)}. The audit trail keeps it.`,
        ),
        nextStep(`mentorctl match --cohort ${shellWord(cohort.name)}`, 'or take it back with mentorctl data undo'),
      ],
      json: {
        pair: pair.id,
        mentee: idAndName(mentee),
        mentor: idAndName(mentor),
        meetings,
        dryRun: options.dryRun,
      },
    });
  });
}
