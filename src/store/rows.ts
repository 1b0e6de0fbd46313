// Where rows become domain values, and domain values rows: no other file knows both.
import type { Candidate } from '../domain/matching/candidate.ts';
import type { KnownEnrolment, KnownPerson } from '../domain/people/roster.ts';
import type { FieldValues } from '../domain/program/program.ts';
import type { Cohort, KeptRun, Lottery, Pair, Records, Ruling } from '../domain/records.ts';
import type { RowOf } from './tables.ts';

/** Without the ids that were merged into it. */
export function knownPerson(row: RowOf<'person'>): KnownPerson {
  return { key: row.id, id: row.ref, name: row.name, ...(row.email === null ? {} : { email: row.email }) };
}

/** Answers parsed. */
export function knownEnrolment(row: RowOf<'enrolment'>): KnownEnrolment {
  return {
    key: row.id,
    person: row.person_id,
    role: row.role,
    seats: row.seats,
    status: row.status,
    fields: JSON.parse(row.fields) as FieldValues,
    ...(row.study_group === null ? {} : { group: row.study_group }),
  };
}

/** A person with a part in a cohort, as lists, matching and reports want one. */
export interface Member extends Candidate {
  readonly key: number;
  readonly role: 'mentor' | 'mentee' | 'none';
  readonly status: 'active' | 'withdrawn';
  readonly group?: string;
}

/** Somebody in one of their roles. */
export function member(person: KnownPerson, part: KnownEnrolment): Member {
  return {
    key: person.key,
    id: person.id,
    name: person.name,
    ...(person.email === undefined ? {} : { email: person.email }),
    role: part.role,
    status: part.status,
    seats: part.seats,
    fields: part.fields,
    ...(part.group === undefined ? {} : { group: part.group }),
  };
}

export function cohortOf({ id, name, starts, ends, match_by, closed_on }: RowOf<'cohort'>): Cohort {
  return { id, name, starts, ends, matchBy: match_by, closedOn: closed_on };
}

export function pairOf(row: RowOf<'pair'>): Pair {
  return {
    id: row.id,
    cohortId: row.cohort_id,
    mentorId: row.mentor_id,
    menteeId: row.mentee_id,
    runId: row.run_id,
    score: row.score,
    status: row.status,
    started: row.started,
    ended: row.ended,
    reason: row.reason,
    endedBy: row.ended_by,
    neverAgain: row.never_again === 1,
  };
}

export function pairRow(pair: Omit<Pair, 'id'>): Omit<RowOf<'pair'>, 'id'> {
  return {
    cohort_id: pair.cohortId,
    mentor_id: pair.mentorId,
    mentee_id: pair.menteeId,
    run_id: pair.runId,
    score: pair.score,
    status: pair.status,
    started: pair.started,
    ...endRow(pair),
  };
}

/** How a pair ended, or that it did not. */
export function endRow(
  end: Pick<Pair, 'ended' | 'reason' | 'endedBy' | 'neverAgain'>,
): Pick<RowOf<'pair'>, 'ended' | 'reason' | 'ended_by' | 'never_again'> {
  return { ended: end.ended, reason: end.reason, ended_by: end.endedBy, never_again: end.neverAgain ? 1 : 0 };
}

export function rulingOf({ id, cohort_id, mentor_id, mentee_id, kind, note }: RowOf<'ruling'>): Ruling {
  return { id, cohortId: cohort_id, mentorId: mentor_id, menteeId: mentee_id, kind, note };
}

export function rulingRow({
  cohortId,
  mentorId,
  menteeId,
  kind,
  note,
}: Omit<Ruling, 'id'>): Omit<RowOf<'ruling'>, 'id'> {
  return { cohort_id: cohortId, mentor_id: mentorId, mentee_id: menteeId, kind, note };
}

export function runOf(row: RowOf<'run'>): KeptRun {
  const { cohort_id, program_text, program_hash, roster_hash, ...rest } = row;
  return {
    ...rest,
    cohortId: cohort_id,
    programText: program_text,
    programHash: program_hash,
    rosterHash: roster_hash,
  };
}

export function lotteryOf({ cohort_id, ...rest }: RowOf<'lottery'>): Lottery {
  return { ...rest, cohortId: cohort_id };
}

/** The tables that records stand in. */
export const tableOfRecord = {
  meeting: 'meeting',
  observation: 'observation',
  answer: 'survey_answer',
  goal: 'goal',
  flag: 'flag',
  choice: 'preference',
  score: 'stated_score',
} as const satisfies Record<keyof Records, string>;

type RecordTables = typeof tableOfRecord;
type Content<K extends keyof Records> = Omit<RowOf<RecordTables[K]>, 'id' | 'cohort_id'>;

/** By kind of record, both ways. Spelled out: they are met by the hundred thousand. */
export const recordRows: {
  readonly [K in keyof Records]: {
    readonly of: (row: Content<K>) => Records[K];
    readonly row: (record: Records[K]) => Content<K>;
  };
} = {
  meeting: {
    of: ({ mentor_id, mentee_id, day, minutes, mode, topic, notes, reflection }) => ({
      mentorId: mentor_id,
      menteeId: mentee_id,
      day,
      minutes,
      mode,
      topic,
      notes,
      reflection,
    }),
    row: ({ mentorId, menteeId, day, minutes, mode, topic, notes, reflection }) => ({
      mentor_id: mentorId,
      mentee_id: menteeId,
      day,
      minutes,
      mode,
      topic,
      notes,
      reflection,
    }),
  },
  observation: {
    of: ({ person_id, measure, observed, number, status }) => ({
      personId: person_id,
      measure,
      observed,
      number,
      status,
    }),
    row: ({ personId, measure, observed, number, status }) => ({
      person_id: personId,
      measure,
      observed,
      number,
      status,
    }),
  },
  answer: {
    of: ({ person_id, instrument, wave, item, answer, version }) => ({
      personId: person_id,
      instrument,
      wave,
      item,
      answer,
      version,
    }),
    row: ({ personId, instrument, wave, item, answer, version }) => ({
      person_id: personId,
      instrument,
      wave,
      item,
      answer,
      version,
    }),
  },
  goal: {
    of: ({ person_id, goal, set_on, reached_on }) => ({
      personId: person_id,
      goal,
      setOn: set_on,
      reachedOn: reached_on,
    }),
    row: ({ personId, goal, setOn, reachedOn }) => ({
      person_id: personId,
      goal,
      set_on: setOn,
      reached_on: reachedOn,
    }),
  },
  flag: {
    of: ({ person_id, about, raised_on, raised_by, resolved_on, resolution }) => ({
      personId: person_id,
      about,
      raisedOn: raised_on,
      raisedBy: raised_by,
      resolvedOn: resolved_on,
      resolution,
    }),
    row: ({ personId, about, raisedOn, raisedBy, resolvedOn, resolution }) => ({
      person_id: personId,
      about,
      raised_on: raisedOn,
      raised_by: raisedBy,
      resolved_on: resolvedOn,
      resolution,
    }),
  },
  choice: {
    of: ({ person_id, other_id, choice }) => ({ personId: person_id, otherId: other_id, choice }),
    row: ({ personId, otherId, choice }) => ({ person_id: personId, other_id: otherId, choice }),
  },
  score: {
    of: ({ mentor_id, mentee_id, score }) => ({ mentorId: mentor_id, menteeId: mentee_id, score }),
    row: ({ mentorId, menteeId, score }) => ({ mentor_id: mentorId, mentee_id: menteeId, score }),
  },
};
