// If these fail, one term's values stand under another, a person is compared with themselves, or a death counts as a drop-out.
import { describe, expect, it } from 'vitest';
import { understandColumns } from '../../../src/domain/columns/meaning.ts';
import { standardProgram } from '../../../src/domain/program/standard-program.ts';
import type { Program } from '../../../src/domain/program/program.ts';
import { draftReader, type DraftReader, type Drafts } from '../../../src/domain/rows/read-drafts.ts';
import { timeOf } from '../../../src/domain/rows/row-time.ts';

function read(text: string, program: Program = standardProgram): Drafts & { readonly reader: DraftReader } {
  const [headings = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(';').map((cell) => cell.trim()));
  const cells = headings.map((_, column) => rows.map((row) => row[column] ?? ''));
  const columns = understandColumns('outcomes', headings, cells, program, { map: new Map() });
  const reader = draftReader(columns, program, { source: 'r.csv', role: 'none', dates: undefined, outcomes: true });
  return { ...reader.read(rows.map((row, at) => ({ line: at + 2, cells: row }))), reader };
}

const told = ({ observations }: Drafts): string[] =>
  observations.map(
    ({ id, measure, observed, number, status }) => `${id} ${measure} @${observed} ${number ?? status ?? ''}`,
  );

describe('the time of a row', () => {
  it.each([
    ['Fall', '2025', undefined, 'fall 2025'],
    ['1', '2025', 's', 's1 2025'],
    ['2', '2025-26', 't', '2025-26 t2'],
    ['3', '2026', 'q', 'q3 2026'],
    ['9', '2026', 'month', 'sep 2026'],
    ['12', '2026', 'month', 'dec 2026'],
    ['13', '2026', 'month', '13 2026'],
    ['0', '2026', 'month', 'month0 2026'],
    ['2', '2026', 'h', 'h2 2026'],
    ['2', '2026', undefined, '2 2026'],
    ['October', '2026', undefined, 'oct 2026'],
    ['202610', '', undefined, '202610'],
    ['Fall 2026', '2026', undefined, 'fall 2026'],
    ['', '2026', undefined, '2026'],
    ['Fall B 2026', '', undefined, 'Fall B 2026'],
  ] as const)('%s and %s', (when, year, part, label) => {
    expect(timeOf(when, year, part)).toBe(label);
  });

  it('is that of all its measures, and a blank is nobody’s value', () => {
    const file = read(`Student ID;Semester;Year;GPA;Credits;Enrollment Status
      1;Fall;2025;3.1;15;Enrolled
      1;Spring;2026;;0;Withdrawn`);
    expect(told(file)).toEqual([
      '1 gpa @fall 2025 3.1',
      '1 credits @fall 2025 15',
      '1 retention @fall 2025 stayed',
      '1 credits @spring 2026 0',
      '1 retention @spring 2026 left',
    ]);
  });

  it('must be said where others say one', () => {
    const { issues } = read('Student ID;Term;GPA\n1;Fall 2025;3\n2;;2.5');
    expect(issues).toMatchObject([{ where: { line: 3, column: 'Term' }, message: 'the row does not say its time' }]);
  });
});

describe('the time of a column', () => {
  it('keeps one measure of several terms apart by its times', () => {
    const file = read('Student ID;Moyenne T1 2026;Moyenne T2 2026\n1;12,5;14,0');
    expect(told(file)).toEqual(['1 moyenne @t1 2026 12.5', '1 moyenne @t2 2026 14']);
  });

  it('keeps two columns of one time apart', () => {
    const file = read('Student ID;Enrolled Fall 2026;Registered 2026FA;GPA Fall 2026;GPA FA26\n1;Y;N;3;2');
    const times = file.observations.map(({ measure, observed }) => `${measure}@${observed}`);
    expect(new Set(times).size).toBe(4);
  });
});

describe('one person, one value', () => {
  it('is refused where two rows differ, and taken where they agree', () => {
    const { issues } = read('Student ID;Term;GPA\n1;Fall 2025;3\n1;2025FA;2\n2;Fall 2025;3\n2;FA25;3');
    expect(issues).toMatchObject([
      { where: { line: 3 }, message: 'line 2 says 3 of gpa at fall 2025 for 1' },
      { where: { line: 2 }, message: 'line 3 says 2 of gpa at fall 2025 for 1' },
    ]);
  });

  it('stands in one group', () => {
    const { issues } = read('Student ID;Mentored;GPA\n1;Y;3\n2;N;2\n1;N;3');
    expect(issues).toMatchObject([
      { where: { line: 4 }, message: expect.stringMatching(/^line 2 puts 1 in another group: Y/) as string },
    ]);
  });
});

