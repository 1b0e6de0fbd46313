// Letter grades as points of a scale, and the marks that stand where there is no grade.

/** The scale of 4.0 that most registrars use. */
export const usualGrades: Readonly<Record<string, number>> = {
  'A+': 4,
  A: 4,
  'A-': 3.7,
  'B+': 3.3,
  B: 3,
  'B-': 2.7,
  'C+': 2.3,
  C: 2,
  'C-': 1.7,
  'D+': 1.3,
  D: 1,
  'D-': 0.7,
  F: 0,
};

/** Withdrawn, incomplete, passed, no grade, audited, in progress: none of them is worth a number of points. */
const marks = new Set(
  'W WP WF WU WD I INC IN IP P NP PS NG NR NA N/A S U SA UN CR NC AU AUD X TR T EX DEF PR Z'.split(' '),
);

export interface GradeReader {
  /** The column's letters without a worth on the scale; where there are any, nothing of the column is measured. */
  readonly unknown: readonly string[];
  /** How many different letters the scale knows. */
  readonly known: number;
  readonly points: (cell: string) => number | undefined;
}

/** `w`, `NG`: a mark where a grade would stand. */
export function isMark(cell: string): boolean {
  return marks.has(fold(cell));
}

/**
 * How the letters of a column are read; undefined where it is none of letter grades. `taught`: what each letter is worth by
 * the program file, in capitals; where that says nothing the usual scale holds.
 */
export function gradeReader(
  column: readonly string[],
  taught: Readonly<Record<string, number>>,
): GradeReader | undefined {
  const scale = Object.keys(taught).length > 0 ? taught : usualGrades;
  const letters = [...new Set(column.map(fold))].filter((cell) => !marks.has(cell) || Object.hasOwn(scale, cell));
  const known = letters.filter((cell) => Object.hasOwn(scale, cell));
  // `HD`, `E`: a letter or two with a sign, of somebody else's scale.
  const foreign = letters.filter((cell) => !known.includes(cell) && /^[A-Z]{1,2}[+-]?$/.test(cell));
  if (known.length === 0 || known.length + foreign.length < letters.length) return undefined;
  return {
    unknown: foreign,
    known: known.length,
    points: (cell) => (Object.hasOwn(scale, fold(cell)) ? scale[fold(cell)] : undefined),
  };
}

/** `A 4, B 3, C 2, D 1, F 0`, and where it may be changed. */
export function gradeScale(taught: Readonly<Record<string, number>>): string {
  const own = Object.keys(taught).length > 0;
  const plain = Object.entries(own ? taught : usualGrades).filter(([letter]) => own || /^[A-Z]$/.test(letter));
  const shown = plain.slice(0, 6).map(([letter, points]) => `${letter} ${points}`);
  return `${shown.join(', ')}; another scale stands under grades: in mentorctl.yaml`;
}

function fold(cell: string): string {
  return cell.trim().toUpperCase().replace(/[−–]/g, '-').replace(/\s+/g, '');
}
