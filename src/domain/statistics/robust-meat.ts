// The middle of the sandwich, in the coordinates of Q: what errors say about the spread of Q'e without assuming them alike.
import type { PackedRows } from './packed-rows.ts';

/** What the errors say of one weighted sum, w'Q'e: its variance, and the degrees of freedom of that. */
export type Meat = (w: Float64Array) => { readonly variance: number; readonly df: number };

export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** HC0-HC3 (MacKinnon and White 1985). A row that alone decides a coefficient (leverage 1) has residual 0 and adds 0. */
export function robustMeat({ n, k, rows, errors }: PackedRows, kind: RobustKind): Meat {
  const power = kind === 'HC2' ? 1 : kind === 'HC3' ? 2 : 0;
  const factor = kind === 'HC1' ? n / (n - k) : 1;
  return (w) => {
    let sum = 0;
    for (let i = 0, at = 0; i < n; i++) {
      let [along, leverage] = [0, 0];
      for (let j = 0; j < k; j++, at++) {
        along += rows[at]! * w[j]!;
        leverage += rows[at]! * rows[at]!;
      }
      const left = 1 - leverage;
      if (power > 0 && left < 1e-10) continue;
      const square = (along * errors[i]!) ** 2;
      sum += power === 0 ? square : power === 1 ? square / left : square / (left * left);
    }
    return { variance: factor * sum, df: n - k };
  };
}
