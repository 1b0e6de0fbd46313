// report equity: whether the program reaches everybody alike. Each group beside everybody else, never in a ranking, small ones always hidden.
import { menteePaths, type MenteePath, type ProgramLife } from '../engagement/program-life.ts';
import type { Category, Dataset, Several } from '../outcomes/dataset.ts';
import type { Engagement } from '../program/engagement.ts';
import type { Block, Cell, Column, Report } from '../report/report.ts';
import { numbers, outcomeColumn, ranged } from '../report/table-columns.ts';
import { chiSquareTable, kruskalWallis, welchAnova } from '../statistics/k-groups.ts';
import { holm } from '../statistics/multiplicity.ts';
import { newcombe } from '../statistics/proportions.ts';
import { summarize } from '../statistics/summary.ts';
import { welch } from '../statistics/welch.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { breakDown, hiddenIn } from './breakdown.ts';
import { compareMeans } from './compare-means.ts';
import { compareShares } from './compare-shares.ts';
import { count, few, missing, named, number, pValue, suppressed, text } from './cells.ts';
import { headline, type Outcome } from './comparison.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { hiddenParts, hiddenRows, nearEdge } from './suppression.ts';

export interface EquityInput {
  readonly cohort: string;
  readonly life: ProgramLife;
  readonly limits: Engagement;
  readonly starts: number | undefined;
  readonly ends: string | null;
  /** Fields to look at, each with the words of an answer. */
  readonly by: readonly string[];
  readonly wordsOf: (field: string, value: unknown) => string | undefined;
  /** Of the cohort, for outcomes; undefined where none are on file. */
  readonly data: Dataset | undefined;
  readonly fields: ReadonlyMap<string, Category | Several>;
  readonly outcomes: readonly Outcome[];
  readonly counts: Uint8Array;
  readonly minCell: number;
  readonly technical: boolean;
  readonly provenance: Provenance;
}

const noClaim = {
  level: 0 as const,
  name: 'description' as const,
  because: ['groups are described beside one another'],
};

/** Cells below this say nothing of whether mentoring worked differently. */
const leastForInteraction = 30;

const steps = [
  ['matched', 'had a mentor', ({ matched }: MenteePath) => matched],
  ['met-soon', 'met in time', ({ matched, metSoon }: MenteePath) => (matched ? metSoon : undefined)],
  ['met-thrice', 'met three times', ({ matched, metThrice }: MenteePath) => (matched ? metThrice : undefined)],
  ['finished', 'finished as agreed', ({ finished }: MenteePath) => finished],
] as const;

export function equityReport(input: EquityInput): Report {
  const paths = menteePaths(input.life, input.limits, input).filter(({ eligible }) => eligible);
  // This page is about groups that others can make out: but for the office's own eyes it hides more than others may.
  const minCell = input.minCell === 1 ? 1 : Math.max(input.minCell, 5);
  const tables = input.by.flatMap((field) => fieldBlocks(field, paths, { ...input, minCell }));
  const body: Block[] = [
    ...(tables.length === 0
      ? cautionBlocks([
          'No group can be shown: no field is answered by enough people in two groups. Name one with --by.',
        ])
      : tables),
    ...outcomeBlocks({ ...input, minCell }),
    { kind: 'heading', text: 'Method' },
    ...proseBlocks([
      'Each group is set beside everybody else who answered the same question; who gave no answer is in neither. Differences of shares: Newcombe (1998); of waits and meetings: Welch (1947). Outcomes: by Holm (1979) over all that are shown. Whether mentoring went with a different difference in one group than in another is shown only where every cell has 30 people. Groups stand in the order of their names, never of their results.',
    ]),
    { kind: 'prose', text: provenanceLine(noClaim, input.provenance, input.technical) },
  ];
  return {
    schema: 'mentorctl/report-equity@1',
    title: `Equity, ${input.cohort}`,
    blocks: [
      {
        kind: 'prose',
        text: 'What this can and cannot show: how far people of different groups came in the program. It cannot say why: groups differ in much besides what they are called.',
      },
      ...body,
    ],
    json: reportDocument({ cohort: input.cohort }, input.provenance, noClaim, [], body, []),
    ...(tables.length === 0
      ? { csv: { id: 'groups', title: '', columns: groupColumns('group'), rows: [] } }
      : { csvTable: `by-${input.by[0] ?? ''}`.replaceAll(/\s+/g, '-') }),
  };
}

const groupColumns = (field: string): readonly Column[] => [
  { id: 'group', title: field, wrap: true },
  numbers('n', 'took part'),
  ...steps.flatMap(([id, words]) => [numbers(id, words), ranged(`${id}-gap`, 'against all others')]),
  numbers('wait', 'days to a mentor, median'),
  ranged('wait-gap', 'mean against all others'),
  numbers('median-meetings', 'meetings, median'),
  ranged('meetings-gap', 'mean against all others'),
];

