// Matching runs and the pairs that come of them. A run is never edited, only accepted or discarded.
import type { Kysely } from 'kysely';
import type { Run } from '../domain/matching/run.ts';
import type { KeptRun, Pair, Ruling } from '../domain/records.ts';
import { rulingsIn, standsOn } from './pair-life.ts';
import { pairOf, pairRow, runOf } from './rows.ts';
import { decisionsOn } from './run-decisions.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export interface RunRecord {
  readonly cohortId: number;
  readonly at: string;
  readonly programText: string;
  readonly programHash: string;
  readonly rosterHash: string;
  readonly seed: number;
  readonly version: string;
  readonly objectiveName: string;
  readonly snapshot: string;
}

/** Keeps a run as a draft; gives its number. `keys`: people's numbers by id. */
export async function saveRun(
  writer: Writer,
  record: RunRecord,
  run: Run,
  keys: ReadonlyMap<string, number>,
): Promise<number> {
  const key = (id: string): number => {
    const found = keys.get(id);
    if (found === undefined) throw new Error(`nobody has the id ${id}`);
    return found;
  };
  const { eligiblePairs, blockingPairs, floorBest, circles, open, reasons, within, evenCost, fair } = run;
  const more = { eligiblePairs, blockingPairs, floorBest, circles, open, reasons, within, evenCost, fair };
  const [runId = 0] = await writer.insert('run', [
    {
      cohort_id: record.cohortId,
      at: record.at,
      status: 'draft',
      program_text: record.programText,
      program_hash: record.programHash,
      roster_hash: record.rosterHash,
      seed: record.seed,
      version: record.version,
      objective: JSON.stringify({
        name: record.objectiveName,
        ...run.objective,
        mentorsUsed: run.mentorsUsed,
        ...more,
      }),
      certificate: JSON.stringify({ ...run.certificate, prices: run.prices, proof: run.proof }),
      snapshot: record.snapshot,
    },
  ]);
  await writer.insert(
    'run_pair',
    run.pairs.map(({ mentor, mentee, score, parts }) => ({
      run_id: runId,
      mentor_id: key(mentor.id),
      mentee_id: key(mentee.id),
      score,
      parts: JSON.stringify(parts),
    })),
  );
  await writer.insert(
    'run_unmatched',
    run.unmatched.map(({ mentee, reason }) => ({
      run_id: runId,
      person_id: key(mentee.id),
      reason: JSON.stringify(reason),
    })),
  );
  return runId;
}

/** The run of that number, of any status; the latest draft where no number is given. */
export async function findRun(db: Kysely<Tables>, cohortId: number, runId?: number): Promise<KeptRun | undefined> {
  const runs = db.selectFrom('run').selectAll().where('cohort_id', '=', cohortId);
  const found = await (runId === undefined ? runs.where('status', '=', 'draft') : runs.where('id', '=', runId))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return found === undefined ? undefined : runOf(found);
}

/**
 * Makes the run's open proposals real: all, or those of mentees whose fit is at least `least`, or of the named mentees.
 * A pinned one is open until it is accepted; what was declined or overtaken stays as it is. Gives how many became real
 * and how many are still to be decided on; when none is, the run is accepted.
 */
export async function acceptRun(
  writer: Writer,
  run: KeptRun,
  day: string,
  choose: { readonly least?: number; readonly mentees?: ReadonlySet<number> },
): Promise<{
  readonly accepted: number;
  readonly open: number;
  readonly mentors: ReadonlySet<number>;
  readonly mentees: ReadonlySet<number>;
}> {
  const open = (await decisionsOn(writer.db, run)).filter(({ fate }) => fate === 'open' || fate === 'pinned');
  // Under a circle with several mentors a mentee is taken by her average fit with them, and with all of them.
  const scores = new Map<number, number[]>();
  for (const { menteeId, score } of open) scores.set(menteeId, [...(scores.get(menteeId) ?? []), score]);
  const fit = (mentee: number): number => {
    const own = scores.get(mentee) ?? [0];
    return own.reduce((sum, score) => sum + score, 0) / own.length;
  };
  const chosen = open.filter(
    ({ menteeId }) =>
      fit(menteeId) >= (choose.least ?? 0) && (choose.mentees === undefined || choose.mentees.has(menteeId)),
  );
  chosen.sort((a, b) => a.menteeId - b.menteeId || a.mentorId - b.mentorId);
  await makePairs(writer, run, day, chosen);
  // Whoever is chosen is chosen with all her proposals, so that nothing else is decided by it.
  if (chosen.length === 0) await closeIfDecided(writer, run);
  else if (chosen.length === open.length && run.status === 'draft') await closeRun(writer, run);
  return {
    accepted: chosen.length,
    open: open.length - chosen.length,
    mentors: new Set(chosen.map(({ mentorId }) => mentorId)),
    mentees: new Set(chosen.map(({ menteeId }) => menteeId)),
  };
}

/** Pairs that stand from `day` on; scores 0..1000. */
export async function makePairs(
  writer: Writer,
  run: Pick<KeptRun, 'id' | 'cohortId'>,
  day: string,
  pairs: readonly { readonly menteeId: number; readonly mentorId: number; readonly score: number }[],
): Promise<void> {
  await writer.insert(
    'pair',
    pairs.map(({ mentorId, menteeId, score }) =>
      pairRow({
        cohortId: run.cohortId,
        mentorId,
        menteeId,
        runId: run.id,
        score,
        status: 'active',
        started: day,
        ...standsOn,
      }),
    ),
  );
}

/** A draft is accepted when every proposal in it has been decided on, and at least one was accepted; others are overtaken. */
export async function closeIfDecided(writer: Writer, run: KeptRun): Promise<void> {
  if (run.status !== 'draft') return;
  const fates = (await decisionsOn(writer.db, run)).map(({ fate }) => fate);
  if (fates.includes('accepted') && !fates.includes('open') && !fates.includes('pinned')) await closeRun(writer, run);
}

/** Other drafts of the cohort, made before, propose what has been decided otherwise by now: they are discarded. */
export async function closeRun(writer: Writer, run: KeptRun): Promise<void> {
  const drafts = await writer.db
    .selectFrom('run')
    .select('id')
    .where('cohort_id', '=', run.cohortId)
    .where('status', '=', 'draft')
    .execute();
  for (const { id } of drafts) await writer.update('run', id, { status: id === run.id ? 'accepted' : 'discarded' });
}

/** Puts a draft away: nothing of it becomes real. */
export async function discardRun(writer: Writer, id: number): Promise<void> {
  await writer.update('run', id, { status: 'discarded' });
}

/** Pairs that stand, in the order they were made. */
export async function activePairs(db: Kysely<Tables>, cohortId: number): Promise<Pair[]> {
  const rows = await db
    .selectFrom('pair')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  return rows.map(pairOf);
}

/** Pairs of every cohort, whatever became of them save void, and the coordinator's pins and blocks that hold in this one. */
export async function history(db: Kysely<Tables>, cohortId: number): Promise<{ past: Pair[]; rulings: Ruling[] }> {
  const past = await db.selectFrom('pair').selectAll().where('status', '<>', 'void').execute();
  return { past: past.map(pairOf), rulings: await rulingsIn(db, cohortId) };
}
