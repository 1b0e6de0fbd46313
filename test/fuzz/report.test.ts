// If these fail, some set of outcomes makes a report crash, print a figure that is none, or say what no report may say. Outcomes
// are drawn with everything that breaks statistics: nobody, one person, all alike, all missing, a group of one, a field of one value.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { emptyFolder, type Folder, type Ran } from '../fake-host.ts';

const runs = Number(process.env['MENTORCTL_FUZZ'] ?? 20);
const seed = Number(process.env['MENTORCTL_FUZZ_SEED'] ?? 5);

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }).map((tenths) => (tenths / 10).toFixed(1)) },
  { weight: 2, arbitrary: fc.constantFrom('2.5', '2.5', '0', '4.0') },
  { weight: 1, arbitrary: fc.constant('') },
);
const enrolled = fc.constantFrom('Enrolled', 'Enrolled', 'Withdrawn', 'Transferred', 'Graduated', 'Deceased', '');
const one = fc.record({
  group: fc.constantFrom('yes', 'no'),
  before: amount,
  gpa: amount,
  start: fc.constantFrom('Enrolled', 'Enrolled', 'Enrolled', ''),
  stayed: enrolled,
  campus: fc.constantFrom('North', 'South', ''),
  passed: fc.constantFrom('yes', 'no', ''),
});
const worlds = fc.record({
  people: fc.oneof(fc.array(one, { maxLength: 3 }), fc.array(one, { minLength: 8, maxLength: 60 })),
  // Whole columns alike, as when a registrar's extract was filtered.
  fixed: fc.constantFrom(
    {},
    {},
    { gpa: '3.0' },
    { before: '' },
    { stayed: 'Enrolled' },
    { group: 'yes' },
    { passed: 'no' },
  ),
  cameBy: fc.constantFrom('lottery', 'wait-list', 'staff', 'self-chosen'),
  minCell: fc.constantFrom(1, 3, 10),
  primary: fc.boolean(),
});

describe('any outcomes', () => {
  it(
    'end in reports without a fault, a figure that is none or a forbidden word',
    { timeout: runs * 20_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async ({ people, fixed, cameBy, minCell, primary }) => {
          const folder = emptyFolder();
          writeFileSync(
            join(folder.path, 'mentorctl.yaml'),
            stringify({
              fields: { campus: { type: 'category', options: ['North', 'South'] } },
              measures: {
                before: { kind: 'number', baseline: true },
                gpa: { kind: 'number', primary },
                passed: { kind: 'yes-no' },
                start: { kind: 'retention', when: 'fall 2025', start: true },
                stayed: { kind: 'retention', when: 'fall 2026' },
              },
              groups: { 'came-by': cameBy, mentored: ['yes'], comparison: ['no'] },
              reports: { 'min-cell': minCell },
            }),
          );
          const rows = people
            .map((person) => ({ ...person, ...fixed }))
            .map((p, at) => [1000 + at, p.group, p.campus, p.before, p.gpa, p.passed, p.start, p.stayed].join(','));
          const text = ['id,participated,campus,before,gpa,passed,start,stayed', ...rows].join('\n');
          await answers(folder, ['import', '-', '--cohort', 'c', '--as', 'outcomes'], `${text}\n`);
          for (const name of ['retention', 'performance']) {
            for (const flags of [
              [],
              ['--technical'],
              ['--by', 'campus'],
              ['--json'],
              ['--format', 'csv'],
              ['--format', 'md'],
            ]) {
              const { stdout, code, stderr } = await answers(folder, ['report', name, '--cohort', 'c', ...flags]);
              expect(stdout, flags.join(' ')).not.toMatch(/\bNaN\b|Infinity|undefined|\[object/);
              if (flags[0] !== '--json') expect(stdout).not.toMatch(/no effect|proves|impact/i);
              if (flags[0] === '--json' && code === 0) {
                const { claim } = JSON.parse(stdout) as { claim: { level: number } };
                expect(claim.level, stderr).toBeLessThanOrEqual(cameBy === 'lottery' ? 4 : 3);
              }
            }
          }
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
    },
  );
});

async function answers(folder: Folder, argv: readonly string[], stdin = ''): Promise<Ran> {
  const ran = await folder.run(argv, { stdin });
  expect([0, 1, 2, 65, 66], `${argv.join(' ')}: ${ran.code}\n${ran.stderr}`).toContain(ran.code);
  return ran;
}
