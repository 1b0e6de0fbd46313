// Of whom a comparison is made, how they began and who is lost: what may be said of one outcome follows from its own people.
import type { Dataset } from '../outcomes/dataset.ts';
import { measuredAfter, type Late } from '../outcomes/known-before.ts';
import { startMeasures, type StartField, type StartMeasure } from '../outcomes/start-differences.ts';
import { claimOf, type UnequalClock } from './claim.ts';
import type { Outcome } from './comparison.ts';
import { sharesOf } from './compare-shares.ts';
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

/** `allowed`: names of what the comparison of this outcome allows for; `when`: its time, as the file calls it. */
export function analysedOf(
  { data, onFile, minCell, clock, eligible, change }: AnalysedInput,
  outcome: Outcome,
  counts: Uint8Array,
  allowed: readonly string[],
  when: string,
): Analysed {
  const adjusted = new Set(allowed);
  const late = measuredAfter(data, onFile, when);
  const before = onFile.filter(({ name }) => late.every((one) => one.name !== name));
  const known = before.filter(({ name }) => adjusted.has(name));
  const { values } = outcome;
  const mask = new Uint8Array(counts.length);
  for (let row = 0; row < mask.length; row++) {
    const value = values[row] ?? NaN;
    if (counts[row] === 1 && !Number.isNaN(value) && known.every((field) => isKnown(field, row))) mask[row] = 1;
  }
  const starts = startMeasures(data.groups, mask, before, minCell);
  const loss = lossOf(data.groups, sharesOf(data, outcome, counts), eligible, inWords(outcome.label));
  return {
    outcome,
    mask,
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
}

function isKnown(field: StartField, row: number): boolean {
  if (field.kind === 'number') return !Number.isNaN(field.values[row] ?? NaN);
  return field.kind !== 'category' || (field.codes[row] ?? -1) >= 0;
}

/** The claim of a whole report: that of the least of what it says. */
export function leastClaim(some: readonly Analysed[]): Claim | undefined {
  return [...some].sort((a, b) => a.claim.level - b.claim.level)[0]?.claim;
}
