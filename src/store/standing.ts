// What a rematch starts from: everybody with a part in the cohort, the pairs that stand, and those that lost somebody.
import type { Kysely } from 'kysely';
import type { RematchInput } from '../domain/matching/rematch/rematch-plan.ts';
import { matchInput } from './match-input.ts';
import { membersOf } from './people.ts';
import { rulingsIn } from './pair-life.ts';
import type { Member } from './rows.ts';
import { activePairs } from './runs.ts';
import type { Pair } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface Standing {
  readonly input: Omit<RematchInput, 'seed' | 'maxMoves'>;
  /** Pairs that stand in the database though one of the two has gone. */
  readonly broken: readonly { readonly pair: Pair; readonly gone: 'mentor' | 'mentee' }[];
  /** Standing pairs by mentee's and mentor's id, `S1042 M017`. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly members: readonly Member[];
}

/** `leaving`: enrolments' owners, by role and number, who are to be taken as gone: `mentor 17`. */
export async function standingIn(
  db: Kysely<Tables>,
  cohortId: number,
  leaving: ReadonlySet<string> = new Set(),
  options: { readonly preferPrevious?: boolean; readonly perCohort?: boolean } = {},
): Promise<Standing> {
  const members = await membersOf(db, cohortId);
  const staying = members.filter(({ status, role, key }) => status === 'active' && !leaving.has(`${role} ${key}`));
  const waiting = await matchInput(db, cohortId, options);
  const takenBy = new Map(waiting.mentors.map(({ id, elsewhere = 0 }) => [id, elsewhere]));
  const mentors = new Map(staying.flatMap((one) => (one.role === 'mentor' ? [[one.key, one] as const] : [])));
  const mentees = new Map(staying.flatMap((one) => (one.role === 'mentee' ? [[one.key, one] as const] : [])));
  const rows = await activePairs(db, cohortId);
  const pinned = new Set(
    (await rulingsIn(db, cohortId)).flatMap(({ kind, menteeId, mentorId }) =>
      kind === 'pin' ? [`${menteeId} ${mentorId}`] : [],
    ),
  );
  const broken: Standing['broken'][number][] = [];
  const whole: { pair: Pair; mentee: Member; mentor: Member }[] = [];
  for (const pair of rows) {
    const [mentee, mentor] = [mentees.get(pair.menteeId), mentors.get(pair.mentorId)];
    if (mentee !== undefined && mentor !== undefined) whole.push({ pair, mentee, mentor });
    else broken.push({ pair, gone: mentor === undefined ? 'mentor' : 'mentee' });
  }
  const pairsOf = new Map<number, number>();
  for (const { mentee } of whole) pairsOf.set(mentee.key, (pairsOf.get(mentee.key) ?? 0) + 1);
  // Whoever lost a mentor waits again, and so does whoever `matchInput` has waiting, if they stay.
  const lost = new Set(broken.flatMap(({ pair }) => (pairsOf.has(pair.menteeId) ? [] : [pair.menteeId])));
  const waits = new Set(waiting.mentees.map(({ id }) => id));
  const concerned = [...mentees.values()].filter(({ id, key }) => pairsOf.has(key) || lost.has(key) || waits.has(id));
  return {
    input: {
      mentees: concerned.map((one) => ({ ...one, seats: 0 })),
      // What other cohorts took is gone; the pairs that stand here keep their places all the same.
      mentors: [...mentors.values()].map((one) => {
        const elsewhere = takenBy.get(one.id) ?? 0;
        return elsewhere === 0 ? one : { ...one, seats: one.seats - elsewhere, elsewhere };
      }),
      standing: whole.map(({ pair, mentee, mentor }) => ({
        mentee: mentee.id,
        mentor: mentor.id,
        score: pair.score,
        fixed: pinned.has(`${mentee.key} ${mentor.key}`),
        pinned: pinned.has(`${mentee.key} ${mentor.key}`),
      })),
      pins: waiting.pins,
      blocks: waiting.blocks,
      ...(waiting.stated === undefined ? {} : { stated: waiting.stated }),
      ...(waiting.favours === undefined ? {} : { favours: waiting.favours }),
    },
    broken,
    pairs: new Map(whole.map(({ pair, mentee, mentor }) => [`${mentee.id} ${mentor.id}`, pair])),
    members,
  };
}
