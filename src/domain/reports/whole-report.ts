// report all: the reports of a cohort as chapters of one document, each with what may be said of it at its head.
import { onlyTable } from '../report/only-table.ts';
import type { Block, Report } from '../report/report.ts';
import type { Chapter } from './program-input.ts';

export interface WholeInput {
  readonly cohort: string;
  readonly asOf: string;
  readonly chapters: readonly Chapter[];
  /** Reports that cannot be made, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[];
}

/** Tables and figures are called by their chapter and their name, so that each can be asked for. */
export function wholeReport({ cohort, asOf, chapters, left }: WholeInput): Report {
  const blocks = [
    ...left.map(({ name, why }): Block => ({ kind: 'caution', text: `No report on ${name}: ${why}.` })),
    ...chapters.flatMap(chapterBlocks),
  ];
  return {
    schema: 'mentorctl/report-all@1',
    title: `The whole report, ${cohort}`,
    blocks,
    json: {
      asOf,
      cohort,
      items: chapters.map(({ report }) => ({ schema: report.schema, ...report.json })),
      notMade: left,
    },
    csvTable: 'program.funnel',
  };
}

function chapterBlocks({ name, report }: Chapter): Block[] {
  const inside = report.blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case 'heading':
        return [{ ...block, level: 2 }];
      case 'table':
        return [{ kind: 'table', table: { ...block.table, id: `${name}.${block.table.id}` } }];
      case 'figure':
        return [{ kind: 'figure', figure: { ...block.figure, id: `${name}.${block.figure.id}` } }];
      // What to do next is for who works with one report.
      case 'next':
        return [];
      default:
        return [block];
    }
  });
  return [{ kind: 'heading', text: report.title ?? name }, ...inside];
}

/** The whole, or the one table asked for: `retention.rates`, also as `rates` where one report alone has such a table. */
export function tableOfWhole(whole: Report, chapters: readonly Chapter[], wanted: string | undefined): Report {
  if (wanted === undefined) return whole;
  const tables = chapters.flatMap(({ name, report }) =>
    ((report.json['tables'] ?? []) as readonly { readonly id: string }[]).map((one) => ({
      ...one,
      id: `${name}.${one.id}`,
    })),
  );
  // What stands in the brief, too, is meant as its own report has it.
  const same = tables.filter(({ id }) => id.endsWith(`.${wanted}`) && !id.startsWith('brief.'));
  return onlyTable(
    { ...whole, json: { ...whole.json, items: undefined, tables } },
    same.length === 1 ? same[0]?.id : wanted,
  );
}
