// Ids whose zeros in front a spreadsheet took: `6158` where the database has `0006158`.

/**
 * Who is left of them by digits alone: `6158` -> the one with id `0006158`. Not there where two ids come to the same digits,
 * or the digits are somebody's id by themselves.
 */
export function byDigits<T extends { readonly id: string }>(people: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const person of people) {
    if (!/^\d*[1-9]\d*$/.test(person.id)) continue;
    const digits = person.id.replace(/^0+/, '');
    found.set(digits, found.has(digits) || digits === person.id ? undefined : person);
  }
  return new Map([...found].flatMap(([digits, person]) => (person === undefined ? [] : [[digits, person] as const])));
}
