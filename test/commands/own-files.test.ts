// If these fail, a command writes its result over the program it belongs to, or goes on as if there had never been one.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

async function program(): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(
    join(folder.path, 'people.csv'),
    'ID,Name,Email,Role\nS1,Ana Oz,ana@quay.example,mentee\nM1,Bo Chen,bo@quay.example,mentor\n',
  );
  await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  return folder;
}

const linkers: [string, (folder: string, file: string) => string][] = [
  ['its own name', (_, file) => file],
  ['a folder that is a link', (folder, file) => (symlinkSync(folder, join(folder, 'other')), `other/${file}`)],
  ['a link', (folder, file) => (symlinkSync(file, join(folder, 'x.csv')), 'x.csv')],
  ['a second name of the file', (folder, file) => (linkSync(join(folder, file), join(folder, 'y.csv')), 'y.csv')],
];

it.each(['mentorctl.db', 'mentorctl.yaml'].flatMap((file) => linkers.map(([how, link]) => [file, how, link] as const)))(
  'never writes over %s, reached by %s',
  async (file, _, link) => {
    const folder = await program();
    const before = readFileSync(join(folder.path, file));
    const target = link(folder.path, file);
    for (const argv of [
      ['person', 'list', '--format', 'csv', '-o', target],
      ['data', 'backup', target, '--yes'],
      ['import', 'people.csv', '--cohort', 'fall', '--skip-bad-rows', '--rejects', target],
    ]) {
      const ran = await folder.run(argv);
      expect(ran.code, argv.join(' ')).toBe(73);
      expect(ran.stderr).toMatch(/itself|needed for something else/);
    }
    expect(readFileSync(join(folder.path, file)).equals(before)).toBe(true);
  },
);

it('refuses to go on without the program file that the people came in under, and goes on once it is back', async () => {
  const folder = await program();
  const path = join(folder.path, 'mentorctl.yaml');
  const text = readFileSync(path);
  unlinkSync(path);
  for (const argv of [
    ['match'],
    ['program', 'check'],
    ['data', 'check'],
    ['import', 'people.csv', '--cohort', 'fall'],
  ]) {
    const ran = await folder.run(argv);
    expect(ran.code, argv.join(' ')).toBe(78);
    expect(ran.stderr).toContain('the program file is gone');
  }
  writeFileSync(path, text);
  expect((await folder.run(['match'])).code).toBe(0);
});

it('does not miss a program file where there never was one', async () => {
  const folder = emptyFolder();
  await folder.run(['cohort', 'add', 'fall']);
  await folder.run(['person', 'add', 'Ana Oz', '--id', 'S1', '--role', 'mentee', '--cohort', 'fall']);
  await folder.run(['person', 'add', 'Bo Chen', '--id', 'M1', '--role', 'mentor', '--cohort', 'fall']);
  expect((await folder.run(['match'])).code).toBe(0);
});

it('names what a killed command left, and nothing that is being written', async () => {
  const folder = await program();
  // No process has this number; the other is this one, which is alive.
  writeFileSync(join(folder.path, 'all.json.2147483646-0011aabb.tmp'), 'half');
  writeFileSync(join(folder.path, `list.csv.${process.pid}-0011aabb.tmp`), 'half');
  const check = await folder.run(['data', 'check']);
  expect(check.stdout).toContain('all.json.2147483646-0011aabb.tmp: left half written');
  expect(check.stdout).not.toContain('list.csv');
  const next = await folder.run(['cohort', 'add', 'spring']);
  expect(next.stderr).toContain('all.json.2147483646-0011aabb.tmp');
});

it('forgets what somebody was called before, and names the copies that may still hold them', async () => {
  const folder = await program();
  await folder.run(['data', 'backup', 'kept.backup']);
  await folder.run(['person', 'change', 'S1', '--name', 'Anabel Zwart', '--email', 'zwart@quay.example']);
  await folder.run(['person', 'change', 'S1', '--name', 'Ana Oz', '--email', 'ana@quay.example']);
  await folder.run([
    'record',
    'flag',
    'raise',
    '--person',
    'M1',
    '--about',
    'spoke of Anabel Zwart, zwart@quay.example',
  ]);
  const ran = await folder.run(['person', 'forget', 'S1', '--confirm', 'S1']);
  expect(ran.stdout).toContain('kept.backup');
  const bytes = readFileSync(join(folder.path, 'mentorctl.db')).toString('latin1');
  for (const word of ['Anabel', 'Zwart', 'zwart@quay']) expect(bytes).not.toContain(word);
});

