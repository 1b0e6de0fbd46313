// A report before anything was recorded: still a whole document, which says so first and what to do last.
import type { Report } from '../report/report.ts';
import { ratesTable } from './share-tables.ts';

export function nothingYet(
  report: Report,
  text: string,
  next: { readonly command: string; readonly text: string },
): Report {
  const table = ratesTable([], 0);
  return {
    ...report,
    blocks: [
      { kind: 'prose', text },
      { kind: 'table', table },
      { kind: 'next', ...next },
    ],
    csvTable: table.id,
  };
}
