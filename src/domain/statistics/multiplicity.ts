// Many comparisons in one report: adjusted p values in the order given.

/** Holm (1979): the chance that any comparison without a difference is called one stays below the level. */
export function holm(ps: readonly number[]): number[] {
  const order = ascending(ps);
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[index]!));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Benjamini and Hochberg (1995): the expected share of false calls among the calls stays below the level. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ascending(ps);
  const adjusted = new Array<number>(ps.length);
  let smallest = 1;
  for (let rank = ps.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    smallest = Math.min(smallest, (ps.length / rank) * ps[index]!);
    adjusted[index] = smallest;
  }
  return adjusted;
}

function ascending(ps: readonly number[]): number[] {
  return ps.map((_, i) => i).sort((i, j) => ps[i]! - ps[j]!);
}
