// If these fail, a rematch breaks off, or parts people, because a rule was tightened while their pair stood.
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import { planRematch } from '../../../../src/domain/matching/rematch/plan-rematch.ts';
import type { RematchInput } from '../../../../src/domain/matching/rematch/rematch-plan.ts';
import { rematchReport, type RematchView } from '../../../../src/domain/matching/rematch/rematch-report.ts';
import { noFavours } from '../../../../src/domain/matching/run.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';
import type { Report } from '../../../../src/domain/report/report.ts';

const program: Program = {
  ...standardProgram,
  fields: [{ name: 'campus', type: 'category', options: ['Hill', 'Lake'], headings: [] }],
  rules: [{ kind: 'same', mentee: 'campus', mentor: 'campus' }],
  criteria: [{ kind: 'same', mentee: 'campus', mentor: 'campus', importance: 'high' }],
};
const person = (id: string, campus: string, seats = 0): Candidate => ({ id, name: id, seats, fields: { campus } });
const input = (patch: Partial<RematchInput>): RematchInput => ({
  mentees: [person('S1', 'Hill'), person('S2', 'Lake')],
  mentors: [person('M1', 'Lake', 2)],
  standing: [{ mentee: 'S1', mentor: 'M1', score: 640, fixed: false }],
  pins: [],
  blocks: new Map(),
  seed: 1,
  maxMoves: Infinity,
  ...patch,
});

describe('a standing pair that a rule of today would bar', () => {
  it.each([640, null])('stays with the fit it was made with (%s), beside whoever is placed', (score) => {
    const standing = [{ mentee: 'S1', mentor: 'M1', score, fixed: false }];
    const plan = finish(planRematch(input({ standing }), program));
    expect(plan.certificate.faults).toEqual([]);
    expect(plan.certificate.proved).toBe(true);
    expect([plan.moved, plan.lost, plan.unmatched]).toEqual([[], [], []]);
    expect(plan.placed.map(({ mentee, mentor }) => [mentee.id, mentor.id])).toEqual([['S2', 'M1']]);
    expect(plan.total).toBe((score ?? 0) + 1000);
    expect(plan.against).toMatchObject([{ mentee: { id: 'S1' }, rules: ['same campus'] }]);
  });

  it('gives way to nobody, though her mentor is the only one for somebody else', () => {
    const plan = finish(planRematch(input({ mentors: [person('M1', 'Lake', 1)] }), program));
    expect(plan.lost).toEqual([]);
    expect(plan.unmatched.map(({ mentee }) => mentee.id)).toEqual(['S2']);
  });
});

it('tells of those left out for one reason in one row, and of each by name where that is asked for', () => {
  const mentees = ['S1', 'S2', 'S3'].map((id) => person(id, 'Hill'));
  const plan = finish(planRematch(input({ mentees, standing: [] }), program));
  const view: RematchView = {
    plan,
    cohort: 'fall',
    run: null,
    broken: [],
    maxMoves: Infinity,
    favours: noFavours,
    program,
    dryRun: true,
    next: { command: '', text: '' },
  };
  const rowsOf = (report: Report): number[] =>
    report.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.rows.length] : []));
  expect(plan.unmatched).toHaveLength(3);
  expect(rowsOf(rematchReport(view))).toEqual([1]);
  expect(rowsOf(rematchReport({ ...view, table: 'unmatched' }))).toEqual([3]);
});
