// Cells of a sheet that are merged over several rows: what stands in the first of them is meant for all.
import type { Row } from './table.ts';

/** One column of a merged block. Lines are 1-based and include the first and the last. */
interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Merged down; cells merged only along a row are not among them. They stand at the end of the sheet, after the rows. */
export function mergedDown(sheet: Uint8Array, columnIndex: (reference: string) => number): readonly MergedCells[] {
  const bytes = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const end = bytes.lastIndexOf('sheetData>');
  if (end < 0) return [];
  const found = bytes
    .toString('utf8', end)
    .matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g);
  return [...found].flatMap(([, column = '', from, to]) =>
    Number(to) > Number(from) ? [{ column: columnIndex(column), from: Number(from), to: Number(to) }] : [],
  );
}

/** Fills the empty cells below the first of each block. Rows come in the order of the sheet. */
export function fillDown(merged: readonly MergedCells[]): (row: Row) => Row {
  const open = merged.map((block) => ({ ...block, value: '' }));
  return (row) => {
    let { cells } = row;
    for (const block of open) {
      if (row.line === block.from) block.value = cells[block.column] ?? '';
      if (row.line <= block.from || row.line > block.to || (cells[block.column] ?? '') !== '') continue;
      if (block.value === '') continue;
      const filled = [...cells];
      while (filled.length < block.column) filled.push('');
      filled[block.column] = block.value;
      cells = filled;
    }
    return cells === row.cells ? row : { line: row.line, cells };
  };
}
