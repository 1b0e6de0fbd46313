// What a coordinator decides on one proposal under review, kept: accepted, pinned, declined. Each gives the run's number.
import type { CivilDate } from '../domain/civil-date.ts';
import type { KeptRun } from '../domain/records.ts';
import type { ReviewCard } from '../domain/matching/review/review-table.ts';
import { declineProposed, ruleOn } from './pair-life.ts';
import { acceptRun, closeIfDecided } from './runs.ts';

import type { Writer } from './transact.ts';

export interface Decided {
  readonly run: KeptRun;
  readonly card: ReviewCard;
  /** The number of somebody by their id. */
  readonly keyOf: (id: string) => number;
  readonly day: CivilDate;
}

export async function acceptCard(writer: Writer, { run, card, keyOf, day }: Decided): Promise<number> {
  await acceptRun(writer, run, day, { mentees: new Set([keyOf(card.mentee.id)]) });
  return run.id;
}

/** In every later run, but not real yet. */
export async function pinCard(writer: Writer, { run, card, keyOf }: Decided): Promise<number> {
  for (const { id } of card.mentors)
    await ruleOn(writer, {
      cohortId: run.cohortId,
      mentorId: keyOf(id),
      menteeId: keyOf(card.mentee.id),
      kind: 'pin',
      note: null,
    });
  return run.id;
}

/** `reason`: '' where none is said. `neverAgain`: in no later cohort either. */
export async function declineCard(
  writer: Writer,
  { run, card, keyOf, day }: Decided,
  reason: string,
  neverAgain: boolean,
): Promise<number> {
  const decline = { day, reason: reason === '' ? null : reason, by: null, neverAgain };
  for (const { id } of card.mentors) {
    const between = { mentorId: keyOf(id), menteeId: keyOf(card.mentee.id) };
    await declineProposed(writer, { cohortId: run.cohortId, runId: run.id, ...between, score: card.score }, decline);
  }
  await closeIfDecided(writer, run);
  return run.id;
}
