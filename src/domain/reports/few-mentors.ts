// What ranges do not allow for: with a handful of mentors their luck cannot be told from that of the program.
import type { Dataset } from '../outcomes/dataset.ts';

/** From so many on errors go by mentor (see mentorClusters). */
const enough = 10;

/** Said where mentees share mentors who are fewer than that; nothing without a comparison. */
export function fewMentorsLines({ groups, mentor }: Dataset, counts: Uint8Array): string[] {
  if (groups.labels.length === groups.mentored) return [];
  const mentees = new Map<number, number>();
  groups.codes.forEach((code, row) => {
    const own = mentor[row] ?? 0;
    if (counts[row] === 1 && code >= 0 && own > 0) mentees.set(own, (mentees.get(own) ?? 0) + 1);
  });
  const shared = [...mentees.values()].some((n) => n >= 2);
  return !shared || mentees.size >= enough
    ? []
    : [
        `${mentees.size === 1 ? 'One mentor has' : `${mentees.size} mentors have`} all of the mentees: the luck of so few can make a difference by itself, and the ranges do not allow for that.`,
      ];
}
