// What went wrong, for a person and for a script: all the problems of a file at once, the first twenty in full.
import { defined } from '../domain/defined.ts';
import type { Failure } from '../domain/failure.ts';
import type { Issue, Place } from '../domain/issue.ts';
import { isolated } from '../domain/isolate.ts';
import { safeJson, safeText } from '../domain/safe-text.ts';
import { displayWidth, padded } from './wrap.ts';

const shownInFull = 20;
/** Values that are wrong in the same way in one column, shown before the others are counted. */
const valuesShown = 8;
/** Lines with the same problem that are named before the others are counted. */
const linesShown = 3;

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
  const shown = told.slice(0, shownInFull).map(({ where, value, message, hint, lines }) => ({
    line: lineWords(lines),
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

type Told = Issue & { readonly lines: readonly number[] };

/** The same problem on line after line is told once; of values wrong in the same way the first few, and the others are counted. */
function tellOnce(issues: readonly Issue[]): {
  readonly told: readonly Told[];
  readonly alike: readonly (Told & { readonly more: number })[];
} {
  const same = grouped(issues, ({ where, value, message, hint }) =>
    JSON.stringify([where.column, value, message, hint, where.line === undefined]),
  ).map(([first, ...others]): Told => {
    const lines = [first, ...others].flatMap(({ where }) => where.line ?? []);
    return { ...first, lines };
  });
  const left = new Set<Told>();
  const alike = grouped(same, ({ where, message }) => JSON.stringify([where.column, message])).flatMap((group) => {
    const others = group.slice(valuesShown);
    for (const one of others) left.add(one);
    const more = others.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0);
    return more === 0 ? [] : [{ ...group[0], more }];
  });
  return { told: same.filter((one) => !left.has(one)), alike };
}

/** In the order in which each group was begun. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** `line 37`, `lines 2, 3 and 5`, `lines 2, 3, 4 and 897 more`; empty where no line is known. */
function lineWords(lines: readonly number[]): string {
  if (lines.length <= 1) return lines.map((line) => `line ${line}`).join('');
  const named = lines.length === linesShown + 1 ? lines : lines.slice(0, linesShown);
  const rest = lines.length - named.length;
  const last = rest === 0 ? named.slice(-1) : [`${rest} more`];
  return `lines ${(rest === 0 ? named.slice(0, -1) : named).join(', ')} and ${last.join('')}`;
}

/** One line on stderr: {"error":{"code","message","where","hint"}} */
export function renderFailureJson(failure: Failure): string {
  const { code, message, where, hint, issues } = failure;
  const error = {
    code,
    message,
    ...defined({ where, hint }),
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
