// If these fail, a message of an import proposes something that does not help whoever does it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepAnswers } from '../../src/commands/importing/keep-answers.ts';
import { understandColumns } from '../../src/domain/columns/meaning.ts';
import { standardProgram } from '../../src/domain/program/standard-program.ts';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const people = `Name,Student ID,Email,Role
Ana Sol,000123,ana@mar.example,mentee
Ben Oak,000124,ben@mar.example,mentor
Cleo Ash,000125,cleo@mar.example,mentee
`;

/** A folder with the file; `after`: the three people are on file in the fall. */
async function folderWith(text: string, after: boolean): Promise<Folder> {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people);
  writeFileSync(join(folder.path, 'file.csv'), text);
  if (after) expect((await folder.run(['import', 'people.csv', '--cohort', 'fall'])).code).toBe(0);
  return folder;
}

/** What is typed after `--`: `--map "Ism=name"` gives two words; each is taken once. */
function flagsIn({ stderr }: Ran, flag = '--map'): string[] {
  const found = stderr.replace(/\n\s*/g, ' ').matchAll(new RegExp(`${flag} (?:"([^"]+)"|([\\w-]+))`, 'g'));
  return [...new Set([...found].map(([, quoted, plain]) => quoted ?? plain ?? ''))].flatMap((word) => [flag, word]);
}

interface Remedy {
  readonly text: string;
  readonly argv?: readonly string[];
  /** The people are on file before. */
  readonly after?: boolean;
  /** Said before the remedy, and not after. */
  readonly trouble: RegExp;
  readonly flag?: string;
  /** How many of the flags that are proposed are taken; all if not said. */
  readonly first?: number;
  /** Said once the remedy is followed. */
  readonly then: RegExp;
}

const remedies: Readonly<Record<string, Remedy>> = {
  'no column tells people apart, an id stands under a heading nobody knows': {
    text: 'Kursanummer,Ism\nK-17,Ana Sol\nK-18,Ben Oak\nK-19,Cleo Ash\n',
    argv: ['--role', 'mentee', '--map', 'Kursanummer=remark'],
    trouble: /no column tells people apart/,
    first: 1,
    then: /3 mentees/,
  },
  'nothing tells people apart: one person a row': {
    text: 'Mentored,GPA\nyes,3.1\nno,2.0\nyes,3.1\n',
    argv: ['--as', 'outcomes', '--map', 'row=id'],
    trouble: /^$/,
    then: /3 people/,
  },
  'a heading of --map that is not there': {
    text: 'Student ID,Student Name\n1,Ana Sol\n2,Ben Oak\n',
    argv: ['--role', 'mentee'],
    trouble: /^$/,
    then: /2 mentees/,
  },
  'nobody has a name': {
    text: 'Ot-ism,Pochta\nnodira-k,nodira@mar.example\nali-v,ali@mar.example\n',
    argv: ['--role', 'mentee'],
    trouble: /Nobody has a name/,
    then: /2 mentees/,
  },
  'a file of alerts whose columns nobody knows': {
    text: 'Student ID,Xabar,Kun\n000123,Attendance,2026-09-20\n000125,Failing,2026-09-25\n',
    argv: ['--as', 'flags'],
    after: true,
    trouble: /no column is understood as/,
    then: /2 flags/,
  },
  'choices under headings nobody knows': {
    text: 'Mentee,Birinchi,Ikkinchi\nAna Sol,Ben Oak,\nCleo Ash,Ben Oak,\n',
    argv: ['--as', 'preferences'],
    after: true,
    trouble: /whom anybody would choose/,
    then: /2 preferences/,
  },
  'outcomes of which none is understood': {
    text: 'Student ID,Xolat\n000123,Stayed\n000125,Left\n',
    argv: ['--as', 'outcomes', '--map', 'Xolat=-'],
    after: true,
    trouble: /says anything that is measured/,
    then: /2 observations/,
  },
  'no column says who is a mentor': {
    text: 'Name,Email\nDora Elm,dora@mar.example\n',
    trouble: /no column says who is a mentor/,
    flag: '--role',
    first: 1,
    then: /1 mentor/,
  },
  'a day that may be that of a meeting or of the start': {
    text: 'Mentor,Mentee,Logged\nBen Oak,Ana Sol,2026-10-01\nBen Oak,Cleo Ash,2026-10-02\n',
    after: true,
    trouble: /could be meetings or pairs/,
    flag: '--as',
    first: 1,
    then: /2 meetings/,
  },
};

describe('a remedy that is followed', () => {
  it.each(Object.entries(remedies))('%s', async (_, { text, argv = [], after = false, trouble, flag, first, then }) => {
    const folder = await folderWith(text, after);
    const command = ['import', 'file.csv', '--cohort', 'fall', ...argv];
    const before = await folder.run(command);
    expect(`${before.stderr}${before.stdout}`).toMatch(trouble.source === '^$' ? /./ : trouble);
    const flags = flagsIn(before, flag).slice(0, first === undefined ? undefined : 2 * first);
    const now = await folder.run([...command, ...flags]);
    expect(now.code, now.stderr).toBe(0);
    expect(now.stdout).toMatch(then);
    if (trouble.source !== '^$') expect(now.stderr).not.toMatch(trouble);
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

  it('keeps what was answered about the columns', () => {
    const path = join(emptyFolder().path, 'mentorctl.yaml');
    const map = new Map([['kid', 'name']]);
    const columns = understandColumns('roster', ['Nr', 'Kid'], [['1'], ['Ana']], standardProgram, { map });
    const notes: string[] = [];
    const loaded = { program: standardProgram, text: undefined, path };
    keepAnswers(
      { answered: columns.filter(({ heading }) => heading === 'Kid'), loaded },
      { note: (text) => notes.push(text) },
    );
    expect(readFileSync(path, 'utf8')).toMatch(/name:[^\n]*\n?[^\n]*Kid/);
    expect(notes).toEqual(['Your answers about the columns are kept in mentorctl.yaml.']);
  });
});
