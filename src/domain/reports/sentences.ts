// What a report says, in words anybody understands: counts, the range, a verdict. Words that claim more than the level allows are not here.
import { counted } from '../count-words.ts';
import { seenToDiffer } from './claim.ts';
import { boundsAround, headline, turnedRound, type Comparison, type Estimated, type Side } from './comparison.ts';
import type { Claim, Finding } from '../report/report.ts';
import { detectableBeside } from '../statistics/power.ts';
import { haveAll } from './few-mentors.ts';
import { fewOnOneSide } from './suppression.ts';

/** `of`: how many comparisons the verdict was corrected for. */
export function findingSentence(
  one: Comparison,
  verdict: Finding['verdict'],
  claim: Claim,
  of: number,
  family: 'holm' | 'explore',
): string {
  const { outcome, own, other, hidden } = one;
  const among = one.among === undefined ? '' : `Among ${one.among}: `;
  const label = upper(outcome.label);
  if (hidden !== undefined) return `${among}${label}: no comparison is shown: ${hidden}.`;
  const counts =
    outcome.kind === 'yes-no'
      ? `${label}: ${own.label} ${part(own, one.edge)}, ${other.label} ${part(other, one.edge)}.`
      : `${label}: ${own.label} ${number(own.value, one)} on average, ${other.label} ${number(other.value, one)}.`;
  const estimate = claim.level === 0 ? undefined : headline(one);
  if (estimate === undefined) return `${among}${counts}`;
  const allowing =
    one.allowedFor === undefined || one.allowedFor === ''
      ? ''
      : one.allowedFor === 'cohort'
        ? ', cohort by cohort,'
        : ', after allowing for how people began,';
  if (one.edge) {
    const told =
      verdict === 'cannot-tell' || verdict === 'described'
        ? 'These numbers cannot tell whether the groups differ.'
        : `The rate for "${own.label}" was ${direction(verdict)}; the size is not shown, since so few are on one side.`;
    return `${among}${counts} ${told}`;
  }
  const [low, high] = [amount(estimate.low, one), amount(estimate.high, one)];
  if (verdict === 'cannot-tell' && (estimate.low > 0 || estimate.high < 0))
    return `${among}${counts} ${openWords(one, estimate, claim, allowing)}, so these numbers cannot tell.`;
  if (verdict === 'cannot-tell')
    return `${among}${counts} The difference${allowing} may be anywhere from ${low} to ${high} for "${own.label}": these numbers cannot tell.${important(one)}`;
  const size = between(estimate.low, estimate.high, one);
  if (verdict === 'higher-one-of-many' || verdict === 'lower-one-of-many') {
    const why =
      family === 'holm'
        ? `but this is one of ${of} comparisons, and among so many chance alone shows one now and then`
        : `but this is one of ${of} breakdowns looked at without having been planned`;
    return `${among}${counts} It was ${direction(verdict)} for "${own.label}"${allowing} by ${size}, ${why}.`;
  }
  return `${among}${counts} ${claimed(own.label, verdict, claim, allowing, size)}${important(one)}`;
}

/** A range that leaves out 0 and decides nothing, and why. */
function openWords(one: Comparison, { low, high }: Estimated, claim: Claim, allowing: string): string {
  const way = low > 0 ? 'higher' : 'lower';
  const size = `${way} for "${one.own.label}"${allowing} by ${between(low, high, one)}`;
  if (claim.level < 3 && seenToDiffer(claim) && turnedRound(one))
    return `As measured it was ${low > 0 ? 'lower' : 'higher'}, and ${size} only by what the allowance makes of groups that differed from the start`;
  if (one.unallowed === true && claim.level < 4)
    return `It was ${size} as measured; what cannot be allowed for may be all of that`;
  if (one.fewMentors !== undefined)
    return `It was ${size}, but ${haveAll(one.fewMentors, one.own.label).replace(/^./, (first) => first.toLowerCase())}, whose luck may be all of that`;
  return `It was ${size} among those of whom it is known; ${worst(one, low > 0)}`;
}

/** What those of whom it is not known could make of a difference. */
function worst(one: Comparison, higher: boolean): string {
  const bounds = boundsAround(one);
  const ends = bounds === undefined ? [0] : [bounds.against, bounds.inFavour];
  return (higher ? Math.min(...ends) > 0 : Math.max(...ends) < 0)
    ? 'with the others at their worst what is left could be chance'
    : 'the others could turn that round';
}

