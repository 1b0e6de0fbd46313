// If these fail, somebody who learned a word from one command is misled by it at another.
import { Command, type Option } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { globalOptions } from '../../src/cli/global-options.ts';
import { commands } from '../../src/command-list.ts';
import { emptyFolder } from '../fake-host.ts';

interface Use {
  readonly words: string;
  readonly option: Option;
}

const uses = new Map<string, Use[]>();

beforeAll(async () => {
  const not = (): Promise<never> => Promise.reject(new Error('only looked at'));
  for (const { words, load } of commands) {
    const command = new Command(words);
    (await load({ tree: not, runLine: not })).define(command as never, not, { today: () => '2026-11-02' as never });
    for (const option of command.options) {
      const long = option.long ?? '';
      uses.set(long, [...(uses.get(long) ?? []), { words, option }]);
    }
  }
});

/** `<day>`, whether there may be several or none. */
const valueOf = ({ flags }: Option): string => /[<[](.*?)(?:\.\.\.)?[>\]]$/.exec(flags)?.[1] ?? '';

/** What each word is for; a word that several commands take has one line for all of them. */
const meanings: Readonly<Record<string, string>> = {
  '--about': 'what a flag is raised about',
  '--across': 'fields that make the groups pairs go across',
  '--adjust': 'how what differs at the start is allowed for',
  '--all': 'all there are, not only some',
  '--answer': 'a question and the answer to it',
  '--as': 'what kind of file is read',
  '--as-assigned': 'count people as they were assigned only',
  '--ask': 'look over the columns before anything is kept',
  '--at': 'days on which a curve is read',
  '--below': 'only pairs that fit less well than this',
  '--by': 'the field whose answers make the groups',
  '--by-participation': 'add those who took part',
  '--by-whom': 'who did it or said it',
  '--came-by': 'how people come into the program',
  '--capacity': 'how many mentees a mentor takes',
  '--checkpoint': 'when it is looked at who stayed',
  '--clock': 'from when time is counted',
  '--cohort': 'the cohort the command is about',
  '--compare': 'with whom people are compared',
  '--curve': 'show what each number of moves would buy',
  '--complete': 'the file holds everybody',
  '--confirm': 'the id once more, before somebody is erased',
  '--date': 'the day on which it happens or happened',
  '--day-order': 'whether the day or the month comes first in a file',
  '--details': 'more of the same report, after its page',
  '--dry-run': 'check and show, change nothing',
  '--early': 'how long the start of a pair is',
  '--email': 'the e-mail address',
  '--encoding': 'the encoding of a file',
  '--ends': 'the last day of a cohort',
  '--event': 'what is waited for instead of leaving',
  '--every-cohort': 'in every cohort, now and later',
  '--explain': 'how a file is read, with every change and none kept',
  '--fail-on': 'what makes the exit code 1',
  '--fair': 'the lowest fits first',
  '--first-choices': 'first choices first',
  '--floor': 'how the lowest fit is weighed',
  '--for-own-eyes': 'hide no small group',
  '--force': 'replace what is there',
  '--free': 'only mentors with places left',
  '--from': 'rosters that a program file is proposed from',
  '--from-mentees': 'rosters of mentees that it is proposed from',
  '--from-mentors': 'rosters of mentors that it is proposed from',
  '--goal': 'the goal',
  '--id': "the institution's id",
  '--instrument': 'the survey that was answered',
  '--into': 'what an export becomes: rows, one file, or a folder',
  '--landmark': 'the day by which a pair counts',
  '--leaving': 'people who leave',
  '--limit': 'how many are shown',
  '--list': 'show and ask nothing',
  '--lottery': 'the number of a lottery',
  '--map': 'what a column is',
  '--match-by': 'the day by which everybody should have a mentor',
  '--max-capacity': 'the most mentees anybody may have',
  '--max-moves': 'the most standing pairs that may move',
  '--measure': 'a measure of the program file',
  '--mentee': 'a person, as mentee',
  '--mentor': 'a person, as mentor',
  '--method': 'best or stable',
  '--min-fit': 'the lowest fit that will do',
  '--minutes': 'for how long',
  '--missing': 'only people of whom this is not known',
  '--mode': 'how they met',
  '--most': 'how many at most',
  '--name': 'what it is called',
  '--near': 'a run to stay near to',
  '--never-again': 'never pair these two again',
  '--never-met': 'only pairs that have not met',
  '--note': 'words to keep with it',
  '--new-key-command': 'a command that prints the key it is changed to',
  '--objective': 'coverage or quality',
  '--open': 'only what is still to decide',
  '--over': 'let pins go over the places of a mentor',
  '--overdue': 'list who is kept longer than the program says',
  '--pair': 'the number of a pair',
  '--past-end': 'only pairs whose planned end is past',
  '--persistence': 'count a transfer as having stayed',
  '--person': 'a person, in whatever role',
  '--places': 'how many places a lottery gives out',
  '--prefer': 'whose word counts where two records differ',
  '--prefer-previous': 'let earlier pairs come together again',
  '--preview': 'show three letters, write nothing',
  '--price': 'what a change may cost in fit',
  '--pseudonymous': 'nobody by name',
  '--reason': 'why a pair ends, of the known reasons',
  '--reflection': "the mentor's own thoughts",
  '--rejects': 'where bad rows are written',
  '--require-all': 'exit 1 where somebody has nobody',
  '--resolution': 'what was done about a flag',
  '--role': 'mentor or mentee',
  '--rules': 'another program file',
  '--rulings': 'pins and blocks instead of pairs',
  '--run': 'the number of a run',
  '--second': 'about second mentors',
  '--seed': 'the number that chance follows from',
  '--sender': 'who sends the letters',
  '--setting': 'where a program runs',
  '--sheet': 'the sheet of a workbook',
  '--shift-dates': 'every day moved by the same number of weeks',
  '--silent': 'only pairs that have not met for so long',
  '--since': 'from this day on',
  '--skip-bad-rows': 'take the good rows',
  '--sort': 'the order of the rows',
  '--spread': 'even loads',
  '--standing': 'the pairs that stand instead of a draft',
  '--starts': 'the first day of a cohort',
  '--status': 'what became of a pair',
  '--strata': 'fields within which lots are drawn',
  '--strict': 'refuse a rule that finds nobody',
  '--surveys': 'the surveys a program will ask',
  '--table': 'only this table',
  '--technical': 'add what statisticians ask for',
  '--time': 'the hour',
  '--time-limit': 'for how long to look for better',
  '--topic': 'what was talked about',
  '--trend': 'a line for each cohort',
  '--unlisted': 'whether somebody not on a list may be chosen',
  '--unpaired': 'only people who have nobody',
  '--value': 'the value of a measure',
  '--wave': 'when a survey was asked',
  '--with-contacts': 'with e-mail addresses',
  '--with-meetings': 'the meetings of a pair, too',
  '--yes': 'do not ask',
};

