// If these fail, a file that an office really exports is read wrongly or refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { fileSource, memorySource } from '../../src/intake/source.ts';
import { sampleRows } from '../../src/intake/table.ts';
import { wholeTable, type WholeTable } from '../whole-table.ts';

const text = (content: string): Promise<WholeTable> => wholeTable(memorySource('file.csv', Buffer.from(content)));

describe('openTable', () => {
  it('a row too short is bad, with its line, and is not moved into the wrong columns', async () => {
    const table = await text('name,email,phone\nA,a@b.cd,1\nB,2\n');
    expect(table.rows).toHaveLength(1);
    expect(table.issues[0]).toMatchObject({ code: 'ragged-row', where: { line: 3 } });
  });

  it('empty cells too many are harmless; a data: picture split at its comma is joined again', async () => {
    expect((await text('a,b\n1,2,,\n')).rows[0]?.cells).toEqual(['1', '2']);
    const pictures = await text('a,b\n1,data:image/png;base64,AAAA\n');
    expect(pictures.rows[0]?.cells).toEqual(['1', 'data:image/png;base64,AAAA']);
  });

  it('lines are those of an editor, below line breaks in cells and below broken records', async () => {
    expect((await text('a,b\n"1\n1",2\n3,4\n')).rows.map(({ line }) => line)).toEqual([2, 4]);
    const broken = await text('a,b\n1,2\n"x "y" z",2\n3,4\n"never closed,5\n6,7\n');
    expect(broken.rows.map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(broken.issues.map(({ code, where }) => [code, where.line])).toEqual([
      ['broken-quoting', 3],
      ['broken-quoting', 5],
    ]);
  });

  it('keeps count of lines and rows beyond the rows it looks at first', async () => {
    const rows = Array.from({ length: sampleRows + 5000 }, (_, index) => `${index},"two\nlines"`);
    const table = await text(`id,note\n${rows.join('\n')}\nTotal,\n`);
    expect(table.rows).toHaveLength(rows.length);
    expect(table.rows.at(-1)).toEqual({ line: 2 * rows.length, cells: [String(rows.length - 1), 'two\nlines'] });
    expect(table.leftOut).toEqual([{ line: 2 * rows.length + 2, why: 'a totals line: "Total"' }]);
  });

  it('reads the same whatever the pieces the bytes come in', async () => {
    const bytes = Buffer.from('näme;ort\n"Zoë; Ünal";Köln\n"a ""b""";x\n');
    const whole = await wholeTable(memorySource('file.csv', bytes));
    for (const size of [1, 2, 3, 7]) {
      const pieces = {
        name: 'file.csv',
        *pieces() {
          // The head must be whole for the kind of file to be told, as it is in a real file.
          for (let at = 0; at < bytes.length; at += at === 0 ? 12 : size)
            yield bytes.subarray(at, at + (at === 0 ? 12 : size));
        },
      };
      expect((await wholeTable(pieces)).rows).toEqual(whole.rows);
    }
  });

  it.each([
    ['an empty file', '', 'empty-file'],
    ['a web page', '<html><body>', 'is-web-page'],
    ['a PDF', '%PDF-1.7', 'is-pdf'],
    ['an old workbook', '\u00d0\u00cf\u0011\u00e0', 'old-workbook'],
    ['a zip of something else', 'PK\u0003\u0004xxxx', 'broken-workbook'],
    ['blank lines', '\n\n,\n', 'no-headings'],
  ])('refuses %s, saying what it is', async (_, content, code) => {
    await expect(wholeTable(memorySource('x.csv', Buffer.from(content, 'latin1')))).rejects.toMatchObject({ code });
  });

  it('says that a file is not there, or is a folder', () => {
    expect(() => fileSource('no-such-file.csv')).toThrow(expect.objectContaining({ code: 'no-such-file' }) as Error);
    expect(() => fileSource('fixtures')).toThrow(expect.objectContaining({ code: 'is-folder' }) as Error);
  });

  it('never crashes on any bytes: a table or a Failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        try {
          await wholeTable(memorySource('fuzz.csv', bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});
