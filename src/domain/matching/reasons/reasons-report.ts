// What a run says about its limits, as tables and sentences: who is not placed and why, what would help, who is in demand.
import { people } from '../../report/table-columns.ts';
import type { Block, Cell, Table } from '../../report/report.ts';
import type { ProposedPair, Run } from '../run.ts';
import type { RunReasons, ShortPlaces } from '../unmatched-reason.ts';
import { unmatchedTable } from './unmatched-table.ts';
import { rivalWords } from './why-unmatched.ts';

const nothingSaid: RunReasons = { groups: [], relaxed: [], shortage: [], inDemand: [], bottlenecks: [] };
const person = ({ id, name }: { id: string; name: string }): Cell => ({ kind: 'person', id, name });
const text = (words: string): Cell => ({ kind: 'text', text: words });

/** Those that say something, in the order in which a coordinator needs them. `all`: one row a person. */
export function reasonBlocks(run: Run, all: boolean): readonly Block[] {
  const { relaxed, shortage, inDemand, bottlenecks } = run.reasons ?? nothingSaid;
  const blocks: Block[] = [];
  if (run.unmatched.length > 0) blocks.push({ kind: 'table', table: unmatchedTable(run, all) });
  for (const { rule, places } of relaxed.filter((one) => one.places > 0).slice(0, 3))
    blocks.push({
      kind: 'prose',
      text: `Without the rule "${rule}", for those not placed only, ${places} more could be placed.`,
    });
  const [only] = shortage;
  if (shortage.length === 1 && only !== undefined) blocks.push({ kind: 'prose', text: shortWords(only) });
  else if (shortage.length > 1) blocks.push({ kind: 'table', table: shortageTable(run) });
  // Where any mentor would do, all of them are bottlenecks.
  const anybody = only !== undefined && Object.keys(only.kind).length === 0;
  for (const words of [anybody ? '' : bottleneckWords(run, bottlenecks), demandWords(inDemand)])
    if (words !== '') blocks.push({ kind: 'prose', text: words });
  return blocks;
}

/** Every table there is about it, empty ones too, for whoever asks for one by its name. */
export function reasonTables(run: Run): readonly Table[] {
  return [unmatchedTable(run, true), relaxedTable(run), shortageTable(run), inDemandTable(run)];
}

/** The promised fields of the run's document. */
export function reasonsJson({ reasons = nothingSaid }: Pick<Run, 'reasons'>): Readonly<Record<string, unknown>> {
  const { groups, relaxed, shortage, inDemand, bottlenecks } = reasons;
  return { groups, relaxed, shortage, inDemand, bottlenecks };
}

function shortWords({ text: kind, more }: ShortPlaces): string {
  return `${more} more ${more === 1 ? 'place' : 'places'} with ${kind} would place ${more} more.`;
}

function shortageTable({ reasons = nothingSaid }: Run): Table {
  return {
    id: 'shortage',
    title: 'Places that are short, the most useful first',
    columns: [
      { id: 'places', title: 'more places', align: 'right' },
      { id: 'with', title: 'with', wrap: true },
      { id: 'placed', title: 'place', align: 'right' },
      { id: 'alone', title: 'by themselves', align: 'right' },
    ],
    rows: reasons.shortage.map(({ text: kind, more, alone }) => [
      { kind: 'count', value: more },
      text(kind),
      { kind: 'count', value: more },
      { kind: 'count', value: alone },
    ]),
    ...(reasons.shortage.length > 1
      ? { note: 'Each line beside those above it; "by themselves": if no other places are found.' }
      : {}),
  };
}

function relaxedTable({ reasons = nothingSaid }: Run): Table {
  return {
    id: 'relaxed',
    title: 'One rule set aside for those not placed only',
    columns: [
      { id: 'rule', title: 'rule', wrap: true },
      { id: 'choice', title: 'would have a choice', align: 'right' },
      { id: 'placed', title: 'could be placed', align: 'right' },
    ],
    rows: reasons.relaxed.map(({ rule, leaves, places }) => [
      text(rule),
      { kind: 'count', value: leaves },
      { kind: 'count', value: places },
    ]),
  };
}

function inDemandTable({ reasons = nothingSaid }: Run): Table {
  return {
    id: 'in-demand',
    title: 'Most in demand',
    columns: [
      people('mentor'),
      { id: 'places', title: 'places', align: 'right' },
      { id: 'points', title: 'one more would add', align: 'right' },
    ],
    rows: reasons.inDemand.map(({ id, name, places, points }) => [
      person({ id, name }),
      { kind: 'count', value: places },
      { kind: 'number', value: points / 10, digits: 0 },
    ]),
    ...(reasons.inDemand.length > 0 ? { note: 'Points of fit that the whole would gain, at least.' } : {}),
  };
}

function demandWords(inDemand: RunReasons['inDemand']): string {
  if (inDemand.length === 0) return '';
  const named = inDemand.slice(0, 3).map(({ id, name, points }) => `${name} (${id}) at least ${points / 10}`);
  return `Most in demand, with the points of fit that one more place there would add: ${named.join(', ')}.`;
}

function bottleneckWords({ pairs }: Run, ids: readonly string[]): string {
  if (ids.length === 0) return '';
  const names = new Map(pairs.map(({ mentor }: ProposedPair) => [mentor.id, mentor.name]));
  if (ids.length > 3)
    return `${ids.length} mentors are bottlenecks: one more place with any of them would place one more mentee.`;
  const who = ids
    .map((id) => `${names.get(id) ?? ''} (${id})`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
  const are = ids.length === 1 ? 'is a bottleneck' : 'are bottlenecks';
  return `${who} ${are}: one more place there would place one more mentee.`;
}

/** People who share places, for somebody who asks about one of them. `people`: everybody, with or without a mentor. */
export function rivalTables(
  run: Run,
  group: number,
  all: boolean,
): { readonly text: string; readonly tables: readonly Table[]; readonly people: readonly string[] } {
  const rivals = run.reasons?.groups[group];
  if (rivals === undefined) return { text: '', tables: [], people: [] };
  const shared = new Set(rivals.mentors);
  const left = new Set(rivals.left);
  const placed = run.pairs.filter(({ mentor, pinned }) => shared.has(mentor.id) && !pinned);
  const without = run.unmatched.filter(({ mentee }) => left.has(mentee.id));
  const rows = [
    ...without.map(({ mentee }): Cell[] => [person(mentee), text('nobody')]),
    ...placed.map(({ mentee, mentor }): Cell[] => [person(mentee), person(mentor)]),
  ];
  const shown = all ? rows : rows.slice(0, 12);
  return {
    text: rivalWords(rivals),
    people: [...without, ...placed].map(({ mentee }) => mentee.id),
    tables: [
      {
        id: 'rivals',
        title: 'Who shares these places',
        columns: [people('mentee'), people('mentor', 'has')],
        rows: shown,
        ...(shown.length < rows.length ? { note: `${rows.length - shown.length} more with --all.` } : {}),
      },
    ],
  };
}