function fieldBlocks(
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
      note: `Of those who answered; ${paths.length - answered.length < minCell && paths.length > answered.length ? 'a few' : paths.length - answered.length} gave no answer. One gap among many may be chance.`,
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
    ...(technical ? testBlocks(field, shown.map(of), minCell) : []),
  ];
}

function waitsOf(some: readonly MenteePath[]): number[] {
  return some.flatMap(({ wait }) => wait ?? []);
}

function metOf(some: readonly MenteePath[]): number[] {
  return some.flatMap((path) => (path.matched ? path.meetings : []));
}

function sharesOf(
  some: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
): { x: number; n: number } {
  const known = some.flatMap((path) => test(path) ?? []);
  return { x: known.filter(Boolean).length, n: known.length };
}

function gapOf(
  own: readonly MenteePath[],
  rest: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
  minCell: number,
) {
  const [a, b] = [sharesOf(own, test), sharesOf(rest, test)];
  if (a.n < minCell || b.n < minCell || nearEdge(a.x, a.n, minCell) || nearEdge(b.x, b.n, minCell)) return undefined;
  return newcombe(a.x, a.n, b.x, b.n);
}

function shareAndGap(
  own: readonly MenteePath[],
  rest: readonly MenteePath[],
  test: (path: MenteePath) => boolean | undefined,
  minCell: number,
): Cell[] {
  const { x, n } = sharesOf(own, test);
  if (n < minCell) return [suppressed(minCell), suppressed(minCell)];
  const gap = gapOf(own, rest, test, minCell);
  return [
    nearEdge(x, n, minCell)
      ? {
          kind: 'share',
          value: x < 3 ? Math.min(1, 3 / n) : Math.max(0, 1 - 3 / n),
          bound: x < 3 ? 'less-than' : 'more-than',
        }
      : { kind: 'share', value: x / n },
    gap === undefined ? few : { kind: 'estimate', value: gap.difference, low: gap.low, high: gap.high, as: 'points' },
  ];
}

function middleAndGap(own: readonly number[], rest: readonly number[], minCell: number): Cell[] {
  if (own.length + rest.length === 0) return [missing('known of nobody'), missing('known of nobody')];
  if (own.length < minCell || rest.length < minCell) return [suppressed(minCell), suppressed(minCell)];
  const gap = welch(own, rest);
  return [
    number(summarize(own)?.median, 1),
    gap === undefined
      ? missing('nothing varies')
      : { kind: 'estimate', value: gap.difference, low: gap.low, high: gap.high, as: 'number', digits: 1 },
  ];
}

/** All groups of a field at once. */
function testBlocks(field: string, groups: readonly (readonly MenteePath[])[], minCell: number): Block[] {
  const rows = steps.flatMap(([, words, test]): Cell[][] => {
    const shares = groups.map((own) => sharesOf(own, test)).filter(({ n }) => n > 0);
    // A test of counts that are hidden would give them back.
    if (minCell > 1 && shares.some(({ x, n }) => nearEdge(x, n, minCell))) return [];
    const found = chiSquareTable([shares.map(({ x }) => x), shares.map(({ x, n }) => n - x)]);
    return found === undefined
      ? []
      : [
          [
            text(words),
            text(`chi-square${found.leastExpected < 5 ? ', rough: few are expected in a cell' : ''}`),
            number(found.chiSquare),
            count(found.df),
            pValue(found.p),
          ],
        ];
  });
  const meetings = groups.map((own) => own.flatMap((path) => (path.matched ? path.meetings : [])));
  const [ranks, means] = [kruskalWallis(meetings), welchAnova(meetings)];
  const more: Cell[][] = [
    ...(ranks === undefined
      ? []
      : [[text('meetings'), text('Kruskal-Wallis'), number(ranks.h), count(ranks.df), pValue(ranks.p)]]),
    ...(means === undefined
      ? []
      : [
          [
            text('meetings'),
            text(`Welch's F, ${means.df2.toFixed(1)} df below`),
            number(means.f),
            count(means.df1),
            pValue(means.p),
          ],
        ]),
  ];
  if (rows.length + more.length === 0) return [];
  return [
    tableBlock({
      id: `tests-${field}`.replaceAll(/\s+/g, '-'),
      title: `By ${field}: all groups at once`,
      columns: [
        { id: 'what', title: 'what' },
        { id: 'test', title: 'test', wrap: true },
        numbers('statistic', 'statistic'),
        numbers('df', 'df'),
        numbers('p', 'p'),
      ],
      rows: [...rows, ...more],
    }),
  ];
}

