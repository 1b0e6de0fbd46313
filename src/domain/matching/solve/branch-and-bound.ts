// The best answer where circles have a minimum and mentees must be apart, together or mixed: branch and bound, with a proof that can be judged.
import { finish, type Work } from '../../progress.ts';
import { BARRED, type ScoreTable } from '../assignment-types.ts';
import { bestMoves, follow, worthOf } from './best-moves.ts';
import { solveAssignment } from './assignment.ts';
import type { SideRule } from '../side-rule.ts';
import { decide, violation, type Decided, type Decision } from './side-rules.ts';

/** `least[c]`: what a column needs to open at all, 0 where there is no minimum. `ownerOf[c]`: the mentor whose seats they are. */
export interface Bounded {
  readonly table: ScoreTable;
  readonly least: Int32Array;
  readonly ownerOf: Int32Array;
  readonly rules: readonly SideRule[];
}

/** A circle is opened or stays shut, or a row has a mentor or has not. */
export type Choice = { readonly circle: number; readonly open: boolean } | Decision;

/** What is left of the choices: each closed part of them with prices that bound it (by column), or a choice taken both ways. */
export type ProofTree =
  | { readonly prices: Float64Array }
  | { readonly contradiction: true }
  | { readonly choice: Choice; readonly yes: ProofTree; readonly no: ProofTree };

/** `value`: in worth (best-moves.ts). What bounds it is in the tree (proof-tree.ts). */
export interface BoundedAnswer {
  readonly mentorOf: Int32Array;
  readonly value: number;
  readonly tree: ProofTree;
}

interface Node {
  readonly open: readonly number[];
  readonly shut: readonly number[];
  readonly decided: Decided;
  readonly bound: number;
  /** Of the part that this one is a part of: they bound it, too. */
  readonly prices: Float64Array;
  readonly depth: number;
  readonly put: (tree: ProofTree) => void;
}

/** Cells that all searches together may read: some seconds. */
const mostCells = 3e8;
/** Parts of the choices looked at, at least and at most. */
const nodes = { least: 60, most: 30_000 };

/**
 * Best first (Land & Doig 1960). Each part of the choices is bounded by the best answer that heeds its own choices and none
 * of the undecided minimums and rules; that answer breaks one of those, which is branched on, or is itself allowed. `first`:
 * an allowed answer to begin with. Ends with the best answer, or with the best found and a bound when there are too many parts.
 */
export function* branchAndBound(problem: Bounded, first: Int32Array): Work<BoundedAnswer> {
  const { table } = problem;
  let best = { mentorOf: first, value: valueOf(table, first) };
  const root: { tree?: ProofTree } = {};
  const queue: Node[] = [];
  const limit = Math.max(
    nodes.least,
    Math.min(nodes.most, Math.floor(mostCells / (20 * table.mentees * table.mentors + 2000))),
  );
  const nothing = undecided(table.mentees);
  let looked = 0;
  const push = (node: Node): void => {
    let at = queue.length;
    while (at > 0 && later(queue[at - 1]!, node)) at--;
    queue.splice(at, 0, node);
  };
  push({
    open: [],
    shut: [],
    decided: nothing,
    bound: Infinity,
    prices: new Float64Array(table.mentors),
    depth: 0,
    put: (tree) => (root.tree = tree),
  });
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (looked++ >= limit) {
      for (const left of [node, ...queue]) left.put({ prices: left.prices });
      break;
    }
    if (looked % 50 === 1) yield { phase: 'comparing choices', done: looked, total: limit };
    const relaxed = relax(problem, node);
    const value = relaxed.mentorOf === undefined ? -Infinity : valueOf(table, relaxed.mentorOf);
    if (relaxed.mentorOf === undefined || value <= best.value) {
      node.put({ prices: relaxed.prices });
      continue;
    }
    const choice = brokenBy(problem, node, relaxed.mentorOf);
    if (choice === 'none') {
      best = { mentorOf: relaxed.mentorOf, value };
      node.put({ prices: relaxed.prices });
      continue;
    }
    if (choice === 'closed') {
      node.put({ contradiction: true });
      continue;
    }
    branch(problem, { ...node, bound: value, prices: relaxed.prices }, choice, push);
  }
  return { ...best, tree: root.tree ?? { contradiction: true } };
}

/** The more promising is taken first: the list is in rising order. */
function later(a: Node, b: Node): boolean {
  return a.bound > b.bound || (a.bound === b.bound && a.depth > b.depth);
}

