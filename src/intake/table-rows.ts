// Records to rows: one cell for each heading, or why not; what is no data is left out and said.
import { counted } from '../domain/count-words.ts';
import type { Issue } from '../domain/issue.ts';
import { redcapForms } from '../domain/columns/vocabulary.ts';
import { whyNotData } from './not-data.ts';
import type { Shape } from './table-shape.ts';
import { faultWords, type BrokenRecord, type Records } from './delimited.ts';
import type { Batch, LeftOut, Row } from './table.ts';

export interface RowReader {
  /** `last`: no more records follow, so that a totals line is known for one. */
  read(records: Records, last: boolean): Batch;
}

/** Lines that may be a footer: they are told only once the end of the file is known. */
const heldBack = 10;

/**
 * `keep`: indexes of the columns that have a heading; `body`: the first rows. Holds the last rows back until it is known whether they are
 * totals.
 */
export function rowReader(shape: Shape, keep: readonly number[], source: string, body: readonly Row[]): RowReader {
  const status = shape.origin === 'qualtrics' ? qualtricsFilter(shape.codes) : unfinishedFilter(shape.headings, body);
  const whole = keep.length === shape.headings.length;
  let held: readonly Row[] = [];
  return {
    read: ({ records, broken }, last) => {
      const all = [...held, ...records];
      const now = last ? all : all.slice(0, Math.max(0, all.length - heldBack));
      held = last ? [] : all.slice(now.length);
      const rows: Row[] = [];
      const leftOut: LeftOut[] = [];
      const issues: Issue[] = broken.map((record) => brokenIssue(record, shape.headings, source));
      const badRows: Row[] = broken.map(({ line }) => ({ line, cells: [] }));
      now.forEach((record, index) => {
        const why = whyNotData(record, shape.headings, last && index >= now.length - heldBack) ?? status(record.cells);
        if (why !== undefined) {
          leftOut.push({ line: record.line, why });
          return;
        }
        const fitted = fit(record, shape.headings, source);
        if ('issue' in fitted) {
          issues.push(fitted.issue);
          // As it stands, too long or too short: so it is bad again until somebody has mended it.
          const cells = record.cells.filter((_, column) => shape.headings[column] !== '');
          badRows.push({ line: record.line, cells });
        } else if (whole)
          rows.push(fitted.cells === record.cells ? record : { line: record.line, cells: fitted.cells });
        else rows.push({ line: record.line, cells: keep.map((column) => fitted.cells[column] ?? '') });
      });
      return { rows, leftOut, issues, badRows };
    },
  };
}

/** Indexes of the columns that have a heading; the others are said when they hold something. */
export function keptColumns(shape: Shape, sample: readonly Row[]): { keep: number[]; leftOut: LeftOut[] } {
  const keep = shape.headings.flatMap((heading, column) => (heading === '' ? [] : [column]));
  const unnamed = shape.headings.flatMap((heading, column) => (heading === '' ? [column] : []));
  const full = unnamed.filter((column) => sample.some(({ cells }) => (cells[column] ?? '') !== '')).length;
  const empty = unnamed.length - full;
  const say = (count: number, what: string): LeftOut[] =>
    count === 0 ? [] : [{ line: shape.headingLine, why: `${counted(count, what)} without a heading` }];
  return { keep, leftOut: [...say(empty, 'empty column'), ...say(full, 'column')] };
}

function brokenIssue({ line, cell, fault }: BrokenRecord, headings: readonly string[], source: string): Issue {
  const column = headings[cell - 1];
  return {
    code: 'broken-quoting',
    severity: 'error',
    where: { source, line, ...(column === undefined || column === '' ? {} : { column }) },
    message: `a quotation mark is out of place in cell ${cell}: ${faultWords[fault]}`,
    hint: 'A quotation mark inside a quoted cell is written twice; a quoted cell must be closed.',
  };
}

