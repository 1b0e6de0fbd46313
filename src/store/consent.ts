// Who may not be counted or told, by what they said themselves; and the tables as they are without them.
import { sql, type Kysely } from 'kysely';
import type { ConsentPlan, LeftOut } from '../domain/program/keeping.ts';
import { dialectOf } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';

export interface WithoutConsent {
  readonly declined: ReadonlySet<number>;
  /** Who said neither yes nor no, where the program file takes that for a no. */
  readonly unknown: ReadonlySet<number>;
}

/** By number, over all cohorts: one no outweighs every yes, wherever it was said. Nobody where the program file asks for no consent. */
export async function withoutConsent(
  db: Kysely<Tables>,
  plan: ConsentPlan | undefined,
  what: 'counted' | 'told',
): Promise<WithoutConsent> {
  const name = plan?.[what];
  if (plan === undefined || name === undefined) return { declined: new Set(), unknown: new Set() };
  const all = everybodyIn(db);
  const answer = dialectOf(db).queryWords.jsonValue('fields', name);
  const said = new Map<number, boolean>();
  const note = (person: number, yes: boolean): void => {
    said.set(person, yes && said.get(person) !== false);
  };
  const answers = all
    .selectFrom('enrolment')
    .select(['person_id', answer.as('answer')])
    .where(answer, 'is not', null);
  for await (const { person_id, answer: yes } of answers.stream(1000)) note(person_id, yes === 1);
  const observed = await all
    .selectFrom('observation')
    .select(['person_id', 'number'])
    .where('measure', '=', name)
    .where('number', 'is not', null)
    .execute();
  for (const { person_id, number } of observed) note(person_id, number === 1);
  const everybody = (await all.selectFrom('person').select('id').execute()).map(({ id }) => id);
  return {
    declined: new Set(everybody.filter((person) => said.get(person) === false)),
    unknown: new Set(plan.unknown === 'yes' ? [] : everybody.filter((person) => !said.has(person))),
  };
}

/** How many of them have a part in the cohorts; `role: mentee`: other than that of a mentor. */
export async function leftOutIn(
  db: Kysely<Tables>,
  { declined, unknown }: WithoutConsent,
  cohorts: readonly number[],
  role: 'mentee' | 'any',
): Promise<LeftOut> {
  if (declined.size + unknown.size === 0) return { declined: 0, unknown: 0 };
  let asked = everybodyIn(db)
    .selectFrom('enrolment')
    .select('person_id')
    .distinct()
    .where(dialectOf(db).queryWords.within('cohort_id', cohorts));
  if (role === 'mentee') asked = asked.where('role', '<>', 'mentor');
  const there = (await asked.execute()).map(({ person_id }) => person_id);
  const among = (people: ReadonlySet<number>): number => there.filter((person) => people.has(person)).length;
  return { declined: among(declined), unknown: among(unknown) };
}

/** The tables as they are, whoever is left out by `leaveOut`. */
export function everybodyIn(db: Kysely<Tables>): Kysely<Tables> {
  return db.withSchema(dialectOf(db).queryWords.tables);
}

const out = '(select person_id from left_out)';

/**
 * What is still read of each table. A pair stays where its mentor is left out: the mentee had one, whoever it was, and would else pass
 * for somebody without.
 */
const stays = {
  person: `id not in ${out}`,
  enrolment: `person_id not in ${out}`,
  pair: `mentee_id not in ${out}`,
  meeting: `mentee_id not in ${out}`,
  observation: `person_id not in ${out}`,
  survey_answer: `person_id not in ${out}`,
  goal: `person_id not in ${out}`,
  flag: `person_id not in ${out}`,
  preference: `person_id not in ${out} and other_id not in ${out}`,
  stated_score: `mentee_id not in ${out} and mentor_id not in ${out}`,
  ruling: `mentee_id not in ${out} and mentor_id not in ${out}`,
  lottery_draw: `person_id not in ${out}`,
} as const;

/**
 * From here on this connection reads the tables without these people: of temporary views that stand before the tables. Nothing is
 * written to the database. `named`: rows that name a mentor among them are left out, too. What must see everybody asks `everybodyIn`.
 */
export async function leaveOut(
  db: Kysely<Tables>,
  people: Iterable<number>,
  { named }: { readonly named: boolean },
): Promise<void> {
  const { bulkRows, queryWords } = dialectOf(db);
  await bulkRows.listLeftOut(db, people);
  for (const [table, condition] of Object.entries(stays)) {
    const both = named && (table === 'pair' || table === 'meeting') ? ` and mentor_id not in ${out}` : '';
    const whole = sql.id(queryWords.tables, table);
    await sql`create temp view ${sql.id(table)} as select * from ${whole} where ${sql.raw(condition + both)}`.execute(
      db,
    );
  }
}

/** Takes them out of a copy. Who was the mentor of somebody that stays is left as a number without a part in any cohort. */
export async function deleteLeftOut(db: Kysely<Tables>, people: Iterable<number>): Promise<void> {
  await dialectOf(db).bulkRows.listLeftOut(db, people);
  for (const [table, condition] of Object.entries(stays))
    if (table !== 'person') await sql`delete from ${sql.id(table)} where not (${sql.raw(condition)})`.execute(db);
  await sql`delete from person where id in ${sql.raw(out)} and id not in
    (select mentor_id from pair union select mentor_id from meeting)`.execute(db);
}
