// The audit trail proves itself: every change is sealed with the one before, and says what the tables it touched hold since.
import type { Insertable, Kysely } from 'kysely';
import { dialectOf } from './dialect/dialect.ts';
import { sealOf, startDigest } from './seal.ts';
import { sha256 } from './sha256.ts';
import type { RowOf, Tables } from './tables.ts';

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
/** The trail is sealed by itself; runs hold hashes of their own (runStates); facts are nobody's change. */
const unsummed: ReadonlySet<string> = new Set(['change', 'change_row', 'run', 'fact']);

/** Watches the tables of one transaction; `touch` before a table is changed, `seal` once all is done. */
export function watchTables(db: Kysely<Tables>): {
  touch(table: string): Promise<void>;
  seal(change: number): Promise<void>;
} {
  const found = new Map<string, string>();
  const touched = new Set<string>();
  return {
    touch: async (table) => {
      if (touched.has(table) || unsummed.has(table)) return;
      touched.add(table);
      const known = await lastSum(db, table);
      const now = known === undefined || known === null ? null : await sumOf(db, table);
      if (now !== null && now !== known) found.set(table, now);
    },
    seal: async (change) => {
      const sums: Record<string, Sums[string]> = {};
      for (const table of [...touched].sort()) {
        const met = found.get(table);
        sums[table] = { left: await sumOf(db, table), ...(met === undefined ? {} : { found: met }) };
      }
      await sealChange(db, change, sums);
    },
  };
}

/** Numbers of changes and of runs. */
export interface Proven {
  readonly changes: ReadonlySet<number>;
  readonly runs: ReadonlySet<number>;
}

/** Whose contents are what was sealed: for an erasure, which may vouch anew for no others. */
export async function provenNow(db: Kysely<Tables>): Promise<Proven> {
  const vouched = await vouchedDigests(db);
  const [changes, runs] = [new Set<number>(), new Set<number>()];
  for await (const { id, digest, now } of sealedAndNow(db)) if (now === (vouched.get(id) ?? digest)) changes.add(id);
  for await (const { id, faults } of runStates(db, await vouchedRuns(db))) if (faults.length === 0) runs.add(id);
  return { changes, runs };
}

/**
 * Seals the change that erased somebody. Earlier changes that lost words or rows by it keep their seals; what they hold
 * now is vouched for on this one.
 */
export async function sealErasure(db: Kysely<Tables>, change: number, proven: Proven): Promise<void> {
  const vouched = await vouchedDigests(db);
  const vouches: Insertable<Tables['change_row']>[] = [];
  for await (const { id, digest, now } of sealedAndNow(db))
    if (id < change && proven.changes.has(id) && now !== (vouched.get(id) ?? digest))
      vouches.push({
        change_id: change,
        table_name: 'change',
        op: 'update',
        first_row: id,
        last_row: id,
        before: null,
        after: JSON.stringify({ digest: now }),
      });
  for (const vouch of vouches) await db.insertInto('change_row').values(vouch).execute();
  const sums: Record<string, Sums[string]> = {};
  for (const table of await dialectOf(db).catalogue.tables(db))
    if (!unsummed.has(table)) sums[table] = { left: await sumOf(db, table) };
  for await (const { id, digest, faults } of runStates(db, new Map()))
    if (faults.length > 0 && proven.runs.has(id)) sums[`${runKey}${id}`] = { left: digest };
  await sealChange(db, change, sums);
}

/** Seals a change that changed nothing: somebody looked. */
export async function sealReading(db: Kysely<Tables>, change: number): Promise<void> {
  await sealChange(db, change, {});
}

export async function proveTrail(db: Kysely<Tables>): Promise<ProvenTrail> {
  const faults: string[] = [];
  const remarks: string[] = [];
  const vouched = await vouchedDigests(db);
  const sums = new Map<string, string | null>();
  let [before, last, count] = ['', 0, 0];
  for await (const { id, digest, seal, sums: text, now } of sealedAndNow(db)) {
    if (seal !== sealOf(before, String(digest)))
      faults.push(`the seal of change ${id} does not follow on the one before`);
    else if (now !== (vouched.get(id) ?? digest)) faults.push(`change ${id} is not what was sealed`);
    [before, last, count] = [String(seal), id, count + 1];
    for (const [table, { left, found }] of Object.entries(readSums(text))) {
      if (!table.startsWith(runKey)) sums.set(table, left);
      if (found !== undefined)
        remarks.push(`${table} was changed by something else than mentorctl before change ${id}`);
    }
  }
  if ((await dialectOf(db).catalogue.lastChangeGiven(db)) > last)
    faults.push('the last changes are missing from the audit trail');
  for (const [table, left] of sums)
    if (left !== null && (await sumOf(db, table)) !== left)
      faults.push(`${table} does not hold what the audit trail says it does`);
  for await (const run of runStates(db, await vouchedRuns(db))) faults.push(...run.faults);
  const large = [...sums].flatMap(([table, left]) => (left === null ? [table] : []));
  return { changes: count, seal: before, faults, remarks, unsummed: large };
}

