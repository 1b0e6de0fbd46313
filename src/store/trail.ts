// The audit trail proves itself: every change is sealed with the one before, and says what the tables it touched hold since.
import { createHash } from 'node:crypto';
import { digestOf, sealOf } from './seal.ts';
import type { Store } from './store.ts';

/** Sums of tables as a change left them. `found`: what it met where that was not what the last change had left. */
type Sums = Readonly<Record<string, { readonly left: string | null; readonly found?: string }>>;

export interface ProvenTrail {
  readonly changes: number;
  /** The last seal: whoever notes it down elsewhere can tell a trail that was written anew from this one. */
  readonly seal: string;
  /** What is wrong now, one sentence each. */
  readonly faults: readonly string[];
  /** What was done to the tables behind the trail's back, and stands on it since. */
  readonly remarks: readonly string[];
  /** Tables with more rows than are summed up at every change. */
  readonly unsummed: readonly string[];
}

/** Larger tables would make every command slow that touches them. */
const mostRows = 50_000;
/** The trail is sealed by itself; runs hold hashes of their own (match verify); facts are nobody's change. */
const unsummed: ReadonlySet<string> = new Set(['change', 'change_row', 'run', 'fact']);

/** Watches the tables of one transaction; `touch` before a table is changed, `seal` once all is done. */
export function watchTables(store: Store): {
  touch(table: string): void;
  seal(change: number): void;
} {
  const found = new Map<string, string>();
  const touched = new Set<string>();
  return {
    touch: (table) => {
      if (touched.has(table) || unsummed.has(table)) return;
      touched.add(table);
      const known = lastSum(store, table);
      const now = known === undefined || known === null ? null : sumOf(store, table);
      if (now !== null && now !== known) found.set(table, now);
    },
    seal: (change) => {
      const sums = Object.fromEntries(
        [...touched].sort().map((table) => {
          const met = found.get(table);
          return [table, { left: sumOf(store, table), ...(met === undefined ? {} : { found: met }) }];
        }),
      );
      sealChange(store, change, sums);
    },
  };
}

/** The changes whose contents are what was sealed: for an erasure, which may vouch anew for no others. */
export function provenChanges(store: Store): ReadonlySet<number> {
  const vouched = vouchedDigests(store);
  const all = [...store.rows('select id, digest from change order by id')];
  return new Set(
    all.flatMap(([id, digest]) =>
      contentDigest(store, Number(id)) === (vouched.get(Number(id)) ?? digest) ? [Number(id)] : [],
    ),
  );
}

/**
 * Seals the change that erased somebody. Earlier changes that lost words or rows by it keep their seals; what they hold
 * now is vouched for on this one.
 */
export function sealErasure(store: Store, change: number, proven: ReadonlySet<number>): void {
  const vouched = vouchedDigests(store);
  const vouch = store.inserter(
    `insert into change_row (change_id, table_name, op, first_row, last_row, after) values (?, 'change', 'update', ?, ?, ?)`,
  );
  const changes = [...store.rows('select id, digest from change where id < ? order by id', change)];
  for (const [id, digest] of changes) {
    const now = contentDigest(store, Number(id));
    if (proven.has(Number(id)) && now !== (vouched.get(Number(id)) ?? digest))
      vouch([change, Number(id), Number(id), JSON.stringify({ digest: now })]);
  }
  sealChange(store, change, Object.fromEntries(tablesOf(store).map((table) => [table, { left: sumOf(store, table) }])));
}

/** Seals a change that changed nothing: somebody looked. */
export function sealReading(store: Store, change: number): void {
  sealChange(store, change, {});
}

export function proveTrail(store: Store): ProvenTrail {
  const faults: string[] = [];
  const remarks: string[] = [];
  const vouched = vouchedDigests(store);
  const sums = new Map<string, string | null>();
  const changes = [...store.rows('select id, digest, seal, sums from change order by id')];
  let before = '';
  for (const [key, digest, seal, text] of changes) {
    const id = Number(key);
    if (seal !== sealOf(before, String(digest)))
      faults.push(`the seal of change ${id} does not follow on the one before`);
    else if (contentDigest(store, id) !== (vouched.get(id) ?? digest))
      faults.push(`change ${id} is not what was sealed`);
    before = String(seal);
    for (const [table, { left, found }] of Object.entries(readSums(text))) {
      sums.set(table, left);
      if (found !== undefined)
        remarks.push(`${table} was changed by something else than mentorctl before change ${id}`);
    }
  }
  const [last] = changes.slice(-1);
  const [given] = [...store.rows(`select seq from sqlite_sequence where name = 'change'`)];
  if (Number(given?.[0] ?? 0) > Number(last?.[0] ?? 0))
    faults.push('the last changes are missing from the audit trail');
  for (const [table, left] of sums)
    if (left !== null && sumOf(store, table) !== left)
      faults.push(`${table} does not hold what the audit trail says it does`);
  const large = [...sums].flatMap(([table, left]) => (left === null ? [table] : []));
  return { changes: changes.length, seal: before, faults, remarks, unsummed: large };
}

function sealChange(store: Store, change: number, sums: Sums): void {
  store.inserter('update change set sums = ? where id = ?')([JSON.stringify(sums), change]);
  const digest = contentDigest(store, change);
  const [before] = [...store.rows('select seal from change where id < ? order by id desc limit 1', change)];
  const seal = sealOf(String(before?.[0] ?? ''), digest);
  store.inserter('update change set digest = ?, seal = ? where id = ?')([digest, seal, change]);
}

function contentDigest(store: Store, change: number): string {
  const [words = []] = [...store.rows('select id, at, who, command, undoes, sums from change where id = ?', change)];
  return digestOf(
    words,
    store.rows(
      'select table_name, op, first_row, last_row, before, after from change_row where change_id = ? order by id',
      change,
    ),
  );
}

/** By change: the digest that the last erasure which reached into it vouched for. */
function vouchedDigests(store: Store): Map<number, string> {
  const rows = store.rows(`select first_row, after from change_row where table_name = 'change' order by id`);
  return new Map(
    Array.from(rows, ([id, after]) => [Number(id), (JSON.parse(String(after)) as { digest: string }).digest]),
  );
}

function lastSum(store: Store, table: string): string | null | undefined {
  const [row] = [
    ...store.rows(`select sums from change where sums ->> ? is not null order by id desc limit 1`, `$.${table}`),
  ];
  return readSums(row?.[0])[table]?.left;
}

function readSums(text: unknown): Sums {
  return typeof text === 'string' ? (JSON.parse(text) as Sums) : {};
}

function tablesOf(store: Store): string[] {
  const rows = store.rows(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name`,
  );
  return Array.from(rows, ([name]) => String(name)).filter((name) => !unsummed.has(name));
}

/** SHA-256 of all rows in their order; null where they are too many. A migration that changes a table sums it up anew. */
function sumOf(store: Store, table: string): string | null {
  const [rows] = [...store.rows(`select count(*) from (select 1 from "${table}" limit ${mostRows + 1})`)];
  if (Number(rows?.[0]) > mostRows) return null;
  const hash = createHash('sha256');
  for (const row of store.rows(`select * from "${table}" order by id`)) hash.update(JSON.stringify(row)).update('\n');
  return hash.digest('hex');
}
