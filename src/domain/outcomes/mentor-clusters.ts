// Mentees of one mentor share that mentor's luck: whose errors go together, and where mentors are too few to know what luck is.
import type { Dataset } from './dataset.ts';

type Mentored = Pick<Dataset, 'groups' | 'mentor'>;

/** From three on CR2 errors hold, with as many degrees of freedom as there are mentors (docs/statistics.md); fewer say nothing of luck. */
export const fewestMentors = 3;

/** Labels for clusters: a person's mentor, or the person alone; undefined where nobody shares a mentor, or mentors are too few. */
export function mentorClusters(rows: Int32Array, { groups, mentor }: Mentored): Int32Array | undefined {
  const mentees = new Map<number, number>();
  let alone = 0;
  for (const row of rows) {
    const own = mentor[row] ?? 0;
    if (own > 0) mentees.set(own, (mentees.get(own) ?? 0) + 1);
    else if ((groups.codes[row] ?? groups.mentored) < groups.mentored) alone++;
  }
  const shared = [...mentees.values()].some((n) => n >= 2);
  if (!shared || mentees.size + alone < fewestMentors) return undefined;
  return rows.map((row) => ((mentor[row] ?? 0) > 0 ? (mentor[row] ?? 0) : -1 - row));
}

/** How much the mentors of a group can say of mentors' luck; who has no mentor on file counts as having one alone. */
export interface MentorLuck {
  readonly mentors: number;
  /** Mentors with as many mentees each who would say as much: (sum n)^2 / sum n^2 (Kish 1965). */
  readonly effective: number;
  /** They share mentees and are too few, or one of them has nearly all: luck cannot be told from what the program does. */
  readonly tooFew: boolean;
}

/** Of the people of a group who count in `of` (1 each) and whose value is known. */
export function mentorLuck(
  { groups: { codes }, mentor }: Mentored,
  group: number,
  of: Uint8Array,
  values?: Float64Array,
): MentorLuck {
  const { number, dense } = densely(mentor);
  const mentees = new Int32Array(number);
  let alone = 0;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== group || of[row] !== 1 || (values !== undefined && Number.isNaN(values[row]))) continue;
    const own = dense[row] ?? 0;
    if (own === 0) alone++;
    else mentees[own] = (mentees[own] ?? 0) + 1;
  }
  let [mentors, people, squares] = [alone, alone, alone];
  for (const n of mentees) {
    if (n > 0) mentors++;
    people += n;
    squares += n * n;
  }
  const effective = squares === 0 ? 0 : people ** 2 / squares;
  return { mentors, effective, tooFew: people > mentors && (mentors < fewestMentors || effective < 2) };
}

/** 1 for each person of `rows`. */
export function maskOf(rows: Int32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const row of rows) mask[row] = 1;
  return mask;
}

const kept = new WeakMap<Int32Array, { readonly number: number; readonly dense: Int32Array }>();

/** Mentors numbered without gaps, 0 for none; worked out once for all outcomes. */
function densely(mentor: Int32Array): { readonly number: number; readonly dense: Int32Array } {
  const known = kept.get(mentor);
  if (known !== undefined) return known;
  const codes = new Map<number, number>([[0, 0]]);
  const dense = mentor.map((own) => {
    const code = codes.get(own) ?? codes.size;
    codes.set(own, code);
    return code;
  });
  const made = { number: codes.size, dense };
  kept.set(mentor, made);
  return made;
}
