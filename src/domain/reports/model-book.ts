// The models of a report, with what they have in common worked out once: who is in them, what is allowed for, who shares a mentor.
import { completeRows, designColumns } from '../outcomes/design-columns.ts';
import { fewestMentors, mentorClusters } from '../outcomes/mentor-clusters.ts';
import type { Covariate, Dataset } from '../outcomes/dataset.ts';
import { NotEstimable, type Column } from '../statistics/models/orthogonalize.ts';
import { shareDesign, type SharedDesign, type SharedFit } from '../statistics/models/shared-design.ts';

export interface ModelBook {
  /** 1 for the people of whom all that is allowed for is known. */
  readonly complete: Uint8Array;
  /** Mentors share their mentees' luck, so errors are by mentor, with the degrees of freedom that `fit` gives. */
  readonly clustered: boolean;
  /** Names of what is allowed for. */
  readonly allowed: readonly string[];
  /** There is nothing to fit, whatever the outcome. */
  readonly empty: boolean;
  /** Undefined where this outcome's people want a model of their own. */
  readonly fit: (values: Float64Array) => SharedFit | undefined;
}

/** `of`: groups that are in it, by index; those mentored get an indicator `in LABEL` each. `errors`: stated, or by mentor or HC2. */
export function modelBook(
  data: Dataset,
  counts: Uint8Array,
  of: readonly number[],
  covariates: readonly Covariate[],
  errors: 'HC1' | 'HC2' | 'HC3' | undefined,
): ModelBook {
  const { groups, mentor, size } = data;
  const { codes, labels, mentored } = groups;
  const isIn = labels.map((_, group) => of.includes(group));
  const rows = completeRows(
    codes.map((_, row) => row).filter((row) => counts[row] === 1 && isIn[codes[row] ?? -1] === true),
    covariates,
  );
  const complete = new Uint8Array(size);
  for (const row of rows) complete[row] = 1;
  const cluster = mentorClusters(rows, data);
  const columns = designColumns(rows, covariates);
  const indicators = of.flatMap((group): Column[] =>
    group >= mentored
      ? []
      : [
          {
            name: `in ${labels[group] ?? ''}`,
            values: Float64Array.from(rows, (row) => (codes[row] === group ? 1 : 0)),
          },
        ],
  );
  const byMentor = cluster !== undefined;
  const make = (): SharedDesign | undefined => {
    // A group with nobody in it, or one that everybody is in, is no matter for a model of all.
    if (indicators.some(({ values }) => !(values as Float64Array).includes(1))) return undefined;
    try {
      return shareDesign(
        {
          columns: [...indicators, ...columns],
          targets: indicators.map(({ name }) => name),
          errors: byMentor ? { cluster } : (errors ?? 'HC2'),
        },
        rows.length,
      );
    } catch (error) {
      if (error instanceof NotEstimable) return undefined;
      throw error;
    }
  };
  let design: SharedDesign | undefined;
  let tried = false;
  const y = new Float64Array(rows.length);
  const alone = (row: number): boolean => (mentor[row] ?? 0) === 0 && (codes[row] ?? -1) < mentored;
  const shares = sharing(rows.map((row) => (alone(row) ? -1 : (mentor[row] ?? 0))));
  return {
    complete,
    clustered: byMentor,
    allowed: [...new Set(columns.map((column) => column.of))],
    empty: columns.length === 0 && cluster === undefined,
    fit: (values) => {
      for (let i = 0; i < y.length; i++) y[i] = values[rows[i] ?? -1] ?? NaN;
      // Whether mentors share anything is asked of the people who are known.
      if (byMentor && !shares(y)) return undefined;
      if (!tried) design = make();
      tried = true;
      return design?.fit(y);
    },
  };
}

/** The same as mentorClusters asks, quickly: of those of whom `y` is known. By person the mentor, 0: not mentored, -1: no mentor on file. */
function sharing(mentors: Int32Array): (y: Float64Array) => boolean {
  const dense = new Map<number, number>([[0, 0]]);
  const codes = mentors.map((mentor) => {
    if (mentor < 0) return mentor;
    const code = dense.get(mentor) ?? dense.size;
    dense.set(mentor, code);
    return code;
  });
  const mentees = new Int32Array(dense.size);
  return (y) => {
    mentees.fill(0);
    let [some, most] = [0, 0];
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] ?? 0;
      if (code === 0 || Number.isNaN(y[i])) continue;
      if (code < 0) some++;
      else mentees[code] = (mentees[code] ?? 0) + 1;
    }
    for (const n of mentees) {
      if (n > 0) some++;
      if (n > most) most = n;
    }
    return some >= fewestMentors && most >= 2;
  };
}
