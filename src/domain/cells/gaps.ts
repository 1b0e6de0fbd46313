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

/** Longer answers are none of these, and need no comparing. */
const longestGap = Math.max(...[...gaps].map((gap) => gap.length));

/** True for an empty cell and for what stands for one, e.g. `n/a`; a zero is an answer. */
export function isGap(cell: string): boolean {
  if (cell === '') return true;
  if (cell.length > longestGap && cell.trimStart().length === cell.length) return false;
  return gaps.has(cell.trim().toLowerCase());
}
