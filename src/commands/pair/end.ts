// mentorctl pair end: a pair stops meeting. Why, by whose wish, and whether they may ever be paired again.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf, pastDay } from '../../cli/read-values.ts';
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import {
  closingOf,
  closingWords,
  closureReasonNames,
  closureReasons,
  endedBy,
  expectedEndOf,
  isClosureReason,
  type ClosureReasonName,
  type Closing,
  type EndedBy,
} from '../../domain/engagement/closure.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import type { Block } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { amongKnown } from '../../domain/suggest.ts';
import { endPair } from '../../store/pair-life.ts';
import { activePairs } from '../../store/runs.ts';
import type { Act, Given } from '../shared/act.ts';
import { asArguments, choosePair } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, pairOption } from '../shared/options.ts';

export interface EndOptions {
  readonly cohort?: string;
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly pair?: number;
  readonly reason?: string;
  readonly byWhom?: EndedBy;
  readonly date?: CivilDate;
  readonly neverAgain: boolean;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'needed only when the mentee has several')
    .addOption(pairOption())
    .addOption(cohortOption())
    .option('--reason <reason>', closureReasonNames.join(', '))
    .addOption(valueOption('--by-whom <whom>', 'who ended it; follows from the reason if not said', oneOf(endedBy)))
    .addOption(valueOption('--date <day>', 'the last day, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(onOff('--never-again', 'never pair these two again'))
    .addOption(dryRunOption())
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl pair end S1042 --reason goals-met\n  mentorctl pair end --pair 12 --reason poor-fit --by-whom mentee --never-again',
    )
    .action((mentee, mentor, flags) => act(runEnd, { mentee, mentor, ...flags }));
}

export async function runEnd(options: EndOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const day = options.date ?? context.today();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const { pair, mentee, mentor } = await choosePair(context, store, cohort, { ...options, named: asArguments });
    const started = parseIsoDate(pair.started);
    if (started === undefined || daysBetween(started, day) < 0) {
      const message = `this pair began on ${started === undefined ? pair.started : formatDate(started)}; it cannot end before`;
      throw new Failure('usage', {
        code: 'end-before-start',
        message,
        hint: 'Check --date, or see mentorctl pair void.',
      });
    }
    const reason = await reasonOf(options.reason, context);
    const by = options.byWhom ?? closureReasons[reason].by;
    // Whoever parted over a conflict must not be proposed again by mistake.
    const neverAgain = options.neverAgain || reason === 'conflict-or-safety';
    await makeChange(store, context, options, (writer) => endPair(writer, pair.id, { day, reason, by, neverAgain }));
    const expectedEnd = expectedEndOf(started, cohort.ends, program.engagement);
    const closing = closingOf({ reason, ended: day, expectedEnd });
    const days = daysBetween(started, day);
    // Who leads a circle together is no second mentor of anybody.
    const other =
      program.circles === undefined &&
      (await activePairs(store.db, cohort.id)).some((one) => one.mentee_id === mentee.key && one.id !== pair.id);
    await context.show({
      schema: 'mentorctl/pair-end@1',
      blocks: [
        prose(
          `${options.dryRun ? 'Would end' : 'Ended'} pair ${pair.id}: ${nameAndId(mentee)} with ${nameAndId(mentor)}, after ${days} days, on ${formatDate(day)}.`,
        ),
        prose(
          `Reason: ${closureReasons[reason].words} (${by}). That is ${closingWords[closing]}${closing === 'premature' ? `; they were expected to go on to ${formatDate(expectedEnd)}` : ''}.${neverAgain ? ' They will not be paired again.' : ''}`,
        ),
        ...(options.dryRun ? [] : [nextAfter(closing, pair.id, shellWord(cohort.name), other)]),
      ],
      json: {
        pair: pair.id,
        mentee: idAndName(mentee),
        mentor: idAndName(mentor),
        started,
        ended: day,
        days,
        reason,
        by,
        neverAgain,
        closing,
        expectedEnd,
        dryRun: options.dryRun,
      },
    });
  });
}

/** `other`: the mentee has another mentor still, so that it is a second one that is missing. */
function nextAfter(closing: Closing, pair: number, cohort: string, other: boolean): Block {
  return closing === 'premature'
    ? nextStep(
        other ? `mentorctl match --second --cohort ${cohort}` : `mentorctl rematch --cohort ${cohort}`,
        `or take it back with mentorctl pair reopen --pair ${pair}`,
      )
    : nextStep(`mentorctl status --cohort ${cohort}`);
}

async function reasonOf(text: string | undefined, context: Context): Promise<ClosureReasonName> {
  if (text === undefined) {
    const choices = closureReasonNames.map((value) => ({ value, label: closureReasons[value].words }));
    return context.ask.choose('Why does it end?', choices, '--reason');
  }
  const word = text.trim().toLowerCase().replace(/\s+/g, '-');
  if (isClosureReason(word)) return word;
  const mistake = /error|mistake|void/.test(word);
  throw new Failure('usage', {
    code: 'unknown-reason',
    message: `--reason does not know "${text}"`,
    hint: mistake
      ? 'A pair made by mistake is taken out with mentorctl pair void.'
      : amongKnown(word, closureReasonNames),
  });
}
