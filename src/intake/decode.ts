// Bytes to text: which encoding a file is in, said when it was guessed, and never a silent replacement character.
import { Failure } from '../domain/failure.ts';
import { headOf, type Source } from './source.ts';

export interface Encoding {
  /** As a person is told: `UTF-8`, `Windows-1252`, or the label that was asked for. */
  readonly name: string;
  /** True when the bytes alone did not say so. */
  readonly guessed: boolean;
  /** Where guessed: a word that only reads right in this encoding, for a person to judge. */
  readonly example?: string;
}

/** Reads the whole source once: an invalid byte in the last line decides as much as one in the first. */
export function findEncoding(source: Source, wanted?: string): Encoding {
  const head = headOf(source, 4096);
  if (wanted !== undefined) {
    drain(decodePieces(source, { name: wanted, guessed: false }));
    return { name: wanted, guessed: false };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'UTF-16LE', guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'UTF-16BE', guessed: false };
  const zeros = zeroBytes(head);
  if (zeros !== undefined) return { name: zeros, guessed: true };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of source.pieces()) decoder.decode(piece, { stream: true });
    decoder.decode();
    return { name: 'UTF-8', guessed: false };
  } catch {
    const example = exampleWord(source);
    return { name: 'Windows-1252', guessed: true, ...(example === undefined ? {} : { example }) };
  }
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

function exampleWord(source: Source): string | undefined {
  for (const text of decodePieces(source, { name: 'Windows-1252', guessed: true })) {
    const word = /\p{L}*[\u00c0-\u00ff]\p{L}*/u.exec(text)?.[0];
    if (word !== undefined) return word;
  }
  return undefined;
}

/** Bytes 0x80-0x9f of Windows-1252. Node 20's own decoder reads them as control characters (Latin-1). */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (char) => upperControls[char.charCodeAt(0) - 0x80] ?? char);
}

function decoderOf(label: string, source: string): (bytes: Uint8Array, last: boolean) => string {
  if (/^(windows-1252|cp1252|latin-?1|iso-8859-1)$/i.test(label)) return windows1252;
  const refuse = (unknown: boolean, cause: unknown): Failure =>
    new Failure('bad-data', {
      code: unknown ? 'unknown-encoding' : 'wrong-encoding',
      message: unknown ? `no encoding is called "${label}"` : `the file is not ${label}`,
      where: { source },
      hint: unknown
        ? 'For example: utf-8, windows-1252, macintosh, utf-16le, shift_jis.'
        : 'Leave --encoding out, or name the right one.',
      cause,
    });
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
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
