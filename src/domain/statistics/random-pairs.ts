// What chance alone would pair.

/** Share of pairs with both in one group if the same people were paired at random: the sum of p q. 0 when a side is empty. */
export function sameGroupByChance(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const [all1, all2] = [total(first), total(second)];
  if (all1 === 0 || all2 === 0) return 0;
  return [...first].reduce((sum, [group, n]) => sum + (n / all1) * ((second.get(group) ?? 0) / all2), 0);
}
