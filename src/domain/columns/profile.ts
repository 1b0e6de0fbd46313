// What a column holds, judged from all its cells: addresses, numbers, days, yes/no, lists of options, or free words.
import { defined } from '../defined.ts';
import { dateOrders, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
import { oneLine } from '../cells/one-line.ts';
import { numberStyle, readNumber, type NumberStyle } from '../cells/numbers.ts';
import { readEmail } from '../cells/people-words.ts';
import { discoverOptions, listLiteral } from '../cells/sets.ts';
import { readYesNo } from '../cells/yes-no.ts';

export interface ColumnProfile {
  readonly filled: number;
  readonly distinct: readonly string[];
  /** Shares 0..1 of the filled cells. */
  readonly emails: number;
  readonly numbers: number;
  readonly yesNo: number;
  readonly style: NumberStyle;
  readonly dateOrders: readonly DateOrder[];
  readonly averageLength: number;
  /** Several options a cell: the separator and the options found. */
  readonly set?: { readonly separator: string; readonly options: readonly string[] };
}

/** `cells`: of the first rows, gaps among them. */
export function profileColumn(cells: readonly string[]): ColumnProfile {
  // Most answers come again: each different one is looked at once.
  const times = new Map<string, number>();
  for (const cell of cells) if (!isGap(cell)) times.set(cell, (times.get(cell) ?? 0) + 1);
  const distinct = [...times.keys()];
  const total = (amount: (cell: string) => number): number => {
    let sum = 0;
    for (const [cell, count] of times) sum += count * amount(cell);
    return sum;
  };
  const filled = total(() => 1);
  const told = filled - total((cell) => (blankWord.test(cell) ? 1 : 0));
  const share = (test: (cell: string) => boolean): number =>
    filled === 0 ? 0 : total((cell) => (test(cell) ? 1 : 0)) / filled;
  const style = numberStyle(distinct);
  const set = findSet(times, total);
  if (set?.separator !== '\n' && distinct.some((cell) => cell.includes('\n'))) return profileColumn(cells.map(oneLine));
  return {
    filled,
    distinct,
    emails: share((cell) => readEmail(cell) !== undefined),
    numbers: told === 0 ? 0 : (share((cell) => readNumber(cell, style) !== undefined) * filled) / told,
    yesNo: share((cell) => readYesNo(cell) !== undefined),
    style,
    dateOrders: dateOrders(distinct.filter((cell) => !blankWord.test(cell))),
    averageLength: total((cell) => cell.length) / Math.max(1, filled),
    ...defined({ set }),
  };
}

/** Among numbers or days these say that there is none; alone they may be answers. */
export const blankWord = /^(none|nan|nat|nil|missing|unknown|tbd|pending|not available|#num!)$/i;

const mostOptions = 60;

/** A column is a list of options when splitting it leaves far fewer different parts than different cells. */
function findSet(
  times: ReadonlyMap<string, number>,
  total: (amount: (cell: string) => number) => number,
): ColumnProfile['set'] {
  const distinct = [...times.keys()];
  if (distinct.length > 0 && distinct.every((cell) => cell.startsWith('['))) {
    const lists = distinct.map(listLiteral);
    if (lists.every((list) => list !== undefined))
      return { separator: ',', options: [...new Set(lists.flat())].sort((a, b) => a.localeCompare(b, 'en')) };
  }
  const filled = total(() => 1);
  for (const separator of ['\n', ';', '|', ', ', ',', ' / ']) {
    const several = total((cell) => (cell.includes(separator) ? 1 : 0));
    if (several < Math.max(2, 0.08 * filled)) continue;
    const options = discoverOptions(times, separator, mostOptions);
    // One option a cell, each with the separator inside (`Ops; Logistics`), is no list.
    if (options === undefined || distinct.every((cell) => options.includes(cell))) continue;
    if (separator === ', ' && holdsCloser(options)) continue;
    const longest = Math.max(...options.map((option) => option.length));
    const parts = total((cell) => cell.split(separator).length);
    if (longest <= 80 && options.length <= parts / 2) return { separator, options };
  }
  return undefined;
}

/** `a,b` among the options that `, ` parts is two of them: in such a column the comma alone parts. */
function holdsCloser(options: readonly string[]): boolean {
  const known = new Set(options);
  return options.some((option) => option.includes(',') && option.split(',').every((piece) => known.has(piece.trim())));
}
