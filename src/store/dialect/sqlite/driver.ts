// Kysely's driver for SQLite, which hands out streamed rows one by one: here as many at a time as are asked for.
import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';

export function inParts(driver: Driver, database: Database.Database): Driver {
  const wrapped = (plain: DatabaseConnection): DatabaseConnection => ({
    executeQuery: (query) => plain.executeQuery(query),
    streamQuery: (query, size = 1) => stream(database, query, size),
  });
  return {
    init: () => driver.init(),
    acquireConnection: async () => wrapped(await driver.acquireConnection()),
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

async function* stream<R>(
  database: Database.Database,
  { sql, parameters }: CompiledQuery,
  size: number,
): AsyncIterableIterator<QueryResult<R>> {
  let rows: R[] = [];
  for (const row of database.prepare<unknown[], R>(sql).iterate(...parameters)) {
    rows.push(row);
    if (rows.length < size) continue;
    yield await Promise.resolve({ rows });
    rows = [];
  }
  if (rows.length > 0) yield { rows };
}
