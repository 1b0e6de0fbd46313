// If these fail, two drafts made side by side give a mentor more mentees than she has places, and nobody hears of it in time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

/** Una, who has two places, mentors in three cohorts; each has a draft before any is accepted. */
async function threeDrafts(program = ''): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'mentorctl.yaml'), `program: Peers\n${program}`);
  for (const [n, cohort] of ['arts', 'law', 'maths'].entries()) {
    const stdin = `id,name,role,capacity\nS${n},Mentee ${n},mentee,\nT1,Una Marr,mentor,2\n`;
    expect((await folder.run(['import', '-', '--cohort', cohort], { stdin })).code).toBe(0);
  }
  for (const cohort of ['arts', 'law', 'maths'])
    expect((await folder.run(['match', '--cohort', cohort])).code, cohort).toBe(0);
  return folder;
}
const accept = (folder: Folder, cohort: string, ...flags: string[]): ReturnType<Folder['run']> =>
  folder.run(['pair', 'accept', '--all', '--cohort', cohort, ...flags]);

it('refuses the pair beyond her places over all cohorts, keeps nothing of it, and says the way out, which works', async () => {
  const folder = await threeDrafts();
  expect([(await accept(folder, 'arts')).code, (await accept(folder, 'law')).code]).toEqual([0, 0]);
  const third = await accept(folder, 'maths');
  expect(third.code).toBe(65);
  expect(third.stderr).toContain(
    'Una Marr (T1) would have 3 mentees over all open cohorts (2 elsewhere) and has 2 places',
  );
  expect((await folder.run(['pair', 'list', '--cohort', 'maths'])).stdout).not.toContain('Una');
  const again = await folder.run(['match', '--cohort', 'maths']);
  expect(again.stdout).toContain('0 of 1 mentee');
  const over = await accept(folder, 'maths', '--run', '3', '--over');
  expect([over.code, over.stderr]).toEqual([0, expect.stringContaining('3 mentees over all open cohorts')]);
});

it('accepts where places are counted cohort by cohort, and where another cohort was closed', async () => {
  const each = await threeDrafts('capacity: {per: cohort}\n');
  for (const cohort of ['arts', 'law', 'maths']) expect((await accept(each, cohort)).code).toBe(0);
  const closed = await threeDrafts();
  for (const cohort of ['arts', 'law']) expect((await accept(closed, cohort)).code).toBe(0);
  expect((await closed.run(['cohort', 'close', 'arts'])).code).toBe(0);
  expect((await accept(closed, 'maths')).code).toBe(0);
});