it.each([
  ['a file for a folder', 'people.csv/x.csv'],
  ['a name that is too long', `${'n'.repeat(300)}.csv`],
  ['a link to itself', 'round.csv'],
])('says of %s that it cannot be read or written, and is no fault of ours', async (_, path) => {
  const folder = await program();
  symlinkSync('round.csv', join(folder.path, 'round.csv'));
  mkdirSync(join(folder.path, 'sub'));
  expect((await folder.run(['import', path, '--cohort', 'fall'])).code).toBe(66);
  expect((await folder.run(['data', 'restore', path, '--yes'])).code).toBe(66);
  expect((await folder.run(['person', 'list', '--format', 'csv', '-o', path])).code).toBe(73);
  expect([66, 73]).toContain((await folder.run(['status', '--db', path])).code);
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

it.each(['mentorctl.db-journal', 'real/mentorctl.db-journal', 'mentorctl.db-wal'])(
  'keeps nothing under %s, which the next command would delete',
  async (name) => {
    const folder = await program();
    mkdirSync(join(folder.path, 'real'));
    renameSync(join(folder.path, 'mentorctl.db'), join(folder.path, 'real', 'mentorctl.db'));
    symlinkSync('real/mentorctl.db', join(folder.path, 'mentorctl.db'));
    expect((await folder.run(['data', 'backup', name])).code).toBe(73);
    expect((await folder.run(['person', 'list', '--format', 'csv', '-o', name])).code).toBe(73);
  },
);

it('names what a killed command left in a folder inside, too', async () => {
  const folder = await program();
  mkdirSync(join(folder.path, 'out'));
  writeFileSync(join(folder.path, 'out', 'all.json.2147483646-0011aabb.tmp'), 'half');
  expect((await folder.run(['data', 'check'])).stdout).toContain('out/all.json.2147483646-0011aabb.tmp: left half');
});

it('says that a change was made whose result could not be shown, quiet or not', async () => {
  const folder = await program();
  const stdout = {
    write: () => {
      throw new Error('the terminal is gone');
    },
    isTTY: false,
    columns: undefined,
  };
  const ran = await folder.run(['cohort', 'add', 'spring', '--quiet'], { host: { stdout } });
  expect(ran.code).toBe(70);
  expect(ran.stderr).toContain('The change was made and is kept');
  expect((await folder.run(['cohort', 'list'])).stdout).toContain('spring');
  const read = await folder.run(['cohort', 'list'], { host: { stdout } });
  expect(read.stderr).not.toContain('is kept');
  const pretended = await folder.run(['cohort', 'close', 'spring', '--dry-run'], { host: { stdout } });
  expect(pretended.stderr).not.toContain('is kept');
});

it.each(['1e400', '-9e999', '9'.repeat(400)])('takes %s in a cell for no number, and not for a fault', async (cell) => {
  const folder = await program();
  const rows = ['3', '4', '5', '6', '7', '8', '9', '10', '11', cell].map((hours, i) => `T${i},Tu ${i},mentee,${hours}`);
  writeFileSync(join(folder.path, 'hours.csv'), `ID,Name,Role,Hours per week\n${rows.join('\n')}\n`);
  expect([0, 65]).toContain((await folder.run(['import', 'hours.csv', '--cohort', 'spring'])).code);
  expect((await folder.run(['data', 'check'])).code).toBe(0);
});

it('says which names of a file hold signs that turn or colour a line, and leaves emoji and line breaks alone', async () => {
  const folder = await program();
  const names = ['Cy\u001b]0;x\u0007 Oz', 'Da\u2067vid', 'Eve\u007f', 'Zoë \u{1f469}\u200d\u{1f52c}', '"Flo\nMay"'];
  const rows = names.map((name, i) => `N${i},${name},n${i}@quay.example,mentee`);
  writeFileSync(join(folder.path, 'more.csv'), `ID,Name,Email,Role\n${rows.join('\n')}\n`);
  const ran = await folder.run(['import', 'more.csv', '--cohort', 'fall'], { columns: 300 });
  expect(ran.stdout).toContain('3 names with control or direction signs');
  expect(ran.stdout).toContain('Cy\\x1b]0;x\\x07 Oz (N0), Da\\u2067vid (N1), Eve\\x7f (N2).');
});
