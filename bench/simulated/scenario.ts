// One kind of simulated program, and draws from it.
import type { Chance } from '../../src/domain/chance.ts';
import { normalQuantile } from '../../src/domain/statistics/distributions/normal.ts';

export interface Draw {
  /** Whether a report would call it a difference; by the range when not said and the truth is 0. */
  readonly claimed?: boolean;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** 0 unless said. */
  readonly truth?: number;
  /** The two groups' own rates, to be averaged. */
  readonly rates?: readonly [number, number];
}

export interface Scenario {
  readonly name: string;
  /** A mistake, to be seen failing. */
  readonly trap?: boolean;
  readonly draw: (chance: Chance) => Draw;
}

/** (0, 1). */
export const uniform = (chance: Chance): number => chance() + 2 ** -33;

export const normal = (chance: Chance): number => normalQuantile(uniform(chance));

export const exponential = (chance: Chance, rate: number): number => -Math.log(uniform(chance)) / rate;

export const repeat = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

export function count(n: number, p: number, chance: Chance): number {
  let x = 0;
  for (let i = 0; i < n; i++) if (chance() < p) x++;
  return x;
}

export function poisson(mean: number, chance: Chance): number {
  let [events, time] = [-1, 0];
  while (time < mean) {
    time += exponential(chance, 1);
    events++;
  }
  return events;
}

export const range = (found: { readonly low: number; readonly high: number } | undefined): Draw => ({
  low: found?.low,
  high: found?.high,
});
