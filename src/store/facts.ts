// The few things a database says of itself: which program it is, and that it was filled under a program file.
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** 96 random bits, in hexadecimal, that stay with the database and its copies, and that no other program has. */
export async function programIdentity(db: Kysely<Tables>): Promise<string> {
  const found = await factOf(db, 'identity');
  if (found !== undefined) return found;
  await keepFact(db, 'identity', randomBytes(12).toString('hex'));
  return (await factOf(db, 'identity')) ?? '';
}

/** Whether a change was ever made under a program file, or an import wrote one. */
export async function underProgramFile(db: Kysely<Tables>): Promise<boolean> {
  return ((await factOf(db, 'program-file')) ?? (await factOf(db, 'proposed-criteria'))) !== undefined;
}

export async function noteProgramFile(db: Kysely<Tables>): Promise<void> {
  await keepFact(db, 'program-file', 'yes');
}

async function factOf(db: Kysely<Tables>, key: string): Promise<string | undefined> {
  return (await db.selectFrom('fact').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

/** Once; what stands already is left. These are no changes of anybody's, so they are not on the trail and undo leaves them. */
async function keepFact(db: Kysely<Tables>, key: string, value: string): Promise<void> {
  await db
    .insertInto('fact')
    .values({ key, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
