// What spreadsheets write where there is nothing.
const gaps = new Set([
  '',
  '-',
  '--',
  '.',
  '#n/a',
  'n/a',
  'na',
  '#value!',
  '#null!',
  '#ref!',
  'null',
  'none given',
  '(blank)',
]);

export function isGap(cell: string): boolean {
  return gaps.has(cell.trim().toLowerCase());
}
