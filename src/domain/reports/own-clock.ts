// report retention by everybody's own clock: how many are still here so long after their own start, however long each was followed.
import type { Category, Dataset } from '../outcomes/dataset.ts';
import { ownTimes, whyNotFollowed, type OwnDays, type WhyNotFollowed } from '../outcomes/own-time.ts';
import { inTime } from '../outcomes/term.ts';
import { startMeasures, type StartField } from '../outcomes/start-differences.ts';
import type { Block, Cell, Claim, Finding, Report } from '../report/report.ts';
import { groupColumn, intervalColumn, numbers, ranged } from '../report/table-columns.ts';
import { normalQuantile } from '../statistics/distributions/normal.ts';
import { logRank } from '../statistics/log-rank.ts';
import { holm } from '../statistics/multiplicity.ts';
import { detectableBeside } from '../statistics/power.ts';
import {
  stratifiedDifference,
  survivalDifference,
  type SurvivalDifference,
} from '../statistics/survival-difference.ts';
import {
  atRiskUpTo,
  kaplanMeier,
  lastWith,
  restrictedMean,
  survivalAt,
  type SurvivalCurve,
} from '../statistics/survival.ts';
import { cautionBlocks, figureBlock, proseBlocks, tableBlock } from './blocks.ts';
import { count, few, missing, number, pValue, suppressed, text } from './cells.ts';
import { claimOf, opening, seenToDiffer } from './claim.ts';
import { cohortLines, type CohortFacts } from './cohort-lines.ts';
import { provenanceLine, reportDocument, type Provenance } from './json-document.ts';
import { countsIn } from './flow-table.ts';
import { grouped } from './sentences.ts';
import { eachCohort, persistenceHidden, sizesGivenAway, statusCounts } from './published.ts';
import { hiddenRows } from './suppression.ts';

export interface OwnClockInput {
  readonly cohort: string;
  readonly data: Dataset;
  readonly days: OwnDays;
  /** Everything known of people from before. */
  readonly onFile: readonly StartField[];
  readonly strata: readonly Category[];
  /** Times named, in the unit. */
  readonly at: readonly number[] | undefined;
  /** What is waited for instead of leaving. */
  readonly event: string | undefined;
  /** Why the groups had not the same time to be in, if so. */
  readonly clock: string | undefined;
  readonly minCell: number;
  readonly persistence: boolean;
  readonly technical: boolean;
  readonly together: CohortFacts;
  readonly provenance: Provenance;
}

interface Followed {
  readonly label: string;
  readonly rows: Int32Array;
  readonly times: Float64Array;
  readonly events: Uint8Array;
  readonly strata: readonly string[];
  readonly curve: SurvivalCurve;
}

const usualTimes = {
  day: [30, 90, 180, 365, 730],
  week: [4, 13, 26, 52, 104],
  month: [1, 3, 6, 12, 24],
  year: [1, 2, 3],
};
const year = { day: 365, week: 52, month: 12, year: 1 };

