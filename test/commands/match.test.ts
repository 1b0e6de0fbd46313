// If these fail, a run cannot be shown, proved or solved again as it was, or an explanation does not add up to its score.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { seededChance } from '../../src/domain/chance.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const topics = ['exams', 'housing', 'money', 'clubs', 'research'];

async function program(seed: number, matching: string): Promise<Folder> {
  const chance = seededChance(seed);
  const some = (share: number): string => topics.filter(() => chance() < share).join(', ');
  const rows = Array.from({ length: 45 }, (_, n) => {
    const mentor = n % 3 === 0;
    const gpa = chance() < 0.2 ? '' : (2 + 2 * chance()).toFixed(1);
    return `P${100 + n},Person ${n},${mentor ? `mentor,${1 + (n % 3)}` : 'mentee,'},"${some(0.4)}",${gpa},${1 + (n % 4)}`;
  });
  const folder = emptyFolder();
  const yaml = [
    'fields:',
    `  topics: {type: set, options: [${topics.join(', ')}], headings: [Topics]}`,
    '  gpa: {type: number, headings: [GPA]}',
    '  care: {type: number, headings: [Care]}',
    'rules:',
    '  - {kind: share, field: topics, least: 1}',
    'criteria:',
    '  - {kind: overlap, field: topics, importance: high}',
    '  - {kind: closeness, field: gpa, range: 2, importance: medium, scaled-by: care}',
    `matching: {${matching}}`,
  ];
  writeFileSync(join(folder.path, 'mentorctl.yaml'), `${yaml.join('\n')}\n`);
  writeFileSync(
    join(folder.path, 'people.csv'),
    `${['Student ID,Full name,Role,How many mentees?,Topics,GPA,Care', ...rows].join('\n')}\n`,
  );
  expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

interface RunJson {
  readonly pairs: {
    readonly mentor: { readonly id: string };
    readonly mentee: { readonly id: string };
    readonly score: number;
    readonly parts: { readonly points: number; readonly of: number }[];
  }[];
  readonly objective: { readonly placed: number; readonly total: number; readonly floor: number };
  readonly blockingPairs: number;
}

async function json<T>(folder: Folder, ...argv: string[]): Promise<T> {
  const { code, stdout, stderr } = await folder.run([...argv, '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

describe.each([1, 2, 3])('a run of program %i', (seed) => {
  it('is shown, replayed and verified as it was made', async () => {
    const folder = await program(seed, 'spread: true');
    const made = await folder.run(['match', '--json']);
    for (const word of ['show', 'replay'])
      expect((await folder.run(['match', word, '1', '--json'])).stdout).toBe(made.stdout);
    expect(await json(folder, 'match', 'verify', '1')).toMatchObject({ holds: true, how: 'prices', faults: [] });
  });

  it('explains every pair with parts that add up to its score', async () => {
    const folder = await program(seed, 'spread: false');
    const { pairs } = await json<RunJson>(folder, 'match');
    expect(pairs.length).toBeGreaterThan(10);
    for (const { mentor, mentee, score, parts } of pairs) {
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(parts.reduce((sum, { of }) => sum + of, 0)).toBe(1000);
      const told = await json<{ score: number; parts: unknown; paired: boolean }>(
        folder,
        'pair',
        'explain',
        mentee.id,
        mentor.id,
      );
      expect(told).toMatchObject({ score, parts, paired: true });
    }
  });

  it('says what a pair that was not made would cost, as a run with the two pinned finds', async () => {
    const folder = await program(seed, 'spread: false');
    const run = await json<RunJson>(folder, 'match');
    const { mentee } = run.pairs[4]!;
    const { best } = await json<{ best: { id: string; paired: boolean; cost: { points: number; placed: number } }[] }>(
      folder,
      'match',
      'explain',
      mentee.id,
    );
    const other = best.find(({ paired }) => !paired);
    if (other === undefined) return;
    await folder.run(['pair', 'pin', mentee.id, other.id]);
    const pinned = await json<RunJson>(folder, 'match');
    expect({
      points: run.objective.total - pinned.objective.total,
      placed: run.objective.placed - pinned.objective.placed,
    }).toEqual(other.cost);
  });

  it('has the highest lowest fit under floor: best, at the price it names', async () => {
    const folder = await program(seed, 'spread: false');
    const plain = await json<RunJson>(folder, 'match');
    const floored = await json<RunJson & { floorBest: { least: number; cost: number } }>(
      folder,
      'match',
      '--floor',
      'best',
    );
    expect(floored.objective.placed).toBe(plain.objective.placed);
    expect(floored.objective.floor).toBeGreaterThanOrEqual(plain.objective.floor);
    expect(floored.objective.floor).toBe(floored.floorBest.least);
    expect(plain.objective.total - floored.objective.total).toBe(floored.floorBest.cost);
    const above = String((floored.floorBest.least + 1) / 10);
    const higher = await json<RunJson>(folder, 'match', '--min-score', above);
    expect(higher.objective.placed).toBeLessThan(plain.objective.placed);
    expect(await json(folder, 'match', 'verify', '2')).toMatchObject({ holds: true });
  });

  it('leaves no blocking pair under method stable', async () => {
    const folder = await program(seed, 'method: stable');
    const { blockingPairs } = await json<RunJson>(folder, 'match');
    expect(blockingPairs).toBe(0);
    expect(await json(folder, 'match', 'verify', '1')).toMatchObject({ holds: true, how: 'solved-again' });
  });
});

it('does not hold when somebody changed a pair in the database', async () => {
  const folder = await program(1, 'spread: true');
  await json(folder, 'match');
  const db = new Database(join(folder.path, 'mentorctl.db'));
  db.exec('delete from run_pair where id in (select min(id) from run_pair)');
  db.close();
  const { code, stderr } = await folder.run(['match', 'verify', '1', '--json']);
  expect(code).toBe(1);
  expect(stderr).toContain('run-changed');
});
