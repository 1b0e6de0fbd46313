// How long people stayed, where it is recorded when they left: Kaplan-Meier by group, over the same clock for both.
import { formatDate, parseIsoDate } from '../civil-date.ts';
import { comparisonOf, type Category, type Dataset } from '../outcomes/dataset.ts';
import { followed, type FollowedGroup, type Leaving } from '../outcomes/followed.ts';
import type { Block, Cell } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { kaplanMeier, survivalAt } from '../statistics/survival.ts';
import { cautionBlocks, tableBlock } from './blocks.ts';
import { count, missing, number, suppressed, text } from './cells.ts';
import { curveAgainstRates, type CheckpointRates } from './curve-check.ts';
import { grouped, upper } from './sentences.ts';
import { hiddenRows, nearEdge } from './suppression.ts';
import { curveCells, curveColumns, curveFigure, curveTests, drawnTo, meanTimes } from './survival-tables.ts';

interface SurvivalInput {
  readonly data: Dataset;
  readonly leaving: Leaving | undefined;
  readonly strata: readonly Category[];
  readonly landmark: string | undefined;
  readonly pairDaysVary: boolean;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  /** Days for the table, in the unit of leaving; quarters of the time where none are named. */
  readonly at?: readonly number[];
}

/** Table, curve and, under technical, the log-rank test. Refused where pairing happened at any time and no landmark was set. */
export function survivalBlocks(
  input: SurvivalInput,
  counts: Uint8Array,
  rates: readonly (CheckpointRates & { readonly hide: readonly boolean[] })[],
): Block[] {
  const { data, leaving, minCell } = input;
  if (leaving === undefined) return [];
  if (data.groups.byPair && input.pairDaysVary && input.landmark === undefined) {
    return [
      {
        kind: 'caution',
        text: 'No curve of staying is drawn by "mentored": people were paired on different days, and who stays longer has more time to be paired. Give one day for both groups: --landmark YYYY-MM-DD.',
      },
    ];
  }
  const origin = leaving.landmarkDay ?? 0;
  const mark = leaving.landmarkDay === undefined ? undefined : parseIsoDate(input.landmark ?? '');
  const since = mark === undefined ? 'the start' : `${formatDate(mark)}, by which people had to be paired`;
  const groups = followed(data, leaving, counts, input.persistence).map((group) => ({
    ...group,
    strata: Array.from(group.rows, (row) => input.strata.map(({ codes }) => codes[row]).join(' ')),
    curve: kaplanMeier(group.times, group.events),
  }));
  const refused = curveAgainstRates(groups, leaving, rates, minCell);
  const said = cautionBlocks(dayLines(groups, rates.length > 0, leaving, minCell));
  if (refused !== undefined) return [{ kind: 'caution', text: `No curve of staying is drawn: ${refused}.` }, ...said];
  // What the rates hide, the curve of the same people would show.
  const small = hiddenRows(
    groups.map(({ times }) => times.length),
    minCell,
  );
  const hide = groups.map(
    (_, group) =>
      small[group] === true ||
      rates.some(({ sides, hide: hidden }) => {
        const side = sides[group];
        return hidden[group] === true || (side !== undefined && nearEdge(side.x ?? 0, side.known, minCell));
      }),
  );
  const shown = groups.filter(({ rows }, index) => hide[index] !== true && rows.length > 0);
  const until = leaving.until - origin;
  const { unit = 'day' } = leaving;
  const marks = input.at ?? [0.25, 0.5, 0.75, 1].map((share) => Math.floor(share * until));
  const rows = groups.flatMap(({ label, curve, rows: people }, index) =>
    (people.length === 0 ? [] : marks).map((at): Cell[] => {
      if (hide[index] === true)
        return [text(label), count(at), ...Array.from({ length: 4 }, () => suppressed(minCell))];
      if (at > until)
        return [text(label), count(at), ...Array.from({ length: 4 }, () => missing('nobody is followed so long'))];
      const here = survivalAt(curve, at);
      if (here.atRisk < minCell)
        return [text(label), count(at), ...Array.from({ length: 4 }, () => suppressed(minCell))];
      return [
        text(label),
        count(at),
        ...curveCells(here),
        curve.median.estimate === undefined
          ? missing('more than half are still here')
          : number(curve.median.estimate, 0),
      ];
    }),
  );
  const end = drawnTo(shown, minCell, until);
  const tests = input.technical && shown.length > 1 ? curveTests(shown, input.strata) : [];
  const means =
    input.technical && shown.length > 0 && end > 0 ? [meanTimes(shown, end, comparisonOf(data.groups), unit)] : [];
  const known =
    rates.length > 0
      ? `of the people known at the last checkpoint; who was here then is followed to the last ${unit}, or to the ${unit} that stands beside them. A degree${
          input.persistence ? ' or a transfer' : ''
        } is no leaving.`
      : `of everybody counted; who has no ${unit} of leaving is followed to the last ${unit}.`;
  return [
    ...said,
    tableBlock({
      id: 'survival',
      title: 'How long people stayed',
      columns: [...curveColumns(unit), { ...numbers('median', `half gone by ${unit}`), once: true }],
      rows,
      note: `${upper(unit)}s since ${since}. Kaplan-Meier, log-log intervals; ${known}`,
    }),
    ...(shown.length === 0 || !(end > 0)
      ? []
      : [curveFigure(shown, `Still here, by ${unit}s since ${since}`, unit, end, minCell)]),
    ...means,
    ...tests,
  ];
}

/** What the days of leaving do not say, or say of another time than that of the curve. */
function dayLines(
  groups: readonly FollowedGroup[],
  byStatus: boolean,
  { unit = 'day', landmarkDay }: Leaving,
  minCell: number,
): string[] {
  const inGroups = (count: (one: FollowedGroup) => number): string =>
    groups
      .flatMap((one) => {
        const [n, all] = [count(one), one.rows.length];
        const some = n < minCell || (n < all && all - n < minCell);
        return n === 0 ? [] : [`${some ? 'some' : `${grouped(n)} of ${grouped(all)}`} in "${one.label}"`];
      })
      .join(', ');
  const early = landmarkDay === undefined ? inGroups((one) => one.early) : '';
  const ahead = inGroups((one) => one.ahead - one.leftAhead);
  const untold = byStatus ? '' : inGroups((one) => one.untold);
  return [
    ...(early === ''
      ? []
      : [
          `Left before the start (${unit} 0): ${early}. The curve has them as gone when it starts, in the order in which they went. A checkpoint that says who was there at the start ("start: true" beside it in mentorctl.yaml) leaves them out.`,
        ]),
    ...(ahead === ''
      ? []
      : [
          `The ${unit} of leaving is still to come: ${ahead}. Nobody can know that yet, so they count as still here, up to today.`,
        ]),
    ...(untold === ''
      ? []
      : [
          `No record says who is still here: whoever has no ${unit} of leaving is taken to be (${untold}). If some of them are just not known of, too many seem to stay. A column such as "Fall 2026 Enrolled" says who is here.`,
        ]),
  ];
}
