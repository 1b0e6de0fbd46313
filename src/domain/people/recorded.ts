// What is said of one record that is kept by hand: a meeting, an outcome, answers to a survey.
import { formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { idAndName, nameAndId } from '../find-named.ts';
import { nextStep, prose } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { shellWord } from '../shell-word.ts';
import { planCounts, type RecordPlan } from './plan-records.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}

/** A record as it was kept. `said`: how a sentence about it begins, e.g. `Recorded` or `Would change`. */
export interface Kept {
  readonly cohort: string;
  readonly plan: RecordPlan<unknown>;
  readonly said: string;
  readonly dryRun: boolean;
}

function recordReport(kept: Omit<Kept, 'said'>, sentence: string, what: Report['json']): Report {
  return {
    schema: 'mentorctl/record@1',
    blocks: [prose(sentence), nextStep(`mentorctl status --cohort ${shellWord(kept.cohort)}`)],
    json: { ...planCounts(kept.plan), ...what, dryRun: kept.dryRun },
  };
}

interface PairOfMeeting {
  readonly id: number;
  readonly started: string;
  readonly ended: string | null;
}

/** What is odd about the day of a meeting; it is recorded all the same. */
export function meetingRemarks({ started, ended }: PairOfMeeting, day: CivilDate): string[] {
  return [
    ...(day < started ? [`They were paired only on ${readable(started)}; recorded all the same.`] : []),
    ...(ended !== null && day > ended ? [`They parted on ${readable(ended)}; recorded all the same.`] : []),
  ];
}

function readable(day: string): string {
  const date = parseIsoDate(day);
  return date === undefined ? day : formatDate(date);
}

/** `meeting`: its day and minutes, and what is said of it. */
export function meetingRecorded(
  kept: Kept,
  { pair, mentee, mentor }: { readonly pair: Pick<PairOfMeeting, 'id'>; readonly mentee: Who; readonly mentor: Who },
  meeting: { readonly day: CivilDate; readonly minutes: number | null },
): Report {
  const { day, minutes } = meeting;
  return recordReport(
    kept,
    `${kept.said}: ${mentor.name} met ${mentee.name} on ${formatDate(day)}${minutes === null ? '' : `, ${minutes} minutes`}.`,
    { pair: pair.id, mentee: idAndName(mentee), mentor: idAndName(mentor), meeting },
  );
}

export function outcomeRecorded(
  kept: Kept,
  person: Who,
  outcome: {
    readonly measure: string;
    readonly observed: string;
    readonly number: number | null;
    readonly status: string | null;
  },
  name: string,
): Report {
  const { observed, number, status } = outcome;
  return recordReport(
    kept,
    `${kept.said}: ${name} of ${nameAndId(person)} is ${status ?? number ?? ''}${observed === '' ? '' : ` (${observed})`}.`,
    { person: idAndName(person), outcome },
  );
}

/** `answers`: by item. */
export function answersRecorded(
  kept: Omit<Kept, 'said'>,
  person: Who,
  survey: {
    readonly instrument: string;
    readonly wave: string;
    readonly answers: readonly { readonly item: string; readonly answer: number }[];
  },
): Report {
  const { added, changed, same } = kept.plan;
  return recordReport(
    kept,
    `${kept.dryRun ? 'Would record' : 'Recorded'} ${counted(added.length, 'answer')}, ${changed.length} changed, ${same} there already: ${nameAndId(person)}, ${survey.instrument}, ${survey.wave}.`,
    { person: idAndName(person), survey },
  );
}
