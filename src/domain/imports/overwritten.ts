// Values of people that were known before a file and are others after it: said with how many and of whom.
import { counted } from '../count-words.ts';

export interface Value {
  readonly personId: number;
  readonly measure: string;
  readonly observed: string;
  readonly number: number | null;
  readonly status: string | null;
}
export interface ChangedValue {
  readonly key: number;
  readonly before: Value;
  readonly after: Value;
}

/** Whose value of what became what. */
export interface Overwritten {
  /** Number of the value. */
  readonly key: number;
  readonly who: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a file says of itself is no value of anybody's. */
const ofTheFile = new Set(['known-to', 'exclusion', 'reason']);

/** Two rows of one file, far apart, that say different things of one person, measure and time. */
export interface SaidTwice {
  readonly key: number;
  readonly value: Value;
  /** As it was before the file; undefined where the file brought it. */
  readonly original: Value | undefined;
  readonly message: string;
}

/**
 * Tells values known before the file from those that an earlier row of it said. `newest`: the last number before it.
 * `changedHere`, by number what each value was before the file, grows with each batch. `names`: by number of the person.
 */
export function knownBefore(
  changed: readonly ChangedValue[],
  { newest, changedHere }: { readonly newest: number; readonly changedHere: Map<number, Value> },
  names: ReadonlyMap<number | undefined, string>,
): { readonly known: Overwritten[]; readonly again: SaidTwice[] } {
  const known: Overwritten[] = [];
  const again: SaidTwice[] = [];
  for (const { key, before, after } of changed) {
    if (ofTheFile.has(after.measure)) continue;
    const who = names.get(after.personId) ?? 'somebody';
    const what = after.observed === '' ? after.measure : `${after.measure} at ${after.observed}`;
    const original = changedHere.get(key);
    if (key > newest || original !== undefined) {
      const message = `an earlier row says ${shown(before)} of ${what} for ${who}`;
      again.push({ key, value: after, original, message });
    } else {
      known.push({ key, who, what, before: shown(before), after: shown(after) });
      changedHere.set(key, before);
    }
  }
  return { known, again };
}

/** What a value is of: one person, measure and time. */
export const ofWhat = ({ personId, measure, observed }: Omit<Value, 'number' | 'status'>): string =>
  `${personId}\n${measure}\n${observed}`;

const shown = ({ number, status }: Value): string => String(number ?? status ?? '');

const shownPeople = 5;

export function overwrittenWords(overwritten: readonly Overwritten[], dryRun: boolean): string[] {
  if (overwritten.length === 0) return [];
  const people = [...new Set(overwritten.map(({ who }) => who))];
  const some = overwritten
    .slice(0, shownPeople)
    .map(({ who, what, before, after }) => `${who}, ${what}: ${before} -> ${after}`);
  const more = overwritten.length > shownPeople ? ` and ${overwritten.length - shownPeople} more` : '';
  const values = counted(overwritten.length, 'value');
  const of = counted(people.length, 'person', 'people');
  const verb = dryRun ? 'Would replace' : 'Replaced';
  return [
    `${verb} ${values} of ${of} known before: ${some.join('; ')}${more}. mentorctl data undo takes the import back.`,
  ];
}
