// What if a rule were set aside, for nobody but those left out: who would have somebody, and how many more could be placed.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { addBit, hasBit, listBits, wordsFor } from '../scoring/bits.ts';
import { mostPlaced } from './most-placed.ts';
import type { OpenColumns } from '../scoring/open-columns.ts';
import { ruleKind } from '../scoring/rule-kinds.ts';
import type { Relaxed } from '../unmatched-reason.ts';
import type { Solved } from './why-unmatched.ts';

/** Rules that would place somebody or leave somebody a choice, the one that places most first. */
export function* relaxRules(
  { rows, columns, scoring, minimum }: Solved,
  mentorOf: Int32Array,
  program: Program,
  open: OpenColumns,
): Work<readonly Relaxed[]> {
  const leftOut = [...mentorOf.keys()].filter((row) => mentorOf[row]! < 0);
  const placed = mentorOf.length - leftOut.length;
  const isEmpty = (bits: Uint32Array): boolean => bits.every((word) => word === 0);
  const nobody = leftOut.map((row) => isEmpty(open.of(row)));
  const columnsOf = scoring.mentors.map((): number[] => []);
  const together: number[] = [];
  columns.forEach(({ mentors }, c) => {
    if (open.seats[c] === 0) return;
    if (mentors.length === 1) columnsOf[mentors[0]!]!.push(c);
    else together.push(c);
  });
  const listed = new Int32Array(scoring.mentors.length);
  /** The columns where somebody would fit well enough without rule r. */
  const columnsWithout = (r: number, i: number): Uint32Array => {
    const bits = new Uint32Array(wordsFor(columns.length));
    const mentors = scoring.openWithout(i, r);
    // Without a least fit it is enough to know who may be paired.
    const fits = minimum > 0 ? scoring.scoresWithout(i, r) : undefined;
    const count = listBits(mentors, listed);
    for (let k = 0; k < count; k++) {
      const j = listed[k]!;
      if (fits === undefined || fits[j]! >= minimum) for (const c of columnsOf[j]!) addBit(bits, c);
    }
    for (const c of together) {
      const leads = columns[c]!.mentors;
      if (!leads.every((j) => hasBit(mentors, j))) continue;
      const fit = fits === undefined ? 0 : Math.round(leads.reduce((sum, j) => sum + fits[j]!, 0) / leads.length);
      if (fit >= minimum) addBit(bits, c);
    }
    return bits;
  };
  const found: Relaxed[] = [];
  for (const [r, rule] of program.rules.entries()) {
    if (ruleKind(rule.kind).effect === 'pairs') continue;
    yield { phase: 'setting rules aside', done: r, total: program.rules.length };
    let leaves = 0;
    const instead = new Map(
      leftOut.map((row, at) => {
        const bits = columnsWithout(r, rows[row]!);
        if (nobody[at] === true && !isEmpty(bits)) leaves++;
        return [row, bits] as const;
      }),
    );
    const places = mostPlaced(open, mentorOf, { instead }) - placed;
    if (places > 0 || leaves > 0) found.push({ rule: ruleKind(rule.kind).words(rule), leaves, places });
  }
  return found.sort((a, b) => b.places - a.places || b.leaves - a.leaves || (a.rule < b.rule ? -1 : 1));
}
