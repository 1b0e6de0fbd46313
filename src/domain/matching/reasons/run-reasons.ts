// Everything a run says about its limits: why people are left out, which rule or which places would help, who is in demand.
import type { Work } from '../../progress.ts';
import type { Program } from '../../program/program.ts';
import type { Matching } from '../assignment-types.ts';
import { inDemand } from './in-demand.ts';
import { openColumns } from '../scoring/open-columns.ts';
import { relaxRules } from './relax-rules.ts';
import { shortPlaces } from './short-places.ts';
import type { RunView } from '../scoring/solve-table.ts';
import type { RunReasons, UnmatchedReason } from '../unmatched-reason.ts';
import { whyUnmatched } from './why-unmatched.ts';

/** Left out by lists, which do not place as many as there could be: mentors keep those whom they put higher. */
const byLists: UnmatchedReason = {
  kind: 'arranged',
  text: 'by the lists people gave, every mentor on their list has others whom she puts higher, or does not list them',
  rules: [],
};

/** Left out since there is a place only where a rule about mentees among each other would be broken, or others left out for it. */
function byRulesAmong(rules: readonly { readonly words: string }[]): UnmatchedReason {
  const words = [...new Set(rules.map((rule) => `"${rule.words}"`))].join(', ');
  return {
    kind: 'arranged',
    text: `a place is there only against ${words}, or by leaving out others`,
    rules: [],
  };
}

/** Left out when the time was up, though a chain of moves would make a place. */
const outOfTime: UnmatchedReason = {
  kind: 'arranged',
  text: 'left out when the time was up: there is a place, if others move for it',
  rules: [],
};

/**
 * `reasons` by index of the scoring. `solve`: by mentors, or by columns where circles are. `matching`: undefined where its prices are not those of the best assignment.
 * `best`: no answer places more people; only then is it known what would help.
 */
export function* runReasons(
  solve: RunView,
  mentorOf: Int32Array,
  matching: Matching | undefined,
  {
    program,
    best,
    among = [],
  }: { readonly program: Program; readonly best: boolean; readonly among?: readonly { readonly words: string }[] },
): Work<{ readonly reasons: ReadonlyMap<number, UnmatchedReason>; readonly said: RunReasons }> {
  const { scoring, columns } = solve;
  const open = openColumns(solve.table);
  const lists = program.matching.method === 'stable' && solve.circles.length === 0;
  const { reasons, sets, groups } = whyUnmatched(
    solve,
    mentorOf,
    among.length > 0 ? byRulesAmong(among) : lists ? byLists : outOfTime,
    {
      open,
      program,
    },
  );
  const shared = new Set(sets.flatMap((set) => set.columns.map((column) => columns[column]!.mentors[0]!)));
  const leftOut = best && mentorOf.includes(-1);
  return {
    reasons,
    said: {
      groups,
      relaxed: leftOut ? yield* relaxRules(solve, mentorOf, program, open) : [],
      shortage: leftOut ? yield* shortPlaces(solve, mentorOf, { sets, open }, program) : [],
      inDemand: matching === undefined ? [] : inDemand(solve, matching, shared),
      bottlenecks: [...(best ? shared : [])].map((lead) => scoring.mentors[lead]!.id).sort(),
    },
  };
}
