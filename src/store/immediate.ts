// One transaction that takes the write lock at once, so that a second writer waits instead of failing half-way.
import type { Kysely } from 'kysely';
import { dialectOf } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';

/** Runs `work` on one connection and keeps what it wrote, or with `keep: false` takes it back, as an error does. */
export async function immediately<T>(
  db: Kysely<Tables>,
  work: (conn: Kysely<Tables>) => Promise<T>,
  { keep = true }: { readonly keep?: boolean } = {},
): Promise<T> {
  const { begin, commit, rollback } = dialectOf(db).locks;
  return db.connection().execute(async (conn) => {
    await begin.execute(conn);
    try {
      const result = await work(conn);
      await (keep ? commit : rollback).execute(conn);
      return result;
    } catch (error) {
      // On a full disk an engine has taken everything back itself: then this fails, and must not hide why.
      await rollback.execute(conn).catch(() => undefined);
      throw error;
    }
  });
}
