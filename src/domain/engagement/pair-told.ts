// What is said of one pair that ends, is declined, taken out or stands again; and why it may not be.
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import { idAndName, nameAndId } from '../find-named.ts';
import { nextStep, prose } from '../report/blocks.ts';
import type { Block, Report } from '../report/report.ts';
import { shellWord } from '../shell-word.ts';
import { amongKnown } from '../suggest.ts';
import {
  closingWords,
  closureReasonNames,
  closureReasons,
  isClosureReason,
  type Closing,
  type ClosureReasonName,
  type EndedBy,
} from './closure.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}

/** A pair, as a command was told of it. */
export interface ToldPair {
  /** Its number. */
  readonly pair: number;
  readonly mentee: Who;
  readonly mentor: Who;
  readonly cohort: string;
  readonly dryRun: boolean;
}

const two = ({ mentee, mentor }: Pick<ToldPair, 'mentee' | 'mentor'>): string =>
  `${nameAndId(mentee)} with ${nameAndId(mentor)}`;

/** The day on which a pair began. Throws Failure where it would end before. */
export function startOfEnding(began: string, day: CivilDate): CivilDate {
  const started = parseIsoDate(began);
  if (started !== undefined && daysBetween(started, day) >= 0) return started;
  throw new Failure('usage', {
    code: 'end-before-start',
    message: `this pair began on ${started === undefined ? began : formatDate(started)}; it cannot end before`,
    hint: 'Check --date, or see mentorctl pair void.',
  });
}

/** As somebody leaves who has it. Throws Failure where it would end before it began. */
export function mayEndBy(began: string, day: CivilDate): void {
  if (began <= day) return;
  throw new Failure('usage', {
    code: 'end-before-start',
    message: `a pair of theirs began on ${began}; it cannot end on ${day}`,
    hint: 'Check --date, or see mentorctl pair void.',
  });
}

/** A reason as it was typed. Throws Failure where there is none of that name. */
export function reasonSaid(text: string): ClosureReasonName {
  const word = text.trim().toLowerCase().replace(/\s+/g, '-');
  if (isClosureReason(word)) return word;
  throw new Failure('usage', {
    code: 'unknown-reason',
    message: `--reason does not know "${text}"`,
    hint: /error|mistake|void/.test(word)
      ? 'A pair made by mistake is taken out with mentorctl pair void.'
      : amongKnown(word, closureReasonNames),
  });
}

export interface EndTold extends ToldPair {
  readonly started: CivilDate;
  readonly day: CivilDate;
  readonly reason: ClosureReasonName;
  readonly by: EndedBy;
  readonly neverAgain: boolean;
  readonly closing: Closing;
  readonly expectedEnd: CivilDate;
  /** The mentee has another mentor still, so that it is a second one that is missing. */
  readonly other: boolean;
}

export function endedReport(end: EndTold): Report {
  const { pair, mentee, mentor, started, day, reason, by, neverAgain, closing, expectedEnd, dryRun } = end;
  const days = daysBetween(started, day);
  return {
    schema: 'mentorctl/pair-end@1',
    blocks: [
      prose(`${dryRun ? 'Would end' : 'Ended'} pair ${pair}: ${two(end)}, after ${days} days, on ${formatDate(day)}.`),
      prose(
        `Reason: ${closureReasons[reason].words} (${by}). That is ${closingWords[closing]}${closing === 'premature' ? `; they were expected to go on to ${formatDate(expectedEnd)}` : ''}.${neverAgain ? ' They will not be paired again.' : ''}`,
      ),
      ...(dryRun ? [] : [nextAfter(end)]),
    ],
    json: {
      pair,
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
      dryRun,
    },
  };
}

function nextAfter({ closing, pair, cohort, other }: EndTold): Block {
  const name = shellWord(cohort);
  return closing === 'premature'
    ? nextStep(
        other ? `mentorctl match --second --cohort ${name}` : `mentorctl rematch --cohort ${name}`,
        `or take it back with mentorctl pair reopen --pair ${pair}`,
      )
    : nextStep(`mentorctl status --cohort ${name}`);
}

/** Throws Failure where the two have met: then their pair is ended. */
export function mayDecline({ pair, mentee, mentor }: Pick<ToldPair, 'pair' | 'mentee' | 'mentor'>, met: number): void {
  if (met === 0) return;
  throw new Failure('usage', {
    code: 'pair-has-met',
    message: `${mentee.name} and ${mentor.name} have already met, so this pair is ended, not declined`,
    hint: `mentorctl pair end --pair ${pair} --reason poor-fit`,
  });
}

export interface DeclineTold extends ToldPair {
  readonly decline: {
    readonly day: CivilDate;
    readonly reason: string | null;
    readonly by: EndedBy | null;
    readonly neverAgain: boolean;
  };
  /** They were a pair, and not only proposed as one. */
  readonly stood: boolean;
  /** The mentee has another mentor. */
  readonly other: boolean;
}

