// Who counts in a rate: there at the start, and not left out for one of the reasons that IPEDS and CDS allow.
import type { Dataset } from './dataset.ts';
import { levelOf } from './dataset.ts';

/** IPEDS and CDS leave these out of a rate, and no others. */
const allowed: readonly { readonly test: RegExp; readonly words: string }[] = [
  { test: /deceas|died|death/, words: 'died' },
  { test: /disab/, words: 'became totally and permanently disabled' },
  { test: /armed forces|military|army|navy|air force|marines/, words: 'joined the armed forces' },
  { test: /foreign aid|peace corps/, words: 'went into foreign aid service' },
  { test: /mission/, words: 'went on a church mission' },
];

export interface InCohort {
  /** 1 for each person who counts. */
  readonly counts: Uint8Array;
  /** By group: how many were left out, by reason in words. */
  readonly excluded: readonly ReadonlyMap<string, number>[];
  readonly notAtStart: readonly number[];
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
  let notAllowed = 0;
  for (let row = 0; row < size; row++) {
    const group = groups.codes[row] ?? -1;
    if (group < 0) continue;
    const stated = reasons === undefined ? undefined : levelOf(reasons, row);
    const reason =
      stated === undefined ? undefined : allowed.find(({ test }) => test.test(stated.toLowerCase()))?.words;
    if (stated !== undefined && reason === undefined) notAllowed++;
    if (reason !== undefined) {
      const of = excluded[group];
      of?.set(reason, (of.get(reason) ?? 0) + 1);
    } else if (start !== undefined && (first === undefined || levelOf(first, row) !== 'stayed')) {
      notAtStart[group] = (notAtStart[group] ?? 0) + 1;
    } else counts[row] = 1;
  }
  return { counts, excluded, notAtStart, notAllowed };
}

/** 1 stayed, 0 left, NaN unknown or not counted. A transfer stays under `persistence` only; a degree is no loss. */
export function stayedColumn(
  data: Dataset,
  checkpoint: string,
  counts: Uint8Array,
  persistence: boolean,
): Float64Array {
  const status = data.statuses.find(({ measure, when }) => measure === 'retention' && when === checkpoint);
  const stays = (status?.levels ?? []).map(
    (word) => word === 'stayed' || word === 'graduated' || (persistence && word === 'transferred'),
  );
  return Float64Array.from({ length: data.size }, (_, row) => {
    const code = status?.codes[row] ?? -1;
    return code < 0 || counts[row] === 0 ? NaN : stays[code] === true ? 1 : 0;
  });
}
