// Bars one below the other: a funnel, a histogram, answers from one end of a scale to the other around a middle.
import type { BarsFigure } from '../../domain/report/report.ts';
import { broken, element, inks, label, line, wide, widest } from './svg.ts';

const rowHeight = 28;
/** From one end of a scale to the other, told apart by lightness as well as by colour. */
const scale = ['#e08214', '#f3b469', '#fde3c0', '#d8daeb', '#8073ac', '#40216b'] as const;

/** Markup and its height. */
export function barsSvg(
  { rows, parts, left: disagree, unit }: BarsFigure,
  width: number,
): { readonly markup: string; readonly height: number } {
  const say = (value: number): string =>
    unit === 'share' ? `${Math.round(100 * value) + 0} %` : value.toLocaleString('en-US');
  const room = 0.33 * width;
  const names = rows.map(({ label: name }) => broken(name, room));
  const start = Math.min(0.46 * width, Math.max(60, 1.08 * widest(names))) + 14;
  const end = width - 64;
  // How much of a row stands left of the middle, and right of it.
  const sides = (values: readonly (number | undefined)[]): readonly [number, number] => {
    const parted = values.map((x = 0, part) => x * Math.min(1, Math.max(0, (disagree ?? 0) - part)));
    const before = parted.reduce((sum, x) => sum + x, 0);
    return [before, values.reduce((sum: number, x) => sum + (x ?? 0), 0) - before];
  };
  const [most, least] = [
    Math.max(0, ...rows.map(({ values }) => sides(values)[1])),
    Math.max(0, ...rows.map(({ values }) => sides(values)[0])),
  ];
  const unitWidth = (end - start) / (most + least || 1);
  const middle = start + least * unitWidth;
  const key = parts.length > 1 ? legend(parts, paintOf(parts), Math.min(start, width / 8), width) : undefined;
  const top = key === undefined ? 8 : key.height;
  const paint = paintOf(parts);
  let y = top;
  const drawn = rows.map(({ values }, index) => {
    const name = names[index] ?? [];
    const height = Math.max(rowHeight, name.length * 16 + 10);
    let x = middle - sides(values)[0] * unitWidth;
    const bars = values.map((value, part) => {
      const room = (value ?? 0) * unitWidth;
      const bar = element('rect', {
        x,
        y: y + 4,
        width: room,
        height: height - 8,
        fill: paint(part),
        stroke: '#333333',
        'stroke-width': 0.6,
        class: parts.length === 1 ? 'group0' : 'part',
      });
      const inside = parts.length > 1 && value !== undefined && value > 0 && room > wide(say(value), 11) + 6;
      const number = inside
        ? label(x + room / 2, y + height / 2 + 4, say(value), {
            'text-anchor': 'middle',
            'font-size': 11,
            fill: part > 0 && part === parts.length - 1 ? '#ffffff' : '#111111',
            class: 'fixed',
          })
        : '';
      x += room;
      return bar + number;
    });
    const whole =
      parts.length > 1
        ? values.every((value) => value === undefined)
          ? 'hidden'
          : ''
        : values[0] === undefined
          ? 'hidden'
          : say(values[0]);
    const words = name.map((text, at) =>
      label(start - 10, y + height / 2 + 4 + (at - (name.length - 1) / 2) * 16, text, { 'text-anchor': 'end' }),
    );
    const after = label(x + 8, y + height / 2 + 4, whole, { class: 'ink number' });
    y += height;
    return [...words, ...bars, after].join('');
  });
  return { markup: (key?.markup ?? '') + line(middle, top, middle, y) + drawn.join(''), height: y + 8 };
}

function paintOf(parts: readonly string[]): (part: number) => string {
  return (part) =>
    parts.length === 1
      ? inks[0]
      : (scale[Math.round((part / Math.max(1, parts.length - 1)) * (scale.length - 1))] ?? inks[0]);
}

/** The parts' names, in as many lines as they need. */
function legend(
  parts: readonly string[],
  paint: (part: number) => string,
  start: number,
  width: number,
): { readonly markup: string; readonly height: number } {
  let [x, y] = [start, 8];
  const drawn = parts.map((part, index) => {
    const room = wide(part, 12) + 34;
    if (x > start && x + room - 12 > width) [x, y] = [start, y + 18];
    const one =
      element('rect', {
        x,
        y,
        width: 12,
        height: 12,
        fill: paint(index),
        stroke: '#333333',
        'stroke-width': 0.6,
        class: 'part',
      }) + label(x + 17, y + 10, part, { 'font-size': 12 });
    x += room;
    return one;
  });
  return { markup: drawn.join(''), height: y + 26 };
}
