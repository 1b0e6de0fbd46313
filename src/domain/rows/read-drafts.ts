// Rows of a roster or an outcome file to people, a batch at a time: each row's problems, and answers that come again.
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { Program } from '../program/program.ts';
import { nearest } from '../suggest.ts';
import { cellReader } from './read-cell.ts';
import type { ObservationDraft } from './read-measure.ts';
import type { RoleWord } from '../cells/role-words.ts';
import { rowReader, type DraftOptions, type RowDraft, type TimeSaid } from './read-row.ts';
import { apartHint, oneGroup, twoValues } from './values-once.ts';
import type { SourceRow } from '../cells/source-row.ts';
import type { EnrolmentDraft } from '../people/roster.ts';

/** What a batch of rows says. Where somebody stands in it twice, only the later answer does. */
export interface Drafts {
  readonly drafts: readonly EnrolmentDraft[];
  readonly observations: readonly ObservationDraft[];
  readonly issues: readonly Issue[];
  readonly leftOut: readonly { readonly line: number; readonly why: string }[];
}

export type NewOptions = ReadonlyMap<string, ReadonlyMap<string, { readonly count: number; readonly near?: string }>>;

/** What is learned on the way through a file, and grows with each batch. */
export interface DraftReader {
  read(rows: readonly SourceRow[]): Drafts;
  /** Capacity answers in words, and what they were read as. */
  readonly inWords: ReadonlyMap<string, number>;
  /** Phrases that say a role, and how they were read. */
  readonly inPhrases: ReadonlyMap<string, RoleWord>;
  /** Options a saved field did not know yet, by field name: how often, and the known one that is nearly so. */
  readonly newOptions: NewOptions;
  /** The cohorts the rows name, where a column does. */
  readonly cohorts: ReadonlySet<string>;
  /** True for a file of outcomes: a person may have many rows, and none of them is an answer again. */
  readonly long: boolean;
  /** Times at which something was observed, and where each was said first. */
  readonly times: ReadonlyMap<string, TimeSaid>;
  /** By heading: marks that stand for no value, and how often. */
  readonly unmeasured: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Beyond these nobody reads a list of answers, and a column of free words must not fill the program file. */
const mostNewOptions = 200;

function optionsOf(columns: readonly ColumnMeaning[], name: string): readonly string[] {
  const found = columns.find(({ meaning }) => meaning.is === 'field' && meaning.field.name === name)?.meaning;
  return found?.is === 'field' ? found.field.options : [];
}

/** A reader of rows by what their columns are. Answers that come again and again are read once. */
export function draftReader(columns: readonly ColumnMeaning[], program: Program, options: DraftOptions): DraftReader {
  const inWords = new Map<string, number>();
  const inPhrases = new Map<string, RoleWord>();
  const newOptions = new Map<string, Map<string, { count: number; near?: string }>>();
  const cohorts = new Set<string>();
  const targets = new Map(
    columns.flatMap(({ meaning, index }) => (meaning.is === 'target' ? [[meaning.target, index] as const] : [])),
  );
  const long = targets.has('measure') && targets.has('value');
  const many = long || options.outcomes === true;
  const times = new Map<string, TimeSaid>();
  const unmeasured = new Map<string, Map<string, number>>();
  const otherGroup = oneGroup(options.source);
  const learn = (name: string, option: string): void => {
    const options = newOptions.get(name) ?? new Map<string, { count: number; near?: string }>();
    newOptions.set(name, options);
    const known = options.get(option);
    if (known !== undefined) known.count++;
    else if (options.size < mostNewOptions) {
      const near = nearest(option, optionsOf(columns, name));
      options.set(option, { count: 1, ...(near === undefined ? {} : { near }) });
    }
  };
  const readers = columns.map((column) => cellReader(column, options.dates, { ...program, used: fieldsRead(program) }));
  const readRow = rowReader({
    columns,
    targets,
    readers,
    program,
    options,
    inWords,
    inPhrases,
    learn,
    cohorts,
    long,
    times,
    unmeasured,
  });
  const combined = (entries: readonly RowDraft[]): Drafts => {
    const issues: Issue[] = [];
    const leftOut: { line: number; why: string }[] = [];
    const latest = new Map<string, RowDraft>();
    for (const entry of entries) {
      if (many) issues.push(...otherGroup(entry));
      const { id } = entry;
      const before = latest.get(id);
      if (before === undefined) {
        latest.set(id, entry);
        continue;
      }
      if (before.email !== undefined && entry.email !== undefined && before.email !== entry.email) {
        issues.push(twoEmails(before, entry, options.source));
        continue;
      }
      const { kept, replaced } = many ? { kept: addTo(before, entry), replaced: [] } : laterOf(before, entry);
      latest.set(id, kept);
      for (const { line, by } of replaced) leftOut.push({ line, why: answeredAgain(id, by) });
    }
    const drafts: EnrolmentDraft[] = [];
    const observations: ObservationDraft[] = [];
    for (const { parts, observations: observed } of latest.values()) {
      for (const part of parts) drafts.push(part);
      for (const observation of observed) observations.push(observation);
    }
    if (many) issues.push(...twoValues(observations, options.source, apartHint(columns)));
    return { drafts, observations, issues, leftOut };
  };
  return {
    inWords,
    inPhrases,
    newOptions,
    cohorts,
    long: many,
    times,
    unmeasured,
    read: (rows) => {
      const issues: Issue[] = [];
      const entries = rows.flatMap((row) => readRow(row, issues) ?? []);
      const together = combined(entries);
      if (issues.length + together.issues.length === 0) return together;
      // A row that is wrong takes nothing of the person's other rows with it.
      const bad = new Set([...issues, ...together.issues].map(({ where }) => where.line));
      const { drafts, leftOut } = combined(entries.filter(({ line }) => !bad.has(line)));
      return { ...together, drafts, leftOut, issues: [...issues, ...together.issues] };
    },
  };
}

/** Fields that a rule, a criterion or a report reads. */
function fieldsRead({ rules, criteria, reports, secondMentor, circles }: Program): ReadonlySet<string> {
  const named = [...rules, ...criteria].flatMap(({ mentee, mentor }) => [mentee, mentor]);
  const more = [reports.leftOn, ...(reports.adjustFor ?? []), ...reports.strata, secondMentor?.differ, circles?.who];
  return new Set([...named, ...more].filter((name) => name !== undefined));
}

/** What is said of an answer that a later one of the same person replaces. */
export function answeredAgain(id: string, line: number): string {
  return `${id} answered again on line ${line}; the later answer counts`;
}

/** A further row of a long file. */
function addTo(before: RowDraft, entry: RowDraft): RowDraft {
  const group = before.parts[0]?.group;
  const parts =
    group === undefined ? entry.parts : entry.parts.map((part) => ({ ...part, group: part.group ?? group }));
  return { ...entry, parts, observations: [...before.observations, ...entry.observations] };
}

/** What counts of two rows of one person: by their times the later; without, the later in each role, so that somebody may have both. */
function laterOf(
  before: RowDraft,
  entry: RowDraft,
): { readonly kept: RowDraft; readonly replaced: readonly { readonly line: number; readonly by: number }[] } {
  if (before.answered !== undefined || entry.answered !== undefined)
    return (entry.answered ?? '') < (before.answered ?? '')
      ? { kept: before, replaced: [{ line: entry.line, by: before.line }] }
      : { kept: entry, replaced: [{ line: before.line, by: entry.line }] };
  const again = before.parts.filter(({ role }) => role === 'none' || entry.parts.some((part) => part.role === role));
  const other = before.parts.filter((part) => !again.includes(part));
  const parts = [...other, ...entry.parts.filter(({ role }) => role !== 'none' || other.length === 0)];
  const observations = other.length === 0 ? entry.observations : [...before.observations, ...entry.observations];
  const lines = [...new Set(again.map(({ line }) => line))];
  return { kept: { ...entry, parts, observations }, replaced: lines.map((line) => ({ line, by: entry.line })) };
}

function twoEmails(before: RowDraft, now: RowDraft, source: string): Issue {
  return {
    code: 'one-id-two-emails',
    severity: 'error',
    where: { source, line: now.line },
    value: now.id,
    message: `id ${now.id} has e-mail ${before.email ?? ''} on line ${before.line} and ${now.email ?? ''} here`,
    hint: 'Keep one of the two lines, or correct the id.',
  };
}
