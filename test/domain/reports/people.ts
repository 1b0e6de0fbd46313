// Small cohorts made to order, for asking a report what it would say of them.
import {
  categoryOf,
  type Dataset,
  type Grouping,
  type Observed,
  type Status,
} from '../../../src/domain/outcomes/dataset.ts';
import type { PerformanceInput } from '../../../src/domain/reports/performance-found.ts';
import type { RetentionInput } from '../../../src/domain/reports/retention-found.ts';
import type { Measure } from '../../../src/domain/program/program.ts';

export interface Made {
  /** Group of each person: 0 mentored, 1 the comparison. */
  readonly codes: readonly number[];
  readonly labels?: readonly string[];
  readonly cameBy?: Grouping['cameBy'];
  readonly byPair?: boolean;
  /** By measure: a value a person, NaN for a gap. */
  readonly numbers?: Readonly<Record<string, readonly number[]>>;
  /** Retention at `end`, by person. */
  readonly statuses?: readonly (string | undefined)[];
  readonly mentor?: readonly number[];
}

export function made({
  codes,
  labels = ['mentored', 'not mentored'],
  cameBy = 'self-chosen',
  byPair = false,
  ...rest
}: Made): Dataset {
  const status = categoryOf('status', rest.statuses ?? []);
  return {
    size: codes.length,
    groups: { labels, mentored: 1, codes: Int32Array.from(codes), cameBy, source: 'made for a test', byPair },
    mentor: Int32Array.from(rest.mentor ?? codes.map(() => 0)),
    block: undefined,
    observed: Object.entries(rest.numbers ?? {}).map(([measure, values]): Observed => ({
      measure,
      when: '',
      values: Float64Array.from(values),
    })),
    statuses:
      rest.statuses === undefined
        ? []
        : [{ measure: 'retention', when: 'end', levels: status.levels, codes: status.codes } satisfies Status],
    covariates: new Map(),
  };
}

const provenance = { asOf: '2026-11-02', hash: '0123456789abcdef' };

export function retentionOf(data: Dataset, changes: Partial<RetentionInput> = {}): RetentionInput {
  return {
    cohort: 'fall',
    data,
    start: undefined,
    checkpoints: ['end'],
    words: new Map(),
    alone: [],
    measures: [],
    baselines: [],
    onFile: changes.baselines ?? [],
    notes: [],
    landmarkHint: '',
    strata: [],
    by: undefined,
    overlap: false,
    landmark: undefined,
    pairDaysVary: false,
    leaving: undefined,
    dose: undefined,
    minCell: 10,
    persistence: false,
    participation: 'primary',
    technical: false,
    provenance,
    ...changes,
  };
}

export function performanceOf(
  data: Dataset,
  measures: readonly Measure[] = [],
  changes: Partial<PerformanceInput> = {},
): PerformanceInput {
  return {
    cohort: 'fall',
    data,
    start: undefined,
    measures,
    baselines: [],
    onFile: changes.baselines ?? [],
    notes: [],
    landmarkHint: '',
    adjust: 'common',
    by: undefined,
    errors: undefined,
    samePeople: [],
    clock: undefined,
    flags: undefined,
    firstFlag: new Float64Array(data.size).fill(NaN),
    dose: undefined,
    minCell: 10,
    technical: false,
    participation: 'primary',
    provenance,
    ...changes,
  };
}

export function repeat<T>(n: number, value: T): T[] {
  return Array.from({ length: n }, () => value);
}