async function sealChange(db: Kysely<Tables>, change: number, sums: Sums): Promise<void> {
  const text = JSON.stringify(sums);
  await db.updateTable('change').set({ sums: text }).where('id', '=', change).execute();
  const words = await db.selectFrom('change').select(sealed).where('id', '=', change).executeTakeFirstOrThrow();
  const digest = await digestNow(db, words);
  const before = await db
    .selectFrom('change')
    .select('seal')
    .where('id', '<', change)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seal = sealOf(before?.seal ?? '', digest);
  await db.updateTable('change').set({ digest, seal }).where('id', '=', change).execute();
}

const sealed = ['id', 'at', 'who', 'command', 'undoes', 'sums'] as const;
const ofRow = ['table_name', 'op', 'first_row', 'last_row', 'before', 'after'] as const;

/** Of all that a change says, as it stands now. */
async function digestNow(db: Kysely<Tables>, change: Pick<RowOf<'change'>, (typeof sealed)[number]>): Promise<string> {
  const { id, at, who, command, undoes, sums } = change;
  const digest = startDigest([id, at, who, command, undoes, sums]);
  const rows = db.selectFrom('change_row').select(ofRow).where('change_id', '=', id).orderBy('id');
  for await (const row of rows.stream(atOnce))
    digest.add([row.table_name, row.op, row.first_row, row.last_row, row.before, row.after]);
  return digest.end();
}

/** Changes, or rows of one, at a time. */
const atOnce = 500;

/** Every change in turn, with the digest of what it holds now. */
async function* sealedAndNow(
  db: Kysely<Tables>,
): AsyncGenerator<Pick<RowOf<'change'>, 'id' | 'digest' | 'seal' | 'sums'> & { readonly now: string }> {
  for (let last = -1; ;) {
    const changes = await db
      .selectFrom('change')
      .select([...sealed, 'digest', 'seal'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const change of changes) {
      yield { ...change, now: await digestNow(db, change) };
      last = change.id;
    }
    if (changes.length < atOnce) return;
  }
}

/** By change: the digest that the last erasure which reached into it vouched for. */
async function vouchedDigests(db: Kysely<Tables>): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('change_row')
    .select(['first_row', 'after'])
    .where('table_name', '=', 'change')
    .orderBy('id')
    .execute();
  return new Map(
    rows.map(({ first_row, after }) => [first_row, (JSON.parse(String(after)) as { digest: string }).digest]),
  );
}

/** How an erasure vouches for a run that lost somebody, among the sums of tables. */
const runKey = 'run ';

/** Of each run that an erasure reached into, what the last one left. */
async function vouchedRuns(db: Kysely<Tables>): Promise<Map<number, string | null>> {
  const rows = await db
    .selectFrom('change')
    .select('sums')
    .where('sums', 'like', `%"${runKey}%`)
    .orderBy('id')
    .execute();
  const vouches = rows.flatMap(({ sums }) => Object.entries(readSums(sums))).filter(([key]) => key.startsWith(runKey));
  return new Map(vouches.map(([key, { left }]) => [Number(key.slice(runKey.length)), left]));
}

/** Runs are proved by the hashes they hold themselves, one at a time: they are large. */
async function* runStates(
  db: Kysely<Tables>,
  vouched: ReadonlyMap<number, string | null>,
): AsyncGenerator<{ readonly id: number; readonly digest: string; readonly faults: readonly string[] }> {
  const runs = db.selectFrom('run').select(['id', 'program_text', 'program_hash', 'snapshot', 'roster_hash']);
  for await (const run of runs.orderBy('id').stream(1)) {
    const [program, people] = [sha256(run.program_text), sha256(run.snapshot)];
    const digest = sha256(`${program} ${people}`);
    const faults = [
      ...(program === run.program_hash ? [] : [`run ${run.id} does not hold the program file it was made with`]),
      ...(people === run.roster_hash ? [] : [`run ${run.id} does not hold the people it was made of`]),
    ];
    yield { id: run.id, digest, faults: vouched.get(run.id) === digest ? [] : faults };
  }
}

async function lastSum(db: Kysely<Tables>, table: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('change')
    .select('sums')
    .where(dialectOf(db).queryWords.jsonValue('sums', table), 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return readSums(row?.sums)[table]?.left;
}

function readSums(text: unknown): Sums {
  return typeof text === 'string' ? (JSON.parse(text) as Sums) : {};
}

/** SHA-256 of all rows in their order; null where they are too many. A migration that changes a table sums it up anew. */
function sumOf(db: Kysely<Tables>, table: string): Promise<string | null> {
  return dialectOf(db).bulkRows.sumOf(db, table, mostRows);
}
