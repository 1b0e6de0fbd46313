// mentorctl import: files in, people and records kept, everything that was decided said.
import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { DateOrder } from '../domain/cells/dates.ts';
import { detectKinds, understandColumns, type ColumnMeaning } from '../domain/columns/meaning.ts';
import { proposeCriteria } from '../domain/columns/propose-criteria.ts';
import { foldHeading, kinds, type Kind } from '../domain/columns/vocabulary.ts';
import { Failure } from '../domain/failure.ts';
import type { Issue } from '../domain/issue.ts';
import { identityConflicts, planRoster, type RosterPlan } from '../domain/people/roster.ts';
import { readDrafts, type Drafts } from '../domain/people/read-drafts.ts';
import { readRecords } from '../domain/people/read-records.ts';
import type { ColumnTarget, Field, Measure } from '../domain/program/program.ts';
import type { Block, Report } from '../domain/reports/report.ts';
import { amendProgramText } from '../intake/program-text.ts';
import { readBytes, readTable } from '../intake/read-table.ts';
import type { Table } from '../intake/table.ts';
import { writeFileWhole } from '../cli/write-file.ts';
import { renderRows } from '../render/documents.ts';
import { ensureCohort } from '../store/cohorts.ts';
import { allPeople, applyRoster, knownIn, membersOf } from '../store/people.ts';
import { keepRecords } from '../store/records.ts';
import { transact, type Writer } from '../store/transact.ts';
import { chooseCohort, sha256, type Act, type Context, type LoadedProgram } from './context.ts';

export interface ImportOptions {
  readonly files: readonly string[];
  readonly cohort?: string;
  readonly role?: 'mentor' | 'mentee' | 'both' | 'none';
  readonly as?: Kind;
  readonly map: ReadonlyMap<string, string>;
  readonly encoding?: string;
  readonly dates?: DateOrder;
  readonly dryRun: boolean;
  readonly skipBadRows: boolean;
  readonly rejects?: string;
  readonly verbose: boolean;
}

interface Flags extends Omit<ImportOptions, 'files' | 'map' | 'dryRun' | 'skipBadRows' | 'verbose'> {
  readonly map?: Map<string, string>;
  readonly dryRun?: boolean;
  readonly skipBadRows?: boolean;
  readonly verbose?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<files...>', 'CSV exports of forms, spreadsheets or a registrar; - is standard input')
    .option('--cohort <name>', 'the cohort these people belong to')
    .addOption(
      new Option('--role <role>', 'the role of everybody in the file').choices(['mentor', 'mentee', 'both', 'none']),
    )
    .addOption(new Option('--as <kind>', 'what kind of file it is').choices([...kinds]))
    .option('--map <heading=field>', 'what a column is; - leaves it out; may be given again', addMapping)
    .option('--encoding <label>', 'the encoding of the file, e.g. windows-1252, macintosh')
    .addOption(new Option('--dates <order>', 'how days are written: dmy or mdy').choices(['dmy', 'mdy']))
    .option('--dry-run', 'check and show everything, write nothing')
    .option('--skip-bad-rows', 'take the good rows though others have errors')
    .option('--rejects <file>', 'with --skip-bad-rows: write the bad rows here, to mend and import again')
    .option('--verbose', 'list every change')
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl import signups.csv --cohort fall\n  mentorctl import mentors.csv --role mentor --cohort fall\n  mentorctl import registrar.csv',
    )
    .action((files: string[], flags: Flags) =>
      act((context) =>
        runImport(
          {
            ...flags,
            files,
            map: flags.map ?? new Map(),
            dryRun: flags.dryRun ?? false,
            skipBadRows: flags.skipBadRows ?? false,
            verbose: flags.verbose ?? false,
          },
          context,
        ),
      ),
    );
}

function addMapping(text: string, before: Map<string, string> | undefined): Map<string, string> {
  const [heading, field, ...rest] = text.split('=');
  if (heading === undefined || field === undefined || field === '' || rest.length > 0)
    throw new InvalidArgumentError('Write it as "Heading=field".');
  return new Map([...(before ?? []), [foldHeading(heading), field.trim()]]);
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
          blocks: reports.flatMap((report) => report.blocks),
          json: { items: reports.map((report) => ({ schema: report.schema, ...report.json })) },
        };
  await context.show(whole);
}

