// Moving people one seat on: from every mentor the chain of moves that ends well, and what the whole gains by it.
import { BARRED, TOP_SCORE, type ScoreTable } from '../assignment-types.ts';

/** Somebody goes from one mentor to another; -1 is no mentor. */
export interface Step {
  readonly mentee: number;
  readonly from: number;
  readonly to: number;
}

/**
 * By mentor, and last (index `mentors`) by being left out: what the whole gains when one person there moves on and each
 * who is in the way moves on too, until a chain ends; -Infinity where no chain ends. In score points, and
 * `placedWorth` for a person placed.
 */
export interface BestMoves {
  readonly gain: Float64Array;
  readonly mover: Int32Array;
  readonly to: Int32Array;
  /** False when some round of moves gains without end: then the assignment was not the best to begin with. */
  readonly settled: boolean;
}

/** Having a mentor counts this much, more than all scores together. Exact in doubles to 10^8 people. */
export function placedWorth({ mentees }: Pick<ScoreTable, 'mentees'>): number {
  return 2 * TOP_SCORE * (mentees + 1);
}

/** What mentee i with mentor j counts; `mentors` is nobody, which counts 0; -Infinity when barred. */
export function worthOf(table: ScoreTable, i: number, j: number): number {
  if (j < 0 || j === table.mentors) return 0;
  const score = table.scores[i * table.mentors + j]!;
  return score === BARRED ? -Infinity : (table.placedWorth?.[i] ?? placedWorth(table)) + score;
}

export interface MoveOptions {
  /** 0: stays where she is. */
  readonly movable?: Uint8Array;
  /** A chain never goes on from an end. */
  readonly stopAtEnds?: boolean;
  /** Score points that each move must be worth, save one between columns of the same `owner`. */
  readonly perMove?: number;
  readonly owner?: Int32Array;
}

/**
 * Longest chains by rounds of improvement (Bellman 1958) towards `ends`, where a chain may stop at no gain or loss.
 * O(rounds x pairs), memory linear.
 */
export function bestMoves(
  table: ScoreTable,
  mentorOf: Int32Array,
  ends: Iterable<number>,
  { movable, stopAtEnds = false, perMove = 0, owner }: MoveOptions = {},
): BestMoves {
  const { mentees, mentors, scores } = table;
  const placed = placedWorth(table);
  const gain = new Float64Array(mentors + 1).fill(-Infinity);
  const mover = new Int32Array(mentors + 1).fill(-1);
  const to = new Int32Array(mentors + 1).fill(-1);
  const isEnd = new Uint8Array(mentors + 1);
  let front: number[] = [];
  for (const end of ends) {
    [gain[end], isEnd[end]] = [0, 1];
    front.push(end);
  }
  const risen = new Uint8Array(mentors + 1);
  // Only where a gain has risen in the last round can anybody's own rise in this one.
  for (let round = 0; front.length > 0 && round <= mentors + 1; round++) {
    const next: number[] = [];
    for (let i = 0; i < mentees; i++) {
      if (movable?.[i] === 0) continue;
      const at = mentorOf[i]! < 0 ? mentors : mentorOf[i]!;
      if (stopAtEnds && isEnd[at] === 1) continue;
      const mine = worthOf(table, i, at);
      const own = table.placedWorth?.[i] ?? placed;
      let [best, where] = [gain[at]!, -1];
      for (const j of front) {
        const score = j === mentors ? -own : scores[i * mentors + j]!;
        let value = score === BARRED ? -Infinity : own + score - mine + gain[j]!;
        if (perMove > 0 && (owner === undefined || j === mentors || owner[j] !== owner[at])) value -= perMove;
        if (value > best && j !== at) [best, where] = [value, j];
      }
      if (where < 0) continue;
      [gain[at], mover[at], to[at]] = [best, i, where];
      if (risen[at] === 0) next.push(at);
      risen[at] = 1;
    }
    risen.fill(0);
    front = next;
  }
  return { gain, mover, to, settled: front.length === 0 };
}

/** Carries out the chain that starts with somebody leaving `from`; gives its steps. */
export function follow(moves: BestMoves, mentorOf: Int32Array, from: number): Step[] {
  const mentors = moves.gain.length - 1;
  const named = (node: number): number => (node === mentors ? -1 : node);
  const steps: Step[] = [];
  for (let node = from; moves.mover[node]! >= 0 && steps.length <= mentors; node = moves.to[node]!) {
    const mentee = moves.mover[node]!;
    mentorOf[mentee] = named(moves.to[node]!);
    steps.push({ mentee, from: named(node), to: named(moves.to[node]!) });
  }
  return steps;
}
