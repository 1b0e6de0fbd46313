// Where people stood, where nobody was asked twice; and where they put their start when asked at the end.
import { subscalesOf, type InstrumentItem } from '../../instruments/instrument.ts';
import { tInterval } from '../../statistics/distributions/student-t.ts';
import { moments } from '../../statistics/summary.ts';
import { isOwn } from '../../surveys/survey-people.ts';
import { waveScores, waveWords } from '../../surveys/survey-wave.ts';
import { count, missing, number, suppressed, text } from '../cells.ts';
import type { Cell, Column } from '../../report/report.ts';
import { digitsFor } from '../sentences.ts';
import { fewerThan } from '../suppression.ts';
import { changeTable, scaleChange } from './survey-change.ts';
import { itemsFigure } from './items-figure.ts';
import { shownParts } from './survey-parts.ts';
import { described, noSection, type Answered, type Section } from './survey-input.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';

export function levelSection({ input, resolved, waves: { only } }: Answered): Section {
  if (only === undefined) return noSection;
  const { data, minCell, who, title } = input;
  const { instrument } = resolved;
  const level = (label: string, items: readonly InstrumentItem[]): { label: string; values: Float64Array } => ({
    label,
    values: waveScores(instrument, only, data.size, items).filter(
      (score, row) => isOwn(data, row) && !Number.isNaN(score),
    ),
  });
  const levels = [
    level(title, instrument.items),
    ...[...subscalesOf(instrument)].map(([label, items]) => level(label, items)),
  ];
  const whole = moments(levels[0]?.values ?? []);
  const [low, high] =
    instrument.score === 'mean'
      ? [instrument.min, instrument.max]
      : [instrument.min * instrument.items.length, instrument.max * instrument.items.length];
  // An item is read as it was asked: not turned.
  const items = instrument.items.map(({ item, text: words, reverse }) => ({
    label: `${words || item}${reverse ? ' (R)' : ''}`,
    values: (only.answers.get(item) ?? new Float64Array(0)).filter(
      (answer, row) => isOwn(data, row) && !Number.isNaN(answer),
    ),
  }));
  const by = input.by;
  const scores = waveScores(instrument, only, data.size);
  const counts = Uint8Array.from(scores, (score, row) => (isOwn(data, row) && !Number.isNaN(score) ? 1 : 0));
  const { parts, hide } = by === undefined ? { parts: [], hide: [] } : shownParts(by, counts, minCell);
  const scale: Column = { id: 'scale', title: 'scale', wrap: true };
  const columns = [numbers('people', 'people'), numbers('mean', 'average'), numbers('sd', 'SD'), intervalColumn];
  const when = waveWords(only.wave);
  return {
    ...noSection,
    told: [
      described(
        `${input.name}-level`,
        title,
        whole.n < minCell
          ? `${title}, ${when}: too few answers to be shown (${fewerThan(minCell)}).`
          : `${title} stood at ${whole.mean.toFixed(digitsFor(whole.mean, 'number'))} on a scale of ${low} to ${high}, on average of ${whole.n} ${who}, ${when}. Nobody was asked twice, so it cannot say what changed.`,
        whole.n < minCell ? [] : [{ label: who, n: whole.n, known: whole.n, value: whole.mean, low: null, high: null }],
      ),
    ],
    blocks: [
      {
        kind: 'table',
        table: {
          id: 'level',
          title: `Where ${who} stood, ${when}`,
          columns: [scale, ...columns],
          rows: levels.map(({ label, values }) => [text(label), ...levelCells(values, minCell)]),
        },
      },
      ...(by === undefined
        ? []
        : [
            {
              kind: 'table' as const,
              table: {
                id: 'by',
                title: `${title} by ${by.name}`,
                columns: [{ ...scale, id: 'answer', title: by.name }, ...columns],
                rows: parts.map(({ level: answer, counts: own }, index) => [
                  text(answer),
                  ...levelCells(
                    scores.filter((_, row) => hide[index] !== true && own[row] === 1),
                    minCell,
                  ),
                ]),
              },
            },
          ]),
      {
        kind: 'table',
        table: {
          id: 'items',
          title: 'Item by item, as answered',
          columns: [{ ...scale, id: 'item', title: 'item' }, ...columns],
          rows: items.map(({ label, values }) => [text(label), ...levelCells(values, minCell)]),
          ...(instrument.items.some(({ reverse }) => reverse)
            ? { note: '(R): worded the other way round, so that a lower answer is the better one.' }
            : {}),
        },
      },
      ...itemsFigure({ input, resolved }, only),
    ],
    method: ['Averages with t intervals, 95 %.'],
  };
}

function levelCells(values: Float64Array, minCell: number): Cell[] {
  if (values.length < minCell) return Array.from({ length: 4 }, () => suppressed(minCell));
  const { n, mean, squares } = moments(values);
  const sd = n < 2 ? undefined : Math.sqrt(squares / (n - 1));
  const digits = digitsFor(Math.abs(mean), 'number');
  return [
    count(n),
    number(mean, digits),
    number(sd, digits),
    sd === undefined
      ? missing('one person has no range')
      : { kind: 'interval', ...tInterval(mean, sd / Math.sqrt(n), n - 1, 0.95), as: 'number', digits },
  ];
}

/** Asked at the end how it was at the start: another yardstick than the one people had at the start. */
export function lookingBackSection({ input, resolved, waves }: Answered): Section {
  const { then, before } = waves;
  const now = waves.after ?? waves.only;
  if (then === undefined || now === undefined || now.wave === 'pre') return noSection;
  const { data, minCell, who, title } = input;
  const score = (wave: typeof now): Float64Array => waveScores(resolved.instrument, wave, data.size);
  const own = (row: number): boolean => isOwn(data, row);
  const back = scaleChange('looking back, and now', score(then), score(now), own, minCell);
  const yardstick =
    before === undefined
      ? undefined
      : scaleChange('said at the start, and looking back', score(before), score(then), own, minCell);
  const rows = [back, ...(yardstick === undefined ? [] : [yardstick])];
  const say = (value: number): string => value.toFixed(back.digits);
  return {
    ...noSection,
    told: back.hidden
      ? []
      : [
          described(
            `${input.name}-looking-back`,
            title,
            `Looking back from the end, ${back.n} ${who} put their start at ${say(back.from)} and themselves now at ${say(back.to)}. Memory flatters a path: read this beside what was answered at the start, not instead of it.`,
            [
              { label: 'looking back', n: back.n, known: back.n, value: back.from, low: null, high: null },
              { label: 'now', n: back.n, known: back.n, value: back.to, low: null, high: null },
            ],
          ),
        ],
    blocks: [
      {
        kind: 'table',
        table: changeTable(
          rows,
          [],
          {
            id: 'looking-back',
            title: `${title}, looking back`,
            first: 'answers compared',
            note: 'Where the start looks lower from the end than it did at the start, people may have come to ask more of themselves.',
          },
          minCell,
        ),
      },
    ],
  };
}
