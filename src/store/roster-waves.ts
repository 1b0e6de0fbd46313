// How the rows of a roster are grouped before they go in: who is certainly new, and who comes again in the same file.
import type { EnrolmentDraft } from '../domain/people/roster.ts';
import type { Mentioned } from './arrivals.ts';

/** Cut so that no wave names an id or an address twice: whoever comes again finds in the database what came in before. */
export function* waves(drafts: readonly EnrolmentDraft[]): Generator<readonly EnrolmentDraft[], void, undefined> {
  let rest = drafts;
  while (rest.length > 0) {
    const named = new Set<string>();
    const later: EnrolmentDraft[] = [];
    let [before, isLater] = ['', false];
    const wave = rest.filter((draft) => {
      const { id, email = id } = draft;
      if (id !== before) [before, isLater] = [id, named.has(id) || named.has(email)];
      named.add(id).add(email);
      if (isLater) later.push(draft);
      return !isLater;
    });
    yield wave;
    rest = later;
  }
}

/** Drafts of people of whom neither the id nor the address was mentioned before, and the others. */
export function firstMentioned(
  drafts: readonly EnrolmentDraft[],
  words: Mentioned,
): [EnrolmentDraft[], EnrolmentDraft[]] {
  const first: EnrolmentDraft[] = [];
  const repeated: EnrolmentDraft[] = [];
  let [before, wasNew] = ['', false];
  for (const draft of drafts) {
    const { id, email } = draft;
    // Somebody in both roles stands there twice, one after the other.
    if (id !== before) {
      const newId = words.isNew(id);
      const newEmail = email === undefined || email === id || words.isNew(email);
      [before, wasNew] = [id, newId && newEmail];
    }
    (wasNew ? first : repeated).push(draft);
  }
  return [first, repeated];
}
