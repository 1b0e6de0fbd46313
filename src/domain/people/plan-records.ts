// What an import of records (observations, meetings, goals, flags, answers) would add and change: plan apart from apply.

export interface RecordPlan<R> {
  readonly added: readonly R[];
  readonly changed: readonly { readonly key: number; readonly before: R; readonly after: R }[];
  readonly same: number;
}

/** As reports count it in JSON. */
export function planCounts({
  added,
  changed,
  same,
}: RecordPlan<unknown>): Readonly<Record<'added' | 'changed' | 'same', number>> {
  return { added: added.length, changed: changed.length, same };
}

/**
 * `identity` names what makes two records the same one (person, measure and time, say); the rest is content.
 * Of two drafts of one record the later counts. Blanks (`null`) in a draft never erase what is known, save among `either`:
 * columns of which one alone holds the value, a number or a status, say.
 */
export function planRecords<R extends object>(
  drafts: readonly R[],
  known: readonly { readonly key: number; readonly record: R }[],
  identity: (record: R) => string,
  either: readonly (keyof R)[] = [],
): RecordPlan<R> {
  const latest = new Map(drafts.map((draft) => [identity(draft), draft]));
  const standing = new Map(known.map((entry) => [identity(entry.record), entry]));
  const added: R[] = [];
  const changed: { key: number; before: R; after: R }[] = [];
  let same = 0;
  for (const [id, draft] of latest) {
    const old = standing.get(id);
    if (old === undefined) {
      added.push(draft);
      continue;
    }
    const after = { ...old.record, ...Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null)) };
    if (either.some((column) => draft[column] !== null)) for (const column of either) after[column] = draft[column];
    if (JSON.stringify(after) === JSON.stringify(old.record)) same++;
    else changed.push({ key: old.key, before: old.record, after });
  }
  return { added, changed, same };
}
