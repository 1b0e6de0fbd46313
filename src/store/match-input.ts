// What a matching run starts from: who is waiting, who has seats left, and what history and the coordinator rule out or in.
import type { Kysely } from 'kysely';
import type { Candidate } from '../domain/matching/candidate.ts';
import { movedByRematch } from '../domain/matching/plan-rematch.ts';
import type { RunInput } from '../domain/matching/propose-run.ts';
import { lotsOf } from './lotteries.ts';
import { allPeople, membersOf } from './people.ts';
import { activePairs, history } from './runs.ts';
import type { Tables } from './tables.ts';

/**
 * Mentees without a standing pair, mentors with the seats that standing pairs leave, pins and blocks by the people's ids.
 * After a lottery only those who drew a place are mentees, unless `everybody` is asked for.
 */
export async function matchInput(
  db: Kysely<Tables>,
  cohortId: number,
  { everybody = false }: { readonly everybody?: boolean } = {},
): Promise<Omit<RunInput, 'seed'>> {
  const lots = everybody ? undefined : await lotsOf(db, cohortId);
  const members = (await membersOf(db, cohortId)).filter(({ status }) => status === 'active');
  const standing = await activePairs(db, cohortId);
  const paired = new Set(standing.map((pair) => pair.mentee_id));
  const load = new Map<number, number>();
  for (const { mentor_id } of standing) load.set(mentor_id, (load.get(mentor_id) ?? 0) + 1);
  const idOf = new Map((await allPeople(db)).map(({ key, id }) => [key, id]));
  const { past, rulings } = await history(db, cohortId);

  const blocks = new Map<string, Map<string, string>>();
  const block = (menteeKey: number, mentorKey: number, why: string): void => {
    const [mentee, mentor] = [idOf.get(menteeKey), idOf.get(mentorKey)];
    if (mentee === undefined || mentor === undefined) return;
    blocks.set(mentee, (blocks.get(mentee) ?? new Map<string, string>()).set(mentor, why));
  };
  for (const pair of past.filter(({ reason }) => reason !== movedByRematch))
    block(
      pair.mentee_id,
      pair.mentor_id,
      pair.never_again === 1 ? 'never again' : `an earlier pair that was ${pair.status}`,
    );
  for (const ruling of rulings)
    if (ruling.kind === 'block') block(ruling.mentee_id, ruling.mentor_id, 'kept apart by the coordinator');
  const pins = rulings.flatMap(({ kind, mentee_id, mentor_id }) => {
    const [mentee, mentor] = [idOf.get(mentee_id), idOf.get(mentor_id)];
    return kind === 'pin' && mentee !== undefined && mentor !== undefined && !paired.has(mentee_id)
      ? [{ mentee, mentor }]
      : [];
  });
  const plain = ({ id, name, email, fields }: Candidate, seats: number): Candidate => ({
    id,
    name,
    seats,
    fields,
    ...(email === undefined ? {} : { email }),
  });
  return {
    mentees: members
      .filter(
        ({ role, key }) => role === 'mentee' && !paired.has(key) && (lots === undefined || lots.get(key) === true),
      )
      .map((member) => plain(member, 0)),
    mentors: members
      .filter(({ role }) => role === 'mentor')
      .map((member) => plain(member, Math.max(0, member.seats - (load.get(member.key) ?? 0)))),
    pins,
    blocks,
  };
}
