// If this fails, what a fit is made of is said to be another sum than it is, or what counted besides is said to be part of it.
import { expect, it } from 'vitest';
import { partsTable } from '../../../../src/domain/matching/reasons/parts-table.ts';
import { tableRows } from './report-parts.ts';

const parts = [
  { criterion: 'topics', points: 400, of: 600, why: 'two shared' },
  { criterion: 'year', points: 300, of: 400, why: 'near' },
];

it('lists the parts, then what counted besides, and tells their sums apart', () => {
  const bonuses = [
    { name: 'history' as const, points: 400, why: 'left over' },
    { name: 'even loads' as const, points: 20, why: 'nobody else' },
  ];
  const table = partsTable(parts, bonuses);
  expect(tableRows(table)).toEqual([
    ['topics', 400, 600, 'two shared'],
    ['year', 300, 400, 'near'],
    ['history', 400, '', 'left over'],
    ['even loads', 20, '', 'nobody else'],
  ]);
  expect(table.note).toBe('The fit is 700; what was counted besides makes it 1,120 in the match.');
  expect(partsTable(parts).note).toBeUndefined();
});
