// A queue of nodes that gives the nearest first: a binary heap. Of equally near ones the one with the lowest number.

export interface LowestFirst {
  /** A node may be in the queue several times; `length` is whole and not negative. */
  readonly push: (length: number, node: number) => void;
  /** The length of the nearest; Infinity when the queue is empty. */
  readonly nearest: () => number;
  /** The nearest node, which is taken out. */
  readonly pop: () => number;
}

/** For nodes below `nodes`. Lengths and nodes share a double: exact while their product stays below 2^53. */
export function lowestFirst(nodes: number): LowestFirst {
  const heap: number[] = [];
  return {
    push: (length, node) => {
      const key = length * nodes + node;
      let at = heap.length;
      heap.push(key);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (heap[above]! <= key) break;
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = key;
    },
    nearest: () => (heap.length === 0 ? Infinity : Math.floor(heap[0]! / nodes)),
    pop: () => {
      const first = heap[0]! % nodes;
      const key = heap.pop()!;
      if (heap.length === 0) return first;
      let at = 0;
      for (let next = 1; next < heap.length; next = 2 * at + 1) {
        if (next + 1 < heap.length && heap[next + 1]! < heap[next]!) next++;
        if (heap[next]! >= key) break;
        heap[at] = heap[next]!;
        at = next;
      }
      heap[at] = key;
      return first;
    },
  };
}
