// A cohort's people and observations as columns, read row by row: what reports on outcomes start from.
import type { Kysely } from 'kysely';
import { categoryOf, severalOf, type Covariate } from '../domain/outcomes/dataset.ts';
import type { Outcomes } from '../domain/outcomes/outcomes.ts';
import type { FieldValue } from '../domain/program/program.ts';
import { observedColumns, type HandedColumns } from './observed-columns.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { answerWords } from '../domain/program/answer-words.ts';

/** Of people: so many stand in memory as the database has them. */
const rowsAtOnce = 1000;

export interface OutcomesQuery {
  readonly cohortId: number;
  /** Further cohorts that are taken together with it. */
  readonly pooled?: readonly number[];
  /** Fields to read, as answers. */
  readonly fields: readonly string[];
  /** By cohort, the own ones first: pairs begun after this day do not make anybody mentored. */
  readonly landmarks: readonly (string | undefined)[];
  /** The other cohort's people, compared with. */
  readonly elsewhere?: number;
}

/** People in order of their own id, whatever order they came in; mentors only where they are mentees too. No column is handed yet. */
export async function readOutcomes(
  store: Store,
  { cohortId, pooled = [], fields, landmarks, elsewhere }: OutcomesQuery,
): Promise<Outcomes & HandedColumns> {
  const { db } = store;
  const own = [cohortId, ...pooled];
  const cohorts = elsewhere === undefined ? own : [...own, elsewhere];
  const rowOf = new Map<number, number>();
  const [label, joined, cohortOf, answers]: [(string | undefined)[], number[], number[], (FieldValue | undefined)[][]] =
    [[], [], [], fields.map(() => [])];
  const repeated = new Set<number>();
  for (const [index, cohort] of cohorts.entries()) {
    const people = db
      .selectFrom('enrolment as e')
      .innerJoin('person as p', 'p.id', 'e.person_id')
      .select(['e.person_id as person', 'e.role', 'e.study_group as group', 'e.fields'])
      .where('e.cohort_id', '=', cohort)
      .where('e.role', '<>', 'mentor')
      .orderBy('p.ref')
      .orderBy('e.role')
      .stream(rowsAtOnce);
    for await (const { person, role, group, fields: text } of people) {
      // Somebody known in several cohorts counts in the first; a mentee's line comes before one of no role.
      const before = rowOf.get(person);
      if (before !== undefined) {
        if (cohortOf[before] !== index && index < own.length) repeated.add(person);
        continue;
      }
      rowOf.set(person, label.length);
      label.push(group ?? undefined);
      joined.push(role === 'mentee' ? 1 : 0);
      cohortOf.push(index);
      const values = fields.length === 0 ? {} : (JSON.parse(text) as Record<string, FieldValue>);
      fields.forEach((name, index) => answers[index]?.push(values[name]));
    }
  }
  const size = label.length;
  const mentor = new Int32Array(size);
  const paired = new Uint8Array(size);
  const pairedOn = new Array<string | undefined>(size).fill(undefined);
  for (const [index, cohort] of own.entries()) {
    const landmark = landmarks[index];
    const pairs = await db
      .selectFrom('pair')
      .select(['mentee_id', 'mentor_id', 'started'])
      .where('cohort_id', '=', cohort)
      .where('status', 'in', ['active', 'ended'])
      .orderBy('started')
      .orderBy('id')
      .execute();
    for (const { mentee_id, mentor_id, started } of pairs) {
      const row = rowOf.get(mentee_id);
      if (row === undefined || cohortOf[row] !== index || pairedOn[row] !== undefined) continue;
      pairedOn[row] = started;
      if (landmark !== undefined && started > landmark) continue;
      paired[row] = 1;
      mentor[row] = mentor_id;
    }
  }
  const { lot, block } = await lots(db, own, rowOf, cohortOf);
  return {
    size,
    people: [...rowOf.keys()],
    standing: {
      label,
      joined: Uint8Array.from(joined),
      paired,
      lot,
      elsewhere: Uint8Array.from(cohortOf, (index) => (index < own.length ? 0 : 1)),
    },
    cohortOf: Uint8Array.from(cohortOf),
    again: repeated.size,
    mentor,
    block,
    pairedOn,
    ...(await observedColumns(db, cohorts, rowOf, cohortOf)),
    fields: new Map(fields.map((name, index) => [name, covariateOf(name, answers[index] ?? [])])),
    several: new Map(
      fields.flatMap((name, index) => {
        const found = severalOf(name, answers[index] ?? []);
        return found === undefined ? [] : [[name, found]];
      }),
    ),
  };
}

/** Draws that placed everybody compare nobody and are passed over. */
async function lots(
  db: Kysely<Tables>,
  cohorts: readonly number[],
  rowOf: ReadonlyMap<number, number>,
  cohortOf: readonly number[],
): Promise<{ lot: Int8Array; block: (string | undefined)[] | undefined }> {
  const lot = new Int8Array(rowOf.size).fill(-1);
  const block = new Array<string | undefined>(rowOf.size).fill(undefined);
  for (const [index, cohort] of cohorts.entries()) {
    const drawn = await db
      .selectFrom('lottery_draw as d')
      .innerJoin('lottery as l', 'l.id', 'd.lottery_id')
      .select(['d.person_id', 'd.drawn', 'd.lottery_id', 'd.stratum'])
      .where('l.cohort_id', '=', cohort)
      .where((e) =>
        e.exists(
          e
            .selectFrom('lottery_draw as o')
            .select('o.id')
            .whereRef('o.lottery_id', '=', 'd.lottery_id')
            .whereRef('o.stratum', '=', 'd.stratum')
            .whereRef('o.drawn', '<>', 'd.drawn'),
        ),
      )
      .execute();
    for (const { person_id, drawn: won, lottery_id, stratum } of drawn) {
      const row = rowOf.get(person_id);
      if (row === undefined || cohortOf[row] !== index) continue;
      lot[row] = won;
      block[row] = `${lottery_id}: ${stratum}`;
    }
  }
  return { lot, block: new Set(block.filter((word) => word !== undefined)).size > 1 ? block : undefined };
}

function covariateOf(name: string, answers: readonly (FieldValue | undefined)[]): Covariate {
  if (answers.some((value) => typeof value === 'number'))
    return {
      kind: 'number',
      name,
      values: Float64Array.from(answers, (value) => (typeof value === 'number' ? value : NaN)),
    };
  return categoryOf(
    name,
    answers.map((value) => (value === undefined ? undefined : answerWords(value))),
  );
}
