// If these fail, the sex of a register is dropped as grades nobody can read, or a marital status is averaged as a grade.
import { expect, it } from 'vitest';
import { outcomeColumn } from '../../../src/domain/columns/outcome-columns.ts';
import { profileColumn } from '../../../src/domain/columns/profile.ts';

const measured = (heading: string, cells: readonly string[]) =>
  outcomeColumn(heading, profileColumn(cells), { statuses: {}, grades: {} });

it.each([
  ['sex', ['F', 'M', 'F', 'M']],
  ['Geschlecht', ['F', 'M', 'D', 'M']],
  ['Pstatus', ['A', 'T', 'A', 'T']],
  ['Section', ['A', 'B', 'A', 'B']],
])('takes the letters of %s for a code, not for grades', (heading, cells) => {
  expect(measured(heading, cells)).toBeUndefined();
});

it('still reads letters of a scale as grades, and two under a heading that says grades', () => {
  expect(measured('Chemistry', ['A', 'B-', 'C', 'F'])).toMatchObject({ kind: 'number' });
  expect(measured('Final grade', ['A', 'B', 'A', 'W'])).toMatchObject({ kind: 'number' });
});
