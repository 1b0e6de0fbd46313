// How SQLite locks: one writer, who takes the whole file.
import { sql } from 'kysely';
import type { Locks } from '../dialect.ts';

export const locks: Locks = {
  begin: sql`begin immediate`,
  commit: sql`commit`,
  rollback: sql`rollback`,
  // A large import would otherwise push pages out to the file and fetch them back all the time. In KiB.
  roomToWrite: sql`pragma cache_size = -65536`,
  checkReferencesLast: sql`pragma defer_foreign_keys = on`,
};
