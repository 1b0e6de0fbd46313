// SQLite as the store sees it: Kysely's dialect for one connection, with all that is SQLite's own.
import type Database from 'better-sqlite3';
import { SqliteAdapter, SqliteDialect, type Dialect as KyselyDialect } from 'kysely';
import type { AdapterOfOurs } from '../dialect.ts';
import { bulkRows } from './bulk-rows.ts';
import { catalogue } from './catalogue.ts';
import { inParts } from './driver.ts';
import { locks } from './locks.ts';
import { observedValues, type OpenFile } from './observed-values.ts';
import { queryWords } from './query-words.ts';
import { schemaWords } from './schema-words.ts';
import { upkeep } from './upkeep.ts';

/** `file`: what a second thread opens. */
export function sqlite(connection: Database.Database, file: OpenFile): KyselyDialect {
  const plain = new SqliteDialect({ database: connection });
  const adapter: AdapterOfOurs = Object.assign(new SqliteAdapter(), {
    dialect: {
      schemaWords,
      queryWords,
      locks,
      catalogue,
      bulkRows: bulkRows(connection),
      observedValues: observedValues(connection, file),
      upkeep,
    },
  });
  return {
    createAdapter: () => adapter,
    createDriver: () => inParts(plain.createDriver(), connection),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createIntrospector: (db) => plain.createIntrospector(db),
  };
}
