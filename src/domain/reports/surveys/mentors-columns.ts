// What mentors did and took part in, a row a person, for the report about them.
import { bandsOf } from '../../outcomes/bands.ts';
import { categoryOf, severalOf, type Category, type Several } from '../../outcomes/dataset.ts';
import { answerWords } from '../../program/answer-words.ts';
import type { FieldValue, Program } from '../../program/program.ts';
import { someOf, trainingAndRoles } from '../../surveys/training-and-roles.ts';
import type { Given } from './leadership-given.ts';
import type { Taken } from './leadership-roles.ts';

export interface MentorRow {
  /** Number of the person. */
  readonly person: number;
  /** Has, or had, a mentee in this cohort. */
  readonly paired: boolean;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Had a part as this in a cohort that came in before this one, or as a mentor in one after it. */
  readonly menteeBefore: boolean;
  readonly mentorBefore: boolean;
  readonly mentorAgain: boolean;
}

export interface MentorMeetings {
  readonly meetings: number;
  readonly minutes: number;
  /** Of the meetings, those whose length is noted. */
  readonly timed: number;
  /** Of the meetings, those the mentor wrote a reflection after. */
  readonly reflections: number;
}

/** `meetings`: by mentor. */
export function givenBy(
  meetings: ReadonlyMap<number, MentorMeetings>,
  rowOf: ReadonlyMap<number, number>,
  circles: boolean,
): Given {
  const empty = (): Float64Array => new Float64Array(rowOf.size);
  const given = { meetings: empty(), minutes: empty(), timed: empty(), reflections: empty() };
  for (const [mentor, done] of meetings) {
    const row = rowOf.get(mentor);
    if (row === undefined) continue;
    for (const name of ['meetings', 'minutes', 'timed', 'reflections'] as const) given[name][row] = done[name];
  }
  return { ...given, circles };
}

/** Measures that say which trainings and roles people took. */
export function measuresTaken(program: Program): string[] {
  return trainingAndRoles(program).flatMap(({ name, as }) => (as === 'field' ? [] : [name]));
}

/** `last`: by measure, what it last said of people; `around`: whether there are earlier and later cohorts. */
export function takenBy(
  program: Program,
  last: ReadonlyMap<string, ReadonlyMap<number, number | string>>,
  around: { readonly before: boolean; readonly after: boolean },
  rows: readonly (MentorRow | undefined)[],
  rowOf: ReadonlyMap<number, number>,
): Taken[] {
  const kept = trainingAndRoles(program).map(({ name, as, kind }): Taken => {
    if (as === 'field')
      return { label: name, kind, values: Float64Array.from(rows, (row) => someOf(row?.fields[name])) };
    const values = new Float64Array(rowOf.size).fill(NaN);
    for (const [person, value] of last.get(name) ?? []) {
      const row = rowOf.get(person);
      if (row !== undefined) values[row] = someOf(value);
    }
    return { label: name, kind, values };
  });
  const told = (label: string, does: (row: MentorRow) => boolean): Taken => ({
    label,
    kind: 'return',
    values: Float64Array.from(rows, (row) => (row === undefined ? NaN : does(row) ? 1 : 0)),
  });
  return [
    ...kept,
    ...(around.before
      ? [
          told('were mentees in an earlier cohort', ({ menteeBefore }) => menteeBefore),
          told('mentored in an earlier cohort', ({ mentorBefore }) => mentorBefore),
        ]
      : []),
    ...(around.after ? [told('mentor again in a later cohort', ({ mentorAgain }) => mentorAgain)] : []),
  ];
}

/** The answers to a field, numbers in bands. */
export function categoryBy(name: string, rows: readonly (MentorRow | undefined)[]): Category | Several {
  const answers = rows.map((row): FieldValue | undefined => row?.fields[name]);
  if (answers.some((value) => typeof value === 'number'))
    return bandsOf({
      kind: 'number',
      name,
      values: Float64Array.from(answers, (value) => (typeof value === 'number' ? value : NaN)),
    });
  return (
    severalOf(name, answers) ??
    categoryOf(
      name,
      answers.map((value) => (value === undefined ? undefined : answerWords(value))),
    )
  );
}
