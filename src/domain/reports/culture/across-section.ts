// Pairs of two with one answer, observed and by chance.
import type { LifePair, ProgramLife } from '../../engagement/program-life.ts';
import type { Block, Cell } from '../../report/report.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';
import { detectableBeside } from '../../statistics/power.ts';
import { wilson } from '../../statistics/proportions.ts';
import { sameGroupByChance } from '../../statistics/random-pairs.ts';
import { figureBlock, tableBlock } from '../blocks.ts';
import { count, few, missing, share, text } from '../cells.ts';
import { nearEdge } from '../suppression.ts';
import type { CultureInput } from './culture-input.ts';

/** Pairs of one answer, observed and by chance: who sees only their own kind, or is brought across. */
export function acrossBlocks({ life, across, wordsOf, minCell }: CultureInput): Block[] {
  const answers = (people: ProgramLife['mentors'], field: string): Map<number, string> =>
    new Map(
      people.flatMap(({ person, fields }) => {
        const words = wordsOf(field, fields[field]);
        return words === undefined ? [] : [[person, words] as const];
      }),
    );
  const lines = across.flatMap((field) => {
    const [mentees, mentors] = [answers(life.mentees, field), answers(life.mentors, field)];
    const known = life.pairs.flatMap(({ mentor, mentee }: LifePair) => {
      const [a, b] = [mentees.get(mentee), mentors.get(mentor)];
      return a === undefined || b === undefined ? [] : [{ a, b }];
    });
    if (known.length < minCell) return [];
    const tally = (words: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return counts;
    };
    const same = known.filter(({ a, b }) => a === b).length;
    const chance = sameGroupByChance(tally(known.map(({ a }) => a)), tally(known.map(({ b }) => b)));
    return [{ field, n: known.length, same, chance, range: wilson(same, known.length) }];
  });
  const shown = lines.filter(({ same, n }) => !nearEdge(same, n, minCell));
  if (lines.length === 0) return [];
  return [
    tableBlock({
      id: 'across',
      title: 'Pairs of two with the same answer, and as many as chance would pair',
      columns: [
        { id: 'field', title: 'field' },
        numbers('pairs', 'pairs'),
        numbers('same-answer', 'same answer'),
        intervalColumn,
        numbers('chance', 'by chance'),
        numbers('detectable', 'would have shown'),
      ],
      rows: lines.map(({ field, n, same, chance, range }): Cell[] =>
        nearEdge(same, n, minCell)
          ? [text(field), count(n), few, few, share(chance), few]
          : [
              text(field),
              count(n),
              share(same / n),
              range === undefined
                ? missing('no pair')
                : { kind: 'interval', low: range.low, high: range.high, as: 'share' },
              share(chance),
              range === undefined || range.low > chance || range.high < chance
                ? missing('the range leaves out chance')
                : share(detectableBeside(range)),
            ],
      ),
      note: 'Fewer than by chance: pairs reach across. More: like meets like, because people chose so or because a rule or criterion does. Would have shown: where the range holds what chance would pair these numbers cannot tell, and only so many points more or fewer would have shown.',
    }),
    ...(shown.length === 0
      ? []
      : [
          figureBlock({
            id: 'across',
            kind: 'intervals',
            title: 'Same answer in a pair: observed, less what chance would pair',
            unit: 'points',
            marks: [0],
            rows: shown.map(({ field, same, n, chance, range }) => ({
              label: field,
              value: same / n - chance,
              low: (range?.low ?? same / n) - chance,
              high: (range?.high ?? same / n) - chance,
            })),
          }),
        ]),
  ];
}
