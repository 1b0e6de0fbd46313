// What a coordinator decides on one proposal under review, kept: accepted, pinned, declined. Each gives the run's number.
import type { CivilDate } from '../domain/civil-date.ts';
import type { KeptRun } from '../domain/records.ts';
import type { ReviewCard } from '../domain/matching/review/review-table.ts';
import { declineProposed, ruleOn } from './pair-life.ts';
import { overElsewhere, refuseOver, type WithPlaces } from '../domain/engagement/over-places.ts';
import { acceptRun, activePairs, closeIfDecided } from './runs.ts';
import { takenElsewhere } from './taken-elsewhere.ts';

import type { Writer } from './transact.ts';

export interface Decided {
  readonly run: KeptRun;
  readonly card: ReviewCard;
  /** The number of somebody by their id. */
  readonly keyOf: (id: string) => number;
  readonly day: CivilDate;
}

/** Throws Failure where a mentor would have more mentees over all open cohorts than places; not where `perCohort` counts them apart. */
export async function acceptCard(
  writer: Writer,
  { run, card, keyOf, day }: Decided,
  { members, perCohort }: { readonly members: readonly WithPlaces[]; readonly perCohort: boolean },
): Promise<number> {
  const made = await acceptRun(writer, run, day, { mentees: new Set([keyOf(card.mentee.id)]) });
  const elsewhere = perCohort ? new Map<number, number>() : await takenElsewhere(writer.db, run.cohortId);
  const mentors = members.filter(({ key }) => made.mentors.has(key));
  refuseOver(overElsewhere(mentors, await activePairs(writer.db, run.cohortId), elsewhere));
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
