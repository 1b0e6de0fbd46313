// The 32,593 course registrations of OULAD (Kuzilek, Hlosta and Zdrahal 2017, CC BY), as columns and as a program's database.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/store.ts';

export interface Registrations {
  /** Days from registration to withdrawal, or to day 269 of the course for who stayed. */
  readonly times: Float64Array;
  readonly events: Uint8Array;
  readonly modules: readonly string[];
  readonly presentations: readonly string[];
}

/** Undefined where the public data is not beside the repository. */
export function readRegistrations(): Registrations | undefined {
  const file = resolve(import.meta.dirname, '../../../shared/data/oulad/studentRegistration.csv');
  if (!existsSync(file)) return undefined;
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').trimEnd().split(','));
  const day = (cell: string | undefined, otherwise: number): number =>
    cell === undefined || cell === '' ? otherwise : Number(cell);
  return {
    times: Float64Array.from(rows, ([, , , from, to]) => Math.max(0, day(to, 269) - day(from, 0))),
    events: Uint8Array.from(rows, (cells) => ((cells[4] ?? '') === '' ? 0 : 1)),
    modules: rows.map(([module]) => module ?? ''),
    presentations: rows.map(([, presentation]) => presentation ?? ''),
  };
}

/** Courses that begin in February against those of October, as if one were mentored: a curve each, and the log-rank test. */
export async function makeRegistrations(folder: string, found: Registrations): Promise<void> {
  const file = join(folder, 'mentorctl.db');
  const store = await openStore(file, { create: true });
  await store.close();
  writeFileSync(
    join(folder, 'mentorctl.yaml'),
    `program: Registrations
groups: { mentored: [February], comparison: [October], came-by: staff }
fields:
  module: { type: category, options: [AAA, BBB, CCC, DDD, EEE, FFF, GGG] }
measures:
  left on: { kind: number }
  enrolled at start: { kind: retention, when: start, start: true }
  enrolled at the end: { kind: retention, when: end }
reports:
  strata: [module]
  left-on: left on
`,
  );
  const db = new Database(file);
  db.pragma('synchronous = off');
  db.exec('begin');
  db.prepare(`insert into cohort (name, starts, ends) values ('all', '2013-01-01', '2014-06-30')`).run();
  const person = db.prepare('insert into person (id, ref, name) values (?, ?, ?)');
  const enrolment = db.prepare(
    `insert into enrolment (cohort_id, person_id, role, seats, status, study_group, fields)
     values (1, ?, 'mentee', 0, 'active', ?, ?)`,
  );
  const observe = db.prepare(
    'insert into observation (cohort_id, person_id, measure, observed, number, status) values (1, ?, ?, ?, ?, ?)',
  );
  found.modules.forEach((module, i) => {
    const id = i + 1;
    const left = found.events[i] === 1;
    person.run(id, `R${1e6 + id}`, `Registration ${id}`);
    const began = found.presentations[i]?.endsWith('B') === true ? 'February' : 'October';
    enrolment.run(id, began, JSON.stringify({ module }));
    observe.run(id, 'retention', 'start', null, 'stayed');
    observe.run(id, 'retention', 'end', null, left ? 'left' : 'stayed');
    if (left) observe.run(id, 'left on', '', found.times[i], null);
  });
  db.exec('commit');
  db.close();
}
