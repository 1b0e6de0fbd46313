// If these fail, a file is read otherwise than csv-parse, the reader everybody else has, reads it; or a line is lost in silence.
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { longestRecord, readRecords, type Dialect, type ReadRecord } from '../../src/intake/read-records.ts';

const byCsvParse = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n'] });

/** Text in pieces, as it comes from a file: what is not read of one piece stands before the next. */
function inPieces(text: string, delimiter: string, size: number, looseQuotes = false): readonly ReadRecord[] {
  const dialect: Dialect = { delimiter, lineBreak: '\n', looseQuotes };
  function* pieces(): Generator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  return [...readRecords(pieces(), dialect, longestRecord)].flat();
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'zwei', ' ', 'é', '"', 'x"y', 'a,b', 'l1\nl2', 'l1\r\nl2', ';', '\t', '\r', '""'),
  fc.string({ maxLength: 6 }),
);

describe('readRecords', () => {
  it('reads any table as csv-parse does, whatever the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, lineBreak, ended, size) => {
          const write = (text: string): string =>
            /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(write).join(delimiter)).join(lineBreak) + (ended ? lineBreak : '');
          expect(inPieces(text, delimiter, size)).toMatchObject(
            byCsvParse(text, delimiter).map((cells) => ({ cells })),
          );
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });

  const anyText = fc
    .array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '""', '\r\n'), { maxLength: 24 })
    .map((parts) => parts.join(''));

  it('of any text at all, reads what csv-parse reads where that finds nothing wrong', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 5 }), (text, size) => {
        const scanned = inPieces(text, ',', size);
        if (scanned.some((record) => 'fault' in record)) expect(() => byCsvParse(text, ',')).toThrow();
        else expect(scanned).toMatchObject(byCsvParse(text, ',').map((cells) => ({ cells })));
      }),
      { numRuns: 5000, seed: 4 },
    );
  });

  it('reads the same whatever the pieces, broken lines too', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 5 }), (text, size) => {
        const plain = (records: readonly ReadRecord[]): unknown[] =>
          records.map((record) => ('fault' in record ? record : record.cells));
        expect(plain(inPieces(text, ',', size))).toEqual(plain(inPieces(text, ',', Math.max(1, text.length))));
      }),
      { numRuns: 5000, seed: 5 },
    );
  });

  it('does not wait for the end of a large file to say that a quotation mark is never closed, and reads on after it', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `${n},person ${n}\n`);
    const text = `a,b\n1,"Gus\n${lines.join('')}`;
    let asked = 0;
    function* pieces(): Generator<string> {
      for (let at = 0; at < text.length; at += 64) {
        asked++;
        yield text.slice(at, at + 64);
      }
    }
    const longest = 500;
    const seen: ReadRecord[] = [];
    let whenNamed = 0;
    for (const records of readRecords(pieces(), { delimiter: ',', lineBreak: '\n', looseQuotes: true }, longest)) {
      seen.push(...records);
      if (whenNamed === 0 && records.some((record) => 'fault' in record)) whenNamed = asked;
    }
    expect(whenNamed).toBeLessThan(2 + (2 * longest) / 64);
    expect(seen.slice(0, 3)).toMatchObject([
      { cells: ['a', 'b'] },
      { fault: 'never-closed', cell: 2 },
      { cells: ['0', 'person 0'] },
    ]);
    expect(seen).toHaveLength(402);
    expect(seen.at(-1)).toEqual({ cells: ['399', 'person 399'] });
  });

  it('loses no line: a broken one is named, and the next is read', () => {
    const text = '1,"Cy" Dee\n2,Eli\n3,"Gus\n4,Ida\n5,"Jo"\n';
    expect(inPieces(text, ',', 100)).toMatchObject([
      { fault: 'after-closing', cell: 2 },
      { cells: ['2', 'Eli'] },
      { fault: 'after-closing', cell: 2 },
      { cells: ['4', 'Ida'] },
      { cells: ['5', 'Jo'] },
    ]);
  });
});
