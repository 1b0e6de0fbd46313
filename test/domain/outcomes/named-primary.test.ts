// If these fail, an outcome chosen after a look at the results passes for one that was named beforehand.
import { expect, it } from 'vitest';
import { namedLines, toWriteDown, type NamedPrimary } from '../../../src/domain/outcomes/named-primary.ts';

const none = (): boolean => false;
const gpa: NamedPrimary = { names: ['gpa'], on: '2026-09-01', late: [] };

it('is written down when outcomes come in, and again only where the mind was changed', () => {
  expect(toWriteDown([], ['gpa'], none, '2026-09-01')).toEqual(gpa);
  expect(toWriteDown([gpa], ['gpa'], () => true, '2026-10-01')).toBeUndefined();
  expect(toWriteDown([gpa], ['credits', 'gpa'], () => true, '2026-10-01')).toEqual({
    names: ['credits', 'gpa'],
    on: '2026-10-01',
    late: ['credits'],
  });
  // Nothing named is written down, too: what is named later was not named then.
  expect(toWriteDown([], [], none, '2026-09-01')).toEqual({ names: [], on: '2026-09-01', late: [] });
});

it('is told with its day, and as late where it was', () => {
  expect(namedLines([gpa], ['gpa'])).toEqual({
    late: [],
    method: ['Named beforehand: gpa, written down on 1 Sep 2026.'],
  });
  const { late } = namedLines([gpa], ['credits']);
  expect(late[0]).toMatch(/"credits" was named the outcome to judge by after outcomes were on file/);
  expect(late[1]).toMatch(/Before that "gpa" was to be judged by \(1 Sep 2026\)/);
  const after = namedLines([gpa, { names: ['credits'], on: '2026-10-01', late: ['credits'] }], ['credits']);
  expect(after.late.join(' ')).toMatch(/on 1 Oct 2026, when it was on file already/);
  expect(after.method).toEqual([]);
  expect(namedLines([], ['gpa'])).toEqual({ late: [], method: [] });
});
