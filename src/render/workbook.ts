// A report as a workbook: what may be said on the first sheet, a sheet a table with real numbers, how it was reckoned on the last.
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Block, Cell, Column, Report, Table } from '../domain/report/report.ts';
import { figureTable } from '../domain/report/figure-table.ts';
import { footLines, type Letterhead } from '../domain/report/letterhead.ts';
import { safeText } from '../domain/safe-text.ts';
import { cellWords, whyOf } from './cell-words.ts';

type Value = SheetData[number][number];

interface Sheet {
  readonly name: string;
  readonly data: SheetData;
  readonly widths: readonly number[];
  readonly frozen: boolean;
}

const [proseWidth, widest] = [100, 60];
const wholeDay = 'd mmm yyyy';

/** The bytes of an .xlsx file. Texts are texts: nothing anybody wrote becomes a formula. */
export async function renderWorkbook(report: Report, letterhead?: Letterhead): Promise<Uint8Array> {
  const names = new Set<string>();
  const methodAt = report.blocks.findLastIndex((block) => block.kind === 'heading' && block.text === 'Method');
  const before = methodAt < 0 ? report.blocks : report.blocks.slice(0, methodAt);
  const method = methodAt < 0 ? [] : report.blocks.slice(methodAt);
  const title = report.title ?? report.schema.replace(/^mentorctl\/|@\d+$/g, '');
  const sheetOf = (table: Table): Sheet => tableSheet(table, names, report.everywhere);
  const office = (letterhead === undefined ? [] : footLines(letterhead)).map((text): Block => ({
    kind: 'prose',
    text,
  }));
  const sheets = [
    proseSheet('Summary', title, [...(report.apart === true ? [] : before), ...office], names),
    ...report.blocks.flatMap((block) => (block.kind === 'table' ? [sheetOf(block.table)] : [])),
    ...(report.csv !== undefined &&
    !report.blocks.some((block) => block.kind === 'table' && block.table.id === report.csv?.id)
      ? [sheetOf(report.csv)]
      : []),
    ...report.blocks.flatMap((block) => (block.kind === 'figure' ? [sheetOf(figureTable(block.figure))] : [])),
    ...(method.length === 0 ? [] : [proseSheet('Method', 'Method', method.slice(1), names)]),
  ];
  const buffer = await writeExcelFile(
    sheets.map(({ name, data, widths, frozen }) => ({
      sheet: name,
      data,
      columns: widths.map((width) => ({ width })),
      ...(frozen ? { stickyRowsCount: 1 } : {}),
    })),
  ).toBuffer();
  return buffer;
}

function proseSheet(wanted: string, title: string, blocks: readonly Block[], names: Set<string>): Sheet {
  const line = (text: string, more: object = {}): Value[] => [
    { value: safeText(text), type: String, wrap: true, alignVertical: 'top', ...more },
  ];
  const rows = blocks.flatMap((block): Value[][] => {
    switch (block.kind) {
      case 'heading':
        return [[], line(block.text, { fontWeight: 'bold' })];
      case 'prose':
        return block.text.split('\n').map((text) => line(text));
      case 'finding':
        return [line(block.finding.sentence, { fontWeight: 'bold' })];
      case 'caution':
        return [line(block.text, { fontStyle: 'italic' })];
      default:
        return [];
    }
  });
  return {
    name: sheetName(wanted, names),
    data: [line(title, { fontWeight: 'bold', fontSize: 15 }), ...rows],
    widths: [proseWidth],
    frozen: false,
  };
}

function tableSheet(table: Table, names: Set<string>, everywhere: string | undefined): Sheet {
  const { columns, rows, title, id } = table;
  const parts = columns.map((column, at) =>
    headingsOf(
      column,
      rows.map((row) => row[at]),
    ),
  );
  const head = parts.flat().map((text): Value => ({ value: text, type: String, fontWeight: 'bold', wrap: true }));
  const body = rows.map((row) => row.flatMap((cell, at) => valuesOf(cell, parts[at]?.length ?? 1)));
  const notes = [
    ...(everywhere === undefined ? [] : [everywhere]),
    ...whyOf(table),
    ...(table.note === undefined ? [] : [table.note]),
  ];
  return {
    name: sheetName(title === '' ? id.replaceAll('-', ' ') : title, names),
    data: [
      head,
      ...body,
      ...(notes.length === 0 ? [] : [[]]),
      ...notes.map((note): Value[] => [{ value: safeText(note), type: String, fontStyle: 'italic' }]),
    ],
    widths: parts.flatMap((names, at) =>
      names.map((name) =>
        Math.min(
          widest,
          Math.max(
            name.length,
            ...rows.slice(0, 500).map((row) => (names.length > 1 ? 10 : cellWords(row[at] ?? gap).length)),
          ) + 3,
        ),
      ),
    ),
    frozen: true,
  };
}

const gap: Cell = { kind: 'missing', why: '' };

/** A range takes two columns, an estimate three, a person two: numbers that can be reckoned with. */
function headingsOf({ title }: Column, cells: readonly (Cell | undefined)[]): string[] {
  const kinds = new Set(cells.map((cell) => cell?.kind));
  if (kinds.has('estimate')) return [title, `${title}: low`, `${title}: high`];
  if (kinds.has('interval')) return [`${title}: low`, `${title}: high`];
  return kinds.has('person') ? [`${title}: id`, title] : [title];
}

function valuesOf(cell: Cell, columns: number): Value[] {
  const filled = (values: Value[]): Value[] => [...values, ...new Array<Value>(columns - values.length).fill(null)];
  switch (cell.kind) {
    case 'text':
      return filled([{ value: safeText(cell.read ?? cell.text), type: String, alignVertical: 'top' }]);
    case 'count':
      return filled([{ value: cell.value, type: Number, format: '#,##0' }]);
    case 'number':
      return filled([numberOf(cell.value, 'number', cell.digits)]);
    case 'share':
      return filled([
        cell.bound === undefined ? numberOf(cell.value, 'share') : { value: cellWords(cell), type: String },
      ]);
    case 'interval':
      return filled([cell.low, cell.high].map((value) => numberOf(value, cell.as, cell.digits)));
    case 'estimate':
      return filled([cell.value, cell.low, cell.high].map((value) => numberOf(value, cell.as, cell.digits)));
    case 'date':
      return filled([
        /^\d{4}-\d\d-\d\d$/.test(cell.date)
          ? { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: wholeDay }
          : { value: safeText(cell.date), type: String },
      ]);
    case 'person':
      return filled([
        { value: safeText(cell.id), type: String },
        ...(columns > 1 ? [{ value: safeText(cell.name ?? cell.id), type: String } as Value] : []),
      ]);
    case 'missing':
      return filled([null]);
    case 'suppressed':
      return filled([{ value: 'hidden', type: String, fontStyle: 'italic' }]);
  }
}

/** Differences of shares are shown as points: a hundred to one. */
function numberOf(value: number, as: 'share' | 'points' | 'number', digits = 2): Value {
  if (as === 'points') return { value: 100 * value, type: Number, format: '0.0' };
  const places = digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
  return { value, type: Number, format: as === 'share' ? '0.0%' : places };
}

/** At most 31 characters, none that Excel forbids, and each once. */
function sheetName(wanted: string, names: Set<string>): string {
  const plain =
    safeText(wanted)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, '')
      .replace(/\s+/g, ' ')
      .trim() || 'Table';
  let name = plain.slice(0, 31).trim();
  for (let n = 2; names.has(name.toLowerCase()); n++) name = `${plain.slice(0, 31 - String(n).length - 1).trim()} ${n}`;
  names.add(name.toLowerCase());
  return name;
}
