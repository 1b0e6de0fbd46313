// If these fail, columns whose headings differ in a word in brackets take each other's values, or cannot be told apart afterwards.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const people = Array.from({ length: 8 }, (_, index) => index + 1);

function file(folder: Folder, name: string, headings: string, row: (n: number) => string): string {
  writeFileSync(join(folder.path, name), `${headings}\n${people.map(row).join('\n')}\n`);
  return name;
}

it('names columns that differ in brackets alone by what stands there, on the first import and on the second', async () => {
  const folder = emptyFolder();
  const headings =
    'Learner ID,Modules year 1 (taken),Modules year 1 (passed),Modules year 1 (mark),Modules year 2 (mark)';
  const name = file(folder, 'marks.csv', headings, (n) => `A${n},${n + 4},${n + 3},${60 + n},${70 + n}`);
  const argv = ['import', name, '--cohort', 'fall', '--as', 'outcomes'];
  const first = await folder.run(argv);
  expect(first.stderr).toContain('Modules year 1 (taken)   -> modules year 1 taken, number');
  expect(first.stderr).toContain('Modules year 1 (mark)    -> modules mark at year 1, number');
  expect(first.stderr).toContain('Modules year 2 (mark)    -> modules mark at year 2, number');
  const again = await folder.run(argv);
  expect(again.stdout, again.stderr).toContain('Nothing new.');
});

it('takes no column for another one that is as near to what it was called last time', async () => {
  const folder = emptyFolder();
  const first = file(folder, 'a.csv', 'Learner ID,Weekly study hours average score', (n) => `A${n},${n}`);
  const next = file(
    folder,
    'b.csv',
    'Learner ID,Weekly study hours average quiz score,Weekly study hours average essay score',
    (n) => `A${n},${n + 10},${n + 20}`,
  );
  for (const name of [first, next])
    expect((await folder.run(['import', name, '--cohort', 'fall', '--as', 'outcomes'])).code).toBe(0);
  const { stdout } = await folder.run(['export', 'person', 'A1', '--json']);
  for (const value of ['1', '11', '21']) expect(stdout).toMatch(new RegExp(`"number": ?${value}\\b`));
});

it('reads a column of nothing but statuses as who stayed in a file of outcomes, and leaves kinds of students alone', async () => {
  const folder = emptyFolder();
  const name = file(
    folder,
    'result.csv',
    'Learner ID,Result,Kind of learner',
    (n) =>
      `A${n},${n % 3 === 0 ? 'Dropout' : n % 3 === 1 ? 'Graduate' : 'Enrolled'},${n % 2 === 0 ? 'Graduate' : 'Transfer'}`,
  );
  const { stderr } = await folder.run(['import', name, '--cohort', 'fall', '--as', 'outcomes']);
  expect(stderr).toContain('Result           -> result, retention');
  expect(stderr).toContain('Kind of learner  -> kind of learner, one of 2');
});
