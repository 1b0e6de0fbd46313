// Whom the program keeps longer than it said it would: proposed, never erased by itself.
import { sql, type Kysely } from 'kysely';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Tables } from './tables.ts';

export interface Overdue {
  readonly id: string;
  readonly name: string;
  /** The last day on which a cohort of theirs went on, or something was recorded of them. */
  readonly last: string;
}

/** Everybody whose last day lies before `since`, by that day. Whoever is in a cohort that goes on, or has no end, is not among them. */
export async function overduePeople(db: Kysely<Tables>, since: CivilDate): Promise<Overdue[]> {
  const found = await sql<Overdue>`
    with day (person_id, last) as (
      select e.person_id, coalesce(case when c.closed_on < c.ends then c.closed_on else c.ends end, c.closed_on, c.ends, '9999')
        from enrolment e join cohort c on c.id = e.cohort_id
      union all select mentor_id, ended from pair where ended is not null
      union all select mentee_id, ended from pair where ended is not null
      union all select mentor_id, day from meeting union all select mentee_id, day from meeting
      union all select person_id, coalesce(reached_on, set_on) from goal
      union all select person_id, coalesce(resolved_on, raised_on) from flag)
    select p.ref as id, p.name, max(d.last) as last from person p join day d on d.person_id = p.id
    group by p.id, p.ref, p.name having max(d.last) < ${since} order by 3, p.ref`.execute(db);
  return found.rows;
}

/** Cohorts that were never closed and have no end: of their people nobody can say how long they are kept. */
export async function endlessCohorts(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('cohort')
    .select('name')
    .where('closed_on', 'is', null)
    .where('ends', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ name }) => name);
}
