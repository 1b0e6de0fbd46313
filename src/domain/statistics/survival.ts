// Time to an event with some people not followed to it: Kaplan and Meier (1958), in one pass over sorted times.
import { normalQuantile } from './distributions/normal.ts';

export interface SurvivalStep {
  readonly time: number;
  /** Just before `time`; who is censored then still counts. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Share still without the event after `time`. */
  readonly survival: number;
  /** Greenwood (1926). */
  readonly se: number;
  /** Limits; undefined once survival is 0. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Limits are undefined where the curve's own limits never get that far. */
export interface TimeQuantile {
  readonly estimate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface SurvivalCurve {
  readonly n: number;
  readonly events: number;
  /** One step a distinct time. */
  readonly steps: readonly SurvivalStep[];
  readonly median: TimeQuantile;
  /** Mean time without the event up to the last time seen. */
  readonly rmst: RestrictedMean;
}

export interface RestrictedMean {
  readonly tau: number;
  readonly mean: number;
  readonly se: number;
}

export type SurvivalInterval = 'log-log' | 'log' | 'plain';

/** `events` is 1 where the event was seen at that time and 0 where following ended then. Times below 0 are events before the clock starts; ties are allowed. */
export function kaplanMeier(
  times: Float64Array,
  events: Uint8Array,
  { interval = 'log-log', level = 0.95 }: { readonly interval?: SurvivalInterval; readonly level?: number } = {},
): SurvivalCurve {
  if (times.length !== events.length) throw new RangeError('times and events differ in length');
  // It would never be met below, and so never be passed.
  if (times.some(Number.isNaN)) throw new RangeError('a time is no number');
  const [seen, censored] = [
    times.filter((_, i) => events[i] === 1).sort(),
    times.filter((_, i) => events[i] !== 1).sort(),
  ];
  const z = normalQuantile(1 - (1 - level) / 2);
  const steps: SurvivalStep[] = [];
  let [i, j, survival, greenwood] = [0, 0, 1, 0];
  while (i < seen.length || j < censored.length) {
    const time = Math.min(seen[i] ?? Infinity, censored[j] ?? Infinity);
    const atRisk = times.length - i - j;
    const [i0, j0] = [i, j];
    while (seen[i] === time) i++;
    while (censored[j] === time) j++;
    const d = i - i0;
    survival *= (atRisk - d) / atRisk;
    greenwood += d === 0 ? 0 : d / (atRisk * (atRisk - d));
    const relative = Math.sqrt(greenwood);
    const se = survival === 0 ? 0 : survival * relative;
    steps.push({ time, atRisk, events: d, censored: j - j0, survival, se, ...limits(survival, relative, z, interval) });
  }
  return {
    n: times.length,
    events: seen.length,
    steps,
    median: survivalQuantile(steps, 0.5),
    rmst: restrictedMean(steps, steps.at(-1)?.time ?? 0),
  };
}

function limits(
  survival: number,
  relative: number,
  z: number,
  interval: SurvivalInterval,
): { readonly low: number | undefined; readonly high: number | undefined } {
  if (survival === 0) return { low: undefined, high: undefined };
  if (survival === 1) return { low: 1, high: 1 };
  switch (interval) {
    case 'plain':
      return {
        low: Math.max(0, survival - z * relative * survival),
        high: Math.min(1, survival + z * relative * survival),
      };
    case 'log':
      return { low: survival * Math.exp(-z * relative), high: Math.min(1, survival * Math.exp(z * relative)) };
    case 'log-log': {
      const shift = Math.exp((z * relative) / Math.log(survival));
      return { low: survival ** (1 / shift), high: survival ** shift };
    }
  }
}

/** The step in force at `time`; before the first one everybody is there, without error. */
export function survivalAt(
  { n, steps }: Pick<SurvivalCurve, 'n' | 'steps'>,
  time: number,
): Pick<SurvivalStep, 'atRisk' | 'survival' | 'se' | 'low' | 'high'> {
  let [low, high] = [-1, steps.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.time <= time) low = middle;
    else high = middle;
  }
  const atRisk = steps[low]?.time === time ? steps[low]!.atRisk : (steps[low + 1]?.atRisk ?? (low < 0 ? n : 0));
  if (low < 0) return { atRisk, survival: 1, se: 0, low: 1, high: 1 };
  return { ...steps[low]!, atRisk };
}

/** When a share `p` has had the event, with the limits of Brookmeyer and Crowley (1982). On a flat stretch, its middle. */
export function survivalQuantile(steps: readonly SurvivalStep[], p: number): TimeQuantile {
  return {
    estimate: crossing(steps, ({ survival }) => survival, 1 - p),
    low: crossing(steps, ({ low }) => low, 1 - p),
    high: crossing(steps, ({ high }) => high, 1 - p),
  };
}

function crossing(
  steps: readonly SurvivalStep[],
  value: (step: SurvivalStep) => number | undefined,
  share: number,
): number | undefined {
  const slack = 1.5e-8;
  const to = steps.find((step) => (value(step) ?? Infinity) <= share + slack)?.time;
  if (to === undefined) return undefined;
  const below = steps.find((step) => (value(step) ?? Infinity) <= share - slack)?.time;
  if (below !== undefined) return (to + below) / 2;
  const last = steps.at(-1)!;
  return value(last) === undefined ? undefined : (to + last.time) / 2;
}

/** The last time, up to `until`, at which at least so many are still followed; 0 where none. */
export function lastWith(steps: readonly SurvivalStep[], least: number, until: number): number {
  let last = 0;
  for (const { time, atRisk } of steps) if (atRisk >= least) last = time;
  return Math.min(last, until);
}

/** How many are at risk at the quarters of the time up to `end`, where they are `least` or more. */
export function atRiskUpTo(
  curve: Pick<SurvivalCurve, 'n' | 'steps'>,
  end: number,
  least: number,
  parts: readonly number[] = [0, 0.25, 0.5, 0.75, 1],
): { readonly at: number; readonly n: number }[] {
  return parts
    .map((part) => Math.floor(part * end))
    .map((at) => ({ at, n: survivalAt(curve, at).atRisk }))
    .filter(({ n }) => n >= least);
}

/** Area under the curve to `tau`, the last level kept when following ended before it. */
export function restrictedMean(steps: readonly SurvivalStep[], tau: number): RestrictedMean {
  const used = steps.filter(({ time }) => time < tau);
  let [after, variance] = [0, 0];
  for (let i = used.length - 1; i >= 0; i--) {
    const { time, atRisk, events, survival } = used[i]!;
    after += survival * ((used[i + 1]?.time ?? tau) - time);
    if (atRisk > events) variance += (after * after * events) / (atRisk * (atRisk - events));
  }
  return { tau, mean: after + Math.min(tau, used[0]?.time ?? tau), se: Math.sqrt(variance) };
}
