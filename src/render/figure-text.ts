// Figures in characters: ranges as lines with a dot, survival as steps; plain ASCII where the terminal has nothing better.
import type { Figure, IntervalFigure, SurvivalFigure } from '../domain/reports/report.ts';
import { safeText } from './safe-text.ts';

export interface Ink {
  readonly width: number;
  readonly unicode: boolean;
}

/** Lines, without colour; empty for a figure with nothing to show. */
export function figureText(figure: Figure, ink: Ink): string {
  const lines = figure.kind === 'intervals' ? intervals(figure, ink) : survival(figure, ink);
  return lines.length === 0 ? '' : [safeText(figure.title), ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}

function intervals({ rows, unit, marks }: IntervalFigure, { width, unicode }: Ink): string[] {
  if (rows.length === 0) return [];
  const labels = rows.map(({ label }) => cut(safeText(label), 34));
  const margin = Math.max(...labels.map((label) => label.length));
  const plot = Math.max(20, Math.min(60, width - margin - 16));
  const values = [...rows.flatMap(({ low, high }) => [low, high]), ...marks];
  let [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = (most - least) * 0.05 || Math.abs(most) * 0.1 || 0.1;
  [least, most] = unit === 'share' ? [Math.max(0, least - pad), Math.min(1, most + pad)] : [least - pad, most + pad];
  const at = (value: number): number => Math.round(((value - least) / (most - least)) * (plot - 1));
  const say = (value: number): string =>
    unit === 'sd'
      ? `${value < 0 ? '' : '+'}${value.toFixed(2)}`
      : `${Math.round(100 * value)}${unit === 'share' ? ' %' : ''}`;
  const [line, dot, bar] = unicode ? ['─', '●', '│'] : ['-', 'o', '|'];
  const drawn = rows.map(({ value, low, high }, index) => {
    const cells = new Array<string>(plot).fill(' ');
    for (const mark of marks) cells[at(mark)] = bar;
    for (let x = at(low); x <= at(high); x++) cells[x] = line;
    cells[at(value)] = dot;
    return `${(labels[index] ?? '').padEnd(margin)}  ${cells.join('')}  ${say(value).padStart(6)}`;
  });
  const [from, to] = [say(least), say(most)];
  return [...drawn, `${' '.repeat(margin)}  ${from}${to.padStart(Math.max(1, plot - from.length))}`];
}

const height = 10;

function survival({ groups, until }: SurvivalFigure, { width, unicode }: Ink): string[] {
  if (groups.length === 0 || !(until > 0)) return [];
  const plot = Math.max(20, Math.min(64, width - 12));
  const lowest = Math.min(1, ...groups.flatMap(({ steps }) => steps.map(({ value }) => value)));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const signs = unicode ? ['━', '┄', '·', '═'] : ['=', '-', '.', '~'];
  const grid = Array.from({ length: height + 1 }, () => new Array<string>(plot).fill(' '));
  groups.forEach(({ steps }, index) => {
    let [step, value] = [0, 1];
    for (let x = 0; x < plot; x++) {
      const day = (x / (plot - 1)) * until;
      for (; (steps[step]?.at ?? Infinity) <= day; step++) value = steps[step]?.value ?? value;
      const y = Math.round(((1 - value) / (1 - floor || 1)) * height);
      const row = grid[Math.min(height, y)];
      if (row !== undefined && row[x] === ' ') row[x] = signs[index % signs.length] ?? '*';
    }
  });
  const [corner, side] = unicode ? ['└', '│'] : ['+', '|'];
  const body = grid.map((cells, y) => {
    const share = 1 - (y / height) * (1 - floor);
    const label = y % 5 === 0 ? `${Math.round(100 * share)} %` : '';
    return `${label.padStart(6)} ${side}${cells.join('')}`;
  });
  const days = String(Math.round(until));
  const key = groups.map(({ label }, index) => `${signs[index % signs.length] ?? '*'} ${safeText(label)}`).join('   ');
  const risk = groups.map(
    ({ label, atRisk }) => `followed, ${safeText(label)}: ${atRisk.map(({ at, n }) => `day ${at}: ${n}`).join(', ')}`,
  );
  return [
    ...body,
    `       ${corner}${(unicode ? '─' : '-').repeat(plot)}`,
    `        0${`day ${days}`.padStart(plot - 1)}`,
    `        ${key}`,
    ...risk.filter((text) => text.includes('day')),
  ];
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 3)}...`;
}
