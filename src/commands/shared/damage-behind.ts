// What no command reckons with is a fault of ours, unless the database itself says otherwise: a cell that a bad disk changed looks like one.
import { Failure } from '../../domain/failure.ts';
import type { Store } from '../../store/store.ts';

/** The error itself, or that the database is damaged, where it turns out to be. It is looked at on this way alone. */
export async function damageBehind(error: unknown, store: Store): Promise<unknown> {
  if (error instanceof Failure) return error;
  const found = await damageIn(store);
  if (found === undefined) return error;
  return new Failure('bad-data', {
    code: 'database-damaged',
    message: `the database is damaged: ${found}`,
    where: { source: store.path },
    hint: 'Restore the last backup; mentorctl never changes a damaged file.',
    cause: error,
  });
}

async function damageIn(store: Store): Promise<string | undefined> {
  try {
    const { checkStore } = await import('../../store/check-store.ts');
    const [broken] = await checkStore(store.db);
    if (broken !== undefined) return broken;
    const { proveTrail } = await import('../../store/trail.ts');
    return (await proveTrail(store.db)).faults[0];
  } catch {
    return 'it cannot be read';
  }
}