function branch({ table, ownerOf, rules }: Bounded, node: Node, choice: Choice, push: (node: Node) => void): void {
  const made: { choice: Choice; yes: ProofTree; no: ProofTree } = {
    choice,
    yes: { contradiction: true },
    no: { contradiction: true },
  };
  node.put(made);
  const child = (more: Partial<Node>, side: 'yes' | 'no'): Node => ({
    ...node,
    ...more,
    depth: node.depth + 1,
    put: (tree) => (made[side] = tree),
  });
  if ('circle' in choice) {
    const shut = [...node.shut, choice.circle];
    if (!narrow(table, ownerOf, shut, node.decided).overfull) push(child({ shut }, 'no'));
    push(child({ open: [...node.open, choice.circle] }, 'yes'));
    return;
  }
  for (const side of ['no', 'yes'] as const) {
    const decided = decide(rules, node.decided, { ...choice, yes: side === 'yes' });
    if (decided !== undefined && !narrow(table, ownerOf, node.shut, decided).overfull) push(child({ decided }, side));
  }
}

/** An allowed answer to begin with: choice after choice the one that leaves more; nobody anywhere where that ends nowhere. */
export function dive(problem: Bounded): Int32Array {
  const { table, rules, ownerOf } = problem;
  let state: Pick<Node, 'open' | 'shut' | 'decided'> = { open: [], shut: [], decided: undecided(table.mentees) };
  for (let step = 0; step < 4 * (table.mentees + table.mentors); step++) {
    const { mentorOf } = relax(problem, state);
    if (mentorOf === undefined) break;
    const choice = brokenBy(problem, state, mentorOf);
    if (choice === 'none') return mentorOf;
    if (choice === 'closed') break;
    const ways =
      'circle' in choice
        ? [
            { ...state, open: [...state.open, choice.circle] },
            { ...state, shut: [...state.shut, choice.circle] },
          ]
        : [true, false].flatMap((yes) => {
            const decided = decide(rules, state.decided, { ...choice, yes });
            return decided === undefined ? [] : [{ ...state, decided }];
          });
    const valued = ways
      .filter(({ shut, decided }) => !narrow(table, ownerOf, shut, decided).overfull)
      .map((way) => ({ way, found: relax(problem, way).mentorOf }))
      .flatMap(({ way, found }) => (found === undefined ? [] : [{ way, value: valueOf(table, found) }]))
      .sort((a, b) => b.value - a.value);
    if (valued[0] === undefined) break;
    state = valued[0].way;
  }
  return new Int32Array(table.mentees).fill(-1);
}

function undecided(mentees: number): Decided {
  return {
    fixed: new Int32Array(mentees).fill(-1),
    barred: Array.from({ length: mentees }, () => new Set<number>()),
  };
}

/** What an answer breaks that is not decided yet. */
function brokenBy(
  problem: Bounded,
  { open, shut, decided }: Pick<Node, 'open' | 'shut' | 'decided'>,
  mentorOf: Int32Array,
): Choice | 'none' | 'closed' {
  const { table, least, ownerOf, rules } = problem;
  const load = loadOf(table, mentorOf);
  for (let c = 0; c < table.mentors; c++)
    if (load[c]! > 0 && load[c]! < least[c]! && !open.includes(c) && !shut.includes(c))
      return { circle: c, open: true };
  const owners = Array.from(mentorOf, (c) => (c < 0 ? -1 : ownerOf[c]!));
  const broken = violation(rules, owners, decided, (row, owner) =>
    ownerOf.some((one, c) => one === owner && table.seats[c]! > 0 && table.scores[row * table.mentors + c] !== BARRED),
  );
  if (broken === undefined) return 'none';
  return broken.branch === undefined ? 'closed' : { ...broken.branch, yes: true };
}

/** The best answer under the node's own choices alone; undefined where there is none. Prices prove either. */
function relax(
  { table, least, ownerOf }: Bounded,
  { open, shut, decided }: Pick<Node, 'open' | 'shut' | 'decided'>,
): { readonly mentorOf: Int32Array | undefined; readonly prices: Float64Array } {
  const { table: narrowed, seated } = narrow(table, ownerOf, shut, decided);
  const lower = new Int32Array(table.mentors);
  const has = loadOf(table, seated);
  for (const c of open) lower[c] = Math.max(0, least[c]! - has[c]!);
  const solved = finish(solveAssignment(narrowed));
  const mentorOf = improved(narrowed, Int32Array.from(solved.mentorOf));
  for (const c of open) {
    const stuck = fill(narrowed, mentorOf, lower, { circle: c, whole: table });
    if (stuck !== undefined) return { mentorOf: undefined, prices: stuck };
  }
  const load = loadOf(narrowed, mentorOf);
  const free = [table.mentors, ...load.keys()].filter((c) => c === table.mentors || load[c]! < narrowed.seats[c]!);
  const { gain } = bestMoves(narrowed, mentorOf, free);
  const prices = gain.map((value) => (value === -Infinity ? 0 : -value)).slice(0, table.mentors);
  return { mentorOf: mentorOf.map((c, row) => (seated[row]! >= 0 ? seated[row]! : c)), prices };
}

