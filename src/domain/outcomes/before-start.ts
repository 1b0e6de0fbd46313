// Which times lie before the start: by the calendar where the start is a day, by their names where they are told from it.
import type { CivilDate } from '../civil-date.ts';
import { isBeforeStart } from './own-terms.ts';
import { calendarOf, placeOf } from './calendar.ts';

/** Undefined for a time of which nobody can say. */
export function beforeStart(
  { starts, fromStart }: { readonly starts: readonly (CivilDate | undefined)[]; readonly fromStart: boolean },
  labels: readonly string[],
): (when: string) => boolean | undefined {
  if (fromStart) return (when) => (when === '' ? undefined : isBeforeStart(when));
  const [start] = starts;
  if (start === undefined) return () => undefined;
  const known = new Map<string, boolean>();
  for (const kind of new Set(labels.flatMap((label) => placeOf(label)?.kind ?? []))) {
    const own = labels.filter((label) => placeOf(label)?.kind === kind);
    const calendar = calendarOf(own);
    const from = calendar?.at(start) ?? NaN;
    for (const label of own) {
      const place = calendar?.of(label);
      if (place !== undefined && !Number.isNaN(from)) known.set(label, place < from);
    }
  }
  return (when) => known.get(when);
}
