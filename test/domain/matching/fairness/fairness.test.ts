// If these fail, a group that is left out goes unseen, or a small group's figures can be told from the others.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { chanceOf } from '../../../../src/domain/matching/fairness/fairness-chance.ts';
import { groupsBy } from '../../../../src/domain/matching/fairness/fairness-groups.ts';
import { fairnessReport } from '../../../../src/domain/matching/fairness/fairness-report.ts';
import { fairnessBy, type Fairness, type GroupFairness } from '../../../../src/domain/matching/fairness/fairness.ts';
import { proposeRun } from '../../../../src/domain/matching/runs/propose-run.ts';
import { runTable } from '../../../../src/domain/matching/scoring/run-table.ts';
import type { RunInput } from '../../../../src/domain/matching/run.ts';
import type { Stated } from '../../../../src/domain/matching/stated.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { FieldValue, Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';

const program: Program = {
  ...standardProgram,
  fields: [{ name: 'campus', type: 'category', options: ['north', 'south', 'west'], headings: [] }],
  criteria: [{ kind: 'same', mentee: 'campus', mentor: 'campus', importance: 'high' }],
};

function input(sizes: Readonly<Record<string, number>>): RunInput {
  const mentees = Object.entries(sizes).flatMap(([campus, size]) =>
    Array.from({ length: size }, (_, n): Candidate => ({
      id: `${campus}${n}`,
      name: campus,
      seats: 0,
      fields: { campus },
    })),
  );
  const mentors = [{ id: 'M', name: 'M', seats: 12, fields: { campus: 'north' } }];
  return { mentees, mentors, pins: [], blocks: new Map(), seed: 1 };
}

function audit(sizes: Readonly<Record<string, number>>, minCell: number, stated?: Stated): Fairness {
  const given = input(sizes);
  const { pairs } = finish(proposeRun(given, program));
  const { scoring } = finish(runTable(given, program));
  return fairnessBy('campus', pairs, scoring, { minCell, ...(stated === undefined ? {} : { stated }) });
}

describe('fairnessBy', () => {
  it('counts who is placed, how well, and with the best mentor open to them', () => {
    const { groups, everybody } = audit({ north: 10, south: 10 }, 5);
    expect(groups).toMatchObject([
      { group: 'north', mentees: 10, placed: 10, meanFit: 1000, tenthFit: 1000, best: 10, chose: 0 },
      { group: 'south', mentees: 10, placed: 2, meanFit: 0, tenthFit: 0, best: 2, chose: 0 },
    ]);
    expect(everybody).toMatchObject({ mentees: 20, placed: 12, best: 12 });
    // Wilson (1927) for 2 of 10, as R's prop.test(2, 10, correct = FALSE) has it.
    expect(groups[1]?.placedRange.low).toBeCloseTo(0.0566822, 6);
    expect(groups[1]?.placedRange.high).toBeCloseTo(0.5098375, 6);
  });

  it('counts who has the first of the choices they stated', () => {
    const choices = new Map([
      ['north0', new Map([['M', 1]])],
      [
        'north1',
        new Map([
          ['X', 1],
          ['M', 2],
        ]),
      ],
      ['south9', new Map([['M', 1]])],
    ]);
    const { groups } = audit({ north: 10, south: 10 }, 5, { choices, scores: new Map(), highest: 1 });
    expect(groups[0]).toMatchObject({ chose: 2, firstChoice: 1 });
    expect(groups[1]?.chose).toBe(1);
  });

  it('holds small groups back, and the next smallest where there is only one', () => {
    expect(audit({ north: 10, south: 8, west: 2 }, 5)).toMatchObject({
      groups: [{ group: 'north' }],
      heldBack: ['south', 'west'],
    });
    expect(audit({ north: 10, south: 3, west: 2 }, 5).heldBack).toEqual(['south', 'west']);
    expect(audit({ north: 10, south: 8, west: 6 }, 5).heldBack).toEqual([]);
  });

  it('calls a difference one that chance seldom deals only where it is', () => {
    const { chance } = audit({ north: 10, south: 10 }, 5);
    // Of 20 people 12 are placed; all ten of one campus are among them in C(10,2) of C(20,12) deals, as many for the other.
    expect(chance.placed).toMatchObject({ lowest: 0.2, highest: 1 });
    expect(chance.placed?.p).toBeLessThan(0.005);
    expect(audit({ north: 4, south: 4 }, 2).chance.placed).toBeNull();
  });
});

