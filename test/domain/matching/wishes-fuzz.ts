// Small random problems of every kind that is searched or made convex, against every answer there is: counts of what was tried and what differs.
import { seededChance } from '../../../src/domain/chance.ts';
import { BARRED, type ScoreTable } from '../../../src/domain/matching/assignment-types.ts';
import { evenness } from '../../../src/domain/matching/scoring/bonuses.ts';
import { solveAssignment } from '../../../src/domain/matching/solve/assignment.ts';
import { branchAndBound, dive, valueOf, type Bounded } from '../../../src/domain/matching/solve/branch-and-bound.ts';
import { certify } from '../../../src/domain/matching/solve/certificate.ts';
import { judgeTree } from '../../../src/domain/matching/solve/proof-tree.ts';
import type { SideRule } from '../../../src/domain/matching/side-rule.ts';
import { tierFaults, tierWorths } from '../../../src/domain/matching/solve/tier-closure.ts';
import { oneInOrder, orderKinds, type OrderKind } from './order-fuzz.ts';
import { oneStanding, standingKinds, type StandingKind } from './standing-fuzz.ts';
import { finish } from '../../../src/domain/progress.ts';

export const wishKinds = [
  'circles',
  'apart',
  'together',
  'balance',
  'circles and apart',
  'tiers',
  'tiers with circles',
  'even loads',
  ...orderKinds,
  ...standingKinds,
] as const;
type Kind = (typeof wishKinds)[number];

interface Tried {
  tables: number;
  /** Where the rules, minimums or tiers changed the plain best answer. */
  changed: number;
  faults: string[];
}

/** `count` problems of each kind from `seed`. */
export function fuzzWishes(seed: number, count: number, kinds: readonly Kind[] = wishKinds): Record<string, Tried> {
  const chance = seededChance(seed);
  return Object.fromEntries(
    kinds.map((kind) => {
      const tried: Tried = { tables: 0, changed: 0, faults: [] };
      for (let n = 0; n < count; n++) {
        const fault = isStanding(kind)
          ? inMidTerm(kind, chance, tried)
          : isOrder(kind)
            ? inOrder(kind, chance, tried)
            : kind === 'even loads'
              ? evenLoads(chance, tried)
              : kind === 'tiers'
                ? tiers(chance, tried)
                : searchOne(kind, chance, tried);
        tried.tables++;
        if (fault !== undefined) tried.faults.push(`${kind} ${n}: ${fault}`);
      }
      return [kind, tried];
    }),
  );
}

const isOrder = (kind: Kind): kind is OrderKind => (orderKinds as readonly string[]).includes(kind);

const isStanding = (kind: Kind): kind is StandingKind => (standingKinds as readonly string[]).includes(kind);

function inMidTerm(kind: StandingKind, chance: () => number, tried: Tried): string | undefined {
  const { fault, changed } = oneStanding(kind, chance);
  if (changed) tried.changed++;
  return fault;
}

function inOrder(kind: OrderKind, chance: () => number, tried: Tried): string | undefined {
  const table = randomTable(chance, 3 + below(chance, 4), 3 + below(chance, 2), 2, chance() < 0.7 ? 1 : undefined);
  const { fault, changed } = oneInOrder(kind, { chance, table, answers: everyAnswer(table) });
  if (changed) tried.changed++;
  return fault;
}

const below = (chance: () => number, n: number): number => Math.floor(chance() * n);

function randomTable(
  chance: () => number,
  mentees: number,
  mentors: number,
  seats: number,
  eligible?: number,
): ScoreTable {
  const open = eligible ?? 0.4 + 0.6 * chance();
  const few = chance() < 0.4;
  const scores = Uint16Array.from({ length: mentees * mentors }, () =>
    chance() > open ? BARRED : few ? 300 * below(chance, 3) : below(chance, 1001),
  );
  return { mentees, mentors, scores, seats: Int32Array.from({ length: mentors }, () => 1 + below(chance, seats)) };
}

