// Flags and goals alike: opened on a day about somebody, closed on a later one.
import type { Kysely } from 'kysely';
import type { OpenEnd, OpenEndKind } from '../domain/engagement/open-ends.ts';
import type { RowOf, Tables } from './tables.ts';
import type { Writer } from './transact.ts';

/** In order of their numbers; of this cohort where it is said. */
export async function openEnds(db: Kysely<Tables>, kind: OpenEndKind, cohortId?: number): Promise<OpenEnd[]> {
  const flags = kind === 'flag' ? await db.selectFrom('flag').selectAll().orderBy('id').execute() : [];
  const goals = kind === 'goal' ? await db.selectFrom('goal').selectAll().orderBy('id').execute() : [];
  return [...flags.map(ofFlag), ...goals.map(ofGoal)].flatMap(({ cohort, ...one }) =>
    cohortId === undefined || cohort === cohortId ? [one] : [],
  );
}

/** Closes it, or corrects how it was closed. `day`: YYYY-MM-DD; `how`: null where nothing new is said. */
export async function closeOpenEnd(
  writer: Writer,
  kind: OpenEndKind,
  { number, how: before }: OpenEnd,
  day: string,
  how: string | null,
): Promise<void> {
  if (kind === 'goal') await writer.update('goal', number, { reached_on: day });
  else await writer.update('flag', number, { resolved_on: day, resolution: how ?? before });
}

function ofFlag(row: RowOf<'flag'>): OpenEnd & { readonly cohort: number } {
  const { id, cohort_id, person_id, about, raised_on, raised_by, resolved_on, resolution } = row;
  const on = { opened: raised_on, by: raised_by, closed: resolved_on, how: resolution };
  return { number: id, cohort: cohort_id, person: person_id, text: about, ...on };
}

function ofGoal({ id, cohort_id, person_id, goal, set_on, reached_on }: RowOf<'goal'>): OpenEnd & {
  readonly cohort: number;
} {
  const on = { opened: set_on, by: null, closed: reached_on, how: null };
  return { number: id, cohort: cohort_id, person: person_id, text: goal, ...on };
}
