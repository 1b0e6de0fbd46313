// If these fail, the two commands that must give pairs do not, or a report says other numbers than the registrar's file holds.
import { afterAll, describe, expect, it } from 'vitest';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { emptyFolder, type Folder } from '../fake-host.ts';
import { inventedStaff } from '../invented-staff.ts';
import { sharedFile } from '../shared-folder.ts';

/** Mentors' file and mentees': invented ones, and those of a civil service where they lie beside the project. */
function bothFiles(count: number, beside: string): readonly (readonly [string, readonly [string, string]])[] {
  const folder = mkdtempSync(join(tmpdir(), 'mentorctl-staff-'));
  const made = inventedStaff(count);
  const invented = (['mentors', 'mentees'] as const).map((who) => {
    writeFileSync(join(folder, `${who}.csv`), made[who]);
    return join(folder, `${who}.csv`);
  }) as [string, string];
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const [mentors, mentees] = ['mentors', 'mentees'].map((who) => sharedFile(`cases/${beside.replace('WHO', who)}.csv`));
  const real = mentors === undefined || mentees === undefined ? [] : [['a civil service', [mentors, mentees]] as const];
  return [['invented', invented], ...real];
}
const registrar = 'fixtures/outcomes-registrar-retention.csv';

interface RunDocument {
  readonly objective: { readonly placed: number; readonly total: number };
  readonly pairs: readonly {
    mentor: { id: string };
    mentee: { id: string };
    score: number;
    parts: { points: number }[];
  }[];
  readonly unmatched: readonly unknown[];
  readonly certificate: { readonly proved: boolean; readonly checkedPairs: number };
}

async function importBoth(folder: Folder, [mentors, mentees]: readonly [string, string]): Promise<void> {
  for (const [role, file] of [
    ['mentor', mentors],
    ['mentee', mentees],
  ] as const) {
    const ran = await folder.run(['import', file, '--role', role, '--cohort', 'fall']);
    expect(ran.code, ran.stderr).toBe(0);
  }
}

describe.each(bothFiles(50, '01-civilservice-WHO-small'))('50 mentors and 50 mentees, %s', (_, files) => {
  it('goes from two files to accepted pairs with nothing but four commands', async () => {
    const folder = emptyFolder();
    await importBoth(folder, files);
    expect(readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8')).toMatch(/^# /m);
    const run = JSON.parse((await folder.run(['match', '--cohort', 'fall', '--json'])).stdout) as RunDocument;
    expect(run.certificate.proved).toBe(true);
    expect(run.objective.placed).toBe(50);
    expect(run.pairs).toHaveLength(50);
    for (const { score, parts } of run.pairs) {
      expect(Math.round(parts.reduce((sum, { points }) => sum + points, 0))).toBe(Math.round(score));
    }
    const accepted = await folder.run(['pair', 'accept', '--all']);
    expect(accepted.stdout).toContain('Accepted 50 pairs');
    const again = await folder.run(['import', files[1], '--role', 'mentee', '--cohort', 'fall']);
    expect(again.stdout).toContain('Nothing new');
  });
});

describe.each(bothFiles(500, '02-civilservice-WHO-500'))('500 mentors and 500 mentees, %s', (_, files) => {
  it('places everybody, proved', async () => {
    const folder = emptyFolder();
    await importBoth(folder, files);
    const run = JSON.parse((await folder.run(['match', '--json'])).stdout) as RunDocument;
    expect(run.certificate).toMatchObject({ proved: true });
    expect(run.objective.placed + run.unmatched.length).toBe(500);
    expect(new Set(run.pairs.map(({ mentee }) => mentee.id)).size).toBe(run.objective.placed);
  });
});

describe('the registrar', () => {
  it('has 37 of 45 and 60 of 73 after the two allowed exclusions, and nothing more is said', async () => {
    const folder = emptyFolder();
    const ran = await folder.run(['import', join(process.cwd(), registrar), '--cohort', 'fall']);
    expect(ran.code, ran.stderr).toBe(0);
    const report = await folder.run(['report', 'retention', '--cohort', 'fall']);
    expect(report.stdout).toContain('37 of 45');
    expect(report.stdout).toContain('60 of 73');
    expect(report.stdout).toMatch(/cannot\s+tell/);
    expect(report.stdout).not.toMatch(/prove[sd]?\b|impact|significant|no effect/i);
  });
});

describe('STAR, Toronto', () => {
  it('goes in whole, and its arms are compared with control', async () => {
    const folder = emptyFolder();
    const ran = await folder.run(['import', resolve('fixtures/star/star_roster.csv'), '--cohort', 'star']);
    expect(ran.code, ran.stderr).toBe(0);
    const report = await folder.run(['report', 'retention', '--cohort', 'star']);
    expect(report.code, report.stderr).toBe(0);
    expect(report.stdout).toMatch(/control/i);
  });
});

describe('the demo', () => {
  it('runs the whole loop twice over to the same bytes', async () => {
    const [first, second] = [emptyFolder(), emptyFolder()];
    const one = await first.run(['demo', 'demo']);
    const two = await second.run(['demo', 'demo']);
    const steps = ({ path }: Folder): string => readFileSync(join(path, 'demo', 'every-step.txt'), 'utf8');
    expect(one.code, one.stderr).toBe(0);
    expect(one.stdout).toBe(two.stdout);
    for (const step of ['import', 'match', 'pair accept', 'status', 'report retention']) {
      expect(steps(first)).toContain(`$ mentorctl ${step}`);
    }
    expect(steps(first)).toBe(steps(second));
    expect(existsSync(join(first.path, 'demo', 'mentorctl.db'))).toBe(true);
    expect(one.stdout).not.toContain(first.path);
  });

  it('is a program of its own inside the folder of a real one, and where the environment names a database', async () => {
    const folder = emptyFolder();
    const roster = 'email,name,role\na@x.edu,Ana Fic,mentee\nb@x.edu,Bo Fic,mentor\n';
    await folder.run(['import', '-', '--cohort', 'real'], { stdin: roster });
    const before = readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8');
    const ran = await folder.run(['demo'], { env: { MENTORCTL_DB: join(folder.path, 'mentorctl.db') } });
    expect(ran.code, ran.stderr).toBe(0);
    expect(readFileSync(join(folder.path, 'mentorctl.yaml'), 'utf8')).toBe(before);
    const cohorts = async (under: string): Promise<string[]> => {
      const { stdout } = await folder.run(['cohort', 'list', '--json'], { under });
      return (JSON.parse(stdout) as { items: { name: string }[] }).items.map(({ name }) => name);
    };
    expect(await cohorts('.')).toEqual(['real']);
    expect(await cohorts('mentorctl-demo')).toEqual(['fall-2025', 'fall-2026']);
  });
});
