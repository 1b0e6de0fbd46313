// report retention: who stayed, mentored and others, over one clock and with the usual exclusions; never more than that shows.
import type { Report } from '../report/report.ts';
import { comparison } from './page.ts';
import { retentionFound, type RetentionInput } from './retention-found.ts';
import { retentionMethod } from './retention-method.ts';
import { retentionSections } from './retention-sections.ts';
import { upper } from './sentences.ts';
import { ratesTable } from './share-tables.ts';

export function retentionReport(input: RetentionInput): Report {
  const found = retentionFound(input);
  const word = input.persistence ? 'persistence' : 'retention';
  const body = retentionSections.flatMap((section) => section(found));
  const to = input.checkpoints.length === 1 ? `, to ${input.checkpoints[0] ?? ''}` : '';
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${upper(word)}, ${input.cohort}${to}`,
    ...comparison('how many stayed', input.data.groups, {
      head: { cohort: input.cohort, measure: word },
      claim: found.claim,
      findings: [...found.findings, ...found.explored],
      body,
      method: retentionMethod(input, word),
      technical: input.technical,
      provenance: input.provenance,
    }),
    ...(found.rows.length > 0
      ? { csvTable: 'rates' }
      : body.some((block) => block.kind === 'table' && block.table.id === 'survival')
        ? { csvTable: 'survival' }
        : { csv: ratesTable([], input.minCell) }),
  };
}
