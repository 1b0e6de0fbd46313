// What the rules cost, for a committee that has to decide on them.
import type { Cell, Report, Table } from '../../report/report.ts';
import type { Outcome, RuleCost, RuleCosts } from './rule-costs.ts';

/** `all`: every two rules, not only those that cost more together than each by itself. */
export function ruleCostsReport({
  cohort,
  found: { mentees, now, costs },
  all,
  next,
}: {
  readonly cohort: string;
  readonly found: RuleCosts;
  readonly all: boolean;
  readonly next: string;
}): Report {
  const shown = costs.filter(({ without, extra }) => all || without.length === 1 || extra > 0);
  const fit = meanOf(now);
  return {
    schema: 'mentorctl/rule-costs@1',
    blocks: [
      {
        kind: 'prose',
        text: `By the rules as they are, ${now.placed} of ${mentees} mentees of ${cohort} can be placed${fit === null ? '' : `, with an average fit of ${(fit / 10).toFixed(1)}`}. ${verdict(costs)}`,
      },
      ...(costs.length === 0 ? [] : [{ kind: 'table' as const, table: table(now, shown, costs.length) }]),
      { kind: 'next', command: next, text: '' },
    ],
    csvTable: 'costs',
    json: {
      cohort,
      mentees,
      now: { ...now, meanFit: fit },
      items: costs.map((one) => ({ ...one, meanFit: meanOf(one), moreTotal: one.total - now.total })),
    },
  };
}

function verdict(costs: readonly RuleCost[]): string {
  if (costs.length === 0) return 'There are no rules, so none costs anything.';
  const worst = costs.find(({ without }) => without.length === 1);
  const together = costs.find(({ extra }) => extra > 0);
  const alone =
    worst === undefined || worst.more === 0
      ? 'No rule by itself keeps anybody from a place.'
      : `The rule that costs most is "${worst.without.join()}": without it ${worst.more} more ${worst.more === 1 ? 'has' : 'have'} a mentor.`;
  if (together === undefined) return alone;
  const [a = '', b = ''] = together.without;
  return `${alone} Without both "${a}" and "${b}" ${together.more} more, ${together.extra} of them only if both go.`;
}

function table(now: Outcome, shown: readonly RuleCost[], of: number): Table {
  const before = meanOf(now);
  const fit = (value: number | null): Cell =>
    value === null ? { kind: 'missing', why: 'nobody is placed' } : { kind: 'number', value: value / 10, digits: 1 };
  return {
    id: 'costs',
    title: 'If it were dropped',
    columns: [
      { id: 'rule', title: 'rule', wrap: true },
      { id: 'and', title: 'and', wrap: true },
      { id: 'more', title: 'more placed', align: 'right' },
      { id: 'placed', title: 'placed', align: 'right' },
      { id: 'mean-fit', title: 'average fit', align: 'right' },
      { id: 'change', title: 'change', align: 'right' },
    ],
    rows: shown.map((one) => {
      const mean = meanOf(one);
      return [
        { kind: 'text', text: one.without[0] ?? '' },
        { kind: 'text', text: one.without[1] ?? '' },
        { kind: 'count', value: one.more },
        { kind: 'count', value: one.placed },
        fit(mean),
        fit(mean === null || before === null ? null : mean - before),
      ];
    }),
    ...(shown.length < of
      ? { note: `${of - shown.length} more with --all: two rules that cost no more together than each by itself.` }
      : {}),
  };
}

/** 0..1000, or null where nobody is placed. */
function meanOf({ placed, total }: Outcome): number | null {
  return placed === 0 ? null : total / placed;
}
