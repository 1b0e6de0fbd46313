// Who did not consent is in no figure of a report, and the report says so where it says who is counted.
import type { Block, Report } from '../report/report.ts';

/** Before the table of who is counted, or else before the method; `left` is empty where nobody is left out. */
export function sayLeftOut(report: Report, left: string): Report {
  if (left === '') return report;
  const said: Block = { kind: 'prose', text: left };
  const at = report.blocks.findIndex(
    (block) =>
      (block.kind === 'table' && (block.table.id === 'flow' || block.table.id === 'funnel')) ||
      (block.kind === 'heading' && block.text === 'Method'),
  );
  const place = at < 0 ? report.blocks.length : at;
  return {
    ...report,
    blocks: [...report.blocks.slice(0, place), said, ...report.blocks.slice(place)],
    json: { ...report.json, notCounted: left },
  };
}
