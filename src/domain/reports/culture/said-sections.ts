// What people say of the program: whether they would recommend it, and how its climate is.
import type { Block, Cell } from '../../report/report.ts';
import { numbers, ranged } from '../../report/table-columns.ts';
import { recommendScore } from '../../statistics/recommend-score.ts';
import { cautionBlocks, tableBlock } from '../blocks.ts';
import { count, number, suppressed, text } from '../cells.ts';
import type { CultureInput } from './culture-input.ts';

/** A score where it was asked on 0 to 10, else why there is none. */
export function recommendBlocks({ recommend, minCell }: CultureInput): Block[] {
  if (recommend.length < minCell) return [];
  if (
    recommend.some((answer) => answer < 0 || answer > 10 || !Number.isInteger(answer)) ||
    recommend.every((answer) => answer <= 5)
  )
    return cautionBlocks([
      'Whether people would recommend the program was not asked on a scale of 0 to 10, so no score is made of it.',
    ]);
  const of = (test: (answer: number) => boolean): number => recommend.filter(test).length;
  const found = recommendScore(
    of((answer) => answer >= 9),
    of((answer) => answer >= 7 && answer <= 8),
    of((answer) => answer <= 6),
  );
  if (found === undefined) return [];
  return [
    tableBlock({
      id: 'recommend',
      title: 'Would they recommend it?',
      columns: [numbers('n', 'answered'), ranged('score', 'score (95 % interval)')],
      rows: [
        [
          count(recommend.length),
          found.interval === undefined
            ? number(found.score, 0)
            : {
                kind: 'estimate',
                value: found.score,
                low: found.interval.low,
                high: found.interval.high,
                as: 'number',
                digits: 0,
              },
        ],
      ],
      note: '9 and 10 less 0 to 6, in points of 100. Who answers a survey is often who likes what it is about.',
    }),
  ];
}

/** The mean of every wave of the climate survey; where there is none, how to ask it. */
export function climateBlocks({ climate, importClimate, minCell }: CultureInput): Block[] {
  if (climate.length === 0)
    return [
      { kind: 'next', command: importClimate, text: 'for a scale of the climate, as the shipped survey asks it' },
    ];
  return [
    tableBlock({
      id: 'climate',
      title: 'Climate',
      columns: [{ id: 'wave', title: 'wave' }, numbers('n', 'answered'), ranged('mean', 'mean (95 % interval)')],
      rows: climate.map(({ wave, n, mean, low, high }): Cell[] =>
        n < minCell
          ? [text(wave), suppressed(minCell), suppressed(minCell)]
          : [
              text(wave),
              count(n),
              low === undefined || high === undefined
                ? number(mean)
                : { kind: 'estimate', value: mean, low, high, as: 'number', digits: 2 },
            ],
      ),
    }),
  ];
}
