// The rules of a program about mentees among each other, as rows of a run's table: siblings apart, friends together, groups mixed.
import type { Rule } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import type { RunTable } from './solve-table.ts';
import type { Settled } from './ties.ts';
import type { SideRule } from '../side-rule.ts';
import { ruleKind } from './rule-kinds.ts';
import { gave, isAmongMentees, tied, withSettled } from './ties.ts';

/**
 * `mentees`: of the rows. Whoever is neither among them nor settled is passed over: a file serves many cohorts. Who is settled
 * bars pairs by herself (`tieFilter`), and counts here only in shares. `ownerOf`: the number under which the search knows a mentor.
 * `pinned`: rows that are settled, too, and count in shares as they come.
 */
export function sideRulesOf(
  mentees: readonly Candidate[],
  rules: readonly Rule[],
  settled: readonly Settled[] = [],
  ownerOf: (mentor: string) => number | undefined = () => undefined,
  pinned: readonly Settled[] = [],
): readonly SideRule[] {
  const held = new Set(pinned.map(({ mentee }) => mentee.id));
  const everybody = rules.some(isAmongMentees) ? withSettled(mentees, settled) : mentees;
  return rules.flatMap((rule): SideRule[] => {
    const words = ruleKind(rule.kind).words(rule);
    if (rule.kind === 'balance') {
      const isIn = Uint8Array.from(mentees, (one) => (gave(one, rule) ? 1 : 0));
      const has = sharesOf(settled, rule, ownerOf);
      return [{ kind: 'balance', isIn, has, least: rule.least ?? 0, most: rule.most ?? 1, words }];
    }
    if (rule.kind !== 'apart' && rule.kind !== 'together') return [];
    const { kind } = rule;
    return tied(everybody, rule)
      .map((group) => group.filter((at) => at < mentees.length && !held.has(mentees[at]!.id)))
      .filter(({ length }) => length > 1)
      .map((rows) => ({ kind, rows, words }));
  });
}

/** By mentor: how many are settled with her, and how many of them are in the group. */
function sharesOf(
  settled: readonly Settled[],
  rule: Rule,
  ownerOf: (mentor: string) => number | undefined,
): ReadonlyMap<number, { readonly inGroup: number; readonly all: number }> {
  const has = new Map<number, { inGroup: number; all: number }>();
  for (const { mentee, mentors } of settled)
    for (const owner of new Set(mentors.flatMap((id) => ownerOf(id) ?? []))) {
      const here = has.get(owner) ?? { inGroup: 0, all: 0 };
      has.set(owner, { inGroup: here.inGroup + (gave(mentee, rule) ? 1 : 0), all: here.all + 1 });
    }
  return has;
}

/** The same of a run's table. */
export function sideRulesIn(
  { scoring, rows, columns, settled }: RunTable,
  rules: readonly Rule[],
): readonly SideRule[] {
  const { mentees, mentors } = scoring;
  const lead = new Map(columns.flatMap((column) => column.mentors.map((j) => [mentors[j]!.id, column.mentors[0]!])));
  return sideRulesOf(
    rows.map((i) => mentees[i]!),
    rules,
    settled,
    (mentor) => lead.get(mentor),
  );
}
