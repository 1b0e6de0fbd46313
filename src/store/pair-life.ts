// What becomes of pairs after they are made, and the coordinator's word on two people. History stays: nothing is deleted.
import type { Kysely } from 'kysely';
import type { Pair, Ruling } from '../domain/records.ts';
import { endRow, pairOf, pairRow, rulingOf, rulingRow } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** Every pair of a cohort, whatever became of it. */
export async function pairsOf(db: Kysely<Tables>, cohortId: number): Promise<Pair[]> {
  const rows = await db.selectFrom('pair').selectAll().where('cohort_id', '=', cohortId).orderBy('id').execute();
  return rows.map(pairOf);
}

/** Of a pair that has not ended. */
export const standsOn = { ended: null, reason: null, endedBy: null, neverAgain: false } as const;

/** Gives its number. */
export async function makePair(writer: Writer, pair: Omit<Pair, 'id'>): Promise<number> {
  const [id = 0] = await writer.insert('pair', [pairRow(pair)]);
  return id;
}

/** Ends a standing pair. `reason`: a closure reason's name; `by`: mentor, mentee, both or program. */
export async function endPair(
  writer: Writer,
  pairId: number,
  end: { readonly day: string; readonly reason: string; readonly by: string; readonly neverAgain: boolean },
): Promise<void> {
  const { day, reason, by, neverAgain } = end;
  await writer.update('pair', pairId, { status: 'ended', ...endRow({ ended: day, reason, endedBy: by, neverAgain }) });
}

/** Takes a pair out of every count, with the meetings recorded for it; both stay on the audit trail. */
export async function voidPair(writer: Writer, pair: Pair, reason: string | null): Promise<void> {
  await writer.remove('meeting', await meetingsOfPair(writer.db, pair));
  await writer.update('pair', pair.id, { status: 'void', ...endRow({ ...standsOn, reason }) });
}

/** It stands again, as if it had not ended. */
export async function reopenPair(writer: Writer, pairId: number): Promise<void> {
  await writer.update('pair', pairId, { status: 'active', ...endRow(standsOn) });
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
    ...endRow({ ended: day, reason, endedBy: by, neverAgain }),
  });
}

/** Declines a pair that a run proposed: it is kept as history, so that no later run proposes it. */
export async function declineProposed(
  writer: Writer,
  proposed: Pick<Pair, 'cohortId' | 'runId' | 'mentorId' | 'menteeId' | 'score'>,
  { day, reason, by, neverAgain }: Decline,
): Promise<number> {
  const { cohortId, runId, mentorId, menteeId, score } = proposed;
  const end = { ended: day, reason, endedBy: by, neverAgain };
  return makePair(writer, { cohortId, runId, mentorId, menteeId, score, status: 'declined', started: day, ...end });
}

/** Numbers of the meetings of these two people since the pair began. */
export async function meetingsOfPair(db: Kysely<Tables>, pair: Pair): Promise<number[]> {
  const rows = await db
    .selectFrom('meeting')
    .select('id')
    .where('cohort_id', '=', pair.cohortId)
    .where('mentor_id', '=', pair.mentorId)
    .where('mentee_id', '=', pair.menteeId)
    .where('day', '>=', pair.started)
    .orderBy('day')
    .execute();
  return rows.map(({ id }) => id);
}

/** The pins and blocks that hold in a cohort: its own, and those for every cohort. */
export async function rulingsIn(db: Kysely<Tables>, cohortId: number): Promise<Ruling[]> {
  const rows = await db
    .selectFrom('ruling')
    .selectAll()
    .where((e) => e.or([e('cohort_id', '=', cohortId), e('cohort_id', 'is', null)]))
    .orderBy('id')
    .execute();
  return rows.map(rulingOf);
}

/**
 * Pins or blocks two people; a pin replaces a block between them and the other way round, and a pin of the mentee to another
 * mentor, since a run can hold only one. True when that changed anything.
 */
export async function ruleOn(writer: Writer, ruling: Omit<Ruling, 'id'>): Promise<boolean> {
  const { mentorId, menteeId, kind, cohortId } = ruling;
  const rows = await writer.db
    .selectFrom('ruling')
    .selectAll()
    .where('mentee_id', '=', menteeId)
    .where((e) => e.or([e('cohort_id', 'is', null), ...(cohortId === null ? [] : [e('cohort_id', '=', cohortId)])]))
    .execute();
  const standing = rows.map(rulingOf);
  const theirs = standing.filter((one) => one.mentorId === mentorId);
  if (theirs.some((one) => one.kind === kind && one.cohortId === cohortId)) return false;
  const gives = standing.filter((one) =>
    one.mentorId === mentorId ? one.kind !== kind : kind === 'pin' && one.kind === kind,
  );
  await liftRulings(writer, gives);
  await writer.insert('ruling', [rulingRow(ruling)]);
  return true;
}

/** They hold no more. */
export async function liftRulings(writer: Writer, rulings: readonly Ruling[]): Promise<void> {
  await writer.remove(
    'ruling',
    rulings.map(({ id }) => id),
  );
}
