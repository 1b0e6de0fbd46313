// What went wrong, for a person and for a script: all the problems of a file at once, the first twenty in full.
import type { Failure } from '../domain/failure.ts';
import type { Issue, Place } from '../domain/issue.ts';
import { isolated } from '../domain/isolate.ts';
import { safeJson, safeText } from '../domain/safe-text.ts';
import { displayWidth, padded } from './wrap.ts';

const shownInFull = 20;
/** Lines that say the same of the same column, shown before the others are counted: so many, and more of other values. */
const alikeShown = 3;
const valuesShown = 8;

/** `mentorctl: people.csv:3: what happened`, its problems, how to mend it; ends with a line break. */
export function renderFailure(failure: Failure): string {
  const lines = [`mentorctl: ${place(failure.where)}${safeText(failure.message)}`];
  if (failure.issues.length > 0) lines.push(renderIssues(failure.issues));
  if (failure.hint !== undefined) lines.push(safeText(failure.hint));
  return isolated(`${lines.join('\n')}\n`);
}

/** `  line  37  Max mentees  "lots"  not a number. Write 4.` One line an issue, columns aligned. */
export function renderIssues(issues: readonly Issue[]): string {
  const { told, alike } = tellOnce(issues);
  const shown = told.slice(0, shownInFull).map(({ where, value, message, hint }) => ({
    line: where.line === undefined ? '' : `line ${where.line}`,
    column: shorten(safeText(where.column ?? '')),
    value: value === undefined ? '' : `"${shorten(safeText(value))}"`,
    text: `${safeText(message)}${hint === undefined ? '' : `${/[.?!]$/.test(message) ? '' : '.'} ${safeText(hint)}`}`,
  }));
  const width = (key: 'line' | 'column' | 'value'): number =>
    Math.min(32, Math.max(0, ...shown.map((row) => displayWidth(row[key]))));
  const [line, column, value] = [width('line'), width('column'), width('value')];
  const rows = shown.map((row) => {
    const cells = [
      line === 0 ? '' : row.line.padStart(line),
      column === 0 ? '' : padded(row.column, column),
      value === 0 ? '' : padded(row.value, value),
    ];
    return `  ${[...cells.filter((cell) => cell !== ''), row.text].join('  ')}`;
  });
  for (const { where, message, more } of alike)
    rows.push(
      `  and ${more} more of "${shorten(safeText(where.column ?? message))}": ${safeText(message)}; --json lists them all`,
    );
  if (told.length > shownInFull) rows.push(`  and ${told.length - shownInFull} more; --json lists them all`);
  return rows.join('\n');
}

/** What is wrong in the same way on line after line is told of the first few and then counted. */
function tellOnce(issues: readonly Issue[]): {
  readonly told: readonly Issue[];
  readonly alike: readonly (Issue & { readonly more: number })[];
} {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.where.column ?? ''}\n${issue.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  const many = [...groups.values()].filter((group) => group.length > 2 * alikeShown);
  const left = new Set<Issue>();
  const alike = many.map((group) => {
    const values = new Set<string | undefined>();
    const others = group.filter(({ value }, at) => {
      const shown = at < alikeShown || (!values.has(value) && values.size < valuesShown);
      if (shown) values.add(value);
      return !shown;
    });
    for (const issue of others) left.add(issue);
    return { ...(group[0] as Issue), more: others.length };
  });
  return { told: issues.filter((issue) => !left.has(issue)), alike: alike.filter(({ more }) => more > 0) };
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
