// How far mentees came on the way from signing up to a pair that finished as agreed, against what the program set out to reach.
import type { MenteePath } from '../engagement/program-life.ts';
import type { Block, Cell, Column } from '../report/report.ts';
import { intervalColumn, numbers } from '../report/table-columns.ts';
import { wilson } from '../statistics/proportions.ts';
import { figureBlock, tableBlock } from './blocks.ts';
import { count, missing, suppressed, text } from './cells.ts';
import type { ProgramReportInput, TargetName } from './program-input.ts';
import { grouped } from './sentences.ts';
import { hiddenCells } from './suppression.ts';

export interface Step {
  readonly name: TargetName | 'applied';
  readonly words: string;
  readonly n: number;
  /** It, or what is lost between everybody or a step before and it, would point at people. */
  readonly hidden: boolean;
}

export function funnel(
  paths: readonly MenteePath[],
  { limits: { firstMeetingDays }, minCell }: Pick<ProgramReportInput, 'limits' | 'minCell'>,
): Step[] {
  const of = (test: (path: MenteePath) => boolean): number => paths.filter(test).length;
  const soon = (path: MenteePath): boolean => path.matched && path.metSoon;
  const steps: Omit<Step, 'hidden'>[] = [
    { name: 'applied', words: 'signed up', n: paths.length },
    { name: 'eligible', words: 'took part', n: of(({ eligible }) => eligible) },
    { name: 'matched', words: 'had a mentor', n: of(({ matched }) => matched) },
    { name: 'first-meeting', words: `met within ${firstMeetingDays} days`, n: of(soon) },
    {
      name: 'three-meetings',
      words: 'met three times or more',
      n: of(({ matched, metThrice }) => matched && metThrice),
    },
    // While every pair goes on nobody can have finished, which is no failure.
    ...(paths.some(({ finished }) => finished !== undefined)
      ? [{ name: 'finished' as const, words: 'finished as agreed', n: of(({ finished }) => finished === true) }]
      : []),
  ];
  const all = paths.length;
  const found: Step[] = [];
  for (const step of steps) {
    const few = step.n > 0 && step.n < all && hiddenCells([step.n, all - step.n], minCell).some(Boolean);
    // One or two who were lost since a step that is shown are who they are.
    const lost = found.some((before) => !before.hidden && before.n > step.n && before.n - step.n < 3);
    found.push({ ...step, hidden: found.length > 0 && (few || (minCell > 1 && lost)) });
  }
  return found;
}

export function headlines(
  steps: readonly Step[],
  paths: readonly MenteePath[],
  { targets, minCell }: ProgramReportInput,
): string[] {
  const [applied] = steps;
  const all = applied?.n ?? 0;
  const matched = steps.find(({ name }) => name === 'matched');
  const going = paths.filter(({ matched: paired, finished }) => paired && finished === undefined).length;
  const said = steps.flatMap(({ name, words, n, hidden }): string[] => {
    const target = name === 'applied' ? undefined : targets[name];
    if (target === undefined) return [];
    if (hidden)
      return [
        `Target: ${target} % ${words}. How many did is hidden: so few are on one side that it would point at people.`,
      ];
    const share = Math.round((100 * n) / all);
    return [`Target: ${target} % ${words}; ${share} % did.${share < target ? ' The target is not met.' : ''}`];
  });
  const placed =
    matched === undefined || matched.hidden
      ? `${grouped(all)} mentees signed up; how many had a mentor is hidden, since so few are on one side.`
      : `Of ${grouped(all)} mentees who signed up ${grouped(matched.n)} had a mentor (${Math.round((100 * matched.n) / Math.max(1, all))} %).`;
  // Who has a mentor and is done is the rest.
  const few = matched?.hidden === true || hiddenCells([going, (matched?.n ?? 0) - going], minCell).some(Boolean);
  return [`${placed}${going === 0 || few ? '' : ` For ${grouped(going)} of them it goes on.`}`, ...said];
}

export const funnelColumns = (target: boolean): readonly Column[] => [
  { id: 'step', title: 'step', wrap: true },
  numbers('n', 'mentees'),
  numbers('share', 'of all'),
  intervalColumn,
  ...(target ? [numbers('target', 'target')] : []),
];

const first = 'the first line is everybody';

export function funnelBlocks(steps: readonly Step[], { minCell, targets }: ProgramReportInput): Block[] {
  const all = steps[0]?.n ?? 0;
  const target = Object.keys(targets).length > 0;
  return [
    tableBlock({
      id: 'funnel',
      title: 'From signing up to the end',
      columns: funnelColumns(target),
      rows: steps.map(({ name, words, n, hidden }, index): Cell[] => {
        const range = wilson(n, all);
        const aim = name === 'applied' ? undefined : targets[name];
        return [
          text(words),
          ...(hidden
            ? [suppressed(minCell), suppressed(minCell), suppressed(minCell)]
            : [
                count(n),
                { kind: 'share' as const, value: all === 0 ? 0 : n / all },
                range === undefined || index === 0
                  ? missing(first)
                  : ({ kind: 'interval', low: range.low, high: range.high, as: 'share' } as const),
              ]),
          ...(target ? [aim === undefined ? missing(first) : ({ kind: 'share', value: aim / 100 } as const)] : []),
        ];
      }),
    }),
    figureBlock({
      id: 'funnel',
      kind: 'bars',
      title: 'How far mentees came',
      unit: 'count',
      parts: ['mentees'],
      rows: steps.map(({ words, n, hidden }) => ({ label: words, values: [hidden ? undefined : n] })),
    }),
  ];
}
