// mentorctl person withdraw and return: somebody takes no part any more, which ends their pairs; or takes part again.
import { valueOption } from '../../cli/options.ts';
import { pastDay } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { mayEndBy } from '../../domain/engagement/pair-told.ts';
import { namesOf } from '../../domain/find-named.ts';
import { partReport } from '../../domain/people/person-told.ts';
import { endPair } from '../../store/pair-life.ts';
import { allPeople, knownIn, setStatus } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Defined } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, roleOption } from '../shared/options.ts';

export interface WithdrawOptions {
  readonly word: 'withdraw' | 'return';
  readonly person?: string | undefined;
  readonly role?: 'mentor' | 'mentee';
  readonly cohort?: string;
  readonly date?: CivilDate;
  readonly dryRun: boolean;
}

function defined(word: WithdrawOptions['word']): Defined {
  return {
    define: (command, act, given) => {
      const both = command
        .argument('[person]', 'id, e-mail or part of the name')
        .addOption(roleOption('only in this one of two roles'))
        .addOption(cohortOption());
      if (word === 'withdraw')
        command.addOption(
          valueOption(
            '--date <day>',
            'the last day of their pairs, YYYY-MM-DD; today if not said',
            pastDay(given.today),
          ),
        );
      both
        .addOption(dryRunOption())
        .addHelpText('after', `\nExample:\n  mentorctl person ${word} S1042`)
        .action((person, flags: Omit<WithdrawOptions, 'word' | 'person'>) =>
          act(runWithdraw, { word, person, ...flags }),
        );
    },
  };
}

export const withdraw = defined('withdraw');
export const comeBack = defined('return');

export async function runWithdraw(options: WithdrawOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  const leaves = options.word === 'withdraw';
  const day = options.date ?? context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const known = await knownIn(store.db, cohort.id);
    const parts = known.enrolments.filter(
      ({ role }) => role !== 'none' && (options.role === undefined || role === options.role),
    );
    const here = new Set(parts.map(({ person }) => person));
    const people = known.people.filter(({ key }) => here.has(key));
    const person = await choosePerson(context, people, options.person, { what: 'Who', flag: 'PERSON' });
    const own = parts.filter((part) => part.person === person.key);
    const toChange = own.filter(({ status }) => (status === 'active') === leaves);
    const ended = await makeChange(store, context, { dryRun }, async (writer) => {
      for (const { key } of toChange) await setStatus(writer, key, leaves ? 'withdrawn' : 'active');
      if (!leaves) return [];
      const as = new Set(toChange.map(({ role }) => role));
      const lost = (await activePairs(writer.db, cohort.id)).filter(
        (pair) =>
          (as.has('mentor') && pair.mentorId === person.key) || (as.has('mentee') && pair.menteeId === person.key),
      );
      for (const pair of lost) {
        const gone = pair.mentorId === person.key ? 'mentor' : 'mentee';
        mayEndBy(pair.started, day);
        await endPair(writer, pair.id, { day, reason: `${gone}-left`, by: gone, neverAgain: false });
      }
      return lost;
    });
    const named = namesOf(await allPeople(store.db));
    await context.show(
      partReport(options.word, person, {
        cohort: cohort.name,
        roles: own.map(({ role }) => role),
        changed: toChange.map(({ role }) => role),
        ended: ended.map((pair) => ({
          pair: pair.id,
          mentor: named(pair.mentorId),
          mentee: named(pair.menteeId),
        })),
        day,
        dryRun,
      }),
    );
  });
}
