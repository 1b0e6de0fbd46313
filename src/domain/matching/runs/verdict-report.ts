// Whether a kept run is what it says it is, told.
import { caution, prose } from '../../report/blocks.ts';
import type { Cell, Report, Table } from '../../report/report.ts';
import { count, text } from '../../report/table-of.ts';
import type { Run } from '../run.ts';

/**
 * `solved`: solved again, since it kept no prices. `over`: mentors with more pins than places, in words. `ties`: rules about
 * mentees among each other that pairs which stood or were pinned broke. `away`: what differs
 * from another answer counted more.
 */
export function verdictReport(
  id: number,
  run: Run,
  {
    faults,
    solved,
    over,
    ties,
    away,
  }: {
    readonly faults: readonly string[];
    readonly solved: boolean;
    readonly over: readonly string[];
    readonly ties: readonly string[];
    readonly away: boolean;
  },
): Report {
  const holds = faults.length === 0;
  return {
    schema: 'mentorctl/match-verify@1',
    blocks: holds
      ? [
          prose(holdsWords(id, run, { solved, away })),
          ...over.map((words) => caution(`${words}, as --over allowed.`)),
          ...ties.map(caution),
        ]
      : [prose(`Run ${id} does not hold.`), ...faults.slice(0, 20).map(caution)],
    csv: verdictTable(id, faults),
    json: {
      run: id,
      holds,
      how: solved ? 'solved-again' : 'prices',
      over: over.length,
      notHeeded: ties.length,
      faults,
    },
  };
}

function holdsWords(
  id: number,
  { objective: { placed }, certificate, open, eligiblePairs }: Run,
  { solved, away }: { readonly solved: boolean; readonly away: boolean },
): string {
  if (!solved)
    return `Run ${id} holds: its ${placed} pairs and the prices it kept prove that no other assignment places more people, and none that places as many fits better${away ? ', counting what differs from another answer more' : ''} (${eligiblePairs.toLocaleString('en-US')} eligible pairs looked at, nothing solved again).`;
  const unproved = certificate.proved ? '' : ', though its time was up before it was proved';
  const same =
    open === undefined
      ? `the same ${placed} mentees are placed with the same mentors`
      : `no answer places more than ${placed} mentees, or as many better`;
  return `Run ${id} holds${unproved}: solved again from what it saw, ${same}.`;
}

/** A run whose time was up, beside the answer of a solve that came to its end. */
export function notBest({ objective: was, pairs }: Run, { objective: is, pairs: best }: Run): string[] {
  const fit = (of: Run['pairs']): string => String(of.reduce((sum, { score }) => sum + score, 0) / 10);
  if (was.placed === is.placed && fit(pairs) === fit(best)) return [];
  return [
    `its time was up before it was proved: this answer places ${was.placed} mentees with ${fit(pairs)} points of fit in all, the best one ${is.placed} with ${fit(best)}`,
  ];
}

/** A row a fault; one row where there is none. */
function verdictTable(run: number, faults: readonly string[]): Table {
  const verdict = (fault: Cell): Cell[] => [count(run), text(faults.length === 0 ? 'yes' : 'no'), fault];
  return {
    id: 'verdict',
    title: '',
    columns: ['run', 'holds', 'fault'].map((name) => ({ id: name, title: name })),
    rows:
      faults.length === 0 ? [verdict({ kind: 'missing', why: 'none' })] : faults.map((fault) => verdict(text(fault))),
  };
}
