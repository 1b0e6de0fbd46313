// The test of one thing at the start, for the statistician's page: Welch for numbers, chi-square for answers.
import { valuesByGroup } from '../outcomes/by-group.ts';
import type { Dataset } from '../outcomes/dataset.ts';
import type { StartMeasure } from '../outcomes/start-differences.ts';
import { chiSquareTable } from '../statistics/k-groups.ts';
import { chiSquareTest, fisherExact } from '../statistics/two-by-two.ts';
import { welch } from '../statistics/welch.ts';

/** Of a mentored group against the comparison; answers: of the one that stands for the question. */
export function startTest(
  { groups }: Dataset,
  mask: Uint8Array,
  one: StartMeasure,
  group: number,
): { readonly name: string; readonly p: number } | undefined {
  const { mentored } = groups;
  if (one.field.kind === 'number') {
    const apart = valuesByGroup(groups, one.field.values, mask);
    const none = new Float64Array(0);
    const found = welch(apart[group]?.values ?? none, apart[mentored]?.values ?? none);
    return found === undefined
      ? undefined
      : { name: `Welch's t = ${found.t.toFixed(2)}, ${found.df.toFixed(1)} df`, p: found.p };
  }
  const [own, other] = [one.sides[group], one.sides[mentored]];
  if (own === undefined || other === undefined) return undefined;
  // People who can give several answers are in no one table: of those only the answer that stands for the question is tested.
  const level = one.differences.find(({ group: label }) => label === own.label)?.level ?? 0;
  const four = [own.counts[level] ?? 0, own.known, other.counts[level] ?? 0, other.known] as const;
  const square = one.field.kind === 'category' ? chiSquareTable([own.counts, other.counts]) : chiSquareTest(...four);
  if (square === undefined) return undefined;
  return one.field.levels.length === 2 && square.leastExpected < 5
    ? { name: "Fisher's exact", p: fisherExact(...four) }
    : { name: `chi-square, ${square.df} df`, p: square.p };
}
