// A rematch where mentees must be apart, together or mixed: branch and bound, each part of the choices solved as a rematch of its own.
import { finish, type Work } from '../../progress.ts';
import type { Certificate } from '../assignment-types.ts';
import { balanced, type SideRule } from '../side-rule.ts';
import { decide, violation, withStaying, type Decided, type Decision } from '../solve/side-rules.ts';
import { solveRematch } from './rematch-assignment.ts';
import { certifyRematch } from './rematch-certificate.ts';
import { placesOf, tierIn, worthIn, type RematchAnswer, type RematchTable } from './rematch-types.ts';

/** `held`: by row the mentor somebody stands with or is pinned to, or -1. Those who stay with one break no rule. */
export interface TiedRematch {
  readonly table: RematchTable;
  readonly rules: readonly SideRule[];
  readonly held: Int32Array;
}

/** The parts of the choices: each closed one with the best answer of it, or a choice taken both ways. */
type Tree =
  | { readonly answer: RematchAnswer }
  | { readonly contradiction: true }
  | { readonly choice: Omit<Decision, 'yes'>; readonly yes: Tree; readonly no: Tree };

export interface TiedAnswer {
  readonly answer: Omit<RematchAnswer, 'proofs' | 'prices'>;
  /** Of the plain rematch, without the rules. */
  readonly prices: Float64Array;
  readonly certificate: Certificate;
  /** Where the search was too long to end: how many more any answer could place at most, pairs fewer it could move, points of 1,000 of fit. */
  readonly within?: { readonly people: number; readonly moves: number; readonly points: number };
}

interface Node {
  readonly decided: Decided;
  readonly bound: Value;
  readonly put: (tree: Tree) => void;
}

/** Placed tier by tier, pairs that did not move, points: in their order of weight. */
type Value = readonly number[];

/** Cells that all parts together may read: some seconds. */
const mostCells = 3e8;
const mostParts = 5000;

/**
 * Best first (Land & Doig 1960). Each part is bounded by its best rematch without the rules; that breaks a rule, which is branched on,
 * or is itself allowed. At the worst everything stays as it is.
 */
export function* rematchWithRules(problem: TiedRematch, maxMoves: number): Work<TiedAnswer> {
  const { table, rules, held } = problem;
  const plain = yield* solveRematch(table, maxMoves);
  // A mentor over her places loses pairs whatever is said.
  const limit = maxMoves === Infinity ? Infinity : Math.max(maxMoves, leastMoved(table));
  const nothing = {
    fixed: new Int32Array(table.mentees).fill(-1),
    barred: Array.from({ length: table.mentees }, () => new Set<number>()),
  };
  let best: { readonly mentorOf: Int32Array; readonly value: Value } | undefined;
  const root: { tree?: Tree } = {};
  const queue: Node[] = [{ decided: nothing, bound: [Infinity], put: (tree) => (root.tree = tree) }];
  const parts = Math.max(40, Math.min(mostParts, Math.floor(mostCells / (4 * table.mentees * table.mentors + 2000))));
  let looked = 0;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (looked++ >= parts) {
      queue.push(node);
      break;
    }
    if (looked % 20 === 1) yield { phase: 'comparing choices', done: looked, total: parts };
    const solved = solvePart(problem, node.decided, limit);
    if (solved === undefined) {
      node.put({ contradiction: true });
      continue;
    }
    const { answer, mentorOf, value } = solved;
    if (best !== undefined && !better(value, best.value)) {
      node.put({ answer });
      continue;
    }
    const broken = violation(rules, mentorOf, node.decided, mayHaveIn(table), held);
    if (broken === undefined) {
      best = { mentorOf, value };
      node.put({ answer });
      continue;
    }
    if (broken.branch === undefined) {
      node.put({ contradiction: true });
      continue;
    }
    const { branch } = broken;
    const made: { choice: Omit<Decision, 'yes'>; yes: Tree; no: Tree } = {
      choice: branch,
      yes: { contradiction: true },
      no: { contradiction: true },
    };
    node.put(made);
    for (const yes of [true, false]) {
      const decided = decide(rules, node.decided, { ...branch, yes }, held);
      if (decided === undefined) continue;
      const child: Node = { decided, bound: value, put: (tree) => (made[yes ? 'yes' : 'no'] = tree) };
      let at = queue.length;
      while (at > 0 && better(queue[at - 1]!.bound, value)) at--;
      queue.splice(at, 0, child);
    }
  }
  const left = queue.at(-1);
  const found = best ?? { mentorOf: asItIs(table), value: valueOf(table, asItIs(table)) };
  const answer = { ...figures(table, found.mentorOf), mentorOf: found.mentorOf };
  if (left === undefined)
    return { answer, prices: plain.prices, certificate: judge(problem, found.mentorOf, root.tree, maxMoves, limit) };
  const certificate = {
    proved: false,
    checkedPairs: certifyRematch(table, plain, maxMoves).checkedPairs,
    faults: allowed(problem, found.mentorOf),
  };
  return { answer, prices: plain.prices, certificate, within: apartBy(left.bound, found.value) };
}