function qualtricsFilter(codes: readonly string[]): (cells: readonly string[]) => string | undefined {
  const column = (name: string): number => codes.findIndex((code) => code.toLowerCase() === name);
  const [finished, status, progress] = [column('finished'), column('status'), column('progress')];
  // Where the export leaves out Finished, how far somebody came says it.
  const isUnfinished = (cells: readonly string[]): boolean =>
    finished >= 0 ? /^(false|0|no)$/i.test(cells[finished] ?? '') : /^\d{1,2}%?$/.test(cells[progress] ?? '');
  return (cells) => {
    if (/preview|test/i.test(cells[status] ?? '') || cells[status] === '1') return 'a preview of the survey';
    return isUnfinished(cells) ? 'an unfinished answer' : undefined;
  };
}

/** One cell for each heading, or why not. Cells too many are harmless when empty, or when a data: URI was split at its comma. */
function fit(
  record: Row,
  headings: readonly string[],
  source: string,
): { readonly cells: readonly string[] } | { readonly issue: Issue } {
  let { cells } = record;
  if (cells.length === headings.length) return { cells };
  const uri = cells.findIndex((cell) => /^data:[\w/+.-]+;base64$/.test(cell));
  if (cells.length === headings.length + 1 && uri >= 0)
    cells = [...cells.slice(0, uri), `${cells[uri] ?? ''},${cells[uri + 1] ?? ''}`, ...cells.slice(uri + 2)];
  if (cells.length > headings.length && cells.slice(headings.length).every((cell) => cell === ''))
    cells = cells.slice(0, headings.length);
  if (cells.length === headings.length) return { cells };
  const fewer = cells.length < headings.length;
  const from = fewer ? headings[Math.max(0, cells.length - 1)] : headings.at(-1);
  return {
    issue: {
      code: 'ragged-row',
      severity: 'error',
      where: { source, line: record.line },
      message: `${counted(cells.length, 'cell')} for ${headings.length} headings: ${fewer ? `anything up to "${from ?? ''}" may have moved left` : `the rest after "${from ?? ''}" has no heading`}`,
      hint: fewer
        ? 'Add the missing commas, so that each cell stands under its heading.'
        : 'Put text that holds the delimiter in quotation marks.',
    },
  };
}

/** Typeform says which answers were broken off, LimeSurvey leaves the day they were sent empty, REDCap writes so. */
function unfinishedFilter(
  headings: readonly string[],
  body: readonly Row[],
): (cells: readonly string[]) => string | undefined {
  const at = (word: RegExp): number => headings.findIndex((heading) => word.test(heading));
  const type = at(/^response[ _]?type$/i);
  const sent = at(/^last ?page\b/i) >= 0 ? at(/^submitdate\b/i) : -1;
  const form = at(/^[a-z]\w*_timestamp$/);
  const begun = redcapUnsent(headings, body);
  if (type < 0 && sent < 0 && form < 0 && begun === undefined) return () => undefined;
  return (cells) => {
    if (begun?.(cells) === true) return 'a form that REDCap calls incomplete';
    if (cells[form] === '[not completed]') return 'an answer that was never sent off';
    if (/^(partial|incomplete)$/i.test(cells[type] ?? '')) return 'an answer that was broken off (partial)';
    return sent >= 0 && (cells[sent] ?? '') === '' ? 'an answer that was never sent off' : undefined;
  };
}

/**
 * Without a time of sending REDCap's status of each form says it: 0 where it was begun, 2 where it is complete. Undefined where
 * nobody sets the status. A person with one complete form of several is nobody unfinished.
 */
function redcapUnsent(
  headings: readonly string[],
  body: readonly Row[],
): ((cells: readonly string[]) => boolean) | undefined {
  const forms = redcapForms(headings);
  const states = headings.flatMap((heading, column) =>
    (heading.endsWith('_complete') && forms.test(heading)) || heading === 'Complete?' ? [column] : [],
  );
  const timed = headings.some((heading) => heading.endsWith('_timestamp') && forms.test(heading));
  const set = body.some(({ cells }) => states.some((column) => /^(2|complete)$/i.test(cells[column] ?? '')));
  if (timed || states.length === 0 || !set) return undefined;
  return (cells) => states.every((column) => /^(0|incomplete|)$/i.test(cells[column] ?? ''));
}
