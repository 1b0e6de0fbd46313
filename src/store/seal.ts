// What proves a change: a digest of all it says, and a seal over that digest and the seal before it. Frozen, as files hold them.
import { createHash } from 'node:crypto';

type Cell = string | number | null;

/** `change`: id, at, who, command, undoes, sums. `rows`: table, op, first row, last row, before, after, in their order. */
export function digestOf(change: readonly Cell[], rows: Iterable<readonly Cell[]>): string {
  const digest = startDigest(change);
  for (const row of rows) digest.add(row);
  return digest.end();
}

/** The same, a row at a time: a large change has more rows than memory should hold. */
export function startDigest(change: readonly Cell[]): { add(row: readonly Cell[]): void; end(): string } {
  const hash = createHash('sha256').update(JSON.stringify(change));
  return {
    add: (row) => void hash.update('\n').update(JSON.stringify(row)),
    end: () => hash.digest('hex'),
  };
}

/** `before`: the seal of the change before; empty for the first. */
export function sealOf(before: string, digest: string): string {
  return createHash('sha256').update(`${before}\n${digest}`).digest('hex');
}
