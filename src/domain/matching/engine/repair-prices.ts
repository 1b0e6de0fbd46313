// A free seat that would be sold for less is a promise not kept: prices fall until somebody takes it or its reserve is reached.
import type { Work } from '../../progress.ts';
import { hasChoice, keepsAt, leastPrice, LEFT_OUT, opensAt, vacate, type Market } from './market.ts';
import { search } from './shortest-paths.ts';

/**
 * The auction leaves mentors with a free seat behind who ask more than its reserve. Until there are none:
 * 1. shortest paths from everybody whose seat costs its reserve or who is left out (and, at what their price is above the reserve
 *    of the last seat taken, from all mentors with mentees) to the nearest such free seat; no farther than the least it asks too much;
 * 2. prices and utilities shift as when placing, then all prices fall and all utilities rise by the same length;
 * 3. people move along pairs without slack into such seats, many paths that do not cross in one sweep.
 */
export function* repairPrices(market: Market): Work<void> {
  const { mentorOf, load, seats, firstSeat, reserve, asking, utility, lists } = market;
  const mentors = asking.length;
  const tooDear = (j: number): number => asking[j]! - opensAt(market, j);
  const wrong = (j: number): boolean => tooDear(j) > 0;
  const wrongSeats = (): number => {
    let count = 0;
    for (let j = 0; j < mentors; j++)
      for (let seat = firstSeat[j]! + j + load[j]!; reserve[seat]! < asking[j]!; seat++) count++;
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
    for (let j = 0; j < mentors; j++) if (wrong(j)) paths.nearest = Math.min(paths.nearest, tooDear(j));
    for (let j = 0; j < mentors; j++) {
      if (load[j] === 0 || wrong(j)) continue;
      const above = asking[j]! - keepsAt(market, j);
      if (above <= paths.nearest) paths.fromMentor(j, above);
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
      for (let j = 0; j < mentors; j++)
        if (seats[j]! > 0) asking[j] = Math.max(leastPrice(market, j), asking[j]! - fall);
    }
    for (let more = true; more;) {
      const moved = sweep(wrongSeats());
      more = another(moved, wrongSeats());
      yield { phase: 'settling prices', done: Math.max(0, whole - left), total: whole };
    }
  }
}

/** One breadth-first sweep over pairs without slack; takes at most `most` seats that ask too much, returns how many. */
function sweeper(market: Market): (most: number) => number {
  const { mentorOf, seatOf, firstSeat, occupant, load, asking, utility, lists } = market;
  const mayLeave = (j: number): boolean => load[j]! > 0 && asking[j] === keepsAt(market, j);
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
    if (rootUsedIn[at] === round) return -1;
    return mentorOf[at]! >= 0 && !mayLeave(mentorOf[at]!) ? -1 : at;
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
      if (j >= 0 ? !mayLeave(j) : j !== LEFT_OUT || !hasChoice(market, i)) continue;
      metAt[i] = -1;
      queue[tail++] = i;
      // Whoever sits with a mentor whom people may leave is a beginning herself; one may, and the others then no more.
      if (j >= 0) seenIn[j] = round;
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
        if (seenIn[j] === round || score[k]! - asking[j]! !== best) continue;
        if (asking[j]! > opensAt(market, j)) {
          const root = rootOf(i);
          if (root < 0) break;
          moveAlong(i, root, j);
          if (asking[j]! <= opensAt(market, j)) seenIn[j] = round;
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
