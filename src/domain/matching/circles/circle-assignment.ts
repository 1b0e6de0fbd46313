// Seats with a minimum: which circles open, and who goes where, starting from the best assignment without minimums.
import type { Work } from '../../progress.ts';
import type { ScoreTable } from '../assignment-types.ts';
import { bestMoves, follow, worthOf } from '../solve/best-moves.ts';

/**
 * `seats`: 0 for a circle that is not opened. `lower`: what an open circle has at least; 0 for every other mentor.
 * Everything else is the best there is within these bounds (circle-certificate.ts proves it).
 */
export interface CircleAnswer {
  readonly mentorOf: Int32Array;
  readonly seats: Int32Array;
  readonly lower: Int32Array;
}

/**
 * A circle with some people but fewer than `least[j]` is decided on, the emptiest first: closed, its people going where
 * they cost least, or filled up with the people whom that costs least, whichever leaves the whole better. Each step is a
 * shortest chain, so the assignment stays the best within the bounds decided so far. Then every circle that is not open
 * is tried once more, and opens where that places more people or fits better. Which set of circles is best of all is a
 * hard problem (lower quotas); that no open one is below its minimum, and that the rest is best, is certain.
 */
export function* openCircles(table: ScoreTable, first: Int32Array, least: Int32Array): Work<CircleAnswer> {
  let state = stateOf(table, first);
  const circles = [...least.keys()].filter((j) => least[j]! > 0);
  const undecided = new Set(circles);
  for (;;) {
    const load = loadOf(table, state.mentorOf);
    const short = [...undecided].filter((j) => load[j]! > 0 && load[j]! < least[j]!);
    yield { phase: 'opening circles', done: circles.length - undecided.size, total: circles.length };
    const weakest = short.sort((a, b) => load[a]! / least[a]! - load[b]! / least[b]! || a - b)[0];
    if (weakest === undefined) break;
    undecided.delete(weakest);
    const closed = close(table, copy(state), weakest);
    const filled = fill(table, copy(state), weakest, least[weakest]!);
    state = filled !== undefined && value(table, filled) > value(table, closed) ? filled : closed;
  }
  const load = loadOf(table, state.mentorOf);
  for (const j of circles) {
    if (load[j]! >= least[j]!) state.lower[j] = least[j]!;
    else state.seats[j] = 0;
  }
  // Chains to and from one circle at a time can leave a better place free in another that was filled up since.
  improve(table, state);
  for (let better = true; better;) {
    better = false;
    let most = mostGained(table, state, least);
    for (const j of circles.filter((one) => state.seats[one] === 0 && table.seats[one]! >= least[one]!)) {
      if (most(j) <= 0) continue;
      yield { phase: 'opening circles', done: circles.length, total: circles.length };
      const tried = copy(state);
      tried.seats[j] = table.seats[j]!;
      const opened = fill(table, tried, j, least[j]!);
      if (opened === undefined) continue;
      improve(table, opened);
      if (value(table, opened) <= value(table, state)) continue;
      state = opened;
      most = mostGained(table, state, least);
      better = true;
    }
  }
  return state;
}

interface State {
  readonly mentorOf: Int32Array;
  readonly seats: Int32Array;
  readonly lower: Int32Array;
}

function stateOf(table: ScoreTable, mentorOf: Int32Array): State {
  return { mentorOf: mentorOf.slice(), seats: table.seats.slice(), lower: new Int32Array(table.mentors) };
}

function copy({ mentorOf, seats, lower }: State): State {
  return { mentorOf: mentorOf.slice(), seats: seats.slice(), lower: lower.slice() };
}

function value(table: ScoreTable, { mentorOf }: State): number {
  return mentorOf.reduce((sum, j, i) => sum + worthOf(table, i, j), 0);
}

function loadOf({ mentors }: ScoreTable, mentorOf: Int32Array): Int32Array {
  const load = new Int32Array(mentors);
  for (const j of mentorOf) if (j >= 0) load[j]!++;
  return load;
}

/** Its people go where that costs the whole least. */
function close(table: ScoreTable, state: State, circle: number): State {
  state.seats[circle] = 0;
  for (let left = loadOf(table, state.mentorOf)[circle]!; left > 0; left--) {
    const moves = bestMoves(table, state.mentorOf, freeIn(table, state));
    follow(moves, state.mentorOf, circle);
  }
  return state;
}

/**
 * What opening a circle can gain at most, by the prices of the assignment as it is (linear programming duality): nobody
 * is worth more there than beyond what she has at these prices, and `least` people have to come.
 */
function mostGained(table: ScoreTable, state: State, least: Int32Array): (circle: number) => number {
  const { gain } = bestMoves(table, state.mentorOf, freeIn(table, state));
  const has = Float64Array.from(state.mentorOf, (j, i) => worthOf(table, i, j) + gain[j < 0 ? table.mentors : j]!);
  return (circle) => {
    const more = Float64Array.from(has, (mine, i) => worthOf(table, i, circle) - mine).sort();
    let sum = 0;
    for (let n = 1; n <= Math.min(table.seats[circle]!, more.length); n++) {
      const next = more[more.length - n]!;
      if (n > least[circle]! && next <= 0) break;
      sum += next;
    }
    return more.length < least[circle]! ? -Infinity : sum;
  };
}

/** Brings in those whom it costs the whole least; undefined when the minimum cannot be reached. */
function fill(table: ScoreTable, state: State, circle: number, least: number): State | undefined {
  for (let load = loadOf(table, state.mentorOf)[circle]!; load < least; load++) {
    const moves = bestMoves(table, state.mentorOf, [circle]);
    const donor = bestDonor(table, state, moves.gain, moves.mover);
    if (donor === undefined) return undefined;
    follow(moves, state.mentorOf, donor);
  }
  state.lower[circle] = least;
  return state;
}

/** Moves people to free seats as long as that makes the whole better, also from a mentor who has one free herself. */
function improve(table: ScoreTable, state: State): void {
  for (;;) {
    const moves = bestMoves(table, state.mentorOf, freeIn(table, state).slice(1));
    const donor = bestDonor(table, state, moves.gain, moves.mover);
    if (donor === undefined || moves.gain[donor]! <= 0) return;
    follow(moves, state.mentorOf, donor);
  }
}

/** Being left out first, then mentors with a seat free. */
function freeIn(table: ScoreTable, { mentorOf, seats }: State): number[] {
  const load = loadOf(table, mentorOf);
  return [table.mentors, ...[...load.keys()].filter((j) => load[j]! < seats[j]!)];
}

/** Where one person fewer is allowed and the chain from there is best. */
function bestDonor(
  table: ScoreTable,
  { mentorOf, lower }: State,
  gain: Float64Array,
  mover: Int32Array,
): number | undefined {
  const load = loadOf(table, mentorOf);
  let donor: number | undefined;
  for (let j = 0; j <= table.mentors; j++) {
    if (mover[j]! < 0 || (j < table.mentors && load[j]! <= lower[j]!)) continue;
    if (gain[j]! > (donor === undefined ? -Infinity : gain[donor]!)) donor = j;
  }
  return donor;
}
