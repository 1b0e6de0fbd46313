// If these fail, a file that an office really exports is read wrongly or refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { readBytes, readTable } from '../../src/intake/read-table.ts';

const fixture = (name: string): ReturnType<typeof readTable> => readTable(readBytes(`fixtures/${name}`), name);
const text = (content: string): ReturnType<typeof readTable> => readTable(Buffer.from(content), 'file.csv');
const failureOf = (work: () => unknown): Failure => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

describe('readTable', () => {
  it('German Excel: Windows-1252, semicolons, title lines, a totals line', () => {
    const table = fixture('excel-german-windows1252-semicolon.csv');
    expect(table.reading).toMatchObject({
      encoding: 'Windows-1252',
      guessed: true,
      delimiter: 'semicolons',
      headingLine: 4,
    });
    expect(table.headings.slice(0, 3)).toEqual(['Vorname', 'Nachname', 'E-Mail']);
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['Jürgen', 'Müller']);
    expect(table.leftOut.map(({ line }) => line)).toEqual([1, 2, 15]);
  });

  it('UTF-16 with tabs keeps leading zeros', () => {
    const table = fixture('excel-unicode-text-utf16le.txt');
    expect(table.reading).toMatchObject({ encoding: 'UTF-16LE', delimiter: 'tabs' });
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['00012', 'Anaïs']);
  });

  it('Qualtrics: three heading rows, previews and unfinished answers left out', () => {
    const table = fixture('qualtrics-three-header-rows.csv');
    expect(table.reading.origin).toBe('qualtrics');
    expect(table.headings).toContain('Do you want to be a mentor or a mentee?');
    expect(table.leftOut.map(({ why }) => why)).toContain('a preview of the survey');
    expect(table.leftOut.filter(({ why }) => why === 'an unfinished answer')).toHaveLength(2);
  });

  it('a row too short is bad, with its line, and is not moved into the wrong columns', () => {
    const table = text('name,email,phone\nA,a@b.cd,1\nB,2\n');
    expect(table.rows).toHaveLength(1);
    expect(table.issues[0]).toMatchObject({ code: 'ragged-row', where: { line: 3 } });
  });

  it('empty cells too many are harmless; a data: picture split at its comma is joined again', () => {
    expect(text('a,b\n1,2,,\n').rows[0]?.cells).toEqual(['1', '2']);
    expect(text('a,b\n1,data:image/png;base64,AAAA\n').rows[0]?.cells).toEqual(['1', 'data:image/png;base64,AAAA']);
  });

  it('sep= line, carriage returns alone, headings again, blank rows', () => {
    expect(text('sep=;\na;b\n1,5;2\n').rows[0]).toEqual({ line: 3, cells: ['1,5', '2'] });
    expect(text('a,b\r1,2\r').rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
    expect(text('a,b\n1,2\na,b\n,\n3,4\n').leftOut.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('lines are those of an editor, also below a cell with line breaks', () => {
    expect(text('a,b\n"1\n1",2\n3,4\n').rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('refuses what is no table, saying what it is', () => {
    expect(failureOf(() => text('')).code).toBe('empty-file');
    expect(failureOf(() => text('<html><body>')).code).toBe('html');
    expect(failureOf(() => text('PK\u0003\u0004xxxx')).code).toBe('workbook');
    expect(failureOf(() => text('a,b\n"1,2\n')).where?.line).toBeGreaterThanOrEqual(2);
    expect(failureOf(() => readBytes('no-such-file.csv')).exitCode).toBe(66);
    expect(failureOf(() => readBytes('fixtures')).code).toBe('is-folder');
  });

  it('never crashes on any bytes: a table or a Failure', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          readTable(bytes, 'fuzz.csv');
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});
