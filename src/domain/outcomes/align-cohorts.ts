// Two cohorts side by side: what one had in fall 2026 and the other a year earlier is the same checkpoint of each one's own clock.
import type { Observed, Status } from './dataset.ts';
import { inTime, monthsInWords, termMonth } from './term.ts';

interface Columns {
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
}

export interface Aligned extends Columns {
  /** Times that mean another day in the other cohort, by the first cohort's name for them: `a year after the start`. */
  readonly words: ReadonlyMap<string, string>;
  /** Checkpoints of the first cohort that the other has nothing to set beside. */
  readonly alone: readonly string[];
}

/**
 * The checkpoint that says who was there at the start: the first of those seen that the program file marks, or, where it
 * marks only other years' starts, the first of several in time.
 */
export function startOf(seen: readonly string[], marked: readonly string[]): string | undefined {
  // Where times are told from the start, the start is called so.
  if (marked.length > 0 && seen.length > 1 && seen.includes('the start')) return 'the start';
  const [first] = inTime(seen.filter((when) => marked.includes(when)));
  if (first !== undefined || seen.length < 2 || marked.length === 0) return first;
  return inTime(seen).find((when) => termMonth(when) !== undefined);
}

/** Times with values of people on one side; `elsewhere`: 1 for people of the other cohort. */
export function timesOf(statuses: readonly Status[], elsewhere: Uint8Array, side: 0 | 1): string[] {
  return statuses
    .filter((one) => one.measure === 'retention' && one.codes.some((code, row) => code >= 0 && elsewhere[row] === side))
    .map(({ when }) => when);
}

/** Moves the other cohort's values to the first one's times: the same label, or as many months after its own start. */
export function alignCohorts(
  { observed, statuses }: Columns,
  elsewhere: Uint8Array,
  starts: { readonly own: string | undefined; readonly other: string | undefined },
): Aligned {
  const since = (when: string, start: string | undefined): number | undefined => {
    const [at, from] = [termMonth(when), start === undefined ? undefined : termMonth(start)];
    return at === undefined || from === undefined ? undefined : at - from;
  };
  const made = new WeakMap<Float64Array, Float64Array>();
  const words = new Map<string, string>();
  const alone = new Set<string>();
  const move = <T extends { readonly measure: string; readonly when: string }>(
    columns: readonly T[],
    has: (column: T, side: 0 | 1) => boolean,
    take: (own: T, other: T | undefined) => T,
  ): T[] =>
    columns.flatMap((own) => {
      if (!has(own, 0)) return [];
      const after = since(own.when, starts.own);
      const found =
        after === undefined
          ? columns.find((one) => one.measure === own.measure && one.when === own.when && has(one, 1))
          : columns.find(
              (one) => one.measure === own.measure && has(one, 1) && since(one.when, starts.other) === after,
            );
      if (found !== undefined && found.when !== own.when && after !== undefined)
        words.set(own.when, after === 0 ? 'the start' : `${monthsInWords(after)} after the start`);
      if (found === undefined && own.measure === 'retention') alone.add(own.when);
      return [take(own, found)];
    });
  return {
    observed: move(
      observed,
      ({ values }, side) => values.some((value, row) => !Number.isNaN(value) && elsewhere[row] === side),
      (own, other) => ({
        measure: own.measure,
        when: own.when,
        // Kept as long as its source is at hand.
        get values() {
          const { values } = own;
          let joined = made.get(values);
          if (joined === undefined) {
            const theirs = other?.values;
            joined = values.map((value, row) => (elsewhere[row] === 1 ? (theirs?.[row] ?? NaN) : value));
            made.set(values, joined);
          }
          return joined;
        },
      }),
    ),
    statuses: move(
      statuses,
      ({ codes }, side) => codes.some((code, row) => code >= 0 && elsewhere[row] === side),
      (own, other) => {
        const levels = [...new Set([...own.levels, ...(other?.levels ?? [])])];
        const recode = (other?.levels ?? []).map((level) => levels.indexOf(level));
        return {
          ...own,
          levels,
          codes: own.codes.map((code, row) => (elsewhere[row] === 1 ? (recode[other?.codes[row] ?? -1] ?? -1) : code)),
        };
      },
    ),
    words,
    alone: [...alone],
  };
}
