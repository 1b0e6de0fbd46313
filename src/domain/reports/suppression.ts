// What is hidden so that nobody can be made out. Rows of one partition add up, so one hidden row alone hides nothing.

/**
 * Which rows of a partition to hide: those below `minCell`, then the next smallest until at least two rows are hidden and
 * what is hidden adds up to `minCell` people or more, so that subtraction from the total gives nobody away.
 */
export function hiddenRows(sizes: readonly number[], minCell: number): boolean[] {
  const hide = sizes.map((n) => n > 0 && n < minCell);
  if (!hide.includes(true)) return hide;
  const bySize = sizes.map((n, index) => ({ n, index })).filter(({ n }) => n > 0);
  bySize.sort((a, b) => a.n - b.n || a.index - b.index);
  for (const { index } of bySize) {
    const hidden = sizes.filter((_, i) => hide[i]);
    if (hidden.length >= 2 && hidden.reduce((sum, n) => sum + n, 0) >= minCell) break;
    hide[index] = true;
  }
  return hide;
}

/**
 * Which parts of a group to hide where the group's own count is shown: as `hiddenRows`, and where a part shows a bound instead
 * of its count (or is hidden) another part must be hidden with it, or the count comes out by subtraction. `x`: how many said
 * yes, where that is what is shown.
 */
export function hiddenParts(
  parts: readonly { readonly n: number; readonly x: number | undefined }[],
  minCell: number,
): boolean[] {
  const hide = hiddenRows(
    parts.map(({ n }) => n),
    minCell,
  );
  const withheld = parts.map(
    ({ n, x }, index) => hide[index] === true || (n > 0 && x !== undefined && nearEdge(x, n, minCell)),
  );
  if (withheld.filter(Boolean).length !== 1) return hide;
  const [next] = parts
    .map(({ n }, index) => ({ n, index }))
    .filter(({ n, index }) => n > 0 && withheld[index] !== true)
    .sort((a, b) => a.n - b.n || a.index - b.index);
  return hide.map((own, index) => own || index === next?.index);
}

/**
 * Counts that add up to a printed total: which to hide so that none below `minCell` comes out by subtraction. Beside a hidden
 * count a 0 is hidden too, since it would say who the few are. A total of one cell is that cell and is printed anyway.
 */
export function hiddenCells(counts: readonly number[], minCell: number): boolean[] {
  if (counts.length < 2 || counts.every((n) => n === 0 || n >= minCell)) return counts.map(() => false);
  const hide = counts.map((n) => n < minCell);
  const bySize = counts.map((n, index) => ({ n, index })).sort((a, b) => a.n - b.n || a.index - b.index);
  for (const { index } of bySize) {
    const hidden = counts.filter((_, i) => hide[i]);
    if (hidden.length >= 2 && hidden.reduce((sum, n) => sum + n, 0) >= minCell) break;
    hide[index] = true;
  }
  return hide;
}

/**
 * So few on one side that a count would point at people: a bound is shown instead. Where a single person may be shown (`minCell`
 * 1: for the office's own eyes) nobody is hidden.
 */
export function nearEdge(x: number, n: number, minCell: number): boolean {
  return minCell > 1 && fewOnOneSide(x, n);
}

/** Fewer than 3 said yes, or fewer than 3 no. */
export function fewOnOneSide(x: number, n: number): boolean {
  return x < 3 || n - x < 3;
}

/** `fewer than 10`; where everybody may be shown, none at all. */
export function fewerThan(minCell: number): string {
  return minCell <= 1 ? 'no' : `fewer than ${minCell}`;
}

/** Why a cell is hidden, for the note under a table. */
export function hiddenWhy(minCell: number): string {
  return `hidden to protect small groups (under ${minCell}, or worked out from the rest)`;
}

/** Why a comparison is not shown: it is small itself, or would give a small one away. */
export function notShownWhy(small: boolean, minCell: number): string {
  if (minCell <= 1) return 'nobody is known in a group';
  return small ? `fewer than ${minCell} people in a group` : 'a small group could be worked out from it';
}

export const boundWhy = 'a bound instead of a count, where fewer than 3 are on one side';
