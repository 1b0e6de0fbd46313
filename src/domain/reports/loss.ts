// After a lottery: how many of each group are lost to the count, and whether chance alone still says who is compared.
import type { Side } from './comparison.ts';
import type { Claim } from '../report/report.ts';
import { grouped } from './sentences.ts';

/** From here on loss is called uneven or large (shares): a rule of thumb of ours, between the bounds the What Works Clearinghouse draws. */
const [unevenFrom, largeFrom] = [0.05, 0.2];

/**
 * Empty without a lottery, or where nobody is in a group. `drawn`: people of each group, whatever became of them, but for those
 * left out by the usual rules. `what`: e.g. `GPA fall`.
 */
export function lossLines(claim: Claim, sides: readonly Side[], drawn: readonly number[], what: string): string[] {
  if (claim.level !== 4 || sides.length < 2 || drawn.some((n) => n === 0)) return [];
  const of = (group: number): number => drawn[group] ?? 0;
  const shares = sides.map(({ known }, group) => (of(group) - known) / of(group));
  const sum = drawn.reduce((total, n) => total + n, 0);
  const all = sides.reduce((lost, { known }, group) => lost + of(group) - known, 0) / sum;
  if (all === 0) return [`Nobody is lost since the draw: ${what} is known of all.`];
  const apart = Math.max(...shares) - Math.min(...shares);
  const told = `Lost since the draw: ${what} is unknown for ${sides
    .map(({ label }, index) => `${Math.round(100 * (shares[index] ?? 0))} % of the ${grouped(of(index))} in "${label}"`)
    .join(', ')}.`;
  if (apart < unevenFrom && all < largeFrom) return [told];
  return [
    `${told} The lottery made the groups alike; those who can still be counted ${
      apart >= unevenFrom
        ? 'may not be, since more of one group are missing than of another'
        : 'are too few to be sure of that'
    }.`,
  ];
}
