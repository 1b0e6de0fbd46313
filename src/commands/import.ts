// mentorctl import: files in, people and records kept, everything that was decided said.
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { askColumn } from '../cli/ask-columns.ts';
import { writeFileWhole } from '../cli/write-file.ts';
import type { DateOrder } from '../domain/cells/dates.ts';
import { mappingOf, meaningWords } from '../domain/columns/meaning-words.ts';
import { detectKinds, understandColumns, type ColumnMeaning } from '../domain/columns/meaning.ts';
import { proposeCriteria } from '../domain/columns/propose-criteria.ts';
import { foldHeading, kinds, vocabulary, type Kind } from '../domain/columns/vocabulary.ts';
import { Failure } from '../domain/failure.ts';
import { importReport, type ImportCounts, type ImportFacts } from '../domain/imports/import-report.ts';
import { programAdditions } from '../domain/imports/program-additions.ts';
import { readingNote } from '../domain/imports/reading-note.ts';
import type { Issue } from '../domain/issue.ts';
import { draftReader, type DraftReader } from '../domain/people/read-drafts.ts';
import { recordReader, recordTables, type RecordKind } from '../domain/people/read-records.ts';
import type { FieldChange } from '../domain/people/roster.ts';
import type { Progress } from '../domain/progress.ts';
import type { Report } from '../domain/reports/report.ts';
import { openTable } from '../intake/open-table.ts';
import { amendProgramText } from '../intake/program-text.ts';
import { fileSource, hashOf, memorySource, type Source } from '../intake/source.ts';
import type { Batch, LeftOut, Row, Table } from '../intake/table.ts';
import { renderRows } from '../render/documents.ts';
import { keepBatch } from '../store/batches.ts';
import { ensureCohort } from '../store/cohorts.ts';
import { keepPairs } from '../store/keep-pairs.ts';
import { allPeople, fieldsAnswered, membersOf } from '../store/people.ts';
import { keepRecords } from '../store/records.ts';
import { startRosterImport, type RosterImport } from '../store/roster-import.ts';
import { transact, type Writer } from '../store/transact.ts';
import { chooseCohort, type Act, type Context, type LoadedProgram } from './context.ts';

type RoleChoice = 'mentor' | 'mentee' | 'both' | 'none';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly cohort?: string;
  readonly role?: RoleChoice;
  readonly as?: Kind;
  readonly map: ReadonlyMap<string, string>;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly dates?: DateOrder;
  readonly ask: boolean;
  readonly dryRun: boolean;
  readonly complete: boolean;
  readonly skipBadRows: boolean;
  readonly rejects?: string;
  readonly verbose: boolean;
}

type Flags = Partial<Omit<ImportOptions, 'files' | 'map'>> & {
  readonly map?: Map<string, string>;
  readonly explain?: boolean;
};

export function define(command: Command, act: Act): void {
  command
    .argument('<files...>', 'CSV or .xlsx exports of forms, spreadsheets or a registrar; - is standard input')
    .option('--cohort <name>', 'the cohort these people belong to')
    .addOption(
      new Option('--role <role>', 'the role of everybody in the file').choices(['mentor', 'mentee', 'both', 'none']),
    )
    .addOption(new Option('--as <kind>', 'what kind of file it is').choices([...kinds]))
    .option('--map <heading=field>', 'what a column is; - leaves it out; may be given again', addMapping)
    .option('--sheet <name>', 'the sheet of a workbook; the first if not said')
    .option('--encoding <label>', 'the encoding of the file, e.g. windows-1252, macintosh')
    .addOption(new Option('--dates <order>', 'how days are written: dmy or mdy').choices(['dmy', 'mdy']))
    .option('--ask', 'look over the columns on the terminal before anything is kept')
    .option('--dry-run', 'check and show everything, write nothing')
    .option('--explain', 'the same as --dry-run --verbose')
    .option('--complete', 'the file is the full roster: whoever is missing from it is withdrawn')
    .option('--skip-bad-rows', 'take the good rows though others have errors')
    .option('--rejects <file>', 'with --skip-bad-rows: write the bad rows here, to mend and import again')
    .option('--verbose', 'list every change')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl import signups.csv --cohort fall\n  mentorctl import mentors.csv --role mentor --cohort fall\n  mentorctl import registrar.xlsx --sheet Fall --dry-run\n  mentorctl import signups.csv --cohort fall --skip-bad-rows --rejects bad.csv',
    )
    .action((files: string[], { explain = false, ...flags }: Flags) =>
      act((context) =>
        runImport(
          {
            ...flags,
            files,
            map: flags.map ?? new Map(),
            ask: flags.ask ?? false,
            dryRun: (flags.dryRun ?? false) || explain,
            complete: flags.complete ?? false,
            skipBadRows: flags.skipBadRows ?? false,
            verbose: (flags.verbose ?? false) || explain,
          },
          context,
        ),
      ),
    );
}

