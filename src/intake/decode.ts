// Bytes to text: which encoding a file is in, said when it was guessed, and never a silent replacement character.
import { Failure } from '../domain/failure.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** True when the bytes alone did not say so. */
  readonly guessed: boolean;
  /** Where guessed: a word that only reads right in this encoding, for a person to judge. */
  readonly example?: string;
}

/** Decodes a whole file; `wanted` is an encoding label of the WHATWG Encoding Standard, e.g. `macintosh`. */
export function decode(bytes: Uint8Array, source: string, wanted?: string): Decoded {
  refuseOtherFiles(bytes, source);
  if (wanted !== undefined) return { text: decodeAs(bytes, wanted, source), encoding: wanted, guessed: false };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: decodeAs(bytes, 'utf-8', source), encoding: 'UTF-8', guessed: false };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decodeAs(bytes, 'utf-16le', source), encoding: 'UTF-16LE', guessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decodeAs(bytes, 'utf-16be', source), encoding: 'UTF-16BE', guessed: false };
  const zeros = zeroBytes(bytes);
  if (zeros !== undefined)
    return { text: decodeAs(bytes, zeros, source), encoding: zeros.toUpperCase(), guessed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', guessed: false };
  } catch {
    const text = windows1252(bytes);
    const example = /\p{L}*[\u00c0-\u00ff]\p{L}*/u.exec(text)?.[0];
    return { text, encoding: 'Windows-1252', guessed: true, ...(example === undefined ? {} : { example }) };
  }
}

/** Bytes 0x80-0x9f of Windows-1252. Node 20's own decoder reads them as control characters (Latin-1). */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (char) => upperControls[char.charCodeAt(0) - 0x80] ?? char);
}

function decodeAs(bytes: Uint8Array, label: string, source: string): string {
  if (/^(windows-1252|cp1252|latin-?1|iso-8859-1)$/i.test(label)) return windows1252(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    const unknown = cause instanceof RangeError;
    throw new Failure('bad-data', {
      code: unknown ? 'unknown-encoding' : 'wrong-encoding',
      message: unknown ? `no encoding is called "${label}"` : `the file is not ${label}`,
      where: { source },
      hint: unknown
        ? 'For example: utf-8, windows-1252, macintosh, utf-16le, shift_jis.'
        : 'Leave --encoding out, or name the right one.',
      cause,
    });
  }
}

/** UTF-16 without a mark: text of mostly Latin letters has a zero in every second byte. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const half = head.length / 2;
  if (odd > 0.6 * half && even < 0.1 * half) return 'utf-16le';
  if (even > 0.6 * half && odd < 0.1 * half) return 'utf-16be';
  return undefined;
}

/** Files that are something else under the name of a table. */
function refuseOtherFiles(bytes: Uint8Array, source: string): void {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const refuse = (code: string, message: string, hint: string): Failure =>
    new Failure('bad-data', { code, message, where: { source }, hint });
  if (bytes.length === 0) throw refuse('empty-file', 'the file is empty', 'Export it again.');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    throw refuse(
      'workbook',
      'this is a workbook, not a CSV file',
      'In the spreadsheet, use "Save as" or "Download" and choose CSV (UTF-8).',
    );
  }
  if (head.startsWith('%PDF')) throw refuse('pdf', 'this is a PDF, not a table', 'Export the list as CSV.');
  if (/^[\s\u00ef\u00bb\u00bf]*<(!doctype|html|table|\?xml)/i.test(head)) {
    throw refuse(
      'html',
      'this is a web page, not a CSV file',
      'Some sites save the page instead of the export: sign in there and download again.',
    );
  }
}
