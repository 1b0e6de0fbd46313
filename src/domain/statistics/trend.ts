// Does a rate rise or fall along ordered groups? Cochran (1954) and Armitage (1955).
import { chiSquareTails } from './distributions/chi-square.ts';

/** `x` of `n` in each group in order; scores 0, 1, 2, ... unless given. Undefined when nothing varies. */
export function trendTest(
  x: readonly number[],
  n: readonly number[],
  scores: readonly number[] = x.map((_, i) => i),
):
  | {
      readonly chiSquare: number;
      readonly p: number;
      /** Change of the rate by one unit of score. */
      readonly slope: number;
    }
  | undefined {
  const all = n.reduce((sum, count) => sum + count, 0);
  const yes = x.reduce((sum, count) => sum + count, 0);
  const centre = n.reduce((sum, count, i) => sum + count * scores[i]!, 0) / all;
  const spread = n.reduce((sum, count, i) => sum + count * (scores[i]! - centre) ** 2, 0);
  if (!(spread > 0) || yes === 0 || yes === all) return undefined;
  const rate = yes / all;
  const lean = x.reduce((sum, count, i) => sum + (scores[i]! - centre) * (count - n[i]! * rate), 0);
  const chiSquare = lean ** 2 / (spread * rate * (1 - rate));
  return { chiSquare, p: chiSquareTails(chiSquare, 1).upper, slope: lean / spread };
}
