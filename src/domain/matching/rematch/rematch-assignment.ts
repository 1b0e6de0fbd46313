// Re-placing people around standing pairs: as many placed as possible, then as few pairs moved as possible, then the best total.
import type { Work } from '../../progress.ts';
import { topWorth, worthIn, type RematchAnswer, type RematchTable } from './rematch-types.ts';

/** The solver's state: who sits where, who waits, and the prices that prove it. Changed in place. */
interface Seating {
  readonly mentorOf: Int32Array;
  readonly menteesOf: number[][];
  readonly waiting: Set<number>;
  readonly prices: Float64Array;
  margin: number;
}

/** Everybody on the chain takes the seat named; the last seat is free, the first mentee had none. */
type Chain = readonly { readonly mentee: number; readonly mentor: number }[];

/**
 * Successive shortest paths from the standing pairs (Busacker & Gowen 1960; prices as in Tomizawa 1971). A standing
 * pair carries a bonus above all scores together, so the pairs as they stand are the best for their number, and each
 * step places one more person at the least cost: fewest pairs moved first, then most points. Costs only rise from step
 * to step, so under `maxMoves` the first chain that would move too many ends the search with as many placed as that
 * allows. A mentor over her seats loses pairs whatever `maxMoves` says.
 */
export function* solveRematch(table: RematchTable, maxMoves = Infinity): Work<RematchAnswer> {
  const { mentees, mentors, standing, scores } = table;
  const seating = seatStanding(table);
  const { mentorOf, menteesOf, waiting } = seating;
  const unseated = (i: number, mentor: number): number => (standing[i]! >= 0 && standing[i] !== mentor ? 1 : 0);
  let moved = 0;
  for (const i of waiting) moved += unseated(i, -1);
  const people = waiting.size;
  const search = chainSearch(table, seating);
  while (waiting.size > 0) {
    yield { phase: 're-placing mentees', done: people - waiting.size, total: people };
    const chain = search();
    if (chain === undefined) break;
    let more = 0;
    for (const { mentee, mentor } of chain) more += unseated(mentee, mentor) - unseated(mentee, mentorOf[mentee]!);
    if (more > 0 && moved + more > maxMoves) break;
    moved += more;
    for (const { mentee, mentor } of chain) {
      const left = menteesOf[mentorOf[mentee]!];
      left?.splice(left.indexOf(mentee), 1);
      mentorOf[mentee] = mentor;
      menteesOf[mentor]!.push(mentee);
      waiting.delete(mentee);
    }
  }
  let total = 0;
  for (let i = 0; i < mentees; i++) if (mentorOf[i]! >= 0) total += scores[i * mentors + mentorOf[i]!]!;
  const { prices, margin } = seating;
  return { mentorOf, placed: mentees - waiting.size, moved, total, prices, margin };
}

/** Everybody where they stand; a mentor with more mentees than seats keeps those who fit best, at the price of the next. */
function seatStanding(table: RematchTable): Seating {
  const { mentees, mentors, seats, standing } = table;
  const worth = worthIn(table);
  const mentorOf = new Int32Array(mentees).fill(-1);
  const prices = new Float64Array(mentors);
  const menteesOf = Array.from({ length: mentors }, (): number[] => []);
  const waiting = new Set<number>();
  for (let i = 0; i < mentees; i++) menteesOf[standing[i]!]?.push(i);
  menteesOf.forEach((holders, j) => {
    holders.sort((a, b) => worth(b, j) - worth(a, j) || a - b);
    const [next] = holders.splice(seats[j]!);
    if (next !== undefined && seats[j]! > 0) prices[j] = worth(next, j) - topWorth;
    for (const i of holders) mentorOf[i] = j;
  });
  for (let i = 0; i < mentees; i++) if (mentorOf[i]! < 0) waiting.add(i);
  // Nobody who waits could choose anything worth more than the best score, and a standing pair is worth more than that.
  return { mentorOf, menteesOf, waiting, prices, margin: topWorth };
}

/**
 * Gives the cheapest chain from anybody who waits to a free seat, or undefined when there is none, and raises the prices
 * of the mentors it passed (Dijkstra on reduced costs, from everybody who waits at once). Memory linear in the mentors.
 */
function chainSearch(table: RematchTable, seating: Seating): () => Chain | undefined {
  const { mentors, seats, standing } = table;
  const { mentorOf, menteesOf, waiting, prices } = seating;
  const worth = worthIn(table);
  const distance = new Float64Array(mentors);
  const reachedFrom = new Int32Array(mentors);
  const settled = new Uint8Array(mentors);
  const isFull = (j: number): boolean => menteesOf[j]!.length >= seats[j]!;
  let freeSeatAt = Infinity;

  /** `mine`: what the mentee has now at these prices; every other choice is as far away as it is worse. */
  const scan = (mentee: number, base: number, mine: number): void => {
    for (let j = 0; j < mentors; j++) {
      const value = worth(mentee, j);
      if (value < 0 || settled[j] === 1 || seats[j] === 0) continue;
      const length = base + mine - (value - prices[j]!);
      if (length >= distance[j]!) continue;
      [distance[j], reachedFrom[j]] = [length, mentee];
      if (length < freeSeatAt && !isFull(j)) freeSeatAt = length;
    }
  };
  const nearestOpen = (): number => {
    let nearest = -1;
    for (let j = 0; j < mentors; j++) {
      if (settled[j] === 0 && distance[j]! < (nearest < 0 ? Infinity : distance[nearest]!)) nearest = j;
    }
    return nearest;
  };

  return () => {
    distance.fill(Infinity);
    settled.fill(0);
    freeSeatAt = Infinity;
    for (const mentee of waiting) scan(mentee, 0, seating.margin);
    let end = nearestOpen();
    while (end >= 0 && isFull(end)) {
      settled[end] = 1;
      for (const mentee of menteesOf[end]!) {
        const mine = worth(mentee, end) - prices[end]!;
        // Whoever sits where they stand can only choose a pair without the bonus: too far, when a free seat is nearer.
        if (standing[mentee] === end && distance[end]! + mine - topWorth >= freeSeatAt) continue;
        scan(mentee, distance[end]!, mine);
      }
      end = nearestOpen();
    }
    if (end < 0) return undefined;
    const length = distance[end]!;
    for (let j = 0; j < mentors; j++) if (settled[j] === 1) prices[j]! += length - distance[j]!;
    seating.margin -= length;
    const chain = [];
    for (let mentor = end; mentor >= 0;) {
      const mentee = reachedFrom[mentor]!;
      chain.push({ mentee, mentor });
      mentor = mentorOf[mentee]!;
    }
    return chain;
  };
}
