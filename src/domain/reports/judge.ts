// From comparisons to findings: one verdict each, by the range and by how many comparisons the report makes.
import { seenToDiffer } from './claim.ts';
import { lossBeyond } from '../statistics/attrition.ts';
import { benjaminiHochberg, holm } from '../statistics/multiplicity.ts';
import { newcombe, wilson } from '../statistics/proportions.ts';
import { boundsAround, headline, turnedRound, type Comparison, type Estimated, type Side } from './comparison.ts';
import type { Claim, Finding, FindingGroup } from '../report/report.ts';
import { findingSentence, boundsLine } from './sentences.ts';
import { fewOnOneSide } from './suppression.ts';

export interface Judging {
  /** How much may be said of each comparison. */
  readonly claimFor: (one: Comparison) => Claim;
  readonly technical: boolean;
  /** `holm`: the report's outcomes. `explore`: breakdowns, by Benjamini and Hochberg, said so. */
  readonly family: 'holm' | 'explore';
  readonly cautions: readonly string[];
}

/**
 * Outcomes named beforehand are one family by Holm and do not pay for the rest. The rest are another, and are called clear
 * only where an outcome named beforehand is, if there is one: so chance alone makes a report claim anything in at most 1 of
 * 20. Breakdowns are all one family. Hidden comparisons count in none.
 */
export function judge(comparisons: readonly Comparison[], judging: Judging): Finding[] {
  const adjusted = new Map<Comparison, { readonly p: number; readonly of: number }>();
  const counted = comparisons.filter((one) => one.hidden === undefined && headline(one) !== undefined);
  const { claimFor } = judging;
  const adjust = (
    family: readonly Comparison[],
    by: typeof holm,
    atLeast: (one: Comparison) => number = () => 0,
  ): void => {
    by(family.map((one) => headline(one)?.p ?? 1)).forEach((p, index) => {
      const one = family[index];
      if (one !== undefined) adjusted.set(one, { p: Math.max(p, atLeast(one)), of: family.length });
    });
  };
  if (judging.family === 'explore') adjust(counted, benjaminiHochberg);
  else {
    const named = counted.filter(({ outcome }) => outcome.primary);
    adjust(named, holm);
    adjust(
      counted.filter(({ outcome }) => !outcome.primary),
      holm,
      ({ own }) => {
        const same = named.filter((one) => one.own.label === own.label);
        // What cannot tell opens nothing, however small its p.
        const gate = (same.length > 0 ? same : named).map((one) =>
          isOpen(one, claimFor(one)) ? 1 : (adjusted.get(one)?.p ?? 1),
        );
        return gate.length === 0 ? 0 : Math.min(...gate);
      },
    );
  }
  return comparisons.map((one) => finding(one, adjusted.get(one), judging));
}

function finding(
  one: Comparison,
  adjusted: { readonly p: number; readonly of: number } | undefined,
  { claimFor, technical, family, cautions }: Judging,
): Finding {
  const shown = one.hidden === undefined;
  const claim = claimFor(one);
  // Groups that are no comparison are only counted.
  const estimate = shown && claim.level > 0 ? headline(one) : undefined;
  const open = estimate !== undefined && isOpen(one, claim);
  const verdict = open ? 'cannot-tell' : verdictOf(estimate, adjusted?.p ?? 1);
  // A bound beside an exact difference would be no bound.
  const numbers = one.edge ? undefined : estimate;
  const bounds = shown && !one.edge ? boundsLine(one) : undefined;
  return {
    id: idOf(one),
    measure: one.outcome.label,
    ...(one.among === undefined ? {} : { among: one.among }),
    groups: [one.own, one.other].map((side) => groupOf(side, shown, one.edge)),
    unit: one.outcome.kind === 'yes-no' ? 'share' : 'number',
    estimate: numbers?.value ?? null,
    low: numbers?.low ?? null,
    high: numbers?.high ?? null,
    n: shown ? (estimate?.n ?? one.own.known + one.other.known) : 0,
    missing: shown ? one.own.n - one.own.known + one.other.n - one.other.known : 0,
    method: estimate?.method ?? 'counts',
    detectable: numbers === undefined || one.fewMentors !== undefined ? null : (one.detectable ?? null),
    verdict,
    sentence: findingSentence(one, verdict, claim, adjusted?.of ?? 1, family),
    cautions: shown ? [...cautions, ...(bounds === undefined ? [] : [bounds]), ...one.remarks] : [],
    ...(technical && numbers !== undefined && shown
      ? {
          test: {
            name: numbers.testName,
            se: numbers.se ?? null,
            df: numbers.df ?? null,
            p: numbers.p,
            pAdjusted: adjusted?.p ?? null,
            adjustedBy: family === 'holm' ? 'Holm' : 'Benjamini-Hochberg',
          },
        }
      : {}),
  };
}

