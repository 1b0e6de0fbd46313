// If these fail, whoever asks for a key without the package that encrypts has a database that everybody can read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Ran } from '../fake-host.ts';

const people = 'Student ID,Full name,Mentor or mentee?\nM1,Priya Naironova,Mentor\nS1,Ana Suarezova,Mentee\n';

it('names the package that encrypts, and changes nothing', async () => {
  const folder = emptyFolder();
  const { path } = folder;
  writeFileSync(join(path, 'people.csv'), people);
  const say = (line: string, env = {}): Promise<Ran> => folder.run(line.split(' '), { env });
  const key = { MENTORCTL_KEY: 'one key' };
  const made = await say('import people.csv --cohort fall', key);
  expect([made.code, made.stderr]).toEqual([
    66,
    expect.stringContaining('npm install better-sqlite3-multiple-ciphers'),
  ]);
  expect(existsSync(join(path, 'mentorctl.db'))).toBe(false);
  expect((await say('import people.csv --cohort fall')).code).toBe(0);
  const before = readFileSync(join(path, 'mentorctl.db'));
  expect((await say('data encrypt', key)).code).toBe(66);
  expect(readFileSync(join(path, 'mentorctl.db')).equals(before)).toBe(true);
});
