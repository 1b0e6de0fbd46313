// In a lottery, what use brought those who used the offer: never users against others, who are other people.
import type { Dataset } from '../outcomes/dataset.ts';
import type { Measure } from '../program/program.ts';
import type { Block, Cell } from '../report/report.ts';
import { numbers, outcomeColumn, ranged } from '../report/table-columns.ts';
import { detectableBeside } from '../statistics/power.ts';
import { offerAndUse, type Drawn, type OfferAndUse } from '../statistics/offer-and-use.ts';
import { proseBlocks, tableBlock } from './blocks.ts';
import { count, few, missing, named, suppressed } from './cells.ts';
import type { Outcome } from './comparison.ts';
import { digitsFor, upper } from './sentences.ts';
import { nearEdge } from './suppression.ts';

interface UseInput {
  readonly data: Dataset;
  readonly measures: readonly Measure[];
  readonly minCell: number;
  readonly participation: 'never' | 'primary' | 'all';
}

/** Nothing without a lottery, a record of use and somebody to compare with. */
export function offerAndUseBlocks(
  { data, measures, minCell, participation }: UseInput,
  outcomes: readonly Outcome[],
  counts: Uint8Array,
): Block[] {
  const { labels, mentored, codes, cameBy } = data.groups;
  if (cameBy !== 'lottery' || labels.length === mentored || participation === 'never') return [];
  const told = measures.filter((one) => one.participation === true);
  const measure = told.find(({ primary }) => primary === true) ?? told[0];
  const use = data.observed.find((one) => one.measure === measure?.name);
  if (measure === undefined || use === undefined) return [];
  const took = Float64Array.from(use.values, (value) => (value > 0 ? 1 : 0));
  // Arms in which nobody used it were not offered it.
  const offered = new Set(
    labels
      .slice(0, mentored)
      .flatMap((_, group) => (codes.some((code, row) => code === group && took[row] === 1) ? [group] : [])),
  );
  const side = (values: Float64Array, own: (code: number) => boolean): Drawn => {
    const rows = Array.from(codes.keys()).filter(
      (row) => counts[row] === 1 && own(codes[row] ?? -1) && !Number.isNaN(values[row] ?? NaN),
    );
    return {
      y: Float64Array.from(rows, (row) => values[row] ?? NaN),
      used: Float64Array.from(rows, (row) => took[row] ?? 0),
    };
  };
  const primary = outcomes.filter((one) => one.primary);
  const asked = participation === 'all' ? outcomes : primary.length > 0 ? primary : outcomes.slice(0, 1);
  const lines = asked.map((outcome) => {
    const [own, other] = [
      side(outcome.values, (code) => offered.has(code)),
      side(outcome.values, (code) => code === mentored),
    ];
    const users = own.used.reduce((sum, one) => sum + one, 0);
    const small =
      own.y.length < minCell || other.y.length < minCell || users < minCell || own.y.length - users < minCell;
    return {
      outcome,
      found: offerAndUse(own, other),
      small,
      edge: outcome.kind === 'yes-no' && isEdge(own, other, minCell),
    };
  });
  if (lines.every(({ found }) => found === undefined)) return [];
  const told1 = lines.find(({ found, small, edge }) => found !== undefined && !small && !edge);
  return [
    ...(told1?.found === undefined ? [] : proseBlocks([sentence(told1.outcome, measure.name, told1.found)])),
    tableBlock({
      id: 'offer-and-use',
      title: `Offer and use (${measure.name})`,
      columns: [
        outcomeColumn,
        numbers('n', 'known'),
        numbers('offer', 'the offer'),
        numbers('use', 'used it for the offer'),
        ranged('by-use', 'for those who did (95 % interval)'),
      ],
      rows: lines.map(({ outcome, found, small, edge }): Cell[] => {
        const head = [named(outcome.label)];
        if (small) return [...head, ...Array.from({ length: 4 }, () => suppressed(minCell))];
        if (edge) return [...head, ...Array.from({ length: 4 }, () => few)];
        if (found === undefined)
          return [...head, ...Array.from({ length: 4 }, () => missing('nobody more used it for the offer'))];
        const known = side(outcome.values, (code) => code === mentored || offered.has(code)).y.length;
        const as = outcome.kind === 'yes-no' ? ('points' as const) : ('number' as const);
        const digits = 2;
        const { low, high } = found;
        return [
          ...head,
          count(known),
          as === 'points' ? { kind: 'share', value: found.offer } : { kind: 'number', value: found.offer, digits },
          { kind: 'share', value: found.use },
          low === undefined || high === undefined
            ? missing('the difference in use is too unsure to divide by')
            : { kind: 'estimate', value: found.estimate, low, high, as, ...(as === 'number' ? { digits } : {}) },
        ];
      }),
      note: "The offer's difference divided by the difference in use (Bloom 1984), Fieller's limits. It holds where the offer did nothing for those who did not use it, and speaks of those who used it because it was offered.",
    }),
  ];
}

function isEdge(own: Drawn, other: Drawn, minCell: number): boolean {
  return [own, other].some(({ y }) =>
    nearEdge(
      y.reduce((sum, one) => sum + one, 0),
      y.length,
      minCell,
    ),
  );
}

function sentence(outcome: Outcome, what: string, { estimate, low, high }: OfferAndUse): string {
  const say = (value: number): string => {
    const size = Math.abs(value);
    const words =
      outcome.kind === 'yes-no' ? `${Math.round(100 * size)} points` : size.toFixed(digitsFor(size, 'number'));
    return `${words} ${value < 0 ? 'lower' : 'higher'}`;
  };
  const head = `${upper(outcome.label)}, for those who used the offer ("${what}"):`;
  if (low === undefined || high === undefined) return `${head} too few used it for the offer to tell what use brought.`;
  const range = `anywhere from ${say(low)} to ${say(high)}`;
  const tell =
    low <= 0 && high >= 0
      ? `; these numbers cannot tell. Only ${say(detectableBeside({ low, high })).replace(/ higher$/, '')} or more would have shown`
      : '';
  return `${head} ${say(estimate)} if the offer worked through use alone, ${range}${tell}.`;
}
