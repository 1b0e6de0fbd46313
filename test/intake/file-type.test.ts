// If these fail, somebody with a sheet of another program is told what does not help, or the program dies of a file.
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import { openTable } from '../../src/intake/open-table.ts';
import { memorySource } from '../../src/intake/source.ts';

const open = (bytes: Uint8Array): Promise<unknown> => openTable(memorySource('people.bin', bytes));
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const container = (text: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(text, 'utf16le'),
  ]);

const cases: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
  [
    '.ods',
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<x/>',
      'META-INF/manifest.xml': '<x/>',
    }),
    'other-workbook',
    /LibreOffice.*\.xlsx/,
  ],
  ['.xlsb', zip({ 'xl/workbook.bin': 'x' }), 'other-workbook', /Excel.*\.xlsx/],
  ['.numbers', zip({ 'Index/Document.iwa': 'x' }), 'other-workbook', /Numbers.*Export/],
  ['.docx', zip({ 'word/document.xml': '<x/>' }), 'other-workbook', /table into a spreadsheet/],
  ['a zip of CSV files', zip({ 'people.csv': 'a,b\n' }), 'not-a-workbook', /Unpack/],
  ['a password', container('EncryptedPackage'), 'has-password', /without one/],
  ['.xls', container('Workbook'), 'old-workbook', /\.xlsx/],
  ['HTML named .xls', strToU8('<html><body><table><tr><td>a</td></tr></table></body></html>'), 'is-web-page', /\.xlsx/],
  [
    'HTML in UTF-16',
    Buffer.from('\ufeff<html><body><table><tr><td>a</td></tr></table>', 'utf16le'),
    'is-web-page',
    /\.xlsx/,
  ],
  [
    'XML of 2003',
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
    'is-web-page',
    /Open it in a spreadsheet.*\.xlsx/,
  ],
  [
    'a page in one file',
    strToU8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n<table>'),
    'is-web-page',
    /Open it in a spreadsheet/,
  ],
  ['a page to sign in', strToU8('<!DOCTYPE html><html><form>Sign in</form></html>'), 'is-web-page', /sign in/],
  ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'not-a-workbook', /Unpack/],
  ['RTF', strToU8('{\\rtf1 a table}'), 'not-a-table', /spreadsheet/],
];

describe('a file of another kind', () => {
  it.each(cases)('%s is called by its name, with a way on', async (_, bytes, code, hint) => {
    await expect(open(bytes)).rejects.toMatchObject({
      code,
      exitCode: 65,
      hint: expect.stringMatching(hint) as string,
    });
  });
});

const book = '<workbook xmlns:r="r"><sheets><sheet name="People" r:id="r1"/></sheets></workbook>';
const sheet = (rows: string): Uint8Array =>
  zip({ 'xl/workbook.xml': book, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` });

describe('a workbook that would take all memory', () => {
  it.each(['ZZZZZZ3', 'XFE1', 'zzzz1'])('with a cell %s is damaged', async (reference) => {
    const bytes = sheet(`<row r="1"><c r="${reference}" t="inlineStr"><is><t>x</t></is></c></row>`);
    await expect(open(bytes)).rejects.toMatchObject({
      code: 'broken-workbook',
      message: expect.stringMatching(/XFD/) as string,
    });
  });

  it('with a look far to the right, and nothing in it, is as wide as what it holds', async () => {
    const cell = (reference: string): string => `<c r="${reference}" t="inlineStr"><is><t>x</t></is></c>`;
    const bytes = sheet(
      `<row r="1">${cell('A1')}${cell('B1')}<c r="XFD1" s="0"/></row><row r="2">${cell('A2')}${cell('B2')}</row>`,
    );
    await expect(open(bytes)).resolves.toMatchObject({ headings: ['x', 'x'] });
  });

  it('with rows as long as the sheet is wide is refused before it fills the memory', async () => {
    const first =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row>';
    const more = Array.from({ length: 7000 }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}"><v>1</v></c></row>`);
    await expect(open(sheet(first + more.join('')))).rejects.toMatchObject({ code: 'workbook-too-large' });
  });

  it('does not believe a zip that says its parts are small', async () => {
    const [name, data] = ['xl/workbook.xml', deflateRawSync(Buffer.alloc(40e6, 0x20))];
    const bytes = zipSaying(name, data, { packed: data.length, unpacked: 100 });
    const failure = await open(bytes).catch((error: unknown) => error as Failure);
    expect(failure).toMatchObject({ exitCode: 65 });
  });

  it('does not believe one that says it was larger when it was packed', async () => {
    const data = deflateRawSync(Buffer.alloc(1000, 0x20));
    const bytes = zipSaying('xl/workbook.xml', data, { packed: 0x7fffffff, unpacked: 400e6 });
    await expect(open(bytes)).rejects.toMatchObject({ exitCode: 65 });
  });
});

/** A zip of one part whose sizes are as stated, whatever they are. */
function zipSaying(
  name: string,
  data: Uint8Array,
  { packed, unpacked }: { readonly packed: number; readonly unpacked: number },
): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(unpacked, 22);
  head.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  head.copy(central, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([head, Buffer.from(name), data, central, Buffer.from(name), end]);
}