async function importOne(file: string, options: ImportOptions, context: Context): Promise<Report> {
  const bytes = file === '-' ? await context.host.stdin.bytes() : readBytes(resolve(context.host.cwd, file));
  const table = readTable(
    bytes,
    file === '-' ? 'standard input' : file,
    options.encoding === undefined ? {} : { encoding: options.encoding },
  );
  const loaded = await context.program();
  const kind = chooseKind(table, options);
  const cells = table.headings.map((_, index) => table.rows.map((row) => row.cells[index] ?? ''));
  const columns = understandColumns(kind, table.headings, cells, loaded.program, { map: options.map });
  describe(table, kind, columns, context);
  if (kind !== 'roster' && kind !== 'outcomes') return importRecords(kind, table, columns, options, context, bytes);

  const role = options.role ?? (kind === 'outcomes' ? 'none' : undefined);
  requireRole(role, columns, table);
  const drafts = readDrafts(table.rows, columns, loaded.program, {
    source: table.source,
    role,
    dates: options.dates ?? loaded.program.dates,
  });
  const issues = [...table.issues, ...drafts.issues, ...identityConflicts(drafts.drafts, [], table.source)].sort(
    byLine,
  );
  const bad = new Set(issues.map(({ where }) => where.line));
  judge(issues, table, options, context);
  const good: Drafts = {
    ...drafts,
    drafts: drafts.drafts.filter(({ line }) => !bad.has(line)),
    observations: drafts.observations.filter(({ line }) => !bad.has(line)),
  };
  const cohortName = options.cohort ?? onlyCohort(good, table);
  const additions = additionsOf(columns, good, loaded);

  return context
    .usingStore({ create: !options.dryRun }, async (store) =>
      transact(
        store,
        context.author(),
        async (writer) => {
          const cohortId = await ensureCohort(
            writer,
            loaded.program.cohorts.find(({ name }) => name === cohortName) ?? { name: cohortName },
          );
          const known = await knownIn(writer.db, cohortId);
          const conflicts = identityConflicts(good.drafts, known.people, table.source);
          if (conflicts.length > 0) throw problems(conflicts, table);
          const plan = planRoster(good.drafts, known, loaded.program.capacity.standard);
          const keys = await applyRoster(writer, cohortId, plan);
          const kept = await keepRecords(
            writer,
            'observation',
            cohortId,
            good.observations.map(({ id, measure, observed, number, status }) => ({
              person_id: keys.get(id) ?? 0,
              measure,
              observed,
              number,
              status,
            })),
          );
          await keepBatch(writer, {
            context,
            table,
            kind,
            cohortId,
            bytes,
            columns,
            counts: { ...plan.counts, bad: bad.size },
          });
          const programSaid = await keepProgram(writer, cohortId, loaded, additions, options.dryRun);
          const counts = {
            ...plan.counts,
            bad: bad.size,
            observations: { added: kept.added.length, changed: kept.changed.length, same: kept.same },
          };
          return summary({ kind, cohortName, plan, counts, good, table, columns, issues, options, programSaid });
        },
        { dryRun: options.dryRun },
      ),
    )
    .catch((error: unknown) => {
      // Where there is no program yet nothing is known, so everybody is new.
      if (options.dryRun && error instanceof Failure && error.code === 'no-program')
        return summaryOfNew(good, loaded, { kind, cohortName, table, columns, issues, options });
      throw error;
    });
}

type Shown = Omit<Parameters<typeof summary>[0], 'plan' | 'counts' | 'good' | 'programSaid'>;

