// A roster or a file of outcomes: people found or made, their parts in the cohort and what was observed of them kept.
import type { ColumnMeaning } from '../../domain/columns/meaning.ts';
import type { Issue } from '../../domain/issue.ts';
import { Failure } from '../../domain/failure.ts';
import { importReport, type ImportCounts } from '../../domain/imports/import-report.ts';
import { programAdditions } from '../../domain/imports/program-additions.ts';
import { draftReader, type DraftReader } from '../../domain/rows/read-drafts.ts';
import type { FieldChange } from '../../domain/people/roster.ts';
import type { Report } from '../../domain/report/report.ts';
import { hashOf } from '../../intake/source.ts';
import type { Batch, Table } from '../../intake/table.ts';
import { keepBatch } from '../../store/batches.ts';
import { ensureCohort, findCohort, listCohorts } from '../../store/cohorts.ts';
import { keepRecords } from '../../store/records.ts';
import { startRosterImport, type RosterImport } from '../../store/roster-import.ts';
import { transact, type Writer } from '../../store/transact.ts';
import type { Context, LoadedProgram } from '../shared/context.ts';
import { badLines, eachBatch, judge, setAside, type Findings } from './findings.ts';
import { keepProgram, type KeptProgram } from './keep-program.ts';
import type { ImportOptions } from './options.ts';
import { batchFacts, reportFacts } from './report-facts.ts';
import { roleOfAll } from './role-of-all.ts';
import type { Understood } from './understand-file.ts';

/**
 * One file, one change: all of it is kept, or nothing. Throws Failure for bad rows, and where it cannot be told which
 * cohort they are in.
 */
export async function importPeople(understood: Understood, options: ImportOptions, context: Context): Promise<Report> {
  const { table, kind, columns, loaded, source } = understood;
  const role = await roleOfAll(understood, options, context);
  const dates = options.dates ?? loaded.program.dates;
  const reader = draftReader(columns, loaded.program, { source: table.source, role, dates, extract: context.today() });
  const findings: Findings = { issues: [], leftOut: [], badRows: [], rows: 0 };
  let program: KeptProgram | undefined;
  const importing = context.usingStore({ create: options.dryRun ? 'in-memory' : true }, (store) =>
    transact(
      store,
      context.author(),
      async (writer) => {
        const kept = await takePeople(writer, { understood, options, context, reader, findings });
        judge(findings, table, options, context);
        if (kept === undefined) throw whichCohort(reader, table);
        if (reader.cohorts.size > 1 && options.cohort === undefined) throw whichCohort(reader, table);
        const missing = options.complete ? await withdrawMissing(writer, kept.roster, kept.roles) : [];
        const withdrawn = await kept.roster.withdrawn();
        if (options.complete)
          for (const { enrolment } of withdrawn) await writer.update('enrolment', enrolment, { status: 'active' });
        const counts: ImportCounts = {
          ...kept.roster.counts,
          bad: badLines(findings),
          observations: kept.observations,
          ...(options.complete ? { withdrawn: missing.length } : {}),
        };
        const { cohortId } = kept;
        await keepBatch(writer, {
          ...batchFacts(understood, context, factsOf(kept, columns)),
          sha256: hashOf(source),
          cohortId,
          counts,
        });
        program = await keepProgram(
          writer,
          cohortId,
          loaded,
          programAdditions(columns, reader.newOptions, loaded.program),
          options.dryRun,
        );
        return importReport({
          ...reportFacts(understood, findings, options),
          cohort: kept.cohort,
          counts,
          role: kind === 'roster' ? role : undefined,
          what: kind === 'outcomes' ? outcomeWords(kept) : peopleWords(kept),
          changes: kept.changes,
          inWords: reader.inWords,
          inPhrases: reader.inPhrases,
          withoutZeros: kept.roster.withoutZeros,
          newOptions: reader.newOptions,
          missing,
          back: { people: withdrawn, active: options.complete },
          programSaid: program.said,
        });
      },
      { dryRun: options.dryRun },
    ),
  );
  const report = await importing.catch((error: unknown) => {
    program?.putBack();
    throw error;
  });
  setAside(findings, table, options, context);
  return report;
}

/** What a file says of people in no role holds whatever role they take. */
function factsOf({ roles }: TakenPeople, columns: readonly ColumnMeaning[]): readonly string[] {
  if ([...roles].some((role) => role !== 'none')) return [];
  return columns.flatMap(({ meaning }) =>
    meaning.is === 'field' || meaning.is === 'option' ? [meaning.field.name] : [],
  );
}

interface TakenPeople {
  readonly cohort: string;
  readonly cohortId: number;
  readonly roster: RosterImport;
  readonly roles: ReadonlySet<'mentor' | 'mentee' | 'none'>;
  readonly observations: { added: number; changed: number; same: number };
  readonly totals: {
    people: number;
    mentors: number;
    mentees: number;
    both: number;
    neither: number;
    places: number;
    observations: number;
  };
  readonly changes: { id: string; name: string; line: number; what: readonly FieldChange[] }[];
}

