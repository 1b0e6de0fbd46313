// The promised document of a report: numbers in full, a hidden cell and a gap said as such.
import { defined } from '../defined.ts';
import { version } from '../version.ts';
import type { Block, Cell, Claim, Figure, Finding, Table } from '../report/report.ts';

export interface Provenance {
  /** The day the report speaks of. */
  readonly asOf: string;
  /** Of everything that went in; the same data give the same hash. */
  readonly hash: string;
}

export function reportDocument(
  head: Readonly<Record<string, unknown>>,
  provenance: Provenance,
  claim: Claim,
  findings: readonly Finding[],
  blocks: readonly Block[],
  method: readonly string[],
): Readonly<Record<string, unknown>> {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const figures = blocks.flatMap((block): Figure[] => (block.kind === 'figure' ? [block.figure] : []));
  return {
    asOf: provenance.asOf,
    ...head,
    claim,
    findings,
    cautions: blocks.flatMap((block) => (block.kind === 'caution' ? [block.text] : [])),
    tables: tables.map(tableDocument),
    figures: figures.map(({ id, kind, ...data }) => ({ id, kind, data })),
    method,
    data: { hash: provenance.hash, version },
  };
}

/** The last line of a report: what wrote it, from what, and under technical why it may claim what it claims. */
export function provenanceLine(claim: Claim, { hash }: Provenance, technical: boolean): string {
  const why = technical ? `Claim level ${claim.level} (${claim.name}): ${claim.because.join('; ')}. ` : '';
  return `${why}mentorctl ${version}, data ${hash.slice(0, 12)}.`;
}

function tableDocument({ id, title, columns, rows, note }: Table): object {
  return {
    id,
    title,
    columns: columns.map((column) => column.id),
    rows: rows.map((row) => row.map(cellDocument)),
    ...defined({ note }),
  };
}

function cellDocument(cell: Cell): unknown {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
    case 'number':
      return cell.value;
    case 'share':
      return cell.bound === undefined ? cell.value : { bound: cell.bound, value: cell.value };
    case 'interval':
      return { low: cell.low, high: cell.high };
    case 'estimate':
      return { value: cell.value, low: cell.low, high: cell.high };
    case 'date':
      return cell.date;
    case 'person':
      return cell.id;
    case 'missing':
      return { missing: true, why: cell.why };
    case 'suppressed':
      return { suppressed: true, why: cell.why };
  }
}
