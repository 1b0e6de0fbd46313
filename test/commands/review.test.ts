// If these fail, a coordinator at the terminal decides one thing and another is kept, or loses what she decided before she stopped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Asker } from '../../src/cli/ask.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { makeContext, type Context } from '../../src/commands/shared/context.ts';
import { runReview } from '../../src/commands/pair/review.ts';
import { Failure } from '../../src/domain/failure.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

const people = `Email,Name,ID,Role,Capacity,Topics
m1@example.edu,Priya Nair,M1,Mentor,1,"Exams, Research"
m2@example.edu,Tom Okafor,M2,Mentor,2,"Making friends, Exams"
m3@example.edu,Rita Stone,M3,Mentor,1,Research
a@example.edu,Ana Suarez,S1,Mentee,,"Exams, Research"
b@example.edu,Ben Adu,S2,Mentee,,Making friends
c@example.edu,Cleo Marsh,S3,Mentee,,Research
d@example.edu,Dan Roy,S4,Mentee,,"Making friends, Exams, Research"
`;

/** A program with one draft: Dan fits worst (67), then Ana, Ben and Cleo (100). */
async function draft(): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  for (const line of [['import', 'people.csv', '--cohort', 'fall'], ['match']])
    expect((await folder.run([...line, '-q'])).code).toBe(0);
  return folder;
}

