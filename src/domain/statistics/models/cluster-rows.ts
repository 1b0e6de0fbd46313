// People put in an order in which clusters of the same size can be summed up side by side.
import { padded } from '../../vectors/column-kernels.ts';
import { NotEstimable } from './orthogonalize.ts';

/** `count` clusters of `size` people: the i-th of cluster g stands in row from + i * count + g. */
export interface ClusterRun {
  readonly size: number;
  readonly count: number;
  readonly from: number;
}

export interface Clusters {
  /** How many there are. */
  readonly number: number;
  /** Which person stands where; -1: nobody, to fill up. */
  readonly order: Int32Array;
  readonly runs: readonly ClusterRun[];
}

/** Larger clusters are a run of their own, so many times as large as this. */
export const mostSideBySide = 8;

/** From one label a person. Throws NotEstimable when there are not two clusters. */
export function clustersOf(labels: ArrayLike<string | number>, n: number): Clusters {
  if (labels.length !== n) throw new RangeError(`${labels.length} cluster labels for ${n} rows`);
  const known = new Map<string | number, number>();
  const codes = Int32Array.from(labels, (label) => {
    const code = known.get(label) ?? known.size;
    if (code === known.size) known.set(label, code);
    return code;
  });
  if (known.size < 2) throw new NotEstimable('too-few', 'errors by cluster want two clusters at least');
  const sizes = new Int32Array(known.size);
  for (const code of codes) sizes[code]!++;
  const runs: ClusterRun[] = [];
  // The row of each cluster's next person, and how far on the one after that stands.
  const [next, step] = [new Int32Array(known.size), new Int32Array(known.size)];
  let rows = 0;
  const begin = (size: number, clusters: readonly number[]): void => {
    const count = size > mostSideBySide ? 1 : padded(clusters.length);
    clusters.forEach((code, g) => {
      next[code] = rows + g;
      step[code] = count;
    });
    runs.push({ size, count, from: rows });
    rows += padded(size * count);
  };
  const bySize = new Map<number, number[]>();
  sizes.forEach((size, code) => {
    if (size > mostSideBySide) begin(size, [code]);
    else if (bySize.has(size)) bySize.get(size)!.push(code);
    else bySize.set(size, [code]);
  });
  for (const [size, clusters] of bySize) begin(size, clusters);
  const order = new Int32Array(rows).fill(-1);
  codes.forEach((code, person) => {
    order[next[code]!] = person;
    next[code]! += step[code]!;
  });
  return { number: known.size, order, runs };
}
