// Table 1: how the people analysed compared at the start, in everything known from before.
import type { Dataset } from '../outcomes/dataset.ts';
import {
  startMeasures,
  type StartDifference,
  type StartMeasure,
  type StartSide,
} from '../outcomes/start-differences.ts';
import type { Cell, Claim, Table } from '../report/report.ts';
import { groupColumn, numbers } from '../report/table-columns.ts';
import { count, missing, named, number, pValue, share, suppressed, text } from './cells.ts';
import { digitsFor } from './sentences.ts';
import { startTest } from './start-tests.ts';
import { hiddenCells } from './suppression.ts';
import { eachCohort, givenAway } from './published.ts';

const bands = {
  alike: 'alike',
  adjust: 'apart, to be allowed for',
  apart: 'too far apart to compare',
} as const;

export interface StartTableInput {
  readonly data: Dataset;
  /** 1 for each person analysed. */
  readonly mask: Uint8Array;
  readonly starts: readonly StartMeasure[];
  /** What the findings allow for, by name. */
  readonly adjusted: ReadonlySet<string>;
  readonly claim: Claim;
  /** Whose start it is, e.g. `GPA fall`: of those of whom it is known. */
  readonly of: string;
  readonly minCell: number;
  readonly technical: boolean;
  /** Differences once the groups are weighted, where they are: by measure and mentored group. */
  readonly weighted?: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
  /** What cohorts taken together must not show. */
  readonly given: GivenAway;
}

/** Whether a question's count in a group would give back what a single cohort hides. */
export type GivenAway = (one: StartMeasure, label: string) => boolean;

/** Of cohorts taken together; nothing of one cohort. */
export function startGivenAway(
  data: Dataset,
  mask: Uint8Array,
  starts: readonly StartMeasure[],
  minCell: number,
): GivenAway {
  const fields = starts.map(({ field }) => field);
  const each = eachCohort(data).map(({ groups }) => startMeasures(groups, mask, fields, minCell));
  return (one, label) => {
    const level = one.field.kind === 'number' ? -1 : levelFor(one, label);
    const sides = each.map((own) => own[starts.indexOf(one)]?.sides.find((side) => side.label === label));
    return givenAway(
      sides.map((side) => {
        const n = (level < 0 ? side?.known : side?.counts[level]) ?? 0;
        const small = (side?.known ?? 0) < minCell;
        return { n, withheld: small || withholds(side, level, minCell) };
      }),
      data.otherCohorts !== true,
      minCell,
    );
  };
}

/** After a lottery what differs at the start does so by chance. */
export function startTable(input: StartTableInput): Table {
  const { starts, adjusted, claim, minCell, technical, weighted, of, given } = input;
  const drawn = claim.level === 4;
  return {
    id: 'start',
    title: 'How the groups compared at the start (Table 1)',
    columns: [
      { id: 'measure', title: 'measure', wrap: true, once: true },
      { id: 'answer', title: 'answer', wrap: true },
      groupColumn,
      numbers('known', 'known'),
      numbers('missing', 'missing'),
      numbers('value', 'mean or share'),
      numbers('sd', 'SD'),
      numbers('g', 'difference'),
      ...(weighted === undefined ? [] : [numbers('weighted', 'once weighted')]),
      { id: 'band', title: 'reading', wrap: true },
      ...(technical ? [{ id: 'test', title: 'test', wrap: true }, numbers('p', 'p')] : []),
    ],
    note: `Of the people of whom ${of} is known. Differences in standard deviations, the usual spread between people (answers: Cox index): up to 0.05 is as good as alike, beyond that apart, ${
      drawn
        ? 'beyond 0.25 is far. Chance alone put the groups where they are.'
        : 'beyond 0.25 too far apart to make up for.'
    }`,
    rows: starts.flatMap((one) => {
      return one.sides.map((side, group): Cell[] => {
        const level = one.field.kind === 'number' ? -1 : levelFor(one, side.label);
        const answer = one.field.kind === 'number' ? '' : (one.field.levels[level] ?? '');
        const difference = one.differences.find((own) => own.group === side.label);
        const withheld = withheldStart(one, side.label, minCell, given);
        const head = [named(one.field.name), text(answer), text(side.label)];
        return [
          ...head,
          ...((side.known < minCell && side.known > 0) || given(one, side.label)
            ? Array.from({ length: 4 }, () => suppressed(minCell))
            : valueCells(one, side, level, minCell)),
          differenceOf(difference, one, side, withheld, minCell),
          ...(weighted === undefined
            ? []
            : [weightedCell(weighted.get(one.field.name)?.get(side.label), withheld, minCell)]),
          text(readingOf(difference, adjusted, drawn)),
          ...(technical ? testCells(input, one, group, withheld) : []),
        ];
      });
    }),
  };
}

