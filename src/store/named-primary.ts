// The outcomes a program is to be judged by, as they were written down when outcomes came in: a line a change of mind, on the audit trail.
import type { Kysely } from 'kysely';
import { toWriteDown, type NamedPrimary } from '../domain/outcomes/named-primary.ts';
import type { Measure } from '../domain/program/program.ts';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

const key = 'primary-outcomes:';

/** In the order in which they were written down. */
export async function namedPrimary(db: Kysely<Tables>): Promise<NamedPrimary[]> {
  const rows = await db.selectFrom('fact').select('value').where('key', 'like', `${key}%`).orderBy('id').execute();
  return rows.map(({ value }) => JSON.parse(value) as NamedPrimary);
}

/** Before the outcomes of a file are kept. */
export async function writeDownPrimary(
  writer: Writer,
  names: readonly string[],
  measures: readonly Measure[],
  today: string,
): Promise<void> {
  const before = await namedPrimary(writer.db);
  const known = new Set<string>();
  for (const name of names) {
    const measure = measures.find((one) => one.name === name);
    const retention = measure?.kind === 'retention';
    let query = writer.db
      .selectFrom('observation')
      .select('id')
      .where('measure', '=', retention ? 'retention' : name);
    if (retention) query = query.where('observed', '=', measure.when ?? name);
    if ((await query.limit(1).executeTakeFirst()) !== undefined) known.add(name);
  }
  const next = toWriteDown(before, names, (name) => known.has(name), today);
  if (next !== undefined)
    await writer.insert('fact', [{ key: `${key}${before.length + 1}`, value: JSON.stringify(next) }]);
}
