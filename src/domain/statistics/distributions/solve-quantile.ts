// The inverse of a distribution function, found on the smaller tail's logarithm so that far tails keep their digits.
import type { Tail, Tails } from './tails.ts';

interface Point {
  readonly tails: Tails;
  /** Derivative of the lower tail by the solver's variable. */
  readonly slope: number;
}

/** The u with tail probability p, by Newton steps kept within a bracket; `at` must rise in u over (-800, 800). */
export function solveQuantile(p: number, tail: Tail, start: number, at: (u: number) => Point): number {
  const onUpper = (tail === 'upper') === p <= 0.5;
  const target = p <= 0.5 ? p : 1 - p;
  let [low, high, u] = [-800, 800, start];
  for (let step = 0; step < 300; step++) {
    const { tails, slope } = at(u);
    const value = onUpper ? tails.upper : tails.lower;
    if (value === target) return u;
    if (onUpper ? value < target : value > target) high = u;
    else low = u;
    const newton = value > 0 && slope > 0 ? (Math.log(value / target) * value) / slope : NaN;
    let next = onUpper ? u + newton : u - newton;
    if (Math.abs(newton) <= 1e-11) return next;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (next === u) return u;
    u = next;
  }
  return u;
}
