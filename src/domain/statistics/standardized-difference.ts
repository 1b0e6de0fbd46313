// How far apart two groups started, in standard deviations.

/** Hedges g with the small-sample factor 1 - 3/(4N - 9) of the What Works Clearinghouse; undefined below 2 a group or without spread. */
export function hedgesG(first: readonly number[], second: readonly number[]): number | undefined {
  const [a, b] = [moments(first), moments(second)];
  if (first.length < 2 || second.length < 2) return undefined;
  const all = first.length + second.length;
  const pooled = Math.sqrt((a.squares + b.squares) / (all - 2));
  return pooled === 0 ? undefined : ((a.mean - b.mean) / pooled) * (1 - 3 / (4 * all - 9));
}

function moments(values: readonly number[]): { readonly mean: number; readonly squares: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}
