// What has become of a run's proposals: accepted, declined, pinned, overtaken by something else, or still open.
import type { Fate } from '../domain/matching/review/pairs-to-decide.ts';
import type { Kysely } from 'kysely';
import { secondMentors } from '../domain/matching/second-mentor.ts';
import { fromSnapshot } from '../domain/matching/runs/snapshot.ts';
import { allPeople, membersOf } from './people.ts';
import { pairsOf, rulingsIn } from './pair-life.ts';
import { proposalsOf, type Proposal } from './proposals.ts';
import type { KeptRun } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface DecidedProposal extends Proposal {
  readonly fate: Fate;
  readonly reason: string | null;
}

/** Each proposal of the run and its fate, in the order they were kept. A pin alone decides; the pair is not real yet. */
export async function decisionsOn(db: Kysely<Tables>, run: KeptRun): Promise<DecidedProposal[]> {
  const pairs = await pairsOf(db, run.cohortId);
  const active = pairs.filter(({ status }) => status === 'active');
  const mentorsOf = new Map<number, Set<number>>();
  const had = await hadThen(db, run);
  for (const { menteeId, mentorId } of active)
    if (!had.has(`${menteeId} ${mentorId}`))
      mentorsOf.set(menteeId, (mentorsOf.get(menteeId) ?? new Set()).add(mentorId));
  const key = (mentee: number, mentor: number): string => `${mentee} ${mentor}`;
  const last = new Map(
    pairs
      .filter(({ status }) => status === 'declined' || status === 'ended')
      .map((pair) => [key(pair.menteeId, pair.mentorId), pair]),
  );
  const ruled = new Map(
    (await rulingsIn(db, run.cohortId)).map((ruling) => [key(ruling.menteeId, ruling.mentorId), ruling]),
  );
  const here = new Set(
    (await membersOf(db, run.cohortId))
      .filter(({ status }) => status === 'active')
      .map(({ role, key: person }) => `${role} ${person}`),
  );
  return (await proposalsOf(db, run.id)).map((proposal): DecidedProposal => {
    const { menteeId, mentorId } = proposal;
    const between = key(menteeId, mentorId);
    const mentors = mentorsOf.get(menteeId);
    const before = last.get(between);
    if (mentors?.has(mentorId) === true) return { ...proposal, fate: 'accepted', reason: null };
    if (before?.status === 'declined')
      return { ...proposal, fate: before.neverAgain ? 'never again' : 'declined', reason: before.reason };
    if (
      mentors !== undefined ||
      before !== undefined ||
      !here.has(`mentee ${menteeId}`) ||
      !here.has(`mentor ${mentorId}`)
    )
      return { ...proposal, fate: 'overtaken', reason: null };
    const ruling = ruled.get(between);
    if (ruling !== undefined)
      return { ...proposal, fate: ruling.kind === 'pin' ? 'pinned' : 'blocked', reason: ruling.note };
    return { ...proposal, fate: 'open', reason: null };
  });
}

/** `mentee mentor`, by number: who was whose mentor already when a run of second mentors was made. Empty for any other run. */
export async function hadThen(db: Kysely<Tables>, run: KeptRun): Promise<ReadonlySet<string>> {
  const { name } = JSON.parse(run.objective) as { readonly name: string };
  if (name !== secondMentors) return new Set();
  const { already = [] } = fromSnapshot(run.snapshot).input;
  const keys = new Map((await allPeople(db)).map(({ id, key }) => [id, key]));
  return new Set(already.map(({ mentee, mentor }) => `${keys.get(mentee) ?? 0} ${keys.get(mentor) ?? 0}`));
}
