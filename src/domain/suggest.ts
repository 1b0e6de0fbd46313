// Did-you-mean: the nearest known word, for commands, options, headings, fields and ids alike.

/** The known word nearest to `word`, or undefined when none is near enough to be worth offering. Case is ignored. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return bestDistance <= Math.max(1, Math.floor(wanted.length * 0.4)) ? best : undefined;
}

/** `Did you mean "x"?`, or undefined. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const found = nearest(word, known);
  return found === undefined ? undefined : `Did you mean "${found}"?`;
}

/** `Known: a, b.` */
export function allKnown(known: Iterable<string>): string {
  return `Known: ${[...known].join(', ')}.`;
}

/** What was perhaps meant, else all there are. */
export function meantOrKnown(word: string, known: readonly string[]): string {
  return didYouMean(word, known) ?? allKnown(known);
}

/** What to say of a word that is not among the known ones: what was perhaps meant, and all there are; `none` where there are none. */
export function amongKnown(word: string, known: readonly string[], none?: string): string {
  const all = known.length === 0 ? none : allKnown(known);
  return [didYouMean(word, known), all].filter((part) => part !== undefined).join(' ');
}

/** Damerau-Levenshtein distance, optimal string alignment: insert, delete, replace, swap neighbours. */
function editDistance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
