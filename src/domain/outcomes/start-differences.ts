// How the people analysed compared at the start: counts, means and standardized differences, and the bands of the What Works Clearinghouse.
import { baselineBand, coxIndex, type BaselineBand } from '../statistics/cox-index.ts';
import { answersOfRows, momentsOfRows, rowsByCode, severalOfRows } from '../statistics/by-code.ts';
import { smallSampleFactor } from '../statistics/hedges.ts';
import type { Covariate, Grouping, Several } from './dataset.ts';

/** Whatever is known of people from before: numbers, one answer or several. */
export type StartField = Covariate | Several;

export interface StartDifference {
  readonly measure: string;
  readonly group: string;
  /** Undefined where the groups do not overlap at all and nobody varies within them: no number says how far apart they are. */
  readonly g: number | undefined;
  readonly band: BaselineBand;
  /** The answer that is furthest apart and speaks for the question; -1 for numbers. */
  readonly level: number;
}

export interface StartSide {
  readonly label: string;
  /** People analysed, and those of them of whom it is known. */
  readonly n: number;
  readonly known: number;
  /** Numbers. */
  readonly mean: number;
  /** Sum of squares about the mean. */
  readonly squares: number;
  /** Answers: how many gave each, by level. */
  readonly counts: readonly number[];
}

export interface StartMeasure {
  readonly field: StartField;
  /** Every group, the comparison last. */
  readonly sides: readonly StartSide[];
  /** One a mentored group that can be compared. */
  readonly differences: readonly StartDifference[];
}

/** `analysed`: 1 for each person compared. Groups below `least` known are not compared: their start is hidden. */
export function startMeasures(
  groups: Grouping,
  analysed: Uint8Array,
  fields: readonly StartField[],
  least: number,
): StartMeasure[] {
  const { labels, mentored, codes } = groups;
  if (labels.length === mentored) return [];
  const enough = Math.max(2, least);
  // What people are compared within says nothing of how alike the groups were.
  const compared = fields.filter((field) => field.kind !== 'category' || field.design !== true);
  const rows = rowsByCode(codes, analysed, labels.length);
  return compared.map((field): StartMeasure => {
    const sides = labels.map((label, group) => sideOf(label, rows[group] ?? new Int32Array(0), field));
    const other = sides[mentored];
    return {
      field,
      sides,
      differences: sides.slice(0, mentored).flatMap((own): StartDifference[] => {
        if (other === undefined || own.known < enough || other.known < enough) return [];
        const { g, level } = field.kind === 'number' ? { g: inSd(own, other), level: -1 } : furthest(field, own, other);
        const band = g === undefined ? 'apart' : baselineBand(g);
        return [{ measure: field.name, group: own.label, g, band, level }];
      }),
    };
  });
}

function sideOf(label: string, rows: Int32Array, field: StartField): StartSide {
  if (field.kind === 'number') return { label, n: rows.length, ...momentsOfRows(rows, field.values), counts: [] };
  const { known, counts } =
    field.kind === 'category' ? answersOfRows(rows, field.codes, field.levels.length) : severalOfRows(rows, field.has);
  return { label, n: rows.length, known, mean: NaN, squares: 0, counts: Array.from(counts) };
}

/** Within a group that differs by less than this share of its mean, what varies is rounding. */
const rounding = 1e-12;

function inSd(own: StartSide, other: StartSide): number | undefined {
  const all = own.known + other.known;
  const pooled = Math.sqrt((own.squares + other.squares) / (all - 2));
  const size = Math.max(Math.abs(own.mean), Math.abs(other.mean));
  const apart = own.mean - other.mean;
  if (pooled > rounding * size) return (apart / pooled) * smallSampleFactor(all);
  return Math.abs(apart) > rounding * size ? undefined : 0;
}

/** The answer furthest apart speaks for the question; those that few gave jump about and do not speak. */
function furthest(
  { levels }: { readonly levels: readonly string[] },
  own: StartSide,
  other: StartSide,
): { readonly g: number; readonly level: number } {
  const indices = own.counts.flatMap((x1, level) => {
    const x2 = other.counts[level] ?? 0;
    const all = (x1 + x2) / (own.known + other.known);
    if (all < 0.05) return [];
    const g = coxIndex(shareOf(x1, own.known), own.known, shareOf(x2, other.known), other.known);
    return g === undefined ? [] : [{ g, level }];
  });
  // Of yes and no, which are as far apart, yes.
  const yes = levels.length === 2 ? indices.find(({ level }) => levels[level] === 'yes') : undefined;
  return yes ?? indices.sort((x, y) => Math.abs(y.g) - Math.abs(x.g))[0] ?? { g: 0, level: 0 };
}

/** Where nobody gave an answer, or everybody did, half a person is added to each side, so that the odds are a number. */
function shareOf(x: number, n: number): number {
  return x === 0 || x === n ? (x + 0.5) / (n + 1) : x / n;
}
