// report performance: grades, credits, ratings and thresholds, mentored and others; flags and how soon they were settled.
import type { Block, Report } from '../report/report.ts';
import { proseBlocks } from './blocks.ts';
import { opening } from './claim.ts';
import { provenanceLine, reportDocument } from './json-document.ts';
import { performanceFound, type PerformanceInput } from './performance-found.ts';
import { performanceMethod } from './performance-method.ts';
import { performanceSections } from './performance-sections.ts';

export function performanceReport(input: PerformanceInput): Report {
  const found = performanceFound(input);
  const { claim, findings, explored } = found;
  const method = performanceMethod(input);
  const body: Block[] = [
    ...performanceSections.flatMap((section) => section(found)),
    { kind: 'heading', text: 'Method' },
    ...proseBlocks(method),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, input.technical) },
  ];
  return {
    schema: 'mentorctl/report-performance@1',
    title: `Performance, ${input.cohort}`,
    blocks: [{ kind: 'prose', text: opening(claim, input.data.groups, 'how people did') }, ...body],
    json: reportDocument({ cohort: input.cohort }, input.provenance, claim, [...findings, ...explored], body, method),
    csvTable: found.numeric.length > 0 ? 'differences-in-means' : 'rates',
  };
}
