// Looking at one person's record is noted on the trail where the program file asks for it, before anything is shown.
import { noteReading } from '../../store/reading.ts';
import type { Store } from '../../store/store.ts';
import type { Context } from './context.ts';

/** `words`: the command. `id`: whose record it shows. Throws Failure where it cannot be noted: then nothing is shown. */
export async function lookedAt(store: Store, context: Context, words: string, id: string): Promise<void> {
  const { program } = await context.program();
  if (program.logReading === true) await noteReading(store, context.author(), words, id);
}
