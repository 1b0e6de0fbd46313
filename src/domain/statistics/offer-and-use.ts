// What use brought those who used an offer drawn by lot: the offer's difference over the difference in use (Bloom 1984).
import { normalQuantile } from './distributions/normal.ts';
import { moments } from './summary.ts';

/** One side of a lottery: the outcome of everybody known, and 1 for who used it. */
export interface Drawn {
  readonly y: Float64Array;
  readonly used: Float64Array;
}

export interface OfferAndUse {
  /** Of the offer, on everybody drawn. */
  readonly offer: number;
  /** Share that used it of those offered, less that of the others. */
  readonly use: number;
  readonly estimate: number;
  /** Delta method; the two errors go together person by person. */
  readonly se: number;
  /** Fieller's (1954) limits; undefined where the difference in use is too unsure to divide by. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Undefined where nobody more used it for the offer, or fewer than two stand on a side. */
export function offerAndUse(offered: Drawn, others: Drawn, level = 0.95): OfferAndUse | undefined {
  const sides = [offered, others].map(({ y, used }) => {
    const [a, b] = [moments(y), moments(used)];
    const cross = y.reduce((sum, value, i) => sum + (value - a.mean) * ((used[i] ?? 0) - b.mean), 0);
    const scale = y.length * (y.length - 1);
    return { n: y.length, y: a.mean, used: b.mean, vy: a.squares / scale, vu: b.squares / scale, vyu: cross / scale };
  });
  const [one, two] = sides;
  if (one === undefined || two === undefined || one.n < 2 || two.n < 2) return undefined;
  const [offer, use] = [one.y - two.y, one.used - two.used];
  if (!(use > 0)) return undefined;
  const [vy, vu, vyu] = [one.vy + two.vy, one.vu + two.vu, one.vyu + two.vyu];
  const estimate = offer / use;
  const se = Math.sqrt(vy - 2 * estimate * vyu + estimate ** 2 * vu) / use;
  // Every b for which (offer - b use) is within z errors of nothing: a b^2 - 2 h b + c <= 0.
  const z = normalQuantile(1 - (1 - level) / 2);
  const [a, h, c] = [use ** 2 - z ** 2 * vu, offer * use - z ** 2 * vyu, offer ** 2 - z ** 2 * vy];
  const root = h ** 2 - a * c;
  const bounded = a > 0 && root >= 0;
  return {
    offer,
    use,
    estimate,
    se,
    low: bounded ? (h - Math.sqrt(root)) / a : undefined,
    high: bounded ? (h + Math.sqrt(root)) / a : undefined,
  };
}
