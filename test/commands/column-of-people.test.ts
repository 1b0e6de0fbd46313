// If these fail, people are paired with whoever stands beside them in the file: a lecturer taken for a wish, or a wish for nothing.
import { expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

async function imported(
  heading: string,
  cells: readonly string[],
  ...flags: string[]
): Promise<Ran & { folder: Folder }> {
  const folder = emptyFolder();
  const rows = [
    `ID,Name,Role,${heading}`,
    'T1,Ivo Pell,mentor,',
    'T2,Una Marr,mentor,',
    ...cells.map((cell, n) => `S${n + 1},Mentee ${'ABCDEF'[n] ?? ''},mentee,"${cell}"`),
  ];
  const ran = await folder.run(['import', '-', '--cohort', 'fall', ...flags], { stdin: `${rows.join('\n')}\n` });
  return { ...ran, folder };
}
const two = ['Dr Ivo Pell', 'marr, una'];

async function paired(folder: Folder): Promise<string[]> {
  const ran = await folder.run(['match', '--all', '--json']);
  const { pairs } = JSON.parse(ran.stdout) as { pairs: { mentee: { id: string }; mentor: { id: string } }[] };
  return pairs.map(({ mentee, mentor }) => `${mentee.id} ${mentor.id}`);
}

it('asks what the people in a column are where its heading does not say', async () => {
  const ran = await imported('Lecturer', two);
  expect(ran.code).toBe(65);
  expect(ran.stderr).toContain('"Lecturer" names people of this file');
  expect((await ran.folder.run(['person', 'list'])).stdout).not.toContain('Ivo');
});

it('takes each of the three answers that it names', async () => {
  const apart = await imported('Lecturer', two, '--map', 'Lecturer=keep apart from');
  expect(await paired(apart.folder)).toEqual(['S1 T2', 'S2 T1']);
  const wanted = await imported('Lecturer', two, '--map', 'Lecturer=mentor wanted');
  expect(await paired(wanted.folder)).toEqual(['S1 T1', 'S2 T2']);
  const plain = await imported('Lecturer', two, '--map', 'Lecturer=lecturer');
  expect([plain.code, plain.stdout]).toEqual([0, expect.not.stringContaining('criterion')]);
});

it.each([
  ['Line manager', two],
  ['Mentor you would like', two],
  ['Sibling', ['Mentee B', 'Mentee A']],
  ['Referred by', two],
  ['Full name again', ['Mentee A', 'Mentee B']],
  ['Favourite author', ['Ursula Le Guin', 'Una Marr', 'Octavia Butler']],
])('asks nothing of "%s"', async (heading, cells) => {
  const ran = await imported(heading, cells);
  expect(ran.code, ran.stderr).toBe(0);
});
