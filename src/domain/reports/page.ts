// A report of what was observed, as a page and as a document: what it can show first, how it was worked out and from what last.
import type { Grouping } from '../outcomes/dataset.ts';
import type { Block, Claim, Finding, Report } from '../report/report.ts';
import { proseBlocks } from './blocks.ts';
import { opening } from './claim.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';

interface Page {
  /** Of the document, beside its data. */
  readonly head: Readonly<Record<string, unknown>>;
  readonly claim: Claim;
  readonly findings: readonly Finding[];
  readonly body: readonly Block[];
  readonly method: readonly string[];
  readonly technical: boolean;
  readonly provenance: Provenance;
}

/** `first`: what it can and cannot show. */
export function pageOf(
  first: string,
  { head, claim, findings, body, method, technical, provenance }: Page,
): Pick<Report, 'blocks' | 'json'> {
  const blocks: readonly Block[] = [
    ...body,
    { kind: 'heading', text: 'Method' },
    ...proseBlocks([...method, provenanceLine(claim, provenance, technical)]),
  ];
  return {
    blocks: [...proseBlocks([first]), ...blocks],
    json: reportDocument(head, provenance, claim, findings, blocks, method),
  };
}

/** A page that compares groups, or would if it could. `what`: e.g. `how many stayed`. */
export function comparison(what: string, groups: Grouping, page: Page): Pick<Report, 'blocks' | 'json'> {
  return pageOf(opening(page.claim, groups, what), page);
}

/** A page that tells what is on record and compares nobody. `because`: why there is no more to it. */
export function description(
  cannot: string,
  because: string,
  page: Omit<Page, 'claim' | 'findings'>,
): Pick<Report, 'blocks' | 'json'> {
  const claim: Claim = { level: 0, name: 'description', because: [because] };
  return pageOf(`What this can and cannot show: ${cannot}`, { ...page, claim, findings: [] });
}
