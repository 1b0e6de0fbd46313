// If these fail, some program file and roster that a coordinator may write make a command crash, propose pairs that break the
// file's own rules, or give an answer that the commands after it do not stand by. Programs are drawn from every kind of rule and
// criterion over fields of every type, with answers missing. `MENTORCTL_FUZZ=2000 npx vitest run test/fuzz` tries that many.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { criterionKinds } from '../../src/domain/matching/scoring/criterion-kinds.ts';
import { ruleKinds } from '../../src/domain/matching/scoring/rule-kinds.ts';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const runs = Number(process.env['MENTORCTL_FUZZ'] ?? 25);
const seed = Number(process.env['MENTORCTL_FUZZ_SEED'] ?? 11);

const fields = {
  topics: { type: 'set', options: ['Exams', 'Friends', 'Research', 'Work, internships'] },
  campus: { type: 'category', options: ['North', 'South'] },
  year: { type: 'ordinal', options: ['First', 'Second', 'Third'] },
  age: { type: 'number' },
  abroad: { type: 'yes-no' },
  joined: { type: 'date' },
  about: { type: 'text' },
} as const;
const fieldNames = Object.keys(fields) as (keyof typeof fields)[];

const gap = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: fc.constant('') });
const answers: Record<keyof typeof fields, fc.Arbitrary<string>> = {
  topics: gap(fc.subarray([...fields.topics.options]).map((all) => all.join('; '))),
  campus: gap(fc.constantFrom(...fields.campus.options)),
  year: gap(fc.constantFrom(...fields.year.options)),
  age: gap(fc.integer({ min: 17, max: 60 }).map(String)),
  abroad: gap(fc.constantFrom('yes', 'no')),
  joined: gap(fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`)),
  about: gap(fc.constantFrom('I like chess and long walks', 'chess', 'swimming, research', 'x')),
};
const person = fc.record({
  role: fc.constantFrom('mentor', 'mentee', 'mentee', 'both'),
  capacity: fc.constantFrom('', '0', '1', '2', '3'),
  ...answers,
});

const reading = (takes: readonly string[]): (keyof typeof fields)[] =>
  fieldNames.filter((name) => takes.includes(fields[name].type));
const parameters: Record<string, fc.Arbitrary<unknown>> = {
  least: fc.integer({ min: 0, max: 2 }),
  most: fc.integer({ min: 2, max: 30 }),
  range: fc.integer({ min: 1, max: 10 }),
  ideal: fc.integer({ min: 0, max: 3 }),
  side: fc.constantFrom('mentee', 'mentor', 'both'),
};

/** Those that have a drawing here; the others may be left out. */
const stated = (names: readonly string[]): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(names.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]])));

const rule = fc
  // balance bounds a share of an answer, which these fields do not have in common.
  .constantFrom(...(Object.keys(ruleKinds) as (keyof typeof ruleKinds)[]).filter((kind) => kind !== 'balance'))
  .chain((kind): fc.Arbitrary<Record<string, unknown>> => {
    const { compares, takes, parameters: takesAlso } = ruleKinds[kind];
    if (compares === 'people') {
      const id = fc.integer({ min: 0, max: 13 }).map((at) => `p${at}@example.org`);
      return fc.record({ kind: fc.constant(kind), mentee: id, mentor: id });
    }
    if ((takesAlso as readonly string[]).includes('people')) {
      const id = fc.integer({ min: 0, max: 13 }).map((at) => `p${at}@example.org`);
      return fc.record({ kind: fc.constant(kind), people: fc.uniqueArray(id, { minLength: 2, maxLength: 3 }) });
    }
    return fc.record({
      kind: fc.constant(kind),
      field: fc.constantFrom(...reading(takes)),
      ...stated(takesAlso),
    });
  });
const criterion = fc
  .constantFrom(...(Object.keys(criterionKinds) as (keyof typeof criterionKinds)[]).filter((kind) => kind !== 'table'))
  .chain((kind): fc.Arbitrary<Record<string, unknown>> => {
    const { compares, takes, parameters: takesAlso } = criterionKinds[kind];
    return fc.record({
      kind: fc.constant(kind),
      importance: fc.constantFrom<string | number>('essential', 'low', 3),
      ...(compares === 'fields' ? { field: fc.constantFrom(...reading(takes)) } : {}),
      ...stated(takesAlso),
    });
  });
const programs = fc.record({
  people: fc.array(person, { minLength: 2, maxLength: 14 }),
  rules: fc.array(rule, { maxLength: 3 }),
  criteria: fc.array(criterion, { maxLength: 4 }),
  matching: fc.record({
    objective: fc.constantFrom('coverage', 'quality'),
    'min-score': fc.constantFrom(0, 40),
    spread: fc.boolean(),
    floor: fc.constantFrom('best', undefined),
  }),
  circles: fc.option(fc.record({ least: fc.integer({ min: 2, max: 3 }), most: fc.integer({ min: 3, max: 5 }) })),
});

/** What a command may answer: done, the answer is no, a usage error, bad data, not found, a bad program file. */
const allowed = new Set([0, 1, 2, 65, 66, 78]);

describe('any program and any roster', () => {
  it('match, prove, explain, accept, re-place and take back without a fault', { timeout: runs * 5_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(programs, async ({ people, rules, criteria, matching, circles }) => {
        const folder = emptyFolder();
        writeFileSync(
          join(folder.path, 'mentorctl.yaml'),
          stringify({
            fields,
            rules,
            criteria,
            matching: JSON.parse(JSON.stringify(matching)) as object,
            ...(circles === null ? {} : { circles }),
          }),
        );
        const heads = ['email', 'name', 'role', 'capacity', ...fieldNames];
        const rows = people.map((one, at) =>
          [`p${at}@example.org`, `Person ${at}`, one.role, one.capacity, ...fieldNames.map((name) => one[name])]
            .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
            .join(','),
        );
        await works(folder, ['import', '-', '--cohort', 'c'], `${heads.join(',')}\n${rows.join('\n')}\n`);
        const drawn = await works(folder, ['match', '--cohort', 'c', '--json']);
        if (drawn.code !== 0) return;
        const run = JSON.parse(drawn.stdout) as Drawn;
        if (run.run === null) return; // Nobody is waiting.
        expect(run.certificate?.proved).toBe(true);
        for (const { score, parts } of criteria.length === 0 ? [] : run.pairs) {
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6);
        }
        const number = String(run.run);
        expect((await works(folder, ['match', 'verify', number])).code).toBe(0);
        expect((await works(folder, ['match', 'replay', number])).code).toBe(0);
        for (const at of [0, 1]) await works(folder, ['match', 'explain', `p${at}@example.org`, '--run', number]);
        await works(folder, ['pair', 'explain', 'p0@example.org', 'p1@example.org', '--run', number]);
        const before = await works(folder, ['pair', 'list', '--cohort', 'c', '--json']);
        await works(folder, ['pair', 'accept', '--run', number, '--all']);
        const [first] = run.pairs;
        if (first !== undefined) {
          const end = [
            'pair',
            'end',
            '--mentee',
            first.mentee.id,
            '--cohort',
            'c',
            '--reason',
            'other',
            '--by',
            'mentor',
          ];
          await works(folder, end);
          await works(folder, ['rematch', '--cohort', 'c', '--json']);
          await works(folder, ['data', 'undo', '--yes']);
        }
        await works(folder, ['status', '--cohort', 'c']);
        await works(folder, ['data', 'check']);
        expect(before.code).toBe(0);
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );
  });
});

interface Drawn {
  readonly run: number | null;
  readonly pairs: readonly {
    readonly score: number;
    readonly mentee: { readonly id: string };
    readonly parts: readonly { readonly points: number }[];
  }[];
  readonly certificate: { readonly proved: boolean } | null;
}

async function works(folder: Folder, argv: readonly string[], stdin = ''): Promise<Ran> {
  const ran = await folder.run(argv, { stdin });
  expect(allowed, `${argv.join(' ')}: ${ran.code}\n${ran.stderr}`).toContain(ran.code);
  return ran;
}
