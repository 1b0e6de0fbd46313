// Would you recommend it? Promoters (9-10) less detractors (0-6), in points of 100.
import { normalInterval } from './distributions/normal.ts';
import type { Interval } from './distributions/tails.ts';

export interface RecommendScore {
  readonly score: number;
  readonly se: number;
  /** Wald; undefined when all answers are of one kind, where it would be a point. */
  readonly interval: Interval | undefined;
}

/** Undefined without answers. */
export function recommendScore(
  promoters: number,
  passives: number,
  detractors: number,
  level = 0.95,
): RecommendScore | undefined {
  const n = promoters + passives + detractors;
  if (n === 0) return undefined;
  const share = (promoters - detractors) / n;
  const se = 100 * Math.sqrt(((promoters + detractors) / n - share ** 2) / n);
  return { score: 100 * share, se, interval: se > 0 ? normalInterval(100 * share, se, level) : undefined };
}
