// What was observed of people, kept batch by batch; two rows far apart that say different things of one value, taken back.
import { defined } from '../../domain/defined.ts';
import type { Issue } from '../../domain/issue.ts';
import { knownBefore, ofWhat, type Overwritten, type Value } from '../../domain/imports/overwritten.ts';
import type { ObservationDraft } from '../../domain/rows/read-measure.ts';
import { keepRecords } from '../../store/records.ts';
import type { Writer } from '../../store/transact.ts';

/** What was observed in one cohort, so far. */
export interface TakenObservations {
  readonly cohortId: number;
  readonly observations: { added: number; changed: number; same: number };
  readonly totals: { observations: number };
  /** Values known before this file that it changed. */
  readonly overwritten: Overwritten[];
  /** Number of the newest value known before it. */
  readonly newest: number;
  /** By number, what the values that it changed so far were before. */
  readonly changedHere: Map<number, Value>;
  /** Values of which two rows far apart said different things, and what is said of a further one. */
  readonly disputed: Map<string, string>;
}

/** `keys`: number of each person by id; `names`: by number. Problems: rows that say something else than an earlier one. */
export async function takeObservations(
  writer: Writer,
  taken: TakenObservations,
  observations: readonly ObservationDraft[],
  {
    keys,
    names,
    source,
    hint,
  }: {
    readonly keys: ReadonlyMap<string, number>;
    readonly names: ReadonlyMap<number | undefined, string>;
    readonly source: string;
    readonly hint: string;
  },
): Promise<readonly Issue[]> {
  const { disputed, totals, observations: counts } = taken;
  const lines = new Map<string, number>();
  const issue = (what: string, value: string, message: string): Issue => {
    const line = lines.get(what);
    const where = { source, ...defined({ line }) };
    return { code: 'bad-value', severity: 'error', where, value, message, hint };
  };
  const all = observations.map(({ id, line, ...observation }) => {
    const record = { personId: keys.get(id) ?? 0, ...observation };
    lines.set(ofWhat(record), line);
    return record;
  });
  const open = disputed.size === 0 ? all : all.filter((record) => !disputed.has(ofWhat(record)));
  const issues = all.flatMap((record) => {
    const said = disputed.get(ofWhat(record));
    return said === undefined ? [] : [issue(ofWhat(record), String(record.number ?? record.status ?? ''), said)];
  });
  const kept = await keepRecords(writer, 'observation', taken.cohortId, open);
  totals.observations += open.length;
  counts.added += kept.added.length;
  counts.changed += kept.changed.length;
  counts.same += kept.same;
  const { known, again } = knownBefore(kept.changed, taken, names);
  taken.overwritten.push(...known);
  // Nobody knows which of two is right: the value is what it was before the file.
  for (const { key, value, original, message } of again) {
    const what = ofWhat(value);
    disputed.set(what, message);
    totals.observations -= 2;
    counts.changed--;
    if (original === undefined) {
      await writer.remove('observation', [key]);
      counts.added--;
    } else {
      await writer.update('observation', key, { number: original.number, status: original.status });
      counts.changed--;
      const at = taken.overwritten.findIndex((one) => one.key === key);
      if (at >= 0) taken.overwritten.splice(at, 1);
    }
    issues.push(issue(what, String(value.number ?? value.status ?? ''), message));
  }
  return issues;
}
