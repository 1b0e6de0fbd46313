// The middle of the sandwich, in the coordinates of Q: what errors say about the spread of Q'e without assuming them alike.
import { blockRows, byBlock, type ColumnKernels } from '../../vectors/column-kernels.ts';
import type { Spread } from '../spread.ts';

/** What the errors say of one weighted sum, w'Q'e: its variance, and the degrees of freedom of that. */
export type Meat = (w: Float64Array) => { readonly variance: number; readonly df: number };

export type RobustKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** Columns of a block that robustMeat takes. */
export const robustRoom = 2;

/** HC0-HC3 (MacKinnon and White 1985). A row that alone decides a coefficient (leverage 1) has residual 0 and adds 0. */
export function robustMeat(kind: RobustKind, kernels: ColumnKernels): (spread: Spread) => Meat {
  const power = kind === 'HC2' ? 1 : kind === 'HC3' ? 2 : 0;
  const [along, leverage] = [kernels.column(blockRows), kernels.column(blockRows)];
  return ({ rows, n, q, errors }) =>
    (w) => {
      const k = q.length;
      const factor = kind === 'HC1' ? n / (n - k) : 1;
      let sum = 0;
      byBlock(rows, (from, length) => {
        kernels.scale(along, 0, w[0]!, q[0]!, from, length);
        for (let j = 1; j < k; j++) kernels.add(along, 0, w[j]!, q[j]!, from, length);
        if (power > 0) {
          kernels.multiply(leverage, 0, q[0]!, from, q[0]!, from, length);
          for (let j = 1; j < k; j++) kernels.addProducts(leverage, 0, q[j]!, from, q[j]!, from, length);
        }
        for (let i = 0; i < length; i++) {
          const left = 1 - leverage[i]!;
          if (power > 0 && left < 1e-10) continue;
          const square = (along[i]! * errors[from + i]!) ** 2;
          sum += power === 0 ? square : power === 1 ? square / left : square / (left * left);
        }
      });
      return { variance: factor * sum, df: n - k };
    };
}