/** Outcomes of the mentored: each group against all others; and whether mentoring went with a different difference there. */
function outcomeBlocks({ data, fields, outcomes, counts, minCell, by }: EquityInput): Block[] {
  if (data === undefined) return [];
  const { groups } = data;
  const lines = by.flatMap((field) => {
    const category = fields.get(field);
    if (category === undefined) return [];
    const inside = counts.map((one, row) => (one === 1 && isMentored(groups, row) ? 1 : 0));
    const broken = breakDown(category, inside);
    const alone: Dataset = {
      ...data,
      groups: {
        ...groups,
        labels: ['mentored'],
        mentored: 1,
        codes: groups.codes.map((_, row) => (isMentored(groups, row) ? 0 : -1)),
      },
    };
    const hidden = outcomes.map((outcome) => hiddenIn(alone, outcome, broken, minCell));
    return category.levels.flatMap((level, index) => {
      const has = (row: number): boolean =>
        category.kind === 'several' ? category.has[index]?.[row] === 1 : category.codes[row] === index;
      const answered = (row: number): boolean => category.kind === 'several' || (category.codes[row] ?? -1) >= 0;
      const split: Dataset = {
        ...data,
        groups: {
          ...groups,
          labels: [level, 'all others'],
          mentored: 1,
          codes: groups.codes.map((_, row) => (isMentored(groups, row) && answered(row) ? (has(row) ? 0 : 1) : -1)),
        },
      };
      return outcomes.flatMap((outcome, at) => {
        const shared = { data: split, outcome, counts, minCell, hide: [hidden[at]?.[index]?.[0] === true, false] };
        const [one] =
          outcome.kind === 'yes-no'
            ? compareShares(shared)
            : compareMeans({ ...shared, covariates: [], errors: undefined }).comparisons;
        if (one === undefined) return [];
        return [{ field, level, one, interaction: interactionOf(data, outcome, counts, has, answered) }];
      });
    });
  });
  const counted = lines.filter(({ one }) => one.hidden === undefined && !one.edge && headline(one) !== undefined);
  if (counted.length === 0) return [];
  const adjusted = holm(counted.map(({ one }) => headline(one)?.p ?? 1));
  const told = counted.some(({ interaction }) => interaction !== undefined);
  return [
    tableBlock({
      id: 'outcomes',
      title: 'Outcomes of the mentored, each group against all others',
      columns: [
        { id: 'field', title: 'field', once: true },
        { id: 'group', title: 'group', wrap: true },
        outcomeColumn,
        numbers('n', 'known'),
        ranged('gap', 'against all others'),
        numbers('detectable', 'would have shown'),
        numbers('p', 'p, Holm'),
        ...(told ? [ranged('interaction', 'mentoring went with this much more')] : []),
      ],
      rows: counted.map(({ field, level, one, interaction }, index): Cell[] => {
        const estimate = headline(one);
        const as = one.outcome.kind === 'yes-no' ? ('points' as const) : ('number' as const);
        const cell = (value: number, low: number, high: number): Cell => ({
          kind: 'estimate',
          value,
          low,
          high,
          as,
          ...(as === 'number' ? { digits: 2 } : {}),
        });
        return [
          text(field),
          text(level),
          named(one.outcome.label),
          count(one.own.known),
          estimate === undefined ? missing('cannot be computed') : cell(estimate.value, estimate.low, estimate.high),
          estimate === undefined || estimate.low > 0 || estimate.high < 0
            ? missing('the range leaves out 0')
            : as === 'points'
              ? { kind: 'share', value: one.detectable ?? NaN }
              : number(one.detectable),
          pValue(adjusted[index] ?? 1),
          ...(told
            ? [
                interaction === undefined
                  ? missing(`a cell has fewer than ${leastForInteraction}`)
                  : cell(interaction.value, interaction.low, interaction.high),
              ]
            : []),
        ];
      }),
      note: 'These are gaps between people, not what the program made; mentored people of a group beside mentored people of all others. Would have shown: where a range holds 0 these numbers cannot tell, and only a gap of this size or more would have shown.',
    }),
  ];
}

function isMentored({ codes, mentored }: Dataset['groups'], row: number): boolean {
  return (codes[row] ?? -1) >= 0 && (codes[row] ?? 0) < mentored;
}

/** How much larger the difference between mentored and others was in this group than in the rest; undefined with small cells. */
function interactionOf(
  { groups }: Dataset,
  { values }: Outcome,
  counts: Uint8Array,
  has: (row: number) => boolean,
  answered: (row: number) => boolean,
): { readonly value: number; readonly low: number; readonly high: number } | undefined {
  if (groups.labels.length === groups.mentored) return undefined;
  const pick = (inGroup: boolean, inProgram: boolean): Float64Array =>
    values.filter((value, row) => {
      const code = groups.codes[row] ?? -1;
      return (
        counts[row] === 1 &&
        !Number.isNaN(value) &&
        answered(row) &&
        has(row) === inGroup &&
        code >= 0 &&
        code < groups.mentored === inProgram
      );
    });
  const cells = [pick(true, true), pick(true, false), pick(false, true), pick(false, false)] as const;
  if (cells.some(({ length }) => length < leastForInteraction)) return undefined;
  const [own, rest] = [welch(cells[0], cells[1]), welch(cells[2], cells[3])];
  if (own === undefined || rest === undefined) return undefined;
  const [value, se] = [own.difference - rest.difference, Math.hypot(own.se, rest.se)];
  return { value, low: value - 1.959963984540054 * se, high: value + 1.959963984540054 * se };
}
