// Pairs and decisions that came in by a file: made, declined, pinned or kept apart, each only where that changes something.
import type { PairRow } from '../domain/people/record-kinds.ts';
import { declinePair, declineProposed, pairsOf, ruleOn } from './pair-life.ts';
import { proposalsOf } from './proposals.ts';
import { closeIfDecided, findRun } from './runs.ts';
import type { Writer } from './transact.ts';

/** `day`: when pairs begin that say no day of their own. Undecided rows change nothing. */
export async function keepPairs(
  writer: Writer,
  cohortId: number,
  rows: readonly PairRow[],
  options: { readonly day: string; readonly undecided: 'accept' | 'none' },
): Promise<{ added: number; changed: number; same: number }> {
  const counts = { added: 0, changed: 0, same: 0 };
  const pairs = await pairsOf(writer.db, cohortId);
  const key = (mentor: number, mentee: number): string => `${mentor} ${mentee}`;
  const standing = new Map(
    pairs.filter(({ status }) => status === 'active').map((pair) => [key(pair.mentor_id, pair.mentee_id), pair]),
  );
  const declined = new Set(
    pairs.filter(({ status }) => status === 'declined').map((pair) => key(pair.mentor_id, pair.mentee_id)),
  );
  // What a draft proposes keeps its run and its fit when it is accepted or declined by a file.
  const run = await findRun(writer.db, cohortId);
  const proposed = new Map(
    (run === undefined ? [] : await proposalsOf(writer.db, run.id)).map((one) => [
      key(one.mentorId, one.menteeId),
      { runId: one.runId, score: one.score },
    ]),
  );
  for (const { mentor, mentee, decision, reason, day } of rows) {
    const pair = standing.get(key(mentor, mentee));
    const { runId, score } = proposed.get(key(mentor, mentee)) ?? { runId: null, score: null };
    const wanted = decision === 'none' ? options.undecided : decision;
    if (wanted === 'none') counts.same++;
    else if (wanted === 'accept') {
      if (pair !== undefined) counts.same++;
      else {
        await writer.insert('pair', [
          {
            cohort_id: cohortId,
            mentor_id: mentor,
            mentee_id: mentee,
            run_id: runId,
            score,
            status: 'active',
            started: day ?? options.day,
            ended: null,
            reason: null,
            ended_by: null,
            never_again: 0,
          },
        ]);
        counts.added++;
      }
    } else if (wanted === 'pin' || wanted === 'block') {
      const ruling = { cohort_id: cohortId, mentor_id: mentor, mentee_id: mentee, kind: wanted, note: reason };
      counts[(await ruleOn(writer, ruling)) ? 'added' : 'same']++;
    } else {
      const decline = { day: day ?? options.day, reason, by: null, neverAgain: wanted === 'never again' };
      if (pair !== undefined) {
        await declinePair(writer, pair.id, decline);
        counts.changed++;
      } else if (declined.has(key(mentor, mentee))) counts.same++;
      else {
        await declineProposed(writer, { cohortId, runId, mentorId: mentor, menteeId: mentee, score }, decline);
        counts.added++;
      }
    }
  }
  if (run !== undefined) await closeIfDecided(writer, run);
  return counts;
}
