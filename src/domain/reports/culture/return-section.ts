// Mentees who came back as mentors: over all cohorts, by the time since they began.
import type { Block, Cell, Column } from '../../report/report.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';
import { atRiskUpTo, kaplanMeier, lastWith, survivalAt } from '../../statistics/survival.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from '../blocks.ts';
import { count, few, missing, share } from '../cells.ts';
import { upper } from '../sentences.ts';
import { fewerThan, nearEdge } from '../suppression.ts';
import type { CultureInput } from './culture-input.ts';

export const returnColumns: readonly Column[] = [
  numbers('day', 'days since they began'),
  numbers('followed', 'followed'),
  numbers('back', 'came back'),
  intervalColumn,
];

/** Of those who were mentees, how many came back as mentors after 1, 2 and 3 years. */
export function returnBlocks({ ways, today, minCell }: CultureInput): Block[] {
  const followed = ways.filter(({ mentee }) => mentee <= today);
  if (followed.length < minCell)
    return cautionBlocks([
      `${upper(fewerThan(minCell))} people were mentees in a cohort with a start: whether they come back cannot be shown.`,
    ]);
  const times = Float64Array.from(followed, ({ mentee, mentor }) => Math.min(mentor ?? today, today) - mentee);
  const events = Uint8Array.from(followed, ({ mentor }) => (mentor !== undefined && mentor <= today ? 1 : 0));
  const back = events.reduce((sum, one) => sum + one, 0);
  if (back === 0)
    return proseBlocks([`None of ${followed.length} people who were mentees has come back as a mentor so far.`]);
  const curve = kaplanMeier(times, events);
  const end = lastWith(curve.steps, minCell, Infinity);
  const hide = nearEdge(back, followed.length, minCell);
  const marks = [365, 730, 1095].filter((at) => at <= end);
  return [
    tableBlock({
      id: 'return',
      title: 'Mentees who came back as mentors',
      columns: returnColumns,
      rows: (marks.length === 0 ? [Math.round(end)] : marks).map((at): Cell[] => {
        const { atRisk, survival, low, high } = survivalAt(curve, at);
        const by = curve.steps.filter(({ time }) => time <= at).reduce((sum, step) => sum + step.events, 0);
        if (hide || (by > 0 && nearEdge(by, followed.length, minCell))) return [count(at), few, few, few];
        return [
          count(at),
          count(atRisk),
          share(1 - survival),
          low === undefined || high === undefined || survival === 1
            ? missing(survival === 1 ? 'nobody came back by then' : 'everybody')
            : { kind: 'interval', low: 1 - high, high: 1 - low, as: 'share' },
        ];
      }),
      note: 'Over all cohorts. Who began lately had little time to come back, which the curve allows for.',
    }),
    ...(hide || !(end > 0)
      ? []
      : [
          figureBlock({
            id: 'return',
            kind: 'survival',
            title: 'Not come back as a mentor yet, by days since they began as a mentee',
            until: end,
            groups: [
              {
                label: 'mentees',
                steps: curve.steps.flatMap(({ time, events: own, survival, low, high }) =>
                  own > 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
                ),
                atRisk: atRiskUpTo(curve, end, minCell, [0, 0.5, 1]),
              },
            ],
          }),
        ]),
  ];
}
