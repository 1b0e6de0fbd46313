// Records of regular delimited text, fast: cells cut at the delimiter, quoted cells closed where they must be. At the first
// thing out of the ordinary it stops, and leaves the record to csv-parse, which can say what is wrong with it.

export interface Scanned {
  readonly records: string[][];
  /** Where the first record begins that was not read: incomplete at the end of the text, or irregular. */
  readonly rest: number;
  readonly irregular: boolean;
}

/**
 * `last`: no more text follows, so that the end of the text ends the last record. Line breaks are `\n` or `\r\n`.
 * A text of `""` quotes, delimiters and line breaks only; a quotation mark inside a cell that is not quoted is irregular.
 */
export function scanRecords(text: string, delimiter: string, last: boolean): Scanned {
  const records: string[][] = [];
  let start = 0;
  // The next quotation mark, looked for again only when the scan has passed it.
  let quote = text.indexOf('"');
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) {
      if (!last) return { records, rest: start, irregular: false };
      end = text.length;
    }
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
    if (quote < 0 || quote > end) {
      records.push(text.slice(start, lineEnd(text, start, end)).split(delimiter));
      start = end + 1;
      continue;
    }
    const record = quotedRecord(text, start, delimiter, last);
    if (typeof record === 'string') return { records, rest: start, irregular: record === 'irregular' };
    records.push(record.cells);
    start = record.next;
  }
  return { records, rest: text.length, irregular: false };
}

/** A carriage return before the line break belongs to it. */
function lineEnd(text: string, start: number, end: number): number {
  return end > start && end < text.length && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** A record that has quotation marks, cell by cell. */
function quotedRecord(
  text: string,
  start: number,
  delimiter: string,
  last: boolean,
): { readonly cells: string[]; readonly next: number } | 'incomplete' | 'irregular' {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let doubled = false;
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === 34) {
        doubled = true;
        close = text.indexOf('"', close + 2);
      }
      // What follows a closing mark must be seen, or it may be a doubled one.
      if (close < 0 || (close + 2 >= text.length && !last)) return last && close < 0 ? 'irregular' : 'incomplete';
      const cell = text.slice(at + 1, close);
      cells.push(doubled ? cell.replaceAll('""', '"') : cell);
      at = close + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const line = text.indexOf('\n', at);
      if (line < 0 && !last) return 'incomplete';
      const lineOrEnd = line < 0 ? text.length : line;
      const end = next < 0 || next > lineOrEnd ? lineEnd(text, at, lineOrEnd) : next;
      const cell = text.slice(at, end);
      if (cell.includes('"')) return 'irregular';
      cells.push(cell);
      at = end;
    }
    if (at >= text.length) return { cells, next: at };
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length;
      continue;
    }
    if (text.charCodeAt(at) === 10) return { cells, next: at + 1 };
    if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) return { cells, next: at + 2 };
    return 'irregular';
  }
}
