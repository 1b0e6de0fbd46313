// A report before anything was recorded: still a whole document, which says so first and what to do last.
import type { Program } from '../program/program.ts';
import type { Report } from '../report/report.ts';
import { ratesTable } from './share-tables.ts';

/** Days on file that nobody said the meaning of: they may be those of leaving, which a report could count by. */
export function daysUnsaid({ fields, reports }: Pick<Program, 'fields' | 'reports'>): string {
  const days = fields.filter(({ name, type }) => type === 'date' && name !== reports.leftOn);
  if (days.length === 0 || reports.leftOn !== undefined) return '';
  return ` On file are days in ${days.map(({ name }) => `"${name}"`).join(' and ')}. Where one of them says when people left, import its file with --map "HEADING=end", and the day on which people began with --map "HEADING=start".`;
}

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
