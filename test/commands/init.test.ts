// If these fail, a coordinator is asked what a flag has said, or the file does not hold what was answered.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askNewProgram } from '../../src/commands/init/parts/ask-new-program.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { NewProgram, NewProgramFlags } from '../../src/domain/program/new-program.ts';
import { newProgramText } from '../../src/intake/new-program-text.ts';
import { parseProgram } from '../../src/intake/program-file.ts';
import { emptyFolder } from '../fake-host.ts';

/** A terminal that answers by flag, and remembers what it was asked; `check` is heeded. */
function terminal(answers: Readonly<Record<string, string>>): { context: Context; asked: string[]; refused: string[] } {
  const asked: string[] = [];
  const refused: string[] = [];
  const answer = (flag: string): string => {
    asked.push(flag);
    return answers[flag] ?? '';
  };
  const ask = {
    possible: true,
    choose: (_question: string, choices: { value: string }[], flag: string) =>
      Promise.resolve(answer(flag) || choices[0]?.value),
    text: (
      _question: string,
      flag: string,
      { check, standard = '' }: { check?: (text: string) => string | undefined; standard?: string } = {},
    ) => {
      const given = answer(flag) || standard;
      // As on a terminal, where what is refused is asked again, and then left as it was.
      if (check?.(given) === undefined) return Promise.resolve(given);
      refused.push(flag);
      return Promise.resolve(standard);
    },
  };
  return { context: { ask, today: () => '2026-11-02' } as unknown as Context, asked, refused };
}

const day = (text: string): CivilDate => text as CivilDate;

const ask = (flags: NewProgramFlags, answers: Record<string, string>): Promise<NewProgram> =>
  askNewProgram(flags, terminal(answers).context, true);

describe('the questions of init', () => {
  it('are asked once each, and each names its flag', async () => {
    const { context, asked } = terminal({});
    const answers = await askNewProgram({}, context, true);
    expect(asked).toEqual([
      '--name',
      '--setting',
      '--cohort',
      '--starts',
      '--ends',
      '--capacity',
      '--max-capacity',
      '--came-by',
      '--checkpoint',
      '--surveys',
    ]);
    const folder = emptyFolder();
    const { stdout } = await folder.run(['init', '--help']);
    for (const flag of asked) expect(stdout).toContain(flag);
    expect(answers).toMatchObject({ name: 'Peer mentoring', cohort: { name: 'fall-2026' }, standardPlaces: 1 });
  });

  it('are not asked where a flag has answered', async () => {
    const { context, asked } = terminal({});
    const flags: NewProgramFlags = {
      name: 'A',
      setting: 'school',
      cohort: 'c',
      starts: day('2026-09-01'),
      ends: day('2027-06-01'),
      capacity: 2,
      maxCapacity: 3,
      cameBy: 'staff',
      checkpoint: 'fall 2027',
      surveys: ['belonging'],
    };
    const answers = await askNewProgram(flags, context, true);
    expect(asked).toEqual([]);
    expect(answers.standardPlaces).toBe(2);
  });

  it('turn a day that is none and a number that is none back at once', async () => {
    const { context, refused } = terminal({ '--starts': 'soon', '--capacity': 'many' });
    await askNewProgram({ surveys: [] }, context, true);
    expect(refused).toEqual(expect.arrayContaining(['--starts', '--capacity']));
  });

  it('turn back an end before the start, a maximum below the standard and a cohort without a name at once', async () => {
    const { context, refused } = terminal({
      '--cohort': '\u200b',
      '--starts': '2026-09-01',
      '--ends': '2026-08-01',
      '--capacity': '5',
      '--max-capacity': '3',
    });
    await askNewProgram({ surveys: [] }, context, true);
    expect(refused).toEqual(expect.arrayContaining(['--cohort', '--ends', '--max-capacity']));
  });

  it('refuse a cohort that ends before it starts, and a maximum below the standard', async () => {
    await expect(ask({ cohort: 'c', starts: day('2026-09-01'), ends: day('2026-08-01') }, {})).rejects.toMatchObject({
      code: 'end-before-start',
    });
    await expect(ask({ capacity: 5, maxCapacity: 3 }, {})).rejects.toMatchObject({ code: 'bad-number' });
  });
});

describe('the file', () => {
  it.each(['university', 'school', 'workplace', 'community'] as const)('holds what was answered (%s)', (setting) => {
    const text = newProgramText(
      {
        name: 'yes: "no" # maybe',
        setting,
        cohort: { name: '2026' },
        standardPlaces: 12,
        cameBy: 'wait-list',
        checkpoint: 'fall 2027',
        surveys: ['belonging'],
      },
      'for you',
    );
    const { value, issues } = parseProgram(text, 'mentorctl.yaml');
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      name: 'yes: "no" # maybe',
      capacity: { standard: 12, maximum: 12 },
      cohorts: [{ name: '2026' }],
      groups: { cameBy: 'wait-list' },
      measures: [{ kind: 'retention', when: 'fall 2027', primary: true }],
      surveys: [{ wave: 'pre' }, { wave: 'post' }],
    });
  });

  it('is known to the registrar’s extract by the heading it foresees', async () => {
    const folder = emptyFolder();
    expect((await folder.run(['init', '--setting', 'university', '--checkpoint', 'fall 2027'])).code).toBe(0);
    const before = readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8');
    writeFileSync(join(folder.path, 'r.csv'), 'Student ID,Participated,Fall 2027 Enrolled\nA1,yes,1\nA2,no,0\n');
    const { code, stderr } = await folder.run(['import', 'r.csv', '--cohort', 'fall']);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('fall 2027 enrolled, retention');
    const after = parseProgram(readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8'), 'm.yaml').value;
    expect(after?.measures).toEqual(parseProgram(before, 'm.yaml').value?.measures);
  });

  it('proposes what a first import proposes, and leaves that import nothing to add', async () => {
    const rows = [
      'S1,Ana,mentee,"exams, housing"',
      'S2,Bo,mentee,exams',
      'M1,Chi,mentor,"exams, housing"',
      'M2,Di,mentor,housing',
    ];
    const roster = `Student ID,Full name,Role,Topics\n${rows.join('\n')}\n`;
    const [one, two] = [emptyFolder(), emptyFolder()];
    for (const folder of [one, two]) writeFileSync(join(folder.path, 'people.csv'), roster);
    await one.run(['import', 'people.csv', '--cohort', 'fall']);
    await two.run(['init', '--from', 'people.csv']);
    const text = (folder: typeof one): string => readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8');
    expect(text(two)).toBe(text(one));
    const { stdout } = await two.run(['import', 'people.csv', '--cohort', 'fall']);
    expect(stdout).not.toContain('mentorctl.yaml');
    expect(text(two)).toBe(text(one));
  });
});
