// Figures that characters show as lists: bars of blocks, values by time, and who is counted step by step.
import type { BarsFigure, FlowFigure, LinesFigure, LinksFigure } from '../domain/report/report.ts';
import { safeText } from '../domain/safe-text.ts';
import type { Ink } from './ink.ts';
import { displayWidth, padded } from './wrap.ts';

/** Of several parts only the numbers: blocks of one sign would not tell them apart. */
export function barsText({ rows, parts, unit }: BarsFigure, { width, unicode }: Ink): string[] {
  const say = (value: number | undefined): string => {
    if (value === undefined) return 'hidden';
    return unit === 'share' ? `${Math.round(100 * value) + 0} %` : value.toLocaleString('en-US');
  };
  const margin = widest(rows.map(({ label }) => safeText(label)));
  if (parts.length > 1)
    return rows.map(
      ({ label, values }) =>
        `${padded(safeText(label), margin)}  ${values.map((value, part) => `${safeText(parts[part] ?? '')} ${say(value)}`).join(', ')}`,
    );
  const most = Math.max(0, ...rows.map(({ values }) => values[0] ?? 0));
  const room = Math.max(10, Math.min(40, width - margin - 12));
  return rows.map(({ label, values }) => {
    const length = most === 0 ? 0 : Math.round(((values[0] ?? 0) / most) * room);
    return `${padded(safeText(label), margin)}  ${(unicode ? '█' : '#').repeat(length)} ${say(values[0])}`;
  });
}

export function linesText({ groups, times, unit, digits = 2 }: LinesFigure): string[] {
  const say = (value: number): string =>
    unit === 'share' ? `${Math.round(100 * value) + 0} %` : value.toFixed(digits);
  const margin = widest(groups.map(({ label }) => safeText(label)));
  const columns = times.map((time, at) => {
    const cells = groups.map(({ points }) => {
      const point = points[at];
      if (point === undefined) return 'hidden';
      return point.low === point.high
        ? say(point.value)
        : `${say(point.value)} (${say(point.low)} to ${say(point.high)})`;
    });
    return [safeText(time), ...cells];
  });
  return ['', ...groups.map(({ label }) => safeText(label))].map(
    (name, row) =>
      `${padded(name, margin)}  ${columns.map((column) => padded(column[row] ?? '', widest(column))).join('  ')}`,
  );
}

export function flowText({ stages }: FlowFigure): string[] {
  const say = (n: number | undefined): string => (n === undefined ? 'hidden' : n.toLocaleString('en-US'));
  const of = (group: string | undefined): string => (group === undefined ? '' : ` ${safeText(group)}`);
  return stages.flatMap(({ label, boxes, left }) => [
    ...left.map(({ why, group, n }) => `    left out${of(group)}: ${say(n)} ${safeText(why)}`),
    `${safeText(label)}: ${boxes.map(({ group, n }) => `${say(n)}${of(group)}`).join(', ')}`,
  ]);
}

export function linksText({ left, right, links }: LinksFigure): string[] {
  return left.map(({ label, n }, at) => {
    const to = links.flatMap(([from, into]) => (from === at ? [right[into]] : []));
    const told = to.map((one) => `${safeText(one?.label ?? '')} (${one?.n ?? 0})`);
    return `${safeText(label)} (${n}): ${told.join(', ')}`;
  });
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}
