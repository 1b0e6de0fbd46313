// Files that came in, each with how it was read and what it changed.
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import type { Writer } from './transact.ts';

export interface BatchRecord {
  readonly at: string;
  readonly file: string;
  readonly sha256: string;
  readonly kind: string;
  readonly cohortId: number;
  readonly reading: object;
  readonly counts: object;
}

/** The same file for the same cohort is kept once, as it was read first. */
export async function keepBatch(writer: Writer, batch: BatchRecord): Promise<void> {
  const same = await writer.db
    .selectFrom('batch')
    .select('id')
    .where('sha256', '=', batch.sha256)
    .where('cohort_id', '=', batch.cohortId)
    .executeTakeFirst();
  if (same !== undefined) return;
  const { cohortId, reading, counts, ...rest } = batch;
  await writer.insert('batch', [
    { ...rest, cohort_id: cohortId, reading: JSON.stringify(reading), counts: JSON.stringify(counts) },
  ]);
}

/** Fields that files about people in no role have told of a cohort: facts, which hold in every role somebody takes later. */
export async function factsTold(db: Kysely<Tables>, cohortId: number): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('batch').select('reading').where('cohort_id', '=', cohortId).execute();
  return new Set(rows.flatMap(({ reading }) => (JSON.parse(reading) as { facts?: readonly string[] }).facts ?? []));
}
