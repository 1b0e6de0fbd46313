// report culture: whether the program keeps itself going. Who comes back, who crosses levels and departments, who would recommend it.
import type { Report } from '../../report/report.ts';
import { description } from '../page.ts';
import { acrossBlocks } from './across-section.ts';
import type { CultureInput } from './culture-input.ts';
import { mentorBlocks, sourceBlocks } from './people-sections.ts';
import { returnBlocks, returnColumns } from './return-section.ts';
import { climateBlocks, recommendBlocks } from './said-sections.ts';

const sections = [returnBlocks, mentorBlocks, sourceBlocks, acrossBlocks, recommendBlocks, climateBlocks];

export function cultureReport(input: CultureInput): Report {
  const body = sections.flatMap((section) => section(input));
  const tables = body.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []));
  return {
    schema: 'mentorctl/report-culture@1',
    title: `Culture, ${input.cohort}`,
    ...description(
      'whether people come back, whom they meet and what they say of the program. It compares with nobody, and those who stay around are those whom it suited.',
      'this is what people of the program did and said',
      {
        head: { cohort: input.cohort },
        body,
        method: [
          "Coming back: from the start of the first cohort as a mentee to the start of the first later one as a mentor, Kaplan and Meier (1958); who has not come back is followed to today. Shares: Wilson (1927). Paired by chance: the sum of the products of both sides' shares. Recommending: 9 and 10 less 0 to 6, in points of 100, Wald.",
        ],
        technical: input.technical,
        provenance: input.provenance,
      },
    ),
    ...(tables.includes('return')
      ? { csvTable: 'return' }
      : tables.length > 0
        ? {}
        : { csv: { id: 'return', title: '', columns: returnColumns, rows: [] } }),
  };
}
