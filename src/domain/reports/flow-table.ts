// Who is counted, as CONSORT draws it: from everybody on file to those analysed, with what took people away.
import type { Dataset } from '../outcomes/dataset.ts';
import type { InCohort } from '../outcomes/in-cohort.ts';
import type { Block, Cell, FlowFigure, Table } from '../report/report.ts';
import { groupColumn, numbers } from '../report/table-columns.ts';
import { figureBlock, tableBlock } from './blocks.ts';
import { count, share, suppressed, text } from './cells.ts';
import { sharesOf } from './compare-shares.ts';
import type { Outcome } from './comparison.ts';
import { eachCohort, sizesGivenAway } from './published.ts';
import { inWords } from './sentences.ts';
import { hiddenRows } from './suppression.ts';

export interface FlowInput {
  readonly data: Dataset;
  readonly cohort: InCohort;
  /** 1 for each person who counts. */
  readonly counts: Uint8Array;
  /** The outcome whose people they are. */
  readonly outcome: Outcome | undefined;
  /** 1 for each person analysed, where an allowance needs more to be known. */
  readonly mask: Uint8Array | undefined;
  /** Who had left by the landmark (1), where one is in force. */
  readonly landmark: { readonly day: string; readonly gone: Uint8Array } | undefined;
  readonly minCell: number;
}

/** The table, and the same as a drawing. */
export function flowBlocks(input: FlowInput): Block[] {
  const table = flowTable(input);
  return [tableBlock(table), ...(table.rows.length === 0 ? [] : [figureBlock(flowFigure(table))])];
}

function flowTable({ data, cohort, counts, outcome, mask, landmark, minCell }: FlowInput): Table {
  const { labels, codes } = data.groups;
  const tally = (some: (row: number) => boolean): number[] =>
    labels.map((_, group) => codes.reduce((sum, code, row) => sum + (code === group && some(row) ? 1 : 0), 0));
  const onFile = tally(() => true);
  const gone = landmark === undefined ? [] : tally((row) => cohort.counts[row] === 1 && landmark.gone[row] === 1);
  const analysed = mask === undefined ? [] : tally((row) => mask[row] === 1);
  const sides = outcome === undefined ? undefined : sharesOf(data, outcome, counts);
  const fewer = sides?.some(({ known }, group) => (analysed[group] ?? known) < known) ?? false;
  const given = sizesGivenAway(
    data,
    eachCohort(data).map(({ groups }) => countsIn(groups, counts)),
    minCell,
  );
  const hide = hiddenRows(sides?.map(({ n }) => n) ?? onFile, minCell).map(
    (own, group) => own || given[group] === true,
  );
  const inside = sides?.map(({ n }) => n) ?? tally((row) => counts[row] === 1);
  const width = 4 + (sides === undefined ? 0 : 2) + (landmark === undefined ? 0 : 1) + (fewer ? 1 : 0);
  return {
    id: 'flow',
    title: 'Who is counted (flow)',
    columns: [
      groupColumn,
      numbers('assigned', 'on file'),
      numbers('excluded', 'left out'),
      numbers('not-at-start', 'not there at the start'),
      ...(landmark === undefined ? [] : [numbers('gone-by-landmark', `gone by ${landmark.day}`)]),
      numbers('in-cohort', 'in cohort'),
      ...(sides === undefined ? [] : [numbers('known', 'known'), numbers('unknown', 'unknown')]),
      ...(fewer ? [numbers('analysed', 'with allowance')] : []),
    ],
    rows: labels.map((label, group): Cell[] => {
      const side = sides?.[group];
      const [n, known] = [inside[group] ?? 0, side?.known ?? 0];
      const left = [...(cohort.excluded[group]?.values() ?? [])].reduce((sum, some) => sum + some, 0);
      if (hide[group] === true) return [text(label), ...Array.from({ length: width }, () => suppressed(minCell))];
      return [
        text(label),
        count(onFile[group] ?? 0),
        count(left),
        count(cohort.notAtStart[group] ?? 0),
        ...(landmark === undefined ? [] : [count(gone[group] ?? 0)]),
        count(n),
        ...(sides === undefined ? [] : [count(known), n === 0 ? count(0) : share((n - known) / n)]),
        ...(fewer ? [count(analysed[group] ?? 0)] : []),
      ];
    }),
    ...(outcome === undefined
      ? {}
      : {
          note: `Known: of whom ${inWords(outcome.label)} is known. Who is on file and in no extract is unknown, not gone.`,
        }),
  };
}

/** By group: people who count. */
export function countsIn({ labels, codes }: Dataset['groups'], counts: Uint8Array): number[] {
  const sizes = labels.map(() => 0);
  codes.forEach((code, row) => {
    if (code >= 0 && counts[row] === 1) sizes[code] = (sizes[code] ?? 0) + 1;
  });
  return sizes;
}

/** The same as boxes with what left beside them; a column a group. */
function flowFigure({ id, columns, rows }: Table): FlowFigure {
  const cell = (row: readonly Cell[], column: string): number | undefined => {
    const found = row[columns.findIndex((one) => one.id === column)];
    return found?.kind === 'count' ? found.value : undefined;
  };
  const groups = rows.map((row) => ({ row, group: row[0]?.kind === 'text' ? row[0].text : '' }));
  const boxes = (column: string) => groups.map(({ row, group }) => ({ group, n: cell(row, column) }));
  // Nobody who left is no box; who may not be counted is one that says so.
  const left = (why: string, n: (row: readonly Cell[]) => number | undefined) =>
    groups.map(({ row, group }) => ({ why, group, n: n(row) })).filter(({ n }) => n !== 0);
  const between = (row: readonly Cell[], from: string, to: string): number | undefined => {
    const [more, fewer] = [cell(row, from), cell(row, to)];
    return more === undefined || fewer === undefined ? undefined : more - fewer;
  };
  const words: Readonly<Record<string, string>> = {
    excluded: 'by the usual rules',
    'not-at-start': 'not there at the start',
    'gone-by-landmark': columns.find((one) => one.id === 'gone-by-landmark')?.title ?? '',
  };
  const away = Object.keys(words).filter((id) => columns.some((one) => one.id === id));
  const analysed = columns.some((one) => one.id === 'analysed');
  return {
    id,
    kind: 'flow',
    title: 'Who is counted',
    stages: [
      { label: 'on file', boxes: boxes('assigned'), left: [] },
      {
        label: 'in cohort',
        boxes: boxes('in-cohort'),
        left: away.flatMap((one) => left(words[one] ?? one, (row) => cell(row, one))),
      },
      ...(columns.some((one) => one.id === 'known')
        ? [
            {
              label: 'known',
              boxes: boxes('known'),
              left: left('unknown', (row) => between(row, 'in-cohort', 'known')),
            },
          ]
        : []),
      ...(analysed
        ? [
            {
              label: 'with allowance',
              boxes: boxes('analysed'),
              left: left('too little known for the allowance', (row) => between(row, 'known', 'analysed')),
            },
          ]
        : []),
    ],
  };
}
