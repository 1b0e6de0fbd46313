// What a file leaves open and is kept all the same: marks where a value would stand, days whose order nobody said.
import { counted } from '../count-words.ts';
import { safeText } from '../safe-text.ts';

/** By heading: how often each mark stands there. */
export function unmeasuredWords(unmeasured: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  return [...unmeasured].map(([heading, marks]) => {
    const counted = [...marks].sort((a, b) => b[1] - a[1]).map(([mark, count]) => `${mark} ${count}`);
    return `"${heading}" has no value for some: ${counted.slice(0, 8).join(', ')}.`;
  });
}

/** Days that are kept as they are written, until somebody says how they are. */
export function undecidedWords(headings: readonly string[]): string[] {
  if (headings.length === 0) return [];
  const named = headings.map((heading) => `"${heading}"`).join(', ');
  return [
    `${named}: the day and the month could be either way round, and the days are kept as they are written; --day-order dmy or --day-order mdy makes days of them.`,
  ];
}

/** Names that hold control or direction signs: kept, and never shown raw. */
export function signedWords(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 5).map(safeText).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return [
    `${counted(names.length, 'name')} with control or direction signs, kept as in the file and shown as \\x1b or \\u202e: ${shown}${more}. Correct with mentorctl person change.`,
  ];
}