/** Pairs that cannot stay, whoever is placed. */
function leastMoved(table: RematchTable): number {
  return finish(solveRematch({ ...table, tierOf: new Array<number>(table.mentees).fill(0) }, -1)).moved;
}

function mayHaveIn(table: RematchTable): (row: number, owner: number) => boolean {
  const worth = worthIn(table);
  return (row, owner) => table.seats[owner]! > 0 && worth(row, owner) >= 0;
}

/** Standing pairs as far as there are places; nobody else. */
function asItIs(table: RematchTable): Int32Array {
  return finish(solveRematch({ ...table, scores: table.scores, never: onlyStanding(table) })).mentorOf;
}

function onlyStanding({ mentees, mentors, standing }: RematchTable): ReadonlySet<number>[] {
  const all = Array.from({ length: mentors }, (_, j) => j);
  const none = new Set(all);
  return Array.from({ length: mentees }, (_, i) =>
    standing[i]! < 0 ? none : new Set(all.filter((j) => j !== standing[i])),
  );
}

/** The table of a part: who is fixed sits, and takes a place; who is barred is barred. Undefined where that cannot be. */
function partOf(
  { table }: TiedRematch,
  { fixed, barred }: Decided,
): { readonly table: RematchTable; readonly moves: number } | undefined {
  const places = placesOf(table);
  const seats = Int32Array.from(places.seats);
  const worth = worthIn(table);
  const out = Uint8Array.from(table.out ?? new Uint8Array(table.mentees));
  const all = Int32Array.from(table.seats);
  let moves = 0;
  for (let row = 0; row < table.mentees; row++) {
    const owner = fixed[row]!;
    if (owner < 0) continue;
    const c = places.ownerOf.findIndex((one, at) => one === owner && seats[at]! > 0);
    if (c < 0 || worth(row, owner) < 0 || barred[row]!.has(owner)) return undefined;
    seats[c]!--;
    all[owner]!--;
    out[row] = 1;
    if (table.standing[row]! >= 0 && table.standing[row] !== owner) moves++;
  }
  const never = barred.map((one, row) => {
    const before = table.never?.[row];
    return one.size === 0 ? before : before === undefined ? one : new Set([...one, ...before]);
  });
  return { table: { ...table, seats: all, places: { ...places, seats }, out, never }, moves };
}

function solvePart(
  problem: TiedRematch,
  decided: Decided,
  limit: number,
): { readonly answer: RematchAnswer; readonly mentorOf: Int32Array; readonly value: Value } | undefined {
  const part = partOf(problem, decided);
  if (part === undefined) return undefined;
  const answer = finish(solveRematch(part.table, limit - part.moves));
  if (answer.moved + part.moves > limit) return undefined;
  const mentorOf = answer.mentorOf.map((j, row) => (decided.fixed[row]! >= 0 ? decided.fixed[row]! : j));
  return { answer, mentorOf, value: valueOf(problem.table, mentorOf) };
}

function figures(table: RematchTable, mentorOf: Int32Array): { placed: number; moved: number; total: number } {
  const { ownerOf, seats, bonus } = placesOf(table);
  const left = Int32Array.from(seats);
  let [placed, moved, total] = [0, 0, 0];
  mentorOf.forEach((j, i) => {
    if (table.standing[i]! >= 0 && table.standing[i] !== j) moved++;
    if (j < 0) return;
    placed++;
    const c = ownerOf.findIndex((owner, at) => owner === j && left[at]! > 0);
    left[c]!--;
    total += table.scores[i * table.mentors + j]! + bonus[c]!;
  });
  return { placed, moved, total };
}

function valueOf(table: RematchTable, mentorOf: Int32Array): Value {
  const tierOf = tierIn(table);
  const tiers = [...new Set(Array.from(mentorOf, (_, i) => tierOf(i)))].sort((a, b) => b - a);
  const { moved, total } = figures(table, mentorOf);
  const placed = tiers.map((tier) => mentorOf.reduce((sum, j, i) => sum + (j >= 0 && tierOf(i) === tier ? 1 : 0), 0));
  return [...placed, -moved, total];
}

