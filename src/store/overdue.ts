// Whom the program keeps longer than it said it would: proposed, never erased by itself.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Store } from './store.ts';

export interface Overdue {
  readonly id: string;
  readonly name: string;
  /** The last day on which a cohort of theirs went on, or something was recorded of them. */
  readonly last: string;
}

/** Everybody whose last day lies before `since`, by that day. Whoever is in a cohort that goes on, or has no end, is not among them. */
export function overduePeople(store: Store, since: CivilDate): Overdue[] {
  const rows = store.rows(
    `with day (person_id, last) as (
       select e.person_id, coalesce(min(c.closed_on, c.ends), c.closed_on, c.ends, '9999') from enrolment e join cohort c on c.id = e.cohort_id
       union all select mentor_id, ended from pair where ended is not null
       union all select mentee_id, ended from pair where ended is not null
       union all select mentor_id, day from meeting union all select mentee_id, day from meeting
       union all select person_id, coalesce(reached_on, set_on) from goal
       union all select person_id, coalesce(resolved_on, raised_on) from flag)
     select p.ref, p.name, max(d.last) as last from person p join day d on d.person_id = p.id
     group by p.id having max(d.last) < ? order by 3, p.ref`,
    since,
  );
  return Array.from(rows, ([ref, name, last]) => ({ id: String(ref), name: String(name), last: String(last) }));
}

/** Cohorts that were never closed and have no end: of their people nobody can say how long they are kept. */
export function endlessCohorts(store: Store): string[] {
  const rows = store.rows('select name from cohort where closed_on is null and ends is null order by id');
  return Array.from(rows, ([name]) => String(name));
}