function addMapping(text: string, before: Map<string, string> | undefined): Map<string, string> {
  // The heading may hold the sign itself; a field's name does not.
  const at = text.lastIndexOf('=');
  const [heading, field] = [text.slice(0, Math.max(0, at)), text.slice(at + 1).trim()];
  if (heading === '' || field === '') throw new InvalidArgumentError('Write it as "Heading=field".');
  return new Map([...(before ?? []), [foldHeading(heading), field]]);
}

export async function runImport(options: ImportOptions, context: Context): Promise<void> {
  const reports: Report[] = [];
  for (const file of options.files) reports.push(await importOne(file, options, context));
  const [only] = reports;
  const whole: Report =
    only !== undefined && reports.length === 1
      ? only
      : {
          schema: 'mentorctl/imports@1',
          blocks: reports.flatMap(({ blocks }, index) =>
            index === reports.length - 1 ? blocks : blocks.filter(({ kind }) => kind !== 'next'),
          ),
          json: { items: reports.map((report) => ({ schema: report.schema, ...report.json })) },
        };
  await context.show(whole);
}

/** A file as it was understood, before anything of it is kept. */
interface Understood {
  readonly source: Source;
  readonly table: Table;
  readonly kind: Kind;
  readonly columns: readonly ColumnMeaning[];
  readonly loaded: LoadedProgram;
}

async function importOne(file: string, options: ImportOptions, context: Context): Promise<Report> {
  const source =
    file === '-'
      ? memorySource('standard input', await context.host.stdin.bytes())
      : fileSource(resolve(context.host.cwd, file));
  const table = await openTable(source, {
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
  });
  const loaded = await context.program();
  const kind = await chooseKind(table, options, context);
  const { rows } = table.first;
  const cells = table.headings.map((_, index) => rows.map((row) => row.cells[index] ?? ''));
  const map = new Map(options.map);
  const system = table.reading.origin === 'microsoft-forms' ? ['id'] : table.reading.origin === 'typeform' ? [''] : [];
  let columns = understandColumns(kind, table.headings, cells, loaded.program, { map, system });
  const describe = (): void => {
    const facts = { source: table.source, ...table.reading };
    const size = { rows: rows.length, more: !table.complete };
    for (const line of readingNote(facts, kind, columns, size)) context.note(line);
  };
  describe();
  if (options.ask) {
    for (;;) {
      const change = await askColumn(context.ask, columns.map(shownColumn), wordsFor(kind, loaded));
      if (change === undefined) break;
      map.set(foldHeading(change.heading), change.word);
      columns = understandColumns(kind, table.headings, cells, loaded.program, { map, system });
    }
    describe();
  }
  const understood: Understood = { source, table, kind, columns, loaded };
  return kind === 'roster' || kind === 'outcomes'
    ? importPeople(understood, options, context)
    : importRecords(kind, understood, options, context);
}

