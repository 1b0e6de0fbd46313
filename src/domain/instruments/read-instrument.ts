// An admin's own instrument from a table: lines `# id: ...` above the headings, then item, text, subscale, reverse.
import { defined } from '../defined.ts';
import { isGap } from '../cells/gaps.ts';
import { readNumber } from '../cells/numbers.ts';
import { readYesNo } from '../cells/yes-no.ts';
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { SourceRow } from '../cells/source-row.ts';
import type { ColumnTarget } from '../program/program.ts';
import { allKnown, meantOrKnown } from '../suggest.ts';
import type { Instrument, InstrumentItem } from './instrument.ts';

export interface Comment {
  readonly line: number;
  readonly text: string;
}

const settings = ['id', 'title', 'audience', 'min', 'max', 'score', 'min_answered', 'higher_is', 'source'] as const;
type Setting = (typeof settings)[number];

/** The instrument, or every problem of it at once. `name`: of the file, for an instrument that does not say its id. */
export function readInstrument(
  comments: readonly Comment[],
  columns: readonly ColumnMeaning[],
  rows: readonly SourceRow[],
  name: string,
): { readonly instrument: Instrument; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const complain = (line: number | undefined, column: string, value: string, message: string, hint: string): void => {
    const where = { source: name, ...defined({ line }), column };
    issues.push({ code: 'bad-instrument', severity: 'error', where, value, message, hint });
  };
  const said = readSettings(comments, complain);
  const one = <W extends string>(setting: Setting, words: readonly W[], standard: W): W => {
    const { text, line } = said.get(setting) ?? { text: standard };
    const word = words.find((known) => known === text.toLowerCase());
    if (word === undefined) complain(line, setting, text, 'not known here', allKnown(words));
    return word ?? standard;
  };
  const amount = (setting: Setting, standard?: number): number => {
    const { text = '', line } = said.get(setting) ?? {};
    if (text === '' && standard !== undefined) return standard;
    const number = readNumber(text, 'point');
    if (number === undefined)
      complain(line, setting, text, 'a number is needed here', `Write it above the headings: # ${setting}: 1`);
    return number ?? NaN;
  };
  const [min, max, minAnswered] = [amount('min'), amount('max'), amount('min_answered', 0.75)];
  if (min >= max)
    complain(said.get('max')?.line, 'max', String(max), `not more than min, which is ${min}`, 'Swap the two.');
  if (minAnswered <= 0 || minAnswered > 1)
    complain(said.get('min_answered')?.line, 'min_answered', String(minAnswered), 'not a share', 'Write 0.75, or 1.');
  const id = (said.get('id')?.text ?? name.replace(/\.\w+$/, '')).toLowerCase();
  const items = readItems(columns, rows, complain);
  if (rows.length === 0) complain(undefined, 'item', '', 'it has no items', 'Write a row for each item.');
  return {
    instrument: {
      id,
      title: said.get('title')?.text ?? id,
      audience: one('audience', ['mentee', 'mentor', 'both'], 'both'),
      min,
      max,
      score: one('score', ['mean', 'sum'], 'mean'),
      minAnswered,
      higherIs: one('higher_is', ['better', 'worse'], 'better'),
      source: said.get('source')?.text ?? '',
      items,
    },
    issues,
  };
}

type Complain = (line: number | undefined, column: string, value: string, message: string, hint: string) => void;

function readSettings(
  comments: readonly Comment[],
  complain: Complain,
): ReadonlyMap<Setting, { readonly text: string; readonly line: number }> {
  const said = new Map<Setting, { text: string; line: number }>();
  for (const { text, line } of comments) {
    const [, word, value = ''] = /^#\s*([\w-]+)\s*:\s*(.*)$/.exec(text) ?? [];
    if (word === undefined) continue;
    const name = word.toLowerCase().replaceAll('-', '_');
    const setting = settings.find((known) => known === name);
    if (setting === undefined) complain(line, word, value, 'no setting of an instrument', meantOrKnown(name, settings));
    else if (value.trim() !== '') said.set(setting, { text: value.trim(), line });
  }
  return said;
}

function readItems(
  columns: readonly ColumnMeaning[],
  rows: readonly SourceRow[],
  complain: Complain,
): InstrumentItem[] {
  const at = new Map(
    columns.flatMap(({ meaning, index }) => (meaning.is === 'target' ? [[meaning.target, index]] : [])),
  );
  const seen = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const cell = (target: ColumnTarget): string => {
      const text = cells[at.get(target) ?? -1] ?? '';
      return isGap(text) ? '' : text;
    };
    const item = cell('item');
    const before = seen.get(item.toLowerCase());
    if (item === '') complain(line, 'item', '', 'an item needs a name or a number', 'Number the items: 1, 2, 3.');
    else if (before !== undefined)
      complain(line, 'item', item, `the item of line ${before} has this name, too`, 'Give each its own.');
    seen.set(item.toLowerCase(), line);
    const turned = cell('reverse');
    const reverse = turned === '' ? false : /^(r|reversed?)$/i.test(turned) ? true : readYesNo(turned);
    if (reverse === undefined)
      complain(line, 'reverse', turned, 'neither yes nor no', 'Write yes for a reversed item, else nothing.');
    return { item, text: cell('text'), subscale: cell('subscale') || null, reverse: reverse ?? false };
  });
}