export function ownClockReport(input: OwnClockInput): Report {
  const { data, days, minCell, technical } = input;
  const { unit } = days;
  const { labels, mentored } = data.groups;
  const { times, events, why, ahead } = ownTimes(data, days, input.persistence);
  const counts = Uint8Array.from(times, (time) => (Number.isNaN(time) ? 0 : 1));
  const followed = labels.map((label, group): Followed => {
    const rows = Int32Array.from({ length: data.size }, (_, row) => row).filter(
      (row) => counts[row] === 1 && data.groups.codes[row] === group,
    );
    const own = rows.length === 0 ? [] : Array.from(rows);
    const [t, e] = [
      Float64Array.from(own, (row) => times[row] ?? NaN),
      Uint8Array.from(own, (row) => events[row] ?? 0),
    ];
    const strata = own.map((row) => input.strata.map(({ codes }) => codes[row] ?? -1).join(' '));
    return { label, rows, times: t, events: e, strata, curve: kaplanMeier(t, e) };
  });
  const hide = hiddenGroups(input, followed, counts);
  const noDay = followed.map((_, group) =>
    why.filter((one, row) => one === 'no-day' && data.groups.codes[row] === group),
  );
  const refused = noDay.some((own) => own.length > 0)
    ? `No curve is drawn: of ${total(noDay, minCell)} people it is known that they left and not when, or the day is still to come. With the day in the file (--map "Termination Date=end", or reports.left-on) they count.`
    : undefined;
  const starts = startMeasures(data.groups, counts, input.onFile, minCell).flatMap(({ differences }) => differences);
  const claim = claimOf({
    groups: data.groups,
    starts,
    adjusted: new Set(),
    change: false,
    clock: input.clock === undefined ? undefined : { why: input.clock, comparison: 'none' },
  });
  const marks =
    input.at ?? usualTimes[unit].filter((at) => followed.every(({ curve }) => survivalAt(curve, at).atRisk >= minCell));
  const headAt = input.at?.at(-1) ?? marks.filter((at) => at <= year[unit]).at(-1);
  const shown = refused === undefined && input.clock === undefined;
  const findings = shown && headAt !== undefined ? findingsAt(input, followed, hide, headAt, claim) : [];
  const cautions = [
    ...(refused === undefined ? [] : [refused]),
    ...(input.clock === undefined
      ? []
      : [`No curve is drawn by "mentored": ${input.clock}; who stays longer has more time to be paired.`]),
    ...cohortLines(input.together, minCell),
    ...notFollowedLines(why, ahead, minCell),
  ];
  const body: Block[] = [
    ...findings.map((finding): Block => ({ kind: 'finding', finding })),
    ...cautionBlocks(cautions),
    tableBlock(flow(input, why, followed, hide)),
    ...(shown ? curveBlocks(input, followed, hide, marks) : []),
    ...(shown && technical ? testBlocks(input, followed, hide) : []),
    { kind: 'heading', text: 'Method' },
    ...proseBlocks(methodOf(input)),
    { kind: 'prose', text: provenanceLine(claim, input.provenance, technical) },
  ];
  const what = input.event === undefined ? 'how many stayed' : `when ${input.event} came`;
  return {
    schema: 'mentorctl/report-retention@1',
    title: `${input.persistence ? 'Persistence' : 'Retention'}, ${input.cohort}, from the own start`,
    blocks: [{ kind: 'prose', text: opening(claim, data.groups, what) }, ...body],
    json: reportDocument(
      { cohort: input.cohort, measure: input.persistence ? 'persistence' : 'retention', clock: 'own' },
      input.provenance,
      claim,
      findings,
      body,
      methodOf(input),
    ),
    csvTable: shown ? 'survival' : 'flow',
  };

  function findingsAt(
    { strata }: OwnClockInput,
    groups: readonly Followed[],
    hidden: readonly boolean[],
    at: number,
    level: Claim,
  ): Finding[] {
    const other = groups[mentored];
    if (other === undefined) return [];
    const compared = groups.slice(0, mentored).map((own, group) => {
      const small = hidden[group] === true || hidden[mentored] === true || isFew(own, at) || isFew(other, at);
      const found = small ? undefined : difference(own, other, at, strata.length > 0);
      return { own, small, found };
    });
    const adjusted = holm(compared.map(({ found }) => found?.p ?? 1));
    return compared.map(({ own, small, found }, index): Finding => {
      const verdict = verdictOf(found, adjusted[index] ?? 1);
      const head = `${label(at)}: ${shareWords(own, at)}, ${shareWords(other, at)}.`;
      return {
        id: `own-clock-${at}-${own.label}`.replaceAll(/\s+/g, '-'),
        measure: label(at).toLowerCase(),
        groups: [own, other].map((side) => {
          const { survival, low, high } = survivalAt(side.curve, at);
          const n = side.times.length;
          return small
            ? { label: side.label, n: 0, known: 0, value: null, low: null, high: null }
            : { label: side.label, n, known: n, value: survival, low: low ?? null, high: high ?? null };
        }),
        unit: 'share',
        estimate: found?.difference ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        n: own.times.length + other.times.length,
        missing: 0,
        method: found === undefined ? 'counts' : methodWords(strata.length > 0),
        detectable: found === undefined ? null : detectableBeside(found),
        verdict,
        sentence: small
          ? `${label(at)}: no comparison is shown: too few people in a group or on one side.`
          : `${head} ${said(own.label, verdict, found, level)}`,
        cautions: [],
        ...(technical && found !== undefined
          ? {
              test: {
                name: 'z test of the two shares, Greenwood errors',
                se: found.se,
                df: null,
                p: found.p,
                pAdjusted: adjusted[index] ?? null,
                adjustedBy: 'Holm',
              },
            }
          : {}),
      };
    });
  }

  /** Of several cohorts one of which would show few by itself, all. */
  function isFew({ curve, rows, times: own, events: ends }: Followed, at: number): boolean {
    if (minCell === 1) return false;
    const few = (one: SurvivalCurve): boolean => {
      const gone = one.steps.filter(({ time }) => time <= at).reduce((sum, step) => sum + step.events, 0);
      return gone < 3 || survivalAt(one, at).atRisk < Math.max(3, minCell);
    };
    if (few(curve)) return true;
    return (data.cohorts?.levels ?? []).some((_, cohort) => {
      const here = Array.from(rows, (row) => data.cohorts?.codes[row] === cohort);
      return (
        here.includes(true) &&
        few(
          kaplanMeier(
            own.filter((_time, i) => here[i]),
            ends.filter((_event, i) => here[i]),
          ),
        )
      );
    });
  }

  function label(at: number): string {
    const time = `${at} ${unit}${at === 1 ? '' : 's'} after the own start`;
    return input.event === undefined ? `Still here ${time}` : `Still without ${input.event} ${time}`;
  }

  function curveBlocks(
    { strata }: OwnClockInput,
    groups: readonly Followed[],
    hidden: readonly boolean[],
    at: readonly number[],
  ): Block[] {
    const other = groups[mentored];
    const visible = groups.filter((_, index) => hidden[index] !== true);
    const longest = Math.max(
      0,
      ...visible.map(({ times: own }) => own.reduce((most, time) => Math.max(most, time), 0)),
    );
    const end = Math.min(...visible.map(({ curve }) => lastWith(curve.steps, minCell, longest)));
    const rows = groups.flatMap((own, index) =>
      at.map((time): Cell[] => {
        const { atRisk, survival, low, high } = survivalAt(own.curve, time);
        const head = [text(own.label), count(time)];
        if (hidden[index] === true || (atRisk < minCell && atRisk > 0) || (isFew(own, time) && atRisk > 0))
          return [...head, ...Array.from({ length: 4 }, () => (hidden[index] === true ? suppressed(minCell) : few))];
        if (atRisk === 0 && survival > 0)
          return [...head, count(0), ...Array.from({ length: 3 }, () => missing('nobody is followed so long'))];
        const apart =
          other === undefined || index >= mentored || hidden[mentored] === true || isFew(other, time)
            ? undefined
            : difference(own, other, time, strata.length > 0);
        return [
          ...head,
          count(atRisk),
          { kind: 'share', value: survival },
          low === undefined || high === undefined
            ? missing('nobody is left')
            : { kind: 'interval', low, high, as: 'share' },
          apart === undefined
            ? missing(index >= mentored ? 'the others are compared with it' : 'cannot be computed')
            : { kind: 'estimate', value: apart.difference, low: apart.low, high: apart.high, as: 'points' },
        ];
      }),
    );
    const drawn = visible.filter(({ curve }) => minCell === 1 || curve.events >= 3);
    return [
      tableBlock({
        id: 'survival',
        title:
          input.event === undefined ? 'Still here after the own start' : `Without ${input.event} after the own start`,
        columns: [
          { ...groupColumn, once: true },
          numbers('day', unit),
          numbers('at-risk', 'followed'),
          numbers('still-here', input.event === undefined ? 'still here' : 'without it'),
          intervalColumn,
          ranged('difference', 'difference (95 % interval)'),
        ],
        rows,
        note: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s since everybody's own start. Kaplan-Meier, log-log intervals; who is still here is followed to the day the file knows of.`,
      }),
      ...(end > 0 && drawn.length === visible.length && drawn.length > 0
        ? [
            figureBlock({
              id: 'survival',
              kind: 'survival',
              title: `${input.event === undefined ? 'Still here' : `Without ${input.event}`}, by ${unit}s since the own start`,
              ...(unit === 'day' ? {} : { unit }),
              until: end,
              groups: drawn.map((own) => ({
                label: own.label,
                steps: own.curve.steps.flatMap(({ time, events: gone, survival, low, high }) =>
                  gone > 0 && time <= end ? [{ at: time, value: survival, low: low ?? 0, high: high ?? 0 }] : [],
                ),
                atRisk: atRiskUpTo(own.curve, end, minCell),
              })),
            }),
          ]
        : []),
    ];
  }
}