/** The verb follows from the level of claim and from nothing else. */
function claimed(group: string, verdict: Finding['verdict'], claim: Claim, allowing: string, size: string): string {
  const higher = verdict === 'clearly-higher';
  switch (claim.level) {
    case 4:
      return `The offer of "${group}" ${higher ? 'raised' : 'lowered'} it: by ${size}.`;
    case 3:
      return `"${group}" is associated with a clearly ${higher ? 'higher' : 'lower'} figure${allowing.replace(/,$/, '')}: by ${size}. What was not measured at the start may still explain it.`;
    default:
      return `It was clearly ${higher ? 'higher' : 'lower'} for "${group}"${allowing}${allowing === '' ? ':' : ''} by ${size}. The groups ${seenToDiffer(claim) ? 'differed' : 'may have differed'} from the start.`;
  }
}

/** Who met once more had more or less, or cannot be told; never that the meetings did it. `of`: trends looked at. */
export function doseSentence(
  label: string,
  { low, high, df }: { readonly low: number; readonly high: number; readonly df?: number },
  { yesNo, digits, days, of, clear }: DoseWords,
): string {
  const say = (value: number): string =>
    yesNo ? `${(100 * Math.abs(value)).toFixed(1)} points` : Math.abs(value).toFixed(digits);
  const signed = (value: number): string => `${say(value)} ${value < 0 ? 'lower' : 'higher'}`;
  const head = `${upper(label)}:`;
  const meeting = `with each further meeting in the first ${days} days`;
  if (low <= 0 && high >= 0)
    return `${head} anywhere from ${signed(low)} to ${signed(high)} ${meeting}; these numbers cannot tell. Only ${say(detectableBeside({ low, high, df }))} or more a meeting would have shown.`;
  const [least = '', most = ''] = [low, high].sort((a, b) => Math.abs(a) - Math.abs(b)).map(say);
  const many = clear ? '' : ` This is one of ${of} such trends looked at.`;
  return `${head} ${low > 0 ? 'higher' : 'lower'} by ${least.replace(/ points$/, '')} to ${most} ${meeting}.${many} That is no evidence of what the meetings did.`;
}

export interface DoseWords {
  readonly yesNo: boolean;
  readonly digits: number;
  readonly days: number;
  readonly of: number;
  readonly clear: boolean;
}

/** Whether the range still holds a difference that the program called important. */
function important(one: Comparison): string {
  const least = one.outcome.meaningful;
  const estimate = headline(one);
  if (least === undefined || estimate === undefined) return '';
  const size = one.outcome.kind === 'yes-no' ? points(least) : trim(least, one);
  const worth = `a difference of ${size}, which the program calls important`;
  if (estimate.low >= least || estimate.high <= -least) return ` That is at least ${worth}.`;
  if (estimate.high >= least || estimate.low <= -least) return ` The range holds ${worth}.`;
  return ` The range leaves out ${worth}.`;
}

/** Under comparisons that cannot tell, once: what these numbers could have shown at all. Undefined where all of them can. */
export function powerLine(compared: readonly Comparison[]): string | undefined {
  const shown = compared.filter((one) => {
    const estimate = headline(one);
    const open = estimate !== undefined && estimate.low <= 0 && estimate.high >= 0 && one.fewMentors === undefined;
    return open && !one.edge && one.hidden === undefined && (one.detectable ?? 0) > 0;
  });
  const [only] = shown;
  if (only === undefined) return undefined;
  if (shown.length === 1) {
    // Beside others that can tell, which one it is about.
    const which = compared.length > 1 ? ` in ${inWords(only.outcome.label)}` : '';
    return `With groups of this size only a difference of ${visible(only)} or more${which} would have shown.`;
  }
  const labels = [...new Set(shown.map(({ outcome }) => outcome.label))];
  const each = labels.map((label) => {
    const sorted = shown
      .filter(({ outcome }) => outcome.label === label)
      .sort((a, b) => (a.detectable ?? 0) - (b.detectable ?? 0));
    const [least, most] = [visible(sorted[0] ?? only), visible(sorted.at(-1) ?? only)];
    const size = least === most ? least : `${Number.parseFloat(least)} to ${most}`;
    return labels.length === 1 ? size : `${size} in ${inWords(label)}`;
  });
  if (labels.length === 1)
    return `With groups of these sizes only differences from about ${each[0] ?? ''} on would have shown.`;
  return `With groups of these sizes only differences from about this size on would have shown: ${each.join('; ')}.`;
}

