// The rules and criteria last proposed for mentorctl.yaml: whoever changed them there is not proposed others.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

const key = 'proposed-criteria';

/** As JSON; undefined where none were proposed yet. */
export async function proposedCriteria(db: Kysely<Tables>): Promise<string | undefined> {
  return (await db.selectFrom('fact').select('value').where('key', '=', key).executeTakeFirst())?.value;
}

/** On the trail: whoever takes an import back takes back what it proposed. */
export async function keepProposedCriteria(writer: Writer, value: string): Promise<void> {
  const fact = await writer.db.selectFrom('fact').selectAll().where('key', '=', key).executeTakeFirst();
  if (fact === undefined) await writer.insert('fact', [{ key, value }]);
  else if (fact.value !== value) await writer.update('fact', fact.id, { value });
}
