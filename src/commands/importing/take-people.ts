// Rows of a roster or a file of outcomes taken in batch by batch, each in its cohort: the whole file's, or the one a column says.
import { byCohort, noCohortSaid } from '../../domain/imports/by-cohort.ts';
import type { PeopleTotals } from '../../domain/imports/taken-words.ts';
import { holdsSigns } from '../../domain/safe-text.ts';
import { isGap } from '../../domain/cells/gaps.ts';
import type { Issue } from '../../domain/issue.ts';
import { apartHint } from '../../domain/rows/values-once.ts';
import type { FieldChange } from '../../domain/people/roster.ts';
import type { DraftReader } from '../../domain/rows/read-drafts.ts';
import type { Batch, Row } from '../../intake/table.ts';
import { ensureCohort, findCohort, listCohorts } from '../../store/cohorts.ts';
import { newestRecord } from '../../store/records.ts';
import { mentions, startRosterImport, type Mentions, type RosterImport } from '../../store/roster-import.ts';
import type { Writer } from '../../store/transact.ts';
import type { Context } from '../shared/context.ts';
import { eachBatch, type Findings } from '../../intake/each-batch.ts';
import type { ImportOptions } from './options.ts';
import { takeObservations, type TakenObservations } from './take-observations.ts';
import type { Understood } from './understand-file.ts';

/** What came in to one cohort. */
export interface TakenPeople extends TakenObservations {
  readonly cohort: string;
  readonly roster: RosterImport;
  readonly roles: ReadonlySet<'mentor' | 'mentee' | 'none'>;
  readonly totals: { -readonly [K in keyof PeopleTotals]: number };
  readonly changes: { id: string; name: string; line: number; what: readonly FieldChange[] }[];
  /** Names that hold control or direction signs. */
  readonly signed: Set<string>;
}

interface Taking {
  readonly understood: Understood;
  readonly options: ImportOptions;
  readonly context: Context;
  readonly reader: DraftReader;
  readonly findings: Findings;
}

/** Reads and keeps the people; a cohort each, in the order of the file. None when no row said which cohort they are in. */
export async function takePeople(writer: Writer, taking: Taking): Promise<readonly TakenPeople[]> {
  const { understood, options, context, findings } = taking;
  const { table, columns } = understood;
  const cohorts = new Map<string, TakenPeople>();
  const words = await mentions(writer.db);
  const column = columns.find(({ meaning }) => meaning.is === 'target' && meaning.target === 'cohort')?.index;
  const cohortOf = ({ cells }: Row): string => {
    const cell = column === undefined ? '' : (cells[column] ?? '');
    return options.cohort ?? (isGap(cell) ? '' : cell);
  };
  const work = async (batch: Batch): Promise<readonly Issue[]> => {
    const issues: Issue[] = [];
    const groups = byCohort(batch.rows, cohortOf);
    if (groups.size === 0 && options.cohort !== undefined) groups.set(options.cohort, []);
    // A row that names none is in the only one that the file names.
    const unnamed = groups.get('') ?? [];
    if (unnamed.length > 0 && groups.size + cohorts.size > 2) {
      groups.delete('');
      const heading = table.headings[column ?? -1] ?? '';
      issues.push(...unnamed.map(({ line }) => noCohortSaid({ source: table.source, line, column: heading })));
    }
    const [only = [...cohorts.values()][0]?.cohort ?? ''] = [...groups.keys()].filter((name) => name !== '');
    for (const [name, rows] of groups)
      issues.push(...(await takeRows(writer, { ...taking, cohorts, words }, name || only, rows)));
    return issues;
  };
  await context.work(`Importing ${table.source}`, eachBatch(table, findings, options, work));
  return [...cohorts.values()];
}

function notTaken(id: string, where: Issue['where']): Issue {
  return {
    code: 'bad-value',
    severity: 'error',
    where,
    value: id,
    message: 'another line about this person has an error',
    hint: 'Mend that one, and this one comes in with it.',
  };
}

