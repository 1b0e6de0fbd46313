// A table as a terminal shows it: columns aligned by spaces. Numbers are never broken: a table too wide for the terminal goes
// on in a second part under the first, with its first columns again.
import type { Cell, Column, Table } from '../domain/report/report.ts';
import { cellWords, whyOf } from './cell-words.ts';
import { safeText } from '../domain/safe-text.ts';
import { cut, displayWidth, wrap } from './wrap.ts';

/** Texts that may go on over several lines get this much at first and `leastWrapped` at the last; others `leastText`. */
const [firstWrapped, leastWrapped, leastText, leastAnything] = [16, 11, 12, 6];
const indent = 2;
const gap = 2;

type Words = readonly (readonly string[])[];

/** Title, rows, why cells are hidden, and the note. `width`: of the terminal; notes take 100 columns of it at most. */
export function tableText(table: Table, width: number, bold: (title: string) => string): string {
  const { columns, rows, note } = table;
  const across = Math.min(width, 100);
  const title = table.title === '' ? '' : `${wrap(table.title, across).split('\n').map(bold).join('\n')}\n`;
  if (rows.length === 0) return `${title}  none${note === undefined ? '' : `\n${wrap(note, across)}`}`;
  const words = rows.map((row, r) =>
    row.map((cell, c) => {
      const own = cellWords(cell);
      const above = rows[r - 1]?.[c];
      const group = columns[c]?.once === true && above !== undefined && cellWords(above) === own;
      return group && sameBefore(rows, r, c, columns) ? '' : own;
    }),
  );
  const drawn = partsOf(columns, words, width - indent).map((part) =>
    draw(
      part.map((c) => columns[c]).filter((column) => column !== undefined),
      words.map((row) => part.map((c) => row[c] ?? '')),
      rows.map((row) => part.map((c) => personIn(row[c]))),
      width - indent,
    ),
  );
  const notes = [...whyOf(table), ...(note === undefined ? [] : [note])].map((text) => wrap(text, across, '  '));
  return `${title}${[drawn.join('\n\n'), ...notes].join('\n')}`;
}

function personIn(cell: Cell | undefined): string {
  return cell?.kind === 'person' ? safeText(cell.id) : '';
}

/** A word is left out only where all that stands before it in the row is left out, too. */
function sameBefore(rows: Table['rows'], r: number, until: number, columns: readonly Column[]): boolean {
  return columns.slice(0, until).every((column, c) => {
    const [own, above] = [rows[r]?.[c], rows[r - 1]?.[c]];
    return column.once !== true || (own !== undefined && above !== undefined && cellWords(own) === cellWords(above));
  });
}

/** The columns of each part, by index: one part where the table fits. What leads up to the first number stands in each. */
function partsOf(columns: readonly Column[], words: Words, room: number): number[][] {
  const all = columns.map((_, c) => c);
  const least = columns.map((column, c) => leastOf(column, c, words));
  const taken = (some: readonly number[]): number => some.reduce((sum, c) => sum + (least[c] ?? 0) + gap, -gap);
  const numbersFrom = columns.findIndex(({ align }) => align === 'right');
  // A list that begins with a number has nothing to say again in a second part, unless it is numbers all through.
  const list = numbersFrom === 0 && columns.some(({ align }) => align !== 'right');
  if (taken(all) <= room || numbersFrom < 0 || list) return [all];
  const keys = all.slice(0, Math.max(1, numbersFrom));
  const parts: number[][] = [];
  let part: number[] = [];
  for (const c of all.slice(keys.length)) {
    if (part.length > 0 && taken([...keys, ...part, c]) > room) {
      parts.push([...keys, ...part]);
      part = [];
    }
    part.push(c);
  }
  return [...parts, [...keys, ...part]];
}

/** `ids`: of cells that are people, '' for others. */
function draw(columns: readonly Column[], words: Words, ids: Words, room: number): string {
  const widths = columnWidths(columns, words, room);
  const headings = columns.map(({ title }, c) => wrap(title, widths[c] ?? 1));
  const shown = words.map((row, r) =>
    row.map((word, c) => {
      const id = ids[r]?.[c] ?? '';
      return id !== '' && columns[c]?.wrap !== true ? shortPerson(word, id, widths[c] ?? 0) : word;
    }),
  );
  const rows = headings.every((heading) => heading === '') ? shown : [headings, ...shown];
  return rows.flatMap((row) => rowLines(row, widths, columns)).join('\n');
}

