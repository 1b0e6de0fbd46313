// What is said where several cohorts are taken together, or times are told from a start.
import type { CohortDesign } from '../outcomes/pool-cohorts.ts';

export interface CohortFacts {
  readonly designs: readonly CohortDesign[];
  /** People of several of the cohorts. */
  readonly again: number;
  readonly byOwn: boolean;
  /** People whose own start is not on file, where that is counted from. */
  readonly noOwn: number;
}

export function cohortLines({ designs, again, byOwn, noOwn }: CohortFacts, minCell: number): string[] {
  const names = designs.map(({ cohort }) => cohort).join(', ');
  const many = (n: number): string => (n < minCell ? 'A few' : String(n));
  return [
    ...(designs.length < 2
      ? []
      : [`${names} are taken together: everybody is compared with people of their own cohort.`]),
    ...(again === 0
      ? []
      : [`${many(again)} people are in several of the cohorts; each counts in the first one alone.`]),
    ...(byOwn && noOwn > 0
      ? [`${many(noOwn)} people have no start of their own on file; theirs is that of the cohort.`]
      : []),
  ];
}
