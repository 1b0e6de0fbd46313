// What earlier cohorts left behind: pairs that parted well or badly, and people who were left without a mentor.
import type { Kysely } from 'kysely';
import { partedWell } from '../domain/engagement/closure.ts';
import { movedByRematch } from '../domain/matching/rematch/plan-rematch.ts';
import type { Pair } from '../domain/records.ts';
import type { Tables } from './tables.ts';

/**
 * `well`: pairs of other cohorts that ended as they should, or stand there still. `badly`: every other that ended or was
 * declined, in this cohort or another; also every pair of two who were told never again, whatever else they had.
 * Pairs that a rematch moved did not fail and are neither.
 */
export function earlierPairs(
  past: readonly Pair[],
  cohortId: number,
): { readonly well: readonly Pair[]; readonly badly: readonly Pair[] } {
  const relevant = past.filter(({ reason }) => reason !== movedByRematch);
  const never = new Set(relevant.flatMap((pair) => (pair.neverAgain ? [`${pair.menteeId} ${pair.mentorId}`] : [])));
  const isWell = (pair: Pair): boolean =>
    pair.cohortId !== cohortId &&
    !never.has(`${pair.menteeId} ${pair.mentorId}`) &&
    (pair.status === 'active' || (pair.status === 'ended' && partedWell(pair.reason)));
  return {
    well: relevant.filter(isWell),
    badly: relevant.filter((pair) => !isWell(pair) && pair.status !== 'active'),
  };
}

/**
 * People who were mentees in the last cohort before this one that they were in, stayed to the end, and never had a pair
 * there though others did. Whom a lottery left out is not counted: chance decided, and must go on deciding.
 */
export async function leftOverLastTime(db: Kysely<Tables>, cohortId: number): Promise<ReadonlySet<number>> {
  const cohorts = await db.selectFrom('cohort').select(['id', 'starts']).execute();
  const here = cohorts.find(({ id }) => id === cohortId);
  const rank = (cohort: { readonly id: number; readonly starts: string | null } | undefined): string =>
    `${cohort?.starts ?? here?.starts ?? ''} ${String(cohort?.id ?? 0).padStart(10, '0')}`;
  const before = new Map(
    cohorts.filter((cohort) => rank(cohort) < rank(here)).map((cohort) => [cohort.id, rank(cohort)] as const),
  );
  const pairs = await db.selectFrom('pair').select(['cohort_id', 'mentee_id', 'status']).execute();
  const matched = new Set(pairs.filter(({ status }) => status !== 'void').map(({ cohort_id }) => cohort_id));
  const had = new Set(
    pairs.flatMap(({ cohort_id, mentee_id, status }) =>
      status === 'active' || status === 'ended' ? [`${cohort_id} ${mentee_id}`] : [],
    ),
  );
  const lots = await db
    .selectFrom('lottery_draw')
    .innerJoin('lottery', 'lottery.id', 'lottery_draw.lottery_id')
    .select(['lottery.cohort_id', 'person_id', 'drawn'])
    .execute();
  const notDrawn = new Set(lots.flatMap((lot) => (lot.drawn === 0 ? [`${lot.cohort_id} ${lot.person_id}`] : [])));
  const parts = await db
    .selectFrom('enrolment')
    .select(['cohort_id', 'person_id', 'status'])
    .where('role', '=', 'mentee')
    .execute();
  const last = new Map<number, (typeof parts)[number]>();
  for (const part of parts) {
    const when = before.get(part.cohort_id);
    if (when === undefined || !matched.has(part.cohort_id)) continue;
    const known = last.get(part.person_id);
    if (known === undefined || (before.get(known.cohort_id) ?? '') < when) last.set(part.person_id, part);
  }
  return new Set(
    [...last.values()].flatMap(({ cohort_id, person_id, status }) => {
      const key = `${cohort_id} ${person_id}`;
      return status === 'active' && !had.has(key) && !notDrawn.has(key) ? [person_id] : [];
    }),
  );
}
