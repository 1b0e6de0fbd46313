// One of several things that a typed word could mean: chosen on a terminal, listed in an error elsewhere.
import { Failure } from '../domain/failure.ts';
import type { Asker } from './ask.ts';

/** The only one of `found`; of several, the one chosen. `label` is shown and listed; `flag` is what would have told them apart. */
export async function chooseOne<T>(
  ask: Asker,
  found: readonly T[],
  options: { readonly text: string; readonly flag: string; readonly label: (one: T) => string },
): Promise<T> {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (ask.possible) {
    const choices = found.map((one, index) => ({ value: String(index), label: options.label(one) }));
    const chosen = found[Number(await ask.choose(`Which "${options.text}"?`, choices, options.flag))];
    if (chosen !== undefined) return chosen;
  }
  const listed = found.slice(0, 8).map(options.label);
  if (found.length > listed.length) listed.push(`and ${found.length - listed.length} more`);
  throw new Failure('usage', {
    code: 'ambiguous',
    message: `"${options.text}" could be ${listed.join(', ')}`,
    hint: `Say which with ${options.flag}, by id.`,
  });
}
