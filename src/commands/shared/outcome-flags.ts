// The options that reports on outcomes share.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { anyDay, oneOf, wholeNumber } from '../../cli/read-values.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import type { ClockChoice } from '../../domain/outcomes/on-clock.ts';
import type { Given } from './act.ts';
import { reportTableOption } from './options.ts';
import { ownEyesOption } from './own-eyes.ts';

export interface OutcomeOptions {
  readonly cohort?: string;
  readonly clock?: ClockChoice;
  readonly compare?: readonly string[];
  readonly by?: string;
  readonly landmark?: CivilDate;
  readonly early?: number;
  readonly byParticipation?: boolean;
  readonly asAssigned?: boolean;
  readonly adjust?: string;
  readonly trend?: boolean;
  readonly event?: string;
  readonly technical?: boolean;
  readonly table?: string;
  readonly persistence?: boolean;
  readonly forOwnEyes?: boolean;
}

/** For reports on people with a pair and others. */
export const landmarkOption = (given: Given) =>
  valueOption(
    '--landmark <day>',
    'who had a pair by this day counts as mentored; the match deadline unless given',
    anyDay(given.today),
  );

/** The options that both outcome reports take. */
export function outcomeFlags(command: Command, given: Given): Command {
  return command
    .option(
      '--cohort <name>',
      'the cohort, or several with commas, each compared within itself; the only one if there is one',
    )
    .addOption(
      valueOption(
        '--clock <from>',
        'own: count terms and days from the start of each person; cohort: from that of the cohort',
        oneOf(['own', 'cohort']),
      ),
    )
    .option('--compare <with...>', 'not-mentored, wait-list, arm NAME, or cohort NAME')
    .option('--by <field>', 'break down by the answers to a field')
    .addOption(landmarkOption(given))
    .addOption(
      valueOption(
        '--early <days>',
        'count meetings in so many days from the start of a pair; 42 unless mentorctl.yaml says',
        wholeNumber({ least: 1, most: 366 }),
      ),
    )
    .addOption(onOff('--trend', 'with several cohorts: a line for each of them'))
    .addOption(onOff('--as-assigned', 'only as assigned, with no row for those who took part'))
    .addOption(onOff('--by-participation', 'add those who took part, for every outcome'))
    .addOption(ownEyesOption())
    .addOption(onOff('--technical', 'add tests, p values and the reasons behind the claim level'))
    .addOption(reportTableOption());
}

/** Whose rows follow those as assigned; both flags at once contradict each other. */
export function participationOf({ asAssigned, byParticipation }: OutcomeOptions): 'never' | 'primary' | 'all' {
  if (asAssigned === true && byParticipation === true)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: '--as-assigned and --by-participation contradict each other',
      hint: 'Give one of them.',
    });
  return asAssigned === true ? 'never' : byParticipation === true ? 'all' : 'primary';
}