/** The answer that stands for a question in a group: the one furthest apart from the comparison. */
function levelFor({ differences }: StartMeasure, label: string): number {
  return (differences.find(({ group }) => group === label) ?? differences[0])?.level ?? 0;
}

function shareAt({ counts, known }: StartSide, level: number): number {
  return known === 0 ? 0 : (counts[level] ?? 0) / known;
}

/** Whether this answer's count must not be shown: it would point at people, or at those beside it. */
function withholds(side: StartSide | undefined, level: number, minCell: number): boolean {
  if (side === undefined || level < 0) return false;
  return minCell > 1 && (side.known < minCell || hiddenCells(side.counts, minCell)[level] === true);
}

/** Whether a group's difference would give back an answer's count that is hidden in it or in the comparison. */
export function withheldStart(one: StartMeasure, label: string, minCell: number, given: GivenAway): boolean {
  const level = one.field.kind === 'number' ? -1 : levelFor(one, label);
  const own = one.sides.find((side) => side.label === label);
  const other = one.sides.at(-1);
  return (
    withholds(own, level, minCell) ||
    withholds(other, level, minCell) ||
    given(one, label) ||
    (other !== undefined && given(one, other.label))
  );
}

function valueCells({ field }: StartMeasure, side: StartSide, level: number, minCell: number): Cell[] {
  const head = [count(side.known), count(side.n - side.known)];
  if (side.known === 0) return [...head, missing('nobody is known'), missing('nobody is known')];
  if (field.kind !== 'number')
    return [...head, withholds(side, level, minCell) ? suppressed(minCell) : share(shareAt(side, level)), text('')];
  const digits = digitsFor(Math.abs(side.mean), 'number');
  return [...head, number(side.mean, digits), number(Math.sqrt(side.squares / (side.known - 1)), digits)];
}

function differenceOf(
  difference: StartDifference | undefined,
  { sides }: StartMeasure,
  side: StartSide,
  withheld: boolean,
  minCell: number,
): Cell {
  if (side === sides.at(-1)) return text('');
  if (difference === undefined) return missing('too few are known to compare');
  if (withheld) return suppressed(minCell);
  return difference.g === undefined ? missing('it separates the groups: nobody is alike') : number(difference.g);
}

function weightedCell(value: number | undefined, withheld: boolean, minCell: number): Cell {
  if (value === undefined) return text('');
  return withheld ? suppressed(minCell) : number(value);
}

function readingOf(difference: StartDifference | undefined, adjusted: ReadonlySet<string>, drawn: boolean): string {
  if (difference === undefined) return '';
  const { band, measure } = difference;
  if (drawn && band === 'apart') return `far apart, by chance${adjusted.has(measure) ? '; allowed for' : ''}`;
  if (band === 'adjust' && adjusted.has(measure)) return 'apart, allowed for';
  return drawn && band === 'adjust' ? 'apart, by chance' : bands[band];
}

function testCells(
  { data, mask, minCell }: StartTableInput,
  one: StartMeasure,
  group: number,
  withheld: boolean,
): Cell[] {
  if (group >= data.groups.mentored) return [text(''), text('')];
  if (withheld || one.differences.every(({ group: label }) => label !== data.groups.labels[group]))
    return [text(''), suppressed(minCell)];
  const found = startTest(data, mask, one, group);
  return found === undefined ? [text(''), missing('cannot be computed')] : [text(found.name), pValue(found.p)];
}
