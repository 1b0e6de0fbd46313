// If these fail, somebody who asked to be forgotten can still be found by whoever opens the file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { upkeep } from '../../src/store/dialect/sqlite/upkeep.ts';
import { emptyFolder } from '../fake-host.ts';

const people = [
  'Email Address,Full name,Student ID,Mentor or mentee?,How many mentees could you take?,Topics (tick all),Anything else?',
  'zsofia.kovacs@example.edu,Zsófia Kovács,S7731,Mentee,,"Exams, Research",I keep quokkas and a very old horse',
  'lior.cohen@example.edu,Lior Cohen,S1042,Mentee,,"Research, Exams",Evenings suit me best of all',
  'priya.nair@example.edu,Priya Nair,M017,Mentor,2,"Exams, Research",I was new here once too',
];

it('nothing of a forgotten person is left in any byte of the database', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  const run = async (...argv: string[]): Promise<string> => {
    const ran = await folder.run(argv);
    expect(ran.code, `${argv.join(' ')}\n${ran.stderr}`).toBe(0);
    return ran.stdout;
  };
  writeFileSync(join(folder.path, 'people.csv'), `${people.join('\n')}\n`);
  const program = 'fields:\n  anything:\n    type: text\n    headings:\n      - Anything else?\n';
  writeFileSync(join(folder.path, 'mentorctl.yaml'), program);
  writeFileSync(join(folder.path, 'again.csv'), `${people[0] ?? ''}\n${(people[1] ?? '').replace('Exams, ', '')}\n`);
  await run('import', 'people.csv', '--cohort', 'fall');
  await run('import', 'again.csv', '--cohort', 'fall');
  await run('match', '--cohort', 'fall');
  await run('lottery', '--cohort', 'fall', '--places', '1');
  await run('pair', 'accept', '--all');
  await run('record', 'meeting', '--mentee', 'zsof', '--topic', 'axolotls', '--note', 'likes wombats');
  await run('record', 'meeting', '--mentee', 'lior', '--note', 'knows Zsófia Kovács well');
  await run('record', 'flag', 'raise', '--person', 'S7731', '--about', 'numbats');
  await run(
    'record',
    'flag',
    'raise',
    '--person',
    'lior',
    '--about',
    'exams',
    '--by-whom',
    'zsofia.kovacs@example.edu',
  );
  await run('record', 'goal', 'set', '--person', 'zsof', '--goal', 'Meet a bilby');
  await run('pair', 'end', 'zsof', '--reason', 'poor-fit');
  await run('pair', 'void', 'zsof', '--with-meetings');
  await run('person', 'forget', 'zsof', '--confirm', 'S7731');
  const bytes = readFileSync(join(folder.path, 'mentorctl.db')).toString('latin1').toLowerCase();
  const latin = (word: string): string => Buffer.from(word, 'utf8').toString('latin1').toLowerCase();
  const traces = ['Zsófia', 'Kovács', 'zsof', 'S7731', 'quokka', 'axolotl', 'wombat', 'numbat', 'bilby'];
  expect(traces.filter((word) => bytes.includes(latin(word)))).toEqual([]);
  expect(await run('data', 'check')).toContain('sound');
  expect(await run('pair', 'list', '--format', 'csv')).toContain('S1042');
  expect(await run('data', 'log')).toContain('person forget');
});

it('the ids and addresses of records that were merged into a person go with them', async () => {
  const folder = emptyFolder({ waitsForDisk: true });
  const head = people[0] ?? '';
  const again =
    'z.kovacs@example.org,Zsófia Kovács,T9904,Mentee,,"Exams, Research",I keep quokkas and a very old horse';
  writeFileSync(join(folder.path, 'people.csv'), `${[head, ...people.slice(1), again].join('\n')}\n`);
  for (const argv of [
    ['import', 'people.csv', '--cohort', 'fall'],
    ['person', 'merge', 'S7731', 'T9904', '--prefer', 'S7731'],
    ['person', 'forget', 'S7731', '--confirm', 'S7731'],
  ]) {
    const ran = await folder.run(argv);
    expect(ran.code, `${argv.join(' ')}\n${ran.stderr}`).toBe(0);
  }
  const bytes = readFileSync(join(folder.path, 'mentorctl.db')).toString('latin1').toLowerCase();
  expect(['t9904', 'z.kovacs', 's7731'].filter((word) => bytes.includes(word))).toEqual([]);
});

it.each(['7', '12', 'B12'])('an id as short as %s is no word by which others lose what was written', async (id) => {
  const folder = emptyFolder({ waitsForDisk: true });
  const run = async (...argv: string[]): Promise<string> => {
    const ran = await folder.run(argv);
    expect(ran.code, `${argv.join(' ')}\n${ran.stderr}`).toBe(0);
    return ran.stdout;
  };
  writeFileSync(
    join(folder.path, 'people.csv'),
    `id,name,email,role\n${id},Ilka Quist,ilka@example.org,mentee\nS44,Bo Lind,bo@example.org,mentee\nM44,Ada Roy,ada@example.org,mentor\n`,
  );
  await run('import', 'people.csv', '--cohort', 'fall');
  await run('match');
  await run('pair', 'accept', '--all');
  const note = `read chapter ${id} with Ilka Quist`;
  const paired = JSON.parse(await run('pair', 'list', '--json')) as { items: { mentee: { id: string } }[] };
  const other = paired.items.map(({ mentee }) => mentee.id).find((one) => one !== id);
  await run('record', 'flag', 'raise', '--person', 'S44', '--about', note);
  await run('person', 'forget', id, '--confirm', id);
  expect(other ?? 'S44').toBe('S44');
  const shown = await run('person', 'show', 'S44');
  expect(shown).toContain(`read chapter ${id} with (erased)`);
  expect(await run('data', 'check')).toContain('sound');
});

it('says that the person is erased where the file could not be written anew afterwards, and what to do', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), `${people.join('\n')}\n`);
  await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  const rewriting = vi.spyOn(upkeep, 'rewrite').mockRejectedValue(Object.assign(new Error(), { code: 'SQLITE_FULL' }));
  const ran = await folder.run(['person', 'forget', 'S1042', '--confirm', 'S1042']);
  rewriting.mockRestore();
  expect(ran.code).toBe(73);
  expect(ran.stderr).toContain('the person is erased, but the file could not be written anew');
  for (const argv of [
    ['data', 'backup', 'fresh.backup'],
    ['data', 'restore', 'fresh.backup', '--yes'],
  ])
    expect((await folder.run(argv)).code).toBe(0);
  expect(readFileSync(join(folder.path, 'mentorctl.db')).toString('latin1')).not.toContain('Lior');
});
