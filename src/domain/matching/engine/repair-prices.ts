// A price on a free seat is a promise not kept: prices fall until somebody takes the seat or it costs nothing.
import type { Work } from '../../progress.ts';
import { hasChoice, LEFT_OUT, vacate, type Market } from './market.ts';
import { search } from './shortest-paths.ts';

/**
 * The auction leaves mentors with a price and a free seat behind. Until there are none:
 * 1. shortest paths from everybody whose seat costs nothing or who is left out (and, at their price, from all mentors
 *    with mentees) to the nearest free seat that has a price; no farther than the lowest such price;
 * 2. prices and utilities shift as when placing, then all prices fall and all utilities rise by the same length;
 * 3. people move along pairs without slack into such seats, many paths that do not cross in one sweep.
 */
export function* repairPrices(market: Market): Work<void> {
  const { mentorOf, load, seats, asking, utility, lists } = market;
  const mentors = asking.length;
  const wrong = (j: number): boolean => load[j]! < seats[j]! && asking[j]! > 0;
  const wrongSeats = (): number => {
    let count = 0;
    for (let j = 0; j < mentors; j++) if (wrong(j)) count += seats[j]! - load[j]!;
    return count;
  };
  const whole = wrongSeats();
  if (whole === 0) return;
  const paths = search(market);
  const sweep = sweeper(market);
  /** A sweep looks at everybody; for few seats another search is the shorter way. */
  const another = (moved: number, left: number): boolean => left > 0 && moved > left / 4;
  for (let left = whole; left > 0; left = wrongSeats()) {
    yield { phase: 'settling prices', done: Math.max(0, whole - left), total: whole };
    paths.clear('repair');
    for (let j = 0; j < mentors; j++) if (wrong(j)) paths.nearest = Math.min(paths.nearest, asking[j]!);
    for (let j = 0; j < mentors; j++) {
      if (load[j]! > 0 && !wrong(j) && asking[j]! <= paths.nearest) paths.fromMentor(j, asking[j]!);
    }
    for (let i = 0; i < mentorOf.length; i++) {
      if (mentorOf[i] === LEFT_OUT && hasChoice(market, i)) paths.fromMentee(i);
    }
    paths.run();
    const fall = paths.nearest;
    if (fall > 0) {
      paths.shift();
      lists.fallen += fall;
      for (let i = 0; i < utility.length; i++) if (hasChoice(market, i)) utility[i]! += fall;
      for (let j = 0; j < mentors; j++) if (seats[j]! > 0) asking[j] = Math.max(0, asking[j]! - fall);
    }
    for (let more = true; more;) {
      const moved = sweep(wrongSeats());
      more = another(moved, wrongSeats());
      yield { phase: 'settling prices', done: Math.max(0, whole - left), total: whole };
    }
  }
}

/** One breadth-first sweep over pairs without slack; takes at most `most` seats with a price, returns how many. */
function sweeper(market: Market): (most: number) => number {
  const { mentorOf, seatOf, firstSeat, occupant, load, seats, asking, utility, lists } = market;
  const mentees = mentorOf.length;
  const mentors = asking.length;
  const seenIn = new Int32Array(mentors);
  const usedIn = new Int32Array(mentors);
  const reachedBy = new Int32Array(mentors);
  /** The mentor whose seat a mentee was met in, -1 for a root. */
  const metAt = new Int32Array(mentees);
  const rootUsedIn = new Int32Array(mentees);
  const queue = new Int32Array(2 * mentees + 1);
  let round = 0;

  /** The root of the way to mentee i, or -1 when an earlier path of this sweep has crossed it. */
  const rootOf = (i: number): number => {
    let at = i;
    while (metAt[at]! >= 0) {
      const j = metAt[at]!;
      if (usedIn[j] === round || mentorOf[at] !== j) return -1;
      at = reachedBy[j]!;
    }
    return rootUsedIn[at] === round ? -1 : at;
  };

  const moveAlong = (last: number, root: number, toMentor: number): void => {
    const [rootMentor, rootSeat] = [mentorOf[root]!, seatOf[root]!];
    let [i, mentor, seat] = [last, toMentor, firstSeat[toMentor]! + load[toMentor]!++];
    for (;;) {
      const [oldMentor, oldSeat] = [mentorOf[i]!, seatOf[i]!];
      mentorOf[i] = mentor;
      seatOf[i] = seat;
      occupant[seat] = i;
      if (i === root) break;
      usedIn[oldMentor] = round;
      [i, mentor, seat] = [reachedBy[oldMentor]!, oldMentor, oldSeat];
    }
    rootUsedIn[root] = round;
    if (rootMentor >= 0) vacate(market, rootMentor, rootSeat);
  };

  return (most) => {
    round++;
    let [tail, taken] = [0, 0];
    for (let i = 0; i < mentees; i++) {
      const j = mentorOf[i]!;
      if (j >= 0 ? asking[j] !== 0 : j !== LEFT_OUT || !hasChoice(market, i)) continue;
      metAt[i] = -1;
      queue[tail++] = i;
    }
    const { mentor, score, worth } = lists;
    for (let head = 0; head < tail && taken < most; head++) {
      const i = queue[head]!;
      if (metAt[i]! >= 0 && mentorOf[i] !== metAt[i]) continue;
      const best = utility[i]!;
      const fell = lists.fallen - lists.fallenAt[i]!;
      const end = lists.start[i]! + lists.length[i]!;
      for (let k = lists.start[i]!; k < end && worth[k]! + fell >= best; k++) {
        const j = mentor[k]!;
        if (seenIn[j] === round || asking[j] === 0 || score[k]! - asking[j]! !== best) continue;
        if (load[j]! < seats[j]!) {
          const root = rootOf(i);
          if (root < 0) break;
          moveAlong(i, root, j);
          if (load[j] === seats[j]) seenIn[j] = round;
          taken++;
          break;
        }
        seenIn[j] = round;
        reachedBy[j] = i;
        const full = firstSeat[j]! + load[j]!;
        for (let seat = firstSeat[j]!; seat < full; seat++) {
          queue[tail++] = occupant[seat]!;
          metAt[occupant[seat]!] = j;
        }
      }
    }
    return taken;
  };
}
