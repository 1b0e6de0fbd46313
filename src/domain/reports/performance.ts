// report performance: grades, credits, ratings and thresholds, mentored and others; flags and how soon they were settled.
import type { Report } from '../report/report.ts';
import { comparison } from './page.ts';
import { performanceFound, type PerformanceInput } from './performance-found.ts';
import { performanceMethod } from './performance-method.ts';
import { performanceSections } from './performance-sections.ts';

export function performanceReport(input: PerformanceInput): Report {
  const found = performanceFound(input);
  return {
    schema: 'mentorctl/report-performance@1',
    title: `Performance, ${input.cohort}`,
    ...comparison('how people did', input.data.groups, {
      head: { cohort: input.cohort },
      claim: found.claim,
      findings: [...found.findings, ...found.explored],
      body: performanceSections.flatMap((section) => section(found)),
      method: performanceMethod(input),
      technical: input.technical,
      provenance: input.provenance,
    }),
    csvTable: found.numeric.length > 0 ? 'differences-in-means' : 'rates',
  };
}
