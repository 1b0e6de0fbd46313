// If these fail, some file that somebody will drop in makes the import crash, hang, write half of itself, or reach for the
// terminal. Files are random bytes, random tables in random dialects, and fixtures with a few bytes or lines changed.
// `MENTORCTL_FUZZ=20000 npx vitest run test/fuzz` tries that many; the counts are printed.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder, type Folder } from '../fake-host.ts';

const runs = Number(process.env['MENTORCTL_FUZZ'] ?? 150);
const seed = Number(process.env['MENTORCTL_FUZZ_SEED'] ?? 7);
/** Of the processor. No file of a few KB may keep anybody waiting; a hang would be minutes. */
const mostMilliseconds = 10_000;

const outcomes = new Map<string, number>();

afterAll(() => {
  if (process.env['MENTORCTL_FUZZ'] === undefined) return;
  const told = [...outcomes].sort(([a], [b]) => a.localeCompare(b)).map(([what, count]) => `${what}: ${count}`);
  process.stderr.write(`fuzz, seed ${seed}: ${told.join(', ')}\n`);
});

const fixtures = readdirSync('fixtures/import')
  .filter((name) => !/two-thousand|huge-cell/.test(name))
  .map((name) => ({ name, bytes: readFileSync(resolve('fixtures/import', name)) }));

/** Words that mean something to the import, beside anything else. */
const cell = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('', 'mentor', 'mentee', 'both', '0012', 'ana@example.org', 'yes', '2-3', '7+'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('03/04/2026', '1,7', '#N/A', "['a', 'b']", 'Mon 9-11', '=1+1', 'A, B; C', '\u001b[31m'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"', '""', '\r', '\n', '\u0000', '\ufeff', '\u202e', 'x'.repeat(5000), '__proto__'),
  },
);
const heading = fc.oneof(
  fc.constantFrom(
    'Student ID',
    'E-mail',
    'Full name',
    'Role',
    'How many mentees?',
    'Topics [A]',
    'Topics [B]',
    'Timestamp',
  ),
  fc.constantFrom(
    'Mentor',
    'Mentee',
    'Date',
    'Score',
    'Wave',
    'First choice',
    'Measure',
    'Value',
    'Cohort',
    'constructor',
    '',
  ),
  fc.constantFrom('GPA Fall', 'Enrolled Fall 2026', 'Decision', 'Goal', 'Reached', 'About', 'Resolved', '__proto__'),
  cell,
);

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  quote: fc.boolean(),
  before: fc.constantFrom('', 'sep=;\n', 'A title\n\n', '# a comment\n', '\ufeff'),
  encoding: fc.constantFrom('utf8' as const, 'latin1' as const, 'utf16le' as const),
});

const table = fc
  .tuple(
    fc.array(heading, { minLength: 1, maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
    dialect,
  )
  .map(([headings, rows, { delimiter, lineBreak, quote, before, encoding }]) => {
    const write = (text: string): string => (quote ? `"${text.replaceAll('"', '""')}"` : text);
    const text = before + [headings, ...rows].map((row) => row.map(write).join(delimiter)).join(lineBreak);
    return Buffer.from(text, encoding);
  });

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc.constantFrom('"', '\n', ',', '\r\n', '\0', ';').map((text) => Buffer.from(text)),
  ),
});

const mutated = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([{ name, bytes }, changes]) => ({
    name,
    bytes: changes.reduce((now, { at, length, put }) => {
      const start = Math.floor(at * now.length);
      return Buffer.concat([now.subarray(0, start), put, now.subarray(start + length)]);
    }, bytes),
  }));

const options = fc.subarray(
  [
    ['--skip-bad-rows', '--rejects', 'bad.csv'],
    ['--role', 'mentee'],
    ['--complete'],
    ['--day-order', 'dmy'],
    ['--all'],
  ],
  { maxLength: 3 },
);
const kind = fc.constantFrom(
  undefined,
  undefined,
  'pairs',
  'preferences',
  'scores',
  'meetings',
  'outcomes',
  'survey',
  'goals',
  'flags',
);

/** What the world looks like to the next command: a document, or the same failure again. */
async function people(folder: Folder): Promise<string> {
  if (!existsSync(join(folder.path, 'mentorctl.db'))) return '';
  return (await folder.run(['person', 'list', '--json'])).stdout;
}

// eslint-disable-next-line no-control-regex -- the very thing that must not be printed
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

async function tryFile(folder: Folder, name: string, bytes: Uint8Array, argv: readonly string[]): Promise<void> {
  writeFileSync(join(folder.path, name), bytes);
  rmSync(join(folder.path, 'bad.csv'), { force: true });
  const before = await people(folder);
  const program = textOf(folder, 'mentorctl.yaml');
  const started = process.cpuUsage();
  const { code, stdout, stderr } = await folder.run(['import', name, '--cohort', 'fall', ...argv]);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(mostMilliseconds);
  expect([0, 2, 65, 66, 78], stderr).toContain(code);
  outcomes.set(`exit ${code}`, (outcomes.get(`exit ${code}`) ?? 0) + 1);
  expect(`${stdout}${stderr}`).not.toMatch(control);
  if (code === 0) {
    const checked = await folder.run(['data', 'check']);
    expect(checked.code, checked.stdout + checked.stderr).toBe(0);
    return;
  }
  // Nothing of a file that was refused is kept, neither in the database nor in the program file.
  expect(await people(folder)).toBe(before);
  expect(textOf(folder, 'mentorctl.yaml')).toBe(program);
}

function textOf(folder: Folder, name: string): string {
  const path = join(folder.path, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe('any file at all is taken in or refused with a reason', () => {
  const check = async (files: fc.Arbitrary<{ name: string; bytes: Uint8Array }>, share: number): Promise<void> => {
    const folder = emptyFolder();
    await folder.run(['import', resolve('fixtures/import/two-yes-no-columns.csv'), '--cohort', 'fall']);
    await fc.assert(
      fc.asyncProperty(files, options, kind, async ({ name, bytes }, chosen, as) => {
        await tryFile(folder, name, bytes, [...chosen.flat(), ...(as === undefined ? [] : ['--as', as])]);
      }),
      { numRuns: Math.ceil(runs * share), seed, endOnFailure: process.env['MENTORCTL_FUZZ'] !== undefined },
    );
  };
  const waits = Math.max(60_000, runs * 400);

  it(
    'random bytes',
    () =>
      check(
        fc.uint8Array({ maxLength: 600 }).map((bytes) => ({ name: 'file.csv', bytes })),
        0.2,
      ),
    waits,
  );

  it(
    'random tables in random dialects',
    () =>
      check(
        table.map((bytes) => ({ name: 'file.csv', bytes })),
        0.4,
      ),
    waits,
  );

  it('fixtures with a few bytes changed', () => check(mutated, 0.4), waits);
});
