// What a column holds, judged from all its cells: addresses, numbers, days, yes/no, lists of options, or free words.
import { dateOrders, type DateOrder } from '../cells/dates.ts';
import { isGap } from '../cells/gaps.ts';
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

export function profileColumn(cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => !isGap(cell));
  const style = numberStyle(filled);
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const set = findSet(filled);
  return {
    filled: filled.length,
    distinct: [...new Set(filled)],
    emails: share((cell) => readEmail(cell) !== undefined),
    numbers: share((cell) => readNumber(cell, style) !== undefined),
    yesNo: share((cell) => readYesNo(cell) !== undefined),
    style,
    dateOrders: dateOrders(filled),
    averageLength: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    ...(set === undefined ? {} : { set }),
  };
}

/** A column is a list of options when splitting it leaves far fewer different parts than different cells. */
function findSet(filled: readonly string[]): ColumnProfile['set'] {
  if (filled.length > 0 && filled.every((cell) => cell.startsWith('['))) {
    const lists = filled.map(listLiteral);
    if (lists.every((list) => list !== undefined))
      return { separator: ',', options: [...new Set(lists.flat())].sort((a, b) => a.localeCompare(b, 'en')) };
  }
  for (const separator of [';', '|', ', ', ',', ' / ']) {
    const several = filled.filter((cell) => cell.includes(separator)).length;
    if (several < Math.max(2, 0.08 * filled.length)) continue;
    const options = discoverOptions(filled, separator);
    // One option a cell, each with the separator inside (`Ops; Logistics`), is no list.
    if (filled.every((cell) => options.includes(cell))) continue;
    const longest = Math.max(...options.map((option) => option.length));
    const parts = filled.reduce((sum, cell) => sum + cell.split(separator).length, 0);
    if (options.length <= 60 && longest <= 80 && options.length <= parts / 2) return { separator, options };
  }
  return undefined;
}
