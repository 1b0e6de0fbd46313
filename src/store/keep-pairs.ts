// Pairs and decisions that came in by a file: made, declined, pinned or kept apart, each only where that changes something.
import type { Issue } from '../domain/issue.ts';
import type { PairRow } from '../domain/rows/record-kinds.ts';
import { whyNoPair, type StandingPair } from './why-no-pair.ts';
import { declinePair, declineProposed, makePair, pairsOf, ruleOn, standsOn } from './pair-life.ts';
import { membersOf } from './people.ts';
import { proposalsOf } from './proposals.ts';
import { takenElsewhere } from './taken-elsewhere.ts';
import { decisionsOn } from './run-decisions.ts';
import { closeIfDecided, findRun } from './runs.ts';
import type { Writer } from './transact.ts';

/**
 * `day`: when pairs begin that say no day of their own. `undecided`: what rows without a decision mean; in a plain list of
 * pairs they stand already, and nothing about them is refused. `issues`: decisions that cannot be carried out, by line.
 */
export async function keepPairs(
  writer: Writer,
  cohortId: number,
  rows: readonly PairRow[],
  options: {
    readonly day: string;
    readonly undecided: 'accept' | 'none';
    readonly source: string;
    readonly perCohort: boolean;
  },
): Promise<{ added: number; changed: number; same: number; issues: readonly Issue[] }> {
  const counts = { added: 0, changed: 0, same: 0 };
  const issues: Issue[] = [];
  const pairs = await pairsOf(writer.db, cohortId);
  const key = (mentor: number, mentee: number): string => `${mentor} ${mentee}`;
  const standing = new Map<string, StandingPair>(
    pairs.filter(({ status }) => status === 'active').map((pair) => [key(pair.mentorId, pair.menteeId), pair]),
  );
  const declined = new Set(
    pairs.filter(({ status }) => status === 'declined').map((pair) => key(pair.mentorId, pair.menteeId)),
  );
  // What a draft proposes keeps its run and its fit when it is accepted or declined by a file.
  const run = await findRun(writer.db, cohortId);
  const proposed = new Map(
    (run === undefined ? [] : await proposalsOf(writer.db, run.id)).map((one) => [
      key(one.mentorId, one.menteeId),
      one,
    ]),
  );
  const open = new Set(
    (run === undefined ? [] : await decisionsOn(writer.db, run)).flatMap(({ fate, mentorId, menteeId }) =>
      fate === 'open' || fate === 'pinned' ? [key(mentorId, menteeId)] : [],
    ),
  );
  const members = await membersOf(writer.db, cohortId);
  const elsewhere = options.perCohort ? new Map<number, number>() : await takenElsewhere(writer.db, cohortId);
  // Whoever is declined in the same file makes room first, wherever the row stands.
  const accepts = ({ decision }: PairRow): boolean => decision === 'accept' || decision === 'none';
  const inOrder = [...rows.filter((row) => !accepts(row)), ...rows.filter(accepts)];
  for (const { line, mentor, mentee, decision, reason, day } of inOrder) {
    const pair = standing.get(key(mentor, mentee));
    const { runId, score } = proposed.get(key(mentor, mentee)) ?? { runId: null, score: null };
    const wanted = decision === 'none' ? options.undecided : decision;
    if (wanted === 'none') counts.same++;
    else if (wanted === 'accept') {
      const state = {
        members,
        standing: [...standing.values()],
        proposed: [...proposed.values()],
        open: open.has(key(mentor, mentee)),
        elsewhere,
      };
      const against = decision === 'accept' && pair === undefined ? whyNoPair({ mentor, mentee }, state) : undefined;
      if (pair !== undefined) counts.same++;
      else if (against !== undefined)
        issues.push({
          code: 'bad-record',
          severity: 'error',
          where: { source: options.source, line, column: against.column },
          message: against.message,
          hint: against.hint,
        });
      else {
        await makePair(writer, {
          cohortId,
          mentorId: mentor,
          menteeId: mentee,
          runId,
          score,
          status: 'active',
          started: day ?? options.day,
          ...standsOn,
        });
        standing.set(key(mentor, mentee), { mentorId: mentor, menteeId: mentee, id: null });
        counts.added++;
      }
    } else if (wanted === 'pin' || wanted === 'block') {
      const ruling = { cohortId, mentorId: mentor, menteeId: mentee, kind: wanted, note: reason };
      counts[(await ruleOn(writer, ruling)) ? 'added' : 'same']++;
    } else {
      const decline = { day: day ?? options.day, reason, by: null, neverAgain: wanted === 'never again' };
      if (pair?.id != null) {
        await declinePair(writer, pair.id, decline);
        standing.delete(key(mentor, mentee));
        counts.changed++;
      } else if (declined.has(key(mentor, mentee))) counts.same++;
      else {
        await declineProposed(writer, { cohortId, runId, mentorId: mentor, menteeId: mentee, score }, decline);
        counts.added++;
      }
    }
  }
  if (run !== undefined) await closeIfDecided(writer, run);
  return { ...counts, issues };
}