describe('chanceOf', () => {
  it('is the share of all deals that set the groups as far apart', () => {
    // Two of five have it, both in a group of two: 1 of C(5,2) = 10 deals, and no other is as far apart.
    const spread = chanceOf(
      [
        [0, 1],
        [2, 3, 4],
      ],
      [1, 1, 0, 0, 0],
      7,
    );
    expect(spread?.p).toBeGreaterThan(0.08);
    expect(spread?.p).toBeLessThan(0.12);
    expect(
      chanceOf(
        [
          [0, 1],
          [2, 3, 4],
        ],
        [1, 1, 1, 1, 1],
        7,
      ),
    ).toBeUndefined();
    expect(chanceOf([[0, 1]], [1, 0], 7)).toBeUndefined();
  });
});

describe('groupsBy', () => {
  const person = (id: string, answer?: FieldValue): Candidate => ({
    id,
    name: id,
    seats: 0,
    fields: answer === undefined ? {} : { answer },
  });
  const of = (answers: readonly (FieldValue | undefined)[], options?: readonly string[]): unknown => {
    const { groups, overlapping } = groupsBy(
      answers.map((answer, n) => person(String(n), answer)),
      'answer',
      options,
    );
    return { groups: Object.fromEntries(groups), order: [...groups.keys()], overlapping };
  };

  it('has a group an answer, in the order of the options', () => {
    expect(of(['b', 'a', undefined, 'b'], ['b', 'a'])).toEqual({
      groups: { b: [0, 3], a: [1] },
      order: ['b', 'a'],
      overlapping: false,
    });
    expect(of([true, false])).toMatchObject({ groups: { yes: [0], no: [1] } });
  });

  it('has a group an option of a set, in several of which somebody may be', () => {
    expect(of([['x', 'y'], ['y'], []])).toMatchObject({
      groups: { x: [0], y: [0, 1] },
      overlapping: true,
    });
  });

  it('cuts numbers at their quarters', () => {
    const { order } = of(Array.from({ length: 20 }, (_, n) => n / 7)) as { order: string[] };
    expect(order).toEqual(['up to 0.68', '0.68 to 1.36', '1.36 to 2.04', 'above 2.04']);
  });
});

describe('what the audit says', () => {
  const group = (name: string, placed: number, meanFit: number): GroupFairness => ({
    group: name,
    mentees: 100,
    placed,
    placedRange: { low: 0, high: 1 },
    meanFit,
    tenthFit: meanFit,
    best: 50,
    bestRange: { low: 0, high: 1 },
    chose: 0,
    firstChoice: 0,
  });
  const said = (chance: Partial<Fairness['chance']>, heldBack: string[] = []): string => {
    const groups = [group('north', 70, 800), group('south', 90, 810)];
    const report = fairnessReport({
      run: 4,
      field: 'campus',
      minCell: 10,
      asItIs: {
        everybody: group('everybody', 80, 805),
        groups,
        heldBack,
        unanswered: 0,
        overlapping: false,
        chance: { placed: null, fit: null, best: null, ...chance },
      },
      without: undefined,
    });
    return report.blocks.map((block) => (block.kind === 'prose' ? block.text : '')).join(' ');
  };

  it('calls for a look where a difference is large and not chance, and not where it is either', () => {
    expect(said({ placed: { lowest: 0.7, highest: 0.9, p: 0.001 } })).toContain(
      'Run 4 by campus: from 70 % (north) to 90 % (south) have a mentor, more than chance would make of groups this size: look into why.',
    );
    expect(said({ placed: { lowest: 0.7, highest: 0.9, p: 0.2 } })).toContain('which can be chance');
    expect(said({ fit: { lowest: 800, highest: 810, p: 0.001 } })).toContain(
      'Average fit: from 80.0 (north) to 81.0 (south), more than chance would make of groups this size, though little.',
    );
  });

  it('allows for several measures by Holm', () => {
    const one = { lowest: 0.7, highest: 0.9, p: 0.03 };
    expect(said({ placed: one })).toContain('look into why');
    expect(said({ placed: one, best: { ...one, p: 0.5 } })).not.toContain('look into why');
  });
});
