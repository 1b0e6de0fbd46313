// What becomes of pairs after they are made, and the coordinator's word on two people. History stays: nothing is deleted.
import type { Kysely } from 'kysely';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** Every pair of a cohort, whatever became of it. */
export async function pairsOf(db: Kysely<Tables>, cohortId: number): Promise<RowOf<'pair'>[]> {
  return db.selectFrom('pair').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute();
}

/** Ends a standing pair. `reason`: a closure reason's name; `by`: mentor, mentee, both or program. */
export async function endPair(
  writer: Writer,
  pairId: number,
  end: { readonly day: string; readonly reason: string; readonly by: string; readonly neverAgain: boolean },
): Promise<void> {
  const { day, reason, by, neverAgain } = end;
  await writer.update('pair', pairId, {
    status: 'ended',
    ended: day,
    reason,
    ended_by: by,
    never_again: neverAgain ? 1 : 0,
  });
}

/** Takes a pair out of every count, with the meetings recorded for it; both stay on the audit trail. */
export async function voidPair(writer: Writer, pair: RowOf<'pair'>, reason: string | null): Promise<void> {
  await writer.remove(
    'meeting',
    (await meetingsOfPair(writer.db, pair)).map(({ id }) => id),
  );
  await writer.update('pair', pair.id, { status: 'void', reason, ended: null, ended_by: null, never_again: 0 });
}

/** It stands again, as if it had not ended. */
export async function reopenPair(writer: Writer, pairId: number): Promise<void> {
  await writer.update('pair', pairId, { status: 'active', ended: null, reason: null, ended_by: null, never_again: 0 });
}

export interface Decline {
  readonly day: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly neverAgain: boolean;
}

/** Declines a pair that stands but never met. */
export async function declinePair(writer: Writer, pairId: number, decline: Decline): Promise<void> {
  const { day, reason, by, neverAgain } = decline;
  await writer.update('pair', pairId, {
    status: 'declined',
    ended: day,
    reason,
    ended_by: by,
    never_again: neverAgain ? 1 : 0,
  });
}

/** Declines a pair that a run proposed: it is kept as history, so that no later run proposes it. */
export async function declineProposed(
  writer: Writer,
  proposed: {
    readonly cohortId: number;
    readonly runId: number | null;
    readonly mentorId: number;
    readonly menteeId: number;
    readonly score: number | null;
  },
  { day, reason, by, neverAgain }: Decline,
): Promise<number> {
  const [id = 0] = await writer.insert('pair', [
    {
      cohort_id: proposed.cohortId,
      mentor_id: proposed.mentorId,
      mentee_id: proposed.menteeId,
      run_id: proposed.runId,
      score: proposed.score,
      status: 'declined',
      started: day,
      ended: day,
      reason,
      ended_by: by,
      never_again: neverAgain ? 1 : 0,
    },
  ]);
  return id;
}

/** Meetings of these two people since the pair began. */
export async function meetingsOfPair(db: Kysely<Tables>, pair: RowOf<'pair'>): Promise<RowOf<'meeting'>[]> {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('cohort_id', '=', pair.cohort_id)
    .where('mentor_id', '=', pair.mentor_id)
    .where('mentee_id', '=', pair.mentee_id)
    .where('day', '>=', pair.started)
    .orderBy('day')
    .execute();
}

/** The pins and blocks that hold in a cohort: its own, and those for every cohort. */
export async function rulingsIn(db: Kysely<Tables>, cohortId: number): Promise<RowOf<'ruling'>[]> {
  return db
    .selectFrom('ruling')
    .selectAll()
    .where((e) => e.or([e('cohort_id', '=', cohortId), e('cohort_id', 'is', null)]))
    .orderBy('id')
    .execute();
}

/**
 * Pins or blocks two people; a pin replaces a block between them and the other way round, and a pin of the mentee to another
 * mentor, since a run can hold only one. True when that changed anything.
 */
export async function ruleOn(writer: Writer, ruling: Omit<RowOf<'ruling'>, 'id'>): Promise<boolean> {
  const { mentor_id, mentee_id, kind, cohort_id } = ruling;
  const standing = await writer.db
    .selectFrom('ruling')
    .selectAll()
    .where('mentee_id', '=', mentee_id)
    .where((e) => e.or([e('cohort_id', 'is', null), ...(cohort_id === null ? [] : [e('cohort_id', '=', cohort_id)])]))
    .execute();
  const theirs = standing.filter((one) => one.mentor_id === mentor_id);
  if (theirs.some((one) => one.kind === kind && one.cohort_id === cohort_id)) return false;
  const gives = standing.filter((one) =>
    one.mentor_id === mentor_id ? one.kind !== kind : kind === 'pin' && one.kind === kind,
  );
  await writer.remove(
    'ruling',
    gives.map(({ id }) => id),
  );
  await writer.insert('ruling', [ruling]);
  return true;
}
