// Shares still there over time: a step line a group over its range, and below how many are followed.
import type { SurvivalFigure } from '../../domain/report/report.ts';
import { dashes, element, ink, inks, label, line, round, ticks, wide, width } from './svg.ts';

const [top, plotHeight] = [14, 260];
/** Ranges of more groups would lie over each other and hide the curves. */
const mostBands = 3;

type Steps = SurvivalFigure['groups'][number]['steps'];

/** Markup and its height. */
export function survivalSvg({ groups, until, unit = 'day' }: SurvivalFigure): {
  readonly markup: string;
  readonly height: number;
} {
  const left = Math.max(60, Math.min(150, Math.max(0, ...groups.map(({ label: name }) => wide(name, 12)))) + 28);
  const right = width - Math.min(170, Math.max(40, ...groups.map(({ label: name }) => wide(name)))) - 14;
  const lowest = Math.min(1, ...groups.flatMap(({ steps }) => steps.map(({ low, value }) => Math.min(low, value))));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const x = (at: number): number => left + (Math.min(at, until) / (until || 1)) * (right - left);
  const y = (share: number): number => top + ((1 - share) / (1 - floor || 1)) * plotHeight;
  const bottom = top + plotHeight;
  const shares = ticks(floor, 1);
  const times = groups[0]?.atRisk.map(({ at }) => at) ?? ticks(0, until);
  const ends = spread(
    groups.map(({ steps }) => y(steps.at(-1)?.value ?? 1)),
    17,
    top + 6,
    bottom,
  );
  const curves = groups.flatMap(({ label: name, steps }, index) => [
    groups.length <= mostBands
      ? element('path', {
          d: band(steps, until, x, y),
          fill: ink(index),
          'fill-opacity': 0.13,
          class: `band${index % inks.length}`,
        })
      : '',
    element('path', {
      d: stepPath(steps, until, x, y),
      fill: 'none',
      stroke: ink(index),
      'stroke-width': 2.2,
      'stroke-dasharray': dashes[index % dashes.length],
      class: `line${index % inks.length}`,
    }),
    label(right + 8, (ends[index] ?? top) + 4, name, { fill: ink(index), class: `word${index % inks.length}` }),
  ]);
  const risk = groups.flatMap(({ label: name, atRisk }, index) => {
    const at = bottom + 62 + index * 18;
    return [
      label(left - 22, at, name, { 'text-anchor': 'end', 'font-size': 12 }),
      ...atRisk.map(({ at: time, n }) => label(x(time), at, String(n), { 'text-anchor': 'middle', 'font-size': 12 })),
    ];
  });
  return {
    markup: [
      ...shares.map((share) => line(left, y(share), right, y(share), { stroke: '#dddddd', class: 'grid' })),
      ...shares.map((share) =>
        label(left - 8, y(share) + 4, `${Math.round(100 * share)} %`, { 'text-anchor': 'end', 'font-size': 12 }),
      ),
      ...curves,
      line(left, bottom, right, bottom),
      ...times.map((time) => label(x(time), bottom + 18, round(time), { 'text-anchor': 'middle', 'font-size': 12 })),
      label(right, bottom + 18, unit === 'day' ? '' : ` ${unit}s`, { 'font-size': 12 }),
      label(
        left,
        bottom + 42,
        `Still followed, by ${unit}${floor > 0 ? `. The axis of shares begins at ${Math.round(100 * floor)} %, not at 0.` : ''}`,
        { 'font-size': 12, class: 'ink note' },
      ),
      ...risk,
    ].join(''),
    height: bottom + 62 + groups.length * 18,
  };
}

function stepPath(steps: Steps, until: number, x: (at: number) => number, y: (share: number) => number): string {
  const parts = [`M${round(x(0))} ${round(y(1))}`];
  for (const { at, value } of steps) if (at <= until) parts.push(`H${round(x(at))}V${round(y(value))}`);
  return `${parts.join('')}H${round(x(until))}`;
}

function band(steps: Steps, until: number, x: (at: number) => number, y: (share: number) => number): string {
  const within = steps.filter(({ at }) => at <= until);
  const upper = [
    `M${round(x(0))} ${round(y(1))}`,
    ...within.map(({ at, high }) => `H${round(x(at))}V${round(y(high))}`),
    `H${round(x(until))}`,
  ];
  const ends = [...within.map(({ at }) => at).slice(1), until];
  const lower = within
    .map(({ low }, index) => ({ low, from: within[index]?.at ?? 0, to: ends[index] ?? until }))
    .reverse();
  return `${upper.join('')}${lower.map(({ low, from, to }) => `L${round(x(to))} ${round(y(low))}H${round(x(from))}`).join('')}L${round(x(within[0]?.at ?? until))} ${round(y(1))}Z`;
}

/** Labels moved apart to stand at least `gap` from each other, in their order, between `from` and `to`. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let last = from - gap;
  for (const one of order) last = one.at = Math.max(one.at, last + gap);
  let next = to + gap;
  for (const one of [...order].reverse()) next = one.at = Math.min(one.at, next - gap);
  const placed = new Array<number>(wanted.length).fill(0);
  for (const { at, index } of order) placed[index] = at;
  return placed;
}
