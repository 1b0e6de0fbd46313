// Curves of staying as steps in characters: each group its own line over its range, another sign where they run together, and
// who is followed below.
import type { SurvivalFigure } from '../domain/report/report.ts';
import { axisLine } from './axis-line.ts';
import type { Ink } from './ink.ts';
import { safeText } from '../domain/safe-text.ts';

const height = 14;
const widest = 16;
/** Ranges of more groups than this would lie over each other and hide the curves. */
const mostBands = 2;

interface Signs {
  readonly across: readonly string[];
  readonly down: readonly string[];
  readonly together: string;
  /** Ranges of the first group and the second, and where both lie. */
  readonly bands: readonly [string, string, string];
  readonly corner: string;
  readonly side: string;
  readonly base: string;
}

const fine: Signs = {
  across: ['━', '╌', '·', '~'],
  down: ['┃', '╎', '·', '~'],
  together: '═',
  bands: ['░', '∙', '▒'],
  corner: '└',
  side: '│',
  base: '─',
};
const plain: Signs = {
  across: ['=', '-', '.', '~'],
  down: ['|', ':', '.', '~'],
  together: '#',
  bands: ["'", ',', ';'],
  corner: '+',
  side: '|',
  base: '-',
};

/** Lines for the terminal; empty where there is nothing to draw. */
export function curveText({ groups, until, unit = 'day' }: SurvivalFigure, { width, unicode }: Ink): string[] {
  if (groups.length === 0 || !(until > 0)) return [];
  const signs = unicode ? fine : plain;
  const sign = (some: readonly string[], index: number): string => some[index % some.length] ?? '*';
  const names = groups.map(({ label }) => safeText(label));
  const margin = Math.min(widest, Math.max(6, ...names.map((name) => name.length)));
  const plot = Math.max(20, Math.min(64, width - margin - 6));
  const banded = groups.length <= mostBands && groups.some(({ steps }) => steps.length > 0);
  const lowest = Math.min(
    1,
    ...groups.flatMap(({ steps }) => steps.map(({ value, low }) => (banded ? Math.min(value, low) : value))),
  );
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const line = (value: number): number => Math.min(height, Math.round(((1 - value) / (1 - floor || 1)) * height));

  const grid = Array.from({ length: height + 1 }, () => new Array<string>(plot).fill(' '));
  if (banded)
    groups.forEach(({ steps }, index) => {
      const at = stepper(steps, until, plot);
      for (let x = 0; x < plot; x++) {
        const { low, high } = at(x);
        // The first day has no range yet: it is where everybody is there.
        if (low === high) continue;
        for (let y = line(high); y <= line(low); y++) {
          const row = grid[y];
          if (row !== undefined) row[x] = row[x] === ' ' ? signs.bands[index === 0 ? 0 : 1] : signs.bands[2];
        }
      }
    });
  const bands: readonly string[] = signs.bands;
  const put = (x: number, y: number, own: string): void => {
    const row = grid[y];
    if (row === undefined) return;
    const there = row[x] ?? ' ';
    row[x] = there === ' ' || there === own || bands.includes(there) ? own : signs.together;
  };
  groups.forEach(({ steps }, index) => {
    const at = stepper(steps, until, plot);
    let before = 0;
    for (let x = 0; x < plot; x++) {
      const y = line(at(x).value);
      for (let between = before + 1; between < y; between++) put(x, between, sign(signs.down, index));
      put(x, y, sign(signs.across, index));
      before = y;
    }
  });
  const body = grid.map((cells, y) => {
    const label = y % (height / 2) === 0 ? `${Math.round(100 * (1 - (y / height) * (1 - floor)))} %` : '';
    return `${label.padStart(margin)} ${signs.side}${cells.join('')}`;
  });
  const at = (day: number): number => Math.round((day / until) * (plot - 1));
  const days = groups[0]?.atRisk.map((one) => ({ at: at(one.at), text: String(one.at) })) ?? [];
  const key = [
    ...names.map(
      (name, index) =>
        `${sign(signs.across, index)} ${name}${banded ? `, range ${signs.bands[index === 0 ? 0 : 1]}` : ''}`,
    ),
    ...(groups.length > 1 ? [`${signs.together} together`] : []),
    ...(banded && groups.length > 1 ? [`${signs.bands[2]} both ranges`] : []),
  ];
  const oneLine = key.join('   ').length <= plot;
  const risk = groups.map(
    ({ atRisk }, index) =>
      `${(names[index] ?? '').slice(0, margin).padStart(margin)}  ${axisLine(
        atRisk.map((one) => ({ at: at(one.at), text: String(one.n) })),
        plot,
      )}`,
  );
  return [
    ...body,
    `${' '.repeat(margin)} ${signs.corner}${signs.base.repeat(plot)}`,
    `${unit.padStart(margin)}  ${axisLine(days, plot)}`,
    ...(oneLine ? [key.join('   ')] : key).map((text) => `${' '.repeat(margin)}  ${text}`),
    ...(days.length === 0 ? [] : ['followed'.padStart(margin), ...risk]),
  ];
}

/** What holds in column `x` of `plot`: the last step up to its day; before the first one everybody is there. */
function stepper(
  steps: SurvivalFigure['groups'][number]['steps'],
  until: number,
  plot: number,
): (x: number) => { readonly value: number; readonly low: number; readonly high: number } {
  let [next, now] = [0, { value: 1, low: 1, high: 1 }];
  return (x) => {
    const day = (x / (plot - 1)) * until;
    for (; (steps[next]?.at ?? Infinity) <= day; next++) now = steps[next] ?? now;
    return now;
  };
}