/** Answers one after the other; a choice is made by part of its label. 'Ctrl-C' breaks off at a question. */
async function review(
  folder: Folder,
  answers: readonly (string | boolean)[],
  below?: number,
): Promise<{ out: string; err: string }> {
  const heard = { out: '', err: '' };
  const stream = (name: 'out' | 'err'): Context['host']['stdout'] => ({
    isTTY: true,
    columns: 100,
    write: (text) => {
      heard[name] += String(text);
    },
  });
  const host: Context['host'] = {
    stdin: { isTTY: true, bytes: () => Promise.resolve(new Uint8Array()) },
    stdout: stream('out'),
    stderr: stream('err'),
    env: { HOME: folder.path, MENTORCTL_TODAY: '2026-11-02', NO_COLOR: '1' },
    cwd: folder.path,
    waitsForDisk: false,
    printedBy: () => undefined,
    page: () => false,
    user: 'tester',
    now: () => new Date('2026-11-02T09:00:00.000Z'),
    onInterrupt: () => () => undefined,
  };
  const left = [...answers];
  const next = (question: string): string | boolean => {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nobody answers: ${question}`);
    if (answer === 'Ctrl-C') throw new Failure('cancelled', { code: 'cancelled', message: 'cancelled' });
    return answer;
  };
  const ask: Asker = {
    possible: true,
    confirm: (question) => Promise.resolve(next(question) === true),
    text: (question) => Promise.resolve(String(next(question))),
    secret: (question) => Promise.reject(new Error(question)),
    search: (question) => Promise.reject(new Error(question)),
    choose: (question, choices) => {
      const wanted = String(next(question));
      const found = choices.find(({ label }) => label.includes(wanted));
      if (found === undefined)
        throw new Error(`${wanted} is not among ${choices.map(({ label }) => label).join(' | ')}`);
      return Promise.resolve(found.value);
    },
  };
  const settings = await readSettings({}, host);
  // Asked in order, so that a promise that throws is one that rejects.
  const later: Asker = {
    ...ask,
    choose: async (...asked) => ask.choose(...asked),
    text: async (...asked) => ask.text(...asked),
  };
  await runReview(
    { list: false, ...(below === undefined ? {} : { below }) },
    {
      ...makeContext(host, settings, 'mentorctl pair review'),
      ask: later,
    },
  );
  expect(left).toEqual([]);
  return heard;
}

async function pairs(folder: Folder): Promise<string[]> {
  const { stdout } = await folder.run(['pair', 'list', '--status', 'all', '--json']);
  const { items } = JSON.parse(stdout) as {
    items: {
      mentee: { id: string };
      mentor: { id: string };
      status: string;
      reason: string | null;
      neverAgain: boolean;
    }[];
  };
  return items.map(({ mentee, mentor, status, reason, neverAgain }) =>
    [mentee.id, mentor.id, status, ...(reason === null ? [] : [reason]), ...(neverAgain ? ['never again'] : [])].join(
      ' ',
    ),
  );
}

it('walks from the least sure to the surest and keeps each decision as it is made', async () => {
  const folder = await draft();
  const { out, err } = await review(folder, ['accept', 'decline', 'same team', true, 'not now', 'Ctrl-C']);
  expect(err.indexOf('1 of 4: Dan Roy (S4) with Tom Okafor (M2), fit 67')).toBeGreaterThan(-1);
  expect(err.indexOf('2 of 4: Ana Suarez (S1)')).toBeGreaterThan(err.indexOf('1 of 4: Dan Roy'));
  expect(out).toContain('Review of run 1 for fall: 1 accepted, 1 declined. 2 still to decide; next in line: Ben Adu');
  expect(await pairs(folder)).toEqual(['S4 M2 active', 'S1 M1 declined same team never again']);
});

it('goes on where it stopped, and says when nothing is left', async () => {
  const folder = await draft();
  await review(folder, ['accept', 'stop here']);
  const { err, out } = await review(folder, ['accept', 'accept', 'accept']);
  expect(err).toContain('1 of 3: Ana Suarez (S1)');
  expect(err).not.toContain('Dan Roy (S4) with');
  expect(out).toContain('3 accepted. Nothing is left to decide.');
  expect(await pairs(folder)).toHaveLength(4);
  expect((await folder.run(['pair', 'review', '--list'])).stderr).toContain('there is no draft run for fall');
});

it('takes decisions back one by one, as if they had not been', async () => {
  const folder = await draft();
  await review(folder, ['accept', 'skip', 'pin', 'undo the last (Ben Adu: pinned)', 'undo', 'undo', 'stop here']);
  expect(await pairs(folder)).toEqual([]);
  const { stdout } = await folder.run(['pair', 'list', '--rulings', '--json']);
  expect((JSON.parse(stdout) as { items: unknown[] }).items).toEqual([]);
  // The audit trail keeps both what was done and that it was taken back.
  expect((await review(folder, ['stop here'])).out).toContain('nothing decided. 4 still to decide; next');
});

it('swaps, moves the others along, and can take that back as well', async () => {
  const folder = await draft();
  // Dan and Ben are with Tom, Ana with Priya, Cleo with Rita. Cleo to Priya sends Ana to Rita: 50 points of 100 less.
  const answers = [
    'skip',
    'skip',
    'skip',
    'another mentor',
    'Priya Nair (M1), fit 100; the whole: loses 50; Ana Suarez to Rita Stone (100 -> 50)',
  ];
  const swapped = await review(folder, answers);
  expect(swapped.err).toContain('The others moved along; what is left goes on as run 2.');
  expect(await pairs(folder)).toEqual(['S3 M1 active']);
  const { stdout } = await folder.run(['pair', 'review', '--list', '--json']);
  const { run, items } = JSON.parse(stdout) as {
    run: number;
    items: { mentee: { id: string }; mentors: { id: string }[]; score: number }[];
  };
  expect(run).toBe(2);
  expect(items.map(({ mentee, mentors, score }) => `${mentee.id} ${mentors[0]?.id ?? ''} ${score}`)).toEqual([
    'S1 M3 500',
    'S4 M2 667',
    'S2 M2 1000',
  ]);
});

it('undoes a swap with everything that moved', async () => {
  const folder = await draft();
  await review(folder, ['another mentor', 'Priya Nair', 'undo the last (Dan Roy: swapped)', 'stop here']);
  expect(await pairs(folder)).toEqual([]);
  const { stdout } = await folder.run(['pair', 'review', '--list', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ run: 1, items: [{}, {}, {}, {}] });
});

it('looks only at the pairs asked for, and says how many are left besides', async () => {
  const folder = await draft();
  const { err, out } = await review(folder, ['accept'], 700);
  expect(err).toContain('1 of 1: Dan Roy (S4)');
  expect(out).toContain('1 accepted. Nothing below 70 is left to decide. 3 that fit better are');
  expect(out).toContain('mentorctl pair accept --run 1 --all');
});

it('forgets older drafts once a run is accepted, so that nobody decides on them again', async () => {
  const folder = await draft();
  await folder.run(['match', '-q']);
  await folder.run(['pair', 'accept', '--run', '2', '--all']);
  expect((await folder.run(['pair', 'review', '--list'])).stderr).toContain('there is no draft run for fall');
});

it('accepts a circle for a mentee with all who lead it', async () => {
  const folder = emptyFolder();
  const rows = ['A', 'B', 'C'].map((name, n) => `${name}@example.edu,${name} Mentee,S${n + 1},Mentee,,`);
  const mentors = ['m1@example.edu,Priya Nair,M1,Mentor,5,', 'm2@example.edu,Tom Okafor,M2,Mentor,4,Priya Nair'];
  writeFileSync(
    join(folder.path, 'people.csv'),
    ['Email,Name,ID,Role,Capacity,Leads with', ...mentors, ...rows, ''].join('\n'),
  );
  const program =
    'fields:\n  leads with: { type: text, headings: [Leads with] }\ncircles: { least: 3, co-mentor: leads with }\n';
  writeFileSync(join(folder.path, 'mentorctl.yaml'), program);
  await folder.run(['import', 'people.csv', '--cohort', 'fall', '-q']);
  await folder.run(['match', '-q']);
  const { err } = await review(folder, ['accept', 'decline', '', false, 'stop here']);
  expect(err).toContain('1 of 3: A Mentee (S1) with Priya Nair (M1) with Tom Okafor (M2)');
  expect(await pairs(folder)).toEqual(['S1 M1 active', 'S1 M2 active', 'S2 M1 declined', 'S2 M2 declined']);
});

it('a pair kept apart since the run is not asked about, not accepted with the rest, and stands as blocked in the file', async () => {
  const folder = await draft();
  await folder.run(['pair', 'block', 'S4', 'M2']);
  const { stdout } = await folder.run(['export', 'pairs', '--format', 'csv']);
  expect(stdout).toContain(',block,');
  const { err } = await review(folder, ['stop here']);
  expect(err).toContain('1 of 3: Ana Suarez (S1)');
  await folder.run(['pair', 'accept', '--all']);
  expect(await pairs(folder)).toHaveLength(3);
});
