// Values with their ranges, one a line: rates, differences (a forest), how the groups began (a love plot).
import type { IntervalFigure } from '../../domain/report/report.ts';
import { broken, element, ink, label, line, mark, ticks, wide, widest } from './svg.ts';

const rowHeight = 30;

/** Markup and its height. */
export function intervalsSvg(
  figure: IntervalFigure,
  width: number,
): { readonly markup: string; readonly height: number } {
  const { rows, unit, marks, digits, marked } = figure;
  const top = marked === undefined ? 14 : 40;
  const say = sayer(unit, digits);
  const room = 0.34 * width;
  const names = rows.map((row) => broken(row.label, room));
  const left = Math.min(0.46 * width, Math.max(60, 1.08 * widest(names))) + 14;
  const right = width - 54;
  const [least, most] = bounds(figure);
  const at = (value: number): number => left + ((value - least) / (most - least || 1)) * (right - left);
  const heights = names.map((name) => Math.max(rowHeight, name.length * 16 + 12));
  const bottom = top + heights.reduce((sum, height) => sum + height, 0);
  const across = ticks(least, most, (right - left) / 90);
  const grid = across.map((value) => line(at(value), top - 4, at(value), bottom, { stroke: '#dddddd', class: 'grid' }));
  const bands = marks.map((value) =>
    line(at(value), top - 4, at(value), bottom, { 'stroke-dasharray': value === 0 ? undefined : '4 3' }),
  );
  let y = top;
  const drawn = rows.map(({ value, low, high, then }, index) => {
    const [name, height] = [names[index] ?? [], heights[index] ?? rowHeight];
    const middle = y + height / 2;
    y += height;
    const paint = { stroke: ink(0), class: 'group0' };
    return [
      ...name.map((text, at) =>
        label(left - 10, middle + 4 + (at - (name.length - 1) / 2) * 16, text, { 'text-anchor': 'end' }),
      ),
      line(at(low), middle, at(high), middle, { ...paint, 'stroke-width': 2.5 }),
      ...(low === high
        ? []
        : [low, high].map((end) => line(at(end), middle - 5, at(end), middle + 5, { ...paint, 'stroke-width': 2 }))),
      ...(then === undefined
        ? []
        : [line(at(value), middle, at(then), middle, { 'stroke-dasharray': '2 3' }), mark(1, at(then), middle)]),
      element('circle', { cx: at(value), cy: middle, r: 5, fill: ink(0), class: 'group0' }),
      label(right + 10, middle + 4, say(value), { class: 'ink number' }),
    ].join('');
  });
  const axis = [
    line(left, bottom, right, bottom),
    ...across.map((value) => label(at(value), bottom + 18, say(value), { 'text-anchor': 'middle', 'font-size': 12 })),
    ...cutNote(figure, least, Math.min(left, width / 4), bottom + 36),
  ];
  return {
    markup: [...key(marked, Math.min(left, width / 4)), ...grid, ...bands, ...drawn, ...axis].join(''),
    height: bottom + (least > 0 && unit === 'share' ? 44 : 26),
  };
}

/** Which mark is what. */
function key(marked: IntervalFigure['marked'], left: number): string[] {
  if (marked === undefined) return [];
  const [first, second] = marked;
  const next = left + wide(first, 12) + 40;
  return [
    mark(0, left + 6, 13),
    label(left + 16, 17, first, { 'font-size': 12 }),
    mark(1, next + 6, 13),
    label(next + 16, 17, second, { 'font-size': 12 }),
  ];
}

function bounds({ rows, unit, marks }: IntervalFigure): [number, number] {
  const values = [...rows.flatMap(({ low, high, then }) => [low, high, then ?? low]), ...marks];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = (most - least) * 0.06 || Math.abs(most) * 0.1 || 0.1;
  return unit === 'share' ? [Math.max(0, least - pad), Math.min(1, most + pad)] : [least - pad, most + pad];
}

/** An axis of shares that does not begin at nought says so. */
function cutNote({ unit }: IntervalFigure, least: number, x: number, y: number): string[] {
  return unit === 'share' && least > 0
    ? [
        label(x, y, `The axis begins at ${Math.round(100 * least)} %, not at 0.`, {
          'font-size': 12,
          class: 'ink note',
        }),
      ]
    : [];
}

function sayer(unit: IntervalFigure['unit'], digits = 2): (value: number) => string {
  return (value) => {
    if (unit === 'sd') return value === 0 ? '0' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
    if (unit === 'number') return value.toFixed(digits);
    const whole = Math.round(100 * value) + 0;
    return unit === 'share' ? `${whole} %` : String(whole).replace('-', '−');
  };
}
