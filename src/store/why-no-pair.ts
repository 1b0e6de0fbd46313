// Whether two people may become a pair by a coordinator's word: the mentor has a place left, the mentee nobody yet.
import type { Proposal } from './proposals.ts';
import type { Member } from './rows.ts';

/** `id` null: made just now. */
export interface StandingPair {
  readonly id: number | null;
  readonly mentorId: number;
  readonly menteeId: number;
}

/**
 * What speaks against the pair, in words; undefined when nothing does. `standing`: pairs of the cohort that stand, those
 * made just now too. `open`: the draft proposes the pair, and knew whom the mentee had. A second mentor is allowed where
 * the run proposed both, as it does for a circle that two lead, or proposed one beside the one there was.
 */
export function whyNoPair(
  { mentor, mentee }: { readonly mentor: number; readonly mentee: number },
  {
    members,
    standing,
    proposed,
    open,
    elsewhere,
  }: {
    readonly members: readonly Member[];
    readonly standing: readonly StandingPair[];
    readonly proposed: readonly Pick<Proposal, 'mentorId' | 'menteeId'>[];
    readonly open: boolean;
    /** Places that other open cohorts have taken of a mentor's, by her number. */
    readonly elsewhere: ReadonlyMap<number, number>;
  },
): { readonly column: 'mentor' | 'mentee'; readonly message: string; readonly hint: string } | undefined {
  const find = (role: 'mentor' | 'mentee', key: number): Member | undefined =>
    members.find((one) => one.role === role && one.key === key);
  const together = new Set(proposed.flatMap(({ mentorId, menteeId }) => (menteeId === mentee ? [mentorId] : [])));
  const other = standing.find(
    (pair) =>
      pair.menteeId === mentee &&
      pair.mentorId !== mentor &&
      !(together.has(pair.mentorId) && together.has(mentor)) &&
      !(open && pair.id !== null),
  );
  if (other !== undefined) {
    const { name = '', id = '' } = find('mentor', other.mentorId) ?? {};
    const hint =
      other.id === null
        ? 'Another row of this file gives this mentee a mentor; accept one of them.'
        : `End that pair first: mentorctl pair end --pair ${other.id}. Or decline it in this file.`;
    return { column: 'mentee', message: `already has a mentor: ${name} (${id})`, hint };
  }
  const there = elsewhere.get(mentor) ?? 0;
  const taken = there + standing.filter((pair) => pair.mentorId === mentor).length;
  const one = find('mentor', mentor);
  if (one === undefined || taken < one.seats) return undefined;
  return {
    column: 'mentor',
    message: `${one.name} (${one.id}) has ${one.seats === 1 ? '1 place, which is taken' : `${one.seats} places, all taken`}${there === 0 ? '' : ` (${there} in other open cohorts)`}`,
    hint: 'Choose another mentor, decline one of hers, or give her more places with a new roster.',
  };
}
