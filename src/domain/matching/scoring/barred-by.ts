// What keeps two people apart, in words, and for one mentee how many mentors each thing bars.
import { addBit, countBits } from './bits.ts';
import type { Candidate } from '../candidate.ts';
import type { RuleFilter } from './rule-filter-type.ts';
import type { Blocks } from '../run.ts';

/** `bars`: mentors that a rule bars; `aloneBars`: those that nothing else bars. */
export interface BarCount {
  readonly rule: string;
  readonly bars: number;
  readonly aloneBars: number;
}

const samePerson = 'the same person';

/** What bars the pair, in words; empty when nothing does. Indices are those of the filters. */
export function barredBy(
  mentee: Candidate,
  mentor: Candidate,
  { filters, i, j, blocks }: { readonly filters: readonly RuleFilter[]; i: number; j: number; blocks: Blocks },
): readonly string[] {
  const block = blocks.get(mentee.id)?.get(mentor.id);
  return [
    ...(mentee.id === mentor.id ? [samePerson] : []),
    ...(block === undefined ? [] : [block]),
    ...filters.flatMap(({ allows, words, why }) => (allows(i, j) ? [] : [why?.(i, j) ?? words])),
  ];
}

export interface BarOptions {
  readonly filters: readonly RuleFilter[];
  readonly blocks: Blocks;
  readonly mentorIndex: ReadonlyMap<string, number>;
  /** The mentors who have a place; only they are counted. */
  readonly withSeats: Uint32Array;
}

/** For one mentee (index `i`): what bars mentors, the one that alone bars most first. */
export function countBars(
  i: number,
  mentee: Candidate,
  { filters, blocks, mentorIndex, withSeats }: BarOptions,
): readonly BarCount[] {
  const these = (ids: readonly string[]): Uint32Array => {
    const bits = new Uint32Array(withSeats.length);
    for (const id of ids) {
      const j = mentorIndex.get(id);
      if (j !== undefined) addBit(bits, j);
    }
    return bits;
  };
  const blocked = [...(blocks.get(mentee.id) ?? [])];
  const all = [
    { rule: samePerson, barred: these([mentee.id]) },
    ...[...new Set(blocked.map(([, words]) => words))].map((words) => ({
      rule: words,
      barred: these(blocked.flatMap(([id, why]) => (why === words ? [id] : []))),
    })),
    ...filters.map(({ words, narrow }) => {
      const barred = Uint32Array.from(withSeats);
      narrow(i, barred);
      for (let word = 0; word < barred.length; word++) barred[word] = ~barred[word]!;
      return { rule: words, barred };
    }),
  ];
  const once = new Uint32Array(withSeats.length);
  const twice = new Uint32Array(withSeats.length);
  for (const { barred } of all)
    for (let word = 0; word < barred.length; word++) {
      barred[word]! &= withSeats[word]!;
      twice[word]! |= once[word]! & barred[word]!;
      once[word]! |= barred[word]!;
    }
  return all
    .map(({ rule, barred }) => {
      const bars = countBits(barred);
      for (let word = 0; word < barred.length; word++) barred[word]! &= ~twice[word]!;
      return { rule, bars, aloneBars: countBits(barred) };
    })
    .filter(({ bars }) => bars > 0)
    .sort((a, b) => b.aloneBars - a.aloneBars || b.bars - a.bars || (a.rule < b.rule ? -1 : 1));
}
