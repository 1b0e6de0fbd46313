// If these fail, a damaged workbook looks like a fault of ours, or a sheet is taken in short.
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { memorySource } from '../../src/intake/source.ts';
import { wholeTable, type WholeTable } from '../whole-table.ts';

const book = '<workbook xmlns:r="r"><sheets><sheet name="People" r:id="r1"/></sheets></workbook>';
const relations = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';

function workbook(parts: Readonly<Record<string, string>>): Promise<WholeTable> {
  const all = { 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': relations, ...parts };
  const zipped = zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
  return wholeTable(memorySource('people.xlsx', zipped));
}

const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (line: number, ...cells: string[]): string => `<row r="${line}">${cells.join('')}</row>`;
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

it.each([
  ['a sheet that ends in the middle', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1">' }],
  ['a sheet that is not there', {}],
  ['a list of sheets that is no XML', { 'xl/workbook.xml': '<workbook>&nope;' }],
  ['strings that are no XML', { 'xl/sharedStrings.xml': '<sst><si>', 'xl/worksheets/sheet1.xml': sheet('') }],
])('says that a workbook with %s is damaged', async (_, parts) => {
  await expect(workbook(parts)).rejects.toMatchObject({ code: 'broken-workbook', exitCode: 65 });
});

it('says so of a sheet that goes wrong far below its first rows', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => row(index + 2, cell(`A${index + 2}`, `p${index}`)));
  const broken = sheet(`${row(1, cell('A1', 'id'))}${rows.join('')}`).replace('p29000<', 'p29000<<');
  await expect(workbook({ 'xl/worksheets/sheet1.xml': broken })).rejects.toMatchObject({ code: 'broken-workbook' });
});

it('puts a cell under its own heading where the cells before it are left out of the file', async () => {
  const table = await workbook({
    'xl/worksheets/sheet1.xml': sheet(
      row(1, cell('A1', 'id'), cell('B1', 'email'), cell('C1', 'topic')) +
        row(2, cell('A2', '1'), cell('C2', 'exams')) +
        row(4, cell('A4', '2'), cell('B4', 'b@x.edu')),
    ),
  });
  expect(table.rows).toEqual([
    { line: 2, cells: ['1', '', 'exams'] },
    { line: 4, cells: ['2', 'b@x.edu', ''] },
  ]);
});

const sheets = (content: Readonly<Record<string, string>>): Promise<WholeTable> => {
  const names = Object.keys(content);
  const list = names.map((name, index) => `<sheet name="${name}" r:id="r${index + 1}"/>`).join('');
  const targets = names.map((_, index) => `<Relationship Id="r${index + 1}" Target="worksheets/s${index + 1}.xml"/>`);
  return workbook({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/s${index + 1}.xml`, content[name] ?? ''])),
  });
};
const list = (name: string): string =>
  sheet(
    row(1, cell('A1', 'Name'), cell('B1', 'Email')) +
      row(2, cell('A2', name), cell('B2', `${name.toLowerCase()}@mar.example`)),
  );
const note = sheet(row(1, cell('A1', 'Please fill in the next sheet.')));

it('a cell merged over several rows belongs to all of them, one merged along a row to its own column', async () => {
  const merged = sheet(
    row(1, cell('A1', 'School'), cell('B1', 'Name')) +
      row(2, cell('A2', 'North'), cell('B2', 'Ana')) +
      row(3, cell('B3', 'Ben')) +
      row(4, cell('B4', 'Cleo')),
  ).replace(
    '</sheetData>',
    '</sheetData><mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B4:C4"/></mergeCells>',
  );
  const table = await workbook({ 'xl/worksheets/sheet1.xml': merged });
  expect(table.rows.map(({ cells }) => cells.join('|'))).toEqual(['North|Ana', 'North|Ben', '|Cleo']);
  expect(table.reading.mergedDown).toBe(1);
});

it('passes over a sheet of instructions to the only list, and asks where there are several', async () => {
  expect((await sheets({ 'Read me': list('Field'), People: list('Ana') })).rows[0]?.cells[0]).toBe('Ana');
  expect((await sheets({ Start: note, People: list('Ana') })).reading.sheet).toBe('People');
  expect((await sheets({ People: list('Ana'), More: list('Ben') })).reading.sheet).toBe('People');
  await expect(sheets({ Start: note, Mentors: list('Ana'), 'All mentees': list('Ben') })).rejects.toMatchObject({
    code: 'which-sheet',
    hint: expect.stringContaining('--sheet Mentors, --sheet "All mentees"') as string,
  });
});
