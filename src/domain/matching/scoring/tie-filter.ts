// What pairs that stand, and pins, bar by "apart" and "together": whom a mentee's siblings have, she cannot have; whom her friends have, she must.
import { nameAndId } from '../../find-named.ts';
import type { Rule } from '../../program/program.ts';
import type { Candidate } from '../candidate.ts';
import { addBit, dropBit, keepBits, wordsFor } from './bits.ts';
import type { RuleFilter } from './rule-filter-type.ts';
import { tied, withSettled, type Settled } from './ties.ts';

/** For a mentee with settled ones in her group: by mentor (index) who of them has her. `only`: nobody but these; else none of these. */
interface Bound {
  readonly only: boolean;
  readonly whose: ReadonlyMap<number, Candidate>;
}

export function tieFilter(
  rule: Rule,
  words: string,
  {
    mentees,
    mentors,
    settled,
  }: {
    readonly mentees: readonly Candidate[];
    readonly mentors: readonly Candidate[];
    readonly settled: readonly Settled[];
  },
): RuleFilter {
  const bounds = boundsOf(rule, mentees, mentors, settled);
  const allows = (i: number, j: number): boolean => {
    const bound = bounds.get(i);
    return bound === undefined || bound.whose.has(j) === bound.only;
  };
  return {
    rule,
    words,
    allows,
    narrow: (i, bits) => {
      const bound = bounds.get(i);
      if (bound === undefined) return;
      if (bound.only) {
        const open = new Uint32Array(wordsFor(mentors.length));
        for (const j of bound.whose.keys()) addBit(open, j);
        keepBits(bits, open);
      } else for (const j of bound.whose.keys()) dropBit(bits, j);
    },
    why: (i, j) => {
      const bound = bounds.get(i);
      const [other] = bound === undefined ? [] : [bound.whose.get(j) ?? bound.whose.values().next().value];
      if (bound === undefined || other === undefined) return words;
      const [own = j] = bound.whose.keys();
      return `${words} (${nameAndId(other)} has ${bound.only ? nameAndId(mentors[own]!) : 'her'})`;
    },
  };
}

function boundsOf(
  rule: Rule,
  mentees: readonly Candidate[],
  mentors: readonly Candidate[],
  settled: readonly Settled[],
): ReadonlyMap<number, Bound> {
  const bounds = new Map<number, { only: boolean; whose: Map<number, Candidate> }>();
  if (settled.length === 0 || (rule.kind !== 'apart' && rule.kind !== 'together')) return bounds;
  const everybody = withSettled(mentees, settled);
  const index = new Map(mentors.map(({ id }, j) => [id, j]));
  const has = new Map<string, number[]>();
  for (const { mentee, mentors: ids } of settled)
    has.set(mentee.id, [...(has.get(mentee.id) ?? []), ...ids.flatMap((id) => index.get(id) ?? [])]);
  const only = rule.kind === 'together';
  for (const group of tied(everybody, rule)) {
    const held = group.filter((at) => has.has(everybody[at]!.id));
    if (held.length === 0) continue;
    for (const i of group) {
      if (i >= mentees.length) continue;
      const whose = new Map<number, Candidate>();
      // Who waits for a second mentor is to share that one with the others who wait, not the first.
      const others = held.filter((at) => at !== i && !(only && at < mentees.length && !isPinned(everybody[at]!)));
      for (const at of others)
        for (const j of has.get(everybody[at]!.id) ?? []) if (!whose.has(j)) whose.set(j, everybody[at]!);
      if (whose.size > 0) bounds.set(i, { only, whose });
    }
  }
  return bounds;

  function isPinned({ id }: Candidate): boolean {
    return settled.some(({ mentee, pinned }) => pinned === true && mentee.id === id);
  }
}
