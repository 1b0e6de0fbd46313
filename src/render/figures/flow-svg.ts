// Who is counted, from all on file down to those analysed, with who left where and why (CONSORT 2010).
import type { FlowFigure } from '../../domain/report/report.ts';
import { broken, element, label, line } from './svg.ts';

const [boxGap, lineHeight, padding] = [26, 16, 9];

/** Markup and its height. */
export function flowSvg({ stages }: FlowFigure, width: number): { readonly markup: string; readonly height: number } {
  const columns = Math.max(1, ...stages.map(({ boxes }) => boxes.length));
  const anyLeft = stages.some(({ left }) => left.length > 0);
  const main = anyLeft ? 0.62 * width : width;
  const columnWidth = (main - 8) / columns;
  const boxWidth = Math.min(260, columnWidth - 12);
  const sideX = main + 8;
  const sideWidth = width - sideX - 4;
  const say = (n: number | undefined): string => (n === undefined ? 'hidden' : n.toLocaleString('en-US'));
  let y = 6;
  let before: { readonly xs: readonly number[]; readonly bottom: number } | undefined;
  const parts: string[] = [];
  for (const { label: stage, boxes, left } of stages) {
    const side = left.flatMap(({ why, group, n }) =>
      broken(`${say(n)} ${why}${group === undefined ? '' : ` (${group})`}`, sideWidth - 2 * padding, 12),
    );
    if (side.length > 0 && before !== undefined) {
      const height = side.length * lineHeight + 2 * padding - 4;
      parts.push(box(sideX, y, sideWidth, height, side, 12, 'start'));
      const from = Math.max(...before.xs);
      parts.push(line(from, y + height / 2, sideX, y + height / 2));
      y += height + 10;
    }
    const texts = boxes.map(({ group, n }) => [
      ...broken(group === undefined ? stage : `${stage}, ${group}`, boxWidth - 2 * padding),
      say(n),
    ]);
    const height = Math.max(...texts.map((text) => text.length)) * lineHeight + 2 * padding;
    const xs = boxes.map((_, index) => 4 + (main - 8) * ((index + 0.5) / boxes.length));
    if (before !== undefined)
      for (const [index, x] of xs.entries()) {
        const from = before.xs.length === xs.length ? (before.xs[index] ?? x) : x;
        parts.push(line(from, before.bottom, x, y));
        if (before.xs.length !== xs.length)
          parts.push(
            line(Math.min(x, before.xs[0] ?? x), before.bottom + 4, Math.max(x, before.xs[0] ?? x), before.bottom + 4),
          );
        parts.push(element('path', { d: `M${x} ${y}l-4 -7h8z`, fill: '#555555', class: 'ruleFill' }));
      }
    for (const [index, x] of xs.entries())
      parts.push(box(x - boxWidth / 2, y, boxWidth, height, texts[index] ?? [], 13, 'middle'));
    before = { xs, bottom: y + height };
    y += height + boxGap;
  }
  return { markup: parts.join(''), height: y - boxGap + 8 };
}

function box(
  x: number,
  y: number,
  wide: number,
  height: number,
  lines: readonly string[],
  size: number,
  anchor: 'start' | 'middle',
): string {
  const at = anchor === 'middle' ? x + wide / 2 : x + padding;
  return [
    element('rect', { x, y, width: wide, height, rx: 3, fill: '#ffffff', stroke: '#555555', class: 'box' }),
    ...lines.map((text, index) =>
      label(at, y + padding + 12 + index * lineHeight, text, {
        'text-anchor': anchor,
        'font-size': size,
        ...(anchor === 'middle' && index === lines.length - 1 ? { 'font-weight': 'bold' } : {}),
      }),
    ),
  ].join('');
}
