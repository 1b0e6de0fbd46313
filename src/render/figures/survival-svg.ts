// Shares still there over time: a step line a group over its range, and below how many are followed.
import type { SurvivalFigure } from '../../domain/report/report.ts';
import { broken, dashes, element, ink, inks, label, line, round, ticks, widest } from './svg.ts';

const [top, plotHeight] = [14, 260];
/** Ranges of more groups would lie over each other and hide the curves. */
const mostBands = 3;

type Steps = SurvivalFigure['groups'][number]['steps'];

/** Markup and its height. */
export function survivalSvg(
  { groups, until, unit = 'day' }: SurvivalFigure,
  width: number,
): { readonly markup: string; readonly height: number } {
  const names = groups.map(({ label: name }) => broken(name, 0.22 * width));
  const room = 1.08 * widest(names);
  const left = Math.max(0.05 * width + 26, Math.min(0.32 * width, room) + 28);
  const right = width - Math.min(0.32 * width, Math.max(40, room)) - 14;
  const tall = Math.max(1, ...names.map((name) => name.length));
  const lowest = Math.min(1, ...groups.flatMap(({ steps }) => steps.map(({ low, value }) => Math.min(low, value))));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const x = (at: number): number => left + (Math.min(at, until) / (until || 1)) * (right - left);
  const y = (share: number): number => top + ((1 - share) / (1 - floor || 1)) * plotHeight;
  const bottom = top + plotHeight;
  const shares = ticks(floor, 1);
  // As many times as have room beside each other.
  const every = Math.max(1, Math.ceil(((groups[0]?.atRisk.length ?? 1) * 40) / (right - left)));
  const shown = <Time>(all: readonly Time[]): readonly Time[] => all.filter((_, at) => at % every === 0);
  const times = shown(groups[0]?.atRisk.map(({ at }) => at) ?? ticks(0, until));
  const ends = spread(
    groups.map(({ steps }) => y(steps.at(-1)?.value ?? 1)),
    16 * tall + 1,
    top + 6,
    bottom,
  );
  const curves = groups.flatMap(({ steps }, index) => [
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
    ...(names[index] ?? []).map((text, at) =>
      label(right + 8, (ends[index] ?? top) + 4 + 15 * at, text, {
        fill: ink(index),
        class: `word${index % inks.length}`,
      }),
    ),
  ]);
  const note = broken(
    `Still followed, by ${unit}${floor > 0 ? `. The axis of shares begins at ${Math.round(100 * floor)} %, not at 0.` : ''}`,
    width - 20,
    12,
  );
  const riskTop = bottom + 46 + 16 * note.length;
  const riskRow = 3 + 15 * tall;
  const risk = groups.flatMap(({ atRisk }, index) => {
    const at = riskTop + index * riskRow;
    return [
      ...(names[index] ?? []).map((text, line) =>
        label(left - 22, at + 15 * line, text, { 'text-anchor': 'end', 'font-size': 12 }),
      ),
      ...shown(atRisk).map(({ at: time, n }) =>
        label(x(time), at, String(n), { 'text-anchor': 'middle', 'font-size': 12 }),
      ),
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
      ...note.map((text, at) =>
        label(note.length > 1 ? 10 : left, bottom + 42 + 16 * at, text, { 'font-size': 12, class: 'ink note' }),
      ),
      ...risk,
    ].join(''),
    height: riskTop + groups.length * riskRow,
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
