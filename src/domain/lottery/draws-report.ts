// Draws made again from their records, and whether the same people come out.
import { caution, prose } from '../report/blocks.ts';
import type { Block, Report } from '../report/report.ts';
import { count, tableOf, text } from '../report/table-of.ts';

export interface CheckedDraw {
  readonly lottery: number;
  readonly at: string;
  readonly places: number;
  readonly seed: number;
  readonly strata: readonly string[];
  readonly entrants: number;
  readonly drawn: number;
  readonly holds: boolean;
  /** In words. */
  readonly differences: readonly string[];
}

export function drawsReport(cohort: string, items: readonly CheckedDraw[]): Report {
  const blocks = items.flatMap(({ lottery, seed, entrants, drawn, holds, differences }): Block[] => [
    prose(
      holds
        ? `Lottery ${lottery} holds: drawn again with seed ${seed}, the same ${drawn} of ${entrants} mentees come out.`
        : `Lottery ${lottery} does not hold: the lots of ${differences.length} of ${entrants} mentees are not those seed ${seed} gives.`,
    ),
    ...differences.slice(0, 20).map(caution),
  ]);
  return {
    schema: 'mentorctl/lottery-verify@1',
    blocks: blocks.length > 0 ? blocks : [prose(`There was no lottery for ${cohort}.`)],
    csv: tableOf({ id: 'lotteries', title: '' }, items, [
      ...(['lottery', 'places', 'seed', 'entrants', 'drawn'] as const).map(
        (name) => [name, (item: CheckedDraw) => count(item[name])] as const,
      ),
      ['holds', ({ holds }) => text(holds ? 'yes' : 'no')],
    ]),
    json: { cohort, items },
  };
}
