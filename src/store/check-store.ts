// Is the database whole, as its engine sees it? What the audit trail says of it, too, says trail.ts.
import type { Kysely } from 'kysely';
import { dialectOf } from './dialect/dialect.ts';
import type { Tables } from './tables.ts';

/** What is wrong, one sentence each; empty when it is sound. */
export function checkStore(db: Kysely<Tables>): Promise<string[]> {
  return dialectOf(db).upkeep.check(db);
}