function summaryOfNew(good: Drafts, loaded: LoadedProgram, shown: Shown): Report {
  const plan = planRoster(good.drafts, { people: [], enrolments: [] }, loaded.program.capacity.standard);
  const bad = new Set(shown.issues.map(({ where }) => where.line)).size;
  const counts = { ...plan.counts, bad, observations: { added: good.observations.length, changed: 0, same: 0 } };
  return summary({
    ...shown,
    plan,
    counts,
    good,
    programSaid: loaded.text === undefined ? 'Would write mentorctl.yaml.' : undefined,
  });
}

function chooseKind(table: Table, options: ImportOptions): Kind {
  if (options.as !== undefined) return options.as;
  const found = detectKinds(table.headings);
  const [kind = 'roster'] = found;
  if (found.length < 2) return kind;
  throw new Failure('usage', {
    code: 'which-kind',
    message: `this file could be ${found.join(' or ')}`,
    where: { source: table.source },
    hint: `Say which with --as ${found.join(' or --as ')}.`,
  });
}

function requireRole(role: ImportOptions['role'], columns: readonly ColumnMeaning[], table: Table): void {
  if (role !== undefined || columns.some(({ meaning }) => meaning.is === 'target' && meaning.target === 'role')) return;
  throw new Failure('bad-data', {
    code: 'no-role-column',
    message: 'no column says who is a mentor and who is a mentee; nothing was imported',
    where: { source: table.source },
    hint: 'Say it for the whole file with --role mentor or --role mentee, or name the column with --map "Heading=role".',
  });
}

function onlyCohort(drafts: Drafts, table: Table): string {
  const [name] = drafts.cohorts;
  if (name !== undefined && drafts.cohorts.size === 1) return name;
  const many = drafts.cohorts.size > 1;
  throw new Failure('usage', {
    code: 'which-cohort',
    message: many
      ? `the rows belong to ${drafts.cohorts.size} cohorts: ${[...drafts.cohorts].slice(0, 6).join(', ')}`
      : 'which cohort do these people belong to?',
    where: { source: table.source },
    hint: many ? 'Split the file, or put all of it in one with --cohort.' : 'Say it with --cohort, e.g. --cohort fall.',
  });
}

/** All problems at once; with --skip-bad-rows they go to the rejects file instead. */
function judge(issues: readonly Issue[], table: Table, options: ImportOptions, context: Context): void {
  if (issues.length === 0) return;
  if (!options.skipBadRows) throw problems(issues, table);
  const bad = new Map<number, string[]>();
  for (const { where, column, message } of issues.map((issue) => ({ ...issue, column: issue.where.column }))) {
    bad.set(where.line ?? 0, [
      ...(bad.get(where.line ?? 0) ?? []),
      column === undefined ? message : `${column}: ${message}`,
    ]);
  }
  context.note(
    `Left out for now: ${bad.size} row${bad.size === 1 ? '' : 's'} with errors (lines ${[...bad.keys()].slice(0, 12).join(', ')}${bad.size > 12 ? ', ...' : ''}).`,
  );
  if (options.rejects === undefined || options.dryRun) return;
  const rows = [...table.rows, ...table.badRows].filter(({ line }) => bad.has(line)).sort((a, b) => a.line - b.line);
  const lines = rows.map(({ line, cells }) => [
    ...table.headings.map((_, index) => cells[index] ?? ''),
    (bad.get(line) ?? []).join('; '),
  ]);
  const text = renderRows([[...table.headings, 'mentorctl_error'], ...lines]);
  writeFileWhole(resolve(context.host.cwd, options.rejects), text);
  context.note(`They are in ${options.rejects}: mend them there and import that file.`);
}

function problems(issues: readonly Issue[], table: Table): Failure {
  const bad = new Set(issues.map(({ where }) => where.line)).size;
  const all = table.rows.length + table.badRows.length;
  return new Failure('bad-data', {
    code: 'bad-rows',
    message: `${issues.length} problem${issues.length === 1 ? '' : 's'} in ${all} rows; nothing was imported.`,
    where: { source: table.source },
    issues,
    ...(bad < all
      ? { hint: `Import the other ${all - bad} with --skip-bad-rows --rejects bad.csv, mend bad.csv, import it again.` }
      : {}),
  });
}

