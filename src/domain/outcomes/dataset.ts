// People and what was observed of them, as columns: a row is a person, a gap stays a gap, and no object a person is kept.
import type { CivilDate } from '../civil-date.ts';
import type { CameBy } from '../program/program.ts';

/** Answers as codes into `levels`; -1 is a gap. */
export interface Category {
  readonly kind: 'category';
  /** People are compared within it by design (cohorts, a lottery's strata): it says nothing of how alike the groups were. */
  readonly design?: true;
  readonly name: string;
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

/** Numbers; NaN is a gap. */
export interface Numbers {
  readonly kind: 'number';
  readonly name: string;
  readonly values: Float64Array;
}

/** Answers of which people can give several: by level, 1 for each who gave it. */
export interface Several {
  readonly kind: 'several';
  readonly name: string;
  readonly levels: readonly string[];
  readonly has: readonly Uint8Array[];
}

/** Something known of people at the start, to allow for or to break down by. */
export type Covariate = Category | Numbers;

/** One measure at one time: numbers (yes/no as 1/0), NaN for a gap. `when` is '' where the program has only one. */
export interface Observed {
  readonly measure: string;
  readonly when: string;
  readonly values: Float64Array;
}

/** One status at one time, e.g. a checkpoint of retention: codes into `levels`, -1 for a gap. */
export interface Status {
  readonly measure: string;
  readonly when: string;
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

/** Who is compared with whom. Labels stand mentored first; the last one is the comparison where there is one. */
export interface Grouping {
  readonly labels: readonly string[];
  readonly mentored: number;
  /** Index into `labels` by person; -1: in neither group. */
  readonly codes: Int32Array;
  readonly cameBy: CameBy;
  /** Where the knowledge of how people came into their groups is from, for the claim. */
  readonly source: string;
  /** True when having a pair made somebody mentored: then the day of pairing matters. */
  readonly byPair: boolean;
  /** The comparison is with people of another cohort, whose years were other years. */
  readonly otherCohort?: true;
}

export interface Dataset {
  readonly size: number;
  /** The first day of the cohort, where one is known for everybody. */
  readonly starts?: CivilDate;
  readonly groups: Grouping;
  /** Number of each person's mentor, 0 for none: people of one mentor are alike. */
  readonly mentor: Int32Array;
  /** The strata within which a lottery drew, where one did. */
  readonly block: Category | undefined;
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
  readonly covariates: ReadonlyMap<string, Covariate>;
  /** Several cohorts taken together: everybody is compared within their own. */
  readonly cohorts?: Category;
  /** With several cohorts: there are others with outcomes on file that are not among them. */
  readonly otherCohorts?: true;
  /** Measures that must be known of a person for any outcome to count. */
  readonly among?: readonly string[];
}

/** The label of the group that the others are compared with. */
export function comparisonOf({ labels, mentored }: Grouping): string | undefined {
  return labels[mentored];
}

/** A person's value of a category, or undefined for a gap. */
export function levelOf(
  { levels, codes }: { readonly levels: readonly string[]; readonly codes: Int32Array },
  row: number,
): string | undefined {
  return levels[codes[row] ?? -1];
}

/** Grows a category as words come in; -1 until a person has one. */
export function categoryOf(name: string, words: readonly (string | undefined)[]): Category {
  const levels = [...new Set(words.filter((word) => word !== undefined))].sort();
  const code = new Map(levels.map((level, index) => [level, index]));
  return {
    kind: 'category',
    name,
    levels,
    codes: Int32Array.from(words, (word) => (word === undefined ? -1 : (code.get(word) ?? -1))),
  };
}

/** Undefined where nobody gave a list. */
export function severalOf(name: string, answers: readonly unknown[]): Several | undefined {
  const lists = answers.map((answer) => (Array.isArray(answer) ? answer.map(String) : undefined));
  if (lists.every((list) => list === undefined)) return undefined;
  const levels = [...new Set(lists.flatMap((list) => list ?? []))].sort();
  const has = levels.map((level) => Uint8Array.from(lists, (list) => (list?.includes(level) === true ? 1 : 0)));
  return { kind: 'several', name, levels, has };
}
