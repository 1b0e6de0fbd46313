// Two answers for the same people side by side: how many are placed, how well, who gains, who loses, which pairs change.
import { people } from '../../report/table-columns.ts';
import { counted } from '../../count-words.ts';
import type { Block, Cell, Report, Table } from '../../report/report.ts';

export interface ComparedRun {
  readonly label: string;
  readonly pairs: readonly { readonly mentee: Named; readonly mentor: Named; readonly score: number }[];
  readonly unmatched: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Place {
  readonly mentor: Named;
  readonly fit: number;
}

interface Difference {
  readonly mentee: Named;
  readonly before: Place | undefined;
  readonly after: Place | undefined;
  /** 0..1000 points more; somebody placed or left out counts her whole fit. */
  readonly change: number;
}

/**
 * `fit`: how well two people fit by one yardstick (the first run's rules), so that both answers are measured alike;
 * undefined where there is none, then each run's own score counts. Only mentees that both saw are compared. `all`: list every change, not the 12 largest.
 */
export function compareRuns(
  one: ComparedRun,
  other: ComparedRun,
  { fit, all }: { readonly fit?: (mentee: string, mentor: string) => number | undefined; readonly all: boolean },
): Report {
  const [ofOne, ofOther] = [idsOf(one), idsOf(other)];
  const both = new Set([...ofOne].filter((id) => ofOther.has(id)));
  const [first, second] = [among(one, both), among(other, both)];
  const [a, b] = [placesOf(first, fit), placesOf(second, fit)];
  const people = new Map<string, Named>();
  for (const { pairs, unmatched } of [first, second])
    for (const one of [...pairs.map(({ mentee }) => mentee), ...unmatched]) people.set(one.id, one);
  const differences = [...people.values()]
    .map((mentee): Difference => {
      const [before, after] = [a.get(mentee.id), b.get(mentee.id)];
      return { mentee, before, after, change: (after?.fit ?? 0) - (before?.fit ?? 0) };
    })
    .filter(({ before, after }) => before?.mentor.id !== after?.mentor.id)
    .sort((x, y) => Math.abs(y.change) - Math.abs(x.change) || (x.mentee.id < y.mentee.id ? -1 : 1));
  const gained = differences.filter(({ before }) => before === undefined);
  const lost = differences.filter(({ after }) => after === undefined);
  const moved = differences.filter(({ before, after }) => before !== undefined && after !== undefined);
  const better = moved.filter(({ change }) => change > 0).length;
  const worse = moved.filter(({ change }) => change < 0).length;
  const shown = all ? differences : differences.slice(0, 12);
  const sums = [summary(first, a, people.size), summary(second, b, people.size)] as const;
  return {
    schema: 'mentorctl/match-compare@1',
    csvTable: 'changes',
    blocks: [
      {
        kind: 'prose',
        text:
          both.size === 0
            ? `${one.label} and ${other.label} have no mentee in common, so there is nothing to compare.`
            : verdict(second.label, { gained, lost, moved, better, worse }),
      },
      ...(both.size === 0
        ? []
        : aloneWords([one.label, ofOne.size - both.size], [other.label, ofOther.size - both.size])),
      ...(both.size === 0 ? [] : [{ kind: 'table' as const, table: measures(first.label, second.label, sums) }]),
      ...(differences.length === 0
        ? []
        : [{ kind: 'table' as const, table: changes(shown, differences.length, [first, second]) }]),
    ],
    json: {
      first: { label: first.label, ...sums[0] },
      second: { label: second.label, ...sums[1] },
      onlyFirst: ofOne.size - both.size,
      onlySecond: ofOther.size - both.size,
      yardstick: fit === undefined ? 'own' : 'first',
      gained: gained.map(({ mentee }) => mentee),
      lost: lost.map(({ mentee }) => mentee),
      better,
      worse,
      changes: differences.map(({ mentee, before, after, change }) => ({
        mentee,
        before: before ?? null,
        after: after ?? null,
        change,
      })),
    },
  };
}

function idsOf({ pairs, unmatched }: ComparedRun): ReadonlySet<string> {
  return new Set([...pairs.map(({ mentee }) => mentee.id), ...unmatched.map(({ id }) => id)]);
}

/** A run's answer for some of its mentees. */
function among({ label, pairs, unmatched }: ComparedRun, ids: ReadonlySet<string>): ComparedRun {
  return {
    label,
    pairs: pairs.filter(({ mentee }) => ids.has(mentee.id)),
    unmatched: unmatched.filter(({ id }) => ids.has(id)),
  };
}

/** Who was in one of the runs only, came late or has a mentor by now, neither gains nor loses by the other. */
function aloneWords(...runs: readonly (readonly [label: string, mentees: number])[]): Block[] {
  const some = runs.filter(([, mentees]) => mentees > 0);
  if (some.length === 0) return [];
  const words = some.map(([label, mentees]) => `${counted(mentees, 'mentee')} only in ${label}`);
  return [{ kind: 'prose', text: `Left out of the comparison: ${words.join(', ')}.` }];
}

function placesOf(
  { pairs }: ComparedRun,
  fit?: (mentee: string, mentor: string) => number | undefined,
): ReadonlyMap<string, Place> {
  return new Map(
    pairs.map(({ mentee, mentor, score }) => [
      mentee.id,
      { mentor: { id: mentor.id, name: mentor.name }, fit: fit?.(mentee.id, mentor.id) ?? score },
    ]),
  );
}

interface Summary {
  readonly mentees: number;
  readonly placed: number;
  readonly meanFit: number | null;
  readonly lowestFit: number | null;
  /** Nine in ten fit at least this well. */
  readonly tenthFit: number | null;
  readonly mentors: number;
}

function summary({ pairs }: ComparedRun, places: ReadonlyMap<string, Place>, mentees: number): Summary {
  const fits = [...places.values()].map(({ fit }) => fit).sort((a, b) => a - b);
  return {
    mentees,
    placed: fits.length,
    meanFit: fits.length === 0 ? null : fits.reduce((sum, one) => sum + one, 0) / fits.length,
    lowestFit: fits[0] ?? null,
    tenthFit: fits[Math.floor(fits.length / 10)] ?? null,
    mentors: new Set(pairs.map(({ mentor }) => mentor.id)).size,
  };
}

function verdict(
  label: string,
  {
    gained,
    lost,
    moved,
    better,
    worse,
  }: Record<'gained' | 'lost' | 'moved', readonly Difference[]> & { better: number; worse: number },
): string {
  if (gained.length + lost.length + moved.length === 0) return 'Both give the same pairs.';
  const same = moved.length - better - worse;
  return [
    `With ${label}, ${counted(gained.length, 'mentee gains', 'mentees gain')} a place${names(gained)} and ${counted(lost.length, 'loses', 'lose')} one${names(lost)}.`,
    `${counted(moved.length, 'gets', 'get')} another mentor: ${better} a better fit, ${worse} a worse one, ${same} as good a one.`,
  ].join(' ');
}

/** Who they are, where they are few enough to be named. */
function names(some: readonly Difference[]): string {
  if (some.length === 0 || some.length > 5) return '';
  return ` (${some.map(({ mentee }) => `${mentee.name}, ${mentee.id}`).join('; ')})`;
}

function measures(a: string, b: string, [first, second]: readonly [Summary, Summary]): Table {
  const tenth = (value: number | null): Cell =>
    value === null ? { kind: 'missing', why: 'nobody is placed' } : { kind: 'number', value: value / 10, digits: 1 };
  const share = ({ placed, mentees }: Summary): Cell =>
    mentees === 0 ? { kind: 'missing', why: 'no mentees' } : { kind: 'share', value: placed / mentees };
  const row = (what: string, cell: (of: Summary) => Cell): Cell[] => [
    { kind: 'text', text: what },
    cell(first),
    cell(second),
  ];
  return {
    id: 'measures',
    title: 'Side by side',
    columns: [
      { id: 'what', title: '' },
      { id: 'first', title: a, align: 'right' },
      { id: 'second', title: b, align: 'right' },
    ],
    rows: [
      row('mentees placed', ({ placed }) => ({ kind: 'count', value: placed })),
      row('of all who wait', share),
      row('average fit', ({ meanFit }) => tenth(meanFit)),
      row('nine in ten fit at least', ({ tenthFit }) => tenth(tenthFit)),
      row('lowest fit', ({ lowestFit }) => tenth(lowestFit)),
      row('mentors with a mentee', ({ mentors }) => ({ kind: 'count', value: mentors })),
    ],
  };
}

function whatHappens(before: Place | undefined, after: Place | undefined, change: number): string {
  if (before === undefined) return 'gains a place';
  if (after === undefined) return 'loses the place';
  return change === 0 ? 'fits as well' : change > 0 ? 'fits better' : 'fits worse';
}

function changes(shown: readonly Difference[], of: number, [a, b]: readonly [ComparedRun, ComparedRun]): Table {
  const who = (place: Place | undefined): Cell =>
    place === undefined ? { kind: 'text', text: 'nobody' } : { kind: 'person', ...place.mentor };
  const points = (place: Place | undefined): Cell =>
    place === undefined ? { kind: 'text', text: '' } : { kind: 'count', value: Math.round(place.fit / 10) };
  return {
    id: 'changes',
    title: 'Who has another mentor, largest change first',
    columns: [
      people('mentee'),
      { id: 'before', title: a.label, csv: ['before', 'before-name'] },
      { id: 'before-fit', title: 'fit', align: 'right' },
      { id: 'after', title: b.label, csv: ['after', 'after-name'] },
      { id: 'after-fit', title: 'fit', align: 'right' },
      { id: 'what', title: '' },
    ],
    rows: shown.map(({ mentee, before, after, change }) => [
      { kind: 'person', ...mentee },
      who(before),
      points(before),
      who(after),
      points(after),
      { kind: 'text', text: whatHappens(before, after, change) },
    ]),
    ...(shown.length < of ? { note: `${of - shown.length} more with --all.` } : {}),
  };
}
