// Who a survey is about, and the answers that are compared: those given before with those given afterwards.
import type { Grouping } from '../outcomes/dataset.ts';
import type { SurveyWave } from './survey-wave.ts';

interface SurveyPeople {
  readonly size: number;
  /** Those the survey is about stand first; the last label is the comparison where there is one. */
  readonly groups: Grouping;
}

/** The waves a report compares. `before` and `after` are undefined where nobody was asked twice. */
export interface ComparedWaves {
  readonly before: SurveyWave | undefined;
  readonly after: SurveyWave | undefined;
  /** Asked at the end how it was at the start. */
  readonly then: SurveyWave | undefined;
  /** The only wave there is, where there is only one. */
  readonly only: SurveyWave | undefined;
}

export function comparedWaves(waves: readonly SurveyWave[]): ComparedWaves {
  const then = waves.find(({ wave }) => wave === 'then');
  const asked = waves.filter((wave) => wave !== then);
  const [first, last] = [asked[0], asked.at(-1)];
  const twice = first !== last;
  return {
    before: twice ? first : undefined,
    after: twice ? last : undefined,
    then,
    only: twice ? undefined : first,
  };
}

/** In the group the survey is about. */
export function isOwn({ groups }: SurveyPeople, row: number): boolean {
  const code = groups.codes[row] ?? -1;
  return code >= 0 && code < groups.mentored;
}

/** The values of both columns of those who have both and are asked after. */
export function pairedValues(
  first: Float64Array,
  second: Float64Array,
  wanted: (row: number) => boolean,
): { readonly first: Float64Array; readonly second: Float64Array } {
  const rows = Int32Array.from(first, (_, row) => row).filter(
    (row) => wanted(row) && !Number.isNaN(first[row] ?? NaN) && !Number.isNaN(second[row] ?? NaN),
  );
  return {
    first: Float64Array.from(rows, (row) => first[row] ?? NaN),
    second: Float64Array.from(rows, (row) => second[row] ?? NaN),
  };
}
