// Do groups leave at different rates? The log-rank test (Mantel 1966; Peto and Peto 1972), within strata if given.
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { chiSquareTails } from './distributions/chi-square.ts';

export interface FollowedGroup {
  readonly label: string;
  readonly times: ArrayLike<number>;
  /** 1 where the event was seen. */
  readonly events: ArrayLike<number>;
  /** Each person's stratum, where the comparison is to be made within strata. */
  readonly strata?: ArrayLike<string | number>;
}

export interface LogRank {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly groups: readonly {
    readonly label: string;
    readonly n: number;
    readonly observed: number;
    readonly expected: number;
  }[];
}

/** Undefined when no event happened while two groups were at risk. */
export function logRank(groups: readonly FollowedGroup[]): LogRank | undefined {
  const k = groups.length;
  const observed = new Float64Array(k);
  const expected = new Float64Array(k);
  const variance = Matrix.zeros(k, k);
  for (const { time, event, group } of byStratum(groups)) {
    const order = Uint32Array.from(time, (_, i) => i).sort((i, j) => time[i]! - time[j]!);
    const atRisk = new Float64Array(k);
    for (const g of group) atRisk[g]!++;
    let all = group.length;
    for (let from = 0; from < order.length;) {
      let [to, deaths] = [from, 0];
      for (; to < order.length && time[order[to]!] === time[order[from]!]; to++) {
        const row = order[to]!;
        if (event[row] !== 1) continue;
        deaths++;
        observed[group[row]!]!++;
      }
      if (deaths > 0) {
        const spread = all > 1 ? (deaths * (all - deaths)) / (all - 1) : 0;
        for (let a = 0; a < k; a++) {
          const share = atRisk[a]! / all;
          expected[a]! += deaths * share;
          for (let b = 0; b < k; b++) {
            variance.set(a, b, variance.get(a, b) + spread * share * ((a === b ? 1 : 0) - atRisk[b]! / all));
          }
        }
      }
      for (; from < to; from++) {
        atRisk[group[order[from]!]!]!--;
        all--;
      }
    }
  }
  const kept = groups.map((_, i) => i).filter((i) => expected[i]! > 0 && variance.get(i, i) > 0);
  const free = kept.slice(0, -1);
  if (free.length === 0) return undefined;
  const excess = Matrix.columnVector(free.map((i) => observed[i]! - expected[i]!));
  const svd = new SingularValueDecomposition(variance.selection(free, free), { autoTranspose: true });
  const chiSquare = excess.transpose().mmul(svd.solve(excess)).get(0, 0);
  return {
    chiSquare,
    df: svd.rank,
    p: chiSquareTails(chiSquare, svd.rank).upper,
    groups: groups.map(({ label, times }, i) => ({
      label,
      n: times.length,
      observed: observed[i]!,
      expected: expected[i]!,
    })),
  };
}

interface StratumRows {
  readonly time: number[];
  readonly event: number[];
  readonly group: number[];
}

function byStratum(groups: readonly FollowedGroup[]): StratumRows[] {
  const strata = new Map<string | number, StratumRows>();
  groups.forEach(({ times, events, strata: labels }, g) => {
    for (let i = 0; i < times.length; i++) {
      const label = labels?.[i] ?? '';
      let rows = strata.get(label);
      if (rows === undefined) strata.set(label, (rows = { time: [], event: [], group: [] }));
      rows.time.push(times[i]!);
      rows.event.push(events[i]!);
      rows.group.push(g);
    }
  });
  return [...strata.values()];
}