/** Every answer within the seats: column of each row, -1 for none. */
function* everyAnswer({ mentees, mentors, scores, seats }: ScoreTable): Generator<Int32Array, void, undefined> {
  const of = new Int32Array(mentees).fill(-1);
  const left = Int32Array.from(seats);
  function* from(row: number): Generator<Int32Array, void, undefined> {
    if (row === mentees) {
      yield of;
      return;
    }
    of[row] = -1;
    yield* from(row + 1);
    for (let c = 0; c < mentors; c++) {
      if (left[c] === 0 || scores[row * mentors + c] === BARRED) continue;
      left[c]!--;
      of[row] = c;
      yield* from(row + 1);
      left[c]!++;
      of[row] = -1;
    }
  }
  yield* from(0);
}

function heeds({ table, least, ownerOf, rules }: Bounded, of: Int32Array): boolean {
  const load = new Int32Array(table.mentors);
  for (const c of of) if (c >= 0) load[c]!++;
  if (load.some((count, c) => count > 0 && count < least[c]!)) return false;
  const owner = (row: number): number => (of[row]! < 0 ? -1 : ownerOf[of[row]!]!);
  return rules.every((rule) => {
    if (rule.kind === 'balance')
      return [...new Set(ownerOf)].every((one) => {
        const rows = [...of.keys()].filter((row) => owner(row) === one);
        const group = rows.filter((row) => rule.isIn[row] === 1).length / rows.length;
        return rows.length < 2 || (group <= rule.most + 1e-9 && group >= rule.least - 1e-9);
      });
    const owners = rule.rows.map(owner);
    const placed = owners.filter((one) => one >= 0);
    return rule.kind === 'apart' ? new Set(placed).size === placed.length : new Set(owners).size === 1;
  });
}

function searchOne(kind: Kind, chance: () => number, tried: Tried): string | undefined {
  const mentees = 3 + below(chance, 5);
  const mentors = 2 + below(chance, 3);
  const circles = kind.includes('circles');
  const plain = randomTable(chance, mentees, mentors, circles ? 5 : 3);
  const tierOf = Array.from({ length: mentees }, () => below(chance, 3));
  const table = kind.startsWith('tiers') ? { ...plain, placedWorth: tierWorths(tierOf) } : plain;
  const least = Int32Array.from({ length: mentors }, () => (circles && chance() < 0.8 ? 2 + below(chance, 3) : 0));
  for (let c = 0; c < mentors; c++) if (least[c]! > table.seats[c]!) table.seats[c] = 0;
  // A mentor of two columns has the same fits in both, and the first counts more.
  const ownerOf = Int32Array.from({ length: mentors }, (_, c) => c);
  if (!circles && chance() < 0.6) {
    ownerOf[1] = 0;
    for (let row = 0; row < mentees; row++) {
      const score = table.scores[row * mentors]!;
      table.scores[row * mentors + 1] = score;
      if (score !== BARRED) table.scores[row * mentors] = score + 20;
    }
  }
  const rows = [...Array(mentees).keys()].sort(() => chance() - 0.5);
  const groups = [rows.slice(0, 2 + below(chance, 2)), rows.slice(3, 5)].filter(({ length }) => length > 1);
  const rules: SideRule[] = kind.includes('apart')
    ? groups.map((group) => ({ kind: 'apart', rows: group, words: '' }))
    : kind === 'together'
      ? groups.map((group) => ({ kind: 'together', rows: group, words: '' }))
      : kind === 'balance'
        ? [
            {
              kind: 'balance',
              isIn: Uint8Array.from({ length: mentees }, () => below(chance, 2)),
              has: new Map(),
              least: chance() < 0.5 ? 0 : 0.3,
              most: [0.5, 0.6, 0.34, 1][below(chance, 4)]!,
              words: '',
            },
          ]
        : [];
  const problem: Bounded = { table, least, ownerOf, rules };
  let best = -Infinity;
  for (const of of everyAnswer(table)) if (heeds(problem, of)) best = Math.max(best, valueOf(table, of));
  const free = valueOf(table, finish(solveAssignment(table)).mentorOf);
  const answer = finish(branchAndBound(problem, dive(problem)));
  const { certificate, value, bound } = judgeTree(problem, answer);
  if (free !== value) tried.changed++;
  if (value !== best) return `found ${value}, the best is ${best}`;
  if (!certificate.proved) return `not proved: ${certificate.faults.join()} bound ${bound - value}`;
  return undefined;
}

