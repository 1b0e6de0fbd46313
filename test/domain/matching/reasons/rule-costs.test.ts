// If these fail, a committee drops a rule for people it would not place.
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../../src/domain/chance.ts';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { proposeRun } from '../../../../src/domain/matching/runs/propose-run.ts';
import type { RunInput } from '../../../../src/domain/matching/run.ts';
import { ruleCosts } from '../../../../src/domain/matching/reasons/rule-costs.ts';
import { ruleKind } from '../../../../src/domain/matching/scoring/rule-kinds.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';

const [campuses, languages] = [
  ['north', 'south'],
  ['English', 'French', 'Basque'],
];
const program: Program = {
  ...standardProgram,
  fields: [
    { name: 'campus', type: 'category', options: campuses, headings: [] },
    { name: 'language', type: 'category', options: languages, headings: [] },
    { name: 'year', type: 'number', options: [], headings: [] },
  ],
  rules: [
    { kind: 'same', mentee: 'campus', mentor: 'campus' },
    { kind: 'same', mentee: 'language', mentor: 'language' },
  ],
  criteria: [{ kind: 'closeness', mentee: 'year', mentor: 'year', importance: 'low', range: 4 }],
};

function draw(seed: number): RunInput {
  const chance = seededChance(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)]!;
  const people = (n: number, mark: string): Candidate[] =>
    Array.from({ length: n }, (_, at) => ({
      id: `${mark}${at}`,
      name: `${mark} ${at}`,
      seats: mark === 'M' ? 1 + Math.floor(chance() * 2) : 0,
      fields: { campus: one(campuses), language: one(languages), year: Math.floor(chance() * 5) },
    }));
  const blocks = new Map([
    ['S0', new Map([['M0', 'kept apart']])],
    ['S1', new Map(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6'].map((id) => [id, 'kept apart']))],
  ]);
  return { mentees: people(12, 'S'), mentors: people(7, 'M'), pins: [{ mentee: 'S2', mentor: 'M3' }], blocks, seed };
}

describe('ruleCosts', () => {
  it('says of every rule and every two what a run without them places, and how well', () => {
    let extra = 0;
    for (let seed = 0; seed < 25; seed++) {
      const input = draw(seed);
      const { now, costs } = finish(ruleCosts(input, program));
      expect(costs.length).toBe(6);
      for (const { without, placed, total, more } of costs) {
        const rules = program.rules.filter((rule) => !without.includes(ruleKind(rule.kind).words(rule)));
        const apart = without.includes('pairs kept apart by history or by hand');
        const run = finish(proposeRun(apart ? { ...input, blocks: new Map() } : input, { ...program, rules }));
        expect({ placed, total }).toEqual({ placed: run.objective.placed, total: run.objective.total });
        expect(more).toBe(placed - now.placed);
      }
      const alone = new Map(costs.filter((one) => one.without.length === 1).map((one) => [one.without[0], one.more]));
      for (const one of costs.filter(({ without }) => without.length === 2)) {
        const sum = one.without.reduce((all, words) => all + (alone.get(words) ?? 0), 0);
        expect(one.extra).toBe(Math.max(0, one.more - sum));
        extra += one.extra;
      }
      expect(costs.map(({ more }) => more)).toEqual(costs.map(({ more }) => more).sort((a, b) => b - a));
    }
    expect(extra).toBeGreaterThan(5);
  });

  it('counts a lowest acceptable fit as a rule', () => {
    const matching = { ...program.matching, objective: 'quality' as const, minScore: 900 };
    const { costs } = finish(ruleCosts(draw(3), { ...program, rules: [], matching }));
    expect(costs.find(({ without }) => without.join() === 'no fit below 90')?.more).toBeGreaterThan(0);
  });
});
