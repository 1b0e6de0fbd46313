// Numbers as people and spreadsheets write them.

/** How a column writes numbers: decided once for the whole column. */
export type NumberStyle = 'point' | 'comma';

/** The number, or undefined, as for one too large to count with (`1e400`). Thousands are told from decimals by the column's style; a trailing % is a share of 100. */
export function readNumber(cell: string, style: NumberStyle): number | undefined {
  const text = cell.replace(/[\s\u00a0']/g, '').replace(/%$/, '');
  const plain =
    style === 'comma' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(/,(?=\d{3}(\D|$))/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** Decimal comma when some cell has one that cannot be a thousands separator and none has a decimal point. */
export function numberStyle(cells: Iterable<string>): NumberStyle {
  let comma = false;
  for (const cell of cells) {
    if (/^\s*[+-]?\d+\.\d{1,2}\s*%?\s*$/.test(cell)) return 'point';
    if (/^\s*[+-]?(\d+,(\d{1,2}|\d{4,})|\d{1,3}(\.\d{3})+,\d+)\s*%?\s*$/.test(cell)) comma = true;
  }
  return comma ? 'comma' : 'point';
}