function tiers(chance: () => number, tried: Tried): string | undefined {
  const mentees = 3 + below(chance, 5);
  const plain = randomTable(chance, mentees, 2 + below(chance, 3), 2);
  const tierOf = Array.from({ length: mentees }, () => below(chance, 3));
  const count = (of: Int32Array): number[] =>
    [2, 1, 0].map((tier) => tierOf.filter((one, row) => one === tier && of[row]! >= 0).length);
  const total = (of: Int32Array): number =>
    of.reduce((sum, c, row) => sum + (c < 0 ? 0 : plain.scores[row * plain.mentors + c]!), 0);
  let best: number[] = [-1];
  for (const of of everyAnswer(plain)) {
    const mine = [...count(of), total(of)];
    const at = mine.findIndex((value, k) => value !== best[k]);
    if (at >= 0 && mine[at]! > (best[at] ?? -1)) best = mine;
  }
  const table = {
    ...plain,
    scores: plain.scores.map((score, at) =>
      score === BARRED ? BARRED : score + 2000 * tierOf[Math.floor(at / plain.mentors)]!,
    ),
  };
  const answer = finish(solveAssignment(table));
  const found = [...count(answer.mentorOf), total(answer.mentorOf)];
  if (total(finish(solveAssignment(plain)).mentorOf) !== found[3]) tried.changed++;
  const faults = [...certify(table, answer).faults, ...tierFaults(table, answer.mentorOf, tierOf)];
  const same = found.join() === best.join();
  if (faults.length > 0) return same ? `right, but not proved: ${faults.join()}` : undefined;
  return same ? undefined : `placed ${found.join()}, the best is ${best.join()}`;
}

/** Seats as columns that count less one by one, against every answer with what its loads count. */
function evenLoads(chance: () => number, tried: Tried): string | undefined {
  const mentees = 3 + below(chance, 5);
  const plain = randomTable(chance, mentees, 2 + below(chance, 2), 5);
  const most = Math.max(...plain.seats);
  let best = [-1, 0];
  for (const of of everyAnswer(plain)) {
    const load = new Int32Array(plain.mentors);
    let [placed, sum] = [0, 0];
    of.forEach((c, row) => {
      if (c < 0) return;
      placed++;
      sum += plain.scores[row * plain.mentors + c]! + evenness(++load[c]!, most);
    });
    if (placed > best[0]! || (placed === best[0] && sum > best[1]!)) best = [placed, sum];
  }
  const columns = [...plain.seats].flatMap((seats, j) =>
    Array.from({ length: seats }, (_, nth) => ({ j, bonus: evenness(nth + 1, most) })),
  );
  const scores = Uint16Array.from({ length: mentees * columns.length }, (_, at) => {
    const { j, bonus } = columns[at % columns.length]!;
    const score = plain.scores[Math.floor(at / columns.length) * plain.mentors + j]!;
    return score === BARRED ? BARRED : score + bonus;
  });
  const table = { mentees, mentors: columns.length, scores, seats: new Int32Array(columns.length).fill(1) };
  const answer = finish(solveAssignment(table));
  if (finish(solveAssignment(plain)).total !== answer.total) tried.changed++;
  if (!certify(table, answer).proved) return 'not proved';
  // The same with one column a mentor, whose places count unequally.
  const unequal = { ...plain, placeBonus: Int32Array.from(columns, ({ bonus }) => bonus) };
  const byMentor = finish(solveAssignment(unequal));
  if (!certify(unequal, byMentor).proved) return 'by mentor not proved';
  if (byMentor.placed !== answer.placed || byMentor.total !== answer.total) return 'by mentor another total';
  return answer.placed === best[0] && answer.total === best[1]
    ? undefined
    : `${answer.placed}, ${answer.total}; the best ${best.join()}`;
}
