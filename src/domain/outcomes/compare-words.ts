// With whom people are to be compared, as it is said: `not-mentored`, `wait-list`, `arm NAME`, `cohort NAME`.
import { Failure } from '../failure.ts';
import type { Compare } from './assign-groups.ts';

/** Throws Failure for what it cannot be. */
export function compareOf(words: readonly string[] | undefined): Compare {
  // Both `cohort fall` and "cohort fall", which a shell gives as one word.
  const [kind, ...rest] = (words ?? []).flatMap((word, index) =>
    index === 0
      ? word
          .trim()
          .split(/\s+(.*)/)
          .filter(Boolean)
      : word,
  );
  const name = rest.join(' ');
  if (kind === undefined) return { with: 'usual' };
  if ((kind === 'not-mentored' || kind === 'wait-list') && name === '') return { with: kind };
  if (kind === 'arm' && name !== '') return { with: 'arm', arm: name };
  if (kind === 'cohort' && name !== '') return { with: 'cohort', cohort: name };
  throw new Failure('usage', {
    code: 'unknown-value',
    message: `--compare cannot be "${[kind, name].filter(Boolean).join(' ')}"`,
    hint: 'Known: not-mentored, wait-list, arm NAME, cohort NAME.',
  });
}
