// Cohorts by name, and who is in them.
import type { Kysely } from 'kysely';
import { whyNoCohortName } from '../domain/cohort-name.ts';
import { Failure } from '../domain/failure.ts';
import type { CohortPlan } from '../domain/program/program.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** By its name; capitals do not make another cohort of it. */
export async function findCohort(db: Kysely<Tables>, name: string): Promise<RowOf<'cohort'> | undefined> {
  const wanted = name.trim().toLowerCase();
  const cohorts = await listCohorts(db);
  return cohorts.find((one) => one.name === name) ?? cohorts.find((one) => one.name.toLowerCase() === wanted);
}

/** In the order they were made. */
export async function listCohorts(db: Kysely<Tables>): Promise<RowOf<'cohort'>[]> {
  return db.selectFrom('cohort').selectAll().orderBy('id').execute();
}

/** The cohort's number, made if it is new; dates of the plan are written where the cohort has none. */
export async function ensureCohort(writer: Writer, plan: CohortPlan): Promise<number> {
  const found = await findCohort(writer.db, plan.name);
  const dates = { starts: plan.starts ?? null, ends: plan.ends ?? null, match_by: plan.matchBy ?? null };
  if (found === undefined) {
    const why = whyNoCohortName(plan.name);
    if (why !== undefined)
      throw new Failure('usage', {
        code: 'bad-cohort-name',
        message: `"${plan.name}": ${why}`,
        hint: 'Call it after the term or year it is of, e.g. fall-2026.',
      });
    const [id = 0] = await writer.insert('cohort', [{ name: plan.name, ...dates, closed_on: null }]);
    return id;
  }
  const news = Object.fromEntries(
    Object.entries(dates).filter(([key, day]) => day !== null && day !== found[key as keyof typeof dates]),
  );
  if (Object.keys(news).length > 0) await writer.update('cohort', found.id, news);
  return found.id;
}

/** Mentors, mentees and others of every cohort, counted. */
export async function cohortSizes(db: Kysely<Tables>): Promise<{ cohort_id: number; role: string; people: number }[]> {
  return db
    .selectFrom('enrolment')
    .where('status', '=', 'active')
    .select(['cohort_id', 'role'])
    .select((e) => e.fn.countAll<number>().as('people'))
    .groupBy(['cohort_id', 'role'])
    .execute();
}
