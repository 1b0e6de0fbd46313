// A report as a terminal shows it: the main thing first, aligned columns instead of boxes, the next step last.
import { Chalk } from 'chalk';
import CliTable from 'cli-table3';
import type { Block, Column, Report, Table } from '../domain/reports/report.ts';
import { cellWords, whyOf } from './cell-words.ts';
import { figureText } from './figure-text.ts';
import { safeText } from './safe-text.ts';

export interface Style {
  readonly width: number;
  readonly color: boolean;
  readonly unicode: boolean;
}

export function renderText(report: Report, style: Style): string {
  const paint = new Chalk({ level: style.color ? 1 : 0 });
  const width = Math.min(style.width, 100);
  const block = (part: Block): string => {
    switch (part.kind) {
      case 'heading':
        return paint.bold(safeText(part.text));
      case 'prose':
        return wrap(part.text, width);
      case 'finding':
        return wrap(part.finding.sentence, width, '  ');
      case 'caution':
        return wrap(part.text, width, '  ');
      case 'table':
        return tableText(part.table, style, paint);
      case 'figure':
        return figureText(part.figure, { width, unicode: style.unicode });
      case 'next':
        return `Next: ${part.command}${part.text === '' ? '' : `   ${part.text}`}`;
    }
  };
  const parts = [
    ...(report.title === undefined ? [] : [paint.bold(safeText(report.title))]),
    ...report.blocks.map(block),
  ];
  // A block of one line follows closely on another of its kind; tables and headings stand apart.
  let out = '';
  parts.forEach((part, index) => {
    const kind = report.blocks[index - (report.title === undefined ? 0 : 1)]?.kind;
    const before = report.blocks[index - 1 - (report.title === undefined ? 0 : 1)]?.kind;
    const apart =
      kind === 'table' ||
      before === 'table' ||
      kind === 'figure' ||
      before === 'figure' ||
      kind === 'heading' ||
      kind === 'next' ||
      (kind === 'prose' && (before === 'finding' || before === 'caution')) ||
      (kind === 'finding' && before !== 'finding');
    out += `${index > 0 && apart ? '\n' : ''}${part}\n`;
  });
  return out;
}

const rowsDrawn = 64;

/** Cells that are no wider than their columns, side by side. */
function fitted(row: readonly string[], widths: readonly number[], columns: readonly Column[]): string {
  const cells = row.map((cell, c) => {
    const room = ' '.repeat((widths[c] ?? 0) - displayWidth(cell));
    return columns[c]?.align === 'right' ? `${room}${cell}` : `${cell}${room}`;
  });
  return cells.join('  ');
}

type Paint = InstanceType<typeof Chalk>;

function tableText(table: Table, style: Style, paint: Paint): string {
  const title = table.title === '' ? '' : `${paint.bold(safeText(table.title))}\n`;
  if (table.rows.length === 0)
    return `${title}  none${table.note === undefined ? '' : `\n${wrap(table.note, Math.min(style.width, 100))}`}`;
  const words = table.rows.map((row, r) =>
    row.map((cell, c) => {
      const own = cellWords(cell);
      const above = table.rows[r - 1]?.[c];
      return table.columns[c]?.once === true && above !== undefined && cellWords(above) === own ? '' : own;
    }),
  );
  const none = Object.fromEntries(
    [
      'top',
      'top-mid',
      'top-left',
      'top-right',
      'bottom',
      'bottom-mid',
      'bottom-left',
      'bottom-right',
      'left',
      'left-mid',
      'mid',
      'mid-mid',
      'right',
      'right-mid',
    ].map((name) => [name, '']),
  );
  const widths = columnWidths(table.columns, words, style.width - 2);
  const shown = words.map((row, r) =>
    row.map((word, c) => {
      const cell = table.rows[r]?.[c];
      const cut = cell?.kind === 'person' && table.columns[c]?.wrap !== true && word !== '';
      return cut ? shortPerson(word, safeText(cell.id), widths[c] ?? 0) : word;
    }),
  );
  const lines: string[] = [];
  // cli-table3 takes the square of a table's rows to lay it out, and its time for each. Widths are known: parts of a table make
  // the same whole, and a part in which everything fits wants no wrapping.
  for (let from = 0; from < shown.length; from += rowsDrawn) {
    const part = shown.slice(from, from + rowsDrawn);
    if (from > 0 && part.every((row) => row.every((cell, c) => displayWidth(cell) <= (widths[c] ?? 0)))) {
      for (const row of part) lines.push(`  ${fitted(row, widths, table.columns)}`.trimEnd());
      continue;
    }
    const head = from > 0 || table.columns.every((column) => column.title === '') ? [] : table.columns;
    const drawn = new CliTable({
      chars: { ...none, middle: '  ' },
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
      head: head.map((column) => safeText(column.title)),
      colAligns: table.columns.map((column) => column.align ?? 'left'),
      colWidths: widths,
      wordWrap: table.columns.some((column) => column.wrap === true),
    });
    drawn.push(...part);
    for (const line of drawn.toString().split('\n')) lines.push(`  ${line}`.trimEnd());
  }
  const notes = whyOf(table).map((why) => `  ${safeText(why)}`);
  if (table.note !== undefined) notes.push(wrap(table.note, Math.min(style.width, 100), '  '));
  return `${title}${lines.concat(notes).join('\n')}`;
}

/**
 * Natural widths. Where the table is too wide long texts give way first, then headings wider than what stands under them, then
 * other words, and numbers last of all. cli-table3 counts wide characters.
 */
function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const cells = columns.map((_, c) => rows.reduce((most, row) => Math.max(most, displayWidth(row[c] ?? '')), 1));
  const natural = columns.map(({ title }, c) => Math.max(displayWidth(title), cells[c] ?? 1));
  const room = width - 2 * (columns.length - 1);
  let excess = natural.reduce((sum, w) => sum + w, 0) - room;
  const narrow = (least: (column: Column, c: number) => number): void => {
    const bounds = columns.map(least);
    for (; excess > 0; excess--) {
      const widths = natural.map((w, c) => (w > (bounds[c] ?? w) ? w : 0));
      const widest = widths.indexOf(Math.max(...widths));
      if ((widths[widest] ?? 0) === 0) return;
      natural[widest] = (natural[widest] ?? 0) - 1;
    }
  };
  narrow(({ wrap: wraps }) => (wraps === true ? 16 : Infinity));
  narrow(({ title }, c) => Math.max(cells[c] ?? 1, ...title.split(' ').map(displayWidth)));
  narrow(({ align }) => (align === 'right' ? Infinity : 12));
  narrow(() => 6);
  return natural;
}

/** `Wolfeschlegelst… (S1042)`: where somebody does not fit, the name gives way and not the id. */
function shortPerson(words: string, id: string, width: number): string {
  const end = ` (${id})`;
  const room = width - displayWidth(end) - 1;
  if (displayWidth(words) <= width || !words.endsWith(end) || room < 1) return words;
  let name = '';
  for (const char of words.slice(0, -end.length)) {
    if (displayWidth(name + char) > room) break;
    name += char;
  }
  return `${name.trimEnd()}…${end}`;
}

/** Columns a text takes on a terminal: East Asian wide and emoji two, combining marks none. */
export function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex -- all of ASCII takes a column each
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) {
    if (/\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Wraps at words; `indent` goes before every line. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of safeText(paragraph).split(' ')) {
      if (line !== '' && displayWidth(indent + line) + 1 + displayWidth(word) > width) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(indent + line);
  }
  return lines.join('\n');
}
