// Where somebody is, in the words and codes of registrars and employers. What a word leaves open is undefined, never guessed;
// the program file may say it (`statuses:`).
import type { StatusMeaning } from '../program/program.ts';
import { readYesNo } from '../cells/yes-no.ts';
import {
  allWords,
  atSchool,
  atWork,
  codes,
  falseFriends,
  negated,
  noLonger,
  onLeave,
  systems,
} from './status-words.ts';

/** Reads the words of one column. */
export type StatusReader = (text: string) => StatusMeaning | undefined;

/**
 * `column`: the different words of the column and what stands over it: single letters are read by the company they keep.
 * `taught`: the program's own words, in lower case.
 */
export function statusReader(
  column: readonly string[],
  heading: string,
  taught: Readonly<Record<string, StatusMeaning>>,
): StatusReader {
  const folded = new Set(column.map(fold));
  const letters = [...folded].filter((text) => text.length <= 2);
  const system = systems.find(
    ({ sure, codes: own }) =>
      letters.some((text) => sure.includes(text)) && letters.every((text) => text in own || text in codes),
  );
  const all = [...column.slice(0, 200), heading].join(' | ');
  const leave: StatusMeaning | undefined = atWork.test(all) ? 'stayed' : atSchool.test(all) ? 'stopped out' : undefined;
  // True and false, unless other letters stand beside them: F beside W is full time, and no.
  const told = letters.every((text) => readYesNo(text) !== undefined);
  const yesNo = (text: string): boolean | undefined =>
    system === undefined && (told || text.length > 2) ? readYesNo(text) : undefined;
  return (text) => {
    const plain = fold(text);
    if (Object.hasOwn(taught, plain)) return taught[plain];
    if (system !== undefined && Object.hasOwn(system.codes, plain)) return system.codes[plain];
    const yes = yesNo(plain);
    if (yes !== undefined) return yes ? 'stayed' : 'left';
    if (Object.hasOwn(codes, plain)) return codes[plain];
    return inWords(plain.replaceAll('ı', 'i'), leave);
  };
}

function inWords(text: string, leave: StatusMeaning | undefined): StatusMeaning | undefined {
  if (!/\p{L}{3}|[^\p{Script=Latin}\P{L}]{2}/u.test(text) && text !== 'rif' && text !== 'loa') return undefined;
  if (noLonger.test(text)) return 'left';
  const friend = falseFriends.find(([test]) => test.test(text))?.[1];
  if (friend !== undefined) return negated.test(text) ? undefined : friend === 'none' ? undefined : friend;
  if (negated.test(text) && !/^not voluntar/.test(text)) return undefined;
  if (onLeave.test(text)) return /\b(?:return(?:ed)?|back) from\b/.test(text) ? 'stayed' : leave;
  // Unsure of what it says where two of them stand in it: `Active - withdrawn`. The first that is no staying counts.
  return allWords.find(([test]) => test.test(text))?.[1];
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/\s+/g, ' ')
    .replace(/^[-–*\s]+|[.;,*\s]+$/g, '');
}

/** Meanings that leave somebody out of a rate (IPEDS), with the reason. */
export const exclusions: ReadonlySet<StatusMeaning> = new Set([
  'deceased',
  'disabled',
  'armed forces',
  'foreign aid service',
  'church mission',
]);

/** Share of a column's different words that say where somebody is. */
export function statusShare(column: readonly string[], read: StatusReader): number {
  return column.length === 0 ? 0 : column.filter((text) => read(text) !== undefined).length / column.length;
}
