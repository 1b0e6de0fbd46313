// If these fail, a rule bars other pairs where nearly everybody answers differently than where few answers come again and again.
import { expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { bitsWhere, members } from '../../../../src/domain/matching/scoring/bits.ts';
import { ruleFilter } from '../../../../src/domain/matching/scoring/rule-filter.ts';

const people = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at}`, name: '', seats: 1, fields: { age: at } }));

it.each([100, 4200])('narrows to those whom it allows, among %i different answers', (count) => {
  const fields = new Map([['age', { name: 'age', type: 'number' as const, options: [], headings: [] }]]);
  const rule = { kind: 'distance' as const, mentee: 'age', mentor: 'age', most: 2 };
  const filter = ruleFilter(rule, people(count), people(count), fields);
  for (const mentee of [0, 33, 64, count - 1]) {
    const bits = bitsWhere(count);
    filter.narrow(mentee, bits);
    const open = Array.from({ length: count }, (_, at) => at).filter((at) => Math.abs(at - mentee) <= 2);
    expect([...members(bits)]).toEqual(open);
    expect(open.every((at) => filter.allows(mentee, at))).toBe(true);
    // Who was barred before stays so.
    const some = bitsWhere(count, (at) => at !== mentee);
    filter.narrow(mentee, some);
    expect([...members(some)]).toEqual(open.filter((at) => at !== mentee));
  }
});
