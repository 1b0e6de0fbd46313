// Every command as tests of manners ask it: its line in a small program, what has to have happened before, its options.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, type Option } from 'commander';
import { expect } from 'vitest';
import { commands } from '../../src/command-list.ts';
import { emptyFolder, type Folder } from '../fake-host.ts';

/** What each command is asked in a program of a few people: the line without its own words. */
export const asked: Readonly<Record<string, string>> = {
  demo: 'sample',
  init: '--force --yes',
  import: 'people.csv --cohort fall',
  match: '--cohort fall',
  'match show': '1',
  'match explain': 'S1',
  'match compare': '1 other.yaml',
  'match costs': '1',
  'match alternatives': '1',
  'match verify': '1',
  'match replay': '1',
  'match audit': '1 --by campus',
  'match discard': '1',
  lottery: '--places 1 --seed 7',
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

export const argvOf = (words: string): string[] => [
  ...words.split(' '),
  ...[...(asked[words] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
];

export const all = commands.map(({ words }) => words);

/** Those that show what is on file. */
export const shows = all.filter(
  (words) =>
    /^(?:match list|pair list|person list|cohort list|export|report|status|data (?:log|check)|lottery verify)/.test(
      words,
    ) && words !== 'export everything',
);

export async function optionsOf(words: string): Promise<readonly Option[]> {
  const not = (): Promise<never> => Promise.reject(new Error('only looked at'));
  const command = new Command(words);
  const listed = commands.find((one) => one.words === words);
  (await listed?.load({ tree: not, runLine: not }))?.define(command as never, not, {
    today: () => '2026-11-02' as never,
  });
  return command.options;
}

/** Mentors and mentees of one cohort, and nothing else. */
export async function aProgram(): Promise<Folder> {
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

/** What has to have happened. */
const paired = ['match', 'pair accept --all'];
export const before: Readonly<Record<string, readonly string[]>> = {
  'match alternatives': ['match'],
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

/** A program in which everything has happened that the command needs. */
export async function readyFor(words: string): Promise<Folder> {
  const folder = await aProgram();
  for (const line of before[words] ?? []) {
    const ran = await folder.run(line.split(' '));
    expect(ran.code, ran.stderr).toBe(0);
  }
  return folder;
}