/** A row on as many lines as its longest cell takes: where texts of a table go on below, all its words do; else they are cut. */
function rowLines(row: readonly string[], widths: readonly number[], columns: readonly Column[]): string[] {
  const wraps = columns.some((column) => column.wrap === true);
  const cells = row.map((cell, c) => {
    const width = widths[c] ?? 1;
    const whole = wraps ? wrap(cell, width) : cell;
    return whole.split('\n').map((line) => cut(line, width));
  });
  const most = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: most }, (_, at) => {
    const line = cells.map((lines) => lines[at] ?? '');
    return `${' '.repeat(indent)}${fitted(line, widths, columns)}`.trimEnd();
  });
}

/** Cells that are no wider than their columns, side by side. */
function fitted(row: readonly string[], widths: readonly number[], columns: readonly Column[]): string {
  const cells = row.map((cell, c) => {
    const room = ' '.repeat((widths[c] ?? 0) - displayWidth(cell));
    return columns[c]?.align === 'right' ? `${room}${cell}` : `${cell}${room}`;
  });
  return cells.join(' '.repeat(gap));
}

function widestCell(c: number, words: Words): number {
  return words.reduce((most, row) => Math.max(most, displayWidth(row[c] ?? '')), 1);
}

function natural({ title }: Column, c: number, words: Words): number {
  return Math.max(displayWidth(title), widestCell(c, words));
}

/** Numbers and their ranges keep their width, whatever gives way; headings break between words, and so do long texts. */
function leastOf(column: Column, c: number, words: Words): number {
  const wide = natural(column, c, words);
  if (column.align === 'right') return Math.max(widestCell(c, words), longestWord(column.title));
  return Math.min(wide, column.wrap === true ? leastWrapping(column, c, words) : leastText);
}

/** No word is cut that has room in the width a text gets at first. */
function leastWrapping({ title }: Column, c: number, words: Words): number {
  const longest = words.reduce((most, row) => Math.max(most, longestWord(row[c] ?? '')), longestWord(title));
  return Math.max(leastWrapped, Math.min(firstWrapped, longest));
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(displayWidth));
}

/**
 * Natural widths. Where the table is too wide long texts give way first, then headings wider than what stands under them, then
 * other words, and numbers last of all.
 */
function columnWidths(columns: readonly Column[], rows: Words, room: number): number[] {
  const cells = columns.map((_, c) => widestCell(c, rows));
  const widths = columns.map((column, c) => natural(column, c, rows));
  let excess = widths.reduce((sum, w) => sum + w, 0) + gap * (columns.length - 1) - room;
  const narrow = (least: (column: Column, c: number) => number): void => {
    const bounds = columns.map(least);
    for (; excess > 0; excess--) {
      const left = widths.map((w, c) => (w > (bounds[c] ?? w) ? w : 0));
      const widest = left.indexOf(Math.max(...left));
      if ((left[widest] ?? 0) === 0) return;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  };
  narrow(({ wrap: wraps }) => (wraps === true ? firstWrapped : Infinity));
  narrow(({ title }, c) => Math.max(cells[c] ?? 1, longestWord(title)));
  narrow((column, c) =>
    column.align === 'right' ? Infinity : column.wrap === true ? leastWrapping(column, c, rows) : leastText,
  );
  narrow(({ align }) => (align === 'right' ? Infinity : leastAnything));
  narrow(() => leastAnything);
  return widths;
}

/** `Wolfeschlegelst… (S1042)`: where somebody does not fit, the name gives way and not the id. */
function shortPerson(words: string, id: string, width: number): string {
  const end = ` (${id})`;
  const room = width - displayWidth(end) - 1;
  if (displayWidth(words) <= width || !words.endsWith(end) || room < 1) return words;
  return `${cut(words.slice(0, -end.length), room + 1).replace(/\s+…$/, '…')}${end}`;
}
