// If these fail, a program that somebody else put above the current folder decides on people unseen, or nobody learns where a change went.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const people = 'Name,Email,Role\nAna Sol,ana@mar.example,mentee\nBen Oak,ben@mar.example,mentor\n';

async function withProgram(): Promise<Folder> {
  const folder = emptyFolder();
  mkdirSync(join(folder.path, 'exports'));
  writeFileSync(join(folder.path, 'exports', 'people.csv'), people);
  expect((await folder.run(['import', 'exports/people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

it('says which folder a change goes to when it is not the current one, and only then', async () => {
  const folder = await withProgram();
  const argv = ['import', 'people.csv', '--cohort', 'spring'];
  expect((await folder.run(argv, { under: 'exports' })).stderr).toContain(`The program is in ${folder.path}.`);
  const here = await folder.run(['import', 'exports/people.csv', '--cohort', 'spring']);
  expect(here.stderr).not.toContain('The program is in');
  const named = await folder.run(['-C', folder.path, 'cohort', 'close', 'spring'], { under: 'exports' });
  expect(named.stderr).toContain(`The program is in ${folder.path}.`);
});

it.runIf(process.geteuid !== undefined)(
  'refuses a folder above that is open to everybody, until it is named',
  async () => {
    const folder = await withProgram();
    chmodSync(folder.path, 0o777);
    const refused = await folder.run(['status', '--cohort', 'fall'], { under: 'exports' });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('is open to everybody');
    const [, remedy] = /name it: mentorctl (-C \S+) and the command/.exec(refused.stderr) ?? [];
    expect(
      (await folder.run([...(remedy ?? '').split(' '), 'status', '--cohort', 'fall'], { under: 'exports' })).code,
    ).toBe(0);
    // The current folder is the user's own business.
    expect((await folder.run(['status', '--cohort', 'fall'])).code).toBe(0);
  },
);
