// Ranks with ties shared.

/** Midranks from 1, and the sum of t^3 - t over groups of t ties, by which variances of rank statistics shrink. */
export function midranks(values: ArrayLike<number>): { readonly ranks: Float64Array; readonly ties: number } {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(order.length);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    const t = to - from;
    ties += t * t * t - t;
    const rank = (from + 1 + to) / 2;
    for (; from < to; from++) ranks[order[from]!] = rank;
  }
  return { ranks, ties };
}
