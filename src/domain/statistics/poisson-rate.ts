// Counts over time followed: a rate with its exact interval (Garwood 1936), and the ratio of two.
import { betaLogitQuantile } from './distributions/beta.ts';
import { binomialTest } from './distributions/binomial.ts';
import { gammaQuantile } from './distributions/gamma.ts';
import type { Interval } from './distributions/tails.ts';

/** Events by unit of time; undefined when nobody was followed. */
export function poissonRate(
  events: number,
  time: number,
  level = 0.95,
): (Interval & { readonly rate: number }) | undefined {
  if (!(time > 0)) return undefined;
  const tail = (1 - level) / 2;
  return {
    rate: events / time,
    low: events === 0 ? 0 : gammaQuantile(tail, events) / time,
    high: gammaQuantile(tail, events + 1, 'upper') / time,
  };
}

export interface RateRatio {
  /** Undefined when the second has no events. */
  readonly ratio: number | undefined;
  readonly low: number;
  /** Undefined: without limit. */
  readonly high: number | undefined;
  readonly p: number;
}

/** Rate of the first over rate of the second, exact given the sum of events; undefined without events or time. */
export function poissonRateRatio(x1: number, t1: number, x2: number, t2: number, level = 0.95): RateRatio | undefined {
  if (!(t1 > 0 && t2 > 0) || x1 + x2 === 0) return undefined;
  const tail = (1 - level) / 2;
  const odds = t2 / t1;
  return {
    ratio: x2 === 0 ? undefined : (x1 / x2) * odds,
    low: x1 === 0 ? 0 : Math.exp(betaLogitQuantile(tail, x1, x2 + 1, 'lower')) * odds,
    high: x2 === 0 ? undefined : Math.exp(betaLogitQuantile(tail, x1 + 1, x2, 'upper')) * odds,
    p: binomialTest(x1, x1 + x2, t1 / (t1 + t2)),
  };
}
