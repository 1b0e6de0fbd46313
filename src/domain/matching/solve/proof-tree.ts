// The judge of a branch and bound: trusts nothing of the search, adds every part of the choices up to all of them, bounds each by itself.
import { BARRED, TOP_SCORE, type Certificate, type ScoreTable } from '../assignment-types.ts';
import type { Bounded, BoundedAnswer, Choice, ProofTree } from './branch-and-bound.ts';
import { balanced, type SideRule } from '../side-rule.ts';

/** What one answer counts and what none counts more than, in worth: of somebody placed `placedWorth`, and the scores. */
export interface Judged {
  readonly certificate: Certificate;
  readonly value: number;
  readonly bound: number;
}

/**
 * 1. The answer is allowed: no barred pair, nobody over her seats, every circle with people at its minimum, no rule broken.
 * 2. Every choice of the tree is taken both ways, so that its leaves are all answers there are.
 * 3. Each leaf is bounded by its prices (weak duality with lower bounds), or its choices contradict each other.
 * Proved: the highest bound is what the answer counts.
 */
export function judgeTree(problem: Bounded, { mentorOf, tree }: BoundedAnswer): Judged {
  const { table } = problem;
  const faults = allowed(problem, mentorOf);
  let [value, pairs] = [0, 0];
  mentorOf.forEach((c, row) => (value += c < 0 ? 0 : worth(table, row, c)));
  for (const score of table.scores) if (score !== BARRED) pairs++;
  const bound = highest(problem, tree, []);
  return {
    value,
    bound: Math.max(bound, value),
    certificate: { proved: faults.length === 0 && bound <= value, checkedPairs: pairs, faults: faults.slice(0, 20) },
  };
}

function worth({ mentors, mentees, scores, placedWorth }: ScoreTable, row: number, column: number): number {
  return (placedWorth?.[row] ?? 2 * TOP_SCORE * (mentees + 1)) + scores[row * mentors + column]!;
}

function allowed({ table, least, ownerOf, rules }: Bounded, mentorOf: Int32Array): string[] {
  const faults: string[] = [];
  const load = new Int32Array(table.mentors);
  mentorOf.forEach((c, row) => {
    if (c < 0) return;
    load[c]!++;
    if (table.scores[row * table.mentors + c] === BARRED) faults.push(`mentee ${row} has a barred mentor`);
  });
  load.forEach((count, c) => {
    if (count > table.seats[c]!) faults.push(`mentor ${c} has ${count} mentees and ${table.seats[c]!} seats`);
    if (count > 0 && count < least[c]!) faults.push(`circle ${c} has ${count} people and needs ${least[c]!}`);
  });
  const owner = (row: number): number => (mentorOf[row]! < 0 ? -1 : ownerOf[mentorOf[row]!]!);
  for (const rule of rules) {
    if (rule.kind === 'balance') {
      for (const one of new Set(ownerOf)) {
        const rows = [...mentorOf.keys()].filter((row) => owner(row) === one);
        const group = rows.filter((row) => rule.isIn[row] === 1).length;
        if (!balanced(group, rows.length, rule, rule.has.get(one))) faults.push(`mentor ${one}: ${rule.words}`);
      }
      continue;
    }
    const owners = rule.rows.map(owner);
    const placed = owners.filter((one) => one >= 0);
    const broken = rule.kind === 'apart' ? new Set(placed).size < placed.length : new Set(owners).size > 1;
    if (broken) faults.push(`mentee ${rule.rows[0]!}: ${rule.words}`);
  }
  return faults;
}

function highest(problem: Bounded, tree: ProofTree, taken: readonly Choice[]): number {
  if ('choice' in tree) {
    const [yes, no] = [true, false].map((is): Choice =>
      'circle' in tree.choice ? { ...tree.choice, open: is } : { ...tree.choice, yes: is },
    ) as [Choice, Choice];
    return Math.max(highest(problem, tree.yes, [...taken, yes]), highest(problem, tree.no, [...taken, no]));
  }
  const part = partOf(problem, taken);
  if (part === undefined) return -Infinity;
  return 'prices' in tree ? boundOf(problem, part, tree.prices) : Infinity;
}

interface Part {
  /** Row -> the only mentor left to her, or -1; mentors that are barred besides. */
  readonly must: Int32Array;
  readonly never: readonly ReadonlySet<number>[];
  readonly open: ReadonlySet<number>;
  readonly shut: ReadonlySet<number>;
}

