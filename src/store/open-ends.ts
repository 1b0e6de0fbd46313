// Flags and goals by their number: raised or set once, closed once.
import type { RowOf } from './tables.ts';
import type { Writer } from './transact.ts';

/** Closes a flag, or corrects how it was closed. */
export async function resolveFlag(
  writer: Writer,
  flag: RowOf<'flag'>,
  day: string,
  resolution: string | null,
): Promise<void> {
  await writer.update('flag', flag.id, { resolved_on: day, resolution: resolution ?? flag.resolution });
}

/** `day`: YYYY-MM-DD. */
export async function reachGoal(writer: Writer, goal: RowOf<'goal'>, day: string): Promise<void> {
  await writer.update('goal', goal.id, { reached_on: day });
}
