// What two people have in common, in words for a letter: from the reasons they were proposed for, the strongest first.
import type { ScorePart } from '../matching/run.ts';

/** `Exams and Research; same major: History`; empty where nothing is known that they share. */
export function inCommon(parts: readonly ScorePart[]): string {
  return [...parts]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .flatMap(({ why }) => sharedWords(why) ?? [])
    .join('; ');
}

/** The part of a reason that two people share; a difference or a bare comparison is not for a letter. */
function sharedWords(why: string): string | undefined {
  const [, met, field, options] = /^(\d+) of \d+ ([^:]+)(?:: (.+))?$/.exec(why) ?? [];
  if (field !== undefined) return options === undefined ? `${met ?? ''} ${field}` : listed(options.split('; '));
  return /^(same |both wrote of )/.test(why) ? why : undefined;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
