// A program of any size as a database: people, their mentors, and what was observed of them over many measures and waves.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { normal, seededChance, type Chance } from '../../src/domain/chance.ts';
import { openStore } from '../../src/store/store.ts';

export interface LongPlan {
  /** Mentees; the first half of them have a mentor. */
  readonly people: number;
  /** Who share those mentees evenly; they are people of their own. */
  readonly mentors: number;
  readonly measures: number;
  readonly waves: number;
  /** Share of the observations that were never made. */
  readonly gaps: number;
  readonly seed: number;
}

/** Of every four measures three are numbers and one is yes or no. */
const isYesNo = (measure: number): boolean => measure % 4 === 3;
const nameOf = (measure: number): string =>
  `${isYesNo(measure) ? 'passed' : 'score'} ${String(measure + 1).padStart(2, '0')}`;

/** Writes `program.db` and `mentorctl.yaml` into the folder; the same plan and seed give the same observations. */
export async function makeLongDatabase(folder: string, plan: LongPlan): Promise<{ readonly observations: number }> {
  const file = join(folder, 'mentorctl.db');
  const store = await openStore(file, { create: true });
  await store.close();
  writeFileSync(join(folder, 'mentorctl.yaml'), programText(plan));
  const db = new Database(file);
  db.pragma('synchronous = off');
  db.pragma('journal_mode = memory');
  db.pragma('cache_size = -262144');
  const chance = seededChance(plan.seed);
  db.exec('begin');
  db.prepare(
    `insert into cohort (name, starts, ends, match_by) values ('fall', '2025-09-01', '2026-08-31', '2025-09-30')`,
  ).run();
  people(db, plan, chance);
  const observations = retention(db, plan, chance) + waves(db, plan, chance);
  db.exec('commit');
  db.close();
  return { observations };
}

function programText({ measures }: LongPlan): string {
  const lines = Array.from(
    { length: measures },
    (_, measure) =>
      `  ${nameOf(measure)}: { kind: ${isYesNo(measure) ? 'yes-no' : 'number'}${measure === 0 ? ', primary: true' : ''} }`,
  );
  return `program: Peer mentoring at scale
groups: { came-by: staff }
fields:
  entry score: { type: number }
  age: { type: number }
  campus: { type: category, options: [East, North, South, West] }
measures:
${lines.join('\n')}
  left on: { kind: number }
  enrolled at start: { kind: retention, when: fall, start: true }
  enrolled in spring: { kind: retention, when: spring }
  enrolled next fall: { kind: retention, when: next fall }
reports:
  adjust-for: [entry score, age, campus]
  left-on: left on
`;
}

function people(db: Database.Database, { people, mentors }: LongPlan, chance: Chance): void {
  const person = db.prepare('insert into person (id, ref, name) values (?, ?, ?)');
  const enrolment = db.prepare(
    `insert into enrolment (cohort_id, person_id, role, seats, status, fields) values (1, ?, ?, ?, 'active', ?)`,
  );
  const pair = db.prepare(
    `insert into pair (cohort_id, mentor_id, mentee_id, status, started, never_again) values (1, ?, ?, 'active', '2025-09-15', 0)`,
  );
  const campuses = ['East', 'North', 'South', 'West'];
  for (let id = 1; id <= people + mentors; id++) {
    person.run(id, `S${1e6 + id}`, `Person ${id}`);
    const fields = {
      'entry score': Math.round(600 + 80 * normal(chance)) / 10,
      age: 18 + Math.floor(6 * chance()),
      campus: campuses[Math.floor(4 * chance())],
    };
    const mentor = id > people;
    enrolment.run(id, mentor ? 'mentor' : 'mentee', mentor ? 3 : 0, JSON.stringify(fields));
  }
  for (let id = 1; id <= people / 2; id++) pair.run(people + 1 + (id % mentors), id);
}

const insertInto =
  'insert into observation (cohort_id, person_id, measure, observed, number, status) values (1, ?, ?, ?, ?, ?)';

function retention(db: Database.Database, { people }: LongPlan, chance: Chance): number {
  const observe = db.prepare(insertInto);
  let written = 0;
  for (let id = 1; id <= people; id++) {
    const leaves = Math.ceil(-Math.log(1 - chance()) * 1500);
    observe.run(id, 'retention', 'fall', null, 'stayed');
    observe.run(id, 'retention', 'next fall', null, leaves < 365 ? 'left' : 'stayed');
    observe.run(id, 'retention', 'spring', null, leaves < 140 ? 'left' : 'stayed');
    written += 3;
    if (leaves > 365) continue;
    observe.run(id, 'left on', '', leaves, null);
    written++;
  }
  return written;
}

/** Scores share what the person and the mentor are like; nothing depends on having one. */
function waves(db: Database.Database, { people, mentors, measures, waves, gaps }: LongPlan, chance: Chance): number {
  const observe = db.prepare(insertInto);
  const level = Float64Array.from({ length: people + 1 }, () => normal(chance));
  const luck = Float64Array.from({ length: mentors }, () => 0.3 * normal(chance));
  let written = 0;
  for (let wave = 1; wave <= waves; wave++) {
    for (let id = 1; id <= people; id++) {
      const shared = level[id]! + (id <= people / 2 ? luck[id % mentors]! : 0.3 * normal(chance));
      for (let measure = 0; measure < measures; measure++) {
        const drawn = shared + (chance() + chance() + chance() - 1.5) * 2;
        if (chance() < gaps) continue;
        const value = isYesNo(measure) ? Number(drawn > -0.5) : Math.round(500 + 100 * drawn) / 10;
        observe.run(id, nameOf(measure), `wave ${wave}`, value, null);
        written++;
      }
    }
  }
  return written;
}
