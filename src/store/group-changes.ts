// People whom one file put into one group and a later one into another, as the audit trail has it.
import type { Store } from './store.ts';

export interface GroupChange {
  readonly person: number;
  readonly from: string;
  readonly to: string;
}

/** Of the people of these cohorts who stand in a group now; what was taken back does not count. */
export function groupChanges(store: Store, cohorts: readonly number[]): GroupChange[] {
  const some = cohorts.map(() => '?').join(', ');
  const rows = store.rows(
    `select e.person_id, json_extract(r.before, '$.study_group'), e.study_group
     from change_row r join enrolment e on e.id = r.first_row join change c on c.id = r.change_id
     where r.table_name = 'enrolment' and r.op = 'update' and e.cohort_id in (${some})
       and json_extract(r.before, '$.study_group') <> e.study_group
       and c.undoes is null and not exists (select 1 from change u where u.undoes = c.id)
     order by e.person_id, r.rowid`,
    ...cohorts,
  );
  const found = new Map<number, GroupChange>();
  for (const [person, from, to] of rows)
    if (!found.has(Number(person)))
      found.set(Number(person), { person: Number(person), from: String(from), to: String(to) });
  return [...found.values()];
}
