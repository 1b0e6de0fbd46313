// Re-placing people around standing pairs: as many placed as possible, then as few pairs moved as possible, then the best total.
import type { Work } from '../../progress.ts';
import {
  placesOf,
  tierIn,
  topWorth,
  worthIn,
  type Places,
  type RematchAnswer,
  type RematchTable,
  type TierProof,
} from './rematch-types.ts';

/** The solver's state: who sits where, who waits, and the prices that prove it. Changed in place. Entries are those of the places. */
interface Seating {
  readonly entryOf: Int32Array;
  readonly menteesOf: number[][];
  readonly waiting: Set<number>;
  readonly prices: Float64Array;
  readonly margins: Map<number, number>;
}

/** Everybody on the chain takes the entry named, -1 none; the last seat is free, the first mentee had none. */
type Chain = readonly { readonly mentee: number; readonly entry: number }[];

/**
 * Successive shortest paths from the standing pairs (Busacker & Gowen 1960; prices as in Tomizawa 1971). A standing
 * pair carries a bonus above all scores together, so the pairs as they stand are the best for their number, and each
 * step places one more person at the least cost: fewest pairs moved first, then most points. Costs only rise from step
 * to step, so under `maxMoves` the first chain that would move too many ends the search with as many placed as that
 * allows; so tier by tier, where somebody placed before may give way to another of her own tier. A mentor over her seats loses
 * pairs whatever `maxMoves` says.
 */
export function* solveRematch(table: RematchTable, maxMoves = Infinity): Work<RematchAnswer> {
  const { mentees, mentors, standing, scores } = table;
  const places = placesOf(table);
  const { ownerOf, bonus } = places;
  const seating = seatStanding(table, places);
  const { entryOf, menteesOf, waiting } = seating;
  const tierOf = tierIn(table);
  const ownerAt = (entry: number): number => (entry < 0 ? -1 : ownerOf[entry]!);
  const unseated = (i: number, entry: number): number => (standing[i]! >= 0 && standing[i] !== ownerAt(entry) ? 1 : 0);
  let moved = 0;
  for (const i of waiting) moved += unseated(i, -1);
  const people = waiting.size;
  const search = chainSearch(table, places, seating);
  const proofs: TierProof[] = [];
  const tiers = new Set(
    Array.from({ length: mentees }, (_, i) => i)
      .filter((i) => table.out?.[i] !== 1)
      .map(tierOf),
  );
  for (const tier of [...tiers].sort((a, b) => b - a)) {
    for (;;) {
      yield { phase: 're-placing mentees', done: people - waiting.size, total: people };
      const chain = search(tier);
      if (chain === undefined) break;
      let more = 0;
      for (const { mentee, entry } of chain) more += unseated(mentee, entry) - unseated(mentee, entryOf[mentee]!);
      if (more > 0 && moved + more > maxMoves) break;
      moved += more;
      for (const { mentee, entry } of chain) {
        const left = menteesOf[entryOf[mentee]!];
        left?.splice(left.indexOf(mentee), 1);
        entryOf[mentee] = entry;
        if (entry < 0) waiting.add(mentee);
        else {
          menteesOf[entry]!.push(mentee);
          waiting.delete(mentee);
        }
      }
    }
    const mentorOf = Int32Array.from(entryOf, ownerAt);
    proofs.push({ tier, mentorOf, prices: seating.prices.slice(), margins: new Map(seating.margins) });
  }
  const mentorOf = Int32Array.from(entryOf, ownerAt);
  let [total, placed] = [0, 0];
  for (let i = 0; i < mentees; i++) {
    if (entryOf[i]! < 0) continue;
    placed++;
    total += scores[i * mentors + mentorOf[i]!]! + bonus[entryOf[i]!]!;
  }
  const prices = new Float64Array(mentors);
  ownerOf.forEach((owner, c) => (prices[owner] = Math.max(prices[owner]!, seating.prices[c]!)));
  return { mentorOf, placed, moved, total, prices, proofs };
}

/** Everybody where they stand; a mentor with more mentees than seats keeps those who fit best, at the price of the next. */
function seatStanding(table: RematchTable, { ownerOf, seats, bonus }: Places): Seating {
  const { mentees, mentors, standing, out } = table;
  const worth = worthIn(table);
  const entryOf = new Int32Array(mentees).fill(-1);
  const prices = new Float64Array(ownerOf.length);
  const menteesOf = Array.from(ownerOf, (): number[] => []);
  const waiting = new Set<number>();
  const holders = Array.from({ length: mentors }, (): number[] => []);
  const entriesOf = Array.from({ length: mentors }, (): number[] => []);
  ownerOf.forEach((owner, c) => {
    if (seats[c]! > 0) entriesOf[owner]!.push(c);
  });
  for (let i = 0; i < mentees; i++) if (out?.[i] !== 1 && worth(i, standing[i]!) >= 0) holders[standing[i]!]?.push(i);
  holders.forEach((all, j) => {
    all.sort((a, b) => worth(b, j) - worth(a, j) || a - b);
    let [at, last, isFull] = [0, -1, true];
    for (const c of entriesOf[j]!) {
      if (at === all.length) isFull &&= false;
      else {
        menteesOf[c] = all.slice(at, at + seats[c]!);
        for (const i of menteesOf[c]) entryOf[i] = c;
        at += menteesOf[c].length;
        last = c;
        isFull = menteesOf[c].length === seats[c]!;
      }
    }
    if (last < 0) return;
    // Nobody wants another of her own mentor's places: each costs what it counts more than the next that is free, or is taken last.
    const next = all[at];
    const free = isFull ? last : entriesOf[j]!.find((c) => menteesOf[c]!.length < seats[c]!)!;
    const above = next === undefined ? 0 : worth(next, j) + bonus[last]! - topWorth;
    for (const c of entriesOf[j]!) if (menteesOf[c]!.length === seats[c]!) prices[c] = above + bonus[c]! - bonus[free]!;
  });
  for (let i = 0; i < mentees; i++) if (out?.[i] !== 1 && entryOf[i]! < 0) waiting.add(i);
  return { entryOf, menteesOf, waiting, prices, margins: new Map() };
}

