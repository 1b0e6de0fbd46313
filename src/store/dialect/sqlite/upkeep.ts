// Whether the file is whole, and whole copies of it, by SQLite's own means.
import { sql } from 'kysely';
import type { Upkeep } from '../dialect.ts';

/** 'Mtrc' as a 32-bit big-endian number: marks a database as ours (SQLite header, offset 68). */
export const applicationId = 0x4d747263;

export const upkeep: Upkeep = {
  // Both stand in the file's header.
  version: async (db) => {
    const found = await sql<{ user_version: number }>`pragma user_version`.execute(db);
    return found.rows[0]?.user_version ?? 0;
  },
  setVersion: async (db, version) => {
    await sql`pragma application_id = ${sql.lit(applicationId)}`.execute(db);
    await sql`pragma user_version = ${sql.lit(version)}`.execute(db);
  },
  check: async (db) => {
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    const foreign = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
    return [
      ...integrity.rows.flatMap(({ integrity_check }) => (integrity_check === 'ok' ? [] : [integrity_check])),
      ...foreign.rows.map(({ table }) => `a row of ${table} refers to something that is not there`),
    ];
  },
  rewrite: async (db) => {
    await sql`vacuum`.execute(db);
  },
  copyInto: async (db, path) => {
    await sql`vacuum into ${path}`.execute(db);
  },
};
