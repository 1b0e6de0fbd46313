// Cohorts by name, and who is in them.
import type { Kysely } from 'kysely';
import { whyNoCohortName } from '../domain/cohort-name.ts';
import { Failure } from '../domain/failure.ts';
import type { CohortPlan } from '../domain/program/program.ts';
import type { Cohort } from '../domain/records.ts';
import { cohortOf } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** By its name; capitals do not make another cohort of it. */
export async function findCohort(db: Kysely<Tables>, name: string): Promise<Cohort | undefined> {
  const wanted = name.trim().toLowerCase();
  const cohorts = await listCohorts(db);
  return cohorts.find((one) => one.name === name) ?? cohorts.find((one) => one.name.toLowerCase() === wanted);
}

/** In the order they were made. */
export async function listCohorts(db: Kysely<Tables>): Promise<Cohort[]> {
  return (await db.selectFrom('cohort').selectAll().orderBy('id').execute()).map(cohortOf);
}

/** The cohort's number, made if it is new; dates of the plan are written where the cohort has none. */
export async function ensureCohort(writer: Writer, plan: CohortPlan): Promise<number> {
  const found = await findCohort(writer.db, plan.name);
  const dates = { starts: plan.starts ?? null, ends: plan.ends ?? null, matchBy: plan.matchBy ?? null };
  if (found === undefined) {
    const why = whyNoCohortName(plan.name);
    if (why !== undefined)
      throw new Failure('usage', {
        code: 'bad-cohort-name',
        message: `"${plan.name}": ${why}`,
        hint: 'Call it after the term or year it is of, e.g. fall-2026.',
      });
    const [id = 0] = await writer.insert('cohort', [{ name: plan.name, ...rowOf(dates), closed_on: null }]);
    return id;
  }
  const after = {
    starts: dates.starts ?? found.starts,
    ends: dates.ends ?? found.ends,
    matchBy: dates.matchBy ?? found.matchBy,
  };
  const news = (['starts', 'ends', 'matchBy'] as const).some((day) => after[day] !== found[day]);
  if (news) await writer.update('cohort', found.id, rowOf(after));
  return found.id;
}

function rowOf({ starts, ends, matchBy }: Pick<Cohort, 'starts' | 'ends' | 'matchBy'>) {
  return { starts, ends, match_by: matchBy };
}

/** It goes on no more; a day that was said before stays. */
export async function closeCohort(writer: Writer, cohort: Cohort, day: string): Promise<void> {
  if (cohort.closedOn === null) await writer.update('cohort', cohort.id, { closed_on: day });
}

/** Mentors, mentees and others of every cohort, counted. */
export async function cohortSizes(
  db: Kysely<Tables>,
): Promise<{ readonly cohortId: number; readonly role: string; readonly people: number }[]> {
  return db
    .selectFrom('enrolment')
    .where('status', '=', 'active')
    .select(['cohort_id as cohortId', 'role'])
    .select((e) => e.fn.countAll<number>().as('people'))
    .groupBy(['cohort_id', 'role'])
    .execute();
}

/** Names of cohorts with commas between them; a name with a comma in it is looked for whole first. */
export async function cohortNames(db: Kysely<Tables>, text: string): Promise<string[]> {
  const whole = await findCohort(db, text);
  if (whole !== undefined) return [whole.name];
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
