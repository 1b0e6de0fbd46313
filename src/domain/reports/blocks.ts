// Blocks of a report, made of what they hold.
import type { Block, Figure, Table } from '../report/report.ts';

export function tableBlock(table: Table): Block {
  return { kind: 'table', table };
}

export function figureBlock(figure: Figure): Block {
  return { kind: 'figure', figure };
}

/** A picture of what a table beside it says: for pages, not for a terminal. */
export function asideBlock(figure: Figure): Block {
  return { kind: 'figure', figure, aside: true };
}

export function proseBlocks(lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: 'prose', text }));
}

export function cautionBlocks(lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: 'caution', text }));
}
