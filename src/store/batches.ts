// Files that came in, each with how it was read and what it changed.
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
