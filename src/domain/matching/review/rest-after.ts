// What is left of a draft to decide on once one mentee has been given another mentor.
import type { RunInput } from '../run.ts';
import type { Choice, ReviewCard } from './review-table.ts';

/** `paired`: mentees who have a mentor by now. The others keep what is proposed, save those whom the choice moves. */
export function restAfter(
  { input, paired }: { readonly input: RunInput; readonly paired: ReadonlySet<string> },
  cards: readonly ReviewCard[],
  menteeId: string,
  choice: Choice,
): { readonly rest: RunInput; readonly proposals: ReadonlyMap<string, string | undefined> } {
  const taken = new Map<string, number>();
  const real = input.pins.filter(({ mentee }) => paired.has(mentee)).map(({ mentor }) => mentor);
  for (const id of [...real, ...choice.mentors.map((mentor) => mentor.id)]) taken.set(id, (taken.get(id) ?? 0) + 1);
  const stays = (id: string): boolean => id !== menteeId && !paired.has(id);
  const chosen = input.mentees.find(({ id }) => id === menteeId);
  const known = new Map(input.mentees.map((one) => [one.id, one]));
  const since = input.pins.flatMap(({ mentee, mentor }) => {
    const one = known.get(mentee);
    return one === undefined || !paired.has(mentee) ? [] : [{ mentee: one, mentor }];
  });
  const now = chosen === undefined ? [] : choice.mentors.map(({ id }) => ({ mentee: chosen, mentor: id }));
  const rest: RunInput = {
    ...input,
    standing: [...(input.standing ?? []), ...since, ...now],
    mentees: input.mentees.filter(({ id }) => stays(id)),
    pins: input.pins.filter(({ mentee }) => stays(mentee)),
    mentors: input.mentors.map((mentor) => {
      const more = taken.get(mentor.id) ?? 0;
      return { ...mentor, seats: Math.max(0, mentor.seats - more), taken: (mentor.taken ?? 0) + more };
    }),
  };
  const proposals = new Map(cards.map(({ mentee, mentors }) => [mentee.id, mentors[0]?.id]));
  proposals.delete(menteeId);
  for (const { mentee, to } of choice.others) proposals.set(mentee.id, to?.id);
  return { rest, proposals };
}
