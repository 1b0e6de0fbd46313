// mentorctl pair list: the pairs of a cohort and how they live; with --rulings, who is pinned or kept apart.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { daysBetween, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { closingOf, expectedEndOf, reasonWords, type Closing } from '../../domain/engagement/closure.ts';
import { tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { pairsOf, rulingsIn } from '../../store/pair-life.ts';
import { allPeople } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, silentDays } from '../shared/options.ts';

const statuses = ['active', 'ended', 'declined', 'void', 'all'] as const;

const orders = ['pair', 'mentee', 'mentor', 'fit'] as const;

export interface ListOptions {
  readonly cohort?: string;
  readonly status?: (typeof statuses)[number];
  readonly person?: string;
  readonly neverMet: boolean;
  /** Days, or true for the program's own limit. */
  readonly silent?: number | true;
  readonly pastEnd: boolean;
  readonly rulings: boolean;
  readonly sort?: (typeof orders)[number];
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(valueOption('--status <status>', 'what became of them; active if not said', oneOf(statuses)))
    .option('--person <who>', 'only the pairs of this mentor or mentee')
    .addOption(onOff('--never-met', 'only pairs that have not met'))
    .addOption(
      valueOption(
        '--silent [days]',
        "only pairs that have met, but not for this many days; the program's limit if not said",
        silentDays,
      ),
    )
    .addOption(valueOption('--sort <order>', 'by pair number, name or fit, the lowest first', oneOf(orders)))
    .addOption(onOff('--past-end', 'only pairs that stand though their planned end is past'))
    .addOption(onOff('--rulings', 'the pins and blocks instead'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl pair list --cohort fall --format csv\n  mentorctl pair list --sort mentor -o pairs.csv --excel\n  mentorctl pair list --silent 45\n  mentorctl pair list --status ended',
    )
    .action((flags) => act(runPairList, flags));
}

export async function runPairList(options: ListOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    await (options.rulings ? showRulings(store, cohort, context) : showPairs(store, cohort, options, context));
  });
}

async function showPairs(store: Store, cohort: RowOf<'cohort'>, options: ListOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  const silentFrom = options.silent === true ? program.engagement.silentDays : options.silent;
  const people = await allPeople(store.db);
  const person =
    options.person === undefined
      ? undefined
      : await choosePerson(context, people, options.person, { what: 'Whose pairs', flag: '--person' });
  const who = namer(people);
  const lastMet = new Map<string, { times: number; last: string }>();
  for (const { mentor_id, mentee_id, day } of await recordsOf(store.db, 'meeting', cohort.id)) {
    const key = `${mentor_id} ${mentee_id}`;
    const before = lastMet.get(key) ?? { times: 0, last: '' };
    lastMet.set(key, { times: before.times + 1, last: day > before.last ? day : before.last });
  }
  const wanted = options.status ?? 'active';
  const isPast = ({ started }: RowOf<'pair'>): boolean => {
    const from = parseIsoDate(started);
    if (from === undefined) return false;
    return daysBetween(expectedEndOf(from, cohort.ends, program.engagement), context.today()) > 0;
  };
  const items = (await pairsOf(store.db, cohort.id))
    .filter((pair) => !options.pastEnd || (pair.status === 'active' && isPast(pair)))
    .filter(({ status }) => wanted === 'all' || status === wanted)
    .filter((pair) => person === undefined || pair.mentor_id === person.key || pair.mentee_id === person.key)
    .map((pair) => {
      const met = lastMet.get(`${pair.mentor_id} ${pair.mentee_id}`);
      return {
        pair: pair.id,
        mentor: who(pair.mentor_id),
        mentee: who(pair.mentee_id),
        score: pair.score,
        status: pair.status,
        started: pair.started,
        meetings: met?.times ?? 0,
        lastMet: met?.last ?? null,
        ended: pair.ended,
        reason: pair.reason,
        endedBy: pair.ended_by,
        neverAgain: pair.never_again === 1,
        closing: closingIn(pair, cohort.ends, program.engagement),
      };
    })
    .filter(({ lastMet: last }) => !options.neverMet || last === null)
    .filter(({ lastMet: last }) => silentFrom === undefined || silentFor(last, context.today()) >= silentFrom)
    .sort(inOrder(options.sort ?? 'pair'));
  const past = wanted !== 'active';
  const rows = items.map((item): Cell[] => [
    { kind: 'count', value: item.pair },
    { kind: 'person', ...item.mentee },
    { kind: 'person', ...item.mentor },
    item.score === null ? { kind: 'missing', why: '' } : { kind: 'count', value: Math.round(item.score / 10) },
    { kind: 'date', date: item.started },
    { kind: 'count', value: item.meetings },
    item.lastMet === null ? { kind: 'text', text: 'never' } : { kind: 'date', date: item.lastMet },
    ...(past ? fate(item) : []),
  ]);
  const titles = ['pair', 'mentee', 'mentor', 'fit', 'since', 'meetings', 'last met'];
  const columns = [...titles, ...(past ? ['status', 'until', 'why'] : [])].map((title, index) => ({
    id: title.replace(' ', '-'),
    title,
    ...([0, 3, 5].includes(index) ? { align: 'right' as const } : {}),
    ...(title.startsWith('ment') ? { csv: [title, `${title}-name`] } : {}),
    ...(title === 'why' || (past && title.startsWith('ment')) ? { wrap: true } : {}),
  }));
  await context.show({
    schema: 'mentorctl/pairs@1',
    blocks: [tableBlock({ id: 'pairs', title: `Pairs of ${cohort.name}`, columns, rows })],
    json: { cohort: cohort.name, items },
  });
}

