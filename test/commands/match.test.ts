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
    return `P${100 + n},Person ${n},${mentor ? `mentor,${1 + (n % 2)}` : 'mentee,'},"${some(0.4)}",${gpa},${1 + (n % 4)}`;
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
    const higher = await json<RunJson>(folder, 'match', '--min-fit', above);
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

it.each([
  ['a pair is gone', 'delete from run_pair where id in (select min(id) from run_pair)', 'neither with a mentor'],
  [
    'a pair has another mentor',
    'update run_pair set mentor_id = (select mentor_id from run_pair other where other.mentor_id <> run_pair.mentor_id limit 1) where id in (select min(id) from run_pair)',
    'is kept with a fit of',
  ],
  ['a fit was raised', 'update run_pair set score = score + 1 where id in (select min(id) from run_pair)', 'it is'],
  [
    'a reason was changed',
    `update run_pair set parts = replace(parts, 'topics', 'tropics') where id in (select min(id) from run_pair)`,
    'is made of was changed',
  ],
  [
    'the count was raised',
    `update run set objective = json_set(objective, '$.placed', json_extract(objective, '$.placed') + 1)`,
    'are placed; its pairs place',
  ],
  [
    'the total was raised',
    `update run set objective = json_set(objective, '$.total', json_extract(objective, '$.total') + 10)`,
    'they add up to',
  ],
  ['the lowest was raised', `update run set objective = json_set(objective, '$.floor', 1000)`, 'the lowest fit is 100'],
  ['the rules were changed', `update run set program_text = replace(program_text, 'high', 'low')`, 'program file'],
  ['an answer was changed', `update run set snapshot = replace(snapshot, 'exams', 'money')`, 'the people it saw'],
])('does not hold when %s in the database', async (_what, sql, said) => {
  const folder = await program(1, 'spread: true');
  await json(folder, 'match');
  const db = new Database(join(folder.path, 'mentorctl.db'));
  db.pragma('foreign_keys = off');
  expect(db.prepare(sql).run().changes).toBe(1);
  db.close();
  const { code, stdout, stderr } = await folder.run(['match', 'verify', '1']);
  expect(code).toBe(1);
  expect(stderr).toContain('is not what was proved when it was made');
  expect(stdout.replace(/\s+/g, ' ')).toContain(said);
});

describe('explaining', () => {
  const made = async (matching = 'spread: true'): Promise<{ folder: Folder; run: RunJson }> => {
    const folder = await program(2, matching);
    return { folder, run: await json<RunJson>(folder, 'match') };
  };

  it('takes two people in either order, by id or by the beginning of a name', async () => {
    const { folder, run } = await made();
    const { mentee, mentor } = run.pairs[0]!;
    const straight = await folder.run(['pair', 'explain', mentee.id, mentor.id]);
    expect(straight.code).toBe(0);
    expect((await folder.run(['pair', 'explain', mentor.id, mentee.id])).stdout).toBe(straight.stdout);
    const name = (id: string): string => `Person ${Number(id.slice(1)) - 100}`;
    expect((await folder.run(['pair', 'explain', name(mentor.id), name(mentee.id)])).stdout).toBe(straight.stdout);
  });

  it('says so where both are mentors, or where nobody is called so', async () => {
    const { folder, run } = await made();
    const { mentee, mentor } = run.pairs[0]!;
    const two = await folder.run(['pair', 'explain', mentor.id, mentor.id]);
    expect([two.code, two.stderr]).toEqual([66, expect.stringContaining(`(${mentor.id}) is a mentor here`)]);
    const slip = await folder.run(['pair', 'explain', mentee.id, mentor.id.replace('P', 'Q')]);
    expect([slip.code, slip.stderr]).toEqual([66, expect.stringContaining(`Did you mean Person`)]);
  });

  it('says of somebody whom the run did not see that it did not', async () => {
    const { folder } = await made();
    await folder.run(['pair', 'accept', '--all']);
    const late = ['Student ID,Full name,Role,Topics', 'L1,Late One,mentee,exams', 'L2,Late Two,mentor,exams'];
    writeFileSync(join(folder.path, 'late.csv'), `${late.join('\n')}\n`);
    expect((await folder.run(['import', 'late.csv', '--cohort', 'fall'])).code).toBe(0);
    const { code, stderr } = await folder.run(['match', 'explain', 'L1', '--run', '1']);
    expect(code).toBe(66);
    expect(stderr).toContain('Late One (L1) was not among those whom run 1 matched');
  });

  it('names the mentors who are nearest where the rules bar all of them', async () => {
    const folder = await program(2, 'spread: true');
    writeFileSync(join(folder.path, 'far.csv'), 'Student ID,Full name,Role,Topics,GPA\nF1,Far Out,mentee,,3.1\n');
    await folder.run(['import', 'far.csv', '--cohort', 'fall']);
    await json(folder, 'match');
    const told = await json<{ nearest: { score: number; barredBy: string[] }[]; reason: string }>(
      folder,
      'match',
      'explain',
      'F1',
    );
    expect(told.reason).toBe('gave no answer to "topics", which the rule "1 shared topics" asks for');
    expect(told.nearest).toHaveLength(5);
    for (const { barredBy } of told.nearest) expect(barredBy).toEqual(['1 shared topics']);
    const fits = told.nearest.map(({ score }) => score);
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
  });
});

