// If these fail, a message of an import proposes something that does not help whoever does it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/cli/ask.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { runImport } from '../../src/commands/importing/import.ts';
import { makeContext, type Context } from '../../src/commands/shared/context.ts';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';
import { remedies } from './remedies-table.ts';

const people = `Name,Student ID,Email,Role
Ana Sol,000123,ana@mar.example,mentee
Ben Oak,000124,ben@mar.example,mentor
Cleo Ash,000125,cleo@mar.example,mentee
Gil Hay,000126,gil@mar.example,mentee
Gil Hay,000127,g.hay@mar.example,mentee
`;

/** A folder with the file; `after`: these people are on file in the fall. */
async function folderWith(text: string, after: boolean): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  writeFileSync(join(folder.path, 'file.csv'), text);
  if (after) expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

/** What is typed after `--`: `--map "Ism=name"` gives two words; each is taken once. */
function flagsIn({ stderr, stdout }: Ran, flag = '--map'): string[] {
  const found = `${stderr}${stdout}`
    .replace(/\n\s*/g, ' ')
    .matchAll(new RegExp(`(${flag}) (?:"([^"]+)"|([\\w-]+))`, 'g'));
  const typed = new Map([...found].map(([, option = '', quoted, plain]) => [quoted ?? plain ?? '', option]));
  return [...typed].flatMap(([word, option]) => [option, word]);
}

