// What a review of a run starts from: the run as it was solved, and what has been decided since.
import type { Kysely } from 'kysely';
import type { Member } from './rows.ts';
import type { RunInput, Stands } from '../domain/matching/run.ts';
import { fromSnapshot } from '../domain/matching/runs/snapshot.ts';
import type { Program } from '../domain/program/program.ts';
import { allPeople, membersOf } from './people.ts';
import { pairsOf, rulingsIn } from './pair-life.ts';
import { decisionsOn, hadThen, type DecidedProposal } from './run-decisions.ts';
import { activePairs } from './runs.ts';
import { takenElsewhere } from './taken-elsewhere.ts';
import type { KeptRun } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface ReviewState {
  readonly run: KeptRun;
  /**
   * The people of the run with the answers they had then. Seats are today's; who has a mentor by now, or is pinned, is
   * pinned; what was declined or blocked since is blocked. So the scores are the run's, and the choices today's.
   */
  readonly input: RunInput;
  /** The input as the run had it. */
  readonly asked: RunInput;
  /** The run's own settings. */
  readonly matching: Program['matching'];
  /** Mentees who have a mentor by now; in a run of second mentors, a second one. */
  readonly paired: ReadonlySet<string>;
  readonly decisions: readonly DecidedProposal[];
  readonly members: readonly Member[];
}

/** What a review starts from: the run as it was made, and what has been decided since. `perCohort`: places taken in other cohorts are no matter. */
export async function reviewState(
  db: Kysely<Tables>,
  run: KeptRun,
  { perCohort }: { readonly perCohort: boolean },
): Promise<ReviewState> {
  const { input: snapshot, matching } = fromSnapshot(run.snapshot);
  const members = await membersOf(db, run.cohortId);
  const idOf = new Map((await allPeople(db)).map(({ id, key }) => [key, id]));
  const decisions = await decisionsOn(db, run);
  const inRun = new Set(snapshot.mentees.map(({ id }) => id));
  const pins = new Map<string, string>();
  const load = new Map<string, number>();
  const had = await hadThen(db, run);
  const enrolled = new Map(members.flatMap((one) => (one.role === 'mentee' ? [[one.key, one] as const] : [])));
  const standing: Stands[] = [];
  for (const { menteeId, mentorId } of await activePairs(db, run.cohortId)) {
    const then = had.has(`${menteeId} ${mentorId}`);
    const [mentee = '', mentor = ''] = [idOf.get(menteeId), idOf.get(mentorId)];
    // Whoever has several mentors counts once in the table, and in the load of the others.
    if (inRun.has(mentee) && !pins.has(mentee) && !then) pins.set(mentee, mentor);
    else {
      load.set(mentor, (load.get(mentor) ?? 0) + 1);
      const one = enrolled.get(menteeId);
      if (one !== undefined) standing.push({ mentee: one, mentor });
    }
  }
  for (const [key, taken] of perCohort ? [] : await takenElsewhere(db, run.cohortId)) {
    const mentor = idOf.get(key) ?? '';
    load.set(mentor, (load.get(mentor) ?? 0) + taken);
  }
  const paired = new Set(pins.keys());
  for (const { fate, menteeId, mentorId } of decisions)
    if (fate === 'pinned') pins.set(idOf.get(menteeId) ?? '', idOf.get(mentorId) ?? '');
  const seats = new Map(
    members.flatMap((one) =>
      one.role === 'mentor'
        ? [[one.id, one.status === 'active' ? one.seats - (load.get(one.id) ?? 0) : 0] as const]
        : [],
    ),
  );
  const blocks = new Map([...snapshot.blocks].map(([id, others]) => [id, new Map(others)]));
  const block = (menteeKey: number, mentorKey: number, why: string): void => {
    const [mentee = '', mentor = ''] = [idOf.get(menteeKey), idOf.get(mentorKey)];
    blocks.set(mentee, (blocks.get(mentee) ?? new Map<string, string>()).set(mentor, why));
  };
  for (const { status, menteeId, mentorId } of await pairsOf(db, run.cohortId))
    if (status === 'declined' || status === 'ended') block(menteeId, mentorId, `an earlier pair that was ${status}`);
  for (const { kind, menteeId, mentorId } of await rulingsIn(db, run.cohortId))
    if (kind === 'block') block(menteeId, mentorId, 'kept apart by the coordinator');
  return {
    run,
    asked: snapshot,
    input: {
      ...snapshot,
      mentors: snapshot.mentors.map((mentor) => ({ ...mentor, seats: Math.max(0, seats.get(mentor.id) ?? 0) })),
      pins: [...pins].map(([mentee, mentor]) => ({ mentee, mentor })),
      blocks,
      standing,
    },
    matching,
    paired,
    decisions,
    members,
  };
}
