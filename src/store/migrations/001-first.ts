// The first shape of the database. Frozen: later shapes are later migrations.
import type { Kysely } from 'kysely';
import { sql, type CreateTableBuilder } from 'kysely';
import { dialectOf } from '../dialect/dialect.ts';

type Columns = (table: CreateTableBuilder<string, 'id'>) => CreateTableBuilder<string, string>;

export async function first(db: Kysely<never>): Promise<void> {
  const { among, caseless, day, finishTable, identity, instant, json } = dialectOf(db).schemaWords;
  const make = async (name: string, columns: Columns): Promise<void> => {
    const table = db.schema.createTable(name).addColumn('id', 'integer', identity);
    await finishTable(columns(table)).execute();
  };

  await make('cohort', (t) =>
    t
      .addColumn('name', 'text', (c) => caseless(c.notNull()).unique())
      .addColumn('starts', 'text', (c) => c.check(day('starts')))
      .addColumn('ends', 'text', (c) => c.check(day('ends')))
      .addColumn('match_by', 'text', (c) => c.check(day('match_by')))
      .addColumn('closed_on', 'text', (c) => c.check(day('closed_on'))),
  );
  await make('person', (t) =>
    t
      .addColumn('ref', 'text', (c) => c.notNull().unique())
      .addColumn('email', 'text', (c) => caseless(c).unique())
      .addColumn('name', 'text', (c) => c.notNull()),
  );
  await make('enrolment', (t) =>
    inCohort(t)
      .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
      .addColumn('role', 'text', (c) => c.notNull().check(among('role', ['mentor', 'mentee', 'none'])))
      .addColumn('seats', 'integer', (c) => c.notNull().check(sql`seats between 0 and 100000`))
      .addColumn('status', 'text', (c) => c.notNull().check(among('status', ['active', 'withdrawn'])))
      .addColumn('study_group', 'text')
      .addColumn('fields', 'text', (c) => c.notNull().check(json('fields')))
      .addUniqueConstraint('enrolment_once', ['cohort_id', 'person_id', 'role']),
  );
  await make('batch', (t) =>
    t
      .addColumn('at', 'text', (c) => c.notNull().check(instant('at')))
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('cohort_id', 'integer', (c) => c.references('cohort.id'))
      .addColumn('reading', 'text', (c) => c.notNull().check(json('reading')))
      .addColumn('counts', 'text', (c) => c.notNull().check(json('counts'))),
  );
  await make('run', (t) =>
    inCohort(t)
      .addColumn('at', 'text', (c) => c.notNull().check(instant('at')))
      .addColumn('status', 'text', (c) => c.notNull().check(among('status', ['draft', 'accepted', 'discarded'])))
      .addColumn('program_text', 'text', (c) => c.notNull())
      .addColumn('program_hash', 'text', (c) => c.notNull())
      .addColumn('roster_hash', 'text', (c) => c.notNull())
      .addColumn('seed', 'integer', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('objective', 'text', (c) => c.notNull().check(json('objective')))
      .addColumn('certificate', 'text', (c) => c.notNull().check(json('certificate')))
      .addColumn('snapshot', 'text', (c) => c.notNull().check(json('snapshot'))),
  );
  await make('run_pair', (t) =>
    between(t.addColumn('run_id', 'integer', (c) => c.notNull().references('run.id')))
      .addColumn('score', 'integer', (c) => c.notNull().check(sql`score between 0 and 1000`))
      .addColumn('parts', 'text', (c) => c.notNull().check(json('parts')))
      .addUniqueConstraint('run_pair_once', ['run_id', 'mentee_id', 'mentor_id']),
  );
  await make('run_unmatched', (t) =>
    t
      .addColumn('run_id', 'integer', (c) => c.notNull().references('run.id'))
      .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
      .addColumn('reason', 'text', (c) => c.notNull().check(json('reason')))
      .addUniqueConstraint('run_unmatched_once', ['run_id', 'person_id']),
  );
  await make('pair', (t) =>
    between(inCohort(t))
      .addColumn('run_id', 'integer', (c) => c.references('run.id'))
      .addColumn('score', 'integer', (c) => c.check(sql`score between 0 and 1000`))
      .addColumn('status', 'text', (c) => c.notNull().check(among('status', ['active', 'ended', 'declined', 'void'])))
      .addColumn('started', 'text', (c) => c.notNull().check(day('started')))
      .addColumn('ended', 'text', (c) => c.check(day('ended')))
      .addColumn('reason', 'text')
      .addColumn('ended_by', 'text')
      .addColumn('never_again', 'integer', (c) => c.notNull().check(sql`never_again in (0, 1)`)),
  );
  await sql`create unique index pair_active_once on pair (cohort_id, mentor_id, mentee_id) where status = 'active'`.execute(
    db,
  );
  await make('ruling', (t) =>
    between(t.addColumn('cohort_id', 'integer', (c) => c.references('cohort.id')))
      .addColumn('kind', 'text', (c) => c.notNull().check(among('kind', ['pin', 'block'])))
      .addColumn('note', 'text'),
  );
  // Another id or address of a person, kept when two records turned out to be one human being.
  await make('alias', (t) =>
    t
      .addColumn('ref', 'text', (c) => c.notNull().unique())
      .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id')),
  );
  await make('preference', (t) =>
    ofPerson(t)
      .addColumn('other_id', 'integer', (c) => c.notNull().references('person.id'))
      .addColumn('choice', 'integer', (c) => c.notNull().check(sql`choice between 1 and 1000`))
      .addUniqueConstraint('preference_once', ['cohort_id', 'person_id', 'other_id']),
  );
  await make('stated_score', (t) =>
    between(inCohort(t))
      .addColumn('score', 'real', (c) => c.notNull())
      .addUniqueConstraint('stated_score_once', ['cohort_id', 'mentor_id', 'mentee_id']),
  );
  await make('lottery', (t) =>
    inCohort(t)
      .addColumn('at', 'text', (c) => c.notNull().check(instant('at')))
      .addColumn('places', 'integer', (c) => c.notNull().check(sql`places >= 0`))
      .addColumn('seed', 'integer', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('strata', 'text', (c) => c.notNull().check(json('strata'))),
  );
  await make('lottery_draw', (t) =>
    t
      .addColumn('lottery_id', 'integer', (c) => c.notNull().references('lottery.id'))
      .addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'))
      .addColumn('ref', 'text', (c) => c.notNull())
      .addColumn('stratum', 'text', (c) => c.notNull())
      .addColumn('drawn', 'integer', (c) => c.notNull().check(sql`drawn in (0, 1)`))
      .addUniqueConstraint('lottery_draw_once', ['lottery_id', 'person_id']),
  );
  await make('meeting', (t) =>
    between(inCohort(t))
      .addColumn('day', 'text', (c) => c.notNull().check(day('day')))
      .addColumn('minutes', 'integer', (c) => c.check(sql`minutes between 0 and 1440`))
      .addColumn('mode', 'text')
      .addColumn('topic', 'text')
      .addColumn('notes', 'text')
      .addColumn('reflection', 'text'),
  );
  await make('observation', (t) =>
    ofPerson(t)
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('observed', 'text', (c) => c.notNull())
      .addColumn('number', 'real')
      .addColumn('status', 'text')
      .addCheckConstraint('observation_has_a_value', sql`(number is null) <> (status is null)`)
      // The person first: it also answers who has any, for merging and forgetting.
      .addUniqueConstraint('observation_once', ['person_id', 'cohort_id', 'measure', 'observed']),
  );
  // Reports read one measure at one time after another, out of these alone.
  for (const value of ['number', 'status'])
    await sql`create index ${sql.ref(`observation_${value}`)} on observation
      (cohort_id, measure, observed, person_id, ${sql.ref(value)}) where ${sql.ref(value)} is not null`.execute(db);
  await make('survey_answer', (t) =>
    ofPerson(t)
      .addColumn('instrument', 'text', (c) => c.notNull())
      .addColumn('wave', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('answer', 'real', (c) => c.notNull())
      .addColumn('version', 'text')
      .addUniqueConstraint('survey_answer_once', ['cohort_id', 'person_id', 'instrument', 'wave', 'item']),
  );
  await make('instrument', (t) =>
    t
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('version', 'text', (c) => c.notNull())
      .addColumn('definition', 'text', (c) => c.notNull().check(json('definition'))),
  );
  await make('goal', (t) =>
    ofPerson(t)
      .addColumn('goal', 'text', (c) => c.notNull())
      .addColumn('set_on', 'text', (c) => c.notNull().check(day('set_on')))
      .addColumn('reached_on', 'text', (c) => c.check(day('reached_on')))
      .addUniqueConstraint('goal_once', ['cohort_id', 'person_id', 'goal', 'set_on']),
  );
  await make('flag', (t) =>
    ofPerson(t)
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('raised_on', 'text', (c) => c.notNull().check(day('raised_on')))
      .addColumn('raised_by', 'text')
      .addColumn('resolved_on', 'text', (c) => c.check(day('resolved_on')))
      .addColumn('resolution', 'text')
      .addUniqueConstraint('flag_once', ['cohort_id', 'person_id', 'about', 'raised_on']),
  );
  await make('change', (t) =>
    t
      .addColumn('at', 'text', (c) => c.notNull().check(instant('at')))
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('command', 'text', (c) => c.notNull())
      .addColumn('undoes', 'integer', (c) => c.references('change.id')),
  );
  await make('change_row', (t) =>
    t
      .addColumn('change_id', 'integer', (c) => c.notNull().references('change.id'))
      .addColumn('table_name', 'text', (c) => c.notNull())
      .addColumn('op', 'text', (c) => c.notNull().check(among('op', ['insert', 'update', 'delete'])))
      .addColumn('first_row', 'integer', (c) => c.notNull())
      .addColumn('last_row', 'integer', (c) => c.notNull())
      .addColumn('before', 'text', (c) => c.check(json('before')))
      .addColumn('after', 'text', (c) => c.check(json('after'))),
  );
  await make('fact', (t) =>
    t.addColumn('key', 'text', (c) => c.notNull().unique()).addColumn('value', 'text', (c) => c.notNull()),
  );

  for (const [name, table, columns] of [
    ['enrolment_person', 'enrolment', ['person_id']],
    ['pair_mentee', 'pair', ['mentee_id']],
    ['pair_mentor', 'pair', ['mentor_id']],
    ['meeting_pair', 'meeting', ['cohort_id', 'mentor_id', 'mentee_id', 'day']],
    ['change_row_change', 'change_row', ['change_id']],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
  }
}

function inCohort<C extends string>(table: CreateTableBuilder<string, C>): CreateTableBuilder<string, C | 'cohort_id'> {
  return table.addColumn('cohort_id', 'integer', (c) => c.notNull().references('cohort.id'));
}

function between<C extends string>(
  table: CreateTableBuilder<string, C>,
): CreateTableBuilder<string, C | 'mentor_id' | 'mentee_id'> {
  return table
    .addColumn('mentor_id', 'integer', (c) => c.notNull().references('person.id'))
    .addColumn('mentee_id', 'integer', (c) => c.notNull().references('person.id'))
    .addCheckConstraint('two_people', sql`mentor_id <> mentee_id`);
}

function ofPerson<C extends string>(
  table: CreateTableBuilder<string, C>,
): CreateTableBuilder<string, C | 'cohort_id' | 'person_id'> {
  return inCohort(table).addColumn('person_id', 'integer', (c) => c.notNull().references('person.id'));
}
