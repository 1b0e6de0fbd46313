// If these fail, a question about one pair is answered from other numbers than the run was made of.
import { expect, it } from 'vitest';
import { seededChance } from '../../../../src/domain/chance.ts';
import { BARRED, type ScoreTable, type TableRows } from '../../../../src/domain/matching/assignment-types.ts';
import type { Candidate } from '../../../../src/domain/matching/candidate.ts';
import type { RunInput } from '../../../../src/domain/matching/run.ts';
import { rowTable, runTable } from '../../../../src/domain/matching/scoring/run-table.ts';
import type { RunTable } from '../../../../src/domain/matching/scoring/solve-table.ts';
import { finish } from '../../../../src/domain/progress.ts';
import type { Program } from '../../../../src/domain/program/program.ts';
import { standardProgram } from '../../../../src/domain/program/standard-program.ts';

const campuses = ['Hill', 'Lake', 'Shore'];
const topics = ['Law', 'Jobs', 'Health', 'Art'];
const program: Program = {
  ...standardProgram,
  fields: [
    { name: 'campus', type: 'category', options: campuses, headings: [] },
    { name: 'topics', type: 'set', options: topics, headings: [] },
  ],
  rules: [{ kind: 'share', mentee: 'topics', mentor: 'topics', least: 1 }],
  criteria: [
    { kind: 'same', mentee: 'campus', mentor: 'campus', importance: 'high' },
    { kind: 'overlap', mentee: 'topics', mentor: 'topics', importance: 'low' },
  ],
};

/** Half of them with pins and history, so that what is solved is not the scores as they are. */
it.each([1, 2, 3, 4])('rows, cells and columns made one at a time are those of the whole table (%i)', (seed) => {
  const chance = seededChance(seed);
  const person = (id: string, seats: number): Candidate => ({
    id,
    name: id,
    seats,
    fields: { campus: campuses[Math.floor(chance() * 3)]!, topics: topics.filter(() => chance() < 0.5) },
  });
  const input: RunInput = {
    mentees: Array.from({ length: 30 }, (_, i) => person(`S${i}`, 0)),
    mentors: Array.from({ length: 12 }, (_, j) => person(`M${j}`, Math.floor(chance() * 4))),
    pins: seed % 2 === 0 ? [] : [{ mentee: 'S3', mentor: 'M2' }],
    blocks: new Map([['S5', new Map([['M4', 'kept apart']])]]),
    ...(seed % 2 === 0 ? {} : { favours: { leftOver: new Set(['S7']), previous: new Map([['S8', new Set(['M1'])]]) } }),
    seed,
  };
  const made = finish(runTable(input, program));
  const make = (): ReturnType<typeof rowTable> => rowTable(input, program);
  for (const pick of [(run: RunTable) => run, (run: RunTable) => run.byMentor])
    expectSame(pick(made).table, () => pick(make()).byRow);
  expect(make().scoring.eligiblePairs).toBe(made.scoring.eligiblePairs);
});

function expectSame(table: ScoreTable, make: () => TableRows): void {
  const whole = Uint16Array.from(table.scores);
  expect(whole.includes(BARRED)).toBe(true);
  const [byRows, byCells, byColumns] = [make(), make(), make()];
  for (let row = 0; row < table.mentees; row++) {
    expect([...byRows.rowOf(row)]).toEqual([...whole.subarray(row * table.mentors, (row + 1) * table.mentors)]);
    for (let c = 0; c < table.mentors; c++) expect(byCells.cellOf(row, c)).toBe(whole[row * table.mentors + c]);
  }
  for (let c = 0; c < table.mentors; c++)
    expect([...byColumns.columnOf(c)]).toEqual(
      Array.from({ length: table.mentees }, (_, row) => whole[row * table.mentors + c]),
    );
}
