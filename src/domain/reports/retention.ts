// report retention: who stayed, mentored and others, over one clock and with the usual exclusions; never more than that shows.
import { provenanceLine, reportDocument } from './json-document.ts';
import type { Block, Report } from '../report/report.ts';
import { opening } from './claim.ts';
import { retentionFound, type RetentionInput } from './retention-found.ts';
import { retentionMethod } from './retention-method.ts';
import { retentionSections } from './retention-sections.ts';
import { ratesTable } from './share-tables.ts';

export function retentionReport(input: RetentionInput): Report {
  const found = retentionFound(input);
  const { claim, findings, explored } = found;
  const word = input.persistence ? 'persistence' : 'retention';
  const method = retentionMethod(input, word);
  const body: Block[] = [
    ...retentionSections.flatMap((section) => section(found)),
    { kind: 'heading', text: 'Method' },
    ...method.map((text): Block => ({ kind: 'prose', text })),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, input.technical) },
  ];
  const to = input.checkpoints.length === 1 ? `, to ${input.checkpoints[0] ?? ''}` : '';
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${input.persistence ? 'Persistence' : 'Retention'}, ${input.cohort}${to}`,
    blocks: [{ kind: 'prose', text: opening(claim, input.data.groups, 'how many stayed') }, ...body],
    json: reportDocument(
      { cohort: input.cohort, measure: word },
      input.provenance,
      claim,
      [...findings, ...explored],
      body,
      method,
    ),
    ...(found.rows.length > 0
      ? { csvTable: 'rates' }
      : body.some((block) => block.kind === 'table' && block.table.id === 'survival')
        ? { csvTable: 'survival' }
        : { csv: ratesTable([], input.minCell) }),
  };
}
