// Sets as bits, 32 to a word: mentors that rules allow, columns somebody may go to, who can be reached by moves.

/** Words that hold `size` members. */
export function wordsFor(size: number): number {
  return Math.ceil(size / 32);
}

/** The set of all members below `size` for which `isIn` holds; all of them where it is not given. */
export function bitsWhere(size: number, isIn: (member: number) => boolean = () => true): Uint32Array<ArrayBuffer> {
  const bits = new Uint32Array(wordsFor(size));
  for (let j = 0; j < size; j++) if (isIn(j)) addBit(bits, j);
  return bits;
}

export function addBit(bits: Uint32Array, member: number): void {
  bits[member >> 5]! |= 1 << (member & 31);
}

export function dropBit(bits: Uint32Array, member: number): void {
  bits[member >> 5]! &= ~(1 << (member & 31));
}

export function hasBit(bits: Uint32Array, member: number): boolean {
  return ((bits[member >> 5]! >>> (member & 31)) & 1) === 1;
}

/** Leaves in `bits` only what is in `others` too. */
export function keepBits(bits: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[word]!;
}

export function mergeBits(into: Uint32Array, bits: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) into[word]! |= bits[word]!;
}

export function meet(a: Uint32Array, b: Uint32Array): boolean {
  for (let word = 0; word < a.length; word++) if ((a[word]! & b[word]!) !== 0) return true;
  return false;
}

/** How many members there are. */
export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) count += ones(bits[word]!);
  return count;
}

/** Writes the members, in order, to the front of `into`; returns how many. */
export function listBits(bits: Uint32Array, into: Int32Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1) into[count++] = 32 * word + lowest(left);
  return count;
}

/** The members in order, where there are few or time does not matter. */
export function members(bits: Uint32Array): number[] {
  const found: number[] = [];
  for (let word = 0; word < bits.length; word++)
    for (let left = bits[word]!; left !== 0; left &= left - 1) found.push(32 * word + lowest(left));
  return found;
}

/** Which is the lowest bit of a word that is not 0. */
export function lowest(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Population count of a 32-bit word (Warren, Hacker's Delight, 5-1). */
export function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
