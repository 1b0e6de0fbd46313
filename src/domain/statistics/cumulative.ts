// Events that can come again: the mean number a person has had by a time (Nelson 1988; Lawless and Nadeau 1995).
import { normalQuantile } from './distributions/normal.ts';

/** One stretch in which a person was followed: after `start`, to `stop` inclusive, ending in an event or not. */
export interface Stretch {
  readonly id: string | number;
  readonly start: number;
  readonly stop: number;
  readonly event: boolean;
}

export interface CumulativeStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** Mean events a person by `time`. */
  readonly mean: number;
  /** Robust: a person's events may depend on one another. */
  readonly se: number;
  /** On the log scale, so never below 0. */
  readonly low: number;
  readonly high: number;
}

/** One step a time at which events happened. */
export function meanCumulative(stretches: readonly Stretch[], level = 0.95): CumulativeStep[] {
  const z = normalQuantile(1 - (1 - level) / 2);
  const numbers = new Map<string | number, number>();
  const who = stretches.map(({ id }) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  });
  const influence = new Float64Array(numbers.size);
  const times = [...new Set(stretches.flatMap(({ stop, event }) => (event ? stop : [])))].sort((a, b) => a - b);
  let mean = 0;
  return times.map((time) => {
    const there = stretches.map((_, i) => i).filter((i) => stretches[i]!.start < time && stretches[i]!.stop >= time);
    const happened = there.filter((i) => stretches[i]!.event && stretches[i]!.stop === time);
    const [atRisk, events] = [there.length, happened.length];
    mean += events / atRisk;
    for (const i of there) influence[who[i]!]! -= events / atRisk / atRisk;
    for (const i of happened) influence[who[i]!]! += 1 / atRisk;
    const se = Math.sqrt(influence.reduce((sum, u) => sum + u * u, 0));
    const spread = Math.exp((z * se) / mean);
    return { time, atRisk, events, mean, se, low: mean / spread, high: mean * spread };
  });
}
