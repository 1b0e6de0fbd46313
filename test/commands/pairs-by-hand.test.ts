// If these fail, a pair that is made by hand gives a mentor more mentees than she has places over all cohorts, or goes against a rule unsaid.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const program = `program: Peers
fields:
  family: {type: text, headings: [family]}
rules:
  - {kind: apart, field: family}
`;

/** Una has one place and mentors in two cohorts; Bo has two. */
async function twoCohorts(): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'mentorctl.yaml'), program);
  const people = {
    arts: 'S1,Eve Adams,mentee,,Adams\nT1,Una Marr,mentor,1,\n',
    law: 'S2,Tim Adams,mentee,,Adams\nS3,Ann Adams,mentee,,Adams\nT1,Una Marr,mentor,1,\nT2,Bo Chen,mentor,2,\nT3,Cy Dorn,mentor,2,\n',
  };
  for (const [cohort, rows] of Object.entries(people)) {
    const stdin = `id,name,role,capacity,family\n${rows}`;
    expect((await folder.run(['import', '-', '--cohort', cohort], { stdin })).code).toBe(0);
  }
  expect((await folder.run(['match', '--cohort', 'law'])).code).toBe(0);
  return folder;
}

it('pair swap gives nobody a place that another cohort has taken since', async () => {
  const folder = await twoCohorts();
  for (const args of [['match'], ['pair', 'accept', '--all']]) await folder.run([...args, '--cohort', 'arts']);
  for (const mentee of ['S2', 'S3']) {
    const swap = await folder.run(['pair', 'swap', mentee, 'T1', '--cohort', 'law']);
    expect([swap.code, swap.stderr]).toEqual([1, expect.stringContaining('Una Marr')]);
  }
  expect((await folder.run(['pair', 'list', '--cohort', 'law'])).stdout).not.toContain('Una');
});

it('a file of pairs does not either, and says which of its pairs a rule is against', async () => {
  const folder = await twoCohorts();
  for (const args of [['match'], ['pair', 'accept', '--all']]) await folder.run([...args, '--cohort', 'arts']);
  const file = (rows: string): ReturnType<Folder['run']> =>
    folder.run(['import', '-', '--as', 'pairs', '--cohort', 'law'], { stdin: `mentee,mentor,decision\n${rows}` });
  const over = await file('S2,T1,accept\n');
  expect([over.code, over.stderr]).toEqual([65, expect.stringContaining('taken (1 in other open cohorts)')]);
  const both = await file('S2,T2,accept\nS3,T2,accept\n');
  expect(both.code).toBe(0);
  expect(both.stderr).toContain(
    'Against the rules of mentorctl.yaml: apart: family: Tim Adams (S2), Ann Adams (S3) have Bo Chen (T2).',
  );
});

it('a draft that others have overtaken is accepted with what it is against said', async () => {
  const folder = await twoCohorts();
  for (const args of [['match'], ['pair', 'accept', '--all']]) await folder.run([...args, '--cohort', 'arts']);
  const draft = await folder.run(['match', '--cohort', 'law', '--json']);
  const { pairs } = JSON.parse(draft.stdout) as { pairs: { mentee: { id: string }; mentor: { id: string } }[] };
  const [first, second] = pairs;
  const stdin = `mentee,mentor,decision\n${second!.mentee.id},${first!.mentor.id},accept\n`;
  expect((await folder.run(['import', '-', '--as', 'pairs', '--cohort', 'law'], { stdin })).stderr).not.toContain(
    'Against',
  );
  const accepted = await folder.run(['pair', 'accept', first!.mentee.id, '--cohort', 'law']);
  expect([accepted.code, accepted.stderr]).toEqual([
    0,
    expect.stringContaining('Against the rules of mentorctl.yaml: apart: family'),
  ]);
});
