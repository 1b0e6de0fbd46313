// What each engine of databases says in its own way: one interface a concept. A folder beside this file holds those of one engine,
// in files of the same names. Everything here is awaited, or is a piece of a query that is.
import type {
  ColumnDefinitionBuilder,
  CreateTableBuilder,
  DialectAdapter,
  Kysely,
  QueryExecutor,
  RawBuilder,
  SqlBool,
} from 'kysely';
import type { PackedColumn } from '../packed-column.ts';
import type { Tables } from '../tables.ts';

export interface Dialect {
  readonly schemaWords: SchemaWords;
  readonly queryWords: QueryWords;
  readonly locks: Locks;
  readonly catalogue: Catalogue;
  readonly bulkRows: BulkRows;
  readonly observedValues: ObservedValues;
  readonly upkeep: Upkeep;
}

/** Columns and checks of the tables, for migrations. */
export interface SchemaWords {
  /** Integer identity, never reused: a deleted person's number must not come back as somebody else's. */
  readonly identity: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** What stands after the last column. */
  readonly finishTable: <T extends string, C extends string>(
    table: CreateTableBuilder<T, C>,
  ) => CreateTableBuilder<T, C>;
  /** Text compared without case: cohort names, e-mail addresses. */
  readonly caseless: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** A calendar day `YYYY-MM-DD`, checked by the database. */
  readonly day: (name: string) => RawBuilder<boolean>;
  /** A UTC instant `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly instant: (name: string) => RawBuilder<boolean>;
  /** A text that is JSON, checked by the database. */
  readonly json: (name: string) => RawBuilder<boolean>;
  /** One of some words, checked by the database. */
  readonly among: (name: string, words: readonly string[]) => RawBuilder<boolean>;
}

/** Pieces of queries. */
export interface QueryWords {
  /** `column in (...)` for a list of any length: one bound variable. */
  readonly within: (column: string, values: readonly (string | number)[]) => RawBuilder<SqlBool>;
  /** What a column of JSON holds under a key: a number or text as it is, true as 1; null where nothing is. */
  readonly jsonValue: (column: string, key: string) => RawBuilder<string | number | null>;
  /** Whether a column holds these letters, in any case as far as the engine knows of case. */
  readonly holds: (column: string, letters: string) => RawBuilder<SqlBool>;
  /** The schema that the tables stand in; temporary views of the same names may stand before them. */
  readonly tables: string;
}

export interface Locks {
  /** Takes the write lock at once, so that a second writer waits instead of failing half-way. */
  readonly begin: RawBuilder<unknown>;
  readonly commit: RawBuilder<unknown>;
  readonly rollback: RawBuilder<unknown>;
  /** Before much is written. */
  readonly roomToWrite: RawBuilder<unknown>;
  /** References are checked when the transaction ends, not row by row. */
  readonly checkReferencesLast: RawBuilder<unknown>;
}

export interface ColumnName {
  readonly table: string;
  readonly column: string;
}

/** What there is in the database. */
export interface Catalogue {
  /** In the order of their names. */
  readonly tables: (db: Kysely<Tables>) => Promise<string[]>;
  readonly columnsOf: (db: Kysely<Tables>, table: string) => Promise<string[]>;
  /** Every column of every table that points at a person. */
  readonly personColumns: (db: Kysely<Tables>) => Promise<ColumnName[]>;
  /** Every column of every table of ours that holds text. */
  readonly textColumns: (db: Kysely<Tables>) => Promise<ColumnName[]>;
  /** The highest number that a change was ever given, whether it still stands or not. */
  readonly lastChangeGiven: (db: Kysely<Tables>) => Promise<number>;
}

/** What a cell of the database can hold. */
export type StoredCell = string | number | null;

/** Numbers from `first` to `last`, all of which an insert was given. */
export interface IdRun {
  readonly first: number;
  readonly last: number;
}

/** Rows by the hundred thousand. Called with the handle that the transaction has. */
export interface BulkRows {
  /**
   * Inserts rows whose cells stand by position; the array of a row may be used again for the next. Gives the numbers that the
   * database gave them, in the order of the rows. Refuses NaN and infinities, which an engine may store as NULL without a word.
   */
  readonly insert: (
    db: Kysely<Tables>,
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly StoredCell[]>,
  ) => Promise<IdRun[]>;
  /** Some rows at a time, in the order of their numbers, their cells in the order of `columns`. */
  readonly read: (
    db: Kysely<Tables>,
    table: string,
    columns: readonly string[],
  ) => AsyncIterable<readonly (readonly StoredCell[])[]>;
  /** SHA-256 of all rows of a table in the order of their numbers; null where they are more than `most`. */
  readonly sumOf: (db: Kysely<Tables>, table: string, most: number) => Promise<string | null>;
  /** Keeps a list of people in the table `left_out (person_id)` for as long as the connection is open. */
  readonly listLeftOut: (db: Kysely<Tables>, people: Iterable<number>) => Promise<void>;
}

/** Whose columns they are. */
export interface PeopleByRow {
  /** How many. */
  readonly size: number;
  /** By cohort: the row of everybody who counts in it, by number; -1 for nobody. */
  readonly cohorts: readonly { readonly cohort: number; readonly rowOf: Int32Array }[];
}

/** One measure at one time. */
export interface Series {
  readonly measure: string;
  readonly when: string;
}

/** Observations by the million, which are never made rows of. */
export interface ObservedValues {
  /** A column each, in this order. */
  readonly numbers: (db: Kysely<Tables>, people: PeopleByRow, series: readonly Series[]) => AsyncIterable<PackedColumn>;
  /** The words in their order, and by row the place of each person's among them; -1 where there is none. */
  readonly words: (
    db: Kysely<Tables>,
    people: PeopleByRow,
    series: Series,
  ) => Promise<{ readonly levels: readonly string[]; readonly codes: Int32Array }>;
  /** Takes everybody out of `left` of whom there is a number, or a word. */
  readonly strikeMeasured: (
    db: Kysely<Tables>,
    left: Set<number>,
    of: Series & { readonly cohort: number; readonly value: 'number' | 'status' },
  ) => Promise<void>;
}

export interface Upkeep {
  /** Of the shape of the tables; 0 where there are none yet. */
  readonly version: (db: Kysely<Tables>) => Promise<number>;
  readonly setVersion: (db: Kysely<Tables>, version: number) => Promise<void>;
  /** What is wrong with the database as such, one sentence each; empty when it is sound. */
  readonly check: (db: Kysely<Tables>) => Promise<string[]>;
  /** Writes it anew: what was deleted is gone from free pages, too. Outside of a transaction. */
  readonly rewrite: (db: Kysely<Tables>) => Promise<void>;
  /** A sound copy of the whole, taken while others may read, into an empty file. */
  readonly copyInto: (db: Kysely<Tables>, path: string) => Promise<void>;
}

/** Kysely knows its adapter from any handle, also inside a transaction: so does whoever has one know the engine. */
export interface AdapterOfOurs extends DialectAdapter {
  readonly dialect: Dialect;
}

export function dialectOf(db: { getExecutor(): QueryExecutor }): Dialect {
  return (db.getExecutor().adapter as AdapterOfOurs).dialect;
}

/**
 * What an error of the engine's says. `unreadable`: no database, or another key than it was encrypted with. `in-the-way`: a row that
 * others refer to, or one of a name that is taken.
 */
export type Fault = 'replaced' | 'busy' | 'damaged' | 'unreadable' | 'full' | 'not-writable' | 'in-the-way' | 'other';
