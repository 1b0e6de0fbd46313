// Values of people that were known before a file and are others after it: said with how many and of whom.
import { counted } from '../count-words.ts';
import type { Issue } from '../issue.ts';

interface Value {
  readonly person_id: number;
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
  readonly who: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a file says of itself is no value of anybody's. */
const ofTheFile = new Set(['known-to', 'exclusion', 'reason']);

/**
 * Tells values known before the file from those that an earlier row of it said. `newest`: the last number before it.
 * `changedHere` grows with each batch. `names`: by number.
 */
export function knownBefore(
  changed: readonly ChangedValue[],
  { newest, changedHere }: { readonly newest: number; readonly changedHere: Set<number> },
  names: ReadonlyMap<number | undefined, string>,
): { readonly known: Overwritten[]; readonly again: string[] } {
  const known: Overwritten[] = [];
  const again: string[] = [];
  for (const { key, before, after } of changed) {
    if (ofTheFile.has(after.measure)) continue;
    const told = {
      who: names.get(after.person_id) ?? 'somebody',
      what: after.observed === '' ? after.measure : `${after.measure} at ${after.observed}`,
      before: shown(before),
      after: shown(after),
    };
    if (key > newest || changedHere.has(key))
      again.push(`${told.who} has ${told.before} and ${told.after} of ${told.what}`);
    else known.push(told);
    changedHere.add(key);
  }
  return { known, again };
}

const shown = ({ number, status }: Value): string => String(number ?? status ?? '');

/** Two rows far apart in a file. */
export function saidTwice(message: string, source: string, hint: string): Issue {
  return {
    code: 'bad-value',
    severity: 'error',
    where: { source },
    message: `two rows say different things: ${message}`,
    hint,
  };
}

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