function byLine(a: Issue, b: Issue): number {
  return (a.where.line ?? 0) - (b.where.line ?? 0);
}

function meaningWords({ meaning }: ColumnMeaning): string {
  switch (meaning.is) {
    case 'target':
      return meaning.target;
    case 'field': {
      const { name, type, options } = meaning.field;
      return type === 'set' || type === 'category'
        ? `${name}, ${type === 'set' ? 'a set of' : 'one of'} ${options.length}`
        : `${name}, ${type}`;
    }
    case 'measure':
      return `${meaning.measure.name}, ${meaning.measure.kind}${meaning.measure.baseline === true ? ' (baseline)' : meaning.measure.participation === true ? ' (participation)' : ''}`;
    case 'item':
      return 'survey item';
    case 'kept-out':
      return `left out: ${meaning.why}`;
  }
}

/** The note of a good colleague: what kind of file this is, which column is what, what was left out and why. On stderr. */
function describe(table: Table, kind: Kind, columns: readonly ColumnMeaning[], context: Context): void {
  const { reading, rows, leftOut } = table;
  const origin = reading.origin === 'plain' ? kind : `${reading.origin.replace('-', ' ')} export, ${kind}`;
  const guess = reading.guessed
    ? ` (a guess${reading.example === undefined ? '' : `: "${reading.example}" reads right`}; else --encoding)`
    : '';
  context.note(
    `Reading ${table.source}: ${origin}, ${reading.encoding}${guess}, ${reading.delimiter}, headings on line ${reading.headingLine}, ${rows.length} rows.`,
  );
  const width = Math.min(44, Math.max(...columns.map(({ heading }) => heading.length)));
  const short = (heading: string): string =>
    heading.length > width ? `${heading.slice(0, width - 3)}...` : heading.padEnd(width);
  for (const column of columns.slice(0, 40)) context.note(`  ${short(column.heading)}  -> ${meaningWords(column)}`);
  if (columns.length > 40) context.note(`  and ${columns.length - 40} more columns; --json lists them all`);
  const reasons = new Map<string, number[]>();
  for (const { line, why } of leftOut) reasons.set(why, [...(reasons.get(why) ?? []), line]);
  for (const [why, lines] of reasons)
    context.note(
      `Left out: ${lines.length === 1 ? '' : `${lines.length} x `}${why} (line ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', ...' : ''}).`,
    );
}

interface Additions {
  readonly fields: readonly Field[];
  readonly measures: readonly Measure[];
  readonly columns: ReadonlyMap<ColumnTarget, string>;
}

/** What the program file does not know yet: new fields, measures, headings, options. */
function additionsOf(columns: readonly ColumnMeaning[], drafts: Drafts, { program }: LoadedProgram): Additions {
  const targets = columns.flatMap(({ meaning, heading }) =>
    meaning.is === 'target' ? [[meaning.target, heading] as const] : [],
  );
  const fields = columns.flatMap(({ meaning }) => {
    if (meaning.is !== 'field') return [];
    const extra = [...(drafts.newOptions.get(meaning.field.name) ?? [])];
    const known = program.fields.find(({ name }) => name === meaning.field.name);
    if (
      known !== undefined &&
      extra.length === 0 &&
      meaning.field.headings.every((heading) => known.headings.includes(heading))
    )
      return [];
    return [{ ...meaning.field, options: [...meaning.field.options, ...extra] }];
  });
  const measures = columns.flatMap(({ meaning }) =>
    meaning.is === 'measure' && !program.measures.some(({ name }) => name === meaning.measure.name)
      ? [meaning.measure]
      : [],
  );
  const checkpoints = measures
    .filter(({ kind }) => kind === 'retention')
    .sort((a, b) => whenOrder(a.when) - whenOrder(b.when));
  const [start] = checkpoints;
  const withStart = measures.map((measure) =>
    checkpoints.length >= 2 && measure === start ? { ...measure, start: true } : measure,
  );
  return { fields, measures: withStart, columns: new Map(targets) };
}

