// Mentors who have more mentees over all open cohorts than places, as two drafts made side by side may bring about.
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import { nameAndId } from '../find-named.ts';

export interface WithPlaces {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly seats: number;
}

/** In words. `pairs`: those of the cohort; `elsewhere`: mentees in other cohorts, by mentor. */
export function overElsewhere(
  members: readonly WithPlaces[],
  pairs: readonly { readonly mentorId: number }[],
  elsewhere: ReadonlyMap<number, number>,
): string[] {
  const load = new Map<number, number>();
  for (const { mentorId } of pairs) load.set(mentorId, (load.get(mentorId) ?? 0) + 1);
  return members.flatMap((one) => {
    const [here, there] = [load.get(one.key), elsewhere.get(one.key)];
    if (one.role !== 'mentor' || here === undefined || there === undefined || here + there <= one.seats) return [];
    return [
      `${nameAndId(one)} would have ${counted(here + there, 'mentee')} over all open cohorts (${there} elsewhere) and has ${counted(one.seats, 'place')}`,
    ];
  });
}

/** Throws Failure where there is anybody. */
export function refuseOver(over: readonly string[]): void {
  if (over.length === 0) return;
  throw new Failure('bad-data', {
    code: 'over-places',
    message: `nothing was accepted: ${over.join('; ')}`,
    hint: 'Match this cohort again (mentorctl match), which counts the places that are taken; or add --over, or say "per: cohort" under capacity.',
  });
}
