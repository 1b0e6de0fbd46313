// If these fail, a flag of a report changes nothing, or compares other people than it says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

interface Document {
  readonly claim: { readonly level: number; readonly name: string; readonly because: readonly string[] };
  readonly findings: readonly {
    readonly measure: string;
    readonly among?: string;
    readonly groups: readonly { readonly label: string; readonly known: number; readonly value: number }[];
    readonly estimate: number;
    readonly method: string;
  }[];
  readonly tables: readonly { readonly id: string; readonly rows: readonly (readonly unknown[])[] }[];
}

async function run(folder: Folder, line: string): Promise<string> {
  const ran = await folder.run(line.split(' '));
  expect(ran.code, `${line}\n${ran.stderr}${ran.stdout}`).toBe(0);
  return ran.stdout;
}
const read = async (folder: Folder, line: string): Promise<Document> =>
  JSON.parse(await run(folder, `${line} --json`)) as Document;

/** Three arms of 60 that staff chose, their grade at the start, credits, and who used the service. */
async function threeArms(): Promise<Folder> {
  const folder = emptyFolder();
  const arms = ['control', 'circle', 'pair'];
  const rows = Array.from({ length: 180 }, (_, n) => {
    const arm = n % 3;
    const start = 2 + ((n * 7) % 20) / 10 + (arm === 2 ? 0.12 : 0);
    const stays = (n * 13) % 10 < 6 + arm ? 'Y' : 'N';
    const used = arm === 2 && n % 2 === 0 ? 'Y' : 'N';
    const topics = ['exams', 'friends', 'exams; friends', 'jobs'][n % 4] ?? '';
    const cells = [
      `S${n}`,
      arms[arm],
      start,
      'Y',
      stays,
      (start + ((n * 3) % 7) / 10).toFixed(2),
      6 + (n % 9),
      15,
      used,
    ];
    return [...cells, topics].join(',');
  });
  const head =
    'id,arm,High School GPA,Fall 2025 Enrolled,Fall 2026 Enrolled,GPA,Credits Earned,Credits Attempted,used,topics';
  writeFileSync(join(folder.path, 'registrar.csv'), `${[head, ...rows].join('\n')}\n`);
  writeFileSync(
    join(folder.path, 'mentorctl.yaml'),
    [
      'columns: {id: [id], group: [arm]}',
      'groups: {mentored: [circle, pair], comparison: [control], came-by: staff}',
      'fields: {topics: {type: set, options: [exams, friends, jobs], headings: [topics]}}',
      'measures:',
      '  high school gpa: {kind: number, headings: [High School GPA], baseline: true}',
      '  fall 2025: {kind: retention, headings: [Fall 2025 Enrolled], when: fall 2025, start: true}',
      '  fall 2026: {kind: retention, headings: [Fall 2026 Enrolled], when: fall 2026}',
      '  used: {kind: yes-no, headings: [used], participation: true}',
      '',
    ].join('\n'),
  );
  await run(folder, 'import registrar.csv --cohort fall --as outcomes');
  return folder;
}

it('compares every arm with the comparison, or with the arm that is named', async () => {
  const folder = await threeArms();
  const labels = async (flags: string): Promise<unknown> =>
    (await read(folder, `report retention${flags}`)).findings.map(({ groups }) =>
      groups.map(({ label, known }) => `${label} ${known}`),
    );
  expect(await labels('')).toEqual([
    ['circle 60', 'control 60'],
    ['pair 60', 'control 60'],
  ]);
  expect(await labels(' --compare arm circle')).toEqual([['pair 60', 'circle 60']]);
  const unknown = await folder.run(['report', 'retention', '--compare', 'arm', 'cirle']);
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Did you mean "circle"?')]);
});

it('compares no cohort with itself', async () => {
  const folder = await threeArms();
  const ran = await folder.run(['report', 'performance', '--compare', 'cohort', 'fall']);
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('fall is the cohort itself')]);
});

