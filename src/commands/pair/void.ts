// mentorctl pair void: a pair made by mistake, taken out as if it had not been. The audit trail keeps it.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { meetingsOfPair, voidPair } from '../../store/pair-life.ts';
import { transact } from '../../store/transact.ts';
import { asArguments, choosePair, nameAndId } from '../shared/choose.ts';
import type { Act } from '../shared/act.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';
import { chooseCohort, shellWord, type Context } from '../shared/context.ts';

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
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort, context);
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
    await transact(store, context.author(), (writer) => voidPair(writer, pair, options.note ?? null), {
      dryRun: options.dryRun,
    });
    const also = meetings === 0 ? '' : `, with ${meetings === 1 ? 'its meeting' : `its ${meetings} meetings`}`;
    await context.show({
      schema: 'mentorctl/pair-void@1',
      blocks: [
        {
          kind: 'prose',
          text: `${options.dryRun ? 'Would take' : 'Took'} out pair ${pair.id} as if it had not been${also}: ${nameAndId(mentee)} with ${nameAndId(mentor)}. The audit trail keeps it.`,
        },
        {
          kind: 'next',
          command: `mentorctl match --cohort ${shellWord(cohort.name)}`,
          text: 'or take it back with mentorctl data undo',
        },
      ],
      json: {
        pair: pair.id,
        mentee: { id: mentee.id, name: mentee.name },
        mentor: { id: mentor.id, name: mentor.name },
        meetings,
        dryRun: options.dryRun,
      },
    });
  });
}
