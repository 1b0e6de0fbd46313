// The k-th smallest without sorting the rest: Hoare's (1961) selection, which leaves smaller values before it and larger behind.

/** Moves `values` about between `from` and the end, where everything before `from` is as small already; k counts from 0. */
export function select(values: Float64Array, k: number, from = 0): number {
  let [low, high] = [from, values.length - 1];
  // Chance never makes this many rounds; an order made to be slow does, and is sorted.
  for (let rounds = 4 * Math.ceil(Math.log2(values.length + 1)); low < high; rounds--) {
    if (rounds === 0) {
      values.subarray(low, high + 1).sort();
      break;
    }
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const moved = values[i]!;
      values[i++] = values[j]!;
      values[j--] = moved;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
