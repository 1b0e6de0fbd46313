// One record by hand: kept or only checked, and what became of it in a word.
import type { Kept } from '../../domain/people/recorded.ts';
import { keepRecords } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort } from '../../domain/records.ts';
import type { Context } from './context.ts';
import { makeChange } from './on-file.ts';
import { recordedWords } from './recorded-words.ts';

/** Kept, and how a sentence about it begins, e.g. `Recorded` or `Would change`. */
export async function keepOne<T extends Parameters<typeof keepRecords>[1]>(
  store: Store,
  context: Context,
  record: {
    readonly table: T;
    readonly cohort: Cohort;
    readonly row: Parameters<typeof keepRecords<T>>[3][number];
  },
  dryRun: boolean,
): Promise<Kept> {
  const { table, cohort, row } = record;
  const plan = await makeChange(store, context, { dryRun }, (writer) => keepRecords(writer, table, cohort.id, [row]));
  return { cohort: cohort.name, plan, said: recordedWords(plan, dryRun), dryRun };
}
