// If these fail, a report takes the wrong people for mentored or for their comparison, or claims more than how they came there allows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

interface Document {
  readonly claim: { readonly level: number; readonly because: readonly string[] };
  readonly findings: readonly {
    readonly measure: string;
    readonly groups: readonly {
      readonly label: string;
      readonly n: number;
      readonly known: number;
      readonly value: number;
    }[];
    readonly estimate: number;
  }[];
  readonly cautions: readonly string[];
}

async function run(folder: Folder, line: string): Promise<string> {
  const ran = await folder.run(line.split(' '));
  expect(ran.code, `${line}\n${ran.stderr}${ran.stdout}`).toBe(0);
  return ran.stdout;
}

const people = (mentors: number, mentees: number, prefix = ''): string =>
  [
    'id,name,role,seats',
    ...Array.from({ length: mentors }, (_, n) => `${prefix}M${n},Mentor ${n},mentor,1`),
    ...Array.from({ length: mentees }, (_, n) => `${prefix}S${n},Student ${n},mentee,`),
  ].join('\n');

it('counts as drawn after a lottery, whoever met a mentor, and says how many are lost', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people(30, 80));
  await run(folder, 'import people.csv --cohort fall');
  const { drawn } = JSON.parse(await run(folder, 'lottery --places 40 --seed 7 --json')) as { drawn: { id: string }[] };
  // 30 seats for the 40 drawn: 10 were offered a mentor and never had one.
  await run(folder, 'match');
  await run(folder, 'pair accept --all');
  const ids = Array.from({ length: 80 }, (_, n) => `S${n}`);
  const won = new Set(drawn.map(({ id }) => id));
  const rows = ids.map((id) => {
    const place = (won.has(id) ? drawn.map((one) => one.id) : ids.filter((one) => !won.has(one))).indexOf(id);
    // Of those drawn 34 stayed, of the others 20; of 2 others nothing is known.
    const stayed = won.has(id) ? place < 34 : place < 20;
    const gone = !won.has(id) && place >= 38;
    return `${id},Yes,${gone ? '' : stayed ? 'Yes' : 'No'},${gone ? '' : (won.has(id) ? 3 : 2) + (place % 5) / 10}`;
  });
  writeFileSync(
    join(folder.path, 'registrar.csv'),
    ['Student ID,Fall 2025 Enrolled,Fall 2026 Enrolled,GPA Fall', ...rows].join('\n'),
  );
  await run(folder, 'import registrar.csv --cohort fall');

  const retention = JSON.parse(await run(folder, 'report retention --json')) as Document;
  expect(retention.claim).toMatchObject({
    level: 4,
    because: [expect.stringContaining('the lottery is on record here')],
  });
  expect(retention.findings[0]?.groups).toMatchObject([
    { label: 'drawn', n: 40, known: 40, value: 34 / 40 },
    { label: 'not drawn', n: 40, known: 38, value: 20 / 38 },
  ]);
  const text = (await run(folder, 'report retention')).replaceAll(/\s+/g, ' ');
  expect(text).toContain('The offer of "drawn" raised it');
  expect(text).toContain(
    'Lost since the draw: being still here at fall 2026 is unknown for 0 % of the 40 in "drawn", 5 % of the 40 in "not drawn".',
  );

  const performance = JSON.parse(await run(folder, 'report performance --json')) as Document;
  expect(performance.claim.level).toBe(4);
  expect(performance.findings[0]).toMatchObject({ measure: 'gpa fall', groups: [{ known: 40 }, { known: 38 }] });
  expect(performance.findings[0]?.estimate).toBeCloseTo(1, 1);
  expect(performance.cautions.join(' ')).toContain('Lost since the draw');

  // Those who had a mentor against those who had none is no lottery any more.
  const taken = JSON.parse(await run(folder, 'report retention --compare not-mentored --json')) as Document;
  expect(taken.claim.level).toBe(2);
});

it('compares with the wait list only people who signed up and had no place', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'people.csv'), people(20, 40));
  await run(folder, 'import people.csv --cohort fall');
  await run(folder, 'match');
  await run(folder, 'pair accept --all');
  const list = JSON.parse(await run(folder, 'pair list --json')) as { items: { mentee: { id: string } }[] };
  const paired = new Set(list.items.map(({ mentee }) => mentee.id));
  expect(paired.size).toBe(20);
  const rows = [
    ...Array.from({ length: 40 }, (_, n) => `S${n},Yes,${n % 4 === 0 ? 'No' : 'Yes'}`),
    // Thirty whom the registrar knows and who never signed up.
    ...Array.from({ length: 30 }, (_, n) => `X${n},Yes,${n % 2 === 0 ? 'No' : 'Yes'}`),
  ];
  writeFileSync(
    join(folder.path, 'registrar.csv'),
    ['Student ID,Fall 2026 Enrolled,Fall 2027 Enrolled', ...rows].join('\n'),
  );
  await run(folder, 'import registrar.csv --cohort fall');
  const groups = async (flags: string): Promise<unknown> =>
    (JSON.parse(await run(folder, `report retention ${flags} --json`)) as Document).findings[0]?.groups.map(
      ({ label, known }) => [label, known],
    );
  expect(await groups('--compare wait-list')).toEqual([
    ['mentored', 20],
    ['wait list', 20],
  ]);
  expect(await groups('--compare not-mentored')).toEqual([
    ['mentored', 20],
    ['not mentored', 50],
  ]);
  expect((await run(folder, 'report retention --compare wait-list')).replaceAll(/\s+/g, ' ')).toContain(
    'people who had a place with people who were still waiting for one',
  );
});

it('compares with another cohort at the same distance from its start', async () => {
  const folder = emptyFolder();
  const registrar = (ids: readonly string[], year: number, stayed: number): string =>
    [
      `Student ID,Fall ${year} Enrolled,Fall ${year + 1} Enrolled`,
      ...ids.map((id, n) => `${id},Yes,${n < stayed ? 'Yes' : 'No'}`),
    ].join('\n');
  const before = Array.from({ length: 50 }, (_, n) => `B${n}`);
  writeFileSync(join(folder.path, 'before.csv'), registrar(before, 2024, 30));
  await run(folder, 'cohort add fall-2024');
  await run(folder, 'cohort add fall-2025');
  await run(folder, 'import before.csv --cohort fall-2024');
  writeFileSync(join(folder.path, 'people.csv'), people(20, 20));
  await run(folder, 'import people.csv --cohort fall-2025');
  await run(folder, 'match --cohort fall-2025');
  await run(folder, 'pair accept --cohort fall-2025 --all');
  const own = Array.from({ length: 20 }, (_, n) => `S${n}`);
  writeFileSync(join(folder.path, 'now.csv'), registrar(own, 2025, 15));
  await run(folder, 'import now.csv --cohort fall-2025');

  const report = JSON.parse(
    await run(folder, 'report retention --cohort fall-2025 --compare cohort fall-2024 --json'),
  ) as Document;
  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]).toMatchObject({
    measure: 'still here a year after the start',
    groups: [
      { label: 'mentored', known: 20, value: 0.75 },
      { label: 'cohort fall-2024', known: 50, value: 0.6 },
    ],
  });
  expect(report.claim.level).toBeLessThan(4);
  const text = (await run(folder, 'report retention --cohort fall-2025 --compare cohort fall-2024')).replaceAll(
    /\s+/g,
    ' ',
  );
  expect(text).toContain('Other years are other years');
});