/** Reads and keeps the people batch by batch. Undefined when no row said which cohort they are in. */
async function takePeople(
  writer: Writer,
  {
    understood,
    options,
    context,
    reader,
    findings,
  }: {
    readonly understood: Understood;
    readonly options: ImportOptions;
    readonly context: Context;
    readonly reader: DraftReader;
    readonly findings: Findings;
  },
): Promise<TakenPeople | undefined> {
  const { table, loaded } = understood;
  let taken: TakenPeople | undefined;
  const work = async (batch: Batch): Promise<readonly Issue[]> => {
    const { drafts, observations, issues, leftOut } = reader.read(batch.rows);
    findings.leftOut.push(...leftOut);
    const bad = new Set(issues.map(({ where }) => where.line));
    if (!options.skipBadRows && findings.issues.length + issues.length > 0) return issues;
    const cohort = options.cohort ?? [...reader.cohorts][0];
    if (cohort === undefined) return issues;
    taken ??= await startPeople(writer, cohort, { loaded, source: table.source, long: reader.long, context });
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
    findings.leftOut.push(...took.leftOut);
    if (observations.length > 0) {
      const kept = await keepRecords(
        writer,
        'observation',
        taken.cohortId,
        observations
          .filter(({ line }) => !bad.has(line) && !outdated.has(line))
          .map(({ id, line: _, ...observation }) => ({ person_id: keys.get(id) ?? 0, ...observation })),
      );
      taken.observations.added += kept.added.length;
      taken.observations.changed += kept.changed.length;
      taken.observations.same += kept.same;
    }
    let before = '';
    for (const { id, role } of good) {
      (taken.roles as Set<typeof role>).add(role);
      if (took.again.has(id)) continue;
      // Somebody in both roles stands there twice, one after the other.
      totals[id === before || took.inAnotherRole.has(id) ? 'both' : 'people']++;
      totals[role === 'none' ? 'neither' : role === 'mentor' ? 'mentors' : 'mentees']++;
      before = id;
    }
    totals.places += took.places;
    totals.observations += observations.length;
    taken.changes.push(...took.changes);
    return [...issues, ...conflicts];
  };
  await context.work(`Importing ${table.source}`, eachBatch(table, findings, options, work));
  return taken;
}

async function startPeople(
  writer: Writer,
  stated: string,
  told: { readonly loaded: LoadedProgram; readonly source: string; readonly long: boolean; readonly context: Context },
): Promise<TakenPeople> {
  const { loaded, source, long, context } = told;
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
    roster: await startRosterImport(writer, cohortId, { source, standardSeats, long }),
    roles: new Set(),
    observations: { added: 0, changed: 0, same: 0 },
    totals: { people: 0, mentors: 0, mentees: 0, both: 0, neither: 0, places: 0, observations: 0 },
    changes: [],
  };
}

async function withdrawMissing(
  writer: Writer,
  roster: RosterImport,
  roles: ReadonlySet<'mentor' | 'mentee' | 'none'>,
): Promise<{ id: string; name: string }[]> {
  const missing = await roster.missing([...roles]);
  for (const { enrolment } of missing) await writer.update('enrolment', enrolment, { status: 'withdrawn' });
  return missing.map(({ id, name }) => ({ id, name }));
}

function peopleWords({ totals: { mentors, mentees, both, neither, places } }: TakenPeople): string {
  const parts = [
    mentors > 0
      ? `${mentors} mentor${mentors === 1 ? '' : 's'}${places > 0 ? ` with ${places} place${places === 1 ? '' : 's'}` : ''}`
      : '',
    mentees > 0 ? `${mentees} mentee${mentees === 1 ? '' : 's'}` : '',
    both > 0 ? `${both} in both roles` : '',
    neither > 0 ? `${neither} in neither role` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'no people' : parts.join(', ');
}

function outcomeWords({ totals: { people, observations } }: TakenPeople): string {
  return `${observations} observation${observations === 1 ? '' : 's'} of ${people === 1 ? '1 person' : `${people} people`}`;
}

function whichCohort({ cohorts }: DraftReader, table: Table): Failure {
  const many = cohorts.size > 1;
  return new Failure('usage', {
    code: 'which-cohort',
    message: many
      ? `the rows belong to ${cohorts.size} cohorts: ${[...cohorts].slice(0, 6).join(', ')}`
      : 'which cohort do these people belong to?',
    where: { source: table.source },
    hint: many ? 'Split the file, or put all of it in one with --cohort.' : 'Say it with --cohort, e.g. --cohort fall.',
  });
}
