// What mentorctl.yaml becomes, kept in the transaction that it belongs to until the file is written: a kill between the two leaves enough to
// write it later. No change of anybody's, so it is not on the trail.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface PendingProgram {
  /** The process that writes it. */
  readonly pid: number;
  /** SHA-256 of the text that it replaces; null where there is none. */
  readonly before: string | null;
  readonly text: string;
}

const key = 'pending-program';

export async function pendingProgram(db: Kysely<Tables>): Promise<PendingProgram | undefined> {
  const found = await db.selectFrom('fact').select('value').where('key', '=', key).executeTakeFirst();
  return found === undefined ? undefined : (JSON.parse(found.value) as PendingProgram);
}

export async function keepPending(db: Kysely<Tables>, pending: PendingProgram): Promise<void> {
  const value = JSON.stringify(pending);
  await db
    .insertInto('fact')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function clearPending(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('fact').where('key', '=', key).execute();
}