async function chooseKind(table: Table, options: ImportOptions, context: Context): Promise<Kind> {
  if (options.as !== undefined) return options.as;
  const found = detectKinds(table.headings);
  const [kind = 'roster'] = found;
  if (found.length < 2) return kind;
  if (context.ask.possible) {
    const choices = found.map((value) => ({ value, label: value }));
    return context.ask.choose(`What does ${table.source} hold?`, choices, '--as');
  }
  throw new Failure('usage', {
    code: 'which-kind',
    message: `this file could be ${found.join(' or ')}`,
    where: { source: table.source },
    hint: `Say which with --as ${found.join(' or --as ')}.`,
  });
}

function shownColumn({ heading, meaning, profile }: ColumnMeaning): Parameters<typeof askColumn>[1][number] {
  return { heading, meaning: meaningWords(meaning), samples: profile.distinct.slice(0, 3) };
}

function wordsFor(kind: Kind, { program }: LoadedProgram): { value: string; label: string }[] {
  const targets = Object.keys(vocabulary[kind]).map((value) => ({ value, label: value.replaceAll('-', ' ') }));
  const fields = program.fields.map(({ name }) => ({ value: name, label: `${name} (an answer known already)` }));
  return [...targets, ...fields];
}

/** The role of everybody in the file, where no column says it. */
async function roleOfAll(
  { table, kind, columns }: Understood,
  options: ImportOptions,
  context: Context,
): Promise<RoleChoice | undefined> {
  if (options.role !== undefined) return options.role;
  if (kind === 'outcomes') return 'none';
  const said = columns.some(
    ({ meaning }) => meaning.is === 'target' && ['role', 'mentor-yes-no', 'mentee-yes-no'].includes(meaning.target),
  );
  if (said) return undefined;
  if (context.ask.possible) {
    return context.ask.choose<RoleChoice>(
      `No column of ${table.source} says who is a mentor. Who is in it?`,
      [
        { value: 'mentor', label: 'mentors' },
        { value: 'mentee', label: 'mentees' },
        { value: 'both', label: 'people who are both' },
        { value: 'none', label: 'neither: people to compare with' },
      ],
      '--role',
    );
  }
  throw new Failure('bad-data', {
    code: 'no-role-column',
    message: 'no column says who is a mentor and who is a mentee; nothing was imported',
    where: { source: table.source },
    hint: 'Say it for the whole file with --role mentor or --role mentee, or name the column with --map "Heading=role".',
  });
}

/** What comes together on the way through a file: its problems, what was left out, and the rows that were bad. */
interface Findings {
  readonly issues: Issue[];
  readonly leftOut: LeftOut[];
  readonly badRows: Row[];
  rows: number;
}

/** Problems listed in full; a file of another kind would otherwise fill the memory with its complaints. */
const mostIssues = 10_000;

/** Every batch of the table, with progress; stops early when a file is wrong throughout. */
async function* eachBatch(
  table: Table,
  findings: Findings,
  options: ImportOptions,
  work: (batch: Batch) => Promise<readonly Issue[]>,
): AsyncGenerator<Progress, void, undefined> {
  const take = async (batch: Batch): Promise<boolean> => {
    findings.rows += batch.rows.length + batch.badRows.length;
    findings.leftOut.push(...batch.leftOut);
    findings.issues.push(...batch.issues);
    findings.badRows.push(...batch.badRows);
    const issues = await work(batch);
    findings.issues.push(...issues);
    const bad = new Set(issues.map(({ where }) => where.line));
    if (bad.size > 0) findings.badRows.push(...batch.rows.filter(({ line }) => bad.has(line)));
    return options.skipBadRows || findings.issues.length < mostIssues;
  };
  if (!(await take(table.first))) return;
  for await (const batch of table.rest()) {
    yield { phase: 'rows', done: findings.rows, total: 0 };
    if (!(await take(batch))) return;
  }
}

