// People whom one file put into one group and a later one into another, as the audit trail has it.
import type { Kysely } from 'kysely';
import { dialectOf } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';

export interface GroupChange {
  readonly person: number;
  readonly from: string;
  readonly to: string;
}

/** Of the people of these cohorts who stand in a group now; what was taken back does not count. */
export async function groupChanges(db: Kysely<Tables>, cohorts: readonly number[]): Promise<GroupChange[]> {
  const groupBefore = dialectOf(db).queryWords.jsonValue('r.before', 'study_group');
  const rows = await db
    .selectFrom('change_row as r')
    .innerJoin('enrolment as e', 'e.id', 'r.first_row')
    .innerJoin('change as c', 'c.id', 'r.change_id')
    .select(['e.person_id as person', groupBefore.as('from'), 'e.study_group as to'])
    .where('r.table_name', '=', 'enrolment')
    .where('r.op', '=', 'update')
    .where('e.cohort_id', 'in', cohorts)
    .where(groupBefore, '<>', (e) => e.ref('e.study_group'))
    .where('c.undoes', 'is', null)
    .where((e) => e.not(e.exists(e.selectFrom('change as u').select('u.id').whereRef('u.undoes', '=', 'c.id'))))
    .orderBy('e.person_id')
    .orderBy('r.id')
    .execute();
  const found = new Map<number, GroupChange>();
  for (const { person, from, to } of rows)
    if (!found.has(person)) found.set(person, { person, from: String(from), to: String(to) });
  return [...found.values()];
}