describe('what people stated', () => {
  const withChoices = async (): Promise<Folder> => {
    const folder = await program(3, 'spread: true');
    writeFileSync(
      join(folder.path, 'choices.csv'),
      'Student ID,First choice,Second choice\nP101,P100,P103\nP102,P103,P100\n',
    );
    expect((await folder.run(['import', 'choices.csv', '--cohort', 'fall'])).code).toBe(0);
    return folder;
  };

  it('is said to count for nothing until something reads it', async () => {
    const folder = await withChoices();
    const plain = (await folder.run(['match', '--dry-run'])).stdout.replace(/\s+/g, ' ');
    expect(plain).toContain('The choices of 2 people are on file and count for nothing.');
    expect(plain).toMatch(/Of 2 mentees who stated choices/);
    const stable = (await folder.run(['match', '--dry-run', '--method', 'stable'])).stdout.replace(/\s+/g, ' ');
    expect(stable).not.toContain('count for nothing');
    expect(stable).toContain('Checked: stable by the choices of 2 of 30 mentees and 0 of 15 mentors');
  });

  it('counts who has whom they chose, as its pairs have it', async () => {
    const folder = await withChoices();
    const { pairs, choices } = await json<RunJson & { choices: Record<string, number> }>(
      folder,
      'match',
      '--method',
      'stable',
    );
    const has = (mentee: string): string | undefined => pairs.find((pair) => pair.mentee.id === mentee)?.mentor.id;
    const first = [has('P101') === 'P100', has('P102') === 'P103'].filter(Boolean).length;
    expect(choices).toMatchObject({ stated: 2, first });
    expect(Object.values(choices).reduce((sum, n) => sum + n, 0)).toBe(4);
  });

  it('is not needed for a stable run, which says so', async () => {
    const folder = await program(3, 'method: stable');
    expect((await folder.run(['match'])).stdout.replace(/\s+/g, ' ')).toContain(
      'stable by fit, since nobody stated choices',
    );
  });
});

it('lists the pairs in the order asked for', async () => {
  const folder = await program(1, 'spread: true');
  await json(folder, 'match');
  const column = async (sort: string, heading: string): Promise<string[]> => {
    const { stdout } = await folder.run(['match', 'show', '1', '--sort', sort, '--format', 'csv']);
    const [headings = [], ...rows] = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(headings).toContain(heading);
    return rows.map((row) => row[headings.indexOf(heading)] ?? '');
  };
  const fits = (await column('weakest', 'fit')).map(Number);
  expect(fits).not.toContain(NaN);
  expect(fits).toEqual([...fits].sort((a, b) => a - b));
  expect((await column('best', 'fit')).map(Number)).toEqual([...fits].sort((a, b) => b - a));
  const mentors = await column('mentor', 'mentor');
  expect(new Set(mentors).size).toBeLessThan(mentors.length);
  expect(mentors.filter((id, n) => id !== mentors[n - 1])).toHaveLength(new Set(mentors).size);
});

it('takes a lowest fit for quality, and refuses one that would count for nothing', async () => {
  const folder = await program(1, 'min-score: 70');
  const { objective } = await json<RunJson>(folder, 'match', '--dry-run');
  expect(objective.floor).toBeGreaterThanOrEqual(700);
  const both = await folder.run(['match', '--objective', 'coverage', '--min-fit', '60']);
  expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('--min-fit goes with --objective quality')]);
  const none = await (await program(1, 'spread: true')).run(['match', '--objective', 'quality']);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no lowest acceptable fit is said')]);
  const half = await folder.run(['match', '--seed', '1.5']);
  expect([half.code, half.stderr]).toEqual([2, expect.stringContaining('--seed is "1.5"')]);
});

describe('a run that is to stay near a draft', () => {
  const late = 'Student ID,Full name,Role,Topics,GPA,Care\nL1,Late One,mentee,"exams, clubs",3.1,3\n';
  const pairsOf = ({ pairs }: RunJson): Map<string, string> =>
    new Map(pairs.map(({ mentee, mentor }) => [mentee.id, mentor.id]));

  it.each([1, 2, 3, 4, 5])('keeps more of its pairs, at next to no cost (program %i)', async (seed) => {
    const folder = await program(seed, 'spread: false');
    const first = pairsOf(await json<RunJson>(folder, 'match'));
    writeFileSync(join(folder.path, 'late.csv'), late);
    expect((await folder.run(['import', 'late.csv', '--cohort', 'fall'])).code).toBe(0);
    const plain = await json<RunJson>(folder, 'match', '--dry-run', '--seed', '9');
    const near = await json<RunJson>(folder, 'match', '--near', '1', '--seed', '9');
    const kept = (run: RunJson): number => [...pairsOf(run)].filter(([id, mentor]) => first.get(id) === mentor).length;
    expect(near.objective.placed).toBe(plain.objective.placed);
    expect(kept(near)).toBeGreaterThanOrEqual(kept(plain));
    // Each pair that is kept may cost the two points it counts more, and no more.
    expect(plain.objective.total - near.objective.total).toBeLessThanOrEqual(2 * (kept(near) - kept(plain)));
    const text = (await folder.run(['match', 'show', '2'])).stdout.replace(/\s+/g, ' ');
    expect(text).toContain(`${kept(near)} of the`);
    expect(text).toContain('0.2 points more for the pairs of the earlier draft');
    expect((await folder.run(['match', 'replay', '2', '--json'])).stdout).toBe(
      (await folder.run(['match', 'show', '2', '--json'])).stdout,
    );
    expect(await json(folder, 'match', 'verify', '2')).toMatchObject({ holds: true, how: 'prices' });
  });
});

