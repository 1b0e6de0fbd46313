// The time a row says, in one column or two: `Fall 2025`, `202610`, a Semester beside a Year.
import { isGap } from '../cells/gaps.ts';
import { monthNames, monthNumber, readTerm } from '../cells/terms.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { ColumnTarget } from '../program/program.ts';

/** `''` where the row leaves it open; undefined where no column says times. */
export function rowTimeReader(
  columns: readonly ColumnMeaning[],
  targets: ReadonlyMap<ColumnTarget, number>,
): ((cells: readonly string[]) => string) | undefined {
  const [atWhen, atYear] = [targets.get('when') ?? -1, targets.get('year') ?? -1];
  if (atWhen < 0 && atYear < 0) return undefined;
  const part = partOf(columns[atWhen]?.heading ?? '');
  const cell = (cells: readonly string[], at: number): string => {
    const text = at < 0 ? '' : (cells[at] ?? '').trim();
    return isGap(text) ? '' : text;
  };
  const kept = new Map<string, string>();
  return (cells) => {
    const [when, year] = [cell(cells, atWhen), cell(cells, atYear)];
    const key = `${when}\n${year}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const label = timeOf(when, year, part);
    if (kept.size < 1000) kept.set(key, label);
    return label;
  };
}

/** One label a time; what is no known spelling is kept as it is written. */
export function timeOf(when: string, year = '', part?: 's' | 't' | 'q' | 'h' | 'month'): string {
  const own = when === '' ? undefined : readTerm(when);
  if (year === '' || own?.month !== undefined) return own?.label ?? when;
  if (when === '') return readTerm(year)?.label ?? year;
  const month = part === 'month' || monthNumber(when) !== undefined ? (monthNumber(when) ?? Number(when)) : undefined;
  const words =
    month !== undefined && month >= 1 && month <= 12
      ? `${monthNames[month - 1] ?? ''} ${year}`
      : /^\d$/.test(when) && part !== undefined
        ? `${part}${when} ${year}`
        : `${when} ${year}`;
  return readTerm(words)?.label ?? words;
}

/** What a bare 1 or 2 counts under a heading. */
function partOf(heading: string): 's' | 't' | 'q' | 'h' | 'month' | undefined {
  if (/month|monat|mes\b|mois|mese|maand/i.test(heading)) return 'month';
  if (/trim|term/i.test(heading)) return 't';
  if (/sem/i.test(heading)) return 's';
  if (/quart|kwart/i.test(heading)) return 'q';
  return /half|halb/i.test(heading) ? 'h' : undefined;
}
