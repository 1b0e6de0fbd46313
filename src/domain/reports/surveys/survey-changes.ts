// The change of people who answered twice: the whole, its parts, its items, and by an answer of the sign-up form.
import type { Category, Several } from '../../outcomes/dataset.ts';
import { subscalesOf } from '../../instruments/instrument.ts';
import { benjaminiHochberg, holm } from '../../statistics/multiplicity.ts';
import { moments } from '../../statistics/summary.ts';
import type { Resolved } from '../../surveys/resolve-survey.ts';
import { isOwn } from '../../surveys/survey-people.ts';
import { waveScores } from '../../surveys/survey-wave.ts';
import { tInterval } from '../../statistics/distributions/student-t.ts';
import type { Block, IntervalFigure, LinesFigure } from '../../report/report.ts';
import { fewerThan } from '../suppression.ts';
import {
  changeFinding,
  changePower,
  changeSentence,
  changeTable,
  changeTestsTable,
  changeVerdicts,
  itemChangeTable,
  reliablyChanged,
  reliableTable,
  scaleChange,
  type ChangeVerdict,
  type ScaleChange,
} from './survey-change.ts';
import { itemsFigure } from './items-figure.ts';
import { noSection, type AnsweredTwice, type Section, type SurveyInput } from './survey-input.ts';
import { qualityOf } from './survey-quality.ts';
import { shownParts } from './survey-parts.ts';

export function changeSection(answered: AnsweredTwice): Section {
  const { input, resolved, before, after } = answered;
  const { instrument } = resolved;
  const { minCell, technical, who, data } = input;
  const { size } = data;
  const own = (row: number): boolean => isOwn(data, row);
  const change = (label: string, items = instrument.items): ScaleChange =>
    scaleChange(
      label,
      waveScores(instrument, before, size, items),
      waveScores(instrument, after, size, items),
      own,
      minCell,
    );
  const whole = change(input.title);
  const parts = [...subscalesOf(instrument)].map(([label, items]) => change(label, items));
  const [verdict] = changeVerdicts([whole]);
  const verdicts = changeVerdicts(parts, whole.paired?.test?.p ?? 1);
  const began = waveScores(instrument, before, size).filter((score, row) => own(row) && !Number.isNaN(score));
  const power = changePower(whole);
  const { min, max, score } = instrument;
  const sentence = changeSentence(whole, score === 'mean' ? `${input.title} (${min} to ${max})` : input.title);
  const facts = { began: began.length, cautions: [], technical };
  const corrected = holm(parts.map(({ paired }) => paired?.test?.p ?? 1));
  const quality = qualityOf(instrument, before, instrument.items, input.title, own, minCell);
  const { n, squares } = moments(began);
  const reliable =
    quality.alpha === undefined || quality.hidden || whole.hidden || n < 2
      ? undefined
      : reliablyChanged(whole, Math.sqrt(squares / (n - 1)), quality.alpha.alpha, instrument.higherIs);
  const finding = changeFinding(`${input.name}-change`, whole, verdict, facts);
  const blocks: Block[] = [
    {
      kind: 'table',
      table: changeTable([whole, ...parts], [verdict, ...verdicts], changeWords(input), minCell, parts.length),
    },
    ...figureOf([whole, ...parts]),
    ...(reliable === undefined ? [] : [{ kind: 'table' as const, table: reliableTable(whole, reliable, minCell) }]),
    {
      kind: 'table',
      table: itemChangeTable(
        instrument.items.map((item) => itemChange(item, answered)),
        'Item by item, as answered',
        [
          ...(instrument.items.some(({ reverse }) => reverse)
            ? ['(R): worded the other way round, so that a lower answer is the better one.']
            : []),
          'Among many items one moves now and then by chance alone.',
        ].join(' '),
        minCell,
      ),
    },
    ...itemsFigure(answered, after),
    ...(input.by === undefined ? [] : [byTable(input.by, answered)]),
    ...(technical
      ? [
          {
            kind: 'table' as const,
            table: changeTestsTable([whole, ...parts], [undefined, ...corrected]),
          },
        ]
      : []),
  ];
  return {
    ...noSection,
    told: [
      {
        ...finding,
        sentence: [sentence ?? unsaid(whole, who, minCell), ...partsLine(parts, verdicts, verdict)].join(' '),
      },
    ],
    cautions: [
      // The sentence of a change that cannot be told says it; a change that can be told needs none.
      ...(power === undefined ||
      verdict !== 'cannot-tell' ||
      input.data.groups.labels.length === input.data.groups.mentored
        ? []
        : [
            `With ${whole.n} people only a change of ${Math.max(power, 10 ** -whole.digits).toFixed(whole.digits)} or more would have shown.`,
          ]),
      ...(!whole.hidden && whole.n < began.length
        ? [
            `${began.length - whole.n} of ${began.length} who answered before did not answer again and are not in the change.`,
          ]
        : []),
    ],
    blocks,
    findings: parts.map((part, index) => changeFinding(`${part.label}-change`, part, verdicts[index], facts)),
    method: [
      `Before and after: the same ${who}, t interval (95 %) of the mean change; in SD of change: g_z with the small-sample factor. The whole is one test, its parts a family by Holm (1979), called clear only where the whole is. Reliable change: 1.96 SEM sqrt(2), SEM from the spread and alpha before.`,
    ],
  };
}

/** What the table of change is called, which stands in csv even where it is empty. */
export function changeWords({ data, who }: SurveyInput): Parameters<typeof changeTable>[2] {
  const comparable = data.groups.labels.length > data.groups.mentored;
  return {
    id: 'change',
    title: `Change of the same ${who}${comparable ? ', by itself no comparison' : ': no comparison group'}`,
    first: 'scale',
    note: 'People change anyway; this alone cannot say why.',
  };
}

