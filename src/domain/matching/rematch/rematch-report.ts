// A rematch as a report: what it does in one line, the proof, and the whole difference, pair by pair.
import { counted } from '../../count-words.ts';
import type { Block, Cell, Report, Table } from '../../report/report.ts';
import { countedMore } from '../scoring/bonuses.ts';
import type { Favours } from '../run.ts';
import type { Program } from '../../program/program.ts';
import { unmatchedTable } from '../reasons/unmatched-table.ts';
import { pairsToMake, type RematchPlan } from './rematch-plan.ts';

export interface RematchView {
  readonly plan: RematchPlan;
  readonly cohort: string;
  /** The run that was kept; null when nothing was changed. */
  readonly run: number | null;
  /** Pairs that end because somebody has gone. */
  readonly broken: readonly { readonly mentee: Named; readonly mentor: Named; readonly gone: 'mentor' | 'mentee' }[];
  readonly maxMoves: number;
  readonly favours: Favours;
  readonly program: Pick<Program, 'matching'>;
  readonly dryRun: boolean;
  /** Only this one, an empty one too. */
  readonly table?: RematchTableId;
  readonly next: { readonly command: string; readonly text: string };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export function rematchReport(view: RematchView): Report {
  const { plan, cohort, run, broken } = view;
  const blocks: Block[] = [{ kind: 'prose', text: summary(view) }];
  if (plan.placed.length + plan.moved.length + plan.unmatched.length > 0)
    blocks.push({ kind: 'prose', text: proof(view) });
  for (const text of [...circleWords(view), ...againstWords(view), ...tieWords(view), favourWords(view)])
    if (text !== '') blocks.push({ kind: 'prose', text });
  const tables = tablesOf(view);
  for (const table of tables)
    if (table.rows.length > 0 && table.id !== 'against') blocks.push({ kind: 'table', table });
  blocks.push({ kind: 'next', ...view.next });
  const asked = tables.filter(({ id }) => id === view.table);
  const named = ({ id, name }: Named): Named => ({ id, name });
  return {
    schema: 'mentorctl/rematch@1',
    blocks: asked.length > 0 ? asked.map((table): Block => ({ kind: 'table', table })) : blocks,
    csv: asked[0] ?? placedTable(plan),
    json: {
      run,
      cohort,
      dryRun: view.dryRun,
      standing: plan.standing,
      ended: broken.map(({ mentee, mentor, gone }) => ({ mentee: named(mentee), mentor: named(mentor), gone })),
      placed: pairsToMake({ placed: plan.placed, moved: [] }).map(({ mentee, mentor, score }) => ({
        mentee: named(mentee),
        mentor: named(mentor),
        score,
      })),
      moved: plan.moved.map(({ pair, from }) => ({
        mentee: named(pair.mentee),
        from: { ...named(from.mentor), score: from.score, ...withOthers(plan.leaders(from.mentor.id).slice(1)) },
        to: { ...named(pair.mentor), score: pair.score, ...withOthers((pair.with ?? []).map(({ mentor }) => mentor)) },
      })),
      lost: plan.lost.map(({ mentee, from }) => ({ mentee: named(mentee), mentor: named(from) })),
      unmatched: plan.unmatched.map(({ mentee, reason }) => ({ ...named(mentee), reason })),
      closedCircles: plan.closed.map(({ mentors, least, people }) => ({
        mentors: mentors.map(named),
        least,
        people: people.map(named),
      })),
      shortCircles: plan.short.map(({ mentors, ...one }) => ({ mentors: mentors.map(named), ...one })),
      against: plan.against.map(({ mentee, mentor, rules }) => ({
        mentee: named(mentee),
        mentor: named(mentor),
        rules,
      })),
      notHeeded: plan.notHeeded,
      within: plan.within ?? null,
      certificate: plan.certificate,
    },
  };
}

/** Nothing where nobody leads with her. */
function withOthers(others: readonly Named[]): object {
  return others.length === 0 ? {} : { with: others.map(({ id, name }) => ({ id, name })) };
}

/** Tables of a rematch that can be asked for by name. */
export const rematchTables = ['ended', 'moved', 'placed', 'unmatched', 'against'] as const;
export type RematchTableId = (typeof rematchTables)[number];

function tablesOf(view: RematchView): readonly Table[] {
  const { plan, broken } = view;
  return [brokenTable(broken), movedTable(plan), placedTable(plan), leftOutTable(view), againstTable(plan)];
}

/** Those left out for one reason in one row, as a match shows them; by name where the table is asked for. */
function leftOutTable({ plan: { unmatched, groups }, table }: RematchView): Table {
  return unmatchedTable({ unmatched, reasons: { groups } }, table === 'unmatched', '--table unmatched');
}

function summary({ plan, cohort, run, broken }: RematchView): string {
  const waiting = plan.placed.length + plan.unmatched.length - plan.lost.length;
  const ends = broken.length === 0 ? '' : ` ${count(broken.length, 'pair')} ${run === null ? 'would end' : 'ended'}.`;
  if (waiting === 0 && plan.lost.length === 0) {
    const moves = `${plan.moved.length} of ${count(plan.standing, 'standing pair')} ${run === null ? 'would move' : 'moved'}`;
    return `Nobody in ${cohort} is without a mentor; ${plan.moved.length === 0 ? standingWords(plan.standing) : moves}.${ends}`;
  }
  const verb = run === null ? 'Would place' : `Run ${run} for ${cohort}: placed`;
  const lost =
    plan.lost.length === 0 ? '' : ` ${count(plan.lost.length, 'mentee')} lose a mentor who has too few places.`;
  return (
    `${verb} ${plan.placed.length} of ${count(waiting, 'mentee')} without a mentor, ` +
    `moving ${plan.moved.length === 0 ? 'none' : plan.moved.length} of ${count(plan.standing, 'standing pair')}.${lost}${ends}`
  );
}

/** What becomes of circles that have lost people. */
function circleWords({ plan, run }: RematchView): readonly string[] {
  const led = (mentors: readonly Named[]): string => mentors.map(({ name, id }) => `${name} (${id})`).join(' with ');
  const why = {
    'nobody-else-has-room': 'closing it would leave somebody without a mentor',
    pinned: 'somebody is pinned to it',
    'too-many-moves': 'closing it would move too many',
  } as const;
  return [
    ...plan.closed.map(
      ({ mentors, least, people }) =>
        `The circle of ${led(mentors)} has ${people.length} of the ${least} people it needs: it ${run === null ? 'would close' : 'closed'}, and they go elsewhere.`,
    ),
    ...plan.short.map(
      ({ mentors, least, people, why: reason }) =>
        `The circle of ${led(mentors)} goes on with ${people} of the ${least} people it needs: ${why[reason]}.`,
    ),
  ];
}

/** Rules about mentees among each other that the pairs which stand break. */
function tieWords({ plan }: RematchView): readonly string[] {
  return plan.notHeeded.map((text) => `Not heeded by pairs that stand or are pinned: ${text}.`);
}

/** Pairs that stay though a rule was made stricter since. */
function againstWords({ plan: { against } }: RematchView): readonly string[] {
  if (against.length === 0) return [];
  const listed = against
    .slice(0, mostAgainst)
    .map(
      ({ mentee, mentor, rules }) =>
        `${mentee.name} (${mentee.id}) with ${mentor.name} (${mentor.id}): ${rules.join(', ')}`,
    );
  const more = against.length > mostAgainst ? `; ${against.length - mostAgainst} more with --table against` : '';
  const pairs = counted(against.length, 'standing pair stays though a rule', 'standing pairs stay though rules');
  return [`${pairs} would bar ${against.length === 1 ? 'it' : 'them'} today: ${listed.join('; ')}${more}.`];
}

/** Pairs against the rules that are named in the text; the table has all. */
const mostAgainst = 5;

function againstTable({ against }: RematchPlan): Table {
  const [mentee, mentor, rules] = columns('mentee', 'mentor', 'rules');
  return {
    id: 'against',
    title: 'Against the rules of today',
    columns: [mentee!, mentor!, { ...rules!, wrap: true }],
    rows: against.map((one) => [person(one.mentee), person(one.mentor), { kind: 'text', text: one.rules.join(', ') }]),
  };
}

function favourWords({ favours }: RematchView): string {
  const counted = countedMore(false, favours);
  return counted === '' ? '' : `For those who wait: ${counted}.`;
}

function proof({ plan, maxMoves, favours, program }: RematchView): string {
  const moves = plan.moved.length + plan.lost.length;
  const limit = maxMoves < Infinity ? ` with at most ${maxMoves} moved` : '';
  const more = countedMore(program.matching.spread && program.matching.method !== 'stable', favours);
  const pairs = `${plan.certificate.checkedPairs.toLocaleString('en-US')} allowed pairs${more === '' ? '' : `, ${more}`}`;
  if (plan.within !== undefined) return withinWords(plan, plan.within, pairs);
  const fewer = moves === 0 ? '' : ', none that places as many moves fewer';
  const fits = moves === 0 ? ', and none that moves no pair fits better' : `, and none that moves ${moves} fits better`;
  const circles = plan.closed.length + plan.short.length === 0 ? '' : 'with these circles ';
  const first = program.matching.priority === undefined ? '' : ' or more of those who go first';
  return `Checked: ${circles}no other answer places more people${first}${limit}${fewer}${fits} (${pairs}).`;
}

/** Of a search that was too long to end. */
function withinWords({ placed }: RematchPlan, within: NonNullable<RematchPlan['within']>, pairs: string): string {
  const more =
    within.people === Infinity
      ? 'How many could be placed at most is not known'
      : within.people > 0
        ? `At most ${placed.length + within.people} could be placed`
        : within.moves > 0
          ? `No answer places more people; one could move ${within.moves} fewer at most`
          : `No answer places more people or moves fewer; none is better by more than ${(within.points / 10).toLocaleString('en-US')} points of fit in all`;
  return `The best found, not proved best: there are too many choices to compare them all. ${more} (${pairs}).`;
}

function standingWords(standing: number): string {
  if (standing === 0) return 'there is no standing pair';
  return standing === 1 ? 'the one pair stands' : `all ${standing} pairs stand`;
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

const person = ({ id, name }: Named): Cell => ({ kind: 'person', id, name });
const fit = (score: number): Cell => ({ kind: 'count', value: Math.round(score / 10) });

function columns(...ids: readonly string[]): Table['columns'] {
  return ids.map((id) => ({
    id,
    title: id,
    ...(id.endsWith('fit') ? { align: 'right' as const } : {}),
    ...(['mentee', 'mentor', 'from', 'to'].includes(id) ? { csv: [id, `${id}-name`] } : {}),
  }));
}

function brokenTable(broken: RematchView['broken']): Table {
  const rows = broken.map(({ mentee, mentor, gone }) => [
    person(mentee),
    person(mentor),
    { kind: 'text' as const, text: `${gone} left` },
  ]);
  return { id: 'ended', title: 'Ended', columns: columns('mentee', 'mentor', 'why'), rows };
}

/** One row for each pair that ends or begins: a circle of several mentors takes several. */
function movedTable({ moved, lost, leaders }: RematchPlan): Table {
  const none: Cell = { kind: 'text', text: '' };
  const movedRows = moved.flatMap(({ pair, from }) => {
    const [out, into] = [leaders(from.mentor.id), pairsToMake({ placed: [pair], moved: [] })];
    return Array.from({ length: Math.max(out.length, into.length) }, (_, at): Cell[] => [
      person(pair.mentee),
      out[at] === undefined ? none : person(out[at]),
      at === 0 ? fit(from.score) : none,
      into[at] === undefined ? none : person(into[at].mentor),
      into[at] === undefined ? none : fit(into[at].score),
    ]);
  });
  const lostRows = lost.flatMap(({ mentee, from }) =>
    leaders(from.id).map((mentor): Cell[] => [
      person(mentee),
      person(mentor),
      none,
      { kind: 'missing', why: 'a mentor over her places' },
      none,
    ]),
  );
  const rows = [...movedRows, ...lostRows];
  const named = columns('mentee', 'from', 'fit', 'to', 'new-fit');
  return {
    id: 'moved',
    title: 'Moved',
    columns: named.map((one) => ({
      ...one,
      title: one.title.replace('-', ' '),
      ...(one.id === 'mentee' ? { once: true as const } : {}),
    })),
    rows,
  };
}

function placedTable({ placed }: RematchPlan): Table {
  const rows = pairsToMake({ placed, moved: [] }).map(({ mentee, mentor, score }) => [
    person(mentee),
    person(mentor),
    fit(score),
  ]);
  return { id: 'placed', title: 'Placed', columns: columns('mentee', 'mentor', 'fit'), rows };
}
