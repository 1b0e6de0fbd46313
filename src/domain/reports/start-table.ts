// How the groups compared at the start, as a table.
import type { StartDifference } from '../outcomes/start-differences.ts';
import { number, text } from './cells.ts';
import type { Table } from './report.ts';
import { groupColumn, numbers } from './table-columns.ts';

const bands = {
  alike: 'alike (to 0.05)',
  adjust: 'to be allowed for (to 0.25)',
  apart: 'too far apart to compare',
} as const;

/** `adjusted`: baselines that the findings allow for. */
export function startTable(starts: readonly StartDifference[], adjusted: ReadonlySet<string>): Table {
  return {
    id: 'start',
    title: 'How the groups compared at the start',
    columns: [
      { id: 'measure', title: 'measure' },
      groupColumn,
      numbers('g', 'difference'),
      { id: 'band', title: 'reading' },
    ],
    note: 'In standard deviations, the usual spread between people: up to 0.05 is as good as alike, beyond 0.25 too far apart to make up for.',
    rows: starts.map(({ measure, group, g, band }) => [
      text(measure),
      text(group),
      number(g),
      text(band === 'adjust' && adjusted.has(measure) ? 'allowed for (to 0.25)' : bands[band]),
    ]),
  };
}