/**
 * Small groups, and what cohorts together or persistence beside retention would give back: the few who transferred are the
 * difference between the two.
 */
function hiddenGroups(
  { data, minCell, persistence }: OwnClockInput,
  followed: readonly Followed[],
  counts: Uint8Array,
): boolean[] {
  const sizes = followed.map(({ times }) => times.length);
  const given = sizesGivenAway(
    data,
    eachCohort(data).map(({ groups }) => countsIn(groups, counts)),
    minCell,
  );
  const last = inTime(data.statuses.filter(({ measure }) => measure === 'retention').map(({ when }) => when)).at(-1);
  const tallies =
    persistence && last !== undefined ? [data, ...eachCohort(data)].map((one) => statusCounts(one, last, counts)) : [];
  return hiddenRows(sizes, minCell).map(
    (own, group) =>
      own || given[group] === true || tallies.some((groups) => persistenceHidden(groups[group] ?? [], minCell)),
  );
}

function difference(own: Followed, other: Followed, at: number, within: boolean): SurvivalDifference | undefined {
  if (!within) return survivalDifference(own.curve, other.curve, at);
  const part = ({ times, events, strata }: Followed, key: string): SurvivalCurve => {
    const here = strata.map((one) => one === key);
    return kaplanMeier(
      times.filter((_, i) => here[i]),
      events.filter((_, i) => here[i]),
    );
  };
  const keys = [...new Set([...own.strata, ...other.strata])];
  return stratifiedDifference(
    keys.map((key) => ({ one: part(own, key), other: part(other, key) })),
    at,
    normalQuantile(0.975),
  );
}

