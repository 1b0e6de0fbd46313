// If these fail, data given away without names has names in it, or says something else than the program's own reports.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const made = mkdtempSync(join(tmpdir(), 'mentorctl-demo-'));
afterAll(() => {
  rmSync(made, { recursive: true });
});

/** A demo of its own, copied from one that was made once. */
const demo = async (): Promise<Folder> => {
  const folder = emptyFolder();
  if (!existsSync(join(made, 'demo'))) {
    expect((await folder.run(['demo', 'demo'])).code).toBe(0);
    cpSync(join(folder.path, 'demo'), join(made, 'demo'), { recursive: true });
  } else cpSync(join(made, 'demo'), join(folder.path, 'demo'), { recursive: true });
  return folder;
};

/** Without the line that says which data it was made of. */
const said = async (folder: Folder, under: string, ...argv: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await folder.run([...argv], { under });
  expect(code, stderr).toBe(0);
  return stdout.replace(/,\s+data\s+[0-9a-f]+/g, '');
};

interface Person {
  readonly ref: string;
  readonly name: string;
  readonly email: string | null;
}

describe('export everything --pseudonymous', () => {
  it('makes a program from which every report says the same, and in which nobody is named', async () => {
    const folder = await demo();
    const into = ['export', 'everything', '--pseudonymous', '--into', 'program', '-o', '../other'];
    const { code, stderr } = await folder.run(into, { under: 'demo' });
    expect(code, stderr).toBe(0);
    for (const cohort of ['fall-2025', 'fall-2026']) {
      const all = ['report', 'all', '--cohort', cohort, '--technical'];
      expect(await said(folder, 'other', ...all)).toBe(await said(folder, 'demo', ...all));
    }
    const real = await folder.run(['export', 'everything', '--with-contacts'], { under: 'demo' });
    const { person } = JSON.parse(real.stdout) as { person: readonly Person[] };
    const bytes = ['mentorctl.db', 'mentorctl.yaml', 'codebook.csv']
      .map((name) => readFileSync(join(folder.path, 'other', name), 'utf8'))
      .join('\n');
    const found = person
      .flatMap(({ ref, name, email }) => [ref, name, email ?? name])
      .filter((word) => bytes.includes(word));
    expect(person.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
    expect(bytes).not.toContain('Soft skills went well');
    expect(existsSync(join(folder.path, 'other/mentorctl.key'))).toBe(false);
  });

  it('makes one with moved days, from which every report says the same as up to the last day on record', async () => {
    const folder = await demo();
    const into = ['export', 'everything', '--pseudonymous', '--shift-dates', '--into', 'program', '-o', '../other'];
    const { stderr } = await folder.run(into, { under: 'demo' });
    const [, there = '', here = ''] = /last day on record, (\S+), .* as-of: (\S+) }/.exec(stderr) ?? [];
    expect([here > '2026-01-01', there < here]).toEqual([true, true]);
    expect(readFileSync(join(folder.path, 'other/mentorctl.yaml'), 'utf8')).toContain(`as-of: ${there}`);
    appendFileSync(join(folder.path, 'demo/mentorctl.yaml'), `reports: { as-of: ${here} }\n`);
    for (const cohort of ['fall-2025', 'fall-2026']) {
      const all = ['report', 'all', '--cohort', cohort, '--technical'];
      expect(await said(folder, 'other', ...all)).toBe(await said(folder, 'demo', ...all));
    }
  });

  it('says in the codebook what each column is, its type and its words', async () => {
    const folder = await demo();
    const { stdout } = await folder.run(['export', 'everything', '--pseudonymous'], { under: 'demo' });
    const { codebook, ...tables } = JSON.parse(stdout) as Record<string, Record<string, string>[]>;
    const said = new Map(codebook?.map((line) => [`${line['table'] ?? ''} ${line['column'] ?? ''}`, line]));
    for (const [table, rows] of Object.entries(tables))
      for (const column of Object.keys(Array.isArray(rows) ? (rows[0] ?? {}) : {}))
        expect(said.get(`${table} ${column}`)?.['what'], `${table}.${column}`).toMatch(/[a-z]{2}/);
    expect(said.get('pair status')).toMatchObject({ type: 'text', words: 'active; ended' });
    expect(said.get('meeting reflection')).toMatchObject({ type: 'left out' });
    expect(codebook?.find(({ field }) => field === 'campus')).toMatchObject({
      type: 'category',
      what: 'answers to "Campus"',
      words: 'Downtown; North',
    });
  });

  it('keeps the key to itself, and gives a person the same pseudonym again', async () => {
    const folder = await demo();
    const once = async (): Promise<readonly Person[]> => {
      const { stdout } = await folder.run(['export', 'everything', '--pseudonymous'], { under: 'demo' });
      return (JSON.parse(stdout) as { person: readonly Person[] }).person;
    };
    const [first, second] = [await once(), await once()];
    expect(first).toEqual(second);
    expect(new Set(first.map(({ ref }) => ref)).size).toBe(first.length);
    expect(statSync(join(folder.path, 'demo/mentorctl.key')).mode & 0o777).toBe(0o600);
    const other = await demo();
    const { stdout } = await other.run(['export', 'everything', '--pseudonymous'], { under: 'demo' });
    const theirs = (JSON.parse(stdout) as { person: readonly Person[] }).person;
    expect(theirs.filter(({ ref }) => first.some((one) => one.ref === ref))).toEqual([]);
  });

  it('leaves free words out, moves days alike where asked, and warns of who is alone', async () => {
    const folder = await demo();
    const read = async (...argv: readonly string[]) => {
      const ran = await folder.run(['export', 'everything', ...argv], { under: 'demo' });
      return { ...ran, all: JSON.parse(ran.stdout) as Record<string, readonly Record<string, unknown>[]> };
    };
    const file = join(folder.path, 'demo/mentorctl.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/(anything else:\n +type: )category\n +options:\n +- .*\n/, '$1text\n'),
    );
    const real = await read();
    const moved = await read('--pseudonymous', '--shift-dates');
    const by = (all: typeof real.all): number[] => (all['meeting'] ?? []).map(({ day }) => Date.parse(String(day)));
    const [before, after] = [by(real.all), by(moved.all)];
    const shifts = new Set(before.map((day, at) => (after[at] ?? 0) - day));
    expect(shifts.size).toBe(1);
    expect(Math.abs([...shifts][0]!) % (7 * 86400e3)).toBe(0);
    expect([...shifts][0]).not.toBe(0);
    expect(real.all['meeting']?.some(({ reflection }) => reflection !== null)).toBe(true);
    expect(
      moved.all['meeting']?.every(({ notes, reflection }) =>
        [null, '(left out)'].includes((notes ?? reflection) as null),
      ),
    ).toBe(true);
    expect(moved.all['flag']?.every(({ raised_by: by, about }) => by === null && /^flag-/.test(String(about)))).toBe(
      true,
    );
    const answers = moved.all['enrolment']?.flatMap(({ fields }) => Object.keys(fields as object));
    expect(answers).toContain('major');
    expect(answers).not.toContain('anything else');
    expect(moved.stderr).toMatch(/\d+ of 539 people are alone with what they answered/);
    expect(moved.all['codebook']?.map(({ what }) => what)).toContain(
      'free words, left out; (left out) where there were any',
    );
  });

  it('refuses what would take its point away', async () => {
    const folder = await demo();
    for (const argv of [['--shift-dates'], ['--into', 'program'], ['--pseudonymous', '--with-contacts']])
      expect((await folder.run(['export', 'everything', ...argv], { under: 'demo' })).code).toBe(2);
  });
});

describe('export person', () => {
  it('has every row about somebody, and none about others', async () => {
    const folder = await demo();
    const everything = await folder.run(['export', 'everything', '--with-contacts'], { under: 'demo' });
    const own = await folder.run(['export', 'person', '0006001', '--json'], { under: 'demo' });
    const count = (text: string): number => text.split('"0006001"').length - 1;
    const { run_pair: ofRuns, ...rest } = JSON.parse(own.stdout) as { run_pair: unknown[] };
    expect(ofRuns).toHaveLength(1);
    // Once more at the top, as whom the page is about.
    expect(count(JSON.stringify(rest)) - 1).toBe(count(everything.stdout));
    const page = await folder.run(['export', 'person', '0006001'], { under: 'demo' });
    expect(page.stdout).toContain('All that is held on');
    expect((await folder.run(['export', 'person', 'nobody-here'], { under: 'demo' })).code).toBe(66);
  });
});
