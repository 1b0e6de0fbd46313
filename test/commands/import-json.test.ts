// If these fail, a script that runs the import cannot tell what was decided, changed or left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fake-host.ts';

const form = `Timestamp;Student ID;E-mail;Full name;Role;How many mentees?;Topics
2026-09-01 09:00;0012;ana@example.org;Ana Souza;mentee;;Exams, Housing
2026-09-01 09:05;0013;bo@example.org;Bo Chen;mentor;Two;Exams, Money
2026-09-01 09:06;0014;cy@example.org;Cy Diaz;mentor;;Money, Housing

2026-09-02 09:06;0012;ana@example.org;Ana Souza;mentee;;Housing
`;

describe('import --json', () => {
  it('holds every decision', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'form.csv'), form);
    const { stdout } = await folder.run(['import', 'form.csv', '--cohort', 'fall', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'mentorctl/import@1',
      kind: 'roster',
      cohort: 'fall',
      file: 'form.csv',
      dryRun: false,
      reading: {
        origin: 'google-forms',
        encoding: 'UTF-8',
        guessed: false,
        delimiter: 'semicolons',
        headingLine: 1,
        mapping: expect.arrayContaining([
          { heading: 'Student ID', is: 'id' },
          { heading: 'Topics', is: 'topics, a set of 3' },
        ]) as unknown,
        leftOut: [
          { line: 2, why: '0012 answered again on line 6; the later answer counts' },
          { line: 5, why: 'a blank row' },
        ],
      },
      counts: { added: 3, changed: 0, same: 0, bad: 0 },
      changes: [],
      readAsNumbers: { Two: 2 },
      issues: [],
    });
  });

  it('holds every change, field by field, and every new answer', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder.path, 'form.csv'), form);
    await folder.run(['import', 'form.csv', '--cohort', 'fall']);
    writeFileSync(join(folder.path, 'form.csv'), form.replace('Two;Exams, Money', '3;Exams, Monye'));
    const { stdout } = await folder.run(['import', 'form.csv', '--cohort', 'fall', '--json', '--dry-run']);
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: true,
      counts: { added: 0, changed: 1, same: 2 },
      changes: [
        {
          id: '0013',
          name: 'Bo Chen',
          line: 3,
          what: [
            { field: 'seats', before: 2, after: 3 },
            { field: 'topics', before: ['Exams', 'Money'], after: ['Exams', 'Monye'] },
          ],
        },
      ],
      newOptions: [{ field: 'topics', option: 'Monye', count: 1, near: 'Money' }],
    });
  });

  it('holds every problem of a file, beyond the twenty that are shown, with its place and remedy', async () => {
    const folder = emptyFolder();
    const rows = Array.from({ length: 30 }, (_, index) => `${index},p${index}@example.org,pilot`);
    writeFileSync(join(folder.path, 'bad.csv'), `Student ID,E-mail,Role\n${rows.join('\n')}\n`);
    const shown = await folder.run(['import', 'bad.csv', '--cohort', 'fall']);
    expect(shown.stderr).toContain('lines 2, 3, 4 and 27 more  Role  "pilot"  not a role here');
    const different = rows.map((row, index) => `${row} ${index}`);
    writeFileSync(join(folder.path, 'other.csv'), `Student ID,E-mail,Role\n${different.join('\n')}\n`);
    const others = await folder.run(['import', 'other.csv', '--cohort', 'fall', '--map', 'Role=role']);
    expect(others.stderr).toContain('Role  "pilot 7"  not a role here');
    expect(others.stderr).toContain('and 22 more of "Role": not a role here; --json lists them all');
    const { stderr, code } = await folder.run(['import', 'bad.csv', '--cohort', 'fall', '--json']);
    expect(code).toBe(65);
    const last = stderr.trim().split('\n').at(-1) ?? '';
    const { error } = JSON.parse(last) as { error: { issues: object[] } };
    expect(error.issues).toHaveLength(30);
    expect(error.issues[29]).toMatchObject({
      code: 'unknown-role',
      severity: 'error',
      where: { source: 'bad.csv', line: 31, column: 'Role' },
      value: 'pilot',
      hint: expect.stringContaining('mentor, mentee, both') as unknown,
    });
  });
});

describe('a rejects file', () => {
  it('keeps what no reader can take apart, and loses no line, so that it can be mended', async () => {
    const folder = emptyFolder();
    const good = 'Student ID,E-mail,Full name,Role\n1,a@example.org,An Bo,mentee\n';
    writeFileSync(
      join(folder.path, 'people.csv'),
      `${good}2,b@example.org,"Cy" Dee,mentor\n3,c@example.org,Eli Fox,mentor\n4,d@example.org,"Gus Hay,mentee\n5,e@example.org,Ida Jo,mentee\n`,
    );
    const argv = ['--cohort', 'fall', '--skip-bad-rows', '--rejects', 'bad.csv'];
    const taken = await folder.run(['import', 'people.csv', ...argv]);
    expect(taken.stdout).toContain('1 mentor with 1 place, 2 mentees in fall. 3 new');
    const rejects = readFileSync(join(folder.path, 'bad.csv'), 'utf8');
    expect(rejects.split('\n').map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'Student ID,E-mail,Full name,Role',
      '2,b@example.org,"Cy"" Dee",mentor',
      '4,d@example.org,Gus Hay,mentee',
      '',
    ]);
    writeFileSync(join(folder.path, 'bad.csv'), rejects.replace('"Cy"" Dee"', 'Cy Dee'));
    const mended = await folder.run(['import', 'bad.csv', '--cohort', 'fall']);
    expect(mended.stdout).toContain('2 new, 0 changed');
  });
});
