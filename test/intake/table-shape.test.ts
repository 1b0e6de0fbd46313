// If these fail, the first person of a list is eaten as headings, or a footer and a row of labels become people.
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/intake/source.ts';
import { wholeTable } from '../whole-table.ts';

async function read(
  ...lines: readonly string[]
): Promise<{ headings: readonly string[]; rows: string[]; out: string[] }> {
  const table = await wholeTable(memorySource('list.csv', Buffer.from(`${lines.join('\n')}\n`)));
  return {
    headings: table.headings,
    rows: table.rows.map(({ cells }) => cells.join('|')),
    out: table.leftOut.map(({ line, why }) => `${line} ${why}`),
  };
}

describe('a table without headings', () => {
  it.each([
    [
      'addresses',
      'Ana Sol,ana@mar.example,Year 2',
      'Ben Oak,ben@mar.example,Year 1',
      'Cleo Ash,cleo@mar.example,Year 3',
    ],
    ['ids and days', 'S100431,Ana Sol,2026-09-01', 'S100432,Ben Oak,2026-09-02', 'S100433,Cleo Ash,2026-09-02'],
    ['ids and roles', '0001234;mentor;Ana', '0001235;mentee;Ben', '0001236;mentee;Cleo'],
  ])('keeps its first person: %s', async (_, ...lines) => {
    const { headings, rows, out } = await read(...lines);
    expect(headings).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(rows).toHaveLength(3);
    expect(out).toEqual([]);
  });

  it.each([
    ['years as headings', 'Name,2024,2025', 'Ana Sol,1200,1300', 'Ben Oak,1100,1250'],
    ['days as headings', 'Who,2026-10-01,2026-10-08', 'Ana Sol,x,', 'Ben Oak,,x'],
    ['headings in Uzbek', 'Ism,Pochta', 'Nodira,nodira@mar.example', 'Ali,ali@mar.example'],
    ['ids below', 'Matricola,Corso', '000123,Art', '000124,Law'],
  ])('is not seen where there are headings: %s', async (_, head = '', ...lines) => {
    const { headings, rows } = await read(head, ...lines);
    expect(headings).toEqual(head.split(','));
    expect(rows).toHaveLength(lines.length);
  });

  it('is not seen where an address stands in a title above the headings', async () => {
    const { headings, rows } = await read(
      'Questions?,office@mar.example,',
      'Name,E-mail,Role',
      'Ana Sol,ana@mar.example,mentor',
    );
    expect(headings).toEqual(['Name', 'E-mail', 'Role']);
    expect(rows).toEqual(['Ana Sol|ana@mar.example|mentor']);
  });
});

describe('two rows of headings', () => {
  it.each([
    ['words under codes', 'firstName,lastName,email', 'First Name,Last Name,Email', 'Ana,Sol,ana@mar.example'],
    ['import ids', 'Name,Email', '"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"', 'Ana Sol,ana@mar.example'],
  ])('the second is no person: %s', async (_, head = '', ...lines) => {
    const { headings, rows, out } = await read(head, ...lines);
    expect(headings).toEqual(head.split(','));
    expect(rows).toHaveLength(1);
    expect(out).toEqual(['2 a second row of headings']);
  });

  it('takes the words where the first row is codes', async () => {
    const { headings, rows } = await read(
      'Q1,Q2,Q3',
      'Your name,Your e-mail,Date of birth',
      'Ana Sol,ana@mar.example,2001-02-03',
      'Ben Oak,ben@mar.example,2002-03-04',
      'Cleo Ash,cleo@mar.example,2000-01-05',
    );
    expect(headings).toEqual(['Your name', 'Your e-mail', 'Date of birth']);
    expect(rows).toHaveLength(3);
  });

  it('a person is no second row of headings', async () => {
    const { rows } = await read('Name,Email,Role,Team', 'Name Null,,Mentor,Role', 'Ana Sol,ana@mar.example,Mentee,Red');
    expect(rows).toHaveLength(2);
  });

  it('groups over the headings name what comes twice and the question of tick boxes', async () => {
    const grouped = await read(
      'Mentor,,Mentee,,Free,,',
      'Name,Email,Name,Email,Mon,Tue,Wed',
      'Ana Sol,ana@mar.example,Ben Oak,ben@mar.example,x,,x',
    );
    expect(grouped.headings).toEqual([
      'Mentor Name',
      'Mentor Email',
      'Mentee Name',
      'Mentee Email',
      'Free [Mon]',
      'Free [Tue]',
      'Free [Wed]',
    ]);
    expect(grouped.out).toEqual(['1 a row of headings over groups of columns']);
  });
});

describe('rows that are nobody’s', () => {
  it.each([
    ['Grand Total,,38', 'a totals line: "Grand Total"'],
    ['Summe: 2,,', 'a totals line: "Summe: 2"'],
    ['Average,,19.5', 'a totals line: "Average"'],
    ['Report generated on 29-NOV-2026 by jdoe,,', 'a closing line: "Report generated on 29-NOV-2026 by jdoe"'],
    ['Erstellt am 29.11.2026,,', 'a closing line: "Erstellt am 29.11.2026"'],
    ['Banner 29-NOV-2026 10:31,,', 'a closing line: "Banner 29-NOV-2026 10:31"'],
    ['* includes part-time,,', 'a closing line: "* includes part-time"'],
    ['2 students,,', 'a closing line: "2 students"'],
  ])('leaves out and says %s', async (line, why) => {
    const { rows, out } = await read(
      'Name,Email,Credits',
      'Ana Sol,ana@mar.example,20',
      'Ben Oak,ben@mar.example,18',
      line,
      ',,',
    );
    expect(rows).toHaveLength(2);
    expect(out).toContain(`4 ${why}`);
  });

  it.each([
    'Total Recall,,mentee',
    'Summer Sum,summer@mar.example,',
    'Mean Green,,',
    'Count Basil,,mentor',
    'Notes,notes@mar.example,',
  ])('keeps somebody called so: %s', async (line) => {
    expect((await read('Name,Email,Role', 'Ana Sol,ana@mar.example,mentee', line)).rows).toHaveLength(2);
  });

  it('leaves out the rows of a gradebook about its columns', async () => {
    const { rows, out } = await read(
      'Student,ID,Essay',
      '    Points Possible,,100',
      '"Sol, Ana",771,88',
      '"Student, Test",,0',
      '"Test, Student",772,81',
    );
    expect(rows).toEqual(['Sol, Ana|771|88', 'Test, Student|772|81']);
    expect(out).toEqual([
      '2 a row about the columns: "Points Possible"',
      '4 a student that the gradebook made up: "Student, Test"',
    ]);
  });

  it('reads a single column whose lines end in a semicolon', async () => {
    expect((await read('email;', 'ana@mar.example;', 'ben@mar.example;')).rows).toEqual([
      'ana@mar.example',
      'ben@mar.example',
    ]);
  });
});