export function declinedReport(told: DeclineTold): Report {
  const { pair, mentee, mentor, cohort, decline, stood, other, dryRun } = told;
  const place = other ? 'match --second' : stood ? 'rematch' : 'match';
  return {
    schema: 'mentorctl/pair-decline@1',
    blocks: [
      prose(
        `${dryRun ? 'Would decline' : 'Declined'}: ${two(told)}. They will not be proposed again${decline.neverAgain ? ', now or ever' : ''}.`,
      ),
      nextStep(`mentorctl ${place} --cohort ${shellWord(cohort)}`, `for another mentor for ${mentee.name}`),
    ],
    json: {
      pair: dryRun ? null : pair,
      mentee: idAndName(mentee),
      mentor: idAndName(mentor),
      ...decline,
      dryRun,
    },
  };
}

/** Throws Failure where the two have met, unless their meetings go with it. */
export function mayVoid({ pair, mentee, mentor }: ToldPair, meetings: number, withMeetings: boolean): void {
  if (meetings === 0 || withMeetings) return;
  throw new Failure('usage', {
    code: 'pair-has-met',
    message: `${mentee.name} and ${mentor.name} met ${meetings === 1 ? 'once' : `${meetings} times`}, so this pair has been`,
    hint: `End it: mentorctl pair end --pair ${pair}. If the meetings are a mistake as well: --with-meetings.`,
  });
}

export function voidedReport(told: ToldPair, meetings: number): Report {
  const { pair, mentee, mentor, cohort, dryRun } = told;
  const also = meetings === 0 ? '' : `, with ${meetings === 1 ? 'its meeting' : `its ${meetings} meetings`}`;
  return {
    schema: 'mentorctl/pair-void@1',
    blocks: [
      prose(
        `${dryRun ? 'Would take' : 'Took'} out pair ${pair} as if it had not been${also}: ${two(told)}. The audit trail keeps it.`,
      ),
      nextStep(`mentorctl match --cohort ${shellWord(cohort)}`, 'or take it back with mentorctl data undo'),
    ],
    json: { pair, mentee: idAndName(mentee), mentor: idAndName(mentor), meetings, dryRun },
  };
}

interface Standing {
  readonly id: number;
  readonly menteeId: number;
  readonly mentorId: number;
}

/** Throws Failure where the two stand together already. */
export function mayReopen({ mentee, mentor }: ToldPair, pair: Standing, standing: readonly Standing[]): void {
  if (!standing.some((other) => other.menteeId === pair.menteeId && other.mentorId === pair.mentorId)) return;
  const message = `${mentee.name} and ${mentor.name} already are a pair again`;
  throw new Failure('usage', { code: 'pair-stands', message, hint: 'There is nothing to reopen.' });
}

/** What to heed once it stands again. `seats`: of the mentor; undefined where they are none any more. */
export function reopenedRemarks(
  { mentee, mentor }: ToldPair,
  pair: Standing,
  standing: readonly Standing[],
  seats: number | undefined,
): string[] {
  const load = standing.filter((other) => other.mentorId === pair.mentorId).length + 1;
  const other = standing.find((one) => one.menteeId === pair.menteeId);
  return [
    ...(seats !== undefined && load > seats ? [`${mentor.name} now has ${load} mentees and ${seats} places.`] : []),
    ...(other === undefined ? [] : [`${mentee.name} has another mentor as well: pair ${other.id}.`]),
  ];
}

/** `was`: its status before. */
export function reopenedReport(told: ToldPair, was: string): Report {
  const { pair, mentee, mentor, cohort, dryRun } = told;
  return {
    schema: 'mentorctl/pair-reopen@1',
    blocks: [
      prose(`${dryRun ? 'Would reopen' : 'Reopened'} pair ${pair}: ${two(told)}; it was ${was}.`),
      nextStep(`mentorctl status --cohort ${shellWord(cohort)}`),
    ],
    json: { pair, mentee: idAndName(mentee), mentor: idAndName(mentor), was, dryRun },
  };
}

/** `one`: where a mentee was named, with the mentors that were proposed. `left`: still to decide. */
export function acceptedReport(
  {
    run,
    cohort,
    accepted,
    left,
    dryRun,
  }: {
    readonly run: number;
    readonly cohort: string;
    readonly accepted: number;
    readonly left: number;
    readonly dryRun: boolean;
  },
  one: { readonly mentee: Who; readonly mentors: readonly Who[] } | undefined,
): Report {
  const what =
    one === undefined || accepted === 0
      ? `${counted(accepted, 'pair')} of run ${run} for ${cohort}`
      : `${nameAndId(one.mentee)} with ${one.mentors.map(nameAndId).join(' with ')}, of run ${run} for ${cohort}`;
  const said =
    accepted === 0
      ? `Nothing new to accept of run ${run} for ${cohort}`
      : `${dryRun ? 'Would accept' : 'Accepted'} ${what}`;
  const name = shellWord(cohort);
  return {
    schema: 'mentorctl/accept@1',
    blocks: [
      prose(`${said}${left === 0 ? '' : `; ${left} still to decide`}.`),
      left === 0
        ? nextStep(`mentorctl status --cohort ${name}`)
        : nextStep(`mentorctl pair review --run ${run} --cohort ${name}`),
    ],
    json: { run, cohort, accepted, open: left, dryRun },
  };
}