function methodWords(within: boolean): string {
  return within
    ? 'difference of Kaplan-Meier shares within strata, Greenwood errors, 95 %'
    : 'difference of Kaplan-Meier shares, range from their log-log limits (Zou and Donner 2008), 95 %';
}

function shareWords({ label, times, curve }: Followed, at: number): string {
  return `${label} ${Math.round(100 * survivalAt(curve, at).survival)} % of ${grouped(times.length)}`;
}

function verdictOf(found: SurvivalDifference | undefined, p: number): Finding['verdict'] {
  if (found === undefined) return 'described';
  if (found.low <= 0 && found.high >= 0) return 'cannot-tell';
  return `${p < 0.05 ? 'clearly-' : ''}${found.low > 0 ? 'higher' : 'lower'}${p < 0.05 ? '' : '-one-of-many'}` as Finding['verdict'];
}

/** The verb follows from the level of claim. */
function said(group: string, verdict: Finding['verdict'], found: SurvivalDifference | undefined, claim: Claim): string {
  if (found === undefined) return 'The difference cannot be computed.';
  const points = (share: number): string => `${Math.round(100 * Math.abs(share))}`;
  const signed = (share: number): string => `${points(share)} points ${share < 0 ? 'lower' : 'higher'}`;
  if (verdict === 'cannot-tell')
    return `The difference may be anywhere from ${signed(found.low)} to ${signed(found.high)} for "${group}": these numbers cannot tell. Only a difference of ${points(detectableBeside(found))} points or more would have shown.`;
  const size = [found.low, found.high]
    .map(points)
    .sort((a, b) => Number(a) - Number(b))
    .join(' to ');
  const higher = found.low > 0 ? 'higher' : 'lower';
  if (!verdict.startsWith('clearly'))
    return `It was ${higher} for "${group}" by ${size} points, but this is one of several comparisons.`;
  if (claim.level === 4)
    return `The offer of "${group}" ${found.low > 0 ? 'raised' : 'lowered'} it: by ${size} points.`;
  if (claim.level === 3)
    return `"${group}" is associated with a clearly ${higher} figure: by ${size} points. What was not measured at the start may still explain it.`;
  return `It was clearly ${higher} for "${group}": by ${size} points. The groups ${seenToDiffer(claim) ? 'differed' : 'may have differed'} from the start.`;
}

function total(lists: readonly (readonly unknown[])[], minCell: number): string {
  const n = lists.reduce((sum, own) => sum + own.length, 0);
  return n < minCell ? 'some' : grouped(n);
}

function notFollowedLines(why: readonly (WhyNotFollowed | undefined)[], ahead: number, minCell: number): string[] {
  const of = (which: WhyNotFollowed): number => why.filter((one) => one === which).length;
  const say = (n: number): string => (n < minCell ? 'A few' : grouped(n));
  return [
    ...(ahead === 0
      ? []
      : [
          `${say(ahead)} people have a day of leaving that is still to come on the day the file speaks of. Nobody can know that yet: by that day they have not left.`,
        ]),
    ...(of('not-yet') === 0
      ? []
      : [`${say(of('not-yet'))} people had not started yet on the day the file speaks of; they are not followed.`]),
    ...(of('before-start') === 0
      ? []
      : [
          `${say(of('before-start'))} people left before the day they started: look these days over; they are not followed.`,
        ]),
  ];
}

