// Letters as files: for a mail program, for a calendar, for the printer.
import { addDays, formatDate, type CivilDate } from '../domain/civil-date.ts';
import type { Letter, LetterSetting } from '../domain/messages/letters.ts';
import type { Letterhead } from '../domain/report/letterhead.ts';
import { invitationFile } from './invitation-file.ts';
import { letterFile, type Addressed } from './letter-file.ts';

export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Drafts (.eml), one a letter. */
export function letterFiles(letters: readonly Letter[], from: Addressed, { asOf }: LetterSetting): NamedFile[] {
  return letters.map((letter) => ({
    name: `${fileWord(letter.name)}.eml`,
    content: letterFile({ from, to: addressed(letter), subject: letter.subject, text: letter.text, day: asOf }),
  }));
}

/**
 * Invitations (.ics) to first meetings. `identity`: of the program, so that no two programs' invitations replace each other.
 * With a time a mentor's mentees come one after the other, on the next day where the day is over.
 */
export function invitationFiles(
  letters: readonly Letter[],
  from: Addressed,
  { asOf, cohort }: LetterSetting,
  when: { readonly identity: string; readonly on?: CivilDate; readonly at?: string; readonly minutes: number },
): NamedFile[] {
  const before = new Map<number, number>();
  return letters.flatMap((letter) => {
    const mentor = letter.to.at(-1)?.key ?? 0;
    const nth = before.get(mentor) ?? 0;
    before.set(mentor, nth + 1);
    const on = when.on ?? letter.meeting?.by;
    if (on === undefined) return [];
    const slot = when.at === undefined ? { on } : nthSlot(on, when.at, when.minutes, nth);
    return [
      {
        name: `${fileWord(letter.name)}.ics`,
        content: invitationFile({
          uid: `first-meeting-${letter.name}-${cohort}@${when.identity}.mentorctl`,
          from,
          to: addressed(letter),
          subject: letter.subject,
          text: letter.text,
          ...slot,
          minutes: when.minutes,
          stamp: asOf,
        }),
      },
    ];
  });
}

/** Certificates (.pdf) of what is on record of a mentor. Throws Failure where the package that sets them is not installed. */
export async function certificateFiles(
  letters: readonly Letter[],
  setting: LetterSetting,
  letterhead: Letterhead,
): Promise<NamedFile[]> {
  const { renderCertificate } = await import('./pdf/certificate.ts');
  const files: NamedFile[] = [];
  for (const { name, to, values, thanks } of letters)
    files.push({
      name: `${fileWord(name)}.pdf`,
      content: await renderCertificate({
        program: setting.program.name,
        cohort: setting.cohort,
        name: values['person'] ?? to[0]?.name ?? '',
        mentees: thanks?.mentees ?? 0,
        record: thanks?.record ?? '',
        day: formatDate(setting.asOf),
        signature: values['signature'] ?? '',
        letterhead,
      }),
    });
  return files;
}

/** Letters of any alphabet stay: names of surveys must not fall together. */
export function fileWord(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-');
}

function addressed({ to }: Letter): Addressed[] {
  return to.map(({ name, email = '' }) => ({ name, email }));
}

/** No meeting begins after nine in the evening. */
function nthSlot(
  on: CivilDate,
  at: string,
  minutes: number,
  nth: number,
): { readonly on: CivilDate; readonly at: string } {
  const [hours = 0, rest = 0] = at.split(':').map(Number);
  const first = hours * 60 + rest;
  const aDay = Math.max(1, Math.floor((21 * 60 - first) / minutes) + 1);
  const start = first + (nth % aDay) * minutes;
  return {
    on: addDays(on, Math.floor(nth / aDay)),
    at: `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`,
  };
}
