// The pairs of a run as a table: the weakest ones to look at first, or all of them in the order asked for.
import type { Table } from '../../report/report.ts';
import { TOP_SCORE } from '../assignment-types.ts';
import type { ScorePart, ProposedPair } from '../run.ts';

export const pairOrders = ['weakest', 'best', 'mentee', 'mentor'] as const;
export type PairOrder = (typeof pairOrders)[number];

const titles: Readonly<Record<PairOrder, string>> = {
  weakest: 'Pairs, weakest first',
  best: 'Pairs, best first',
  mentee: 'Pairs, by mentee',
  mentor: 'Pairs, by mentor',
};

export function inOrder(pairs: readonly ProposedPair[], order: PairOrder): ProposedPair[] {
  const byId = (a: ProposedPair, b: ProposedPair): number => compare(a.mentee.id, b.mentee.id);
  const by: Readonly<Record<PairOrder, (a: ProposedPair, b: ProposedPair) => number>> = {
    weakest: (a, b) => a.score - b.score,
    best: (a, b) => b.score - a.score,
    mentee: (a, b) => a.mentee.name.localeCompare(b.mentee.name, 'en'),
    mentor: (a, b) => a.mentor.name.localeCompare(b.mentor.name, 'en') || compare(a.mentor.id, b.mentor.id),
  };
  return [...pairs].sort((a, b) => by[order](a, b) || byId(a, b));
}

/** `pairs` in `order`; `all` of them, or the first eight. `whole`: for a file, with every word of what they lose. */
export function pairsTable(
  pairs: readonly ProposedPair[],
  {
    all,
    order = 'weakest',
    whole = false,
  }: { readonly all: boolean; readonly order?: PairOrder; readonly whole?: boolean },
): Table {
  return {
    id: all ? 'pairs' : 'look-at-first',
    title: all ? titles[order] : 'Look at first',
    columns: [
      { id: 'mentee', title: 'mentee', csv: ['mentee', 'mentee-name'] },
      { id: 'mentor', title: 'with mentor', csv: ['mentor', 'mentor-name'] },
      { id: 'fit', title: 'fit', align: 'right' },
      { id: 'why', title: 'where it loses most', wrap: true },
    ],
    rows: (all ? pairs : pairs.slice(0, 8)).map((pair) => [
      { kind: 'person', id: pair.mentee.id, name: pair.mentee.name },
      { kind: 'person', id: pair.mentor.id, name: pair.mentor.name },
      { kind: 'count', value: Math.round(pair.score / 10) },
      { kind: 'text', text: weakest(pair, whole) },
    ]),
  };
}

/** The two criteria that cost the pair most. */
function weakest(pair: ProposedPair, whole: boolean): string {
  if (pair.score === TOP_SCORE) return 'nothing';
  return [...pair.parts]
    .filter((part) => part.points < part.of)
    .sort((a, b) => b.of - b.points - (a.of - a.points))
    .slice(0, 2)
    .map((part) => (whole ? part.why : brief(part)))
    .join('; ');
}

/** `other campus: North, South` is `other campus`, `2 of 5 topics: Exams; Money` is `2 of 5 topics`; pair explain has it whole. */
function brief({ criterion, why }: ScorePart): string {
  const [field = criterion] = criterion.split(' with ');
  const head = [`other ${field}`, /^\d+ of \d+ /.exec(why)?.[0].concat(field) ?? ''];
  return head.find((words) => words !== '' && why.startsWith(`${words}: `)) ?? why;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
