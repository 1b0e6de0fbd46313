// A roster or a file of outcomes: people found or made, their parts in the cohort and what was observed of them kept.
import type { ColumnMeaning } from '../../domain/columns/meaning.ts';
import { sumOfCounts, outcomeWords, peopleWords } from '../../domain/imports/taken-words.ts';
import { primaryNames } from '../../domain/outcomes/named-primary.ts';
import { setStatus } from '../../store/people.ts';
import { writeDownPrimary } from '../../store/named-primary.ts';
import { Failure } from '../../domain/failure.ts';
import { importReport, type ImportCounts } from '../../domain/imports/import-report.ts';
import { programAdditions } from '../../domain/imports/program-additions.ts';
import { findTerm } from '../../domain/cells/terms.ts';
import { overwrittenWords } from '../../domain/imports/overwritten.ts';
import { alikeIds, alikeIdsWords, type AlikeIds } from '../../domain/people/alike-ids.ts';
import { signedWords, undecidedWords, unmeasuredWords } from '../../domain/imports/left-open.ts';
import { oddTimes } from '../../domain/imports/odd-times.ts';
import { undecidedDays } from '../../domain/rows/read-cell.ts';
import { draftReader } from '../../domain/rows/read-drafts.ts';
import type { Report } from '../../domain/report/report.ts';
import { hashOf } from '../../intake/source.ts';
import type { Table } from '../../intake/table.ts';
import { keepBatch } from '../../store/batches.ts';
import type { RosterImport } from '../../store/roster-import.ts';
import type { Writer } from '../../store/transact.ts';
import type { Context } from '../shared/context.ts';
import { badLines, type Findings } from '../../intake/each-batch.ts';
import { judge, setAside } from './findings.ts';
import { changeBoth, keepProgram } from './keep-program.ts';
import type { ImportOptions } from './options.ts';
import { batchFacts, reportFacts } from './report-facts.ts';
import { roleOfAll } from './role-of-all.ts';
import { takePeople, type TakenPeople } from './take-people.ts';
import type { Understood } from './understand-file.ts';

/**
 * One file, one change: all of it is kept, or nothing. Throws Failure for bad rows, and where it cannot be told which
 * cohort they are in.
 */
export async function importPeople(understood: Understood, options: ImportOptions, context: Context): Promise<Report> {
  const { table, kind, columns, loaded } = understood;
  const role = await roleOfAll(understood, options, context);
  const keepsRoles = kind === 'roster' && role === 'none' && options.role === undefined && understood.known === 1;
  const dates = options.dayOrder ?? loaded.program.dates;
  const reader = draftReader(columns, loaded.program, {
    source: table.source,
    role,
    dates,
    extract: context.today(),
    ...(kind === 'outcomes' ? { outcomes: true, ...timeInName(table) } : {}),
  });
  const findings: Findings = { issues: [], leftOut: [], badRows: [], rows: 0 };
  const importing = context.usingStore({ create: options.dryRun ? 'in-memory' : true }, (store) =>
    changeBoth(store, context, options, async (writer, wrote) => {
      if (kind === 'outcomes')
        await writeDownPrimary(writer, primaryNames(loaded.program.measures), loaded.program.measures, context.today());
      const cohorts = await takePeople(writer, { understood, options, context, reader, findings });
      const odd = oddTimes(reader.times, context.today(), table.source);
      findings.issues.push(...odd.issues);
      judge(findings, table, options, context);
      const last = cohorts.at(-1);
      if (last === undefined) throw whichCohort(table);
      const kept = [];
      for (const cohort of cohorts) kept.push(await close(writer, cohort, understood, options, context, findings));
      const counts = kept.map((one) => one.counts).reduce(sumOfCounts);
      const program = wrote(
        await keepProgram(
          writer,
          last.cohortId,
          loaded,
          programAdditions(columns, reader.newOptions, loaded.program),
          options.dryRun,
        ),
      );
      return importReport({
        ...reportFacts(understood, findings, options),
        cohort: cohorts.map(({ cohort }) => cohort).join(', '),
        counts,
        role: kind === 'roster' ? role : undefined,
        what: cohorts
          .map((one) => (kind === 'outcomes' ? outcomeWords(one.totals) : peopleWords(one.totals, keepsRoles)))
          .map((words, index) => (index === cohorts.length - 1 ? words : `${words} in ${cohorts[index]?.cohort ?? ''}`))
          .join('; '),
        lastCohort: last.cohort,
        changes: cohorts.flatMap(({ changes }) => changes),
        inWords: reader.inWords,
        inPhrases: reader.inPhrases,
        withoutZeros: new Map(cohorts.flatMap(({ roster }) => [...roster.withoutZeros])),
        byName: new Map(cohorts.flatMap(({ roster }) => [...roster.byName])),
        newOptions: reader.newOptions,
        missing: kept.flatMap(({ missing }) => missing),
        back: { people: kept.flatMap(({ withdrawn }) => withdrawn), active: options.complete },
        programSaid: program.said,
        remarks: [
          ...overwrittenWords(
            cohorts.flatMap(({ overwritten }) => overwritten),
            options.dryRun,
          ),
          ...signedWords(cohorts.flatMap(({ signed }) => [...signed])),
          ...unmeasuredWords(reader.unmeasured),
          ...odd.notes,
          ...alikeIdsWords(kept.flatMap(({ alike }) => alike)),
          ...undecidedWords(undecidedDays(columns, dates)),
        ],
      });
    }),
  );
  const report = await importing;
  await setAside(findings, table, options, context);
  return report;
}