/** Where it is less than the digits of a report can show, the least that they can: no less would be seen in it. */
function visible(one: Comparison): string {
  const size = one.detectable ?? 0;
  const words = one.outcome.kind === 'yes-no' ? points(size) : trim(size, one);
  return Number.parseFloat(words) === 0 ? smallest(one) : words;
}

/** What the unknown could change. */
export function boundsLine(one: Comparison): string | undefined {
  const bounds = boundsAround(one);
  if (bounds === undefined) return undefined;
  const { own, other } = one;
  const unknown = own.n - own.known + other.n - other.known;
  const of = own.n + other.n;
  const least = `${upper(one.outcome.label)}: for ${grouped(unknown)} of ${grouped(of)} people it is not known.`;
  if (one.outcome.kind === 'number')
    return `${least} With them at their worst for "${own.label}" the difference would be ${amount(bounds.against, one)}, at their best ${amount(bounds.inFavour, one)}.`;
  return `${least} If the unknown all went against "${own.label}" the difference would be ${amount(bounds.against, one)}, if all for it ${amount(bounds.inFavour, one)}.`;
}

function part(side: Side, edge: boolean): string {
  const x = side.x ?? 0;
  if (edge && fewOnOneSide(x, side.known)) return x < 3 ? 'very few' : 'nearly all';
  return `${grouped(x)} of ${grouped(side.known)} (${Math.round((100 * x) / side.known)} %)`;
}

/** As tables write it: `12,488`. */
export function grouped(n: number): string {
  return n.toLocaleString('en-US');
}

function direction(verdict: Finding['verdict']): string {
  return verdict === 'clearly-higher' || verdict === 'higher-one-of-many' ? 'higher' : 'lower';
}

/** A signed difference: `15 points lower`, `0.21 higher`. */
export function amount(value: number, one: Comparison): string {
  const size = one.outcome.kind === 'yes-no' ? points(Math.abs(value)) : trim(Math.abs(value), one);
  if (value === 0) return 'nothing';
  if (Number.parseFloat(size) === 0) return `less than ${smallest(one)} ${value < 0 ? 'lower' : 'higher'}`;
  return `${size} ${value < 0 ? 'lower' : 'higher'}`;
}

/** The smallest difference that the digits of a report can show. */
function smallest({ outcome, own, other }: Comparison): string {
  if (outcome.kind === 'yes-no') return '1 point';
  const digits = digitsFor(Math.max(Math.abs(own.value ?? 0), Math.abs(other.value ?? 0)), outcome.kind);
  return (10 ** -digits).toFixed(digits);
}

/** The ends of a range that leaves out 0, without their sign: `2 to 9 points`, `0.13 to 0.51`. */
function between(low: number, high: number, one: Comparison): string {
  const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
  const [least = '', most = ''] = ends.map((size) => (one.outcome.kind === 'yes-no' ? points(size) : trim(size, one)));
  if (least === most) return Number.parseFloat(most) === 0 ? `less than ${smallest(one)}` : `about ${most}`;
  if (Number.parseFloat(least) === 0) return `up to ${most}`;
  return `${least.replace(/ points?$/, '')} to ${most}`;
}

function points(share: number): string {
  const rounded = Math.round(share * 100);
  return counted(rounded, 'point');
}

function number(value: number | undefined, one: Comparison): string {
  return value === undefined ? 'nothing known' : trim(value, one);
}

/** Digits that a reader can use: two for grades and ratings, one for marks in the tens, none beyond. */
function trim(value: number, { outcome, own, other }: Comparison): string {
  return value.toFixed(digitsFor(Math.max(Math.abs(own.value ?? 0), Math.abs(other.value ?? 0)), outcome.kind));
}

export function digitsFor(size: number, kind: 'yes-no' | 'number'): number {
  return kind === 'yes-no' ? 0 : size >= 1000 ? 0 : size >= 10 ? 1 : 2;
}

/** A measure's name as people say it: names are kept in lower case, `gpa` is not read that way. */
export function spoken(name: string): string {
  return name.replaceAll(/\b(gpa|dfw)\b/g, (word) => word.toUpperCase());
}

/** After `in`: `GPA fall`, `being still here at fall 2026`. */
export function inWords(label: string): string {
  return /^(still here|left) /.test(label)
    ? label.replace(/^still here/, 'being still here').replace(/^left/, 'leaving')
    : spoken(label);
}

/** A measure's name at the head of a sentence. */
export function upper(text: string): string {
  const name = spoken(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
