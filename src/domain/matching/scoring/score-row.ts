// The loops over one mentee's row of scores: a whole row at once, or only the mentors who are open to her.
import { BARRED, TOP_SCORE } from '../assignment-types.ts';
import { listBits, lowest } from './bits.ts';
import type { ClassPoints as Both, CriterionPoints } from './criterion-points.ts';

type ClassPoints = Pick<Both, 'mentorClass' | 'mentorClasses' | 'pointsFor'>;

/** Writes rows of scores. `open`: the mentors nothing bars, as bits, `count` of them. */
export type RowWriter = (mentee: number, row: Uint16Array, open: Uint32Array, count: number) => void;

/** Without criteria every open pair fits equally, and fully. */
export function rowWriter(criteria: readonly CriterionPoints[], mentors: number): RowWriter {
  const classed = criteria.flatMap(({ byClass }) => byClass ?? []);
  const whole = criteria.length > 0 && classed.length === criteria.length;
  const groups = whole ? joinedUp(classed, mentors) : [];
  const listed = new Int32Array(mentors);
  return (mentee, row, open, count) => {
    if (whole && 2 * count >= mentors) {
      sumPoints(groups, mentee, row);
      if (count < mentors) barOthers(row, open);
      return;
    }
    row.fill(BARRED);
    listBits(open, listed);
    for (let k = 0; k < count; k++) row[listed[k]!] = criteria.length === 0 ? TOP_SCORE : 0;
    for (const each of criteria) addPoints(each, mentee, { row, listed, count });
  };
}

function barOthers(row: Uint16Array, open: Uint32Array): void {
  for (let word = 0; word < open.length; word++)
    for (let left = ~open[word]!; left !== 0; left &= left - 1) {
      const j = 32 * word + lowest(left);
      if (j < row.length) row[j] = BARRED;
    }
}

interface Listed {
  readonly row: Uint16Array;
  readonly listed: Int32Array;
  readonly count: number;
}

function addPoints({ byClass, pointsOf }: CriterionPoints, mentee: number, { row, listed, count }: Listed): void {
  if (byClass === undefined) {
    for (let k = 0; k < count; k++) row[listed[k]!]! += pointsOf(mentee, listed[k]!);
    return;
  }
  const points = byClass.pointsFor(mentee);
  const { mentorClass } = byClass;
  for (let k = 0; k < count; k++) {
    const j = listed[k]!;
    row[j] = row[j]! + points[mentorClass[j]!]!;
  }
}

/** A whole row, two lookups a pass. */
function sumPoints(groups: readonly ClassPoints[], mentee: number, row: Uint16Array): void {
  for (let g = 0; g < groups.length; g += 2) {
    const [a, b] = [groups[g]!, groups[g + 1]];
    const points = a.pointsFor(mentee);
    if (b === undefined) addOne(row, g > 0, a.mentorClass, points);
    else addTwo(row, g > 0, [a.mentorClass, b.mentorClass], [points, b.pointsFor(mentee)]);
  }
}

function addOne(row: Uint16Array, keep: boolean, a: Int32Array, p: Uint16Array): void {
  if (keep) for (let j = 0; j < row.length; j++) row[j]! += p[a[j]!]!;
  else for (let j = 0; j < row.length; j++) row[j] = p[a[j]!]!;
}

function addTwo(
  row: Uint16Array,
  keep: boolean,
  [a, b]: readonly [Int32Array, Int32Array],
  [p, q]: readonly [Uint16Array, Uint16Array],
): void {
  if (keep) for (let j = 0; j < row.length; j++) row[j]! += p[a[j]!]! + q[b[j]!]!;
  else for (let j = 0; j < row.length; j++) row[j] = p[a[j]!]! + q[b[j]!]!;
}

/** Criteria with few classes of mentors are added up by class, once a mentee, and looked up as one. */
function joinedUp(criteria: readonly ClassPoints[], mentors: number): readonly ClassPoints[] {
  const groups: ClassPoints[] = [];
  for (const one of [...criteria].sort((a, b) => a.mentorClasses - b.mentorClasses)) {
    const last = groups.at(-1);
    const both = last === undefined ? undefined : joined(last, one, mentors / 16);
    if (both !== undefined) groups.pop();
    groups.push(both ?? one);
  }
  return groups;
}

/** Both together, by joint class; undefined where there are more than `most`. Its points hold until it is asked again. */
function joined(a: ClassPoints, b: ClassPoints, most: number): ClassPoints | undefined {
  const seen = new Map<number, number>();
  const firsts: number[] = [];
  const mentorClass = new Int32Array(a.mentorClass.length);
  for (let j = 0; j < mentorClass.length; j++) {
    const key = a.mentorClass[j]! * b.mentorClasses + b.mentorClass[j]!;
    let k = seen.get(key);
    if (k === undefined) {
      k = firsts.length;
      if (k >= most) return undefined;
      seen.set(key, k);
      firsts.push(j);
    }
    mentorClass[j] = k;
  }
  const [ofA, ofB] = [a, b].map((one) => Int32Array.from(firsts, (j) => one.mentorClass[j]!)) as [
    Int32Array,
    Int32Array,
  ];
  const points = new Uint16Array(firsts.length);
  const pointsFor = (mentee: number): Uint16Array => {
    const [p, q] = [a.pointsFor(mentee), b.pointsFor(mentee)];
    for (let k = 0; k < points.length; k++) points[k] = p[ofA[k]!]! + q[ofB[k]!]!;
    return points;
  };
  return { mentorClass, mentorClasses: firsts.length, pointsFor };
}
