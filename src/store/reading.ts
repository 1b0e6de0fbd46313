// Who looked at one person's record: a change that changed nothing, sealed into the trail like any other.
import { immediately } from './immediate.ts';
import type { Store } from './store.ts';
import { sealReading } from './trail.ts';
import type { Author } from './transact.ts';

/** What the sums of a reading say: it touched no table. Every other change touched one. */
export const noTables = '{}';

/** `words`: the command, without whom it was about. `ref`: the person's own id. */
export async function noteReading(store: Store, { at, who }: Author, words: string, ref: string): Promise<void> {
  await immediately(store.db, async (db) => {
    const { id } = await db
      .insertInto('change')
      .values({ at, who, command: `mentorctl ${words} ${ref}`, undoes: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sealReading(db, id);
  });
}