interface ClosedCohort {
  /** New ids that look like ids of people the file leaves out. */
  readonly alike: readonly AlikeIds[];
  readonly counts: ImportCounts;
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  readonly withdrawn: readonly { readonly id: string; readonly name: string }[];
}

/** What a file that is over means for one cohort: who is missing from it, who is back, and the file itself. */
async function close(
  writer: Writer,
  taken: TakenPeople,
  understood: Understood,
  options: ImportOptions,
  context: Context,
  findings: Findings,
): Promise<ClosedCohort> {
  const { roster, roles, cohortId, observations } = taken;
  const missing = options.complete ? await withdrawMissing(writer, roster, roles) : [];
  const withdrawn = await roster.withdrawn();
  if (options.complete) for (const { enrolment } of withdrawn) await setStatus(writer, enrolment, 'active');
  const counts: ImportCounts = {
    ...roster.counts,
    bad: badLines(findings),
    observations,
    ...(options.complete ? { withdrawn: missing.length } : {}),
  };
  const sha256 = hashOf(understood.source);
  const facts = factsOf(taken, understood.columns);
  await keepBatch(writer, { ...batchFacts(understood, context, facts), sha256, cohortId, counts });
  const alike =
    understood.kind === 'outcomes' && roster.counts.added > 0
      ? alikeIds(idsOf(await roster.brought()), idsOf(await roster.missing(['mentee', 'none'])))
      : [];
  return { counts, missing, withdrawn, alike };
}

function idsOf(parts: readonly { readonly id: string }[]): string[] {
  return parts.map(({ id }) => id);
}

/** What a file says of people in no role holds whatever role they take. */
function factsOf({ roles }: TakenPeople, columns: readonly ColumnMeaning[]): readonly string[] {
  if ([...roles].some((role) => role !== 'none')) return [];
  return columns.flatMap(({ meaning }) =>
    meaning.is === 'field' || meaning.is === 'option' ? [meaning.field.name] : [],
  );
}

async function withdrawMissing(
  writer: Writer,
  roster: RosterImport,
  roles: ReadonlySet<'mentor' | 'mentee' | 'none'>,
): Promise<{ id: string; name: string }[]> {
  const missing = await roster.missing([...roles]);
  for (const { enrolment } of missing) await setStatus(writer, enrolment, 'withdrawn');
  return missing.map(({ id, name }) => ({ id, name }));
}

/** A time that the name of the sheet or the file says: `registrar-fall-2026.csv`. A day of export is none. */
function timeInName({ source, reading }: Table): { readonly when?: string } {
  for (const name of [reading.sheet ?? '', source.replace(/\.\w+$/, '')]) {
    const term = findTerm(name)?.term;
    if (term?.month !== undefined && !/^\d/.test(term.label)) return { when: term.label };
  }
  return {};
}

function whichCohort(table: Table): Failure {
  return new Failure('usage', {
    code: 'which-cohort',
    message: 'which cohort do these people belong to?',
    where: { source: table.source },
    hint: 'Say it with --cohort, e.g. --cohort fall.',
  });
}
