// The coordinator's word on two people, told: what every run does about it from now on.
import type { PairRow } from './pair-list.ts';

/** What is said of two people. */
export type RulingWord = 'pin' | 'block' | 'unpin' | 'unblock';

/** What a pin does for somebody who has a mentor already. */
export function pinNow(
  name: string,
  standing: readonly Pick<PairRow, 'id'>[],
  together: Pick<PairRow, 'id'> | undefined,
): string {
  const [first, second] = standing;
  if (together !== undefined) return `They are a pair now (pair ${together.id}): no rematch moves it.`;
  const has = `${name} has a mentor now (pair ${first?.id ?? 0})`;
  return second === undefined
    ? `${has}: match heeds the pin once that pair has ended, match --second now.`
    : `${name} has ${standing.length} mentors now (pairs ${standing.map(({ id }) => id).join(', ')}): runs heed the pin once one of them has ended.`;
}

export function rulingWords(
  word: RulingWord,
  changed: boolean,
  two: string,
  { everywhere, dryRun }: { readonly everywhere: boolean; readonly dryRun: boolean },
): string {
  const where = everywhere ? ' in every cohort' : '';
  switch (word) {
    case 'pin':
      if (!changed) return `${two} were pinned already.`;
      return dryRun
        ? `Would pin ${two}: every run would put them together.`
        : `Pinned: every run puts ${two} together.`;
    case 'block':
      if (!changed) return `${two} were blocked already${where}.`;
      return dryRun ? `Would block ${two}: no run would pair them${where}.` : `Blocked: no run pairs ${two}${where}.`;
    case 'unpin':
      return dryRun ? `Would unpin ${two}.` : `Unpinned: runs decide about ${two} as about anybody.`;
    case 'unblock':
      return dryRun ? `Would unblock ${two}.` : `Unblocked: runs may pair ${two} again.`;
  }
}
