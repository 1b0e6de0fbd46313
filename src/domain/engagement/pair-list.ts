// The pairs of a cohort as a list: how they live, what became of them; and who is pinned or kept apart.
import { daysBetween, parseIsoDate, type CivilDate } from '../civil-date.ts';
import type { Meeting, Pair, Ruling } from '../records.ts';
import type { Engagement } from '../program/engagement.ts';
import { tableBlock } from '../report/blocks.ts';
import type { Column, Report } from '../report/report.ts';
import { numbers, people } from '../report/table-columns.ts';
import { count, day, fit, person, tableOf, text, wrapped, type ColumnOf } from '../report/table-of.ts';
import { closingOf, expectedEndOf, reasonWords, type Closing } from './closure.ts';

type Who = (key: number) => { readonly id: string; readonly name: string };

export const pairOrders = ['pair', 'mentee', 'mentor', 'fit'] as const;

/** Which pairs are listed, and in which order; of each the strictest that is asked for. */
export interface PairsWanted {
  readonly status: Pair['status'] | 'all';
  /** Number of one of the two. */
  readonly person: number | undefined;
  readonly neverMet: boolean;
  /** Met before, but not for so many days. */
  readonly silent: number | undefined;
  readonly pastEnd: boolean;
  readonly order: (typeof pairOrders)[number];
}

export interface PairsListed {
  readonly cohort: { readonly name: string; readonly ends: string | null };
  readonly pairs: readonly Pair[];
  readonly meetings: readonly Pick<Meeting, 'mentorId' | 'menteeId' | 'day'>[];
  readonly who: Who;
  readonly engagement: Engagement;
  readonly today: CivilDate;
}

export function pairList(listed: PairsListed, wanted: PairsWanted): Report {
  const { cohort, engagement, today, who } = listed;
  const met = lastMeetings(listed);
  const isPast = (pair: Pair): boolean => {
    const from = parseIsoDate(pair.started);
    if (pair.status !== 'active' || from === undefined) return false;
    return daysBetween(expectedEndOf(from, cohort.ends, engagement), today) > 0;
  };
  const items = listed.pairs
    .filter(({ status }) => wanted.status === 'all' || status === wanted.status)
    .filter((pair) => !wanted.pastEnd || isPast(pair))
    .filter((pair) => wanted.person === undefined || [pair.mentorId, pair.menteeId].includes(wanted.person))
    .map((pair) => {
      const { times = 0, last = null } = met.get(`${pair.mentorId} ${pair.menteeId}`) ?? {};
      return {
        pair: pair.id,
        mentor: who(pair.mentorId),
        mentee: who(pair.menteeId),
        score: pair.score,
        status: pair.status,
        started: pair.started,
        meetings: times,
        lastMet: last,
        ended: pair.ended,
        reason: pair.reason,
        endedBy: pair.endedBy,
        neverAgain: pair.neverAgain,
        closing: closingIn(pair, cohort.ends, engagement),
      };
    })
    .filter(({ lastMet }) => !wanted.neverMet || lastMet === null)
    .filter(({ lastMet }) => wanted.silent === undefined || silentFor(lastMet, today) >= wanted.silent)
    .sort(inOrder(wanted.order));
  const past = wanted.status !== 'active';
  const side = (id: 'mentee' | 'mentor'): Column => (past ? { ...people(id), wrap: true } : people(id));
  const fate: ColumnOf<(typeof items)[number]>[] = [
    ['status', ({ status }) => text(status)],
    ['until', ({ ended }) => day(ended)],
    [wrapped('why'), (item) => text(whyItEnded(item))],
  ];
  const table = tableOf({ id: 'pairs', title: `Pairs of ${cohort.name}` }, items, [
    [numbers('pair'), ({ pair }) => count(pair)],
    [side('mentee'), ({ mentee }) => person(mentee)],
    [side('mentor'), ({ mentor }) => person(mentor)],
    [numbers('fit'), ({ score }) => fit(score)],
    ['since', ({ started }) => day(started)],
    [numbers('meetings'), ({ meetings }) => count(meetings)],
    [{ id: 'last-met', title: 'last met' }, ({ lastMet }) => day(lastMet, 'never')],
    ...(past ? fate : []),
  ]);
  return { schema: 'mentorctl/pairs@1', blocks: [tableBlock(table)], json: { cohort: cohort.name, items } };
}

/** Pins and blocks; a cohort of null is every one. */
export function rulingList(cohort: string, rulings: readonly Ruling[], who: Who): Report {
  const items = rulings.map((ruling) => ({
    ruling: ruling.kind,
    mentee: who(ruling.menteeId),
    mentor: who(ruling.mentorId),
    cohort: ruling.cohortId === null ? null : cohort,
    note: ruling.note,
  }));
  const table = tableOf({ id: 'rulings', title: `Pins and blocks in ${cohort}` }, items, [
    ['ruling', ({ ruling }) => text(ruling)],
    ['mentee', ({ mentee }) => person(mentee)],
    ['mentor', ({ mentor }) => person(mentor)],
    ['cohort', (item) => text(item.cohort ?? 'every cohort')],
    ['note', ({ note }) => text(note ?? '')],
  ]);
  return { schema: 'mentorctl/rulings@1', blocks: [tableBlock(table)], json: { cohort, items } };
}

function lastMeetings({ meetings }: PairsListed): Map<string, { readonly times: number; readonly last: string }> {
  const met = new Map<string, { times: number; last: string }>();
  for (const { mentorId, menteeId, day: on } of meetings) {
    const key = `${mentorId} ${menteeId}`;
    const { times, last } = met.get(key) ?? { times: 0, last: '' };
    met.set(key, { times: times + 1, last: on > last ? on : last });
  }
  return met;
}

type Ordered = Record<'mentee' | 'mentor', { readonly name: string }> & {
  readonly pair: number;
  readonly score: number | null;
};

function inOrder(by: PairsWanted['order']): (a: Ordered, b: Ordered) => number {
  return (a, b) => {
    const first =
      by === 'fit' ? (a.score ?? -1) - (b.score ?? -1) : by === 'pair' ? 0 : a[by].name.localeCompare(b[by].name, 'en');
    return first === 0 ? a.pair - b.pair : first;
  };
}

function closingIn(pair: Pair, cohortEnds: string | null, engagement: Engagement): Closing | null {
  const [started, ended] = [parseIsoDate(pair.started), parseIsoDate(pair.ended ?? '')];
  if (pair.status !== 'ended' || started === undefined || ended === undefined) return null;
  return closingOf({ reason: pair.reason, ended, expectedEnd: expectedEndOf(started, cohortEnds, engagement) });
}

function whyItEnded(item: {
  readonly reason: string | null;
  readonly closing: Closing | null;
  readonly neverAgain: boolean;
}): string {
  return [
    item.reason === null ? '' : reasonWords(item.reason),
    item.closing === 'premature' ? 'before its time' : '',
    item.neverAgain ? 'never again' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function silentFor(last: string | null, today: CivilDate): number {
  const on = parseIsoDate(last ?? '');
  return on === undefined ? -1 : daysBetween(on, today);
}
