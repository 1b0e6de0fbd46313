// Answers as text: told, folded to be compared, taken apart into options and words.
import type { FieldValue } from './program.ts';

/** An answer as it is told; several options as an import reads them again, where nothing else says what stands between. */
export function answerWords(value: FieldValue, between = '; '): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(between) : String(value);
}

/** Whether two answers say the same: the order in which options were named says nothing. */
export function sameAnswer(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  const plain = (value: FieldValue | undefined): string =>
    JSON.stringify(typeof value === 'object' ? [...value].sort() : (value ?? null));
  return plain(a) === plain(b);
}

/** The options of an answer, folded so that case and doubled spaces do not tell them apart. */
export function options(value: FieldValue): string[] {
  const list = typeof value === 'object' ? value : [String(value)];
  return list.map(fold);
}

export function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

const dullWords = new Set(
  'a an and are as at be by for from have i in is it like me my of on or our that the this to was we with you your'.split(
    ' ',
  ),
);

/** Words that carry meaning; a trailing plural s is dropped, so that "career" meets "careers". */
export function words(value: FieldValue): string[] {
  const found =
    options(value)
      .join(' ')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const meaningful = found
    .filter((word) => !dullWords.has(word))
    .map((word) => (word.length > 4 ? word.replace(/s$/, '') : word));
  return [...new Set(meaningful)];
}