type Ordered = Record<'mentee' | 'mentor', { readonly name: string }> & {
  readonly pair: number;
  readonly score: number | null;
};

function inOrder(by: (typeof orders)[number]): (a: Ordered, b: Ordered) => number {
  return (a, b) => {
    const first =
      by === 'fit' ? (a.score ?? -1) - (b.score ?? -1) : by === 'pair' ? 0 : a[by].name.localeCompare(b[by].name, 'en');
    return first === 0 ? a.pair - b.pair : first;
  };
}

function closingIn(
  pair: RowOf<'pair'>,
  cohortEnds: string | null,
  engagement: { readonly lengthDays: number },
): Closing | null {
  const [started, ended] = [parseIsoDate(pair.started), pair.ended === null ? undefined : parseIsoDate(pair.ended)];
  if (pair.status !== 'ended' || started === undefined || ended === undefined) return null;
  return closingOf({ reason: pair.reason, ended, expectedEnd: expectedEndOf(started, cohortEnds, engagement) });
}

function fate(item: {
  readonly status: string;
  readonly ended: string | null;
  readonly reason: string | null;
  readonly closing: Closing | null;
  readonly neverAgain: boolean;
}): Cell[] {
  const why = [
    item.reason === null ? '' : reasonWords(item.reason),
    item.closing === 'premature' ? 'before its time' : '',
    item.neverAgain ? 'never again' : '',
  ];
  return [
    { kind: 'text', text: item.status },
    item.ended === null ? { kind: 'text', text: '' } : { kind: 'date', date: item.ended },
    { kind: 'text', text: why.filter((part) => part !== '').join('; ') },
  ];
}

async function showRulings(store: Store, cohort: RowOf<'cohort'>, context: Context): Promise<void> {
  const who = namer(await allPeople(store.db));
  const items = (await rulingsIn(store.db, cohort.id)).map((ruling) => ({
    ruling: ruling.kind,
    mentee: who(ruling.mentee_id),
    mentor: who(ruling.mentor_id),
    cohort: ruling.cohort_id === null ? null : cohort.name,
    note: ruling.note,
  }));
  const rows = items.map((item): Cell[] => [
    { kind: 'text', text: item.ruling },
    { kind: 'person', ...item.mentee },
    { kind: 'person', ...item.mentor },
    { kind: 'text', text: item.cohort ?? 'every cohort' },
    { kind: 'text', text: item.note ?? '' },
  ]);
  const columns = ['ruling', 'mentee', 'mentor', 'cohort', 'note'].map((id) => ({ id, title: id }));
  await context.show({
    schema: 'mentorctl/rulings@1',
    blocks: [tableBlock({ id: 'rulings', title: `Pins and blocks in ${cohort.name}`, columns, rows })],
    json: { cohort: cohort.name, items },
  });
}

function namer(
  people: readonly { readonly key: number; readonly id: string; readonly name: string }[],
): (key: number) => { id: string; name: string } {
  const byKey = new Map(people.map((person) => [person.key, person]));
  return (key) => ({ id: byKey.get(key)?.id ?? '', name: byKey.get(key)?.name ?? '' });
}

function silentFor(last: string | null, today: CivilDate): number {
  const day = last === null ? undefined : parseIsoDate(last);
  return day === undefined ? -1 : daysBetween(day, today);
}
