// Rows of a roster or an outcome file to people, a batch at a time: each row's problems, and answers that come again.
import type { ColumnMeaning } from '../columns/meaning.ts';
import type { Issue } from '../issue.ts';
import type { Program } from '../program/program.ts';
import { nearest } from '../suggest.ts';
import { cellReader } from './read-cell.ts';
import type { ObservationDraft } from './read-measure.ts';
import { rowReader, type DraftOptions, type RowDraft } from './read-row.ts';
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
  /** Options a saved field did not know yet, by field name: how often, and the known one that is nearly so. */
  readonly newOptions: NewOptions;
  /** The cohorts the rows name, where a column does. */
  readonly cohorts: ReadonlySet<string>;
  /** True for a long outcome file: a person has many rows, and none of them is an answer again. */
  readonly long: boolean;
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
  const newOptions = new Map<string, Map<string, { count: number; near?: string }>>();
  const cohorts = new Set<string>();
  const targets = new Map(
    columns.flatMap(({ meaning, index }) => (meaning.is === 'target' ? [[meaning.target, index] as const] : [])),
  );
  const long = targets.has('measure') && targets.has('value');
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
  const readers = columns.map((column) => cellReader(column, options.dates));
  const readRow = rowReader({ columns, targets, readers, program, options, inWords, learn, cohorts, long });
  return {
    inWords,
    newOptions,
    cohorts,
    long,
    read: (rows) => {
      const issues: Issue[] = [];
      const leftOut: { line: number; why: string }[] = [];
      const latest = new Map<string, RowDraft>();
      for (const row of rows) {
        const entry = readRow(row, issues);
        if (entry === undefined) continue;
        const { id, email } = entry.draft;
        const before = latest.get(id);
        if (before === undefined) {
          latest.set(id, entry);
          continue;
        }
        if (before.draft.email !== undefined && email !== undefined && before.draft.email !== email) {
          issues.push(twoEmails(before.draft, entry.draft, options.source));
          continue;
        }
        if (long) {
          latest.set(id, { ...entry, observations: [...before.observations, ...entry.observations] });
          continue;
        }
        if ((entry.draft.answered ?? '') < (before.draft.answered ?? '')) {
          leftOut.push({ line: row.line, why: answeredAgain(id, before.draft.line) });
          continue;
        }
        leftOut.push({ line: before.draft.line, why: answeredAgain(id, row.line) });
        latest.set(id, entry);
      }
      const drafts: EnrolmentDraft[] = [];
      const observations: ObservationDraft[] = [];
      for (const { draft, roles, observations: observed } of latest.values()) {
        drafts.push(draft);
        for (const role of roles.slice(1)) drafts.push({ ...draft, role, seats: undefined });
        for (const observation of observed) observations.push(observation);
      }
      return { drafts, observations, issues, leftOut };
    },
  };
}

/** What is said of an answer that a later one of the same person replaces. */
export function answeredAgain(id: string, line: number): string {
  return `${id} answered again on line ${line}; the later answer counts`;
}

function twoEmails(before: EnrolmentDraft, now: EnrolmentDraft, source: string): Issue {
  return {
    code: 'one-id-two-emails',
    severity: 'error',
    where: { source, line: now.line },
    value: now.id,
    message: `id ${now.id} has e-mail ${before.email ?? ''} on line ${before.line} and ${now.email ?? ''} here`,
    hint: 'Keep one of the two lines, or correct the id.',
  };
}
