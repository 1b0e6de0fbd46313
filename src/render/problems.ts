// What went wrong, for a person and for a script: all the problems of a file at once, the first twenty in full.
import type { Failure } from '../domain/failure.ts';
import type { Issue, Place } from '../domain/issue.ts';
import { safeJson, safeText } from '../domain/safe-text.ts';

const shownInFull = 20;

/** `mentorctl: people.csv:3: what happened`, its problems, how to mend it; ends with a line break. */
export function renderFailure(failure: Failure): string {
  const lines = [`mentorctl: ${place(failure.where)}${safeText(failure.message)}`];
  if (failure.issues.length > 0) lines.push(renderIssues(failure.issues));
  if (failure.hint !== undefined) lines.push(safeText(failure.hint));
  return `${lines.join('\n')}\n`;
}

/** `  line  37  Max mentees  "lots"  not a number. Write 4.` One line an issue, columns aligned. */
export function renderIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, shownInFull).map(({ where, value, message, hint }) => ({
    line: where.line === undefined ? '' : `line ${where.line}`,
    column: shorten(safeText(where.column ?? '')),
    value: value === undefined ? '' : `"${shorten(safeText(value))}"`,
    text: `${safeText(message)}${hint === undefined ? '' : `. ${safeText(hint)}`}`,
  }));
  const width = (key: 'line' | 'column' | 'value'): number =>
    Math.min(32, Math.max(0, ...shown.map((row) => row[key].length)));
  const [line, column, value] = [width('line'), width('column'), width('value')];
  const rows = shown.map((row) => {
    const cells = [
      line === 0 ? '' : row.line.padStart(line),
      column === 0 ? '' : row.column.padEnd(column),
      value === 0 ? '' : row.value.padEnd(value),
    ];
    return `  ${[...cells.filter((cell) => cell !== ''), row.text].join('  ')}`;
  });
  if (issues.length > shownInFull) rows.push(`  and ${issues.length - shownInFull} more; --json lists them all`);
  return rows.join('\n');
}

/** One line on stderr: {"error":{"code","message","where","hint"}} */
export function renderFailureJson(failure: Failure): string {
  const { code, message, where, hint, issues } = failure;
  const error = {
    code,
    message,
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
    ...(issues.length === 0 ? {} : { issues }),
  };
  return `${safeJson(JSON.stringify({ error }))}\n`;
}

function place(where: Place | undefined): string {
  if (where === undefined) return '';
  return `${safeText(where.source)}${where.line === undefined ? '' : `:${where.line}`}: `;
}

function shorten(text: string): string {
  return text.length <= 30 ? text : `${text.slice(0, 29)}…`;
}