function better(a: Value, b: Value): boolean {
  const at = a.findIndex((one, k) => one !== b[k]);
  return at >= 0 && a[at]! > (b[at] ?? -Infinity);
}

/** What the bound leaves open: people, else moves, else points. */
function apartBy(bound: Value, found: Value): { people: number; moves: number; points: number } {
  if (bound.length < found.length) return { people: Infinity, moves: 0, points: 0 };
  const sum = (value: Value): number => value.slice(0, -2).reduce((all, one) => all + one, 0);
  const people = Math.max(0, sum(bound) - sum(found));
  const moves = people > 0 ? 0 : Math.max(0, bound.at(-2)! - found.at(-2)!);
  return { people, moves, points: people + moves > 0 ? 0 : Math.max(0, bound.at(-1)! - found.at(-1)!) };
}

/**
 * 1. The answer is allowed: nobody over her places, no barred pair, no rule broken by who does not stay where they are held.
 * 2. Every choice is taken both ways; what follows from it alone is left out of a part.
 * 3. Each part has a proof of its own that none of it is better, or cannot be.
 */
function judge(
  problem: TiedRematch,
  mentorOf: Int32Array,
  tree: Tree | undefined,
  maxMoves: number,
  limit: number,
): Certificate {
  const { table, rules, held } = problem;
  const faults = allowed(problem, mentorOf);
  const value = valueOf(table, mentorOf);
  const { moved } = figures(table, mentorOf);
  if (moved > limit) faults.push('more pairs move than may');
  let pairs = 0;
  const look = (part: Tree, decided: Decided | undefined): void => {
    if (decided === undefined) return;
    if ('choice' in part) {
      look(part.yes, decide(rules, decided, { ...part.choice, yes: true }, held));
      look(part.no, decide(rules, decided, { ...part.choice, yes: false }, held));
      return;
    }
    const own = partOf(problem, decided);
    if (own === undefined) return;
    if ('contradiction' in part) {
      if (leastMoved(own.table) + own.moves > limit) return;
      const all = finish(solveRematch(own.table, limit - own.moves)).mentorOf;
      const whole = all.map((j, row) => (decided.fixed[row]! >= 0 ? decided.fixed[row]! : j));
      if (violation(rules, whole, decided, mayHaveIn(table), held)?.branch !== undefined)
        faults.push('a part was closed without need');
      return;
    }
    const judged = certifyRematch(own.table, part.answer, maxMoves === Infinity ? Infinity : limit - own.moves);
    pairs = Math.max(pairs, judged.checkedPairs);
    faults.push(...judged.faults);
    const whole = part.answer.mentorOf.map((j, row) => (decided.fixed[row]! >= 0 ? decided.fixed[row]! : j));
    if (better(valueOf(table, whole), value)) faults.push('a part has a better answer');
  };
  look(tree ?? { contradiction: true }, {
    fixed: new Int32Array(table.mentees).fill(-1),
    barred: Array.from({ length: table.mentees }, () => new Set<number>()),
  });
  return { proved: faults.length === 0, checkedPairs: pairs, faults: faults.slice(0, 20) };
}

function allowed({ table, rules, held }: TiedRematch, mentorOf: Int32Array): string[] {
  const faults: string[] = [];
  const worth = worthIn(table);
  const menteesOf = Array.from({ length: table.mentors }, (): number[] => []);
  mentorOf.forEach((j, i) => {
    if (j >= 0 && worth(i, j) < 0) faults.push(`mentee ${i} has a barred mentor`);
    menteesOf[j]?.push(i);
  });
  menteesOf.forEach((some, j) => {
    if (some.length > table.seats[j]!) faults.push(`mentor ${j} has more mentees than seats`);
  });
  const stays = (row: number): boolean => mentorOf[row]! >= 0 && held[row] === mentorOf[row];
  for (const rule of rules) {
    if (rule.kind === 'balance') {
      menteesOf.forEach((some, j) => {
        const coming = some.filter((row) => !stays(row));
        const group = coming.filter((row) => rule.isIn[row] === 1).length;
        const has = withStaying(rule, j, some.filter(stays));
        if (!balanced(group, coming.length, rule, has)) faults.push(`mentor ${j}: ${rule.words}`);
      });
      continue;
    }
    const { kind, rows, words } = rule;
    if (kind === 'together' && new Set(rows.map((row) => mentorOf[row]!)).size > 1)
      faults.push(`mentee ${rows[0]!}: ${words}`);
    menteesOf.forEach((some, j) => {
      const sharing = kind === 'apart' ? some.filter((row) => rows.includes(row)) : [];
      if (sharing.length > 1 && !sharing.every(stays)) faults.push(`mentor ${j}: ${words}`);
    });
  }
  return faults;
}
