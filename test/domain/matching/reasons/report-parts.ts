// What a report says, for tests: its sentences, and the rows of a table as plain values.
import type { Block, Cell, Report, Table } from '../../../../src/domain/report/report.ts';

export const sentences = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []));

export const textOf = ({ blocks }: Report): string[] => sentences(blocks);

export const tableRows = ({ rows }: Table): unknown[][] => rows.map((row) => row.map(valueOf));

/** None where there is no such table. */
export function rowsOf({ blocks }: Report, id: string): unknown[][] {
  const found = blocks.find((block) => block.kind === 'table' && block.table.id === id);
  return found?.kind === 'table' ? tableRows(found.table) : [];
}

function valueOf(cell: Cell): unknown {
  switch (cell.kind) {
    case 'person':
      return cell.id;
    case 'text':
      return cell.text;
    case 'count':
    case 'number':
      return cell.value;
    default:
      return cell.kind;
  }
}
