// What is read of a cohort, before anything is decided of it: people by row, their standing, what was observed of them.
import type { Standing } from './assign-groups.ts';
import type { Covariate, Observed, Several, Status } from './dataset.ts';

/** Which columns a report is handed, by their measures. */
export interface ColumnsWanted {
  readonly numbers: 'all' | ReadonlySet<string>;
  readonly statuses: 'all' | ReadonlySet<string>;
}

export interface ObservedColumns {
  /** By measure and time. To use values that were not handed is a fault of ours, and thrown. */
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
  /** One line a column used so far: its measure, its time and a hash of its values. */
  readonly digests: () => string[];
}

export interface Outcomes extends ObservedColumns {
  readonly size: number;
  /** Numbers of the people, by row. */
  readonly people: readonly number[];
  readonly standing: Standing;
  /** By person: index of their cohort, the own one 0, then those pooled with it, then the one compared with. */
  readonly cohortOf: Uint8Array;
  /** People of several of the cohorts: each counts in the first of theirs alone. */
  readonly again: number;
  readonly mentor: Int32Array;
  readonly block: readonly (string | undefined)[] | undefined;
  readonly fields: ReadonlyMap<string, Covariate>;
  /** Fields of which people gave several answers, by name. */
  readonly several: ReadonlyMap<string, Several>;
  /** First day on which each person had a pair, where they had one. */
  readonly pairedOn: readonly (string | undefined)[];
}
