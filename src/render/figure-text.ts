// Figures in characters: ranges as lines with a dot, curves as steps; plain ASCII where the terminal has nothing better.
import type { Figure, IntervalFigure } from '../domain/report/report.ts';
import { axisLine } from './axis-line.ts';
import { curveText } from './curve-text.ts';
import type { Ink } from './ink.ts';
import { barsText, flowText, linesText, linksText } from './plain-figures.ts';
import { safeText } from '../domain/safe-text.ts';

/** Lines, without colour; empty for a figure with nothing to show. */
export function figureText(figure: Figure, ink: Ink): string {
  const lines = linesOf(figure, ink);
  return lines.length === 0 ? '' : [safeText(figure.title), ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}

function linesOf(figure: Figure, ink: Ink): string[] {
  switch (figure.kind) {
    case 'intervals':
      return intervals(figure, ink);
    case 'survival':
      return curveText(figure, ink);
    case 'lines':
      return linesText(figure);
    case 'bars':
      return barsText(figure, ink);
    case 'flow':
      return flowText(figure);
    case 'links':
      return linksText(figure);
  }
}

/** Labels longer than this are cut, or stand in two lines where they are made of two parts. */
const longest = 34;

function intervals({ rows, unit, marks, digits, marked }: IntervalFigure, { width, unicode }: Ink): string[] {
  if (rows.length === 0) return [];
  const under = rows.some(({ label }) => label.length > longest) && rows.every(({ parts }) => parts !== undefined);
  const labels = rows.map(({ label, parts }) => cut(safeText(under ? `  ${parts?.[1] ?? ''}` : label), longest));
  const margin = Math.max(...labels.map((label) => label.length));
  // Where room is short the labels keep theirs.
  const plot = Math.max(Math.min(20, width - margin - 12), Math.min(60, width - margin - 16));
  const values = [...rows.flatMap(({ low, high, then }) => [low, high, then ?? low]), ...marks];
  let [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = (most - least) * 0.05 || Math.abs(most) * 0.1 || 0.1;
  [least, most] = unit === 'share' ? [Math.max(0, least - pad), Math.min(1, most + pad)] : [least - pad, most + pad];
  const at = (value: number): number => Math.round(((value - least) / (most - least)) * (plot - 1));
  const say = (value: number): string => {
    if (unit === 'sd') return value === 0 ? '0' : `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
    return unit === 'number' ? value.toFixed(digits ?? 2) : `${Math.round(100 * value)}${unit === 'share' ? ' %' : ''}`;
  };
  const [line, dot, bar, open] = unicode ? ['─', '●', '│', '○'] : ['-', 'o', '|', '+'];
  const drawn = rows.flatMap(({ value, low, high, then, parts }, index) => {
    const cells = new Array<string>(plot).fill(' ');
    for (const mark of marks) cells[at(mark)] = bar;
    for (let x = at(low); x <= at(high); x++) cells[x] = line;
    if (then !== undefined) cells[at(then)] = open;
    cells[at(value)] = dot;
    const own = `${(labels[index] ?? '').padEnd(margin)}  ${cells.join('')}  ${say(value).padStart(6)}`;
    const opens = under && parts?.[0] !== rows[index - 1]?.parts?.[0];
    return opens ? [cut(safeText(parts?.[0] ?? ''), width - 2), own] : [own];
  });
  const ticks = [...marks, least, most].map((value) => ({ at: at(value), text: say(value) }));
  const key = marked === undefined ? [] : [`${dot} ${marked[0]}  ${open} ${marked[1]}`];
  return [...drawn, `${' '.repeat(margin)}  ${axisLine(ticks, plot)}`, ...key];
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 3)}...`;
}