/** Rows of one cohort; their problems. */
async function takeRows(
  writer: Writer,
  taking: Taking & { readonly cohorts: Map<string, TakenPeople>; readonly words: Mentions },
  cohort: string,
  rows: readonly Row[],
): Promise<readonly Issue[]> {
  const { options, reader, findings, cohorts } = taking;
  const { drafts, observations, leftOut, issues: found } = reader.read(rows);
  const issues = [...found];
  findings.leftOut.push(...leftOut);
  const bad = new Set(issues.map(({ where }) => where.line));
  if (!options.skipBadRows && findings.issues.length + issues.length > 0) return issues;
  if (cohort === '') return issues;
  const key = cohort.toLowerCase();
  const taken = cohorts.get(key) ?? (await startPeople(writer, cohort, taking));
  cohorts.set(key, taken);
  const { roster, totals } = taken;
  let good = bad.size === 0 ? drafts : drafts.filter(({ line }) => !bad.has(line));
  let took = await roster.take(good);
  const conflicts = took.issues;
  if (conflicts.length > 0) {
    if (!options.skipBadRows) return [...issues, ...conflicts];
    for (const { where } of conflicts) bad.add(where.line);
    good = good.filter(({ line }) => !bad.has(line));
    took = await roster.take(good);
  }
  const { keys, outdated } = took;
  // Whoever is not taken in is not measured either, on whichever line.
  for (const { id, line } of observations) {
    if (keys.has(id) || bad.has(line)) continue;
    bad.add(line);
    issues.push(notTaken(id, { source: taking.understood.table.source, line }));
  }
  findings.leftOut.push(...took.leftOut);
  if (observations.length > 0) {
    const counting = observations.filter(({ line }) => !bad.has(line) && !outdated.has(line));
    const names = new Map(good.map(({ id, name }) => [keys.get(id), name === id ? id : `${name} (${id})`]));
    const { table, columns } = taking.understood;
    const place = { keys, names, source: table.source, hint: apartHint(columns) };
    issues.push(...(await takeObservations(writer, taken, counting, place)));
  }
  let before = '';
  for (const { id, name, role } of good) {
    if (holdsSigns(name) || holdsSigns(id)) taken.signed.add(name === id ? id : `${name} (${id})`);
    (taken.roles as Set<typeof role>).add(role);
    if (took.again.has(id)) continue;
    // Somebody in both roles stands there twice, one after the other.
    totals[id === before || took.inAnotherRole.has(id) ? 'both' : 'people']++;
    totals[role === 'none' ? 'neither' : role === 'mentor' ? 'mentors' : 'mentees']++;
    before = id;
  }
  totals.places += took.places;
  taken.changes.push(...took.changes);
  return [...issues, ...conflicts];
}

async function startPeople(
  writer: Writer,
  stated: string,
  { understood, context, reader, words }: Taking & { readonly words: Mentions },
): Promise<TakenPeople> {
  const { loaded, table } = understood;
  const { program } = loaded;
  const known = await findCohort(writer.db, stated);
  const others = (await listCohorts(writer.db)).map(({ name }) => name);
  const cohort = known?.name ?? stated;
  // A slip of the pen would make a cohort of its own.
  if (known === undefined && others.length > 0)
    context.note(`${cohort} is a new cohort here; known before: ${others.join(', ')}.`);
  const plan = program.cohorts.find(({ name }) => name.toLowerCase() === cohort.toLowerCase());
  const cohortId = await ensureCohort(writer, { ...plan, name: cohort });
  const standardSeats = program.capacity.standard;
  return {
    cohort,
    cohortId,
    roster: await startRosterImport(writer, cohortId, {
      source: table.source,
      standardSeats,
      long: reader.long,
      words,
    }),
    roles: new Set(),
    observations: { added: 0, changed: 0, same: 0 },
    totals: { people: 0, mentors: 0, mentees: 0, both: 0, neither: 0, places: 0, observations: 0 },
    changes: [],
    overwritten: [],
    signed: new Set(),
    newest: await newestRecord(writer.db, 'observation'),
    changedHere: new Map(),
    disputed: new Map(),
  };
}