describe('what a word says beside who stayed', () => {
  it('says how somebody left, and leaves the dead out of rates', () => {
    const file = read(`Matrikelnummer;Status;Abbruchgrund
      1;Exmatrikuliert;Hochschulwechsel
      2;Exmatrikuliert;Verstorben
      3;Immatrikuliert;`);
    expect(told(file)).toEqual(
      expect.arrayContaining([
        '1 retention @status transferred',
        '2 exclusion @ deceased',
        '3 retention @status stayed',
      ]),
    );
  });

  it('takes no death in the family for their own', () => {
    const file = read('Student ID;Enrolled Fall 2026;Withdrawal reason\n1;Withdrawn;Death in family');
    expect(told(file)).not.toContain('1 exclusion @ deceased');
  });

  it('takes a reason for leaving for no reason to be left out', () => {
    const file = read(`Student ID;Enrolled Fall 2026;Termination reason
      1;Withdrawn;Career change
      2;Withdrawn;Deceased
      3;Enrolled;N/A - still here`);
    expect(told(file).filter((one) => one.includes(' exclusion '))).toEqual(['2 exclusion @ deceased']);
    const own = read('Student ID;Enrolled Fall 2026;Exclusion reason\n1;Withdrawn;Moved to the sister program');
    expect(told(own)).toContain('1 exclusion @ Moved to the sister program');
  });

  it('is taught by the program file', () => {
    const program = { ...standardProgram, statuses: { sabbatical: 'stayed' as const } };
    expect(told(read('Student ID;Enrolled Fall 2026\n1;Sabbatical\n2;Yes', program))).toEqual([
      '1 retention @fall 2026 stayed',
      '2 retention @fall 2026 stayed',
    ]);
    const { issues } = read('Student ID;Enrolled Fall 2026\n1;Sabbatical\n2;Yes');
    expect(issues).toMatchObject([
      { value: 'Sabbatical', hint: expect.stringMatching(/statuses: in mentorctl\.yaml/) as string },
    ]);
  });
});

describe('grades', () => {
  it('are points of the stated scale, and marks are counted', () => {
    const file = read('Student ID;Final grade Fall 2026\n1;A-\n2;F\n3;W\n4;NG\n5;W');
    expect(told(file)).toEqual(['1 final grade @fall 2026 3.7', '2 final grade @fall 2026 0']);
    expect(file.reader.unmeasured.get('Final grade Fall 2026')).toEqual(
      new Map([
        ['W', 2],
        ['NG', 1],
      ]),
    );
  });

  it('are points of the program’s own scale', () => {
    const program = { ...standardProgram, grades: { HD: 7, D: 6, C: 5, P: 4 } };
    expect(told(read('Student ID;Grade\n1;HD\n2;P\n3;C', program))).toEqual([
      '1 grade @ 7',
      '2 grade @ 4',
      '3 grade @ 5',
    ]);
  });

  it('of a scale that nobody stated are not measured', () => {
    expect(told(read('Student ID;Grade\n1;HD\n2;A\n3;C'))).toEqual([]);
  });

  it.each(['999', '-3', '99.99', '-9'])('a GPA of %s is questioned', (odd) => {
    const { issues } = read(`Student ID;GPA Fall 2026\n1;3.1\n2;2.7\n3;${odd}\n4;3.3`);
    expect(issues).toMatchObject([{ where: { line: 4 }, value: odd }]);
  });

  it.each(['999', '-99', '9999'])('%s credits beside a dozen are questioned', (odd) => {
    const { issues } = read(`Student ID;Credits earned\n1;12\n2;15\n3;${odd}`);
    expect(issues).toMatchObject([{ where: { line: 4 }, value: odd }]);
  });

  it('scores of 99 beside others like them are scores', () => {
    expect(read('Student ID;Exam score\n1;99\n2;87\n3;64').issues).toEqual([]);
  });

  it('an age at enrolment is no staying', () => {
    expect(told(read('Student ID;Age at Enrollment;Enrolled credits\n1;19;15\n2;20;12')).join()).not.toContain(
      'retention',
    );
  });
});
