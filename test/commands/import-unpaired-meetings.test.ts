// If this fails, meetings of two who are no pair are kept and then missing from every figure of pairs, and nobody hears of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

it('names who met without being a pair, and the line that makes them one works', async () => {
  const folder = emptyFolder();
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder.path, name), text);
  };
  write('people.csv', 'Id,Name,Role\nm1,Ben Oak,Mentor\nm2,Dev Elm,Mentor\ns1,Ana Sol,Mentee\ns2,Cleo Ash,Mentee\n');
  write('pairs.csv', 'Mentor,Mentee\nm1,s1\n');
  write('log.csv', 'Mentor,Mentee,Met on,Minutes\nm1,s1,2026-10-01,45\nm2,s2,2026-10-02,30\nm2,s2,2026-10-09,30\n');
  for (const args of [
    ['people.csv', '--cohort', 'fall'],
    ['pairs.csv', '--cohort', 'fall', '--as', 'pairs'],
  ])
    expect((await folder.run(['import', ...args])).code).toBe(0);
  const first = (await folder.run(['import', 'log.csv', '--cohort', 'fall'])).stdout.replaceAll('\n', ' ');
  expect(first).toContain(
    '2 meetings are of people who are no pair in fall, and count for none: Dev Elm (m2) and Cleo Ash (s2)',
  );
  const [, line = ''] = /mentorctl (import log\.csv .* --as pairs)/.exec(first) ?? [];
  expect((await folder.run(line.split(' '))).code).toBe(0);
  expect((await folder.run(['import', 'log.csv', '--cohort', 'fall'])).stdout).not.toContain('no pair');
});