/** Where some are placed first the plain answer may not be the best: chains make it so. */
function improved(table: ScoreTable, mentorOf: Int32Array): Int32Array {
  if (table.placedWorth === undefined) return mentorOf;
  for (;;) {
    const load = loadOf(table, mentorOf);
    const free = [...load.keys()].filter((c) => load[c]! < table.seats[c]!);
    // A chain ends at a free seat, or with somebody left out who counts less.
    const moves = bestMoves(table, mentorOf, [...free, table.mentors], { stopAtEnds: true });
    let [gain, row, column] = [0, -1, -1];
    for (let i = 0; i < table.mentees; i++) {
      if (mentorOf[i]! >= 0) continue;
      for (let c = 0; c < table.mentors; c++) {
        const value = table.seats[c] === 0 ? -Infinity : worthOf(table, i, c) + moves.gain[c]!;
        if (value > gain) [gain, row, column] = [value, i, c];
      }
    }
    if (row < 0) return mentorOf;
    follow(moves, mentorOf, column);
    mentorOf[row] = column;
  }
}

/** The table without what was decided: fixed rows sit, and their seats are gone. `seated`: their column, else -1. */
export function narrow(
  table: ScoreTable,
  ownerOf: Int32Array,
  shut: readonly number[],
  { fixed, barred }: Decided,
): { readonly table: ScoreTable; readonly seated: Int32Array; readonly overfull: boolean } {
  const { mentees, mentors } = table;
  const scores = Uint16Array.from(table.scores);
  const seats = Int32Array.from(table.seats);
  const seated = new Int32Array(mentees).fill(-1);
  for (const c of shut) seats[c] = 0;
  let overfull = false;
  for (let row = 0; row < mentees; row++) {
    const owner = fixed[row]!;
    if (owner >= 0) {
      const column = ownerOf.findIndex(
        (one, c) => one === owner && seats[c]! > 0 && table.scores[row * mentors + c] !== BARRED,
      );
      if (column < 0) overfull = true;
      else {
        seated[row] = column;
        seats[column]!--;
      }
      scores.fill(BARRED, row * mentors, (row + 1) * mentors);
    } else if (barred[row]!.size > 0)
      for (let c = 0; c < mentors; c++) if (barred[row]!.has(ownerOf[c]!)) scores[row * mentors + c] = BARRED;
  }
  return { table: { ...table, scores, seats }, seated, overfull };
}

/** Brings a circle up to its minimum by the chains that cost least; prices that prove it cannot be done where it cannot. */
function fill(
  table: ScoreTable,
  mentorOf: Int32Array,
  lower: Int32Array,
  { circle, whole }: { readonly circle: number; readonly whole: ScoreTable },
): Float64Array | undefined {
  for (let load = loadOf(table, mentorOf); load[circle]! < lower[circle]!; load = loadOf(table, mentorOf)) {
    const moves = bestMoves(table, mentorOf, [circle]);
    let donor = -1;
    for (let c = 0; c <= table.mentors; c++) {
      if (c === circle || moves.mover[c]! < 0 || (c < table.mentors && load[c]! <= lower[c]!)) continue;
      if (donor < 0 || moves.gain[c]! > moves.gain[donor]!) donor = c;
    }
    if (donor < 0 || load[circle]! >= table.seats[circle]!) {
      // Everybody who could come sits where she is needed: at these prices no answer is worth anything, those who are fixed included.
      const all = 2 * mentorOf.reduce((sum, _, row) => sum + Math.max(0, mostWorth(whole, row)), 1);
      return Float64Array.from({ length: table.mentors }, (_, c) =>
        c === circle || moves.gain[c]! > -Infinity ? -all : 0,
      );
    }
    follow(moves, mentorOf, donor);
  }
  return undefined;
}

function mostWorth(table: ScoreTable, row: number): number {
  let most = -Infinity;
  for (let c = 0; c < table.mentors; c++) most = Math.max(most, worthOf(table, row, c));
  return most;
}

export function valueOf(table: ScoreTable, mentorOf: Int32Array): number {
  return mentorOf.reduce((sum, c, row) => sum + worthOf(table, row, c), 0);
}

function loadOf({ mentors }: ScoreTable, mentorOf: Int32Array): Int32Array {
  const load = new Int32Array(mentors);
  for (const c of mentorOf) if (c >= 0) load[c]!++;
  return load;
}
