// What no range allows for: with one or two mentors their luck cannot be told from what the program does.
import type { Dataset } from '../outcomes/dataset.ts';
import { mentorLuck } from '../outcomes/mentor-clusters.ts';

/** Said of every group whose mentees have so few mentors; nothing without a comparison. */
export function fewMentorsLines({ groups, mentor }: Dataset, counts: Uint8Array): string[] {
  const { labels, mentored } = groups;
  if (labels.length === mentored) return [];
  return labels.slice(0, mentored).flatMap((label, group) => {
    const { mentors, tooFew } = mentorLuck({ groups, mentor }, group, counts);
    return !tooFew
      ? []
      : [`${haveAll(mentors, label)}: the luck of so few can make a difference by itself, so none is claimed.`];
  });
}

/** E.g. `Two mentors have all of the mentees in "mentored"`. */
export function haveAll(mentors: number, label: string): string {
  const have = ['One mentor has all', 'Two mentors have all'][mentors - 1] ?? 'One mentor has nearly all';
  return `${have} of the mentees in "${label}"`;
}
