// A certificate of a mentor's hours: one page that can be printed and signed.
import { footLines, type Letterhead } from '../../domain/report/letterhead.ts';
import { literal, markOf } from './typst-source.ts';
import { setPdf } from './pdf.ts';

export interface Certificate {
  readonly program: string;
  readonly cohort: string;
  readonly name: string;
  readonly mentees: number;
  /** In words, e.g. `12 meetings and 8 hours`. */
  readonly record: string;
  readonly day: string;
  readonly signature: string;
  readonly letterhead?: Letterhead | undefined;
}

/** Says what is on record and nothing else; names no mentee. */
export async function renderCertificate(certificate: Certificate): Promise<Uint8Array> {
  const { program, cohort, name, mentees, record, day, signature, letterhead } = certificate;
  const done = [
    `${name} was a peer mentor in ${program}, ${cohort}, to ${mentees === 1 ? 'one mentee' : `${mentees} mentees`}.`,
    `On record: ${record}.`,
  ];
  const source = [
    `#set document(title: ${literal(`Certificate for ${name}`)})`,
    '#set text(lang: "en", size: 13pt, font: "Libertinus Serif")',
    `#set page(paper: "${letterhead?.paper ?? 'a4'}", flipped: true, margin: 30mm)`,
    ...markOf(letterhead),
    '#v(1fr)',
    `#heading(level: 1, text(size: 26pt, ${literal('Certificate')}))`,
    '#v(8mm)',
    ...done.map((sentence) => `#par(text(size: 15pt, ${literal(sentence)}))`),
    '#v(1fr)',
    `#par(${literal(day)})`,
    '#v(14mm)',
    '#line(length: 70mm, stroke: 0.6pt)',
    ...signature.split('\n').map((line) => `#par(${literal(line)})`),
    '#v(1fr)',
    ...(letterhead === undefined
      ? []
      : [`#text(size: 9pt, fill: luma(70), ${literal(footLines(letterhead).join(' · '))})`]),
  ].join('\n\n');
  return setPdf([source], letterhead?.logo);
}