/** The choices and all that follows from them; undefined where no answer can heed them. */
function partOf(problem: Bounded, taken: readonly Choice[]): Part | undefined {
  const { table, ownerOf, rules } = problem;
  const must = new Int32Array(table.mentees).fill(-1);
  const never = Array.from({ length: table.mentees }, () => new Set<number>());
  const [open, shut] = [new Set<number>(), new Set<number>()];
  for (const choice of taken) {
    if ('circle' in choice) (choice.open ? open : shut).add(choice.circle);
    else if (choice.yes) {
      if (must[choice.row]! >= 0 && must[choice.row] !== choice.owner) return undefined;
      must[choice.row] = choice.owner;
    } else never[choice.row]!.add(choice.owner);
  }
  for (let again = true; again;) {
    again = false;
    for (const rule of rules) {
      if (rule.kind === 'balance') continue;
      for (const row of rule.rows)
        for (const other of rule.rows) {
          if (other === row) continue;
          const owner = must[row]!;
          if (rule.kind === 'apart') {
            if (owner < 0 || never[other]!.has(owner)) continue;
            never[other]!.add(owner);
            again = true;
            continue;
          }
          if (owner >= 0 && must[other]! < 0) {
            must[other] = owner;
            again = true;
          }
          if (owner >= 0 && must[other] !== owner) return undefined;
          for (const one of never[row]!)
            if (!never[other]!.has(one)) {
              never[other]!.add(one);
              again = true;
            }
        }
    }
  }
  const places = new Map<number, number>();
  ownerOf.forEach((owner, c) => places.set(owner, (places.get(owner) ?? 0) + (shut.has(c) ? 0 : table.seats[c]!)));
  for (let row = 0; row < table.mentees; row++) {
    const owner = must[row]!;
    if (owner < 0) continue;
    if (never[row]!.has(owner) || !mayHave(problem, row, owner)) return undefined;
    const left = (places.get(owner) ?? 0) - 1;
    if (left < 0) return undefined;
    places.set(owner, left);
  }
  const part = { must, never, open, shut };
  return rules.some((rule) => rule.kind === 'balance' && neverBalanced(problem, part, rule)) ? undefined : part;
}

function mayHave({ table, ownerOf }: Bounded, row: number, owner: number): boolean {
  return ownerOf.some(
    (one, c) => one === owner && table.seats[c]! > 0 && table.scores[row * table.mentors + c] !== BARRED,
  );
}

/** Some mentor's mentees are all decided on, and do not keep to the shares. */
function neverBalanced(problem: Bounded, { must, never }: Part, rule: Extract<SideRule, { kind: 'balance' }>): boolean {
  return [...new Set(problem.ownerOf)].some((owner) => {
    const rows = [...must.keys()];
    const here = rows.filter((row) => must[row] === owner);
    const open = rows.some((row) => must[row]! < 0 && !never[row]!.has(owner) && mayHave(problem, row, owner));
    return (
      !open && !balanced(here.filter((row) => rule.isIn[row] === 1).length, here.length, rule, rule.has.get(owner))
    );
  });
}

/** No answer that heeds the choices counts more, whatever the prices are. */
function boundOf({ table, least, ownerOf }: Bounded, { must, never, open, shut }: Part, prices: Float64Array): number {
  const { mentees, mentors, scores } = table;
  const seats = Array.from(table.seats, (count, c) => (shut.has(c) ? 0 : count));
  const lower = Array.from(least, (count, c) => (open.has(c) ? count : 0));
  let sum = 0;
  for (let row = 0; row < mentees; row++) {
    const owner = must[row]!;
    if (owner < 0) continue;
    // Her mentor's first free seat: the seats after it are worth less, and who takes which makes no difference.
    const c = ownerOf.findIndex((one, at) => one === owner && seats[at]! > 0 && scores[row * mentors + at] !== BARRED);
    sum += worth(table, row, c);
    seats[c]!--;
    lower[c] = Math.max(0, lower[c]! - 1);
  }
  for (let c = 0; c < mentors; c++) sum += prices[c]! >= 0 ? seats[c]! * prices[c]! : lower[c]! * prices[c]!;
  for (let row = 0; row < mentees; row++) {
    if (must[row]! >= 0) continue;
    let most = 0;
    for (let c = 0; c < mentors; c++) {
      if (seats[c] === 0 || scores[row * mentors + c] === BARRED || never[row]!.has(ownerOf[c]!)) continue;
      most = Math.max(most, worth(table, row, c) - prices[c]!);
    }
    sum += most;
  }
  return sum;
}
