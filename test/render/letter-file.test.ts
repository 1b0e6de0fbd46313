// If these fail, a name in a sign-up form can add a recipient to a letter, or umlauts arrive as rubbish.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../../src/domain/civil-date.ts';
import { isPlainAddress, parseAddress } from '../../src/render/address.ts';
import { invitationFile } from '../../src/render/invitation-file.ts';
import { letterFile } from '../../src/render/letter-file.ts';

const day = parseIsoDate('2026-11-09')!;
const from = { name: 'Office', email: 'office@example.edu' };
const words = fc.string({ unit: 'binary', maxLength: 120 });
/** Every line ends with CRLF and nothing else breaks a line. */
const lines = (file: string): string[] => {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return file.split('\r\n');
};

describe('a letter as a file', () => {
  it('has the headers it should have, whatever stands in names, subject and text', () => {
    fc.assert(
      fc.property(words, words, words, (name, subject, text) => {
        const file = letterFile({ from, to: [{ name, email: 'ana@example.edu' }], subject, text, day });
        expect(file).toMatch(/^[\r\n\t -~]*$/);
        const all = lines(file);
        expect(Math.max(...all.map((line) => line.length))).toBeLessThanOrEqual(76);
        const head = all.slice(0, all.indexOf(''));
        const names = head.filter((line) => !line.startsWith(' ')).map((line) => line.split(':')[0]);
        expect(names).toEqual([
          'X-Unsent',
          'Date',
          'From',
          'To',
          'Subject',
          'MIME-Version',
          'Content-Type',
          'Content-Transfer-Encoding',
        ]);
      }),
    );
  });

  it('gives the text back as it was', () => {
    fc.assert(
      fc.property(words, (text) => {
        const file = letterFile({ from, to: [from], subject: 'x', text, day });
        const body = file.slice(file.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
        const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
        const back = Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
        const sent = Buffer.from(text.replace(/\r\n?/g, '\n'), 'utf8').toString('utf8');
        expect(back).toBe(sent.replace(/\n*$/, '\n'));
      }),
    );
  });

  it('writes a name beyond ASCII as an encoded word, and the day with its weekday', () => {
    const file = letterFile({
      from,
      to: [{ name: 'Ana Suárez', email: 'ana@example.edu' }],
      subject: 'Hello',
      text: 'x',
      day,
    });
    expect(file).toContain('To: =?utf-8?Q?Ana_Su=C3=A1rez?=\r\n <ana@example.edu>\r\n');
    expect(file).toContain('Date: Mon, 09 Nov 2026 12:00:00 +0000\r\n');
  });

  it.each([
    'a@b.c\r\nBcc: x@y.z',
    'a@b.c, d@e.f',
    '<a@b.c>',
    'a b@c.d',
    '"a"@b.c',
    'ana',
    'ana@',
    'á@b.c',
    `${'a'.repeat(250)}@b.cd`,
  ])('refuses %j as an address', (email) => {
    expect(isPlainAddress(email)).toBe(false);
    expect(() => letterFile({ from, to: [{ name: 'A', email }], subject: '', text: '', day })).toThrow(RangeError);
  });

  it('reads an address with and without a name', () => {
    expect(parseAddress('Office <office@example.edu>')).toEqual(from);
    expect(parseAddress('office@example.edu')).toEqual({ name: '', email: 'office@example.edu' });
    expect(parseAddress('the office')).toBeUndefined();
  });
});

describe('an invitation as a file', () => {
  it('is folded at 75 octets between characters, and holds only the lines it should', () => {
    fc.assert(
      fc.property(words, words, words, (name, subject, text) => {
        const file = invitationFile({
          uid: 'x',
          from,
          to: [{ name, email: 'ana@example.edu' }],
          subject,
          text,
          on: day,
          minutes: 60,
          stamp: day,
        });
        const all = lines(file);
        for (const line of all) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
        expect(unfolded.map((line) => line.split(/[:;]/)[0])).toEqual([
          ...['BEGIN', 'VERSION', 'PRODID', 'METHOD', 'BEGIN', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND'],
          ...['TRANSP', 'SUMMARY', 'DESCRIPTION', 'ORGANIZER', 'ATTENDEE', 'STATUS', 'END', 'END', ''],
        ]);
      }),
    );
  });
});
