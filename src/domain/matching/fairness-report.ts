// The fairness audit of a run as a report: group by group, and the same people matched without the attribute.
import type { Block, Cell, Report, Table } from '../reports/report.ts';
import type { Fairness, GroupFairness } from './fairness.ts';

export interface FairnessView {
  readonly run: number;
  readonly field: string;
  readonly minCell: number;
  readonly asItIs: Fairness;
  /** Undefined where no rule and no criterion looks at the attribute. */
  readonly without: Fairness | undefined;
}

export function fairnessReport({ run, field, minCell, asItIs, without }: FairnessView): Report {
  const blocks: Block[] = [
    { kind: 'prose', text: headline(run, field, asItIs) },
    { kind: 'table', table: table('groups', `Run ${run}, by ${field}`, asItIs, minCell) },
    without === undefined
      ? { kind: 'prose', text: `No rule and no criterion looks at ${field}: matching without it gives the same pairs.` }
      : { kind: 'table', table: table('without', `The same people matched without ${field}`, without, minCell) },
  ];
  return {
    schema: 'mentorctl/match-audit@1',
    blocks,
    csvTable: 'groups',
    json: { run, field, minCell, asItIs, without: without ?? null },
  };
}

function headline(run: number, field: string, { groups }: Fairness): string {
  const byShare = [...groups].sort((a, b) => a.placed / a.mentees - b.placed / b.mentees);
  const [low, high] = [byShare[0], byShare.at(-1)];
  if (low === undefined || high === undefined || low === high)
    return `Run ${run} has too few groups of a size to compare by ${field}.`;
  const words = ({ group, placed, mentees }: GroupFairness): string =>
    `${group} ${placed} of ${mentees} (${Math.round((100 * placed) / mentees)} %)`;
  const apart = low.high < high.low;
  return `Placed in run ${run}, by ${field}: from ${words(low)} to ${words(high)}. ${
    apart ? 'Their ranges do not meet: look into why.' : 'Their ranges meet: with groups this size that can be chance.'
  }`;
}

function table(id: string, title: string, { groups, heldBack }: Fairness, minCell: number): Table {
  const tenth = (value: number | null): Cell =>
    value === null ? { kind: 'missing', why: 'nobody is placed' } : { kind: 'number', value: value / 10, digits: 1 };
  const why = `fewer than ${minCell} mentees, or needed to hide a group that is`;
  return {
    id,
    title,
    columns: [
      { id: 'group', title: 'group' },
      { id: 'mentees', title: 'mentees', align: 'right' },
      { id: 'placed', title: 'placed', align: 'right' },
      { id: 'range', title: '95 % interval', align: 'right' },
      { id: 'mean-fit', title: 'average fit', align: 'right' },
      { id: 'tenth-fit', title: 'lowest tenth', align: 'right' },
      { id: 'first-choice', title: 'best mentor', align: 'right' },
    ],
    rows: [
      ...groups.map(({ group, mentees, placed, low, high, meanFit, tenthFit, firstChoice }): Cell[] => [
        { kind: 'text', text: group },
        { kind: 'count', value: mentees },
        { kind: 'share', value: placed / mentees },
        { kind: 'interval', low, high, as: 'share' },
        tenth(meanFit),
        tenth(tenthFit),
        { kind: 'share', value: firstChoice / mentees },
      ]),
      ...heldBack.map((group): Cell[] => [
        { kind: 'text', text: group },
        ...Array.from({ length: 6 }, (): Cell => ({ kind: 'suppressed', why })),
      ]),
    ],
    note: 'Best mentor: nobody open to them fits better than the mentor they have.',
  };
}
