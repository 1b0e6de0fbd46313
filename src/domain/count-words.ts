// A number with the word for what is counted.

/** `1 rule`, `3 rules`, `2 criteria` (with its own plural). */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
