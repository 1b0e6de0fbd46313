// Groups compared at one time after everybody's own start, in sentences that say no more than the level of claim allows.
import { counted } from '../../count-words.ts';
import type { Claim, Finding } from '../../report/report.ts';
import { normalQuantile } from '../../statistics/distributions/normal.ts';
import { holm } from '../../statistics/multiplicity.ts';
import { detectableBeside } from '../../statistics/power.ts';
import {
  stratifiedDifference,
  survivalDifference,
  type SurvivalDifference,
} from '../../statistics/survival-difference.ts';
import { kaplanMeier, survivalAt, type SurvivalCurve } from '../../statistics/survival.ts';
import { seenToDiffer } from '../claim.ts';
import { grouped } from '../sentences.ts';
import { showsFew, type Followed, type OwnClockFound, type OwnClockInput } from './own-clock-found.ts';

/** Each group beside the one that all are compared with; none where there is no such, or nothing may be shown. */
export function ownClockFindings({ input, groups, hide, claim, headAt: at, shown }: OwnClockFound): Finding[] {
  const { mentored } = input.data.groups;
  const within = input.strata.length > 0;
  const other = groups[mentored];
  if (!shown || at === undefined || other === undefined) return [];
  const label = timeWords(input, at);
  const compared = groups.slice(0, mentored).map((own, group) => {
    const small =
      hide[group] === true || hide[mentored] === true || showsFew(input, own, at) || showsFew(input, other, at);
    const found = small ? undefined : differenceAt(own, other, at, within);
    return { own, small, found };
  });
  const adjusted = holm(compared.map(({ found }) => found?.p ?? 1));
  return compared.map(({ own, small, found }, index): Finding => {
    const verdict = verdictOf(found, adjusted[index] ?? 1);
    const head = `${label}: ${shareWords(own, at)}, ${shareWords(other, at)}.`;
    return {
      id: `own-clock-${at}-${own.label}`.replaceAll(/\s+/g, '-'),
      measure: label.toLowerCase(),
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
      method: found === undefined ? 'counts' : differenceWords(within),
      detectable: found === undefined ? null : detectableBeside(found),
      verdict,
      sentence: small
        ? `${label}: no comparison is shown: too few people in a group or on one side.`
        : `${head} ${said(own.label, verdict, found, claim)}`,
      cautions: [],
      ...(input.technical && found !== undefined
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

function timeWords({ event, days: { unit } }: OwnClockInput, at: number): string {
  const time = `${counted(at, unit)} after the own start`;
  return event === undefined ? `Still here ${time}` : `Still without ${event} ${time}`;
}

/** Of the shares still here at a time, own less other, within strata where there are any. */
export function differenceAt(
  own: Followed,
  other: Followed,
  at: number,
  within: boolean,
): SurvivalDifference | undefined {
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

/** How differences are worked out. */
export function differenceWords(within: boolean): string {
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
