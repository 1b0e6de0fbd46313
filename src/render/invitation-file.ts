// An invitation to a first meeting as an .ics file (RFC 5545): CRLF, lines folded at 75 octets, texts escaped.
import { addDays, type CivilDate } from '../domain/civil-date.ts';
import { isPlainAddress, oneLine } from './address.ts';
import type { Addressed } from './letter-file.ts';

/** `at` (`HH:MM`, local to whoever reads it) for `minutes`; without it the whole day `on`. `uid` is the same on every run. */
export function invitationFile(invitation: {
  readonly uid: string;
  readonly from: Addressed;
  readonly to: readonly Addressed[];
  readonly subject: string;
  readonly text: string;
  readonly on: CivilDate;
  readonly at?: string;
  readonly minutes: number;
  readonly stamp: CivilDate;
}): string {
  const { on, at, minutes } = invitation;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mentorctl//first meeting//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${escaped(invitation.uid)}`,
    'SEQUENCE:0',
    `DTSTAMP:${bare(invitation.stamp)}T120000Z`,
    ...(at === undefined
      ? [`DTSTART;VALUE=DATE:${bare(on)}`, `DTEND;VALUE=DATE:${bare(addDays(on, 1))}`, 'TRANSP:TRANSPARENT']
      : [`DTSTART:${bare(on)}T${at.replace(':', '')}00`, `DURATION:PT${minutes}M`]),
    `SUMMARY:${escaped(oneLine(invitation.subject))}`,
    `DESCRIPTION:${escaped(invitation.text)}`,
    `ORGANIZER${commonName(invitation.from)}:mailto:${address(invitation.from)}`,
    ...invitation.to.map(
      (one) => `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${commonName(one)}:mailto:${address(one)}`,
    ),
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function address({ email }: Addressed): string {
  if (!isPlainAddress(email)) throw new RangeError('an address that no calendar may hold');
  return email;
}

/** A parameter may hold no quotation mark and no control character, whatever stands around it. */
function commonName({ name }: Addressed): string {
  const plain = oneLine(name).replaceAll('"', "'");
  return plain === '' ? '' : `;CN="${plain}"`;
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

function bare(day: CivilDate): string {
  return day.replaceAll('-', '');
}

/** Lines of 75 octets at most; a character of several octets is never split. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, octets] = ['', 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (octets + size > 75) [out, octets] = [`${out}\r\n `, 1];
    out += char;
    octets += size;
  }
  return out;
}
