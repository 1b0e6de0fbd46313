// The mentors of a cohort with what they did and answered, for a report about them.
import { sha256 } from '../../../store/sha256.ts';
import { chooseCohort } from '../../shared/on-file.ts';
import { Failure } from '../../../domain/failure.ts';
import { categoryOf, severalOf, type Category, type Grouping, type Several } from '../../../domain/outcomes/dataset.ts';
import { bandsOf } from '../../../domain/outcomes/bands.ts';
import { someOf, trainingAndRoles } from '../../../domain/surveys/training-and-roles.ts';
import type { FieldValue, Program } from '../../../domain/program/program.ts';
import type { Given } from '../../../domain/reports/surveys/leadership-given.ts';
import type { Taken } from '../../../domain/reports/surveys/leadership-roles.ts';
import type { Provenance } from '../../../domain/reports/json-document.ts';
import { amongKnown } from '../../../domain/suggest.ts';
import { mentorGroups, type MentorComparison, type MentorStanding } from '../../../domain/surveys/mentor-groups.ts';
import { resolveSurvey, type RawAnswers, type Resolved } from '../../../domain/surveys/resolve-survey.ts';
import { ofWave } from '../../../domain/surveys/of-wave.ts';
import { enoughToCompare } from '../../../domain/surveys/enough-to-compare.ts';
import {
  cohortsAround,
  lastObserved,
  mentorMeetings,
  mentorsOf,
  othersIn,
  type MentorRow,
} from '../../../store/mentors.ts';
import type { Store } from '../../../store/store.ts';
import { surveyAnswers, versionsOf, whoAnswered } from '../../../store/survey-answers.ts';
import type { RowOf } from '../../../store/tables.ts';
import type { Context } from '../../shared/context.ts';
import { leastShown } from '../../shared/own-eyes.ts';
import { answerWords } from '../../../domain/program/answer-words.ts';

interface MentorsAsked {
  readonly cohort?: string;
  readonly instrument: string;
  readonly compare?: MentorComparison;
  readonly by?: string;
  readonly wave?: string;
  readonly forOwnEyes?: boolean;
}

export interface MentorsSurveyed {
  readonly cohort: RowOf<'cohort'>;
  readonly groups: Grouping;
  readonly given: Given;
  readonly taken: readonly Taken[];
  readonly noComparison: string | undefined;
  readonly resolved: Resolved | undefined;
  readonly by: Category | Several | undefined;
  readonly provenance: Provenance;
}

export async function loadMentors(
  store: Store,
  program: Program,
  asked: MentorsAsked,
  context: Context,
): Promise<MentorsSurveyed> {
  const cohort = await chooseCohort(store, asked.cohort, context);
  checkField(program, asked.by);
  const mentors = mentorsOf(store, cohort.id);
  const answered = whoAnswered(store, cohort.id, asked.instrument);
  const signedUp = new Map(mentors.map((mentor) => [mentor.person, mentor]));
  const people: { readonly person: number; readonly standing: MentorStanding }[] = [
    ...mentors.flatMap(({ person, paired }) => (paired ? [{ person, standing: 'mentor' as const }] : [])),
    ...mentors.flatMap(({ person, paired }) =>
      !paired && answered.has(person) ? [{ person, standing: 'unpaired' as const }] : [],
    ),
    ...othersIn(store, cohort.id).flatMap((person) =>
      answered.has(person) && !signedUp.has(person) ? [{ person, standing: 'other' as const }] : [],
    ),
  ];
  const rowOf = new Map(people.map(({ person }, row) => [person, row]));
  const all = surveyAnswers(store, cohort.id, asked.instrument, rowOf);
  const raw = ofWave(all, asked.instrument, asked.wave);
  const resolved = resolveSurvey(asked.instrument, raw, versionsOf(store, asked.instrument));
  const standing = people.map((one) => one.standing);
  const { groups, noComparison } = enoughToCompare(
    mentorGroups(standing, asked.compare ?? 'others'),
    resolved,
    Math.max(2, leastShown(asked, program)),
    {
      others: asked.compare === 'unpaired' ? 'mentors without a mentee' : 'others',
      wanted: asked.compare !== undefined,
    },
  );
  const given = givenBy(store, cohort.id, rowOf, program.circles !== undefined);
  const rows = people.map(({ person }) => signedUp.get(person));
  const taken = takenBy(store, program, cohort.id, rows, rowOf);
  return {
    cohort,
    groups,
    given,
    taken,
    noComparison,
    resolved,
    by: asked.by === undefined ? undefined : categoryBy(asked.by, rows),
    provenance: { asOf: context.today(), hash: hashOf(groups, raw, given, taken) },
  };
}

function checkField({ fields }: Program, name: string | undefined): void {
  const known = fields.map((field) => field.name);
  if (name === undefined || known.includes(name)) return;
  throw new Failure('usage', {
    code: 'unknown-field',
    message: `there is no field "${name}"`,
    hint: amongKnown(name, known),
  });
}

function givenBy(store: Store, cohortId: number, rowOf: ReadonlyMap<number, number>, circles: boolean): Given {
  const empty = (): Float64Array => new Float64Array(rowOf.size);
  const given = { meetings: empty(), minutes: empty(), timed: empty(), reflections: empty() };
  for (const [mentor, { meetings, minutes, timed, reflections }] of mentorMeetings(store, cohortId, circles)) {
    const row = rowOf.get(mentor);
    if (row === undefined) continue;
    given.meetings[row] = meetings;
    given.minutes[row] = minutes;
    given.timed[row] = timed;
    given.reflections[row] = reflections;
  }
  return { ...given, circles };
}

function takenBy(
  store: Store,
  program: Program,
  cohortId: number,
  rows: readonly (MentorRow | undefined)[],
  rowOf: ReadonlyMap<number, number>,
): Taken[] {
  const kept = trainingAndRoles(program).map(({ name, as, kind }): Taken => {
    if (as === 'field')
      return { label: name, kind, values: Float64Array.from(rows, (row) => someOf(row?.fields[name])) };
    const values = new Float64Array(rowOf.size).fill(NaN);
    for (const [person, value] of lastObserved(store, cohortId, name)) {
      const row = rowOf.get(person);
      if (row !== undefined) values[row] = someOf(value);
    }
    return { label: name, kind, values };
  });
  const around = cohortsAround(store, cohortId);
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

function categoryBy(name: string, rows: readonly (MentorRow | undefined)[]): Category | Several {
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

/** Of everything the report is made of, in the order of people's own ids. */
function hashOf(
  { labels, codes }: Grouping,
  raw: readonly RawAnswers[],
  given: Given,
  taken: readonly Taken[],
): string {
  const bytes = (values: Float64Array | Int32Array): string => sha256(new Uint8Array(values.buffer));
  const columns = raw.map(({ wave, version, item, values }) => [wave, version ?? '', item, bytes(values)].join('|'));
  return sha256(
    [
      labels.join('|'),
      bytes(codes),
      ...columns.sort(),
      ...[given.meetings, given.minutes, given.timed, given.reflections].map(bytes),
      ...taken.map(({ label, values }) => `${label}|${bytes(values)}`),
    ].join('\n'),
  );
}
