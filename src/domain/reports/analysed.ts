// Of whom a comparison is made, how they began and who is lost: what may be said of one outcome follows from its own people.
import type { Dataset } from '../outcomes/dataset.ts';
import { measuredAfter, type Late } from '../outcomes/known-before.ts';
import { startMeasures, type StartField, type StartMeasure } from '../outcomes/start-differences.ts';
import { claimOf, type UnequalClock } from './claim.ts';
import type { Outcome, Side } from './comparison.ts';
import { lossOf, type Loss } from './loss.ts';
import { inWords } from './sentences.ts';
import type { Claim } from '../report/report.ts';

export interface AnalysedInput {
  readonly data: Dataset;
  /** Everything known from before, what is allowed for first. */
  readonly onFile: readonly StartField[];
  readonly minCell: number;
  readonly clock: UnequalClock | undefined;
  /** By group: everybody who should be known, whatever became of them. */
  readonly eligible: readonly number[];
  readonly change: boolean;
}

export interface Analysed {
  readonly outcome: Outcome;
  /** 1 for each person of whom the outcome, and all that is allowed for, is known. */
  readonly mask: Uint8Array;
  readonly starts: readonly StartMeasure[];
  readonly adjusted: ReadonlySet<string>;
  readonly loss: Loss;
  /** Measured after the outcome, and so not known from before. */
  readonly late: readonly Late[];
  readonly claim: Claim;
}

/** What is looked at of one outcome. */
interface Looked {
  readonly outcome: Outcome;
  /** How many of each group are known. */
  readonly sides: readonly Side[];
  /** Names of what its comparison allows for. */
  readonly allowed: readonly string[];
  /** Its time, as the file calls it. */
  readonly when: string;
}

/** For one outcome after another: of whom all that is allowed for is known, is asked once for all that allow for the same. */
export function analysing(
  { data, onFile, minCell, clock, eligible, change }: AnalysedInput,
  counts: Uint8Array,
): (looked: Looked) => Analysed {
  const complete = new Map<string, Uint8Array>();
  return ({ outcome, sides, allowed, when }) => {
    const adjusted = new Set(allowed);
    const late = measuredAfter(data, onFile, when);
    const before = onFile.filter(({ name }) => late.every((one) => one.name !== name));
    const known = before.filter(({ name }) => adjusted.has(name));
    const key = JSON.stringify(known.map(({ name }) => name));
    const asked = complete.get(key) ?? known.reduce(knownIn, counts);
    complete.set(key, asked);
    const starts = startMeasures(data.groups, alsoKnown(asked, outcome.values), before, minCell);
    const loss = lossOf(data.groups, sides, eligible, inWords(outcome.label), minCell);
    return {
      outcome,
      // A byte a person and outcome would stay; one outcome is asked for it.
      get mask() {
        return alsoKnown(asked, outcome.values);
      },
      starts,
      adjusted,
      loss,
      late,
      claim: claimOf({
        groups: data.groups,
        starts: starts.flatMap(({ differences }) => differences),
        adjusted,
        change,
        clock,
        loss: loss.beyond ? loss.why : undefined,
      }),
    };
  };
}

/** 1 for those of `mask` who have a value. */
function alsoKnown(mask: Uint8Array, values: Float64Array): Uint8Array {
  const known = new Uint8Array(mask.length);
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && !Number.isNaN(values[row] ?? NaN)) known[row] = 1;
  return known;
}

/** Of whom several answers are known cannot be told: whoever gave none may have none. */
function knownIn(mask: Uint8Array, field: StartField): Uint8Array {
  if (field.kind === 'number') return alsoKnown(mask, field.values);
  return field.kind === 'several' ? mask : mask.map((one, row) => (one === 1 && (field.codes[row] ?? -1) >= 0 ? 1 : 0));
}

/** The claim of a whole report: that of the least of what it says. */
export function leastClaim(some: readonly Analysed[]): Claim | undefined {
  return [...some].sort((a, b) => a.claim.level - b.claim.level)[0]?.claim;
}
