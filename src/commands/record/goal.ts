// mentorctl record goal: what a mentee wants to reach, and when it was reached.
import type { Command } from '@commander-js/extra-typings';
import { valueArgument, valueOption } from '../../cli/options.ts';
import { oneOf, pastDay, wholeNumber } from '../../cli/read-values.ts';
import { goalList } from '../../domain/engagement/open-ends.ts';
import { namesOf } from '../../domain/find-named.ts';
import { openEnds } from '../../store/open-ends.ts';
import { allPeople } from '../../store/people.ts';
import type { Act, Given } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';
import { closeOne, openOne, wordsFor, type OpenEndOptions } from './parts/open-ends.ts';

const actions = ['set', 'reached', 'list'] as const;

export interface GoalOptions extends OpenEndOptions {
  readonly action: (typeof actions)[number];
  readonly goal?: string;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .addArgument(valueArgument('[action]', 'what to do', oneOf(actions)).default('set' as const))
    .addArgument(
      valueArgument(
        '[number]',
        'reached: the goal, as list shows it',
        wholeNumber({ hint: 'Write its number: see mentorctl record goal list.' }),
      ),
    )
    .option('--person <who>', "set: whose goal; id, e-mail or part of the name; list: only this person's")
    .option('--goal <text>', 'set: the goal, in their words')
    .addOption(valueOption('--date <day>', 'when, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record goal set --person S1107 --goal "Pass statistics"\n  mentorctl record goal reached 5',
    )
    .action((action, number, flags) => act(runGoal, { ...flags, action, number }));
}

export async function runGoal(options: GoalOptions, context: Context): Promise<void> {
  if (options.action === 'reached') {
    await context.usingStore({ create: false }, (store) => closeOne('goal', store, options, context, () => ''));
    return;
  }
  await inCohort(context, options.cohort, async (store, cohort) => {
    if (options.action === 'set')
      return openOne('goal', { store, cohort, context }, options, {
        what: 'Whose goal',
        textOf: () => wordsFor(context, 'Which goal?', '--goal', options.goal),
        by: () => '',
      });
    const asked = { what: 'Whose goals', flag: '--person' };
    const whose =
      options.person === undefined
        ? undefined
        : await choosePerson(context, await allPeople(store.db), options.person, asked);
    const goals = await openEnds(store.db, 'goal', cohort.id);
    const theirs = goals.filter(({ person }) => whose === undefined || person === whose.key);
    return context.show(goalList(cohort.name, theirs, namesOf(await allPeople(store.db))));
  });
}