async function importPeople(understood: Understood, options: ImportOptions, context: Context): Promise<Report> {
  const { table, kind, columns, loaded, source } = understood;
  const role = await roleOfAll(understood, options, context);
  const dates = options.dates ?? loaded.program.dates;
  const reader = draftReader(columns, loaded.program, { source: table.source, role, dates });
  const findings: Findings = { issues: [], leftOut: [], badRows: [], rows: 0 };
  return context.usingStore({ create: options.dryRun ? 'in-memory' : true }, (store) =>
    transact(
      store,
      context.author(),
      async (writer) => {
        const kept = await takePeople(writer, { understood, options, context, reader, findings });
        judge(findings, table, options, context);
        if (kept === undefined) throw whichCohort(reader, table);
        if (reader.cohorts.size > 1 && options.cohort === undefined) throw whichCohort(reader, table);
        const missing = options.complete ? await withdrawMissing(writer, kept.roster, kept.roles) : [];
        const counts: ImportCounts = {
          ...kept.roster.counts,
          bad: badLines(findings),
          observations: kept.observations,
          ...(options.complete ? { withdrawn: missing.length } : {}),
        };
        const { cohortId } = kept;
        await keepBatch(writer, { ...batchFacts(understood, context), sha256: hashOf(source), cohortId, counts });
        const programSaid = await keepProgram(writer, cohortId, understood, reader, options.dryRun);
        return importReport({
          ...reportFacts(understood, findings, options),
          cohort: kept.cohort,
          counts,
          what: kind === 'outcomes' ? outcomeWords(kept) : peopleWords(kept),
          changes: kept.changes,
          inWords: reader.inWords,
          newOptions: reader.newOptions,
          missing,
          programSaid,
        });
      },
      { dryRun: options.dryRun },
    ),
  );
}

interface TakenPeople {
  readonly cohort: string;
  readonly cohortId: number;
  readonly roster: RosterImport;
  readonly roles: ReadonlySet<'mentor' | 'mentee' | 'none'>;
  readonly observations: { added: number; changed: number; same: number };
  readonly totals: { people: number; mentors: number; mentees: number; places: number; observations: number };
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
    taken ??= await startPeople(writer, cohort, loaded, table.source, reader.long);
    const { roster, totals } = taken;
    let good = drafts.filter(({ line }) => !bad.has(line));
    let took = await roster.take(good);
    const conflicts = took.issues;
    if (conflicts.length > 0) {
      if (!options.skipBadRows) return [...issues, ...conflicts];
      for (const { where } of conflicts) bad.add(where.line);
      good = good.filter(({ line }) => !bad.has(line));
      took = await roster.take(good);
    }
    const { plan, keys, leftOut: again } = took;
    findings.leftOut.push(...again);
    const kept = await keepRecords(
      writer,
      'observation',
      taken.cohortId,
      observations
        .filter(({ line }) => !bad.has(line))
        .map(({ id, line: _, ...observation }) => ({ person_id: keys.get(id) ?? 0, ...observation })),
    );
    taken.observations.added += kept.added.length;
    taken.observations.changed += kept.changed.length;
    taken.observations.same += kept.same;
    for (const { role } of good) (taken.roles as Set<typeof role>).add(role);
    totals.people += new Set(good.map(({ id }) => id)).size;
    totals.mentors += good.filter(({ role }) => role === 'mentor').length;
    totals.mentees += good.filter(({ role }) => role === 'mentee').length;
    totals.places += plan.enrolments.reduce((sum, { draft, seats }) => sum + (draft.role === 'mentor' ? seats : 0), 0);
    totals.observations += observations.length;
    taken.changes.push(...plan.changes);
    return [...issues, ...conflicts];
  };
  await context.work(`Importing ${table.source}`, eachBatch(table, findings, options, work));
  return taken;
}

