// Meetings of two people who were never paired here: they are kept and count for no pair, which is said with the line that makes one.
import { counted } from '../count-words.ts';
import { nameAndId, type Named } from '../find-named.ts';
import type { Meeting } from '../records.ts';
import { safeText } from '../safe-text.ts';
import { shellWord } from '../shell-word.ts';

const shownPairs = 3;

export interface UnpairedMeetings {
  readonly note: (meetings: readonly Pick<Meeting, 'mentorId' | 'menteeId'>[]) => void;
  /** None or one sentence. `source`, `cohort`: for the line to type. */
  readonly words: (source: string, cohort: string) => string[];
}

/** `paired`: whom each person was ever paired with, both ways; `people` as they are known, by key. */
export function unpairedMeetings(
  paired: ReadonlyMap<number, ReadonlySet<number>>,
  people: readonly (Named & { readonly key: number })[],
): UnpairedMeetings {
  const met = new Map<string, readonly [number, number]>();
  let count = 0;
  const named = (key: number): string => {
    const person = people.find((one) => one.key === key);
    return person === undefined ? '' : safeText(nameAndId(person));
  };
  return {
    note: (meetings) => {
      for (const { mentorId, menteeId } of meetings) {
        if (paired.get(mentorId)?.has(menteeId) === true) continue;
        count++;
        met.set(`${mentorId} ${menteeId}`, [mentorId, menteeId]);
      }
    },
    words: (source, cohort) => {
      if (count === 0) return [];
      const shown = [...met.values()].slice(0, shownPairs).map(([one, two]) => `${named(one)} and ${named(two)}`);
      const more = met.size > shownPairs ? `; and ${met.size - shownPairs} more` : '';
      const whose = count === 1 ? 'is of two people who are' : 'are of people who are';
      return [
        `${counted(count, 'meeting')} ${whose} no pair in ${safeText(cohort)}, and ${count === 1 ? 'counts' : 'count'} for none: ${shown.join('; ')}${more}. If they are: mentorctl import ${shellWord(source)} --cohort ${shellWord(cohort)} --as pairs`,
      ];
    },
  };
}
