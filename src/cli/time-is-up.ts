// A time limit as a question that long work can ask, since work that is pure has no clock.
import type { Host } from './host.ts';

/** True from `seconds` after this call on; 0: at once. */
export function timeIsUp({ now }: Pick<Host, 'now'>, seconds: number): () => boolean {
  const end = now().getTime() + 1000 * seconds;
  return () => now().getTime() >= end;
}
