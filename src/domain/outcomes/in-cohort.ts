// Who counts in a rate: there at the start, and not left out for one of the reasons that IPEDS and CDS allow.
import type { Dataset } from './dataset.ts';
import { levelOf } from './dataset.ts';

/** IPEDS and CDS leave these out of a rate, and no others. */
const allowed: readonly { readonly test: RegExp; readonly words: string }[] = [
  // Their own death: one in the family is a reason to leave, and not one to be left out.
  { test: /\bdeceased\b(?!\s+\w)|\bdied\b|\bdeath\b(?! (in|of))/, words: 'died' },
  { test: /^(?!.*\b(temporar|partial)).*disab/, words: 'became totally and permanently disabled' },
  { test: /armed forces|\bmilitary\b|\barmy\b|\bnavy\b|air force|\bmarines\b/, words: 'joined the armed forces' },
  { test: /foreign[ -]aid|peace corps/, words: 'went into foreign aid service' },
  { test: /\bmission(ary)?\b/, words: 'went on a church mission' },
];

/** The allowed reasons in words, in the order of the rule. */
export const allowedReasons: readonly string[] = allowed.map(({ words }) => words);

export interface InCohort {
  /** 1 for each person who counts. */
  readonly counts: Uint8Array;
  /** By group: how many were left out, by reason in words. */
  readonly excluded: readonly ReadonlyMap<string, number>[];
  readonly notAtStart: readonly number[];
  /** 1 for each person who counts and of whom no record says whether they were there at the start: what became of them is unknown. */
  readonly startUnknown: Uint8Array;
  /** By group: everybody on file but those left out, there at the start or not. */
  readonly eligible: readonly number[];
  /** People with an exclusion reason that the rules do not allow: they count. */
  readonly notAllowed: number;
}

/** `start`: the checkpoint everybody counted must have been there at; undefined when the file has none. */
export function inCohort(data: Dataset, start: string | undefined): InCohort {
  const { groups, size } = data;
  const reasons = data.statuses.find(({ measure }) => measure === 'exclusion');
  const first = data.statuses.find(({ measure, when }) => measure === 'retention' && when === start);
  const counts = new Uint8Array(size);
  const excluded = groups.labels.map(() => new Map<string, number>());
  const notAtStart = groups.labels.map(() => 0);
  const startUnknown = new Uint8Array(size);
  const eligible = groups.labels.map(() => 0);
  let notAllowed = 0;
  for (let row = 0; row < size; row++) {
    const group = groups.codes[row] ?? -1;
    if (group < 0) continue;
    const stated = reasons === undefined ? undefined : levelOf(reasons, row);
    const reason =
      stated === undefined ? undefined : allowed.find(({ test }) => test.test(stated.toLowerCase()))?.words;
    if (stated !== undefined && reason === undefined) notAllowed++;
    if (reason === undefined) eligible[group] = (eligible[group] ?? 0) + 1;
    if (reason !== undefined) {
      const of = excluded[group];
      of?.set(reason, (of.get(reason) ?? 0) + 1);
      continue;
    }
    const there = start === undefined ? 'stayed' : first === undefined ? undefined : levelOf(first, row);
    if (there !== undefined && there !== 'stayed') {
      notAtStart[group] = (notAtStart[group] ?? 0) + 1;
      continue;
    }
    counts[row] = 1;
    if (there === undefined) startUnknown[row] = 1;
  }
  return { counts, excluded, notAtStart, startUnknown, eligible, notAllowed };
}

/** Whether somebody of this status counts as here. A transfer stays under `persistence` only; a degree is no loss. */
export function staysAs(word: string, persistence: boolean): boolean {
  return word === 'stayed' || word === 'graduated' || (persistence && word === 'transferred');
}

/** 1 where `is` holds of the status, 0 where it does not, NaN unknown or not counted. */
export function statusColumn(
  data: Dataset,
  checkpoint: string,
  counts: Uint8Array,
  is: (word: string) => boolean,
): Float64Array {
  const status = data.statuses.find(({ measure, when }) => measure === 'retention' && when === checkpoint);
  const yes = (status?.levels ?? []).map(is);
  return Float64Array.from({ length: data.size }, (_, row) => {
    const code = status?.codes[row] ?? -1;
    return code < 0 || counts[row] === 0 ? NaN : yes[code] === true ? 1 : 0;
  });
}

/** 1 stayed, 0 left, NaN unknown or not counted. */
export function stayedColumn(
  data: Dataset,
  checkpoint: string,
  counts: Uint8Array,
  persistence: boolean,
): Float64Array {
  return statusColumn(data, checkpoint, counts, (word) => staysAs(word, persistence));
}
