// The tables as Kysely sees them. Names are singular; days are `YYYY-MM-DD`, instants UTC text, booleans 0/1, JSON is text.
import type { Generated, Selectable } from 'kysely';

interface CohortTable {
  readonly id: Generated<number>;
  name: string;
  starts: string | null;
  ends: string | null;
  match_by: string | null;
  closed_on: string | null;
}

interface PersonTable {
  readonly id: Generated<number>;
  /** The admin's own id, zeros kept; the e-mail where there is no id. */
  ref: string;
  email: string | null;
  name: string;
}

/** A person in a cohort, in one role. `none`: known from a registrar's extract, not taking part. */
interface EnrolmentTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  role: 'mentor' | 'mentee' | 'none';
  seats: number;
  status: 'active' | 'withdrawn';
  /** Study arm or yes/no label, as the file had it. */
  study_group: string | null;
  /** FieldValues as JSON. */
  fields: string;
}

/** One file that came in, with what was decided about it. */
interface BatchTable {
  readonly id: Generated<number>;
  at: string;
  file: string;
  sha256: string;
  kind: string;
  cohort_id: number | null;
  reading: string;
  counts: string;
}

interface RunTable {
  readonly id: Generated<number>;
  cohort_id: number;
  at: string;
  status: 'draft' | 'accepted' | 'discarded';
  program_text: string;
  program_hash: string;
  roster_hash: string;
  seed: number;
  version: string;
  /** {objective, placed, total, floor} */
  objective: string;
  certificate: string;
  /** What the solver saw: people, seats, fields, rulings; enough to solve again elsewhere. */
  snapshot: string;
}

interface RunPairTable {
  readonly id: Generated<number>;
  run_id: number;
  mentor_id: number;
  mentee_id: number;
  score: number;
  parts: string;
}

interface RunUnmatchedTable {
  readonly id: Generated<number>;
  run_id: number;
  person_id: number;
  reason: string;
}

interface PairTable {
  readonly id: Generated<number>;
  cohort_id: number;
  mentor_id: number;
  mentee_id: number;
  run_id: number | null;
  score: number | null;
  status: 'active' | 'ended' | 'declined' | 'void';
  started: string;
  ended: string | null;
  reason: string | null;
  ended_by: string | null;
  never_again: number;
}

/** A coordinator's word on two people: `pin` puts them together, `block` keeps them apart. Null cohort: in every cohort. */
interface RulingTable {
  readonly id: Generated<number>;
  cohort_id: number | null;
  mentor_id: number;
  mentee_id: number;
  kind: 'pin' | 'block';
  note: string | null;
}

/** Another id or address of a person, kept when two records turned out to be one human being. */
interface AliasTable {
  readonly id: Generated<number>;
  ref: string;
  person_id: number;
}

/** `person_id` names `other_id` as choice 1, 2, ... */
interface PreferenceTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  other_id: number;
  choice: number;
}

/** The admin's own score of two people, in the admin's own unit. */
interface StatedScoreTable {
  readonly id: Generated<number>;
  cohort_id: number;
  mentor_id: number;
  mentee_id: number;
  score: number;
}

interface LotteryTable {
  readonly id: Generated<number>;
  cohort_id: number;
  at: string;
  places: number;
  seed: number;
  version: string;
  /** Names of the fields that made the strata, as a JSON list. */
  strata: string;
}

interface LotteryDrawTable {
  readonly id: Generated<number>;
  lottery_id: number;
  person_id: number;
  /** The id they entered under: the draw hangs on it, and a person's id may change later. */
  ref: string;
  stratum: string;
  drawn: number;
}

interface MeetingTable {
  readonly id: Generated<number>;
  cohort_id: number;
  mentor_id: number;
  mentee_id: number;
  day: string;
  minutes: number | null;
  mode: string | null;
  topic: string | null;
  notes: string | null;
  reflection: string | null;
}

/** (person, measure, when) -> a number (yes/no as 1/0) or a status word. */
interface ObservationTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  measure: string;
  observed: string;
  number: number | null;
  status: string | null;
}

interface SurveyAnswerTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  instrument: string;
  wave: string;
  item: string;
  answer: number;
  /** Of the instrument, where it is one of the admin's own; null where nothing is known of it. */
  version: string | null;
}

/** A version of an instrument of the admin's own; the newest of a name is in use. */
interface InstrumentTable {
  readonly id: Generated<number>;
  name: string;
  version: string;
  /** Instrument as JSON. */
  definition: string;
}

interface GoalTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  goal: string;
  set_on: string;
  reached_on: string | null;
}

interface FlagTable {
  readonly id: Generated<number>;
  cohort_id: number;
  person_id: number;
  about: string;
  raised_on: string;
  raised_by: string | null;
  resolved_on: string | null;
  /** What was done about it. */
  resolution: string | null;
}

/** The audit trail: one row a command that changed something. */
interface ChangeTable {
  readonly id: Generated<number>;
  at: string;
  who: string;
  command: string;
  /** The change that this one took back. */
  undoes: number | null;
  /** Sums of the tables it touched, its digest and its seal: see trail.ts. Null until it is sealed. */
  sums: Generated<string | null>;
  digest: Generated<string | null>;
  seal: Generated<string | null>;
}

/**
 * What a change did to rows. An insert names ids that it was given, in runs without a gap (`first_row`..`last_row`: all of them
 * are its own, so that whoever takes it back takes nobody else's), and needs no images: the rows are
 * there, or a later change holds them. Updates and deletes keep the row before; updates also the row after.
 */
interface ChangeRowTable {
  readonly id: Generated<number>;
  change_id: number;
  table_name: string;
  op: 'insert' | 'update' | 'delete';
  first_row: number;
  last_row: number;
  before: string | null;
  after: string | null;
}

/** Small facts about the database itself, e.g. the hash of the rules last proposed. */
interface FactTable {
  readonly id: Generated<number>;
  key: string;
  value: string;
}

export interface Tables {
  cohort: CohortTable;
  person: PersonTable;
  enrolment: EnrolmentTable;
  batch: BatchTable;
  run: RunTable;
  run_pair: RunPairTable;
  run_unmatched: RunUnmatchedTable;
  pair: PairTable;
  ruling: RulingTable;
  alias: AliasTable;
  preference: PreferenceTable;
  stated_score: StatedScoreTable;
  lottery: LotteryTable;
  lottery_draw: LotteryDrawTable;
  meeting: MeetingTable;
  observation: ObservationTable;
  survey_answer: SurveyAnswerTable;
  instrument: InstrumentTable;
  goal: GoalTable;
  flag: FlagTable;
  change: ChangeTable;
  change_row: ChangeRowTable;
  fact: FactTable;
}

export type RowOf<T extends keyof Tables> = Selectable<Tables[T]>;