it('shows those who took part after all who were offered it, for one outcome, for every one, or not at all', async () => {
  const folder = await threeArms();
  for (const report of ['retention', 'performance']) {
    const rows = async (flags: string): Promise<number | undefined> =>
      (await read(folder, `report ${report}${flags}`)).tables.find(({ id }) => id === 'participation')?.rows.length;
    expect(await rows(' --as-assigned'), report).toBeUndefined();
    expect(await rows(''), report).toBe(1);
    expect(await rows(' --by-participation'), report).toBe(report === 'retention' ? 1 : 3);
    const text = (await run(folder, `report ${report}`)).replaceAll(/\s+/g, ' ');
    expect(text.indexOf('By participation')).toBeGreaterThan(text.indexOf('may be anywhere'));
    expect(text).toContain('People who use a service differ from those who do not');
    const both = await folder.run(['report', report, '--as-assigned', '--by-participation']);
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('contradict each other')]);
  }
});

it('makes the groups alike at the start by weights, and may then say more, but no more than that', async () => {
  const folder = await threeArms();
  const [plain, weighed] = [
    await read(folder, 'report retention --compare arm circle'),
    await read(folder, 'report retention --compare arm circle --adjust overlap'),
  ];
  expect(plain.claim.level).toBe(2);
  expect(weighed.claim).toMatchObject({ level: 3, name: 'adjusted comparison' });
  expect(weighed.findings[0]?.method).toContain('overlap weights');
  expect(weighed.findings[0]?.estimate).not.toBeCloseTo(plain.findings[0]?.estimate ?? 0, 6);
  expect(await run(folder, 'report retention --compare arm circle')).toContain('--adjust overlap');
});

it('proposes credits earned as a part of those attempted, person by person', async () => {
  const folder = await threeArms();
  const performance = await read(folder, 'report performance');
  const credits = performance.findings.find(({ measure }) => measure === 'credits earned of 100 credits attempted');
  const wanted = Array.from({ length: 180 }, (_, n) => n)
    .filter((n) => n % 3 === 1)
    .reduce((sum, n) => sum + (100 * (6 + (n % 9))) / 15 / 60, 0);
  expect(credits?.groups[0]?.value).toBeCloseTo(wanted, 9);
});

it('counts somebody with several answers under each', async () => {
  const folder = await threeArms();
  const { findings } = await read(folder, 'report retention --by topics');
  const of = (label: string): unknown[] =>
    findings
      .filter(({ among, groups }) => among !== undefined && groups[0]?.label === label)
      .map(({ among, groups }) => [among, groups[0]?.known]);
  // A quarter each: exams, friends, both, jobs.
  expect(of('circle')).toEqual([
    ['topics exams', 30],
    ['topics friends', 30],
    ['topics jobs', 15],
  ]);
  expect((await run(folder, 'report retention --by topics')).replaceAll(/\s+/g, ' ')).toContain(
    'People who gave several answers stand in several rows',
  );
});

it('writes no estimate to csv without the ends of its range', async () => {
  const folder = await threeArms();
  for (const report of ['retention --adjust overlap', 'performance --by-participation']) {
    const line = `report ${report} --technical --by topics`;
    for (const { id } of (await read(folder, line)).tables) {
      const csv = await run(folder, `${line} --table ${id} --format csv`);
      expect(csv, `${report} ${id}`).not.toMatch(/\d\.\.-?\d/);
      const [head = ''] = csv.split('\n');
      const ranges = head.split(',').filter((name) => name.endsWith('-low'));
      for (const name of ranges) expect(head.split(','), id).toContain(name.replace(/-low$/, '-high'));
    }
  }
});

it('keeps every line of both reports within the width, and every range in one piece', async () => {
  const folder = await threeArms();
  const whole = async (line: string, columns: number): Promise<Ran> => folder.run(line.split(' '), { columns });
  for (const report of ['retention', 'performance'])
    for (const columns of [60, 80, 100, 120]) {
      const { code, stdout } = await whole(`report ${report} --technical --by topics --color never`, columns);
      expect(code).toBe(0);
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
      // A range that is broken leaves a line of a table that ends in the middle of it, or holds its end alone.
      expect(stdout).not.toMatch(/^ {2}.*\(-?[\d.]+( to)?$|^ +-?[\d.]+\)( points)?$/m);
      expect(stdout).not.toContain('…');
    }
});