/**
 * Gives the cheapest chain from anybody of a tier who waits to a free seat, or undefined when there is none, and raises the prices
 * of the places it passed (Dijkstra on reduced costs, from everybody who waits at once). On its way somebody of a higher tier may
 * give way to another of that tier (`pools`, after the places). Memory linear in the places.
 */
function chainSearch(table: RematchTable, places: Places, seating: Seating): (tier: number) => Chain | undefined {
  const { standing } = table;
  const { ownerOf, seats, bonus } = places;
  const { entryOf, menteesOf, waiting, prices, margins } = seating;
  const worth = worthIn(table);
  const tierOf = tierIn(table);
  const entries = ownerOf.length;
  const entriesOf = new Map<number, number[]>();
  ownerOf.forEach((owner, c) => entriesOf.set(owner, [...(entriesOf.get(owner) ?? []), c]));
  const everywhere = [...ownerOf.keys()].filter((c) => seats[c]! > 0);
  const tiers = [...new Set(Array.from(standing, (_, i) => tierOf(i)))];
  const poolOf = new Map(tiers.map((tier, at) => [tier, entries + at]));
  const distance = new Float64Array(entries + tiers.length);
  const reachedFrom = new Int32Array(entries + tiers.length);
  const settled = new Uint8Array(entries + tiers.length);
  const isFull = (c: number): boolean => menteesOf[c]!.length >= seats[c]!;
  // Nobody who waits could choose anything worth more than the best score, and a standing pair is worth more than that.
  const marginOf = (tier: number): number => margins.get(tier) ?? topWorth;
  let freeSeatAt = Infinity;

  /** `mine`: what the mentee has now at these prices; every other choice is as far away as it is worse. */
  const scan = (mentee: number, base: number, mine: number, among: readonly number[]): void => {
    for (const c of among) {
      if (settled[c] === 1 || seats[c] === 0) continue;
      const value = worth(mentee, ownerOf[c]!);
      if (value < 0) continue;
      const length = base + mine - (value + bonus[c]! - prices[c]!);
      if (length >= distance[c]!) continue;
      [distance[c], reachedFrom[c]] = [length, mentee];
      if (length < freeSeatAt && !isFull(c)) freeSeatAt = length;
    }
  };
  const nearestOpen = (): number => {
    let nearest = -1;
    for (let node = 0; node < distance.length; node++) {
      if (settled[node] === 0 && distance[node]! < (nearest < 0 ? Infinity : distance[nearest]!)) nearest = node;
    }
    return nearest;
  };

  return (tier) => {
    distance.fill(Infinity);
    settled.fill(0);
    freeSeatAt = Infinity;
    const scanWaiting = (of: number, base: number): void => {
      for (const mentee of waiting) if (tierOf(mentee) === of) scan(mentee, base, marginOf(of), everywhere);
    };
    scanWaiting(tier, 0);
    let end = nearestOpen();
    while (end >= 0 && (end >= entries || isFull(end))) {
      settled[end] = 1;
      const base = distance[end]!;
      if (end >= entries) scanWaiting(tiers[end - entries]!, base);
      else
        for (const mentee of menteesOf[end]!) {
          const owner = ownerOf[end]!;
          const mine = worth(mentee, owner) + bonus[end]! - prices[end]!;
          const stands = standing[mentee] === owner;
          // Whoever sits where they stand can elsewhere only choose a pair without the bonus: too far, when a free seat is nearer.
          const near = stands && base + mine - topWorth >= freeSeatAt;
          scan(mentee, base, mine, near ? entriesOf.get(owner)! : everywhere);
          const own = tierOf(mentee);
          const pool = poolOf.get(own)!;
          const length = base + mine - marginOf(own);
          if (own <= tier || settled[pool] === 1 || length >= distance[pool]!) continue;
          [distance[pool], reachedFrom[pool]] = [length, mentee];
        }
      end = nearestOpen();
    }
    if (end < 0) return undefined;
    const length = distance[end]!;
    for (let node = 0; node < distance.length; node++) {
      if (settled[node] === 0) continue;
      if (node < entries) prices[node]! += length - distance[node]!;
      else margins.set(tiers[node - entries]!, marginOf(tiers[node - entries]!) - (length - distance[node]!));
    }
    margins.set(tier, marginOf(tier) - length);
    const chain: { mentee: number; entry: number }[] = [];
    for (let node = end; ;) {
      const mentee = reachedFrom[node]!;
      chain.push({ mentee, entry: node < entries ? node : -1 });
      if (entryOf[mentee]! >= 0) node = entryOf[mentee]!;
      else if (tierOf(mentee) === tier) return chain;
      else node = poolOf.get(tierOf(mentee))!;
    }
  };
}
