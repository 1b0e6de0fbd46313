// One table of a report by itself.
import { tableBlock } from './blocks.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import { allKnown, didYouMean } from '../suggest.ts';
import type { Report } from './report.ts';

/** Only the table asked for; the whole report where none was. */
export function onlyTable(report: Report, id: string | undefined): Report {
  if (id === undefined) return report;
  const tables = report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const table = tables.find((one) => one.id === id);
  const known = tables.map((one) => one.id);
  if (table === undefined)
    throw new Failure('usage', {
      code: 'unknown-value',
      message: `this report has no table "${id}"`,
      hint: [didYouMean(id, known), `${allKnown(known)} Some need --technical or --by.`].filter(Boolean).join(' '),
    });
  const json = (report.json['tables'] as readonly { readonly id: string }[]).filter((one) => one.id === id);
  const { schema, title } = report;
  return {
    schema,
    ...defined({ title }),
    blocks: [tableBlock(table)],
    json: { ...report.json, tables: json },
    csvTable: id,
  };
}
