// Carries a rematch out: pairs that lost somebody and pairs that move end, new ones begin, the run is kept with its proof.
import { Failure } from '../domain/failure.ts';
import type { Run } from '../domain/matching/run.ts';
import { movedByRematch } from '../domain/matching/rematch/plan-rematch.ts';
import { pairsToMake, type RematchPlan } from '../domain/matching/rematch/rematch-plan.ts';
import { endPair } from './pair-life.ts';
import { allPeople } from './people.ts';
import type { Member } from './rows.ts';
import { activePairs, makePairs, saveRun, type RunRecord } from './runs.ts';
import type { Standing } from './standing.ts';
import type { Writer } from './transact.ts';

/** Gives the number of the run that is kept. Throws Failure when pairs have changed since the plan was made. */
export async function applyRematch(
  writer: Writer,
  record: RunRecord,
  { plan, standing, leaving, day }: { plan: RematchPlan; standing: Standing; leaving: readonly Member[]; day: string },
): Promise<number> {
  await refuseIfChanged(writer, record.cohortId, standing);
  for (const member of leaving) await withdraw(writer, record.cohortId, member);
  for (const { pair, gone } of standing.broken)
    await endPair(writer, pair.id, { day, reason: `${gone}-left`, by: gone, neverAgain: false });
  const ends = [
    ...plan.moved.map(({ pair, from }) => ({ mentee: pair.mentee, from: from.mentor, reason: movedByRematch })),
    ...plan.lost.map((one) => ({ ...one, reason: 'mentor-no-time' })),
  ].flatMap(({ mentee, from, reason }) =>
    plan.leaders(from.id).map((mentor) => ({ mentee: mentee.id, mentor: mentor.id, reason })),
  );
  for (const { mentee, mentor, reason } of ends) {
    const pair = standing.pairs.get(`${mentee} ${mentor}`);
    if (pair !== undefined) await endPair(writer, pair.id, { day, reason, by: 'program', neverAgain: false });
  }
  const keys = new Map((await allPeople(writer.db)).map(({ id, key }) => [id, key]));
  const made = pairsToMake(plan);
  const runId = await saveRun(writer, record, asRun(plan, made), keys);
  await writer.update('run', runId, { status: 'accepted' });
  await makePairs(
    writer,
    { id: runId, cohortId: record.cohortId },
    day,
    made.map(({ mentor, mentee, score }) => ({
      mentorId: keys.get(mentor.id) ?? 0,
      menteeId: keys.get(mentee.id) ?? 0,
      score,
    })),
  );
  return runId;
}

/** A rematch as a run: the pairs it made, those it could not place, the proof. */
function asRun(plan: RematchPlan, pairs: Run['pairs']): Run {
  const scores = pairs.map(({ score }) => score);
  return {
    pairs,
    unmatched: plan.unmatched,
    objective: {
      placed: new Set(pairs.map(({ mentee }) => mentee.id)).size,
      total: scores.reduce((sum, score) => sum + score, 0),
      floor: scores.length === 0 ? null : Math.min(...scores),
    },
    certificate: plan.certificate,
    prices: plan.prices,
    eligiblePairs: plan.certificate.checkedPairs,
    mentorsUsed: new Set(pairs.map(({ mentor }) => mentor.id)).size,
  };
}

async function refuseIfChanged(writer: Writer, cohortId: number, { pairs, broken }: Standing): Promise<void> {
  const then = [...pairs.values(), ...broken.map(({ pair }) => pair)].map(({ id }) => id).sort((a, b) => a - b);
  const now = (await activePairs(writer.db, cohortId)).map(({ id }) => id);
  if (then.join() === now.join()) return;
  throw new Failure('busy', {
    code: 'pairs-changed',
    message: 'pairs of this cohort have changed since this rematch was worked out; nothing was changed',
    hint: 'Run it again and look at the new one.',
  });
}

async function withdraw(writer: Writer, cohortId: number, member: Member): Promise<void> {
  const { id } = await writer.db
    .selectFrom('enrolment')
    .select('id')
    .where('cohort_id', '=', cohortId)
    .where('person_id', '=', member.key)
    .where('role', '=', member.role)
    .executeTakeFirstOrThrow();
  await writer.update('enrolment', id, { status: 'withdrawn' });
}