/** Whether something that no range allows for may be all of the difference, wherever its range lies. */
export function isOpen(one: Comparison, claim: Claim): boolean {
  const estimate = headline(one);
  return (
    one.fewMentors !== undefined || (estimate !== undefined && unknownDecide(one, estimate)) || notAnswered(one, claim)
  );
}

/**
 * Whether those of whom it is not known could turn the difference round, or leave none. Where so many are lost that those known
 * need not stand for all, chance counts in the worst case, too.
 */
function unknownDecide(one: Comparison, { value, low, high }: Estimated): boolean {
  const bounds = boundsAround(one);
  if (bounds === undefined) return false;
  const { own, other } = one;
  const ends = [bounds.against, bounds.inFavour];
  if (value > 0 ? Math.min(...ends) <= 0 : Math.max(...ends) >= 0) return true;
  if (!lossBeyond(lossIn(own), lossIn(other))) return false;
  if (own.x === undefined) return Math.min(...ends.map(Math.abs)) <= (high - low) / 2;
  const [x1, x2] = [own.x, other.x ?? 0];
  const worst =
    value > 0
      ? newcombe(x1, own.n, x2 + other.n - other.known, other.n)
      : newcombe(x1 + own.n - own.known, own.n, x2, other.n);
  return worst !== undefined && worst.low <= 0 && worst.high >= 0;
}

function lossIn({ n, known }: Side): { readonly n: number; readonly lost: number } {
  return { n, lost: n - known };
}

/**
 * What cannot be allowed for may be all of the difference; where lots were drawn, the draw has made up for it. Between groups
 * too far apart to be made alike, an allowance that turns round what was measured is the model's word alone.
 */
function notAnswered(one: Comparison, claim: Claim): boolean {
  const { level } = claim;
  return (one.unallowed === true && level < 4) || (level < 3 && seenToDiffer(claim) && turnedRound(one));
}

/** The range decides; being one of many can only take a claim back. */
function verdictOf(
  estimate: { readonly low: number; readonly high: number } | undefined,
  p: number,
): Finding['verdict'] {
  if (estimate === undefined) return 'described';
  if (estimate.low <= 0 && estimate.high >= 0) return 'cannot-tell';
  const clear = p < 0.05;
  if (estimate.low > 0) return clear ? 'clearly-higher' : 'higher-one-of-many';
  return clear ? 'clearly-lower' : 'lower-one-of-many';
}

function groupOf(side: Side, shown: boolean, edge: boolean): FindingGroup {
  const none = { value: null, low: null, high: null };
  if (!shown) return { label: side.label, n: 0, known: 0, ...none };
  const counts = { label: side.label, n: side.n, known: side.known };
  if (side.value === undefined) return { ...counts, ...none };
  if (side.x === undefined) return { ...counts, value: side.value, low: null, high: null };
  if (edge && fewOnOneSide(side.x, side.known)) return { ...counts, ...none };
  const interval = wilson(side.x, side.known);
  return { ...counts, value: side.value, low: interval?.low ?? null, high: interval?.high ?? null };
}

function idOf({ outcome, own, among }: Comparison): string {
  return [outcome.id, own.label, ...(among === undefined ? [] : [among])].join('-').replaceAll(/[\s:]+/g, '-');
}
