// The fairness audit of a run as a report: group by group, and the same people matched without the attribute.
import type { Block, Cell, Column, Report, Table } from '../../report/report.ts';
import { holm } from '../../statistics/multiplicity.ts';
import type { Interval } from '../../statistics/distributions/tails.ts';
import type { Fairness, GroupFairness } from './fairness.ts';

export interface FairnessView {
  readonly run: number;
  readonly field: string;
  readonly minCell: number;
  readonly asItIs: Fairness;
  /** Undefined where no rule and no criterion looks at the attribute. */
  readonly without: Without | undefined;
}

/** The run and the run without the attribute, both with fits counted without it, so that a point is the same on either side. */
export interface Without {
  readonly before: Fairness;
  readonly after: Fairness;
}

export function fairnessReport({ run, field, minCell, asItIs, without }: FairnessView): Report {
  const hidden = `fewer than ${minCell} mentees, or needed to hide a group that is`;
  const tables = [countsTable(`Run ${run}, by ${field}`, asItIs, hidden), fitsTable(asItIs, hidden)];
  const blocks: Block[] = [
    ...headline(run, field, asItIs).map((text): Block => ({ kind: 'prose', text })),
    ...(asItIs.groups.length === 0 ? [] : tables.map((table): Block => ({ kind: 'table', table }))),
    ...(without === undefined
      ? [
          {
            kind: 'prose',
            text: `No rule and no criterion looks at ${field}: without it the pairs are the same.`,
          } as const,
        ]
      : [
          { kind: 'prose', text: withoutWords(field, without) } as const,
          ...(without.before.groups.length === 0
            ? []
            : [{ kind: 'table', table: withoutTable(field, without, hidden) } as const]),
        ]),
  ];
  return {
    schema: 'mentorctl/match-audit@1',
    blocks,
    csv: everythingTable(asItIs, hidden),
    json: { run, field, minCell, asItIs, without: without ?? null },
  };
}

/** Differences below these are little, however sure it is that there is one: 3 in 100 people, 2 points of fit of 100. */
const little = { share: 0.03, fit: 20 };

/** What differs, and whether that can be chance: one test a measure, allowed for by Holm. */
function headline(run: number, field: string, fairness: Fairness): string[] {
  const { groups, chance, heldBack, everybody, unanswered } = fairness;
  const gaps =
    unanswered === 0
      ? []
      : [
          `${unanswered} of ${everybody.mentees + unanswered} mentees gave no answer to ${field}; they are in no group.`,
        ];
  if (groups.length < 2) {
    const few = heldBack.length > 0 ? 'too few groups are large enough' : 'everybody is in one group';
    return [`Run ${run} cannot be compared by ${field}: ${few}.`, ...gaps];
  }
  const known = [chance.placed, chance.fit, chance.best].flatMap((spread) => (spread === null ? [] : [spread]));
  const adjusted = holm(known.map(({ p }) => p));
  const verdict = (spread: (typeof known)[number], little: number): string => {
    if ((adjusted[known.indexOf(spread)] ?? 1) >= 0.05) return 'which can be chance with groups this size';
    const small = spread.highest - spread.lowest < little;
    return `more than chance would make of groups this size${small ? ', though little' : ': look into why'}`;
  };
  const ends = (of: (group: GroupFairness) => number | null, say: (value: number) => string): string => {
    const inOrder = groups
      .flatMap((one) => (of(one) === null ? [] : [{ name: one.group, value: of(one)! }]))
      .sort((a, b) => a.value - b.value);
    const [low, high] = [inOrder[0], inOrder.at(-1)];
    return low === undefined || high === undefined
      ? ''
      : `from ${say(low.value)} (${low.name}) to ${say(high.value)} (${high.name})`;
  };
  const share = (value: number): string => `${Math.round(100 * value)} %`;
  const lines = [
    chance.placed === null
      ? `Run ${run} by ${field}: ${everybody.placed === everybody.mentees ? 'everybody has a mentor' : 'the groups are placed alike'}.`
      : `Run ${run} by ${field}: ${ends(({ placed, mentees }) => placed / mentees, share)} have a mentor, ${verdict(chance.placed, little.share)}.`,
  ];
  if (chance.fit !== null)
    lines.push(
      `Average fit: ${ends(
        ({ meanFit }) => meanFit,
        (fit) => (fit / 10).toFixed(1),
      )}, ${verdict(chance.fit, little.fit)}.`,
    );
  if (chance.best !== null)
    lines.push(
      `With the best mentor open to them: ${ends(({ best, mentees }) => best / mentees, share)}, ${verdict(chance.best, little.share)}.`,
    );
  return [...lines, ...gaps];
}

function withoutWords(field: string, { before, after }: Without): string {
  const [was, is] = [before.everybody, after.everybody];
  const fit = (value: number | null): string => (value === null ? '-' : (value / 10).toFixed(1));
  const placed =
    is.placed === was.placed
      ? `as many have a mentor (${is.placed} of ${is.mentees})`
      : `${is.placed} of ${is.mentees} have a mentor instead of ${was.placed}`;
  return `The same people matched without ${field}: ${placed}; the average fit, counted without ${field}, is ${fit(is.meanFit)} instead of ${fit(was.meanFit)}.`;
}

