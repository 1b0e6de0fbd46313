// Files that say they have the shape of a version and do not: those of the first days of 0.1, and those of other programs.
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Failure } from '../../../domain/failure.ts';
import { copyBefore, migrate, migrations } from '../../migrate.ts';
import type { Tables } from '../../tables.ts';
import { isForeign, reshape, shapeOf } from './shape.ts';
import { sqlite } from './sqlite.ts';

/** Of the tables and indexes that each migration leaves, see shapeOf. They are frozen: where one would change, another migration is needed. */
export const shapes = [
  '6d0e0f3cc9846a915a4918e08d8f7ff592c3e71e72e92aaab4da692440ad4074',
  'b960f5de7b161abb3bea30e55d3a7562b02925dede98285a2f7d7531817067f1',
] as const;

/**
 * Brings the tables of a file of ours to those of its own `version`. The first databases of version 0.1 say that they have its shape, and lack tables and columns that came before it was
 * settled: they are brought to it, after a copy. Throws Failure where that cannot be done, and for tables or triggers that
 * are none of ours; the file is then as it was.
 */
export async function settle(
  db: Kysely<Tables>,
  connection: Database.Database,
  { path, version, copies }: { readonly path: string; readonly version: number; readonly copies: boolean },
): Promise<void> {
  if (isSettled(connection)) return;
  const wanted = new Database(':memory:');
  try {
    const fresh = new Kysely<Tables>({ dialect: sqlite(wanted, { path: ':memory:', key: undefined }) });
    await migrate(fresh, { path: ':memory:', from: 0, steps: migrations.slice(0, version) });
    if (isForeign(connection, wanted))
      throw new Failure('bad-data', {
        code: 'foreign-database',
        message: 'this is a database of another program',
        where: { source: path },
        hint: 'Name the right file with --db; this one was not touched.',
      });
    // A file that is new: nothing is in it yet.
    if (version === 0) return;
    if (copies) await copyBefore(db, `${path}.early.bak`);
    reshape(connection, wanted, () => isSettled(connection));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('bad-data', {
      code: 'early-database',
      message: 'this database was made by an early mentorctl 0.1 and cannot be brought to the tables of today',
      where: { source: path },
      hint: 'Nothing was changed. Write it out with the mentorctl that made it (export people, export meetings) and import that into a new folder.',
      cause,
    });
  } finally {
    wanted.close();
  }
}

/** Of whatever version: another process may have brought it to the next one meanwhile. */
function isSettled(connection: Database.Database): boolean {
  return (shapes as readonly string[]).includes(shapeOf(connection));
}
