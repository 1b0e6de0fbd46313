// What if a rule were set aside, for nobody but those left out: who would have somebody, and how many more could be placed.
import type { Work } from '../progress.ts';
import type { Program } from '../program/program.ts';
import { BARRED } from './assignment-types.ts';
import { placedIn, placeMore } from './place-more.ts';
import { ruleKind, type RuleKindName } from './rule-kinds.ts';
import { scorePairs, type Blocks } from './score-pairs.ts';
import type { Stated } from './stated.ts';
import type { Relaxed } from './unmatched-reason.ts';
import type { Solved } from './why-unmatched.ts';

/** Rules that would place somebody or leave somebody a choice, the one that places most first. */
export function* relaxRules(
  { table, rows, columns, scoring, minimum }: Solved,
  mentorOf: Int32Array,
  program: Program,
  { blocks, stated }: { readonly blocks: Blocks; readonly stated?: Stated },
): Work<readonly Relaxed[]> {
  const leftOut = [...mentorOf.keys()].filter((row) => mentorOf[row]! < 0);
  const people = leftOut.map((row) => scoring.mentees[rows[row]!]!);
  const isOpen = (row: number): boolean =>
    columns.some((_, c) => table.seats[c]! > 0 && table.scores[row * columns.length + c] !== BARRED);
  const nobody = leftOut.map((row) => !isOpen(row));
  const lead = Int32Array.from(columns, ({ mentors }) => mentors[0]!);
  const alone = Uint8Array.from(columns, ({ mentors }) => (mentors.length === 1 ? 1 : 0));
  const found: Relaxed[] = [];
  for (const rule of program.rules) {
    if (rule.kind === 'pin') continue;
    const rules = program.rules.filter((other) => other !== rule);
    // Without a least fit it is enough to know who may be paired.
    const criteria = minimum > 0 ? program.criteria : [];
    const loose = yield* scorePairs(people, scoring.mentors, { ...program, rules, criteria }, blocks, stated);
    let leaves = 0;
    const instead = new Map(
      leftOut.map((row, at) => {
        const own = loose.scores.subarray(at * scoring.mentors.length, (at + 1) * scoring.mentors.length);
        const open = new Uint8Array(columns.length);
        for (let c = 0; c < open.length; c++) {
          if (table.seats[c] === 0) continue;
          const fit = alone[c] === 1 ? own[lead[c]!]! : together(own, columns[c]!.mentors);
          open[c] = fit !== BARRED && fit >= minimum ? 1 : 0;
        }
        if (nobody[at] === true && open.includes(1)) leaves++;
        return [row, open] as const;
      }),
    );
    const places = placedIn(placeMore(table, mentorOf, { instead })) - placedIn(mentorOf);
    if (places > 0 || leaves > 0) found.push({ rule: ruleKind(rule.kind as RuleKindName).words(rule), leaves, places });
  }
  return found.sort((a, b) => b.places - a.places || b.leaves - a.leaves || (a.rule < b.rule ? -1 : 1));
}

/** How somebody fits a circle that several lead: on average, or not where one of them is barred. */
function together(row: Uint16Array, mentors: readonly number[]): number {
  let sum = 0;
  for (const j of mentors) {
    if (row[j] === BARRED) return BARRED;
    sum += row[j]!;
  }
  return Math.round(sum / mentors.length);
}
