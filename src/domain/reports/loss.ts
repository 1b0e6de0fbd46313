// After a lottery: how many of each group are lost to the count, and whether chance alone still says who is compared.
import type { Side } from './comparison.ts';
import type { Claim } from './report.ts';

/** From here on loss is called uneven or large (shares): a rule of thumb of ours, between the bounds the What Works Clearinghouse draws. */
const [unevenFrom, largeFrom] = [0.05, 0.2];

/** Empty without a lottery, or where nobody is in a group. `what`: e.g. `GPA fall`. */
export function lossLines(claim: Claim, sides: readonly Side[], what: string): string[] {
  if (claim.level !== 4 || sides.length < 2 || sides.some(({ n }) => n === 0)) return [];
  const shares = sides.map(({ n, known }) => (n - known) / n);
  const all = sides.reduce((sum, { n, known }) => sum + n - known, 0) / sides.reduce((sum, { n }) => sum + n, 0);
  const apart = Math.max(...shares) - Math.min(...shares);
  const told = `Lost since the draw: ${what} is unknown for ${sides
    .map(({ label }, index) => `${Math.round(100 * (shares[index] ?? 0))} % of "${label}"`)
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
