// Who waits for whom: boxes on two sides, a line between those that go together.
import type { LinksFigure } from '../../domain/report/report.ts';
import { broken, element, label, line } from './svg.ts';

const [lineHeight, padding, gap, head] = [16, 8, 10, 26] as const;

/** Markup and its height. */
export function linksSvg(
  { sides, left, right, links }: LinksFigure,
  width: number,
): { readonly markup: string; readonly height: number } {
  const boxWidth = Math.min(236, 0.42 * width);
  const place = (boxes: LinksFigure['left']) => {
    let y: number = head;
    return boxes.map(({ label: name, n }) => {
      const lines = broken(name, boxWidth - 2 * padding - 0.17 * boxWidth);
      const height = Math.max(1, lines.length) * lineHeight + 2 * padding - 2;
      const box = { lines, n, y, height };
      y += height + gap;
      return box;
    });
  };
  const [from, to] = [place(left), place(right)];
  const end = (boxes: typeof from): number => Math.max(head, ...boxes.map(({ y, height }) => y + height));
  const bottom = Math.max(end(from), end(to));
  // The shorter side stands in the middle of the longer.
  const shift = (boxes: typeof from): number => (bottom - end(boxes)) / 2;
  const rightX = width - boxWidth - 2;
  const middle = (boxes: typeof from, at: number): number => {
    const box = boxes[at];
    return box === undefined ? head : box.y + shift(boxes) + box.height / 2;
  };
  const drawn = (boxes: typeof from, x: number): string[] =>
    boxes.map(({ lines, n, y, height }) => {
      const top = y + shift(boxes);
      return [
        element('rect', {
          x,
          y: top,
          width: boxWidth,
          height,
          rx: 3,
          fill: '#ffffff',
          stroke: '#555555',
          class: 'box',
        }),
        ...lines.map((text, at) => label(x + padding, top + padding + 11 + at * lineHeight, text)),
        label(x + boxWidth - padding, top + height / 2 + 4, n.toLocaleString('en-US'), {
          'text-anchor': 'end',
          'font-weight': 'bold',
        }),
      ].join('');
    });
  return {
    markup: [
      label(2, 14, sides[0], { 'font-size': 12 }),
      label(rightX, 14, sides[1], { 'font-size': 12 }),
      ...links.map(([a, b]) => line(2 + boxWidth, middle(from, a), rightX, middle(to, b))),
      ...drawn(from, 2),
      ...drawn(to, rightX),
    ].join(''),
    height: bottom + 6,
  };
}
