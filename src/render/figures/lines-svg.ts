// A value at each of several times, a line a group with its ranges: trends over cohorts, grades term by term, before and after.
import type { LinesFigure } from '../../domain/report/report.ts';
import { broken, dashes, element, ink, inks, label, line, mark, round, ticks, widest } from './svg.ts';
import { spread } from './survival-svg.ts';

const [top, plotHeight] = [14, 240];

/** Markup and its height. */
export function linesSvg(
  { groups, times, unit, digits = 2 }: LinesFigure,
  width: number,
): { readonly markup: string; readonly height: number } {
  const points = groups.flatMap(({ points: some }) => some.filter((point) => point !== undefined));
  const values = points.flatMap(({ low, high }) => [low, high]);
  const [lowest, highest] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const pad = (highest - lowest) * 0.08 || Math.abs(highest) * 0.1 || 0.1;
  const least = unit === 'share' ? Math.max(0, lowest - pad) : lowest - pad;
  const most = unit === 'share' ? Math.min(1, highest + pad) : highest + pad;
  const say = (value: number): string =>
    unit === 'share' ? `${Math.round(100 * value) + 0} %` : value.toFixed(digits);
  const left = 0.05 * width + 30;
  const names = groups.map(({ label: name }) => broken(name, 0.26 * width));
  const right = width - Math.min(0.4 * width, Math.max(40, 1.08 * widest(names))) - 16;
  const y = (value: number): number => top + ((most - value) / (most - least || 1)) * plotHeight;
  const room = (right - left) / Math.max(1, times.length);
  const x = (index: number, group = 0): number =>
    left + (index + 0.5) * room + (group - (groups.length - 1) / 2) * Math.min(9, room / (groups.length + 2));
  const bottom = top + plotHeight;
  const ends = spread(
    groups.map(({ points: some }) => y(some.findLast((point) => point !== undefined)?.value ?? least)),
    16 * Math.max(1, ...names.map((name) => name.length)) + 1,
    top + 6,
    bottom,
  );
  const drawn = groups.flatMap(({ points: some }, group) => {
    const paint = { stroke: ink(group), class: `line${group % inks.length}` };
    // Where a value is hidden the line breaks off.
    const path = some
      .map((point, index) =>
        point === undefined
          ? ''
          : `${some[index - 1] === undefined ? 'M' : 'L'}${round(x(index, group))} ${round(y(point.value))}`,
      )
      .join('');
    return [
      ...some.flatMap((point, index) =>
        point === undefined || point.low === point.high
          ? []
          : [line(x(index, group), y(point.low), x(index, group), y(point.high), { ...paint, 'stroke-width': 1.6 })],
      ),
      path === ''
        ? ''
        : element('path', {
            d: path,
            fill: 'none',
            'stroke-width': 2,
            'stroke-dasharray': dashes[group % dashes.length],
            ...paint,
          }),
      ...some.map((point, index) =>
        point === undefined
          ? label(x(index), bottom - 6 - 13 * group, 'hidden', {
              'text-anchor': 'middle',
              'font-size': 11,
              fill: ink(group),
              class: `word${group % inks.length}`,
            })
          : mark(group, x(index, group), y(point.value)),
      ),
      ...(names[group] ?? []).map((text, at) =>
        label(right + 10, (ends[group] ?? top) + 4 + 15 * at, text, {
          fill: ink(group),
          class: `word${group % inks.length}`,
        }),
      ),
    ];
  });
  const under = times.map((time) => broken(time, room - 4, 12));
  const lines = Math.max(1, ...under.map((name) => name.length));
  const starts = unit === 'number' || least > 0;
  return {
    markup: [
      ...ticks(least, most).flatMap((value) => [
        line(left, y(value), right, y(value), { stroke: '#dddddd', class: 'grid' }),
        label(left - 8, y(value) + 4, say(value), { 'text-anchor': 'end', 'font-size': 12 }),
      ]),
      ...drawn,
      line(left, bottom, right, bottom),
      ...under.flatMap((name, index) =>
        name.map((text, at) =>
          label(left + (index + 0.5) * room, bottom + 18 + at * 15, text, { 'text-anchor': 'middle', 'font-size': 12 }),
        ),
      ),
      ...(starts
        ? [
            label(left, bottom + 26 + lines * 15, 'The axis does not begin at 0.', {
              'font-size': 12,
              class: 'ink note',
            }),
          ]
        : []),
    ].join(''),
    height: bottom + 16 + lines * 15 + (starts ? 18 : 0),
  };
}
