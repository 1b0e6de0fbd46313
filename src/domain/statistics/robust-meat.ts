// The middle of the sandwich, in the coordinates of Q: what errors say about the spread of Q'e without assuming them alike.

/** What the errors say of one weighted sum, w'Q'e: its variance, and the degrees of freedom of that. */
export type Meat = (w: Float64Array) => { readonly variance: number; readonly df: number };

export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** HC0-HC3 (MacKinnon and White 1985). A row that alone decides a coefficient (leverage 1) has residual 0 and adds 0. */
export function robustMeat(q: readonly Float64Array[], residuals: Float64Array, kind: RobustKind): Meat {
  const [n, k] = [residuals.length, q.length];
  const scores = Float64Array.from(residuals);
  const power = kind === 'HC2' ? 0.5 : kind === 'HC3' ? 1 : 0;
  if (power > 0) {
    for (let i = 0; i < n; i++) {
      let leverage = 0;
      for (const column of q) leverage += column[i]! ** 2;
      const left = 1 - leverage;
      scores[i] = left < 1e-10 ? 0 : scores[i]! / left ** power;
    }
  }
  const factor = kind === 'HC1' ? n / (n - k) : 1;
  return (w) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let along = 0;
      for (let j = 0; j < k; j++) along += q[j]![i]! * w[j]!;
      sum += (along * scores[i]!) ** 2;
    }
    return { variance: factor * sum, df: n - k };
  };
}
