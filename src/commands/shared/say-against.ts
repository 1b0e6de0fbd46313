// Pairs that a command made against what the program file asks, by hand or by a draft that others have overtaken: they are made, and said.
import { nameAndId } from '../../domain/find-named.ts';
import { standingAgainst } from '../../domain/matching/rematch/standing-against.ts';
import { brokenTies } from '../../domain/matching/scoring/broken-ties.ts';
import type { Program } from '../../domain/program/program.ts';
import { membersOf } from '../../store/people.ts';
import { activePairs } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';

/** In words; `mentees`: by their numbers, whose pairs are new. */
export async function pairsAgainst(
  db: Store['db'],
  cohortId: number,
  program: Program,
  mentees: ReadonlySet<number>,
): Promise<readonly string[]> {
  if (program.rules.length === 0 || mentees.size === 0) return [];
  const members = await membersOf(db, cohortId);
  const mentors = members.filter(({ role }) => role === 'mentor');
  const mentorOf = new Map(mentors.map((one) => [one.key, one]));
  const menteeOf = new Map(members.flatMap((one) => (one.role === 'mentee' ? [[one.key, one] as const] : [])));
  const pairs = (await activePairs(db, cohortId)).flatMap(({ menteeId, mentorId }) => {
    const [mentee, mentor] = [menteeOf.get(menteeId), mentorOf.get(mentorId)];
    return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
  });
  const fresh = pairs.filter(({ mentee }) => mentees.has(mentee.key));
  const ids = new Set(fresh.map(({ mentee }) => mentee.id));
  const standing = fresh.map(({ mentee, mentor }) => {
    return { mentee: mentee.id, mentor: mentor.id, score: null, fixed: false };
  });
  const single = standingAgainst(
    {
      mentees: fresh.map(({ mentee }) => mentee),
      mentors: fresh.map(({ mentor }) => mentor),
      standing,
      pins: [],
      blocks: new Map(),
      seed: 1,
      maxMoves: 0,
    },
    program,
  );
  const names = new Map(mentors.map((mentor) => [mentor.id, nameAndId(mentor)]));
  const ties = brokenTies(
    pairs.map(({ mentee, mentor }) => ({ mentee, mentors: [mentor.id] })),
    program.rules,
    (id) => names.get(id) ?? id,
  ).filter((one) => one.mentees.some((id) => ids.has(id)));
  return [
    ...single.map(({ mentee, mentor, rules }) => `${nameAndId(mentee)} with ${nameAndId(mentor)}: ${rules.join('; ')}`),
    ...ties.map(({ text }) => text),
  ];
}

/** The most that are said one by one. */
const mostSaid = 10;

/** As remarks beside the result. */
export function againstNotes(against: readonly string[]): readonly string[] {
  const more = against.length - mostSaid;
  return [
    ...against.slice(0, mostSaid).map((text) => `Against the rules of mentorctl.yaml: ${text}.`),
    ...(more > 0 ? [`${more} more pairs are against the rules of mentorctl.yaml.`] : []),
  ];
}
