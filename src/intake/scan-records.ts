// Delimited text (RFC 4180) to records: cells cut at the delimiter, quoted cells closed where they must be. A record that is
// out of order is its first line alone, and reading goes on with the next: so that nothing is lost without being named.

export interface Dialect {
  readonly delimiter: string;
  /** `\n` takes `\r\n` too. */
  readonly lineBreak: '\n' | '\r';
  /** A quotation mark inside a cell that is not quoted is taken as it stands: 5'10". */
  readonly literalQuotes: boolean;
}

/** Why a record could not be read. `inside`: a quotation mark in a cell that is not quoted. */
export type Fault = 'inside' | 'after-closing' | 'never-closed';

export type Scanned =
  /** `quoted`: some cell may stand in quotation marks, and hold line breaks. */
  | { readonly cells: string[]; readonly quoted: boolean }
  /** `cell`: 1-based, where the fault is. */
  | { readonly fault: Fault; readonly cell: number };

/**
 * The records of `text`, and where the first incomplete one begins. `last`: no more text follows, so that the end of the
 * text ends the last record. A quoted cell of more than `longest` characters counts as never closed.
 */
export function scanRecords(
  text: string,
  dialect: Dialect,
  last: boolean,
  longest = Infinity,
): { readonly records: readonly Scanned[]; readonly rest: number } {
  const { delimiter, lineBreak } = dialect;
  const records: Scanned[] = [];
  let start = 0;
  // The next quotation mark, looked for again only when the scan has passed it.
  let quote = text.indexOf('"');
  while (start < text.length) {
    let end = text.indexOf(lineBreak, start);
    if (end < 0) {
      if (!last) return { records, rest: start };
      end = text.length;
    }
    if (quote >= 0 && quote < start) quote = text.indexOf('"', start);
    if (quote < 0 || quote > end) {
      records.push({ cells: text.slice(start, lineEnd(text, start, end)).split(delimiter), quoted: false });
      start = end + 1;
      continue;
    }
    const record = quotedRecord(text, start, dialect, last);
    if ('next' in record) {
      records.push(record);
      start = record.next;
      continue;
    }
    if (record.fault === 'never-closed' && !last && text.length - start <= longest) return { records, rest: start };
    records.push(record);
    start = end + 1;
  }
  return { records, rest: text.length };
}

/** A carriage return before the line break belongs to it. */
function lineEnd(text: string, start: number, end: number): number {
  return end > start && text.charCodeAt(end) === 10 && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** A record that has quotation marks, cell by cell. Never closed: or not within this text. */
function quotedRecord(
  text: string,
  start: number,
  { delimiter, lineBreak, literalQuotes }: Dialect,
  last: boolean,
):
  | { readonly cells: string[]; readonly quoted: true; readonly next: number }
  | { readonly fault: Fault; readonly cell: number } {
  const cells: string[] = [];
  const fault = (what: Fault): { fault: Fault; cell: number } => ({ fault: what, cell: cells.length + 1 });
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let doubled = false;
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text.charCodeAt(close + 1) === 34) {
        doubled = true;
        close = text.indexOf('"', close + 2);
      }
      // What follows a closing mark must be seen: it may be a doubled one, or half a line break.
      if (close < 0 || (close + 2 >= text.length && !last)) return fault('never-closed');
      const after = text.charCodeAt(close + 1);
      const ends = close + 1 >= text.length || text.startsWith(delimiter, close + 1) || text[close + 1] === lineBreak;
      if (!ends && !(after === 13 && text.charCodeAt(close + 2) === 10)) return fault('after-closing');
      const cell = text.slice(at + 1, close);
      cells.push(doubled ? cell.replaceAll('""', '"') : cell);
      at = close + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const line = text.indexOf(lineBreak, at);
      if (line < 0 && !last) return fault('never-closed');
      const lineOrEnd = line < 0 ? text.length : line;
      const end = next < 0 || next > lineOrEnd ? lineEnd(text, at, lineOrEnd) : next;
      const cell = text.slice(at, end);
      if (!literalQuotes && cell.includes('"')) return fault('inside');
      cells.push(cell);
      at = end;
    }
    if (at >= text.length) return { cells, quoted: true, next: at };
    if (text.startsWith(delimiter, at)) at += delimiter.length;
    else return { cells, quoted: true, next: at + (text[at] === lineBreak ? 1 : 2) };
  }
}
