// How many of each group are lost to the count, and whether those left still say who is compared.
import type { Grouping } from '../outcomes/dataset.ts';
import { lossBeyond } from '../statistics/attrition.ts';
import type { Side } from './comparison.ts';
import { grouped } from './sentences.ts';

export interface Loss {
  /** Of some group against the comparison, beyond the bounds of the What Works Clearinghouse. */
  readonly beyond: boolean;
  /** For the claim. */
  readonly why: string;
  /** E.g. `GPA fall`. */
  readonly what: string;
  /** For the reader; empty where everybody is known. */
  readonly told: string;
  /** By group: people who should be known and are not, and of how many. */
  readonly groups: readonly { readonly label: string; readonly n: number; readonly lost: number }[];
}

/**
 * `eligible`: people of each group, whatever became of them, but for those left out by the usual rules. `what`: e.g. `GPA fall`.
 * Of a group below `minCell` no share is said: with its size it would tell of how few, and of whom.
 */
export function lossOf(
  { labels, mentored }: Pick<Grouping, 'labels' | 'mentored'>,
  sides: readonly Side[],
  eligible: readonly number[],
  what: string,
  minCell: number,
): Loss {
  const groups = sides.map(({ known }, group) => {
    const n = eligible[group] ?? 0;
    return { label: labels[group] ?? '', n, lost: Math.max(0, n - known) };
  });
  const other = groups[mentored];
  const beyond = other !== undefined && groups.slice(0, mentored).some((own) => lossBeyond(own, other));
  const shares = groups.map(
    ({ label, n, lost }) => `${n === 0 ? 0 : Math.round((100 * lost) / n)} % of the ${grouped(n)} in "${label}"`,
  );
  const hidden = sides.some(({ known }, group) => Math.min(known, eligible[group] ?? 0) < minCell);
  const said = hidden ? 'some, in groups too small to show' : shares.join(', ');
  return {
    beyond,
    why: `what became of people is unknown for too many, or for more of one group than of the other (${what}: ${said})`,
    what,
    told: groups.every(({ lost }) => lost === 0) ? '' : `${what} is unknown for ${said}`,
    groups,
  };
}

/** Said after a lottery always, else where the loss is beyond the bounds. */
export function lossLines({ cameBy }: Pick<Grouping, 'cameBy'>, { beyond, told, groups, what }: Loss): string[] {
  const drawn = cameBy === 'lottery';
  if (groups.length < 2 || groups.some(({ n }) => n === 0)) return [];
  if (told === '') return drawn ? [`Nobody is lost since the draw: ${what} is known of all.`] : [];
  if (!beyond) return drawn ? [`Lost since the draw: ${told}.`] : [];
  const why =
    'beyond the bounds of the What Works Clearinghouse: those who can still be counted may be others than those who are lost';
  return [drawn ? `Lost since the draw: ${told}, ${why}.` : `Unequal or large loss: ${told}, ${why}.`];
}