/** Where there is no range to speak of. */
function unsaid({ label, hidden, n, from, to, digits }: ScaleChange, who: string, minCell: number): string {
  return hidden
    ? `${label}: too few ${who} answered both times for a change to be shown (${fewerThan(minCell)}).`
    : `${label} went from ${from.toFixed(digits)} to ${to.toFixed(digits)}: each of ${n} ${who} by the same amount, so nothing can be said of its range.`;
}

/** `Of its parts empathy rose; organization and readiness cannot be told.` One line, and only what is shown. */
function partsLine(
  parts: readonly ScaleChange[],
  verdicts: readonly (ChangeVerdict | undefined)[],
  whole: ChangeVerdict | undefined,
): string[] {
  const of = (...wanted: readonly ChangeVerdict[]): string[] =>
    parts.flatMap(({ label }, index) => (wanted.some((one) => one === verdicts[index]) ? [label] : []));
  const [rose, fell, open] = [of('rose'), of('fell'), of('cannot-tell')];
  const many = of('rose-one-of-many', 'fell-one-of-many');
  if (whole === 'cannot-tell' && open.length > 1 && open.length === parts.length)
    return [`The same goes for its parts: ${listed(open)}.`];
  if (rose.length + fell.length + many.length + open.length < 2) return [];
  const said = [
    ...(rose.length === 0 ? [] : [`${listed(rose)} rose`]),
    ...(fell.length === 0 ? [] : [`${listed(fell)} fell`]),
    ...(many.length === 0 ? [] : [`${listed(many)} moved, but that may be chance among ${parts.length} parts`]),
    ...(open.length === 0 ? [] : [`of ${listed(open)} these numbers cannot tell`]),
  ];
  return [`Its parts: ${said.join('; ')}.`];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** Answers as given, not turned: an item is read as it was asked. */
function itemChange(
  { item, text, reverse }: Resolved['instrument']['items'][number],
  { input, before, after }: AnsweredTwice,
): ScaleChange {
  const none = new Float64Array(input.data.size).fill(NaN);
  const label = `${text || item}${reverse ? ' (R)' : ''}`;
  const [first, second] = [before.answers.get(item) ?? none, after.answers.get(item) ?? none];
  return scaleChange(label, first, second, (row) => isOwn(input.data, row), input.minCell);
}

function byTable(by: Category | Several, { input, resolved, before, after }: AnsweredTwice): Block {
  const { data, minCell } = input;
  const [first, second] = [before, after].map((wave) => waveScores(resolved.instrument, wave, data.size));
  const counts = Uint8Array.from(first ?? [], (score, row) =>
    isOwn(data, row) && !Number.isNaN(score) && !Number.isNaN(second?.[row] ?? NaN) ? 1 : 0,
  );
  const { parts, hide } = shownParts(by, counts, minCell);
  const shown = parts.map(({ level, counts: own }, index) => {
    const none = new Float64Array(0);
    const change = scaleChange(level, first ?? none, second ?? none, (row) => own[row] === 1, minCell);
    return { ...change, hidden: change.hidden || hide[index] === true };
  });
  const tested = shown.filter(({ hidden, paired }) => !hidden && paired?.test !== undefined);
  const corrected = benjaminiHochberg(tested.map(({ paired }) => paired?.test?.p ?? 1));
  const verdicts = shown.map((one): ChangeVerdict | undefined => {
    const [test, index] = [one.paired?.test, tested.indexOf(one)];
    if (test === undefined || index < 0) return undefined;
    if (test.low <= 0 && test.high >= 0) return 'cannot-tell';
    const clear = (corrected[index] ?? 1) < 0.05;
    return test.low > 0 ? (clear ? 'rose' : 'rose-one-of-many') : clear ? 'fell' : 'fell-one-of-many';
  });
  const note =
    'Looked at without having been planned, corrected by Benjamini and Hochberg (1995); no ranking of groups.';
  const words = { id: 'by', title: `Change by ${by.name}`, first: by.name, note };
  return { kind: 'table', table: changeTable(shown, verdicts, words, minCell, shown.length) };
}

/** More lines than these would hide each other. */
const mostSlopes = 5;

/** Averages before and after, and the mean change with its range: the whole and its parts, each on one scale. */
function figureOf(changes: readonly ScaleChange[]): Block[] {
  const rows = changes.flatMap(({ label, hidden, paired }): IntervalFigure['rows'] => {
    const test = paired?.test;
    return hidden || test === undefined ? [] : [{ label, value: test.difference, low: test.low, high: test.high }];
  });
  const [whole] = changes;
  if (rows.length === 0 || whole === undefined || whole.hidden) return [];
  const level = (values: Float64Array): NonNullable<LinesFigure['groups'][number]['points'][number]> => {
    const { n, mean, squares } = moments(values);
    return { value: mean, ...tInterval(mean, Math.sqrt(squares / (n - 1) / n), n - 1, 0.95) };
  };
  const base = { kind: 'intervals', unit: 'number', digits: whole.digits } as const;
  return [
    {
      kind: 'figure',
      figure: {
        kind: 'lines',
        unit: 'number',
        digits: whole.digits,
        id: 'before-after',
        title: 'Before and after: averages of the same people, with their ranges',
        times: ['before', 'after'],
        groups: changes
          .filter(({ hidden, paired }) => !hidden && paired?.test !== undefined)
          .slice(0, mostSlopes)
          .map(({ label, first, second }) => ({ label, points: [level(first), level(second)] })),
      },
    },
    ...(rows.length < 2
      ? []
      : [
          {
            kind: 'figure' as const,
            figure: { ...base, id: 'changes', title: 'Change, with its range', marks: [0], rows },
          },
        ]),
  ];
}
