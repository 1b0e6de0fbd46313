// Whether the items of a survey hang together, so that one score can stand for them.
import { cronbachAlpha, type CronbachAlpha } from '../../statistics/cronbach.ts';
import { turned, waveWords, type SurveyWave } from '../../surveys/survey-wave.ts';
import type { Instrument, InstrumentItem } from '../../instruments/instrument.ts';
import { subscalesOf } from '../../instruments/instrument.ts';
import { isOwn } from '../../surveys/survey-people.ts';
import { count, missing, number, suppressed, text } from '../cells.ts';
import type { Cell, Table } from '../../report/report.ts';
import { noSection, type Answered, type Section } from './survey-input.ts';
import { intervalColumn, numbers } from '../../report/table-columns.ts';

/** Below this a score is an average of things that do not go together (Nunnally 1978). */
const goodEnough = 0.7;

/** The whole in every wave; its parts, too, under --technical. */
export function qualitySection({ input, resolved }: Answered): Section {
  const { instrument, waves } = resolved;
  const { data, minCell, technical, title } = input;
  if (instrument.items.length < 2) return noSection;
  const own = (row: number): boolean => isOwn(data, row);
  const of = (label: string, items: readonly InstrumentItem[]): Quality[] =>
    waves.map((wave) => qualityOf(instrument, wave, items, label, own, minCell));
  const whole = of(title, instrument.items);
  const parts = technical ? [...subscalesOf(instrument)].flatMap(([label, items]) => of(label, items)) : [];
  return {
    ...noSection,
    cautions: qualityCautions(whole),
    blocks: [{ kind: 'table', table: qualityTable([...whole, ...parts], minCell) }],
    method: ['Alpha: Cronbach (1951) with the interval of Feldt (1965), of those who answered every item.'],
  };
}

interface Quality {
  readonly label: string;
  readonly wave: string;
  readonly items: number;
  /** People who answered every item that was asked. */
  readonly n: number;
  readonly alpha: CronbachAlpha | undefined;
  readonly hidden: boolean;
}

/** Of one wave, among the people wanted who answered every item of it that anybody was asked. */
export function qualityOf(
  instrument: Instrument,
  wave: SurveyWave,
  items: readonly InstrumentItem[],
  label: string,
  wanted: (row: number) => boolean,
  minCell: number,
): Quality {
  const columns = items.flatMap((item) => {
    const values = turned(instrument, wave, item);
    return values === undefined ? [] : [{ name: item.text || item.item, values }];
  });
  const size = columns[0]?.values.length ?? 0;
  const rows = Array.from({ length: size }, (_, row) => row).filter(
    (row) => wanted(row) && columns.every(({ values }) => !Number.isNaN(values[row] ?? NaN)),
  );
  const complete = columns.map(({ name, values }) => ({
    name,
    values: Float64Array.from(rows, (row) => values[row] ?? NaN),
  }));
  return {
    label,
    wave: wave.wave,
    items: columns.length,
    n: rows.length,
    alpha: cronbachAlpha(complete),
    hidden: rows.length < minCell,
  };
}

function weakest({ alpha }: Quality): { readonly name: string; readonly r: number } | undefined {
  const known = (alpha?.items ?? []).flatMap(({ name, itemRest }) =>
    itemRest === undefined ? [] : [{ name, r: itemRest }],
  );
  return known.sort((a, b) => a.r - b.r)[0];
}

function qualityTable(qualities: readonly Quality[], minCell: number): Table {
  return {
    id: 'quality',
    title: 'Do the items go together?',
    columns: [
      { id: 'scale', title: 'scale', once: true },
      { id: 'wave', title: 'wave' },
      numbers('items', 'items'),
      numbers('people', 'people'),
      numbers('alpha', 'alpha'),
      intervalColumn,
      numbers('lowest', 'lowest item r'),
    ],
    rows: qualities.map((quality): Cell[] => {
      const { label, wave, items, n, alpha, hidden } = quality;
      const head = [text(label), text(waveWords(wave)), count(items)];
      if (hidden) return [...head, ...Array.from({ length: 4 }, () => suppressed(minCell))];
      const why = 'answers that do not vary have no alpha';
      return [
        ...head,
        count(n),
        number(alpha?.alpha, 2, why),
        alpha === undefined
          ? missing(why)
          : { kind: 'interval', low: alpha.low, high: alpha.high, as: 'number', digits: 2 },
        number(weakest(quality)?.r, 2, why),
      ];
    }),
    note: 'Alpha: from 0.70 on the items may be read as one score. Lowest item r: how the item that fits least goes with all the others.',
  };
}

/** What a reader must know before trusting a score. */
function qualityCautions(qualities: readonly Quality[]): string[] {
  return qualities.flatMap((quality) => {
    const { label, wave, alpha, hidden } = quality;
    if (hidden || alpha === undefined) return [];
    const least = weakest(quality);
    return [
      ...(alpha.alpha < goodEnough
        ? [
            `${label}, ${waveWords(wave)}: alpha is ${alpha.alpha.toFixed(2)}, so the items do not go together well enough for one score. Read it item by item.`,
          ]
        : []),
      ...(least !== undefined && least.r < 0
        ? [
            `${label}, ${waveWords(wave)}: "${least.name}" goes against the other items (r ${least.r.toFixed(2)}). Is this item reversed?`,
          ]
        : []),
    ];
  });
}
