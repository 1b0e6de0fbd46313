// Does one thing go up with another? Spearman's (1904) rank correlation.
import { correlationP, pearson } from './correlation.ts';
import { midranks } from './ranks.ts';

/** Midranks for ties, p by t with n - 2 df. Undefined below 3 or when either side does not vary. */
export function spearman(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { readonly rho: number; readonly n: number; readonly p: number } | undefined {
  if (x.length < 3) return undefined;
  const found = pearson(midranks(x).ranks, midranks(y).ranks);
  return found === undefined ? undefined : { rho: found.r, n: found.n, p: correlationP(found.r, found.n) };
}
