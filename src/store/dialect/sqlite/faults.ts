// What SQLite's error codes mean.
import type { Fault } from '../dialect.ts';

/** Undefined for an error that is none of SQLite's, or none that anybody can do something about. */
export function faultOfSqlite(code: string): Fault | undefined {
  if (code === 'SQLITE_READONLY_DBMOVED') return 'replaced';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_NOTADB') return 'unreadable';
  if (code.startsWith('SQLITE_FULL')) return 'full';
  if (/^SQLITE_(READONLY|IOERR|CANTOPEN|PERM)/.test(code)) return 'not-writable';
  if (/^SQLITE_CONSTRAINT_(FOREIGNKEY|UNIQUE|PRIMARYKEY)$/.test(code)) return 'in-the-way';
  return code.startsWith('SQLITE_') ? 'other' : undefined;
}
