// Who may not be counted or told, by what they said themselves; and the tables as they are without them.
import { sql } from 'kysely';
import type { ConsentPlan, LeftOut } from '../domain/program/keeping.ts';
import type { Store } from './store.ts';

export interface WithoutConsent {
  readonly declined: ReadonlySet<number>;
  /** Who said neither yes nor no, where the program file takes that for a no. */
  readonly unknown: ReadonlySet<number>;
}

/** By number, over all cohorts: one no outweighs every yes, wherever it was said. Nobody where the program file asks for no consent. */
export function withoutConsent(store: Store, plan: ConsentPlan | undefined, what: 'counted' | 'told'): WithoutConsent {
  const name = plan?.[what];
  if (plan === undefined || name === undefined) return { declined: new Set(), unknown: new Set() };
  const path = `$.${JSON.stringify(name)}`;
  const said = new Map<number, boolean>();
  const answers = store.rows(
    `select person_id, fields ->> ? from main.enrolment where fields ->> ? is not null
     union all select person_id, number from main.observation where measure = ? and number is not null`,
    path,
    path,
    name,
  );
  for (const [person, yes] of answers) said.set(Number(person), yes === 1 && said.get(Number(person)) !== false);
  const everybody = Array.from(store.rows('select id from main.person'), ([id]) => Number(id));
  return {
    declined: new Set(everybody.filter((person) => said.get(person) === false)),
    unknown: new Set(plan.unknown === 'yes' ? [] : everybody.filter((person) => !said.has(person))),
  };
}

/** How many of them have a part in the cohorts; `role: mentee`: other than that of a mentor. */
export function leftOutIn(
  store: Store,
  { declined, unknown }: WithoutConsent,
  cohorts: readonly number[],
  role: 'mentee' | 'any',
): LeftOut {
  const there = Array.from(
    store.rows(
      `select distinct person_id from main.enrolment
       where cohort_id in (select value from json_each(?)) and (role <> 'mentor' or ? = 'any')`,
      JSON.stringify(cohorts),
      role,
    ),
    ([person]) => Number(person),
  );
  const among = (people: ReadonlySet<number>): number => there.filter((person) => people.has(person)).length;
  return { declined: among(declined), unknown: among(unknown) };
}

const out = '(select person_id from temp.left_out)';

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
 * written to the file. `named`: rows that name a mentor among them are left out, too. What must see everybody asks `main`.
 */
export async function leaveOut(
  store: Store,
  people: Iterable<number>,
  { named }: { readonly named: boolean },
): Promise<void> {
  await listLeftOut(store, people);
  for (const [table, condition] of Object.entries(stays)) {
    const both = named && (table === 'pair' || table === 'meeting') ? ` and mentor_id not in ${out}` : '';
    await sql
      .raw(`create temp view "${table}" as select * from main."${table}" where ${condition}${both}`)
      .execute(store.db);
  }
}

/** Takes them out of a copy. Who was the mentor of somebody that stays is left as a number without a part in any cohort. */
export async function deleteLeftOut(store: Store, people: Iterable<number>): Promise<void> {
  await listLeftOut(store, people);
  for (const [table, condition] of Object.entries(stays))
    if (table !== 'person') await sql.raw(`delete from main."${table}" where not (${condition})`).execute(store.db);
  await sql`delete from person where id in ${sql.raw(out)} and id not in
    (select mentor_id from pair union select mentor_id from meeting)`.execute(store.db);
}

async function listLeftOut(store: Store, people: Iterable<number>): Promise<void> {
  await sql`create temp table left_out (person_id integer primary key)`.execute(store.db);
  const add = store.inserter('insert or ignore into temp.left_out values (?)');
  for (const person of people) add([person]);
}
