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
