// A run whose pairs a coordinator arranged: scored and judged like any other, whether or not it is the best there is.
import type { Certificate } from '../assignment-types.ts';
import { solveAssignment } from '../solve/assignment.ts';
import { certify } from '../solve/certificate.ts';
import { certifyCircles } from '../circles/circle-certificate.ts';
import { inColumns, leadersOf } from '../scoring/by-columns.ts';
import { runTable } from '../scoring/run-table.ts';
import { perMentor, type RunTable } from '../scoring/solve-table.ts';
import type { ProposedPair, Run, RunInput } from '../run.ts';
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import { seated } from '../review/review-table.ts';
import type { UnmatchedReason } from '../unmatched-reason.ts';
import { whyUnmatched } from '../reasons/why-unmatched.ts';

/** A coordinator's arrangement may leave somebody out whom another would place. */
const arranged: UnmatchedReason = {
  kind: 'arranged',
  text: 'left out by the arrangement: there is a place, if others move for it',
  rules: [],
};

/** `proposals`: mentee's id -> mentor's id, or undefined for nobody. Pins of the input are pairs as well. */
export function* arrangedRun(
  input: RunInput,
  program: Program,
  proposals: ReadonlyMap<string, string | undefined>,
): Work<Run> {
  const solve = yield* runTable(input, program);
  const { scoring, rows, columns, pinned } = solve;
  const named = [...proposals].flatMap(([mentee, mentor]) => (mentor === undefined ? [] : [{ mentee, mentor }]));
  const columnOf = seated(solve, named);
  const mentorsOf = scoring.mentees.map((_, i): readonly number[] => (pinned.has(i) ? [pinned.get(i)!] : []));
  rows.forEach((i, row) => {
    mentorsOf[i] = columns[columnOf[row]!]?.mentors ?? [];
  });
  const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const pairs = scoring.mentees
    .flatMap((mentee, i) =>
      mentorsOf[i]!.map((j): ProposedPair => {
        const score = scoring.fitOf(i, j);
        return { mentor: scoring.mentors[j]!, mentee, score, parts: scoring.parts(i, j), pinned: pinned.has(i) };
      }),
    )
    .sort((a, b) => byId(a.mentee.id, b.mentee.id));
  const leads = Int32Array.from(mentorsOf, ([lead = -1]) => lead);
  const load = new Int32Array(columns.length);
  for (const column of columnOf) if (column >= 0) load[column]!++;
  const lower = Int32Array.from(columns, ({ least }, c) => (load[c]! >= least ? least : 0));
  const { certificate, prices } =
    solve.circles.length > 0
      ? certifyCircles(solve.table, { mentorOf: columnOf, seats: solve.table.seats, lower })
      : yield* judgedByBest(solve, columnOf);
  const { reasons } = whyUnmatched(perMentor(solve), leadersOf(solve, columnOf), arranged);
  return {
    pairs,
    unmatched: scoring.mentees
      .flatMap((mentee, i) => (leads[i]! >= 0 ? [] : [{ mentee, reason: reasons.get(i)! }]))
      .sort((a, b) => byId(a.mentee.id, b.mentee.id)),
    objective: {
      placed: leads.filter((j) => j >= 0).length,
      total: pairs.reduce((sum, { score }) => sum + score, 0),
      floor: pairs.length === 0 ? null : Math.min(...pairs.map(({ score }) => score)),
    },
    certificate,
    prices: columns.map(({ mentors: [lead = 0] }, c) => ({ id: scoring.mentors[lead]!.id, price: prices[c]! })),
    eligiblePairs: scoring.eligiblePairs,
    mentorsUsed: new Set(pairs.map(({ mentor }) => mentor.id)).size,
  };
}

/** Whether it is the best there is, by the prices of the best there is. */
function* judgedByBest(
  solve: RunTable,
  columnOf: Int32Array,
): Work<{ readonly certificate: Certificate; readonly prices: Int32Array }> {
  const { table } = solve.byMentor;
  const best = yield* solveAssignment(table);
  const { prices, unmatchedCost } = best;
  const mentorOf = leadersOf(solve, columnOf);
  const placed = mentorOf.reduce((count, j) => count + (j < 0 ? 0 : 1), 0);
  const certificate = certify(table, { mentorOf, placed, prices, unmatchedCost });
  return { certificate, prices: inColumns(solve, best).prices };
}
