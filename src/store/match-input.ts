// What a matching run starts from: who is waiting, who has seats left, and what history and the coordinator rule out or in.
import { defined } from '../domain/defined.ts';
import type { Kysely } from 'kysely';
import type { Candidate } from '../domain/matching/candidate.ts';
import type { RunInput } from '../domain/matching/run.ts';
import { lotsOf } from './lotteries.ts';
import { allPeople, membersOf } from './people.ts';
import { earlierPairs, leftOverLastTime } from './past-cohorts.ts';
import { activePairs, history } from './runs.ts';
import { statedIn } from './stated.ts';
import { takenElsewhere } from './taken-elsewhere.ts';
import type { Tables } from './tables.ts';

/**
 * Mentees without a standing pair, mentors with the seats that standing pairs leave, pins and blocks by the people's ids.
 * After a lottery only those who drew a place are mentees, unless `everybody` is asked for. Pairs that ended or were
 * declined, in this cohort or another, are blocked; under `second` so is the mentor somebody has. With `preferPrevious` those that parted well are not, and count more.
 */
export async function matchInput(
  db: Kysely<Tables>,
  cohortId: number,
  {
    everybody = false,
    preferPrevious = false,
    perCohort = false,
    second,
  }: {
    readonly everybody?: boolean;
    readonly preferPrevious?: boolean;
    /** A mentor's places are counted in each cohort by itself; else what other open cohorts took is taken. */
    readonly perCohort?: boolean;
    /** Instead of those who have no mentor: those who have one, and said yes to `who` where it is named. */
    readonly second?: { readonly who?: string };
  } = {},
): Promise<Omit<RunInput, 'seed'>> {
  const lots = everybody ? undefined : await lotsOf(db, cohortId);
  const enrolled = await membersOf(db, cohortId);
  const members = enrolled.filter(({ status }) => status === 'active');
  const standing = await activePairs(db, cohortId);
  const mentorsOf = new Map<number, number[]>();
  for (const { menteeId, mentorId } of standing)
    mentorsOf.set(menteeId, [...(mentorsOf.get(menteeId) ?? []), mentorId]);
  const waits = (mentee: number): boolean => (mentorsOf.get(mentee)?.length ?? 0) === (second === undefined ? 0 : 1);
  const load = new Map<number, number>();
  for (const { mentorId } of standing) load.set(mentorId, (load.get(mentorId) ?? 0) + 1);
  const idOf = new Map((await allPeople(db)).map(({ key, id }) => [key, id]));
  const { past, rulings } = await history(db, cohortId);

  const blocks = new Map<string, Map<string, string>>();
  const block = (menteeKey: number, mentorKey: number, why: string): void => {
    const [mentee, mentor] = [idOf.get(menteeKey), idOf.get(mentorKey)];
    if (mentee === undefined || mentor === undefined) return;
    blocks.set(mentee, (blocks.get(mentee) ?? new Map<string, string>()).set(mentor, why));
  };
  const { well, badly } = earlierPairs(past, cohortId);
  for (const pair of preferPrevious ? badly : [...well, ...badly]) {
    if (pair.status === 'active') continue;
    block(pair.menteeId, pair.mentorId, pair.neverAgain ? 'never again' : `an earlier pair that was ${pair.status}`);
    // Two who must never meet again must not meet with the roles the other way round either.
    if (pair.neverAgain) block(pair.mentorId, pair.menteeId, 'never again');
  }
  for (const ruling of rulings)
    if (ruling.kind === 'block') block(ruling.menteeId, ruling.mentorId, 'kept apart by the coordinator');
  const already = [...mentorsOf].flatMap(([menteeKey, [mentorKey = 0]]) => {
    const [mentee, mentor] = [idOf.get(menteeKey), idOf.get(mentorKey)];
    if (second === undefined || !waits(menteeKey) || mentee === undefined || mentor === undefined) return [];
    block(menteeKey, mentorKey, 'the mentor they have');
    return [{ mentee, mentor }];
  });
  const pins = rulings.flatMap(({ kind, menteeId, mentorId }) => {
    const [mentee, mentor] = [idOf.get(menteeId), idOf.get(mentorId)];
    return kind === 'pin' &&
      mentee !== undefined &&
      mentor !== undefined &&
      waits(menteeId) &&
      mentorsOf.get(menteeId)?.[0] !== mentorId
      ? [{ mentee, mentor }]
      : [];
  });
  const plain = ({ id, name, email, fields }: Candidate, seats: number): Candidate => ({
    id,
    name,
    seats,
    fields,
    ...defined({ email }),
  });
  const previous = new Map<string, Set<string>>();
  for (const { menteeId, mentorId } of preferPrevious ? well : []) {
    const [mentee, mentor] = [idOf.get(menteeId), idOf.get(mentorId)];
    if (mentee !== undefined && mentor !== undefined && blocks.get(mentee)?.has(mentor) !== true)
      previous.set(mentee, (previous.get(mentee) ?? new Set()).add(mentor));
  }
  const wants = (fields: Candidate['fields']): boolean => second?.who === undefined || fields[second.who] === true;
  const others = perCohort ? new Map<number, number>() : await takenElsewhere(db, cohortId);
  const waitedBefore = await leftOverLastTime(db, cohortId);
  const stands = new Map(enrolled.flatMap((one) => (one.role === 'mentee' ? [[one.key, plain(one, 0)] as const] : [])));
  const waiting = members.filter(
    ({ role, key, fields }) =>
      role === 'mentee' && waits(key) && wants(fields) && (lots === undefined || lots.get(key) === true),
  );
  return {
    mentees: waiting.map((member) => plain(member, 0)),
    mentors: members
      .filter(({ role }) => role === 'mentor')
      .map((member) => {
        const taken = load.get(member.key) ?? 0;
        const elsewhere = Math.min(others.get(member.key) ?? 0, Math.max(0, member.seats - taken));
        const left = plain(member, Math.max(0, member.seats - taken - elsewhere));
        return {
          ...left,
          ...(taken === 0 ? {} : { taken }),
          ...(elsewhere === 0 ? {} : { elsewhere }),
        };
      }),
    pins,
    blocks,
    ...(second === undefined ? {} : { already }),
    standing: standing.flatMap(({ menteeId, mentorId }) => {
      const [mentee, mentor] = [stands.get(menteeId), idOf.get(mentorId)];
      return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
    }),
    stated: await statedIn(db, cohortId, idOf),
    favours: {
      leftOver: new Set(waiting.filter(({ key }) => waitedBefore.has(key)).map(({ id }) => id)),
      previous,
    },
  };
}