/** `"Lotse": mentee`: what an error says to write, under these keys, with init's file where there is none yet. */
async function teach(folder: Folder, { stderr }: Ran, keys: readonly string[]): Promise<void> {
  const path = join(folder.path, 'mentorctl.yaml');
  if (!existsSync(path)) expect((await folder.run(['init', '--yes'])).code).toBe(0);
  const said = [...stderr.matchAll(/write (".+?"): ([\w.]+)/g)].map(([, word = '""', meaning = '']) => [word, meaning]);
  const grades = [...stderr.matchAll(/what ((?:"\w+"(?:, )?)+) is worth/g)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  const more = [...stderr.matchAll(/The same for ((?:"[^"]+"(?:,\s)?)+)/g)].flatMap(([, list = '']) =>
    (list.match(/"[^"]+"/g) ?? []).map((word) => [word, 'stayed']),
  );
  const lines =
    said.length > 0 ? [...said, ...more] : [...new Set(grades)].map((letter, at) => [letter, String(4 - at)]);
  expect(lines.length).toBeGreaterThan(0);
  const [top = '', under] = keys;
  const entries = lines
    .map(([word, meaning]) => `${under === undefined ? '  ' : '    '}${word}: ${meaning}`)
    .join('\n');
  const text = readFileSync(path, 'utf8');
  const block = under === undefined ? entries : `  ${under}:\n${entries}`;
  const found = new RegExp(`^${top}:$`, 'm');
  writeFileSync(path, found.test(text) ? text.replace(found, `${top}:\n${block}`) : `${text}\n${top}:\n${block}\n`);
}

/** The command lines a message names, but the import itself. */
function commandsIn({ stderr }: Ran): string[][] {
  return [...stderr.matchAll(/mentorctl (data undo|person merge \S+ \S+)/g)].map(([, line = '']) =>
    line.replace(/\.$/, '').split(' '),
  );
}

describe('a remedy that is followed', () => {
  it.each(Object.entries(remedies))('%s', async (_, remedy) => {
    const {
      text,
      argv = [],
      after = false,
      trouble,
      flag,
      first,
      then,
      earlier,
      mended,
      taught,
      commands,
      skip = 0,
      leadsTo,
    } = remedy;
    const folder = await folderWith(text, after);
    if (earlier !== undefined) {
      writeFileSync(join(folder.path, 'earlier.csv'), earlier);
      expect((await folder.run(['import', 'earlier.csv', '--cohort', 'fall'])).code).toBe(0);
    }
    const cohort = argv.includes('--no-cohort') ? [] : ['--cohort', 'fall'];
    const command = ['import', 'file.csv', ...cohort, ...argv.filter((word) => word !== '--no-cohort')];
    const before = await folder.run(command);
    const said = ({ stderr, stdout }: Ran): string => `${stderr}${stdout}`.replace(/\s+/g, ' ');
    expect(said(before)).toMatch(trouble.source === '^$' ? /./ : trouble);
    if (mended !== undefined) writeFileSync(join(folder.path, 'file.csv'), mended(text));
    if (taught !== undefined) await teach(folder, before, taught);
    if (commands === true) for (const line of commandsIn(before)) expect((await folder.run(line)).code).toBe(0);
    const inFile = mended !== undefined || taught !== undefined;
    const flags =
      flag === '--map-says'
        ? ['--map', 'Notes (2)=capacity']
        : flag === '--skip-bad-rows'
          ? ['--skip-bad-rows', '--rejects', 'bad.csv']
          : flag === '--cohort'
            ? ['--cohort', 'fall']
            : inFile && flag === undefined
              ? []
              : flagsIn(before, flag).slice(2 * skip, first === undefined ? undefined : 2 * (skip + first));
    // What --map said already of a column gives way.
    const kept = command.filter((word, at) => !(word === 'Kim=nmae' || command[at + 1] === 'Kim=nmae'));
    const now = await folder.run([...kept, ...flags]);
    if (leadsTo === undefined) expect(now.code, now.stderr).toBe(0);
    expect(leadsTo === undefined ? now.stdout : said(now), now.stderr).toMatch(leadsTo ?? then);
    if (trouble.source !== '^$') expect(said(now)).not.toMatch(trouble);
  });

  it('the nearest heading that is offered for a slip in --map is the one', async () => {
    const folder = await folderWith('Student ID,Student Name\n1,Ana Sol\n2,Ben Oak\n', false);
    const command = (heading: string): string[] => [
      'import',
      'file.csv',
      '--cohort',
      'fall',
      '--role',
      'mentee',
      '--map',
      `${heading}=name`,
    ];
    const slip = await folder.run(command('Studentname'));
    expect(slip.code).toBe(2);
    const [, near = ''] = /Did you mean "([^"]+)"/.exec(slip.stderr) ?? [];
    expect((await folder.run(command(near))).code).toBe(0);
    expect((await folder.run(['person', 'list'])).stdout).toContain('Ana Sol');
  });

  it('a role that nobody knows can be taught before there is a program', async () => {
    const folder = await folderWith(
      'Name,Email,Role\nAna Sol,ana@mar.example,Lotse\nBen Oak,ben@mar.example,mentee\n',
      false,
    );
    const command = ['import', 'file.csv', '--cohort', 'fall'];
    const before = await folder.run(command);
    expect(before.stderr).toContain('under roles: in mentorctl.yaml, which mentorctl init makes');
    expect(existsSync(join(folder.path, 'mentorctl.db'))).toBe(false);
    expect((await folder.run(['init', '--from', 'file.csv', '--yes'])).code).toBe(0);
    const path = join(folder.path, 'mentorctl.yaml');
    writeFileSync(path, `${readFileSync(path, 'utf8').replace(/^roles:.*$/m, '')}\nroles: { Lotse: mentor }\n`);
    const now = await folder.run(command);
    expect(now.stdout, now.stderr).toContain('1 mentor with 1 place, 1 mentee');
  });

  it('values that were replaced are the old ones again after mentorctl data undo', async () => {
    const folder = await folderWith('Student ID,GPA Fall 2025\n000123,3.1\n000125,2.2\n', true);
    const command = ['import', 'file.csv', '--cohort', 'fall'];
    expect((await folder.run(command)).code).toBe(0);
    writeFileSync(join(folder.path, 'file.csv'), 'Student ID,GPA Fall 2025\n000123,1.1\n');
    const ran = await folder.run(command);
    expect(ran.stdout.replace(/\s+/g, ' ')).toContain(
      'Replaced 1 value of 1 person known before: 000123, gpa at fall 2025: 3.1 -> 1.1',
    );
    expect(ran.stdout.replace(/\s+/g, ' ')).toContain('mentorctl data undo takes the import back');
    expect((await folder.run(['data', 'undo'])).code).toBe(0);
    const { stdout } = await folder.run(['export', 'everything', '--format', 'json']);
    expect([stdout.includes('3.1'), stdout.includes('1.1')]).toEqual([true, false]);
  });

  it('whoever withdrew is back after --complete, and after mentorctl person return', async () => {
    for (const [file, line] of [
      [people, ['import', 'people.csv', '--cohort', 'fall', '--complete']],
      [people, ['person', 'return', '000125']],
    ] as const) {
      const folder = await folderWith(file, true);
      expect((await folder.run(['person', 'withdraw', '000125'])).code).toBe(0);
      const ran = await folder.run(['import', 'people.csv', '--cohort', 'fall']);
      expect(ran.stdout).toContain('Still withdrawn, though in the file: Cleo Ash');
      expect((await folder.run(line)).code).toBe(0);
      const again = await folder.run(['import', 'people.csv', '--cohort', 'fall']);
      expect(again.stdout).not.toContain('Still withdrawn');
    }
  });

  it('an encoding that was guessed wrong is read by the one that --encoding says', async () => {
    const folder = await folderWith('', false);
    const bytes = Buffer.from('Name,Email,Role\nGA,ga@mar.example,mentee\n', 'latin1');
    // Windows-1251 for Ия: two letters that say nothing of their alphabet.
    bytes.set([0xc8, 0xff], 16);
    writeFileSync(join(folder.path, 'file.csv'), bytes);
    const command = ['import', 'file.csv', '--cohort', 'fall'];
    const before = await folder.run([...command, '--dry-run']);
    expect(before.stderr).toMatch(/a guess.*else --encoding|--encoding windows-1250/);
    const now = await folder.run([...command, '--encoding', 'windows-1251']);
    expect([now.code, now.stderr.includes('a guess')]).toEqual([0, false]);
    expect((await folder.run(['person', 'list'])).stdout).toContain('Ия');
  });
});

describe('an import that fails', () => {
  it('leaves no half-made program behind', async () => {
    const folder = await folderWith('Name,Email,Role\nAna Sol,ana,mentee\n', false);
    expect((await folder.run(['import', 'file.csv', '--cohort', 'fall'])).code).toBe(65);
    for (const name of ['mentorctl.db', 'mentorctl.db-wal', 'mentorctl.db-shm', 'mentorctl.yaml'])
      expect([name, existsSync(join(folder.path, name))]).toEqual([name, false]);
    const status = await folder.run(['person', 'list', '--cohort', 'fall']);
    expect(status.stderr).toContain('there is no program here yet');
  });

  it('says what is wrong on hundreds of lines once', async () => {
    const rows = Array.from({ length: 900 }, (_, n) => `Person ${n},p${n},mentee`);
    const folder = await folderWith(`Name,Email,Role\nAna Sol,ana@mar.example,mentee\n${rows.join('\n')}\n`, false);
    const { stderr } = await folder.run(['import', 'file.csv', '--cohort', 'fall', '--map', 'Email=email']);
    expect(stderr.split('\n').filter((line) => /^\s+line \d+/.test(line)).length).toBeLessThanOrEqual(8);
    expect(stderr).toContain('892 more');
  });

  it('keeps what was answered about the columns, so that nobody is asked twice', async () => {
    const folder = await folderWith(
      'Nr,Kid,Email,Role\n1,ana-s,ana(at)mar.example,mentee\n2,bo-o,bo@mar.example,mentor\n',
      false,
    );
    const { said, ran } = await importAsked(folder, ['Kid', 'name', 'go on']);
    await expect(ran).rejects.toThrow('1 problem in 2 rows');
    expect(said()).toContain('Your answers about the columns are kept in mentorctl.yaml.');
    expect(existsSync(join(folder.path, 'mentorctl.db'))).toBe(false);
    writeFileSync(
      join(folder.path, 'file.csv'),
      'Nr,Kid,Email,Role\n1,ana-s,ana@mar.example,mentee\n2,bo-o,bo@mar.example,mentor\n',
    );
    const again = await folder.run(['import', 'file.csv', '--cohort', 'fall']);
    expect(again.stderr).toContain('Kid    -> name');
    expect((await folder.run(['person', 'list'])).stdout).toContain('bo-o');
  });
});

/** An import at a terminal with --ask; an answer is part of a choice's label. */
async function importAsked(
  folder: Folder,
  answers: readonly string[],
): Promise<{ said: () => string; ran: Promise<void> }> {
  let heard = '';
  const stream = { isTTY: true, columns: 100, write: (text: unknown) => void (heard += String(text)) };
  const host: Context['host'] = {
    stdin: { isTTY: true, bytes: () => Promise.resolve(new Uint8Array()) },
    stdout: stream,
    stderr: stream,
    env: { HOME: folder.path, MENTORCTL_TODAY: '2026-11-02', NO_COLOR: '1' },
    cwd: folder.path,
    waitsForDisk: false,
    page: () => false,
    printedBy: () => undefined,
    user: 'tester',
    now: () => new Date('2026-11-02T09:00:00.000Z'),
    onInterrupt: () => () => undefined,
  };
  const left = [...answers];
  const ask: Asker = {
    possible: true,
    confirm: () => Promise.resolve(true),
    text: (question) => Promise.reject(new Error(question)),
    secret: (question) => Promise.reject(new Error(question)),
    search: (question) => Promise.reject(new Error(question)),
    choose: (question, choices) => {
      const wanted = left.shift() ?? '';
      const found =
        choices.find(({ label }) => label === wanted) ?? choices.find(({ label }) => label.includes(wanted));
      return found === undefined ? Promise.reject(new Error(question)) : Promise.resolve(found.value);
    },
  };
  const context = { ...makeContext(host, await readSettings({}, host), 'mentorctl import file.csv'), ask };
  const flags = { ask: true, dryRun: false, complete: false, skipBadRows: false, verbose: false };
  return {
    said: () => heard,
    ran: runImport({ files: ['file.csv'], cohort: 'fall', map: new Map(), ...flags }, context),
  };
}
