// If these fail, a command behaves otherwise than its neighbours: scripts and people who learned one are misled by the other.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/command-list.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

/** What each command is asked in a program of a few people: the line without its own words. */
const asked: Readonly<Record<string, string>> = {
  demo: 'sample',
  init: '--force --yes',
  import: 'people.csv --cohort fall',
  match: '--cohort fall',
  'match show': '1',
  'match explain': 'S1',
  'match compare': '1 other.yaml',
  'match costs': '1',
  'match verify': '1',
  'match replay': '1',
  'match audit': '1 --by campus',
  'match discard': '1',
  lottery: '--places 1',
  'pair pin': 'S1 M1',
  'pair block': 'S1 M1',
  'pair unpin': 'S1 M1',
  'pair unblock': 'S1 M1',
  'pair explain': 'S1 M1',
  'pair accept': '--all',
  'pair decline': 'S1 M1',
  'pair swap': 'S1 M2',
  'pair end': 'S1 --reason goals-met',
  'pair reopen': '--pair 1',
  'pair void': '--pair 1',
  'record meeting': '--mentee S1',
  'record outcome': '--person S1 --measure gpa --value 3',
  'record survey': '--person S1 --instrument belonging --wave pre --answer 1=4',
  'record goal': '--person S1 --goal Pass',
  'record flag': '--person S1 --about exams',
  'report belonging': '',
  'export person': 'S1',
  'export survey-form': 'belonging',
  'cohort add': 'spring',
  'cohort close': 'fall',
  'person show': 'S1',
  'person add': '"Zoe Zed" --role mentee --email zoe@example.org --cohort fall',
  'person change': 'S1 --name Ann',
  'person withdraw': 'S1',
  'person return': 'S1',
  'person merge': 'S1 S2 --prefer S1',
  'person forget': 'S1 --confirm S1',
  'data backup': 'new.db',
  'data restore': 'copy.db --yes',
  'data undo': '',
  completion: 'bash',
};

const argvOf = (words: string): string[] => [
  ...words.split(' '),
  ...[...(asked[words] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
];

const all = commands.map(({ words }) => words);

const teaching = new Set([
  // The surveys that come with the program need nobody.
  'export survey-form',
  'demo',
  'init',
  'import',
  'status',
  'program check',
  'program schema',
  'completion',
  'data check',
  'cohort add',
]);

async function optionsOf(words: string): Promise<readonly (string | undefined)[]> {
  const not = (): Promise<never> => Promise.reject(new Error('only looked at'));
  const command = new Command(words);
  const listed = commands.find((one) => one.words === words);
  (await listed?.load({ tree: not, runLine: not }))?.define(command as never, not, {
    today: () => '2026-11-02' as never,
  });
  return command.options.map(({ long }) => long);
}

/** Mentors and mentees of one cohort, and nothing else. */
async function aProgram(): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(
    join(folder.path, 'people.csv'),
    'Student ID,E-mail,Full name,Role,How many mentees?,Campus\nS1,s1@example.org,Ana Silva,mentee,,North\nS2,s2@example.org,Bo Berg,mentee,,South\nM1,m1@example.org,Cy Cole,mentor,3,North\nM2,m2@example.org,Di Dale,mentor,3,South\n',
  );
  writeFileSync(join(folder.path, 'outcomes.csv'), 'Student ID,GPA\nS1,3.1\nS2,2.9\n');
  const ran = await folder.run(['import', 'people.csv', '--cohort', 'fall']);
  expect(ran.code, ran.stderr).toBe(0);
  return folder;
}

/** Of every file of the folder. */
const bytes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

describe.each(all.filter((words) => !teaching.has(words)))('%s, where there is no program', (words) => {
  it('ends with 66 and makes nothing', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'other.yaml'), 'program: Other\n');
    const { code, stdout, stderr } = await folder.run(argvOf(words));
    expect(`${code} ${stdout}`, stderr).toBe('66 ');
    expect(readdirSync(folder.path).sort()).toEqual(['other.yaml']);
  });
});

