// A letter as an .eml file that any mail program opens as a draft (RFC 5322, 2045, 2047): ASCII only, CRLF, short lines.
import type { CivilDate } from '../domain/civil-date.ts';
import { dayNumber } from '../domain/civil-date.ts';
import { isPlainAddress, oneLine } from './address.ts';

export interface Addressed {
  readonly name: string;
  readonly email: string;
}

/** `day`: the date the draft carries, at noon UTC; the mail program sets its own on sending. */
export function letterFile(letter: {
  readonly from: Addressed;
  readonly to: readonly Addressed[];
  readonly subject: string;
  readonly text: string;
  readonly day: CivilDate;
}): string {
  const headers = [
    'X-Unsent: 1',
    `Date: ${dateHeader(letter.day)}`,
    `From: ${mailbox(letter.from)}`,
    `To: ${letter.to.map(mailbox).join(',\r\n ')}`,
    `Subject: ${words(letter.subject, 'Subject: '.length)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(letter.text)}`;
}

/** Many letters in one file (RFC 4155), as mail programs take in; lines that begin like the next letter are marked. */
export function mboxFile(letters: readonly string[], day: CivilDate): string {
  const weekday = dateHeader(day).slice(0, 3);
  const [year = '', month = '1', date = '1'] = day.split('-');
  const stamp = `${weekday} ${monthNames[Number(month) - 1] ?? 'Jan'} ${String(Number(date)).padStart(2)} 12:00:00 ${year}`;
  return letters
    .map(
      (letter) =>
        `From mentorctl ${stamp}\n${letter
          .replaceAll('\r\n', '\n')
          .replace(/^(>*From )/gm, '>$1')
          .replace(/\n*$/, '\n')}\n`,
    )
    .join('');
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateHeader(day: CivilDate): string {
  const weekday = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'][((dayNumber(day) % 7) + 7) % 7] ?? 'Thu';
  const [year = '', month = '1', date = '1'] = day.split('-');
  return `${weekday}, ${date} ${monthNames[Number(month) - 1] ?? 'Jan'} ${year} 12:00:00 +0000`;
}

function mailbox({ name, email }: Addressed): string {
  if (!isPlainAddress(email)) throw new RangeError('an address that no header may hold');
  const plain = oneLine(name);
  if (plain === '' || plain === email) return email;
  if (/^[A-Za-z0-9 ]{1,60}$/.test(plain)) return `${plain} <${email}>`;
  return `${encodedWords(plain, 8)}\r\n <${email}>`;
}

/** Unstructured header text: as it is where it is short, plain ASCII, else as encoded words. */
function words(text: string, column: number): string {
  const plain = oneLine(text);
  return /^[ -~]*$/.test(plain) && !plain.includes('=?') && plain.length + column <= 76
    ? plain
    : encodedWords(plain, column);
}

/** RFC 2047 Q encoding; no word beyond 75 characters, none splits a character, each on a line of its own. */
function encodedWords(text: string, column: number): string {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    const coded = /[A-Za-z0-9]/.test(char) ? char : char === ' ' ? '_' : hexOf(char);
    if (line.length + coded.length > 75 - '=?utf-8?Q??='.length - (lines.length === 0 ? column : 1)) {
      lines.push(line);
      line = '';
    }
    line += coded;
  }
  return [...lines, line].map((part) => `=?utf-8?Q?${part}?=`).join('\r\n ');
}

/** RFC 2045 quoted-printable: lines of 76 characters at most, ended by CRLF. */
function quotedPrintable(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n').split('\n');
  return lines.map(printableLine).join('\r\n');
}

function printableLine(line: string): string {
  const coded = line.replace(/[^!-<>-~ \t]|[ \t]$/gu, hexOf);
  let [out, width] = ['', 0];
  for (const piece of coded.match(/=[0-9A-F]{2}|./g) ?? []) {
    if (width + piece.length > 75) [out, width] = [`${out}=\r\n`, 0];
    out += piece;
    width += piece.length;
  }
  return out;
}

function hexOf(char: string): string {
  return [...new TextEncoder().encode(char)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
