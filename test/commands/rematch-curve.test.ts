// If these fail, a limit on moves is chosen by a table that says something else than the rematch then does.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const yaml = `program: Peers
fields:
  asks: {type: set, options: [hill, quay, moor], headings: [asks]}
  leads: {type: category, options: [hill, quay, moor], headings: [leads]}
rules: [{kind: share, mentee: asks, mentor: leads, least: 1}]
criteria: []
`;

it('says what each number of moves places, changes nothing, and keeps what it says', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'mentorctl.yaml'), yaml);
  const mentors = ['T1,Ivo,mentor,1,,hill', 'T2,Una,mentor,1,,quay', 'T3,Kit,mentor,1,,moor'];
  const first = [
    'id,name,role,places,asks,leads',
    'S1,Ana,mentee,,hill; quay,',
    'S2,Bea,mentee,,hill; quay,',
    ...mentors,
  ];
  const taken = [...first.slice(0, 3), ...mentors.slice(0, 2)];
  const load = async (rows: readonly string[]): Promise<void> => {
    const ran = await folder.run(['import', '-', '--cohort', 'c'], { stdin: `${rows.join('\n')}\n` });
    expect(ran.code, ran.stderr).toBe(0);
  };
  await load(taken);
  await folder.run(['match', '--cohort', 'c']);
  expect((await folder.run(['pair', 'accept', '--all', '--cohort', 'c'])).code).toBe(0);
  const late = await folder.run(['pair', 'list', '--cohort', 'c', '--json']);
  const { items } = JSON.parse(late.stdout) as { items: { mentee: { id: string }; mentor: { id: string } }[] };
  const withIvo = items.find(({ mentor }) => mentor.id === 'T1')?.mentee.id ?? '';
  // Kit comes with a place for whoever Ivo has; Cem waits for Ivo's, Dov for Kit's or Una's: one place for two.
  await load([
    first[0]!,
    `${withIvo},${withIvo === 'S1' ? 'Ana' : 'Bea'},mentee,,hill; quay; moor,`,
    'S3,Cem,mentee,,hill,',
    'S4,Dov,mentee,,hill,',
    mentors[2]!,
  ]);
  const curve = await folder.run(['rematch', '--cohort', 'c', '--curve', '--json']);
  const { points } = JSON.parse(curve.stdout) as { points: { moves: number; placed: number; leftOut: number }[] };
  expect(points.map(({ moves, placed, leftOut }) => [moves, placed, leftOut])).toEqual([
    [0, 0, 2],
    [1, 1, 1],
  ]);
  expect(JSON.parse((await folder.run(['pair', 'list', '--cohort', 'c', '--json'])).stdout)).toMatchObject({ items });
  for (const { moves, placed } of points) {
    const plan = await folder.run(['rematch', '--cohort', 'c', '--max-moves', String(moves), '--dry-run', '--json']);
    const said = JSON.parse(plan.stdout) as { placed: unknown[]; moved: unknown[] };
    expect([said.moved.length, said.placed.length]).toEqual([moves, placed]);
  }
  expect((await folder.run(['rematch', '--cohort', 'c', '--curve'])).stdout).toContain('--max-moves 1');
});