describe.each(['status', 'program check'])('%s, where there is no program', (words) => {
  it('teaches and ends with 0', async () => {
    const { code, stdout } = await emptyFolder().run(words.split(' '));
    expect(code).toBe(0);
    expect(stdout).toContain('mentorctl import people.csv --cohort fall');
  });
});

it('status --fail-on ends with 66 where there is no program', async () => {
  expect((await emptyFolder().run(['status', '--fail-on', 'any'])).code).toBe(66);
});

const shows = all.filter(
  (words) =>
    /^(?:match list|pair list|person list|cohort list|export|report|status|data (?:log|check)|lottery verify)/.test(
      words,
    ) && words !== 'export everything',
);

describe.each(shows)('%s, of people to whom nothing has happened', (words) => {
  it('is a whole csv: its headings, and 0', async () => {
    const folder = await aProgram();
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--format', 'csv']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/\w/);
  });

  it('is a whole json with its schema', async () => {
    const folder = await aProgram();
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--json']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: expect.stringMatching(/^mentorctl\/[\w-]+@\d+$/) as string });
  });

  it('is the same bytes again', async () => {
    const folder = await aProgram();
    const first = await folder.run([...argvOf(words), '--json']);
    expect(await folder.run([...argvOf(words), '--json'])).toEqual(first);
  });
});

describe.each(all)('%s', (words) => {
  it('takes no option it does not know, and says what it may have meant', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await folder.run([...words.split(' '), '--no-such-word']);
    expect(`${code} ${stdout}`).toBe('2 ');
    expect(stderr).toMatch(new RegExp(`See mentorctl ${words} --help`));
  });

  it('says a failure as one line of json where json is asked for', async () => {
    const { code, stderr } = await emptyFolder().run([...words.split(' '), '--no-such-word', '--json']);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'usage' } });
  });

  it('has help with an example that begins with its own words', async () => {
    const { code, stdout } = await emptyFolder().run([...words.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`  mentorctl ${words}`);
    expect(stdout).toMatch(/Examples?:/);
  });

  it('takes --cohort before it where it takes it behind', async () => {
    const { code, stderr } = await emptyFolder().run(['--cohort', 'fall', ...argvOf(words)]);
    if ((await optionsOf(words)).includes('--cohort')) expect(stderr).not.toContain('takes no --cohort');
    else expect(`${code} ${stderr}`).toMatch(/^2 .*takes no --cohort/s);
  });
});

describe('a dry run', () => {
  it.each(all)('of %s changes no byte and begins with Would', async (words) => {
    if (!(await optionsOf(words)).includes('--dry-run')) return;
    const folder = await aProgram();
    for (const line of before[words] ?? []) {
      const ran = await folder.run(line.split(' '));
      expect(ran.code, ran.stderr).toBe(0);
    }
    const was = bytes(folder.path);
    const { code, stdout, stderr } = await folder.run([...argvOf(words), '--dry-run']);
    expect(code === 0 ? 0 : `${code} ${stderr}`).toBe(0);
    expect(stdout).toMatch(/would|nothing new|nobody/i);
    expect(bytes(folder.path)).toEqual(was);
  });
});

/** What has to have happened. */
const paired = ['match', 'pair accept --all'];
const before: Readonly<Record<string, readonly string[]>> = {
  'match discard': ['match'],
  'pair unpin': ['pair pin S1 M1'],
  'pair unblock': ['pair block S1 M1'],
  'pair accept': ['match'],
  'pair decline': ['match'],
  'pair swap': ['match'],
  'record outcome': ['import outcomes.csv --as outcomes --cohort fall'],
  'pair end': paired,
  'pair reopen': [...paired, 'pair end S1 --reason goals-met'],
  'pair void': paired,
  'record meeting': paired,
  'person return': ['person withdraw S1'],
  rematch: paired,
  'data undo': [],
};

it('has what every command is asked', () => {
  expect(Object.keys(asked).filter((words) => !all.includes(words))).toEqual([]);
});
