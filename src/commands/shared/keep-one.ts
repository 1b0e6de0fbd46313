// One record by hand: kept or only checked, and what became of it in a word.
import type { RecordPlan } from '../../domain/people/plan-records.ts';
import { keepRecords } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Context } from './context.ts';
import { makeChange } from './on-file.ts';
import { recordedWords } from './recorded-words.ts';

/** `said`: how a sentence about it begins, e.g. `Recorded` or `Would change`. */
export async function keepOne<T extends Parameters<typeof keepRecords>[1]>(
  store: Store,
  context: Context,
  record: { readonly table: T; readonly cohortId: number; readonly row: Parameters<typeof keepRecords<T>>[3][number] },
  dryRun: boolean,
): Promise<{ readonly plan: RecordPlan<object>; readonly said: string }> {
  const plan = await makeChange(store, context, { dryRun }, (writer) =>
    keepRecords(writer, record.table, record.cohortId, [record.row]),
  );
  return { plan, said: recordedWords(plan, dryRun) };
}
