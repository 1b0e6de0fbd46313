// Why pairs end, a closed set: who is behind it, and whether it was the plan, success before time, or too early.
import { addDays, daysBetween, parseIsoDate, type CivilDate } from '../civil-date.ts';
import type { Engagement } from '../program/engagement.ts';

interface ClosureReason {
  readonly words: string;
  /** Who ended it where nobody says otherwise. */
  readonly by: EndedBy;
}

/** Who ended a pair. */
export const endedBy = ['mentor', 'mentee', 'both', 'program'] as const;
export type EndedBy = (typeof endedBy)[number];

/** Merged from iMentor, Together, STAR (OJJDP) and other programs' closure forms; see docs/defaults.md. */
export const closureReasons = {
  'planned-end': { words: 'planned end', by: 'program' },
  'goals-met': { words: 'goals met early', by: 'both' },
  'mentor-moved': { words: 'mentor moved', by: 'mentor' },
  'mentor-no-time': { words: 'mentor has no time', by: 'mentor' },
  'mentor-not-responding': { words: 'mentor does not respond', by: 'mentor' },
  'mentor-left': { words: 'mentor left', by: 'mentor' },
  'mentee-left': { words: 'mentee left or transferred', by: 'mentee' },
  'mentee-graduated': { words: 'mentee graduated', by: 'mentee' },
  'mentee-no-time': { words: 'mentee has no time', by: 'mentee' },
  'mentee-not-responding': { words: 'mentee does not respond', by: 'mentee' },
  'mentee-opted-out': { words: 'mentee opted out', by: 'mentee' },
  'poor-fit': { words: 'poor fit', by: 'both' },
  'conflict-or-safety': { words: 'conflict or safety', by: 'program' },
  'program-ended': { words: 'program ended', by: 'program' },
} as const satisfies Record<string, ClosureReason>;

export type ClosureReasonName = keyof typeof closureReasons;

/** As --reason takes them. */
export const closureReasonNames = Object.keys(closureReasons) as ClosureReasonName[];

/** `planned`: by plan, or after the whole expected time. `goals-met`: early and done. `premature`: anything else. */
export type Closing = 'planned' | 'goals-met' | 'premature';

/** How a sentence says it: `That is a planned end`. */
export const closingWords: Readonly<Record<Closing, string>> = {
  planned: 'a planned end',
  'goals-met': 'goals met early, counted as completed',
  premature: 'before its time',
};

/** OJJDP STAR: premature is an end before the expected length for any reason but a planned one. */
export function closingOf(end: {
  readonly reason: string | null;
  readonly ended: CivilDate;
  readonly expectedEnd: CivilDate;
}): Closing {
  if (end.reason === 'planned-end') return 'planned';
  if (end.reason === 'goals-met') return 'goals-met';
  return daysBetween(end.ended, end.expectedEnd) <= 0 ? 'planned' : 'premature';
}

/** After these the mentee waits for another mentor; after all others nobody does. */
const leavesMenteeWaiting: ReadonlySet<string> = new Set<ClosureReasonName>([
  'mentor-moved',
  'mentor-no-time',
  'mentor-not-responding',
  'mentor-left',
  'poor-fit',
  'conflict-or-safety',
]);

/** True where the mentee of a pair that ended so is to be placed again. */
export function waitsForAnother(end: { readonly reason: string | null; readonly closing: Closing }): boolean {
  return (
    end.closing === 'premature' &&
    (end.reason === null || !isClosureReason(end.reason) || leavesMenteeWaiting.has(end.reason))
  );
}

/** The cohort's end, or the expected length after the start. */
export function expectedEndOf(
  started: CivilDate,
  cohortEnds: string | null,
  { lengthDays }: Pick<Engagement, 'lengthDays'>,
): CivilDate {
  return (cohortEnds === null ? undefined : parseIsoDate(cohortEnds)) ?? addDays(started, lengthDays);
}

/** The reason in words; a reason of the program's own stays as it is. */
export function reasonWords(reason: string): string {
  return isClosureReason(reason) ? closureReasons[reason].words : reason;
}

/** True for a name of the closed set, as against a reason of the program's own. */
export function isClosureReason(text: string): text is ClosureReasonName {
  return Object.hasOwn(closureReasons, text);
}

/** Ended as it should: two who may be a pair again if the program likes to keep pairs together. */
export function partedWell(reason: string | null): boolean {
  return reason === 'planned-end' || reason === 'goals-met' || reason === 'program-ended';
}
