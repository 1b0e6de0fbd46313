// mentorctl record flag: something is wrong with somebody's mentoring; it is raised, looked at, and resolved.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueArgument, valueOption } from '../../cli/options.ts';
import { oneOf, pastDay, wholeNumber } from '../../cli/read-values.ts';
import { flagList } from '../../domain/engagement/open-ends.ts';
import { namesOf } from '../../domain/find-named.ts';
import { openEnds } from '../../store/open-ends.ts';
import { allPeople } from '../../store/people.ts';
import type { Act, Given } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';
import { closeOne, openOne, wordsFor, type OpenEndOptions } from './parts/open-ends.ts';

const actions = ['raise', 'resolve', 'list'] as const;

export interface FlagOptions extends OpenEndOptions {
  readonly action: (typeof actions)[number];
  readonly about?: string;
  readonly byWhom?: string;
  readonly resolution?: string;
  readonly all: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .addArgument(valueArgument('[action]', 'what to do', oneOf(actions)).default('raise' as const))
    .addArgument(
      valueArgument(
        '[number]',
        'resolve: the flag, as list and status show it',
        wholeNumber({ hint: 'Write its number: see mentorctl record flag list.' }),
      ),
    )
    .option('--person <who>', 'raise: about whom; id, e-mail or part of the name')
    .option('--about <text>', 'raise: what is wrong')
    .option('--by-whom <whom>', 'raise: who says so')
    .option('--resolution <text>', 'resolve: what was done')
    .addOption(valueOption('--date <day>', 'when, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(onOff('--all', 'list: resolved ones, too'))
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record flag raise --person S1107 --about exams --by-whom M017\n  mentorctl record flag resolve 12 --resolution "extra tutoring"\n  mentorctl record flag list',
    )
    .action((action, number, flags) => act(runFlag, { ...flags, action, number }));
}

export async function runFlag(options: FlagOptions, context: Context): Promise<void> {
  if (options.action === 'resolve') {
    await context.usingStore({ create: false }, (store) =>
      closeOne('flag', store, options, context, (mayAsk) => {
        if (options.resolution !== undefined) return options.resolution;
        return mayAsk ? context.ask.text('What was done? (may stay empty)', '--resolution') : '';
      }),
    );
    return;
  }
  await inCohort(context, options.cohort, async (store, cohort) => {
    if (options.action === 'raise')
      return openOne('flag', { store, cohort, context }, options, {
        what: 'About whom',
        textOf: () => wordsFor(context, 'What is wrong?', '--about', options.about),
        by: () => {
          if (options.byWhom !== undefined) return options.byWhom;
          if (!context.ask.possible || options.about !== undefined) return '';
          return context.ask.text('Who says so? (may stay empty)', '--by-whom');
        },
      });
    const flags = await openEnds(store.db, 'flag', cohort.id);
    const how = { all: options.all, asOf: context.today() };
    return context.show(flagList(cohort.name, flags, namesOf(await allPeople(store.db)), how));
  });
}
