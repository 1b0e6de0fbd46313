// A cohort's people and observations as columns, read row by row: what reports on outcomes start from.
import { categoryOf, severalOf, type Covariate } from '../domain/outcomes/dataset.ts';
import type { Outcomes } from '../domain/outcomes/outcomes.ts';
import type { FieldValue } from '../domain/program/program.ts';
import { observedColumns } from './observed-columns.ts';
import type { Store } from './store.ts';
import { answerWords } from '../domain/program/answer-words.ts';

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

/** People in order of their own id, whatever order they came in; mentors only where they are mentees too. */
export function readOutcomes(
  store: Store,
  { cohortId, pooled = [], fields, landmarks, elsewhere }: OutcomesQuery,
): Outcomes {
  const own = [cohortId, ...pooled];
  const cohorts = elsewhere === undefined ? own : [...own, elsewhere];
  const rowOf = new Map<number, number>();
  const [label, joined, cohortOf, answers]: [(string | undefined)[], number[], number[], (FieldValue | undefined)[][]] =
    [[], [], [], fields.map(() => [])];
  const repeated = new Set<number>();
  for (const [index, cohort] of cohorts.entries()) {
    const people = store.rows(
      `select e.person_id, e.role, e.study_group, e.fields from enrolment e join person p on p.id = e.person_id
       where e.cohort_id = ? and e.role <> 'mentor' order by p.ref, e.role`,
      cohort,
    );
    for (const [person, role, group, text] of people) {
      // Somebody known in several cohorts counts in the first; a mentee's line comes before one of no role.
      const before = rowOf.get(Number(person));
      if (before !== undefined) {
        if (cohortOf[before] !== index && index < own.length) repeated.add(Number(person));
        continue;
      }
      rowOf.set(Number(person), label.length);
      label.push(group === null || group === undefined ? undefined : String(group));
      joined.push(role === 'mentee' ? 1 : 0);
      cohortOf.push(index);
      const values = fields.length === 0 ? {} : (JSON.parse(String(text)) as Record<string, FieldValue>);
      fields.forEach((name, index) => answers[index]?.push(values[name]));
    }
  }
  const size = label.length;
  const mentor = new Int32Array(size);
  const paired = new Uint8Array(size);
  const pairedOn = new Array<string | undefined>(size).fill(undefined);
  for (const [index, cohort] of own.entries()) {
    const landmark = landmarks[index];
    const pairs = store.rows(
      `select mentee_id, mentor_id, started from pair where cohort_id = ? and status in ('active', 'ended') order by started, id`,
      cohort,
    );
    for (const [mentee, ownMentor, started] of pairs) {
      const row = rowOf.get(Number(mentee));
      if (row === undefined || cohortOf[row] !== index || pairedOn[row] !== undefined) continue;
      pairedOn[row] = String(started);
      if (landmark !== undefined && String(started) > landmark) continue;
      paired[row] = 1;
      mentor[row] = Number(ownMentor);
    }
  }
  const { lot, block } = lots(store, own, rowOf, cohortOf);
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
    ...observedColumns(store, cohorts, rowOf, cohortOf),
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
function lots(
  store: Store,
  cohorts: readonly number[],
  rowOf: ReadonlyMap<number, number>,
  cohortOf: readonly number[],
): { lot: Int8Array; block: (string | undefined)[] | undefined } {
  const lot = new Int8Array(rowOf.size).fill(-1);
  const block = new Array<string | undefined>(rowOf.size).fill(undefined);
  for (const [index, cohort] of cohorts.entries()) {
    const drawn = store.rows(
      `select d.person_id, d.drawn, d.lottery_id, d.stratum from lottery_draw d join lottery l on l.id = d.lottery_id
     where l.cohort_id = ? and exists (select 1 from lottery_draw o where o.lottery_id = d.lottery_id and o.stratum = d.stratum and o.drawn <> d.drawn)`,
      cohort,
    );
    for (const [person, won, lottery, stratum] of drawn) {
      const row = rowOf.get(Number(person));
      if (row === undefined || cohortOf[row] !== index) continue;
      lot[row] = Number(won);
      block[row] = `${lottery ?? ''}: ${stratum ?? ''}`;
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
