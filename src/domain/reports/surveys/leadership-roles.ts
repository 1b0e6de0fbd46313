// Training mentors had and roles they took, where that is on file; and who comes back to mentor.
import type { Grouping } from '../../outcomes/dataset.ts';
import { howToRecord } from '../../surveys/training-and-roles.ts';
import { wilson } from '../../statistics/proportions.ts';
import { rateCells, text } from '../cells.ts';
import { noSection, type Section } from './survey-input.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';

/** Something a mentor did or did not: 1, 0; NaN where it is not known. */
export interface Taken {
  readonly label: string;
  readonly kind: 'training' | 'role' | 'return';
  readonly values: Float64Array;
}

export function rolesSection(taken: readonly Taken[], { codes, mentored }: Grouping, minCell: number): Section {
  const rows = taken.flatMap(({ label, kind, values }) => {
    const known = values.filter(
      (value, row) => !Number.isNaN(value) && (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored,
    );
    const x = known.reduce((sum, value) => sum + value, 0);
    return known.length === 0 ? [] : [{ label, kind, x, known: known.length }];
  });
  const howTo = howToRecord(rows);
  const note = howTo.length === 0 ? {} : { note: howTo.join(' ') };
  if (rows.length === 0)
    return { ...noSection, blocks: howTo.map((words) => ({ kind: 'prose', text: words }) as const) };
  return {
    ...noSection,
    blocks: [
      {
        kind: 'table',
        table: {
          id: 'roles',
          title: 'Training, and roles taken',
          columns: [
            { id: 'what', title: '', wrap: true },
            numbers('known', 'known of'),
            numbers('yes', 'mentors'),
            numbers('rate', 'share'),
            intervalColumn,
          ],
          rows: rows.map(({ label, x, known }) => [
            text(label),
            ...rateCells(
              { label, n: known, known, x, value: x / known, sd: undefined },
              wilson(x, known),
              known < minCell,
              minCell,
            ),
          ]),
          ...note,
        },
      },
    ],
    method: ['Shares with Wilson (1927) intervals, 95 %.'],
  };
}
