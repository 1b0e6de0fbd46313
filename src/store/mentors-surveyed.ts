// The mentors of a cohort with what they did and answered, for a report about them.
import type { Kysely } from 'kysely';
import type { CivilDate } from '../domain/civil-date.ts';
import { mustBeField } from '../domain/program/must-be-field.ts';
import { givenBy, measuresTaken, takenBy, categoryBy } from '../domain/reports/surveys/mentors-columns.ts';
import { sha256 } from './sha256.ts';
import type { Category, Grouping, Several } from '../domain/outcomes/dataset.ts';
import type { Program } from '../domain/program/program.ts';
import type { Given } from '../domain/reports/surveys/leadership-given.ts';
import type { Taken } from '../domain/reports/surveys/leadership-roles.ts';
import type { Provenance } from '../domain/reports/json-document.ts';
import { mentorGroups, type MentorComparison, type MentorStanding } from '../domain/surveys/mentor-groups.ts';
import { resolveSurvey, type RawAnswers, type Resolved } from '../domain/surveys/resolve-survey.ts';
import { ofWave } from '../domain/surveys/of-wave.ts';
import { enoughToCompare } from '../domain/surveys/enough-to-compare.ts';
import { cohortsAround, lastObserved, mentorMeetings, mentorsOf, othersIn } from './mentors.ts';
import { surveyAnswers, versionsOf, whoAnswered } from './survey-answers.ts';
import type { Cohort } from '../domain/records.ts';
import type { Tables } from './tables.ts';

export interface MentorsAsked {
  readonly instrument: string;
  readonly compare?: MentorComparison;
  readonly by?: string;
  readonly wave?: string;
  /** From how many people on a group is shown. */
  readonly least: number;
  readonly today: CivilDate;
}

export interface MentorsSurveyed {
  readonly cohort: Cohort;
  readonly groups: Grouping;
  readonly given: Given;
  readonly taken: readonly Taken[];
  readonly noComparison: string | undefined;
  readonly resolved: Resolved | undefined;
  readonly by: Category | Several | undefined;
  readonly provenance: Provenance;
}

export async function mentorsSurveyed(
  db: Kysely<Tables>,
  cohort: Cohort,
  program: Program,
  asked: MentorsAsked,
): Promise<MentorsSurveyed> {
  if (asked.by !== undefined) mustBeField(asked.by, program);
  const mentors = await mentorsOf(db, cohort.id);
  const answered = await whoAnswered(db, cohort.id, asked.instrument);
  const signedUp = new Map(mentors.map((mentor) => [mentor.person, mentor]));
  const people: { readonly person: number; readonly standing: MentorStanding }[] = [
    ...mentors.flatMap(({ person, paired }) => (paired ? [{ person, standing: 'mentor' as const }] : [])),
    ...mentors.flatMap(({ person, paired }) =>
      !paired && answered.has(person) ? [{ person, standing: 'unpaired' as const }] : [],
    ),
    ...(await othersIn(db, cohort.id)).flatMap((person) =>
      answered.has(person) && !signedUp.has(person) ? [{ person, standing: 'other' as const }] : [],
    ),
  ];
  const rowOf = new Map(people.map(({ person }, row) => [person, row]));
  const all = await surveyAnswers(db, cohort.id, asked.instrument, rowOf);
  const raw = ofWave(all, asked.instrument, asked.wave);
  const resolved = resolveSurvey(asked.instrument, raw, await versionsOf(db, asked.instrument));
  const standing = people.map((one) => one.standing);
  const { groups, noComparison } = enoughToCompare(
    mentorGroups(standing, asked.compare ?? 'others'),
    resolved,
    Math.max(2, asked.least),
    {
      others: asked.compare === 'unpaired' ? 'mentors without a mentee' : 'others',
      wanted: asked.compare !== undefined,
    },
  );
  const circles = program.circles !== undefined;
  const given = givenBy(await mentorMeetings(db, cohort.id, circles), rowOf, circles);
  const rows = people.map(({ person }) => signedUp.get(person));
  const last = new Map<string, ReadonlyMap<number, number | string>>();
  for (const name of measuresTaken(program)) last.set(name, await lastObserved(db, cohort.id, name));
  const taken = takenBy(program, last, await cohortsAround(db, cohort.id), rows, rowOf);
  return {
    cohort,
    groups,
    given,
    taken,
    noComparison,
    resolved,
    by: asked.by === undefined ? undefined : categoryBy(asked.by, rows),
    provenance: { asOf: asked.today, hash: hashOf(groups, raw, given, taken) },
  };
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
