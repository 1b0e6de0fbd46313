// How far the groups of one field came in the program, each beside everybody else.
import type { MenteePath } from '../../engagement/program-life.ts';
import type { Block, Cell, Column } from '../../report/report.ts';
import { numbers, ranged } from '../../report/table-columns.ts';
import { detectableBeside } from '../../statistics/power.ts';
import { figureBlock, tableBlock } from '../blocks.ts';
import { count, suppressed, text } from '../cells.ts';
import { hiddenParts, hiddenRows } from '../suppression.ts';
import type { EquityInput } from './equity-input.ts';
import { gapOf, metOf, middleAndGap, shareAndGap, sharesOf, steps, waitsOf } from './gaps.ts';
import { groupTests } from './group-tests.ts';

export const groupColumns = (field: string): readonly Column[] => [
  { id: 'group', title: field, wrap: true },
  numbers('n', 'took part'),
  ...steps.flatMap(([id, words]) => [numbers(id, words), ranged(`${id}-gap`, 'against all others')]),
  numbers('wait', 'days to a mentor, median'),
  ranged('wait-gap', 'mean against all others'),
  numbers('median-meetings', 'meetings, median'),
  ranged('meetings-gap', 'mean against all others'),
];

/** A table of the groups of one field, drawn, and under technical their tests; none where there are no two groups to show. */
export function groupBlocks(
  field: string,
  paths: readonly MenteePath[],
  { wordsOf, minCell, technical }: EquityInput,
): Block[] {
  const answered = paths.flatMap((path) => {
    const words = wordsOf(field, path.fields[field]);
    return words === undefined ? [] : [{ path, words }];
  });
  const levels = [...new Set(answered.map(({ words }) => words))].sort((a, b) => a.localeCompare(b, 'en'));
  if (levels.length < 2) return [];
  const hide = hiddenRows(
    levels.map((level) => answered.filter(({ words }) => words === level).length),
    minCell,
  );
  if (hide.every(Boolean)) return [];
  const of = (level: string): MenteePath[] => answered.filter(({ words }) => words === level).map(({ path }) => path);
  // In each column as many are hidden as keep the few in it from coming out as what is left of all.
  const hideIn = steps.map(([, , test]) =>
    hiddenParts(
      levels.map((level) => sharesOf(of(level), test)),
      minCell,
    ).map((own, index) => own || hide[index] === true),
  );
  const [hideWait, hideMet] = [waitsOf, metOf].map((measure) =>
    hiddenRows(
      levels.map((level) => measure(of(level)).length),
      minCell,
    ).map((own, index) => own || hide[index] === true),
  );
  const rows = levels.map((level, index): Cell[] => {
    const own = of(level);
    const rest = answered.filter(({ words }) => words !== level).map(({ path }) => path);
    if (hide[index] === true || rest.length < minCell)
      return [text(level), ...Array.from({ length: 1 + 2 * steps.length + 4 }, () => suppressed(minCell))];
    const two = [suppressed(minCell), suppressed(minCell)];
    return [
      text(level),
      count(own.length),
      ...steps.flatMap(([, , test], step) =>
        hideIn[step]?.[index] === true ? two : shareAndGap(own, rest, test, minCell),
      ),
      ...(hideWait?.[index] === true ? two : middleAndGap(waitsOf(own), waitsOf(rest), minCell)),
      ...(hideMet?.[index] === true ? two : middleAndGap(metOf(own), metOf(rest), minCell)),
    ];
  });
  const shown = levels.filter((_, index) => hide[index] !== true);
  const figureRows = shown.flatMap((level) => {
    const rest = answered.filter(({ words }) => words !== level).map(({ path }) => path);
    return steps.flatMap(([, words, test], step) => {
      const hidden = hideIn[step]?.[levels.indexOf(level)] === true;
      const gap = hidden ? undefined : gapOf(of(level), rest, test, minCell);
      return gap === undefined
        ? []
        : [
            {
              label: `${words}, ${level}`,
              parts: [words, level] as const,
              value: gap.difference,
              low: gap.low,
              high: gap.high,
            },
          ];
    });
  });
  return [
    tableBlock({
      id: `by-${field}`.replaceAll(/\s+/g, '-'),
      title: `By ${field}`,
      columns: groupColumns(field),
      rows,
      note: `Of those who answered; ${paths.length - answered.length < minCell && paths.length > answered.length ? 'a few' : paths.length - answered.length} gave no answer. One gap among many may be chance.${openGaps(rows)}`,
    }),
    ...(figureRows.length === 0
      ? []
      : [
          figureBlock({
            id: `gaps-${field}`.replaceAll(/\s+/g, '-'),
            kind: 'intervals',
            title: `By ${field}: each group against all others`,
            unit: 'points',
            marks: [0],
            rows: figureRows,
          }),
        ]),
    ...(technical ? groupTests(field, shown.map(of), minCell) : []),
  ];
}

/** Where the gap of waits stands in a row, after the group, its size and two for each step. */
const waitGap = 3 + 2 * steps.length;

/** What gaps of which the range holds 0 would have had to be, by the columns that have any. */
function openGaps(rows: readonly (readonly Cell[])[]): string {
  const told = groupColumns('').flatMap((_, column): string[] => {
    const sizes = rows.flatMap((row) => {
      const cell = row[column];
      return cell?.kind === 'estimate' && cell.low <= 0 && cell.high >= 0 && cell.high > cell.low
        ? [detectableBeside(cell)]
        : [];
    });
    if (sizes.length === 0) return [];
    const step = steps[(column - 3) / 2];
    const say = (size: number): string => (step === undefined ? size.toFixed(1) : String(Math.ceil(100 * size)));
    const [least, most] = [say(Math.min(...sizes)), say(Math.max(...sizes))];
    const what = step === undefined ? (column === waitGap ? 'days to a mentor' : 'meetings') : `points in "${step[1]}"`;
    return [`${least === most ? least : `${least} to ${most}`} ${what}`];
  });
  return told.length === 0
    ? ''
    : ` Where a range holds 0 the numbers cannot tell; only gaps from about this size on would have shown: ${told.join(', ')}.`;
}