async function startPeople(
  writer: Writer,
  cohort: string,
  { program }: LoadedProgram,
  source: string,
  long: boolean,
): Promise<TakenPeople> {
  const plan = program.cohorts.find(({ name }) => name === cohort) ?? { name: cohort };
  const cohortId = await ensureCohort(writer, plan);
  const standardSeats = program.capacity.standard;
  return {
    cohort,
    cohortId,
    roster: await startRosterImport(writer, cohortId, { source, standardSeats, long }),
    roles: new Set(),
    observations: { added: 0, changed: 0, same: 0 },
    totals: { people: 0, mentors: 0, mentees: 0, places: 0, observations: 0 },
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

function peopleWords({ totals: { mentors, mentees, places } }: TakenPeople): string {
  const parts = [
    mentors > 0
      ? `${mentors} mentor${mentors === 1 ? '' : 's'}${places > 0 ? ` with ${places} place${places === 1 ? '' : 's'}` : ''}`
      : '',
    mentees > 0 ? `${mentees} mentee${mentees === 1 ? '' : 's'}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'no people' : parts.join(', ');
}

function outcomeWords({ totals: { people, observations } }: TakenPeople): string {
  return `${observations} observations of ${people} people`;
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

function badLines({ issues }: Findings): number {
  return new Set(issues.map(({ where }) => where.line)).size;
}

function batchFacts(
  { table, kind, columns }: Understood,
  context: Context,
): { at: string; file: string; kind: Kind; reading: object } {
  const reading = { ...table.reading, mapping: mappingOf(columns) };
  return { at: context.host.now().toISOString(), file: table.source, kind, reading };
}

function reportFacts(
  { table, kind, columns }: Understood,
  { leftOut, issues }: Findings,
  { dryRun, verbose }: ImportOptions,
): Pick<ImportFacts, 'kind' | 'facts' | 'columns' | 'leftOut' | 'issues' | 'dryRun' | 'verbose'> {
  const facts = { source: table.source, ...table.reading };
  return { kind, facts, columns, leftOut: [...leftOut].sort((a, b) => a.line - b.line), issues, dryRun, verbose };
}

/** All problems at once; with --skip-bad-rows they go to the rejects file instead. */
function judge(findings: Findings, table: Table, options: ImportOptions, context: Context): void {
  const issues = findings.issues.sort((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  if (issues.length === 0) return;
  const bad = new Map<number, string[]>();
  for (const { where, message } of issues) {
    const text = where.column === undefined ? message : `${where.column}: ${message}`;
    bad.set(where.line ?? 0, [...(bad.get(where.line ?? 0) ?? []), text]);
  }
  if (!options.skipBadRows) {
    const many = issues.length >= mostIssues ? ' at least' : '';
    const left = findings.rows - bad.size;
    throw new Failure('bad-data', {
      code: 'bad-rows',
      message: `${issues.length}${many} problem${issues.length === 1 ? '' : 's'} in ${findings.rows} rows; nothing was imported.`,
      where: { source: table.source },
      issues,
      ...(left > 0 && many === ''
        ? { hint: `Import the other ${left} with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.` }
        : {}),
    });
  }
  const lines = [...bad.keys()].sort((a, b) => a - b);
  context.note(
    `Left out for now: ${bad.size} row${bad.size === 1 ? '' : 's'} with errors (line${bad.size === 1 ? '' : 's'} ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', ...' : ''}).`,
  );
  if (options.rejects === undefined || options.dryRun) return;
  const rows = findings.badRows
    .filter(({ line }) => bad.has(line))
    .sort((a, b) => a.line - b.line)
    .map(({ line, cells }) => [
      ...table.headings.map((_, index) => cells[index] ?? ''),
      (bad.get(line) ?? []).join('; '),
    ]);
  writeFileWhole(
    resolve(context.host.cwd, options.rejects),
    renderRows([[...table.headings, 'mentorctl_error'], ...rows]),
  );
  context.note(`They are in ${options.rejects}: mend them there and import that file.`);
}

/** Writes mentorctl.yaml where there is something to add; rules and criteria only while nobody has changed the proposal. */
async function keepProgram(
  writer: Writer,
  cohortId: number,
  { columns, loaded }: Understood,
  reader: DraftReader,
  dryRun: boolean,
): Promise<string | undefined> {
  const additions = programAdditions(columns, reader.newOptions, loaded.program);
  const fields = [
    ...loaded.program.fields.filter(({ name }) => !additions.fields.some((field) => field.name === name)),
    ...additions.fields,
  ];
  const answered = await fieldsAnswered(writer.db, cohortId);
  const none = new Set<string>();
  const proposal = proposeCriteria(fields, answered.get('mentee') ?? none, answered.get('mentor') ?? none);
  const standing = JSON.stringify([loaded.program.rules, loaded.program.criteria]);
  const fact = await writer.db.selectFrom('fact').selectAll().where('key', '=', 'proposed-criteria').executeTakeFirst();
  const untouched = loaded.text === undefined || standing === (fact?.value ?? JSON.stringify([[], []]));
  const text = amendProgramText(loaded.text, { ...additions, ...(untouched ? { proposal } : {}) });
  if (text === loaded.text) return undefined;
  const value = JSON.stringify([proposal.rules, proposal.criteria]);
  if (untouched && fact === undefined) await writer.insert('fact', [{ key: 'proposed-criteria', value }]);
  else if (untouched && fact !== undefined && fact.value !== value) await writer.update('fact', fact.id, { value });
  if (!dryRun) writeFileWhole(loaded.path, text);
  const would = dryRun ? 'Would write' : 'Wrote';
  if (loaded.text === undefined)
    return `${would} mentorctl.yaml: ${fields.length} fields, ${additions.measures.length} measures, ${proposal.criteria.length} criteria proposed. Look it over and change what you like.`;
  return `${would} to mentorctl.yaml what is new in this file${untouched && proposal.criteria.length > 0 ? `; it now proposes ${proposal.criteria.length} criteria` : ''}.`;
}

/** Meetings, answers, goals, flags, pairs, preferences, scores: about people who are already in the cohort. */
async function importRecords(
  kind: RecordKind,
  understood: Understood,
  options: ImportOptions,
  context: Context,
): Promise<Report> {
  const { table, columns, loaded, source } = understood;
  const findings: Findings = { issues: [], leftOut: [], badRows: [], rows: 0 };
  return context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    return transact(
      store,
      context.author(),
      async (writer) => {
        const members = await membersOf(writer.db, cohort.id);
        const read = recordReader(kind, columns, await allPeople(writer.db), {
          source: table.source,
          dates: options.dates ?? loaded.program.dates,
          mentors: new Set(members.filter(({ role }) => role === 'mentor').map(({ key }) => key)),
        });
        const counts = { added: 0, changed: 0, same: 0, records: 0 };
        const decided = columns.some(({ meaning }) => meaning.is === 'target' && meaning.target === 'decision');
        const work = async (batch: Batch): Promise<readonly Issue[]> => {
          const { records, pairs, issues } = read(batch.rows);
          if (!options.skipBadRows && findings.issues.length + issues.length > 0) return issues;
          if (kind !== 'pairs') {
            const kept = await keepRecords(writer, recordTables[kind], cohort.id, records as never);
            counts.added += kept.added.length;
            counts.changed += kept.changed.length;
            counts.same += kept.same;
          }
          const undecided = kind === 'pairs' && !decided ? 'accept' : 'none';
          const decisions = await keepPairs(writer, cohort.id, pairs, { day: context.today(), undecided });
          counts.added += decisions.added;
          counts.changed += decisions.changed;
          counts.same += decisions.same;
          counts.records += records.length + pairs.length;
          return issues;
        };
        await context.work(`Importing ${table.source}`, eachBatch(table, findings, options, work));
        judge(findings, table, options, context);
        const { records, ...news } = counts;
        const bad = badLines(findings);
        const facts = { ...batchFacts(understood, context), sha256: hashOf(source), cohortId: cohort.id };
        await keepBatch(writer, { ...facts, counts: { ...news, bad } });
        return importReport({
          ...reportFacts(understood, findings, options),
          cohort: cohort.name,
          counts: { ...news, bad },
          what: `${records} ${kind === 'survey' ? 'survey answers' : kind === 'pairs' && decided ? 'decisions on pairs' : kind}`,
          changes: [],
          inWords: new Map(),
          newOptions: new Map(),
          missing: [],
          programSaid: undefined,
        });
      },
      { dryRun: options.dryRun },
    );
  });
}