describe('an option', () => {
  it('has a meaning written down, and no meaning is without its option', () => {
    expect([...uses.keys()].sort()).toEqual(Object.keys(meanings).sort());
  });

  it('has one meaning, and a meaning one word', () => {
    const all = Object.values(meanings);
    expect(all.filter((meaning, index) => all.indexOf(meaning) !== index)).toEqual([]);
  });

  it('takes the same kind of value wherever it stands', () => {
    const torn = [...uses].flatMap(([long, of]) => {
      const values = new Set(of.map(({ option }) => valueOf(option)));
      return values.size === 1 ? [] : [`${long}: ${[...values].join(' or ')}`];
    });
    expect(torn).toEqual([]);
  });

  it('differs from every other by more than an s', () => {
    expect([...uses.keys()].filter((long) => uses.has(`${long}s`))).toEqual([]);
  });

  it('is described in words that no other is described in', () => {
    const by = new Map<string, Set<string>>();
    for (const [long, of] of uses)
      for (const { option } of of)
        by.set(option.description, (by.get(option.description) ?? new Set<string>()).add(long));
    expect([...by].flatMap(([text, longs]) => (longs.size === 1 ? [] : [`${[...longs].join(', ')}: ${text}`]))).toEqual(
      [],
    );
  });

  it('is no word that goes with every command', () => {
    expect(globalOptions().flatMap(({ long }) => (long !== undefined && uses.has(long) ? long : []))).toEqual([]);
  });
});

it('docs/options.md is the table of them', async () => {
  const rows = [...uses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([long, of]) => {
      const [first] = of;
      const value = first === undefined ? '' : valueOf(first.option);
      const where = of.length > 12 ? `${of.length} commands` : of.map(({ words }) => `\`${words}\``).join(', ');
      return `| \`${long}\` | ${value} | ${meanings[long] ?? ''} | ${where} |`;
    });
  const everywhere = globalOptions().map(({ flags, description }) => `| \`${flags}\` | ${description} |`);
  const page = [
    '# Options',
    '',
    'Made from the program itself: every option, what it means, and the commands that take it. A word means the same',
    'at every command. What a command says of it in detail is in [commands.md](commands.md).',
    '',
    '| option | value | means | commands |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'With every command, before or after its name:',
    '',
    '| option | means |',
    '| --- | --- |',
    ...everywhere,
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../../docs/options.md');
});

describe('a word of before', () => {
  const old: readonly (readonly [argv: string, remark: string])[] = [
    ['init --places 2 --max-places 4 --yes --dry-run', '--places is now --capacity'],
    ['match --min-score 1 --dry-run', '--min-score is now --min-fit'],
    ['lottery --places 1 --names --dry-run', '--names is now --all'],
    ['pair accept --from-fit 0 --dry-run', '--from-fit is now --min-fit'],
    ['pair decline S2 M1 --by mentee --reason none --dry-run', '--by is now --by-whom'],
    ['pair end S2 --by mentee --reason goals-met --dry-run', '--by is now --by-whom'],
    ['record meeting --mentee S2 --notes long --dry-run', '--notes is now --note'],
    ['record flag raise --person S1 --about exams --by M1 --dry-run', '--by is now --by-whom'],
    ['export introductions --as rows', '--as is now --into'],
    ['export everything --as json', '--as is now --into'],
    ['export introductions --from a@example.org --at 10:00 --on 2026-12-01', '--on is now --date'],
    ['import people.csv --cohort fall --dates dmy --dry-run', '--dates is now --day-order'],
    ['import people.csv --cohort fall --verbose --dry-run', '--verbose is now --all'],
  ];

  it.each(old)('works and is remarked on: %s', async (line, remark) => {
    const folder = emptyFolder();
    const people =
      'Student ID,E-mail,Full name,Role\nS1,s@example.org,Ana Silva,mentee\nS2,t@example.org,Bo Berg,mentee\nM1,m@example.org,Cy Cole,mentor\n';
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${folder.path}/people.csv`, people);
    await folder.run(['import', 'people.csv', '--cohort', 'fall']);
    await folder.run(['match']);
    if (/pair end|record meeting|introductions/.test(line)) await folder.run(['pair', 'accept', '--all']);
    const ran = await folder.run(line.startsWith('init') ? [...line.split(' '), '--force'] : line.split(' '));
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).toContain(`${remark}; the old word still works.`);
  });
});