/** `fall 2025` before `spring 2026`: the year, then the season. */
function whenOrder(when: string | undefined): number {
  const year = Number(/20\d\d/.exec(when ?? '')?.[0] ?? 0);
  const season = ['winter', 'spring', 'summer', 'fall'].findIndex((word) =>
    (when ?? '').replace('autumn', 'fall').includes(word),
  );
  return year * 4 + Math.max(0, season);
}

/** Writes mentorctl.yaml where there is something to add; rules and criteria only while nobody has changed the proposal. */
async function keepProgram(
  writer: Writer,
  cohortId: number,
  loaded: LoadedProgram,
  additions: Additions,
  dryRun: boolean,
): Promise<string | undefined> {
  const fields = [
    ...loaded.program.fields.filter(({ name }) => !additions.fields.some((field) => field.name === name)),
    ...additions.fields,
  ];
  const answered = (members: Awaited<ReturnType<typeof membersOf>>, role: string): ReadonlySet<string> =>
    new Set(members.filter((member) => member.role === role).flatMap((member) => Object.keys(member.fields)));
  const members = await membersOf(writer.db, cohortId);
  const proposal = proposeCriteria(fields, answered(members, 'mentee'), answered(members, 'mentor'));
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

async function keepBatch(
  writer: Writer,
  batch: {
    context: Context;
    table: Table;
    kind: Kind;
    cohortId: number;
    bytes: Uint8Array;
    columns: readonly ColumnMeaning[];
    counts: object;
  },
): Promise<void> {
  const hash = sha256(batch.bytes);
  const same = await writer.db
    .selectFrom('batch')
    .select('id')
    .where('sha256', '=', hash)
    .where('cohort_id', '=', batch.cohortId)
    .executeTakeFirst();
  if (same !== undefined) return;
  const mapping = batch.columns.map((column) => ({ heading: column.heading, is: meaningWords(column) }));
  await writer.insert('batch', [
    {
      at: batch.context.host.now().toISOString(),
      file: batch.table.source,
      sha256: hash,
      kind: batch.kind,
      cohort_id: batch.cohortId,
      reading: JSON.stringify({ ...batch.table.reading, mapping }),
      counts: JSON.stringify(batch.counts),
    },
  ]);
}

function summary(input: {
  kind: Kind;
  cohortName: string;
  plan: RosterPlan;
  counts: {
    added: number;
    changed: number;
    same: number;
    bad: number;
    observations: { added: number; changed: number; same: number };
  };
  good: Drafts;
  table: Table;
  columns: readonly ColumnMeaning[];
  issues: readonly Issue[];
  options: ImportOptions;
  programSaid: string | undefined;
}): Report {
  const { kind, cohortName, plan, counts, good, table, columns, issues, options, programSaid } = input;
  const would = options.dryRun ? 'Would import: ' : '';
  const mentors = good.drafts.filter(({ role }) => role === 'mentor');
  const mentees = good.drafts.filter(({ role }) => role === 'mentee').length;
  const places = input.plan.enrolments
    .filter(({ draft }) => draft.role === 'mentor')
    .reduce((sum, part) => sum + part.seats, 0);
  const people = new Set(good.drafts.map(({ id }) => id)).size;
  const who =
    kind === 'outcomes'
      ? `${good.observations.length} observations of ${people} people`
      : [
          mentors.length > 0 ? `${mentors.length} mentors${places > 0 ? ` with ${places} places` : ''}` : '',
          mentees > 0 ? `${mentees} mentees` : '',
        ]
          .filter(Boolean)
          .join(', ');
  const news =
    counts.changed === 0 && counts.added === 0 && counts.observations.added + counts.observations.changed === 0;
  const observed =
    counts.observations.added + counts.observations.changed > 0 && kind === 'outcomes'
      ? ` Observations: ${counts.observations.added} new, ${counts.observations.changed} changed.`
      : '';
  const said = news
    ? 'Nothing new.'
    : `${counts.added} new, ${counts.changed} changed, ${counts.same} as before.${observed}`;
  const blocks: Block[] = [
    { kind: 'prose', text: `${would}${people === 0 ? 'no people' : who} in ${cohortName}. ${said}` },
  ];
  const leftOut = [...table.leftOut, ...good.leftOut];
  if (good.leftOut.length > 0)
    blocks.push({
      kind: 'prose',
      text: `Answered twice, the later counts: ${good.leftOut.length} (lines ${good.leftOut
        .slice(0, 10)
        .map(({ line }) => line)
        .join(', ')}).`,
    });
  if (good.inWords.size > 0)
    blocks.push({
      kind: 'prose',
      text: `Read as numbers: ${[...good.inWords].map(([word, seats]) => `"${word}" ${seats}`).join(', ')}.`,
    });
  for (const [field, added] of good.newOptions)
    blocks.push({ kind: 'prose', text: `New answers in ${field}: ${[...added].slice(0, 8).join('; ')}.` });
  if (options.verbose)
    for (const { name, id, line, what } of plan.changes)
      blocks.push({
        kind: 'prose',
        text: `  line ${line}  ${name} (${id}): ${what.map(({ field, before, after }) => `${field} ${before === undefined ? '' : `${JSON.stringify(before)} -> `}${JSON.stringify(after)}`).join(', ')}`,
      });
  if (programSaid !== undefined) blocks.push({ kind: 'prose', text: programSaid });
  if (!options.dryRun)
    blocks.push({
      kind: 'next',
      text: '',
      command:
        kind === 'outcomes'
          ? `mentorctl report retention --cohort ${quoted(cohortName)}`
          : `mentorctl match --cohort ${quoted(cohortName)}`,
    });
  return {
    schema: 'mentorctl/import@1',
    blocks,
    json: {
      kind,
      cohort: cohortName,
      file: table.source,
      dryRun: options.dryRun,
      reading: {
        ...table.reading,
        mapping: columns.map((column) => ({ heading: column.heading, is: meaningWords(column) })),
        leftOut,
      },
      counts,
      changes: plan.changes,
      issues,
    },
  };
}

/** Meetings, survey answers, goals and flags: about people who are already in the cohort. */
async function importRecords(
  kind: Exclude<Kind, 'roster' | 'outcomes'>,
  table: Table,
  columns: readonly ColumnMeaning[],
  options: ImportOptions,
  context: Context,
  bytes: Uint8Array,
): Promise<Report> {
  const loaded = await context.program();
  return context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    return transact(
      store,
      context.author(),
      async (writer) => {
        const people = await allPeople(writer.db);
        const read = readRecords(kind, table.rows, columns, people, {
          source: table.source,
          dates: options.dates ?? loaded.program.dates,
        });
        const issues = [...table.issues, ...read.issues].sort(byLine);
        judge(issues, table, options, context);
        const plan = await keepRecords(writer, read.table, cohort.id, read.records as never);
        const counts = {
          added: plan.added.length,
          changed: plan.changed.length,
          same: plan.same,
          bad: new Set(issues.map(({ where }) => where.line)).size,
        };
        await keepBatch(writer, { context, table, kind, cohortId: cohort.id, bytes, columns, counts });
        const said =
          counts.added + counts.changed === 0
            ? 'Nothing new.'
            : `${counts.added} new, ${counts.changed} changed, ${counts.same} as before.`;
        return {
          schema: 'mentorctl/import@1',
          blocks: [
            {
              kind: 'prose',
              text: `${options.dryRun ? 'Would import ' : ''}${read.records.length} ${kind === 'survey' ? 'survey answers' : kind} in ${cohort.name}. ${said}`,
            },
            ...(options.dryRun
              ? []
              : [{ kind: 'next' as const, text: '', command: `mentorctl status --cohort ${quoted(cohort.name)}` }]),
          ],
          json: {
            kind,
            cohort: cohort.name,
            file: table.source,
            dryRun: options.dryRun,
            reading: { ...table.reading, leftOut: table.leftOut },
            counts,
            changes: [],
            issues,
          },
        } satisfies Report;
      },
      { dryRun: options.dryRun },
    );
  });
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${name}"`;
}
