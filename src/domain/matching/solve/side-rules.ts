// Rules about mentees among each other: who must not share a mentor, who must, and shares of a group within one mentor's mentees.
import { balanced, type SideRule } from '../side-rule.ts';

/** What is decided of a row and a mentor: she has her, or she has not. */
export interface Decision {
  readonly row: number;
  readonly owner: number;
  readonly yes: boolean;
}

/** Row -> the mentor she is fixed to, or -1; and row -> mentors she may not have. */
export interface Decided {
  readonly fixed: Int32Array;
  readonly barred: readonly ReadonlySet<number>[];
}

/** The first rule that an answer breaks, as the decision to branch on; `broken` without one where nothing is left to decide. */
export interface Violation {
  readonly rule: SideRule;
  readonly branch?: { readonly row: number; readonly owner: number };
}

/**
 * `ownerOfRow`: the mentor each row has, -1 for none. `mayHave`: nothing bars the two. `held`: the mentor a row has or is pinned to
 * already, whatever the rules say, or -1: those who stay with one break no rule, nor do they who join them by staying.
 */
export function violation(
  rules: readonly SideRule[],
  ownerOfRow: ArrayLike<number>,
  { fixed, barred }: Decided,
  mayHave: (row: number, owner: number) => boolean,
  held?: ArrayLike<number>,
): Violation | undefined {
  const stays = (row: number, owner: number): boolean => held?.[row] === owner;
  const decided = (row: number, owner: number): boolean => fixed[row]! >= 0 || barred[row]!.has(owner);
  for (const rule of rules) {
    if (rule.kind === 'balance') {
      const load = new Map<number, number[]>();
      for (let row = 0; row < rule.isIn.length; row++) {
        const owner = ownerOfRow[row]!;
        if (owner >= 0) load.set(owner, [...(load.get(owner) ?? []), row]);
      }
      for (const [owner, all] of load) {
        const rows = all.filter((row) => !stays(row, owner));
        const group = rows.filter((row) => rule.isIn[row] === 1).length;
        const has = withStaying(
          rule,
          owner,
          all.filter((row) => stays(row, owner)),
        );
        if (balanced(group, rows.length, rule, has)) continue;
        const tooMany = group + has.inGroup > rule.most * (rows.length + has.all);
        const own =
          rows.find((row) => !decided(row, owner) && (rule.isIn[row] === 1) === tooMany) ??
          all.find((row) => !decided(row, owner));
        const other = Array.from(rule.isIn.keys()).find(
          (row) => ownerOfRow[row] !== owner && !decided(row, owner) && mayHave(row, owner),
        );
        const row = own ?? other;
        return row === undefined ? { rule } : { rule, branch: { row, owner } };
      }
      continue;
    }
    const owners = rule.rows.map((row) => ownerOfRow[row]!);
    if (rule.kind === 'apart') {
      for (const [at, row] of rule.rows.entries()) {
        const owner = owners[at]!;
        if (owner < 0) continue;
        const first = rule.rows.find(
          (one, k) => k < at && owners[k] === owner && !(stays(one, owner) && stays(row, owner)),
        );
        if (first === undefined) continue;
        // Who comes is asked first.
        const free = [first, row]
          .sort((a, b) => Number(stays(a, owner)) - Number(stays(b, owner)))
          .find((one) => !decided(one, owner));
        return free === undefined ? { rule } : { rule, branch: { row: free, owner } };
      }
    } else if (new Set(owners).size > 1) {
      const placed = rule.rows.filter((_, at) => owners[at]! >= 0);
      const open = placed.find((row) => !decided(row, ownerOfRow[row]!));
      return open === undefined ? { rule } : { rule, branch: { row: open, owner: ownerOfRow[open]! } };
    }
  }
  return undefined;
}

/** Those she has whatever is decided, and who stay with her. */
export function withStaying(
  { has, isIn }: Extract<SideRule, { readonly kind: 'balance' }>,
  owner: number,
  staying: readonly number[],
): { readonly inGroup: number; readonly all: number } {
  const { inGroup = 0, all = 0 } = has.get(owner) ?? {};
  return { inGroup: inGroup + staying.filter((row) => isIn[row] === 1).length, all: all + staying.length };
}

/**
 * What follows from a decision: nobody who must be apart from a row that is fixed has the same mentor, everybody who must be
 * together with her has, and who must be together with a row that may not have a mentor may not either. Undefined where two
 * decisions contradict each other.
 */
export function decide(
  rules: readonly SideRule[],
  before: Decided,
  decision: Decision,
  held?: ArrayLike<number>,
): Decided | undefined {
  const fixed = Int32Array.from(before.fixed);
  const barred = before.barred.map((one) => one);
  const queue: Decision[] = [decision];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { row, owner, yes } = next;
    if (yes ? fixed[row] === owner : barred[row]!.has(owner)) continue;
    if (yes ? fixed[row]! >= 0 || barred[row]!.has(owner) : fixed[row] === owner) return undefined;
    if (yes) fixed[row] = owner;
    else barred[row] = new Set([...barred[row]!, owner]);
    for (const rule of rules) {
      if (rule.kind === 'balance' || !rule.rows.includes(row)) continue;
      for (const other of rule.rows) {
        if (other === row) continue;
        if (rule.kind === 'together') queue.push({ row: other, owner, yes });
        else if (yes && !(held?.[row] === owner && held[other] === owner))
          queue.push({ row: other, owner, yes: false });
      }
    }
  }
  return { fixed, barred };
}
