import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/report/report.ts';
import { costBlocks } from '../../../src/domain/reports/costs.ts';
import type { Comparison } from '../../../src/domain/reports/comparison.ts';

const claim = (level: 2 | 3 | 4): Claim => ({ level, name: level === 4 ? 'lottery' : 'comparison', because: [] });
const side = (label: string) => ({ label, n: 100, known: 100, x: 80, value: 0.8, sd: undefined });
const compared = (value: number, low: number, high: number): Comparison =>
  ({
    outcome: {
      id: 'r',
      label: 'still here',
      kind: 'yes-no',
      values: new Float64Array(0),
      higherIs: 'better',
      primary: true,
      meaningful: undefined,
    },
    among: undefined,
    own: side('mentored'),
    other: side('not mentored'),
    hidden: undefined,
    edge: false,
    plain: { value, low, high, p: 0.01, se: undefined, df: undefined, method: '', testName: '', n: 200 },
    unclustered: undefined,
    adjusted: undefined,
    allowedFor: undefined,
    detectable: undefined,
    bounds: undefined,
    remarks: [],
  }) as unknown as Comparison;
const plan = { money: 300, hours: 12, currency: 'EUR' };
const words = (blocks: ReturnType<typeof costBlocks>): string =>
  blocks.map((one) => ('text' in one ? one.text : '')).join(' ');

describe('costs', () => {
  it('divides what a person costs by the difference, with the range turned round', () => {
    const blocks = costBlocks(plan, [compared(0.1, 0.05, 0.15)], claim(4));
    expect(words(blocks)).toContain('3,000 EUR, from 2,000 to 6,000');
    const table = blocks.flatMap((one) => (one.kind === 'table' ? [one.table] : []))[0];
    const extra = table?.rows[0]?.[5];
    expect(extra?.kind === 'estimate' ? [extra.value, extra.low, extra.high] : []).toEqual([120, 80, 240]);
  });

  it('prices no person kept where nobody knows that mentoring kept them', () => {
    expect(words(costBlocks(plan, [compared(0.1, 0.05, 0.15)], claim(2)))).toContain('is not said');
    expect(words(costBlocks(plan, [compared(0.1, -0.05, 0.25)], claim(4)))).toContain('holds none at all');
    expect(costBlocks(undefined, [compared(0.1, 0.05, 0.15)], claim(4))).toEqual([]);
  });
});
