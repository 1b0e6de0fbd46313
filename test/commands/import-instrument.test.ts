// If these fail, answers to an instrument of the admin's own are filed or scored wrongly, or the version they were given to is lost.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  copyFileSync('fixtures/import/instrument.csv', join(folder.path, 'own.csv'));
  const people =
    'Student ID,E-mail,Full name,Role\n0012,ana@example.org,Ana Souza,mentee\n0013,bo@example.org,Bo Chen,mentee\n';
  writeFileSync(join(folder.path, 'people.csv'), people);
  for (const argv of [['own.csv'], ['people.csv', '--cohort', 'fall']]) {
    const ran = await folder.run(['import', ...argv]);
    expect(ran.code, ran.stderr).toBe(0);
  }
  return folder;
}

async function answers(
  folder: Folder,
  name: string,
  text: string,
): Promise<{ code: number; said: string; json: object }> {
  writeFileSync(join(folder.path, name), text);
  const { code, stdout, stderr } = await folder.run(['import', name, '--as', 'survey', '--json']);
  return { code, said: stdout + stderr, json: code === 0 ? (JSON.parse(stdout) as object) : {} };
}

const pre = `Student ID,There is a place for me here.,Q2,I know someone I could ask for help.,"People listen, mostly.",Remarks
0012,Agree,2,4,5,fine
0013,3,,,2,
`;

it('answers are filed by item under the version they were given to, and scored', async () => {
  const folder = await program();
  const { code, said, json } = await answers(folder, 'belonging-here-pre.csv', pre);
  expect(code, said).toBe(0);
  expect(json).toMatchObject({
    counts: { added: 6 },
    surveys: [{ instrument: 'belonging-here', wave: 'pre', people: 2, scored: 1, mean: 4.25 }],
  });
  const all = JSON.parse((await folder.run(['export', 'everything', '--json', '--with-contacts'])).stdout) as object;
  const rows = JSON.stringify(all);
  expect(rows).toContain('"item":"2"');
  expect(rows).not.toContain('"item":"Q2"');
  // A new wording is a new version: answers before it and after it stay apart, and that is said.
  const own = readFileSync(join(folder.path, 'own.csv'), 'utf8').replace('outsider', 'stranger');
  writeFileSync(join(folder.path, 'own.csv'), own);
  const changed = await folder.run(['import', 'own.csv']);
  expect(changed.stdout).toContain('Answered on another version: pre (2 people).');
  const post = await folder.run(['import', 'belonging-here-pre.csv', '--as', 'survey', '--wave', 'post']);
  expect(post.stdout).toContain('Answered on another version of belonging-here: pre.');
});

it('an answer off the scale, and a file without one of its items, are refused', async () => {
  const folder = await program();
  const off = await answers(folder, 'belonging-here-mid.csv', 'Student ID,Q1,Q2\n0012,4,7\n');
  expect([off.code, off.said]).toEqual([65, expect.stringContaining('answers here go from 1 to 5')]);
  const none = await answers(folder, 'belonging-here-post.csv', 'Student ID,Another question\n0012,4\n');
  expect([none.code, none.said]).toEqual([65, expect.stringContaining('no column is an item of belonging-here')]);
});

it('a title alone is no new version', async () => {
  const folder = await program();
  await answers(folder, 'belonging-here-pre.csv', pre);
  const own = readFileSync(join(folder.path, 'own.csv'), 'utf8').replace(
    '# title: Belonging here',
    '# title: Belonging',
  );
  writeFileSync(join(folder.path, 'own.csv'), own);
  const { stdout } = await folder.run(['import', 'own.csv']);
  expect(stdout).toContain('Changed.');
  expect(stdout).not.toContain('another version');
});

it('an answer recorded by hand is held against the scale, too', async () => {
  const folder = await program();
  const record = (answer: string): ReturnType<Folder['run']> =>
    folder.run([
      ...['record', 'survey', '--cohort', 'fall', '--person', '0012'],
      ...['--instrument', 'belonging-here', '--wave', 'pre', '--answer', answer],
    ]);
  const off = await record('1=9');
  expect(off.code).toBe(2);
  expect(off.stderr).toContain('belonging-here is answered from 1 to 5.');
  expect((await record('1=5')).code).toBe(0);
});
