// Curves of staying as steps in characters: each group its own line, another sign where they run together, and who is followed below.
import type { SurvivalFigure } from '../domain/reports/report.ts';
import { axisLine } from './axis-line.ts';
import type { Ink } from './ink.ts';
import { safeText } from './safe-text.ts';

const height = 10;
const widest = 16;

interface Signs {
  readonly across: readonly string[];
  readonly down: readonly string[];
  readonly together: string;
  readonly corner: string;
  readonly side: string;
  readonly base: string;
}

const fine: Signs = {
  across: ['━', '╌', '·', '~'],
  down: ['┃', '╎', '·', '~'],
  together: '═',
  corner: '└',
  side: '│',
  base: '─',
};
const plain: Signs = {
  across: ['=', '-', '.', '~'],
  down: ['|', ':', '.', '~'],
  together: '#',
  corner: '+',
  side: '|',
  base: '-',
};

/** Lines for the terminal; empty where there is nothing to draw. */
export function curveText({ groups, until }: SurvivalFigure, { width, unicode }: Ink): string[] {
  if (groups.length === 0 || !(until > 0)) return [];
  const signs = unicode ? fine : plain;
  const sign = (some: readonly string[], index: number): string => some[index % some.length] ?? '*';
  const names = groups.map(({ label }) => safeText(label));
  const margin = Math.min(widest, Math.max(6, ...names.map((name) => name.length)));
  const plot = Math.max(20, Math.min(64, width - margin - 6));
  const lowest = Math.min(1, ...groups.flatMap(({ steps }) => steps.map(({ value }) => value)));
  const floor = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const line = (value: number): number => Math.min(height, Math.round(((1 - value) / (1 - floor || 1)) * height));

  const grid = Array.from({ length: height + 1 }, () => new Array<string>(plot).fill(' '));
  const put = (x: number, y: number, own: string): void => {
    const row = grid[y];
    if (row !== undefined) row[x] = row[x] === ' ' || row[x] === own ? own : signs.together;
  };
  groups.forEach(({ steps }, index) => {
    let [step, value] = [0, 1];
    let before = 0;
    for (let x = 0; x < plot; x++) {
      const day = (x / (plot - 1)) * until;
      for (; (steps[step]?.at ?? Infinity) <= day; step++) value = steps[step]?.value ?? value;
      const y = line(value);
      for (let between = before + 1; between < y; between++) put(x, between, sign(signs.down, index));
      put(x, y, sign(signs.across, index));
      before = y;
    }
  });
  const body = grid.map((cells, y) => {
    const label = y % 5 === 0 ? `${Math.round(100 * (1 - (y / height) * (1 - floor)))} %` : '';
    return `${label.padStart(margin)} ${signs.side}${cells.join('')}`;
  });
  const at = (day: number): number => Math.round((day / until) * (plot - 1));
  const days = groups[0]?.atRisk.map((one) => ({ at: at(one.at), text: String(one.at) })) ?? [];
  const key = [
    ...names.map((name, index) => `${sign(signs.across, index)} ${name}`),
    ...(groups.length > 1 ? [`${signs.together} together`] : []),
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
    `${'day'.padStart(margin)}  ${axisLine(days, plot)}`,
    ...(oneLine ? [key.join('   ')] : key).map((text) => `${' '.repeat(margin)}  ${text}`),
    ...(days.length === 0 ? [] : ['followed'.padStart(margin), ...risk]),
  ];
}
