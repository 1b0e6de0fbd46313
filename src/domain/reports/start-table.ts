// How the groups compared at the start, as a table.
import type { StartDifference } from '../outcomes/start-differences.ts';
import { named, number, text } from './cells.ts';
import type { Claim, Table } from '../report/report.ts';
import { groupColumn, numbers } from '../report/table-columns.ts';

const bands = {
  alike: 'alike',
  adjust: 'apart, to be allowed for',
  apart: 'too far apart to compare',
} as const;

/** `adjusted`: baselines that the findings allow for. After a lottery what differs at the start does so by chance. */
export function startTable(starts: readonly StartDifference[], adjusted: ReadonlySet<string>, claim: Claim): Table {
  const drawn = claim.level === 4;
  return {
    id: 'start',
    title: 'How the groups compared at the start',
    columns: [
      { id: 'measure', title: 'measure', wrap: true },
      groupColumn,
      numbers('g', 'difference'),
      { id: 'band', title: 'reading', wrap: true },
    ],
    note: `In standard deviations, the usual spread between people: up to 0.05 is as good as alike, beyond that apart, ${
      drawn
        ? 'beyond 0.25 is far. Chance alone put the groups where they are.'
        : 'beyond 0.25 too far apart to make up for.'
    }`,
    rows: starts.map(({ measure, group, g, band }) => [
      named(measure),
      text(group),
      number(g),
      text(
        drawn && band === 'apart'
          ? `far apart, by chance${adjusted.has(measure) ? '; allowed for' : ''}`
          : band === 'adjust' && adjusted.has(measure)
            ? 'apart, allowed for'
            : drawn && band === 'adjust'
              ? 'apart, by chance'
              : bands[band],
      ),
    ]),
  };
}
