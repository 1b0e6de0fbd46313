// What an office calls people who are still here (enrolled, retained, employed): one word through the whole of a report.
import type { Report } from '../report/report.ts';

/** Every text of the report, on the page and in its document; names that scripts go by stay. */
export function calledRetained(report: Report, words: string | undefined): Report {
  if (words === undefined) return report;
  const upper = words.charAt(0).toUpperCase() + words.slice(1);
  const said = (text: string): string => text.replaceAll('still here', words).replaceAll('Still here', upper);
  const through = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return stable.has(key) ? value : said(value);
    if (Array.isArray(value)) return value.map((one) => through(one, key));
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, through(one, name)]));
  };
  return through(report, '') as Report;
}

const stable: ReadonlySet<string> = new Set(['id', 'schema', 'csv', 'csvTable', 'command', 'kind']);
