// The people of a cohort with their answers to a survey, for a report about them.
import type { Kysely } from 'kysely';
import type { Cohort } from '../domain/records.ts';
import type { Tables } from './tables.ts';
import type { Loaded } from './loaded-outcomes.ts';
import { sha256 } from './sha256.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { categoryOf, type Dataset } from '../domain/outcomes/dataset.ts';
import { noLandmark } from '../domain/reports/clock.ts';
import type { CohortRow } from '../domain/program/cohort-days.ts';
import type { Program } from '../domain/program/program.ts';
import type { SurveyInput } from '../domain/reports/surveys/survey-input.ts';
import { enoughToCompare } from '../domain/surveys/enough-to-compare.ts';
import { ofWave } from '../domain/surveys/of-wave.ts';
import { resolveSurvey, type RawAnswers } from '../domain/surveys/resolve-survey.ts';
import { meetingDays } from './meeting-days.ts';
import { pairedPeople } from './paired-people.ts';
import { surveyAnswers, versionsOf } from './survey-answers.ts';

export interface SurveyAsked {
  readonly instrument: string;
  readonly compare?: readonly string[];
  readonly wave?: string;
  /** From how many people on a group is shown. */
  readonly least: number;
  readonly today: CivilDate;
}

type Surveyed = Pick<
  SurveyInput,
  'resolved' | 'data' | 'baselines' | 'onFile' | 'clock' | 'traits' | 'by' | 'provenance'
> & {
  readonly cohort: CohortRow;
  readonly noComparison: string | undefined;
};

/** Mentees, and whoever they are compared with. */
export async function menteesSurveyed(db: Kysely<Tables>, loaded: Loaded, asked: SurveyAsked): Promise<Surveyed> {
  const { cohort, data, people, baselines, onFile, by, landmark, pairDaysVary, others, provenance } = loaded;
  const cohorts = [cohort.id, ...(others === undefined ? [] : [others.cohort.id])];
  const { raw, resolved } = await answersOf(db, cohorts, people, asked);
  const { groups, noComparison } = enoughToCompare(data.groups, resolved, Math.max(2, asked.least), {
    others: 'others',
    wanted: asked.compare !== undefined,
  });
  return {
    cohort,
    noComparison,
    resolved,
    data: { ...data, groups },
    baselines,
    onFile,
    clock: groups.byPair && pairDaysVary && landmark === undefined ? { ...noLandmark, comparison: 'weak' } : undefined,
    traits: [{ kind: 'number', name: 'meetings', values: await meetingsOf(db, cohort.id, people) }],
    by,
    provenance: { asOf: provenance.asOf, hash: sha256([provenance.hash, ...hashesOf(raw)].join('\n')) },
  };
}

/** Both sides of every pair; nobody is compared with, and each side is shown by itself. */
export async function pairsSurveyed(
  db: Kysely<Tables>,
  cohort: Cohort,
  { groups }: Pick<Program, 'groups'>,
  asked: SurveyAsked,
): Promise<Surveyed> {
  const both = await pairedPeople(db, cohort.id);
  const people = both.map(({ person }) => person);
  const { raw, resolved } = await answersOf(db, [cohort.id], people, asked);
  const data: Dataset = {
    size: people.length,
    groups: {
      labels: ['people in pairs'],
      mentored: 1,
      codes: new Int32Array(people.length),
      cameBy: groups.cameBy,
      source: 'both sides of every pair',
      byPair: false,
    },
    mentor: new Int32Array(people.length),
    block: undefined,
    observed: [],
    statuses: [],
    covariates: new Map(),
  };
  const sides = both.map(({ side }) => (side === 'mentor' ? 'mentors' : 'mentees'));
  return {
    cohort,
    noComparison: undefined,
    resolved,
    data,
    baselines: [],
    clock: undefined,
    traits: [],
    by: categoryOf('side', sides),
    provenance: { asOf: asked.today, hash: sha256([sides.join('|'), ...hashesOf(raw)].join('\n')) },
  };
}

async function answersOf(
  db: Kysely<Tables>,
  cohorts: readonly number[],
  people: readonly number[],
  { instrument, wave }: SurveyAsked,
): Promise<{ readonly raw: readonly RawAnswers[]; readonly resolved: SurveyInput['resolved'] }> {
  const rowOf = new Map(people.map((person, row) => [person, row]));
  const all: RawAnswers[] = [];
  for (const cohort of cohorts) all.push(...(await surveyAnswers(db, cohort, instrument, rowOf)));
  const raw = ofWave(all, instrument, wave);
  return { raw, resolved: resolveSurvey(instrument, raw, await versionsOf(db, instrument)) };
}

async function meetingsOf(db: Kysely<Tables>, cohortId: number, people: readonly number[]): Promise<Float64Array> {
  const meetings = new Float64Array(people.length);
  for (const row of (await meetingDays(db, cohortId, people)).rows) meetings[row] = (meetings[row] ?? 0) + 1;
  return meetings;
}

function hashesOf(raw: readonly RawAnswers[]): string[] {
  return raw
    .map(({ wave, version, item, values }) =>
      [wave, version ?? '', item, sha256(new Uint8Array(values.buffer))].join('|'),
    )
    .sort();
}
