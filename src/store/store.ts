// The open database, checked to be ours before anything is believed, closed when the command ends.
import type { Kysely } from 'kysely';
import { openSqlite } from './dialect/sqlite/open.ts';
import type { OpenOptions } from './open-options.ts';
import type { Tables } from './tables.ts';

export { translate } from './dialect/faults.ts';
export { storeExists } from './dialect/sqlite/file-header.ts';
export { inMemory } from './open-options.ts';

export interface Store {
  readonly path: string;
  /** What the file is encrypted with, where it is. */
  readonly key: string | undefined;
  readonly db: Kysely<Tables>;
  /** Done once when the store is closed, before it is. */
  beforeClose(work: () => void): void;
  close(): Promise<void>;
}

/** Opens the program's database. Migrates an older one, after a copy. */
export async function openStore(path: string, options: OpenOptions): Promise<Store> {
  const closing: (() => void)[] = [];
  const { db, key } = await openSqlite(path, options);
  return {
    path,
    key,
    db,
    beforeClose: (work) => closing.push(work),
    close: () => {
      for (const work of closing.splice(0)) work();
      return db.destroy();
    },
  };
}
