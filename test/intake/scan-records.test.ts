// If these fail, the fast way through a regular file reads it differently from csv-parse, or takes broken text for sound.
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { scanRecords } from '../../src/intake/scan-records.ts';

const byCsvParse = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n'] });

/** Text in pieces, as it comes from a file: what is not read of one piece stands before the next. */
function inPieces(text: string, delimiter: string, size: number): string[][] | 'irregular' {
  const records: string[][] = [];
  let rest = '';
  for (let at = 0; at < Math.max(1, text.length); at += size) {
    const piece = rest + text.slice(at, at + size);
    const scanned = scanRecords(piece, delimiter, at + size >= text.length);
    if (scanned.irregular) return 'irregular';
    records.push(...scanned.records);
    rest = piece.slice(scanned.rest);
  }
  return records;
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', 'zwei', ' ', 'é', '"', 'x"y', 'a,b', 'l1\nl2', 'l1\r\nl2', ';', '\t', '\r', '""'),
  fc.string({ maxLength: 6 }),
);

describe('scanRecords', () => {
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
          expect(inPieces(text, delimiter, size)).toEqual(byCsvParse(text, delimiter));
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('of any text at all, reads what csv-parse reads or says that it is irregular', () => {
    const text = fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '""', '\r\n'), { maxLength: 24 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (parts, size) => {
        const all = parts.join('');
        const scanned = inPieces(all, ',', size);
        if (scanned !== 'irregular') expect(scanned).toEqual(byCsvParse(all, ','));
      }),
      { numRuns: 5000, seed: 4 },
    );
  });
});