describe('mentors without a place', () => {
  it('are said to have none, before and after their places are taken', async () => {
    const folder = emptyFolder();
    const rows = ['S1,Ana,mentee,,a', 'S2,Bo,mentee,,b', 'M1,Max,mentor,0,a', 'M2,Ned,mentor,1,b', 'M3,Ola,mentor,1,a'];
    writeFileSync(
      join(folder.path, 'people.csv'),
      `${['Student ID,Full name,Role,How many mentees?,Topics', ...rows].join('\n')}\n`,
    );
    await folder.run(['import', 'people.csv', '--cohort', 'fall']);
    await json(folder, 'match');
    const said = async (...argv: string[]): Promise<string> =>
      (await folder.run(argv)).stdout.replace(/\s+/g, ' ').trim();
    expect(await said('pair', 'explain', 'S1', 'M1')).toContain('cannot be paired. What bars them: Max has no place.');
    expect(await said('match', 'explain', 'M1')).toContain('Max has no place, so run 1 gave her nobody.');
    await folder.run(['pair', 'accept', '--all']);
    expect(await said('pair', 'explain', 'S1', 'M3')).toContain('Ana and Ola are paired in run 1.');
    expect(await said('match', 'explain', 'S1')).toContain('Ana and Ola are paired in run 1.');
    writeFileSync(join(folder.path, 'late.csv'), 'Student ID,Full name,Role,Topics\nS3,Cy,mentee,b\n');
    await folder.run(['import', 'late.csv', '--cohort', 'fall']);
    expect(await said('pair', 'explain', 'S3', 'M2')).toContain('cannot be paired: Ned has no place left, 1 taken.');
    expect(await said('pair', 'explain', 'S1', 'M3', '--run', '1')).toContain('are paired in run 1');
    const none = await said('match');
    expect(none).toContain('Next: mentorctl rematch --cohort fall');
    expect(await said('pair', 'explain', 'S3', 'M2')).toContain('What bars them: Ned has no place left, 1 taken.');
    expect(await said('match', 'compare', '1', '2')).toBe(
      'run 1 and run 2 have no mentee in common, so there is nothing to compare.',
    );
  });

  it('count even loads with the mentee who stands already', async () => {
    const folder = emptyFolder();
    const rows = ['S1,Ana,mentee,,a', 'M1,Max,mentor,2,a', 'M2,Ned,mentor,1,c'];
    writeFileSync(
      join(folder.path, 'people.csv'),
      `${['Student ID,Full name,Role,How many mentees?,Topics', ...rows].join('\n')}\n`,
    );
    await folder.run(['import', 'people.csv', '--cohort', 'fall']);
    await json(folder, 'match');
    await folder.run(['pair', 'accept', '--all']);
    writeFileSync(join(folder.path, 'late.csv'), 'Student ID,Full name,Role,Topics\nS3,Cy,mentee,a\n');
    await folder.run(['import', 'late.csv', '--cohort', 'fall']);
    await json(folder, 'match');
    expect(await json(folder, 'pair', 'explain', 'S3', 'M1')).toMatchObject({
      paired: true,
      bonuses: [{ name: 'even loads', points: 12 }],
    });
    expect(await json(folder, 'match', 'verify', '2')).toMatchObject({ holds: true });
  });
});

it('compares only the mentees whom both runs saw', async () => {
  const folder = await program(2, 'spread: true');
  await json(folder, 'match');
  writeFileSync(join(folder.path, 'late.csv'), 'Student ID,Full name,Role,Topics,GPA\nL1,Late One,mentee,exams,3\n');
  await folder.run(['import', 'late.csv', '--cohort', 'fall']);
  await json(folder, 'match');
  const told = await json<{
    onlyFirst: number;
    onlySecond: number;
    first: { mentees: number };
    changes: { mentee: { id: string } }[];
  }>(folder, 'match', 'compare', '1', '2', '--all');
  expect(told).toMatchObject({ onlyFirst: 0, onlySecond: 1, first: { mentees: 30 } });
  expect(told.changes.map(({ mentee }) => mentee.id)).not.toContain('L1');
  expect((await folder.run(['match', 'compare', '1', '2'])).stdout).toContain(
    'Left out of the comparison: 1 mentee only in run 2.',
  );
});
