// Seats for all who wait: raise prices just enough, then let people move along the pairs that have become as good.
import type { Work } from '../../progress.ts';
import { LEFT_OUT, opensAt, WAITING, type Market } from './market.ts';
import { search } from './shortest-paths.ts';

/**
 * The primal-dual method (Ford & Fulkerson; Ahuja, Magnanti & Orlin 1993, section 12.4), all waiting mentees at once:
 * 1. shortest paths from all of them to the nearest free seat, or to somebody who may as well be left out;
 * 2. utilities and prices shift by what the search had left to go: those paths have no slack now;
 * 3. each in turn looks breadth first along pairs without slack, and everybody on her path moves one seat on. Mentors
 *    who led nowhere are not looked at again in this phase.
 */
export function* placeWaiting(market: Market): Work<void> {
  const { mentorOf } = market;
  const paths = search(market);
  const augment = augmenter(market);
  let waiting = Array.from(mentorOf.keys()).filter((i) => mentorOf[i] === WAITING);
  const whole = waiting.length;
  while (waiting.length > 0) {
    yield { phase: 'placing mentees', done: whole - waiting.length, total: whole };
    paths.clear('place');
    for (const i of waiting) paths.fromMentee(i);
    paths.run();
    if (paths.nearest > 0) paths.shift();
    augment.nextPhase();
    const left: number[] = [];
    for (const [k, i] of waiting.entries()) {
      if (k % 256 === 255) yield { phase: 'placing mentees', done: whole - waiting.length, total: whole };
      if (!augment.from(i)) left.push(i);
    }
    waiting = left;
  }
}

interface Augmenter {
  readonly nextPhase: () => void;
  /** Finds a seat, or somebody to leave out, for a waiting mentee along pairs without slack; false when there is none. */
  readonly from: (root: number) => boolean;
}

function augmenter(market: Market): Augmenter {
  const { mentorOf, seatOf, firstSeat, occupant, load, asking, utility, outsideOf, lists } = market;
  const mentors = asking.length;
  const deadIn = new Int32Array(mentors);
  const seenIn = new Int32Array(mentors);
  const reachedBy = new Int32Array(mentors);
  const seen = new Int32Array(mentors);
  const queue = new Int32Array(mentorOf.length + 1);
  let [phase, round] = [0, 0];

  /** Mentee i takes this seat (or is left out); her old one goes to the mentee who reached her, and so on to the root. */
  const moveAlong = (last: number, toMentor: number, toSeat: number): void => {
    let [i, mentor, seat] = [last, toMentor, toSeat];
    for (;;) {
      const [oldMentor, oldSeat] = [mentorOf[i]!, seatOf[i]!];
      mentorOf[i] = mentor;
      seatOf[i] = seat;
      if (mentor >= 0) occupant[seat] = i;
      if (oldMentor < 0) return;
      [i, mentor, seat] = [reachedBy[oldMentor]!, oldMentor, oldSeat];
    }
  };

  return {
    nextPhase: () => {
      phase++;
    },
    from: (root) => {
      round++;
      let [tail, seenCount] = [0, 0];
      const { mentor, score, worth } = lists;
      queue[tail++] = root;
      for (let head = 0; head < tail; head++) {
        const i = queue[head]!;
        const best = utility[i]!;
        if (best === outsideOf[i]) {
          moveAlong(i, LEFT_OUT, -1);
          return true;
        }
        const fell = lists.fallen - lists.fallenAt[i]!;
        const end = lists.start[i]! + lists.length[i]!;
        for (let k = lists.start[i]!; k < end && worth[k]! + fell >= best; k++) {
          const j = mentor[k]!;
          if (seenIn[j] === round || deadIn[j] === phase || score[k]! - asking[j]! !== best) continue;
          if (asking[j]! >= opensAt(market, j)) {
            moveAlong(i, j, firstSeat[j]! + load[j]!++);
            return true;
          }
          seenIn[j] = round;
          reachedBy[j] = i;
          seen[seenCount++] = j;
          const full = firstSeat[j]! + load[j]!;
          for (let seat = firstSeat[j]!; seat < full; seat++) queue[tail++] = occupant[seat]!;
        }
      }
      for (let k = 0; k < seenCount; k++) deadIn[seen[k]!] = phase;
      return false;
    },
  };
}
