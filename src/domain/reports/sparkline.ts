// A row of numbers as a row of bars, for the eye alone: the numbers always stand beside it.

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** One bar a number, the highest full, none at all blank. Numbers are 0 or more. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(...values, 1);
  return values
    .map((value) => (value === 0 ? ' ' : (bars[Math.ceil((value / most) * bars.length) - 1] ?? '█')))
    .join('');
}
