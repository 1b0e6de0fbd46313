// If these fail, a group that is left out goes unseen, or a small group's figures can be told from the others.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/domain/matching/candidate.ts';
import { fairnessBy } from '../../../src/domain/matching/fairness.ts';
import { proposeRun, runTable, type RunInput } from '../../../src/domain/matching/propose-run.ts';
import { finish } from '../../../src/domain/progress.ts';
import type { Program } from '../../../src/domain/program/program.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';

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

function audit(sizes: Readonly<Record<string, number>>, minCell: number): ReturnType<typeof fairnessBy> {
  const given = input(sizes);
  return fairnessBy('campus', finish(proposeRun(given, program)), finish(runTable(given, program)).scoring, minCell);
}

describe('fairnessBy', () => {
  it('counts who is placed, how well, and with the best mentor open to them', () => {
    expect(audit({ north: 10, south: 10 }, 5).groups).toMatchObject([
      { group: 'north', mentees: 10, placed: 10, meanFit: 1000, tenthFit: 1000, firstChoice: 10 },
      { group: 'south', mentees: 10, placed: 2, meanFit: 0, tenthFit: 0, firstChoice: 2 },
    ]);
  });

  it('holds small groups back, and the next smallest where there is only one', () => {
    expect(audit({ north: 10, south: 8, west: 2 }, 5)).toMatchObject({
      groups: [{ group: 'north' }],
      heldBack: ['south', 'west'],
    });
    expect(audit({ north: 10, south: 3, west: 2 }, 5).heldBack).toEqual(['south', 'west']);
    expect(audit({ north: 10, south: 8, west: 6 }, 5).heldBack).toEqual([]);
  });
});
