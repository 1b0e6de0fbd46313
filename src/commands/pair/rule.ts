// mentorctl pair pin, block, unpin, unblock: the coordinator's word on two people, which every later run heeds.
import { onOff } from '../../cli/options.ts';
import {
  mayRule,
  noRuling,
  rulingRemark,
  rulingReport,
  type RulingWord,
} from '../../domain/engagement/ruling-words.ts';
import { liftRulings, pairsOf, ruleOn, rulingsIn } from '../../store/pair-life.ts';
import { membersOf } from '../../store/people.ts';
import type { Member } from '../../store/rows.ts';
import type { Defined } from '../shared/act.ts';
import { asArguments, choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';

export interface RuleOptions {
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly cohort?: string;
  readonly everyCohort?: boolean;
  readonly note?: string;
  readonly dryRun: boolean;
}

/** The command of one word of the four. */
export function ruling(word: RulingWord): Defined {
  return {
    define: (command, act) => {
      const both = command
        .argument('[mentee]', 'id, e-mail or part of the name')
        .argument('[mentor]', 'id, e-mail or part of the name')
        .addOption(cohortOption());
      if (word === 'block')
        command.addOption(onOff('--every-cohort', 'keep them apart in every cohort, now and later'));
      if (word === 'pin' || word === 'block') command.option('--note <text>', 'why');
      both
        .addOption(dryRunOption())
        .addHelpText('after', `\nExample:\n  mentorctl pair ${word} S1042 M017`)
        .action((mentee, mentor, flags: Omit<RuleOptions, 'mentee' | 'mentor'>) =>
          act((options, context) => runRule(word, options, context), { mentee, mentor, ...flags }),
        );
    },
  };
}

export async function runRule(word: RulingWord, options: RuleOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const members = await membersOf(store.db, cohort.id);
    const side = (role: 'mentee' | 'mentor', text: string | undefined): ReturnType<typeof choosePerson<Member>> =>
      choosePerson(
        context,
        members.filter((member) => member.role === role),
        text,
        {
          what: `Which ${role}`,
          flag: asArguments[role],
        },
      );
    const mentee = await side('mentee', options.mentee);
    const mentor = await side('mentor', options.mentor);
    const { dryRun } = options;
    const two = { mentee, mentor };
    const kind = word.endsWith('pin') ? 'pin' : 'block';
    mayRule(word, two);
    const rulings = await rulingsIn(store.db, cohort.id);
    const between = { mentorId: mentor.key, menteeId: mentee.key };
    const cohortId = options.everyCohort === true ? null : cohort.id;
    const changed = await makeChange(store, context, { dryRun }, async (writer) => {
      if (word === kind) return ruleOn(writer, { ...between, kind, cohortId, note: options.note ?? null });
      const found = rulings.filter(
        (one) => one.kind === kind && one.mentorId === mentor.key && one.menteeId === mentee.key,
      );
      if (found.length === 0) throw noRuling(kind, two);
      await liftRulings(writer, found);
      return true;
    });
    const freed = rulings.find(
      (one) => word === 'pin' && one.kind === 'pin' && one.menteeId === mentee.key && one.mentorId !== mentor.key,
    );
    const former = freed && members.find(({ key }) => key === freed.mentorId);
    if (former !== undefined) context.note(`${mentee.name} is no longer pinned to ${former.name}.`);
    const remark = rulingRemark(word, two, await pairsOf(store.db, cohort.id));
    if (remark !== undefined) context.note(remark);
    const everywhere = cohortId === null;
    await context.show(rulingReport(word, two, { cohort: cohort.name, changed, everywhere, dryRun }));
  });
}
