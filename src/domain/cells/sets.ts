// Multi-select answers: several options in one cell, where the options themselves may hold the separator.

export interface ReadSet {
  readonly options: readonly string[];
  readonly unknown: readonly string[];
}

/** Splits by the vocabulary, longest option first; what is left between options is split by the separator and reported. */
export function readSet(cell: string, vocabulary: readonly string[], separator: string): ReadSet {
  const list = listLiteral(cell);
  if (list !== undefined) return sort(list, vocabulary);
  const byLength = [...vocabulary].sort((a, b) => b.length - a.length);
  const found: string[] = [];
  const unknown: string[] = [];
  const mark = separator.trim() === '' ? separator : separator.trim();
  let rest = cell.trim();
  while (rest !== '') {
    const option = byLength.find((known) => startsWithOption(rest, known, mark));
    const end = option?.length ?? (rest.indexOf(mark) < 0 ? rest.length : rest.indexOf(mark));
    const part = rest.slice(0, end).trim();
    if (option !== undefined) found.push(option);
    else if (part !== '') unknown.push(part);
    rest = rest.slice(end).trim();
    if (rest.startsWith(mark)) rest = rest.slice(mark.length).trim();
  }
  return { options: [...new Set(found)], unknown };
}

/** The parts of a list as a program writes it: `['a', 'b']`; undefined for anything else. */
export function listLiteral(cell: string): string[] | undefined {
  if (!/^\[\s*(['"]).*\1\s*\]$/.test(cell.trim())) return undefined;
  return [...cell.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
}

function startsWithOption(text: string, option: string, mark: string): boolean {
  if (text.slice(0, option.length).toLowerCase() !== option.toLowerCase()) return false;
  const after = text.slice(option.length).replace(/^[^\S\n]+/, '');
  return after === '' || after.startsWith(mark);
}

function sort(parts: readonly string[], vocabulary: readonly string[]): ReadSet {
  const known = new Map(vocabulary.map((option) => [option.toLowerCase(), option]));
  const options: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const option = known.get(part.trim().toLowerCase());
    if (option === undefined) unknown.push(part.trim());
    else options.push(option);
  }
  return { options: [...new Set(options)], unknown };
}

/** Options may hold the separator, so that there are more different pieces than options; but not by so much. */
const piecesOfOption = 40;

/**
 * The options behind a column of multi-select answers, found from the answers alone: each different one, and how often it
 * was given. Parts between separators that never stand without the same neighbour are one option that holds the separator
 * (`Cloud, Data-center, Internet Services`). Undefined when there are more than `most`.
 */
export function discoverOptions(
  answers: ReadonlyMap<string, number>,
  separator: string,
  most: number,
): string[] | undefined {
  const split: (readonly [string, Parts])[] = [];
  const seen = new Map<string, number>();
  const followed = new Map<string, Map<string, number>>();
  for (const [cell, times] of answers) {
    const parts = partsOf(cell, separator);
    split.push([cell, parts]);
    for (const [index, { text: part }] of parts.entries()) {
      seen.set(part, (seen.get(part) ?? 0) + times);
      const next = parts[index + 1]?.text;
      if (next === undefined) continue;
      const after = followed.get(part) ?? new Map<string, number>();
      after.set(next, (after.get(next) ?? 0) + times);
      followed.set(part, after);
    }
    if (seen.size > most * piecesOfOption) return undefined;
  }
  // Two parts are one option when neither is ever seen without the other beside it, and often enough not to be chance.
  const joined = (a: string, b: string): boolean => {
    const together = followed.get(a)?.get(b) ?? 0;
    return together >= 2 && together === seen.get(a) && together === seen.get(b);
  };
  const options = new Set<string>();
  for (const [cell, parts] of split) {
    let [start, end, last] = [0, 0, ''];
    const close = (): void => {
      if (end > start) options.add(cell.slice(start, end));
    };
    for (const part of parts) {
      if (end === 0 || !joined(last, part.text)) {
        close();
        start = part.start;
      }
      end = part.start + part.text.length;
      last = part.text;
    }
    close();
    if (options.size > most) return undefined;
  }
  return [...options].sort((a, b) => a.localeCompare(b, 'en'));
}

type Parts = readonly { readonly text: string; readonly start: number }[];

/** The pieces between separators, with their place in the cell: an option that holds the separator is cut out as it stands. */
function partsOf(cell: string, separator: string): Parts {
  let at = 0;
  return cell.split(separator).flatMap((piece) => {
    const text = piece.trim();
    const start = at + piece.indexOf(text);
    at += piece.length + separator.length;
    return text === '' ? [] : [{ text, start }];
  });
}
