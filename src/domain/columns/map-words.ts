// What --map says: that its headings are there, what its words mean for a kind of file, and what it cannot say.
import { foldHeading } from '../cells/fold-heading.ts';
import type { Issue } from '../issue.ts';
import { columnTargets, type ColumnTarget } from '../program/program.ts';
import { nearest } from '../suggest.ts';
import { headingKeys } from './heading-keys.ts';
import { vocabulary, type Kind } from './vocabulary.ts';

/** Rosters and files of outcomes are read alike: what one may hold the other may. */
export function targetsOf(kind: Kind): readonly ColumnTarget[] {
  const own = Object.keys(vocabulary[kind]) as ColumnTarget[];
  if (kind !== 'roster' && kind !== 'outcomes') return own;
  return [
    ...new Set([...own, ...(Object.keys(vocabulary[kind === 'roster' ? 'outcomes' : 'roster']) as ColumnTarget[])]),
  ];
}

/** `--map` of somebody who stayed or left, beside the targets. */
export const retentionWord = 'retention';

/** All that --map can say of a column in a file of this kind, beside fields and measures. */
export function mapWordsOf(kind: Kind): readonly string[] {
  const more = kind === 'preferences' ? ['choice 1', 'choice 2', 'avoid'] : [];
  const people = kind === 'roster' || kind === 'outcomes';
  return [...targetsOf(kind), ...more, ...(people ? [retentionWord] : [])];
}

/** One person a row, where nothing in the file tells them apart. */
export const rowKey = 'row';

/** `a+b`: the headings of an id of several columns; undefined where the file has the whole heading, or it is none. */
export function partsOf(heading: string, headings: readonly string[]): readonly string[] | undefined {
  const known = new Set(headings.map(foldHeading));
  const parts = heading.split('+').map((part) => part.trim());
  return known.has(foldHeading(heading)) || parts.length < 2 || parts.includes('') ? undefined : parts;
}

/** Headings that --map names and no file has. `files`: the headings of each. `map`: heading as typed -> word. */
export function unknownHeadings(
  map: ReadonlyMap<string, string>,
  files: readonly (readonly string[])[],
): readonly { readonly heading: string; readonly near: string | undefined }[] {
  const all = [...new Set(files.flat())];
  const known = new Set(files.flatMap(headingKeys));
  const missing = (heading: string): boolean => !known.has(foldHeading(heading));
  return [...map].flatMap(([heading, word]) => {
    if (!missing(heading) || (heading.trim().toLowerCase() === rowKey && word === 'id')) return [];
    const parts = heading.split('+').map((part) => part.trim());
    const wrong = parts.length > 1 && parts.some((part) => !missing(part)) ? parts.filter(missing) : [heading];
    return wrong.map((one) => ({ heading: one, near: nearestHeading(one, all) }));
  });
}

function nearestHeading(heading: string, all: readonly string[]): string | undefined {
  const squashed = (text: string): string => foldHeading(text).replaceAll(' ', '');
  const found = nearest(squashed(heading), all.map(squashed));
  return all.find((one) => squashed(one) === found);
}

/** What is wrong with a word of --map for this kind of file; undefined where it is a part of it, a field or a measure. */
export function wrongWord(
  word: string,
  heading: string,
  kind: Kind,
  {
    fields,
    measures,
  }: { readonly fields: readonly { name: string }[]; readonly measures: readonly { name: string }[] },
  source: string,
): Issue | undefined {
  const known = mapWordsOf(kind);
  if (word === '-' || known.includes(word) || (kind === 'preferences' && /^choice \d{1,2}$/.test(word)))
    return undefined;
  const people = kind === 'roster' || kind === 'outcomes';
  if (people && [...fields, ...measures].some(({ name }) => name === word)) return undefined;
  const elsewhere = (columnTargets as readonly string[]).includes(word) || word === retentionWord;
  if (people && !elsewhere) return undefined;
  return {
    code: 'bad-map',
    severity: 'error',
    where: { source },
    value: `${heading}=${word}`,
    message: `"${word}" is no part of a file of ${kind}`,
    hint: `It can be ${known.join(', ')}${people ? ', the name of a field or a measure' : ''}, or - to leave it out.`,
  };
}

/** The part of a person that a new field’s name is nearly called, e.g. `nmae`: likelier a slip than a field. */
export function nearTarget(word: string, kind: Kind): string | undefined {
  const found = nearest(word, [...targetsOf(kind), retentionWord]);
  return found !== undefined && word.length > 3 ? found : undefined;
}
