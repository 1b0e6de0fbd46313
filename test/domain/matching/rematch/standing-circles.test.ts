// If these fail, somebody sits on in a circle of two, or loses a mentor because a circle was closed; or history is not heeded.
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../../../src/domain/chance.ts';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { planRematch } from '../../../../src/domain/matching/rematch/plan-rematch.ts';
import { pairsToMake, type RematchInput } from '../../../../src/domain/matching/rematch/rematch-plan.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';

const program: Program = {
  ...standardProgram,
  fields: [{ name: 'year', type: 'number', options: [], headings: [] }],
  rules: [{ kind: 'distance', mentee: 'year', mentor: 'year', most: 2 }],
  criteria: [{ kind: 'closeness', mentee: 'year', mentor: 'year', importance: 'high', range: 4 }],
  circles: { least: 3, most: 6 },
};

/** Four circles of three to five people, some of whom have gone; up to three people wait. */
function draw(seed: number): RematchInput {
  const chance = seededChance(seed);
  const person = (id: string, seats: number): Candidate => ({
    id,
    name: id,
    seats,
    fields: { year: Math.floor(chance() * 5) },
  });
  const mentors = ['M1', 'M2', 'M3', 'M4'].map((id) => person(id, 4 + Math.floor(chance() * 2)));
  const standing = mentors.flatMap(({ id }) =>
    Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, n) => ({
      mentee: `${id}S${n}`,
      mentor: id,
      score: 500,
      fixed: chance() < 0.1,
      pinned: false,
    })),
  );
  const waiting = Array.from({ length: Math.floor(chance() * 4) }, (_, n) => `W${n}`);
  return {
    mentees: [...standing.map(({ mentee }) => mentee), ...waiting].map((id) => person(id, 0)),
    mentors,
    standing: standing.map((pair) => ({ ...pair, pinned: pair.fixed })),
    pins: [],
    blocks: new Map(),
    seed,
    maxMoves: chance() < 0.3 ? 2 : Infinity,
  };
}

describe('planRematch with circles', () => {
  it('leaves no circle below its minimum unsaid, and nobody without a mentor for the sake of one', () => {
    const seen = { closed: 0, short: 0, filled: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const input = draw(seed);
      const plan = finish(planRematch(input, program));
      expect(plan.certificate.faults).toEqual([]);
      const mentorOf = new Map(input.standing.map(({ mentee, mentor }) => [mentee, mentor]));
      for (const { mentee } of plan.lost) mentorOf.delete(mentee.id);
      for (const pair of [...plan.placed, ...plan.moved.map((one) => one.pair)])
        mentorOf.set(pair.mentee.id, pair.mentor.id);
      const said = new Set([...plan.closed, ...plan.short].map(({ mentors: [lead] }) => lead!.id));
      for (const { id, seats } of input.mentors) {
        const before = input.standing.filter(({ mentor }) => mentor === id).length;
        const now = [...mentorOf.values()].filter((mentor) => mentor === id).length;
        expect(now).toBeLessThanOrEqual(Math.max(before, Math.min(seats, 6)));
        if (plan.closed.some(({ mentors: [lead] }) => lead!.id === id)) expect(now).toBe(0);
        else if (now < 3) expect(said.has(id)).toBe(true);
        else if (before < 3) seen.filled++;
      }
      for (const { people } of plan.closed) for (const { id } of people) expect(mentorOf.has(id)).toBe(true);
      expect(plan.moved.length).toBeLessThanOrEqual(input.maxMoves);
      const plain = finish(planRematch(input, { ...program, circles: { least: 0, most: 6 } }));
      expect(plan.unmatched.length).toBeLessThanOrEqual(plain.unmatched.length);
      for (const { mentee, mentor, fixed } of input.standing) if (fixed) expect(mentorOf.get(mentee)).toBe(mentor);
      seen.closed += plan.closed.length;
      seen.short += plan.short.length;
    }
    expect(seen.closed).toBeGreaterThan(20);
    expect(seen.short).toBeGreaterThan(20);
    expect(seen.filled).toBeGreaterThan(20);
  });
});