type Cells = (group: GroupFairness) => readonly Cell[];

/** A row a group, then those held back: each by its name where they are few. */
function groupTable(
  head: Pick<Table, 'id' | 'title'>,
  columns: readonly Column[],
  { groups, heldBack, overlapping }: Fairness,
  { cells, hidden, note }: { readonly cells: Cells; readonly hidden: string; readonly note?: string },
): Table {
  const names = heldBack.length <= 3 ? heldBack : [`${heldBack.length} smaller groups`];
  const notes = [note ?? '', overlapping ? 'Somebody may be in several of these groups.' : ''].filter(Boolean);
  return {
    ...head,
    columns: [{ id: 'group', title: 'group', wrap: true }, ...columns],
    rows: [
      ...groups.map((group): Cell[] => [{ kind: 'text', text: group.group }, ...cells(group)]),
      ...names.map((name): Cell[] => [
        { kind: 'text', text: name },
        ...columns.map((): Cell => ({ kind: 'suppressed', why: hidden })),
      ]),
    ],
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
}

const right = { align: 'right' } as const;
const ranged = (id: string, title: string): Column => ({ id, title, ...right, csv: [id, `${id}-low`, `${id}-high`] });
const count = (value: number): Cell => ({ kind: 'count', value });
const shareOf = (some: number, all: number, range: Interval | undefined): Cell =>
  range === undefined || all === 0
    ? { kind: 'missing', why: 'nobody stated choices' }
    : { kind: 'estimate', value: some / all, ...range, as: 'share' };
const fit = (value: number | null, range: Interval | undefined): Cell =>
  value === null
    ? { kind: 'missing', why: 'nobody is placed' }
    : range === undefined
      ? { kind: 'number', value: value / 10, digits: 1 }
      : { kind: 'estimate', value: value / 10, low: range.low / 10, high: range.high / 10, as: 'number', digits: 1 };

const shares: Cells = ({ mentees, placed, placedRange, best, bestRange }) => [
  count(mentees),
  shareOf(placed, mentees, placedRange),
  shareOf(best, mentees, bestRange),
];
const chosen: Cells = ({ chose, firstChoice, firstRange }) => [count(chose), shareOf(firstChoice, chose, firstRange)];
const fits: Cells = ({ meanFit, meanRange, tenthFit, tenthRange }) => [
  fit(meanFit, meanRange),
  fit(tenthFit, tenthRange),
];

const shareColumns: readonly Column[] = [
  { id: 'mentees', title: 'mentees', ...right },
  ranged('placed', 'have a mentor'),
  ranged('best-mentor', 'best mentor'),
];
const choiceColumns: readonly Column[] = [
  { id: 'chose', title: 'chose', ...right },
  ranged('first-choice', 'first choice'),
];
const fitColumns: readonly Column[] = [ranged('mean-fit', 'average fit'), ranged('tenth-fit', 'nine in ten at least')];

function countsTable(title: string, fairness: Fairness, hidden: string): Table {
  const chose = fairness.groups.some((group) => group.chose > 0);
  return groupTable({ id: 'groups', title }, [...shareColumns, ...(chose ? choiceColumns : [])], fairness, {
    cells: (group) => [...shares(group), ...(chose ? chosen(group) : [])],
    hidden,
    note: `In brackets: 95 % ranges. Best mentor: nobody open to them fits better.${chose ? ' First choice: of those who stated choices.' : ''}`,
  });
}

function fitsTable(fairness: Fairness, hidden: string): Table {
  return groupTable({ id: 'fits', title: 'How well those with a mentor fit' }, fitColumns, fairness, {
    cells: fits,
    hidden,
  });
}

/** For csv: every figure of a group in one row. */
function everythingTable(fairness: Fairness, hidden: string): Table {
  return groupTable({ id: 'groups', title: '' }, [...shareColumns, ...fitColumns, ...choiceColumns], fairness, {
    cells: (group) => [...shares(group), ...fits(group), ...chosen(group)],
    hidden,
  });
}

function withoutTable(field: string, { before, after }: Without, hidden: string): Table {
  const other = new Map(after.groups.map((group) => [group.group, group]));
  const share = (some: number, all: number): Cell => ({ kind: 'share', value: some / all });
  const column = (id: string, title: string): readonly Column[] => [
    { id, title, ...right },
    { id: `${id}-without`, title: 'without', ...right },
  ];
  return groupTable(
    { id: 'without', title: `The same people matched without ${field}` },
    [
      ...column('placed', 'have a mentor'),
      ...column('mean-fit', 'average fit'),
      ...column('best-mentor', 'best mentor'),
    ],
    before,
    {
      cells: (was) => {
        const is = other.get(was.group) ?? was;
        return [
          share(was.placed, was.mentees),
          share(is.placed, is.mentees),
          fit(was.meanFit, undefined),
          fit(is.meanFit, undefined),
          share(was.best, was.mentees),
          share(is.best, is.mentees),
        ];
      },
      hidden,
      note: `Fits and best mentors are counted without ${field} in every column.`,
    },
  );
}
