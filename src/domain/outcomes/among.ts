// Outcomes of those people alone of whom something else is known: everybody else's are gaps, and counted as unknown.
import type { Measure } from '../program/program.ts';
import type { Observed, Status } from './dataset.ts';

interface Columns {
  readonly observed: readonly Observed[];
  readonly statuses: readonly Status[];
}

/** `among`: measures, each known at the same time where it has that time, else at any. Baselines and participation stay whole. */
export function knownAmong(
  { observed, statuses }: Columns,
  among: readonly string[],
  measures: readonly Measure[],
): Columns {
  if (among.length === 0) return { observed, statuses };
  const masks = new Map<string, Uint8Array>();
  const maskAt = (when: string, size: number): Uint8Array => {
    let mask = masks.get(when);
    if (mask === undefined) {
      mask = new Uint8Array(size).fill(1);
      for (const name of among) {
        const own = knownOf({ observed, statuses }, name, when, measures, size);
        for (let row = 0; row < size; row++) if (own[row] === 0) mask[row] = 0;
      }
      masks.set(when, mask);
    }
    return mask;
  };
  const made = new WeakMap<Float64Array, Float64Array>();
  const kept = (measure: string): boolean => {
    const found = measures.find(({ name }) => name === measure);
    return found?.baseline === true || found?.participation === true || among.includes(measure);
  };
  return {
    observed: observed.map((column): Observed => {
      if (kept(column.measure)) return column;
      return {
        measure: column.measure,
        when: column.when,
        get values() {
          const { values } = column;
          let own = made.get(values);
          if (own === undefined) {
            const mask = maskAt(column.when, values.length);
            own = values.map((value, row) => (mask[row] === 1 ? value : NaN));
            made.set(values, own);
          }
          return own;
        },
      };
    }),
    statuses: statuses.map((column): Status => {
      if (column.measure !== 'retention') return column;
      const mask = maskAt(column.when, column.codes.length);
      return { ...column, codes: column.codes.map((code, row) => (mask[row] === 1 ? code : -1)) };
    }),
  };
}

/** 1 for each person of whom the measure is known. */
function knownOf(
  { observed, statuses }: Columns,
  name: string,
  when: string,
  measures: readonly Measure[],
  size: number,
): Uint8Array {
  const measure = measures.find((one) => one.name === name);
  const known = new Uint8Array(size);
  if (measure?.kind === 'retention') {
    const time = measure.when ?? measure.name;
    for (const { codes } of statuses.filter((one) => one.measure === 'retention' && one.when === time))
      codes.forEach((code, row) => {
        if (code >= 0) known[row] = 1;
      });
    return known;
  }
  const all = observed.filter((one) => one.measure === name);
  const same = all.filter((one) => one.when === when);
  for (const { values } of same.length > 0 ? same : all)
    values.forEach((value, row) => {
      if (!Number.isNaN(value)) known[row] = 1;
    });
  return known;
}