function flow(
  { data, minCell }: OwnClockInput,
  why: readonly (WhyNotFollowed | undefined)[],
  followed: readonly Followed[],
  hide: readonly boolean[],
) {
  const reasons = Object.keys(whyNotFollowed) as WhyNotFollowed[];
  return {
    id: 'flow',
    title: 'Who is followed',
    columns: [
      groupColumn,
      numbers('on-file', 'on file'),
      ...reasons.map((reason) => numbers(reason, whyNotFollowed[reason])),
      numbers('followed', 'followed'),
    ],
    rows: followed.map((own, group): Cell[] => {
      const all = data.groups.codes.reduce((sum, code) => sum + (code === group ? 1 : 0), 0);
      if (hide[group] === true)
        return [text(own.label), ...reasons.map(() => suppressed(minCell)), suppressed(minCell), suppressed(minCell)];
      return [
        text(own.label),
        count(all),
        ...reasons.map((reason) =>
          count(why.filter((one, row) => one === reason && data.groups.codes[row] === group).length),
        ),
        count(own.times.length),
      ];
    }),
  };
}

function testBlocks(
  { data, strata, days: { unit }, minCell }: OwnClockInput,
  followed: readonly Followed[],
  hide: readonly boolean[],
): Block[] {
  const shown = followed.filter((_, index) => hide[index] !== true);
  if (shown.length < 2) return [];
  const row = (name: string, test: ReturnType<typeof logRank>): Cell[][] =>
    test === undefined ? [] : [[text(name), number(test.chiSquare), count(test.df), pValue(test.p)]];
  const plain = logRank(shown.map(({ label, times, events }) => ({ label, times, events })));
  const rows = [
    ...row('log-rank', plain),
    ...(strata.length === 0 ? [] : row(`log-rank within ${strata.map(({ name }) => name).join(', ')}`, logRank(shown))),
  ];
  const longest = Math.max(...shown.map(({ times }) => times.reduce((most, time) => Math.max(most, time), 0)));
  const tau = Math.min(...shown.map(({ curve }) => lastWith(curve.steps, minCell, longest)));
  const z = normalQuantile(0.975);
  const comparison = data.groups.labels[data.groups.mentored];
  const means = shown.map(({ label, curve }) => ({ label, ...restrictedMean(curve.steps, tau) }));
  const other = means.find(({ label }) => label === comparison);
  const cell = (value: number, se: number): Cell => ({
    kind: 'estimate',
    value,
    low: value - z * se,
    high: value + z * se,
    as: 'number',
    digits: 1,
  });
  return [
    ...(rows.length === 0
      ? []
      : [
          tableBlock({
            id: 'survival-tests',
            title: 'Tests of the curves',
            columns: [
              { id: 'test', title: 'test' },
              numbers('chi-square', 'chi-square'),
              numbers('df', 'df'),
              numbers('p', 'p'),
            ],
            rows,
          }),
        ]),
    tableBlock({
      id: 'mean-time',
      title: `Mean ${unit}s still here, of the first ${Math.round(tau)}`,
      columns: [
        groupColumn,
        ranged('mean', `${unit}s (95 % interval)`),
        ranged('difference', 'difference (95 % interval)'),
      ],
      rows: means.map(({ label, mean, se }): Cell[] => [
        text(label),
        cell(mean, se),
        other === undefined || label === comparison
          ? missing('the others are compared with it')
          : cell(mean - other.mean, Math.hypot(se, other.se)),
      ]),
      note: 'Restricted mean survival time: area under the Kaplan-Meier curve.',
    }),
  ];
}

function methodOf({ strata, event, persistence }: OwnClockInput): string[] {
  const transfer = persistence
    ? 'A transfer to another institution ends the following and is no leaving.'
    : 'Transfer to another institution counts as having left.';
  return [
    `Groups as assigned. Everybody is followed from their own start to the day they left or the day the file knows of, whichever is first.${event === undefined ? ` ${transfer} A degree ends the following and is no leaving.` : ` Leaving ends the following; ${event} is what is waited for.`} Curves: Kaplan and Meier (1958), Greenwood (1926), log-log limits; ties: on one day leaving comes before the end of following. Differences: ${methodWords(strata.length > 0)}.`,
  ];
}
