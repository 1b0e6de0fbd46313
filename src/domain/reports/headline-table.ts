// The figures that a page for who decides begins with: each outcome once, with its range and what may be said of it.
import type { Cell, Finding, Table } from '../report/report.ts';
import { numbers, outcomeColumn, ranged, readingColumn } from '../report/table-columns.ts';
import { missing, named, number, share, suppressed, text } from './cells.ts';
import type { Chapter } from './program-input.ts';
import { digitsFor } from './sentences.ts';
import { reading } from './share-tables.ts';

/** More would be a second page; the whole report has them. */
const most = 8;
const ofOutcomes = 3;

/** Of outcomes up to three each, of a survey its whole, the parts left to its report. */
export function headlineFindings(chapters: readonly Chapter[]): Finding[] {
  return chapters
    .flatMap(({ name, report }) => {
      const findings = (report.json['findings'] as readonly Finding[]).filter(
        ({ among, groups, unit }) => among === undefined && unit !== undefined && groups.length === 2,
      );
      return findings.slice(0, name === 'retention' || name === 'performance' ? ofOutcomes : 1);
    })
    .slice(0, most);
}

/** A comparison and a change in one form: mentored against others, afterwards against before. */
export function headlineTable(findings: readonly Finding[], minCell: number): Table {
  return {
    id: 'headlines',
    title: 'What was found, and what may be said',
    columns: [
      outcomeColumn,
      numbers('n', 'people'),
      numbers('value', 'mentored, or afterwards'),
      numbers('against', 'others, or before'),
      ranged('difference', 'difference (95 % interval)'),
      readingColumn,
    ],
    rows: findings.map((finding): Cell[] => {
      const changed = finding.groups[0]?.label === 'before';
      const [own, other] = changed ? [finding.groups[1], finding.groups[0]] : finding.groups;
      const name = changed || isOnly(finding, findings) ? finding.measure : `${finding.measure}, ${own?.label ?? ''}`;
      const digits = digitsFor(Math.max(Math.abs(own?.value ?? 0), Math.abs(other?.value ?? 0)), 'number');
      const cell = (value: number | null | undefined): Cell =>
        value === null || value === undefined
          ? suppressed(minCell)
          : finding.unit === 'share'
            ? share(value)
            : number(value, digits);
      return [
        named(name),
        finding.n === 0 ? suppressed(minCell) : { kind: 'count', value: finding.n },
        cell(own?.value),
        cell(other?.value),
        differenceOf(finding, digits),
        text(finding.estimate === null ? 'described' : reading(finding.verdict)),
      ];
    }),
    note: '"Cannot tell": the interval holds no difference, too, which does not say that there was none. Differences of shares are in points of a hundred.',
  };
}

function differenceOf({ estimate: value, low, high, unit }: Finding, digits: number): Cell {
  if (value === null || low === null || high === null) return missing('no difference is given');
  return { kind: 'estimate', value, low, high, as: unit === 'share' ? 'points' : 'number', digits };
}

function isOnly({ measure }: Finding, all: readonly Finding[]): boolean {
  return all.filter((one) => one.measure === measure).length === 1;
}
