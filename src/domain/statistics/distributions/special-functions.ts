// Incomplete gamma and beta functions, both tails, from which every distribution here is made.
// The leading factors are Loader's (2000) saddle-point forms, which keep their digits where powers and factorials do not.
import type { Tails } from './tails.ts';

const halfLogTwoPi = 0.9189385332046728;

/** ln gamma(x) for x > 0; absolute error about 1e-15 times its size. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < 15) product *= shifted++;
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted) - Math.log(product);
}

/** P(X = x) for x of n at probability `p` (`q` = 1 - p, given so that it keeps its digits); x and n need not be whole. */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return n === 0 ? 1 : Math.exp(p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q));
  if (x === n) return Math.exp(q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p));
  const saddle =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(saddle - halfLogTwoPi - 0.5 * (Math.log(x) + Math.log1p(-x / n)));
}

/** P(X = x) for a Poisson count of mean `mean`; x need not be whole. */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x < 0) return 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean) - halfLogTwoPi) / Math.sqrt(x);
}

/** Regularised incomplete gamma: `lower` = P(a, x), `upper` = Q(a, x); a > 0. */
export function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const term = poissonTerm(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, term * gammaSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term * a * gammaFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** Regularised incomplete beta at x, with `y` = 1 - x given so that it keeps its digits; a, b > 0. */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = betaFront(a, b, x, y);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front * betaFraction(a, b, x)) / a);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (front * betaFraction(b, a, y)) / b);
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b). */
export function betaFront(a: number, b: number, x: number, y: number): number {
  return (binomialTerm(a, a + b, x, y) * a * b) / (a + b);
}

const enough = 1e-17;
const tiny = 1e-300;
const mostTerms = 200_000;

function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < mostTerms; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * enough) break;
  }
  return sum;
}

/** Legendre's continued fraction by Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < mostTerms; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / away(an * d + b);
    c = away(b + an / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return h;
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return h;
}

const away = (x: number): number => (Math.abs(x) < tiny ? tiny : x);

/** ln x! minus Stirling's formula. */
function stirlingError(x: number): number {
  return x >= 15 ? stirlingSeries(x) : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi;
}

function stirlingSeries(x: number): number {
  const r = 1 / (x * x);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188) * r) * r) * r) * r) / x;
}

/** x ln(x / m) + m - x, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
