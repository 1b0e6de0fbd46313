// Who answered a survey, who did not, and whether the two were alike: a change is told of those who answered twice alone.
import { hedgesG } from '../../statistics/hedges.ts';
import { baselineBand } from '../../statistics/cox-index.ts';
import { moments } from '../../statistics/summary.ts';
import type { Numbers } from '../../outcomes/dataset.ts';
import { answeredIn, waveScores, waveWords } from '../../surveys/survey-wave.ts';
import { isOwn } from '../../surveys/survey-people.ts';
import { count, hiddenReading, missing, number, share, suppressed, text } from '../cells.ts';
import type { Cell, Table } from '../../report/report.ts';
import { noSection, type Answered, type Section } from './survey-input.ts';
import { numbers, readingColumn } from '../../report/table-columns.ts';

export function responseSection({ input, resolved, waves }: Answered): Section {
  const { data, who, minCell } = input;
  const { size } = data;
  const own = (row: number): boolean => isOwn(data, row);
  const total = (flags: ArrayLike<number>): number =>
    Array.from(flags).reduce((sum, flag, row) => sum + (own(row) ? flag : 0), 0);
  const scored = (wave: (typeof resolved.waves)[number]): Uint8Array =>
    Uint8Array.from(waveScores(resolved.instrument, wave, size), (score) => (Number.isNaN(score) ? 0 : 1));
  const { before, after } = waves;
  const [first, last] = [before, after].map((wave) => (wave === undefined ? undefined : scored(wave)));
  const again = first?.map((one, row) => (one === 1 && last?.[row] === 1 ? 1 : 0));
  const response: Response = {
    asked: total(new Uint8Array(size).fill(1)),
    waves: resolved.waves.map((wave) => ({
      wave: wave.wave,
      answered: total(answeredIn(wave, size)),
      scored: total(scored(wave)),
    })),
    both: again === undefined ? undefined : total(again),
  };
  const banner = responseBanner(response, who);
  const traits: Trait[] = [
    ...(before === undefined
      ? []
      : [
          {
            known: {
              kind: 'number' as const,
              name: `${input.title.toLowerCase()} before`,
              values: waveScores(resolved.instrument, before, size),
            },
            of: own,
          },
        ]),
    ...input.traits.map((known): Trait => ({ known, of: own })),
  ];
  const table = again === undefined ? undefined : answeredAgainTable(traits, (row) => again[row] === 1, minCell);
  return {
    ...noSection,
    cautions: [
      ...(banner === undefined ? [] : [banner]),
      ...(resolved.origin === 'guessed'
        ? [
            `What the items are was never said: no question is taken as worded the other way round. mentorctl import ${input.name}.csv --as instrument says it (docs/instruments.md).`,
          ]
        : []),
      ...(resolved.leftOut.length === 0
        ? []
        : [`Left out, being no items of it: ${resolved.leftOut.map((item) => `"${item}"`).join(', ')}.`]),
    ],
    blocks: [
      { kind: 'table', table: responseTable(response, who) },
      ...(table === undefined ? [] : [{ kind: 'table' as const, table }]),
    ],
  };
}

interface WaveResponse {
  readonly wave: string;
  readonly answered: number;
  readonly scored: number;
}

interface Response {
  readonly asked: number;
  readonly waves: readonly WaveResponse[];
  /** Answered both waves that are compared; undefined where nobody was asked twice. */
  readonly both: number | undefined;
}

/** Below this share of those asked the report says first that it speaks of few. */
const half = 0.5;

/** Undefined where half or more answered, or nobody was asked. */
function responseBanner({ asked, waves, both }: Response, who: string): string | undefined {
  const last = waves.filter(({ wave }) => wave !== 'then').at(-1);
  const answered = both ?? last?.answered;
  if (answered === undefined || asked === 0 || answered / asked >= half) return undefined;
  const times = both === undefined ? 'answered' : 'answered both times';
  return `Fewer than half: ${answered} of ${asked} ${who} (${Math.round((100 * answered) / asked)} %) ${times}. What follows is about them; those who answer often differ from those who do not.`;
}

function responseTable({ asked, waves, both }: Response, who: string): Table {
  const row = (label: string, answered: number, scored: Cell): Cell[] => [
    text(label),
    count(asked),
    count(answered),
    asked === 0 ? missing('nobody was asked') : share(answered / asked),
    scored,
  ];
  return {
    id: 'response',
    title: 'Who answered',
    columns: [
      { id: 'wave', title: 'wave' },
      numbers('asked', `${who} asked`),
      numbers('answered', 'answered'),
      numbers('share', 'share'),
      numbers('scored', 'with a score'),
    ],
    rows: [
      ...waves.map(({ wave, answered, scored }) => row(waveWords(wave), answered, count(scored))),
      ...(both === undefined ? [] : [row('both', both, count(both))]),
    ],
  };
}

/** Something known of people before they did, or did not, answer again. */
interface Trait {
  readonly known: Numbers;
  /** 1 for those it can be asked of. */
  readonly of: (row: number) => boolean;
}

/** `again`: those who answered both times. Rows with fewer than `minCell` on a side are hidden. */
function answeredAgainTable(
  traits: readonly Trait[],
  again: (row: number) => boolean,
  minCell: number,
): Table | undefined {
  const rows = traits.map(({ known, of }): Cell[] => {
    const pick = (wanted: boolean): Float64Array =>
      known.values.filter((value, row) => !Number.isNaN(value) && of(row) && again(row) === wanted);
    const [own, others] = [pick(true), pick(false)];
    if (own.length < minCell || others.length < minCell)
      return [text(known.name), ...Array.from({ length: 5 }, () => suppressed(minCell)), hiddenReading(minCell)];
    const g = hedgesG(own, others)?.g;
    return [
      text(known.name),
      count(own.length),
      number(moments(own).mean),
      count(others.length),
      number(moments(others).mean),
      number(g, 2, 'all alike'),
      text(g === undefined ? '' : { alike: 'alike', adjust: 'near', apart: 'apart' }[baselineBand(g)]),
    ];
  });
  if (rows.every((row) => row[1]?.kind === 'suppressed')) return undefined;
  return {
    id: 'who-answered-again',
    title: 'Those who answered both times, and those who did not',
    columns: [
      { id: 'what', title: '', wrap: true },
      numbers('both', 'both times'),
      numbers('both-mean', 'average'),
      numbers('others', 'others'),
      numbers('others-mean', 'average'),
      numbers('g', 'in SD'),
      readingColumn,
    ],
    rows,
    note: 'In SD: up to 0.05 alike, up to 0.25 near, beyond that apart: then the change of those who answered need not be that of all.',
  };
}
