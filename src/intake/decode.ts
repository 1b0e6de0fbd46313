// Bytes to text: which encoding a file is in, said when it was guessed, and never a silent replacement character.
import { isUtf8 } from 'node:buffer';
import { Failure } from '../domain/failure.ts';
import { headOf, type Source } from './source.ts';
import { fromWindows1252 } from './windows-1252.ts';

export interface Encoding {
  /** As a person is told: `UTF-8`, `Windows-1252`, or the label that was asked for. */
  readonly name: string;
  /** True when the bytes alone did not say so. */
  readonly guessed: boolean;
  /** Where guessed: a word that only reads right in this encoding, for a person to judge. */
  readonly example?: string;
}

/**
 * Reads the whole source once: an invalid byte in the last line decides as much as one in the first. Failures: an encoding
 * that is asked for and is not the file's, and bytes that are in none.
 */
export async function findEncoding(source: Source, wanted?: string): Promise<Encoding> {
  const head = headOf(source, 4096);
  if (wanted !== undefined) {
    drain(decodePieces(source, { name: wanted, guessed: false }));
    return { name: wanted, guessed: false };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'UTF-16LE', guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'UTF-16BE', guessed: false };
  const zeros = zeroBytes(head);
  if (zeros !== undefined) return { name: zeros, guessed: true };
  // ISO-2022-JP is ASCII with escapes, and would pass for UTF-8.
  if (Buffer.from(head).includes('\x1b$B')) return { name: 'ISO-2022-JP', guessed: true };
  if (isUtf8Throughout(source)) return { name: 'UTF-8', guessed: false };
  const line = strayLine(source);
  if (line !== undefined) throw strayBytes(source.name, line);
  const { guessEncoding } = await import('./guess-encoding.ts');
  const guess = guessEncoding(wordsBeyondAscii(source));
  if (guess === undefined) throw whichEncoding(source.name);
  return { ...guess, guessed: true };
}

/** Piece by piece, cut where no letter is cut: before what follows the last ASCII byte. */
function isUtf8Throughout(source: Source): boolean {
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of source.pieces()) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let end = bytes.length;
    while (end > 0 && (bytes[end - 1] ?? 0) > 0x7f) end--;
    if (!isUtf8(bytes.subarray(0, end))) return false;
    rest = bytes.slice(end);
  }
  return isUtf8(rest);
}

/** What a detector is shown, in bytes: more tells it nothing more. */
const mostShown = 1 << 15;

/**
 * The cells that hold bytes beyond ASCII, a line each: the rest of a file would drown them. Cut where no encoding has half a
 * letter: the second byte of a letter may be `|` or a backslash, and is none of these.
 */
function wordsBeyondAscii(source: Source): Uint8Array {
  const shown = new Uint8Array(mostShown);
  let [length, start, beyond] = [0, 0, false];
  for (const piece of source.pieces()) {
    for (const byte of piece) {
      if (byte > 0x2f && byte !== 0x3b) {
        if (byte > 0x7f) beyond = true;
      } else if (byte !== 0x20 && byte !== 0x27 && byte !== 0x2d && byte !== 0x2e) {
        if (!beyond) length = start;
        else if (length > start) shown[length++] = 0x0a;
        [start, beyond] = [length, false];
        continue;
      }
      if (length >= mostShown) return shown.slice(0, start);
      shown[length++] = byte;
    }
  }
  return shown.slice(0, beyond ? length : start);
}

/**
 * The first line that is no UTF-8 where most lines with such letters are: two files were put together, and any one encoding
 * would spoil the names of the larger part.
 */
function strayLine(source: Source): number | undefined {
  let [line, sound, first, strays] = [1, 0, 0, 0];
  const judge = (bytes: Uint8Array): void => {
    if (!bytes.some((byte) => byte > 0x7f)) return;
    if (isUtf8(bytes)) sound++;
    else {
      strays++;
      first ||= line;
    }
  };
  let rest: Uint8Array = new Uint8Array(0);
  for (const piece of source.pieces()) {
    const bytes = Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      judge(bytes.subarray(start, end));
      line++;
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  judge(rest);
  return sound > 2 * strays ? first : undefined;
}

function strayBytes(source: string, line: number): Failure {
  return new Failure('bad-data', {
    code: 'wrong-encoding',
    message: 'most of the file is UTF-8, and this line is not: files of two encodings were put together',
    where: { source, line },
    hint: 'Type its letters anew in an editor and save the file as UTF-8, or import the parts one after the other.',
  });
}

function whichEncoding(source: string): Failure {
  return new Failure('bad-data', {
    code: 'wrong-encoding',
    message:
      'the encoding of the file cannot be told: it is no UTF-8, and read as any other it holds signs no text has',
    where: { source },
    hint: 'Export it again as CSV UTF-8, or say its encoding, e.g. --encoding windows-1250 or --encoding shift_jis.',
  });
}

/** The text, piece by piece, without a byte-order mark. Failures: an unknown or a wrong encoding, a NUL byte. */
export function* decodePieces(source: Source, encoding: Encoding): Generator<string, void, undefined> {
  const decode = decoderOf(encoding.name, source.name);
  let first = true;
  let line = 1;
  for (const piece of source.pieces()) {
    const text = decode(piece, false);
    if (text.includes('\0')) throw nulByte(source.name, line + breaksIn(text.slice(0, text.indexOf('\0'))));
    line += breaksIn(text);
    yield first ? text.replace(/^\ufeff/, '') : text;
    if (text !== '') first = false;
  }
  const rest = decode(new Uint8Array(0), true);
  if (rest !== '') yield rest;
}

function nulByte(source: string, line: number): Failure {
  return new Failure('bad-data', {
    code: 'nul-byte',
    message: 'there is a NUL byte here, which no text has: the file is damaged, or is not text',
    where: { source, line },
    hint: 'Export it again; if it is UTF-16, say --encoding utf-16le.',
  });
}

/** Line breaks of the text; carriage returns count where there are no others. */
function breaksIn(text: string): number {
  const mark = text.includes('\n') ? '\n' : '\r';
  let breaks = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) breaks++;
  return breaks;
}

/** Reads to the end, for the failures on the way. */
function drain(pieces: Generator<string, void, undefined>): void {
  while (pieces.next().done !== true);
}

function decoderOf(label: string, source: string): (bytes: Uint8Array, last: boolean) => string {
  if (/^(windows-1252|cp1252|latin-?1|iso-8859-1)$/i.test(label)) return fromWindows1252;
  const refuse = (unknown: boolean, cause: unknown): Failure =>
    new Failure('bad-data', {
      code: unknown ? 'unknown-encoding' : 'wrong-encoding',
      message: unknown ? `no encoding is called "${label}"` : `the file is not ${label}`,
      where: { source },
      hint: unknown
        ? 'For example: utf-8, windows-1252, windows-1250, macintosh, utf-16le, shift_jis, gb18030.'
        : 'Leave --encoding out, or name the right one.',
      cause,
    });
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label === 'Mac Roman' ? 'macintosh' : label, { fatal: true });
  } catch (cause) {
    throw refuse(true, cause);
  }
  return (bytes, last) => {
    try {
      return decoder.decode(bytes, { stream: !last });
    } catch (cause) {
      throw refuse(false, cause);
    }
  };
}

/** UTF-16 without a mark: text of mostly Latin letters has a zero in every second byte. */
function zeroBytes(head: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  let [even, odd] = [0, 0];
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const half = head.length / 2;
  if (odd > 0.6 * half && even < 0.1 * half) return 'UTF-16LE';
  if (even > 0.6 * half && odd < 0.1 * half) return 'UTF-16BE';
  return undefined;
}
