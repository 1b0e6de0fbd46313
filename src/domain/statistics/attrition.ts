// How much loss, and how uneven, leaves a comparison credible: the cautious bounds of the What Works Clearinghouse.

/**
 * By overall loss in whole percent, 0 to 57: the largest difference of loss between two groups, in points (Standards Handbook
 * 4.1, table II.1, cautious: where taking part may decide who is lost). Beyond 57 % no difference is small enough.
 */
const cautious = [
  5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3, 6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7, 5.5, 5.4, 5.3, 5.2,
  5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3, 4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8, 2.6, 2.5, 2.3, 2.1, 2.0, 1.8,
  1.6, 1.5, 1.3, 1.2, 1.0, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0.0,
] as const;

/** Shares lost of two groups of these sizes: whether the loss is beyond what the bounds allow. */
export function lossBeyond(
  first: { readonly n: number; readonly lost: number },
  second: { readonly n: number; readonly lost: number },
): boolean {
  if (first.n === 0 || second.n === 0) return false;
  const overall = (first.lost + second.lost) / (first.n + second.n);
  if (overall === 0) return false;
  const apart = Math.abs(first.lost / first.n - second.lost / second.n);
  const at = 100 * overall;
  const [below, above] = [cautious[Math.floor(at)], cautious[Math.ceil(at)]];
  if (below === undefined || above === undefined) return true;
  return 100 * apart > below + (at - Math.floor(at)) * (above - below);
}