describe('planRematch with circles that two mentors lead', () => {
  const led: Program = {
    ...program,
    fields: [...program.fields, { name: 'with', type: 'text', options: [], headings: [] }],
    circles: { least: 3, most: 6, coMentor: 'with' },
  };
  /** The circles of `draw`, those of M1 and M2 led by N1 and N2 as well. */
  function drawLed(seed: number): RematchInput {
    const { mentors, standing, ...rest } = draw(seed);
    const others = ['1', '2'].map((n): Candidate => ({
      id: `N${n}`,
      name: `N${n}`,
      seats: 1,
      fields: { year: (seed + Number(n)) % 5, with: `M${n}` },
    }));
    const both = standing.flatMap((pair) =>
      /[12]$/.test(pair.mentor) ? [pair, { ...pair, mentor: pair.mentor.replace('M', 'N'), score: 300 }] : [pair],
    );
    return { ...rest, mentors: [...others, ...mentors], standing: both };
  }

  it('moves, fills and closes them as one: whoever comes has both mentors, whoever goes leaves both', () => {
    const seen = { came: 0, went: 0, closed: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const input = drawLed(seed);
      const plan = finish(planRematch(input, led));
      expect(plan.certificate.faults).toEqual([]);
      const at = new Map<string, Set<string>>();
      for (const { mentee, mentor } of input.standing) at.set(mentee, (at.get(mentee) ?? new Set()).add(mentor));
      for (const { mentee, from } of [
        ...plan.moved.map(({ pair, from }) => ({ ...pair, from: from.mentor })),
        ...plan.lost,
      ]) {
        const leaders = plan.leaders(from.id).map(({ id }) => id);
        expect([...at.get(mentee.id)!].sort()).toEqual([...leaders].sort());
        at.delete(mentee.id);
        if (leaders.length === 2) seen.went++;
      }
      for (const { mentee, mentor, score, parts } of pairsToMake(plan)) {
        at.set(mentee.id, (at.get(mentee.id) ?? new Set()).add(mentor.id));
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        if (mentor.id.startsWith('N')) seen.came++;
      }
      for (const mentors of at.values()) {
        const ids = [...mentors].sort().join(' ');
        expect(['M1 N1', 'M2 N2', 'M3', 'M4']).toContain(ids);
      }
      for (const { mentors } of plan.closed) if (mentors.length === 2) seen.closed++;
    }
    expect(seen.came).toBeGreaterThan(20);
    expect(seen.went).toBeGreaterThan(20);
    expect(seen.closed).toBeGreaterThan(5);
  });
});

describe('planRematch with history', () => {
  const person = (id: string, seats: number, year: number): Candidate => ({ id, name: id, seats, fields: { year } });
  const input: RematchInput = {
    mentees: [person('A', 0, 1), person('B', 0, 1)],
    mentors: [person('M1', 1, 1), person('M2', 1, 1)],
    standing: [],
    pins: [],
    blocks: new Map(),
    seed: 1,
    maxMoves: Infinity,
  };
  const plain: Program = { ...standardProgram, fields: program.fields, criteria: program.criteria };
  const mentorOf = (favours: RematchInput['favours'], mentees = input.mentees): Record<string, string> => {
    const plan = finish(planRematch({ ...input, mentees, ...(favours === undefined ? {} : { favours }) }, plain));
    expect(plan.certificate.proved).toBe(true);
    for (const { score, parts } of plan.placed) expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    return Object.fromEntries(plan.placed.map(({ mentee, mentor }) => [mentee.id, mentor.id]));
  };

  it('brings two together again who were a pair before, and shows their fit without the bonus', () => {
    for (const mentor of ['M1', 'M2']) {
      const previous = new Map([['A', new Set([mentor])]]);
      expect(mentorOf({ leftOver: new Set(), previous })['A']).toBe(mentor);
    }
  });

  it('places whoever was left over last time first', () => {
    const three = [...input.mentees, person('C', 0, 1)];
    for (const id of ['A', 'B', 'C'])
      expect(mentorOf({ leftOver: new Set([id]), previous: new Map() }, three)).toHaveProperty(id);
  });
});
