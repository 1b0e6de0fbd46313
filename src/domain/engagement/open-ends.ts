// Flags and goals: what is open about somebody, and when it was closed.
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import { idAndName, nameAndId, type Named } from '../find-named.ts';
import { nextStep, prose, tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { numbers, people } from '../report/table-columns.ts';
import { count, day, person, tableOf, text, wrapped, type ColumnOf } from '../report/table-of.ts';
import { shellWord } from '../shell-word.ts';

export type OpenEndKind = 'flag' | 'goal';

/** Days as YYYY-MM-DD; `person`: the number of the person. */
export interface OpenEnd {
  readonly number: number;
  readonly person: number;
  readonly text: string;
  readonly opened: string;
  /** Who raised a flag. */
  readonly by: string | null;
  readonly closed: string | null;
  /** How a flag was settled. */
  readonly how: string | null;
}

type Who = Pick<Named, 'id' | 'name'>;

/** How each is said, and the names of its parts in JSON. */
const kinds = {
  flag: {
    close: 'resolve',
    whenClosed: 'when it is settled',
    opened: 'raised',
    closed: 'resolved',
    text: 'about',
    did: { did: 'Raised', would: 'Would raise' },
    none: { code: 'no-flag', hint: 'See mentorctl record flag list --all.' },
  },
  goal: {
    close: 'reached',
    whenClosed: 'when it is',
    opened: 'set',
    closed: 'reached',
    text: 'text',
    did: { did: 'Set', would: 'Would set' },
    none: { code: 'no-goal', hint: 'See mentorctl record goal list.' },
  },
} as const;

/** What became of a new one, in a word, and what it would be. */
export const openedWords: Readonly<Record<OpenEndKind, { readonly did: string; readonly would: string }>> = {
  flag: kinds.flag.did,
  goal: kinds.goal.did,
};

/** `said`: e.g. `Raised`; `news`: whether anything was changed. */
export function openedReport(
  kind: OpenEndKind,
  one: { readonly number: number; readonly who: Who; readonly text: string; readonly day: CivilDate },
  { said, news, dryRun }: { readonly said: string; readonly news: boolean; readonly dryRun: boolean },
): Report {
  const { close, whenClosed, opened, text: what } = kinds[kind];
  const { number, who, text: words, day: on } = one;
  return {
    schema: `mentorctl/${kind}@1`,
    blocks: [
      prose(`${said}${news ? '' : ':'} ${kind} ${number}: ${nameAndId(who)}, ${words}, on ${formatDate(on)}.`),
      ...(dryRun ? [] : [nextStep(`mentorctl record ${kind} ${close} ${number}`, whenClosed)]),
    ],
    json: { [kind]: number, person: idAndName(who), [what]: words, [opened]: on, dryRun },
  };
}

/** The one of this number. Throws Failure where there is none. */
export function oneOfNumber(kind: OpenEndKind, all: readonly OpenEnd[], number: number | undefined): OpenEnd {
  const found = all.find((one) => one.number === number);
  if (found !== undefined) return found;
  const message = number === undefined ? `no ${kind} is open` : `there is no ${kind} ${number}`;
  throw new Failure('not-found', { ...kinds[kind].none, message });
}

export interface Closing {
  readonly opened: CivilDate;
  readonly day: CivilDate;
  /** The day on which it was closed already. */
  readonly before: CivilDate | undefined;
}

/** Closed once: said again without a day of its own, it stays closed on the day it was. Throws Failure for a day before it began. */
export function closingDay(
  kind: OpenEndKind,
  { opened: began, closed }: OpenEnd,
  stated: CivilDate | undefined,
  today: CivilDate,
): Closing {
  const before = parseIsoDate(closed ?? '');
  const on = stated ?? before ?? today;
  const opened = parseIsoDate(began) ?? on;
  const { opened: did, closed: done } = kinds[kind];
  if (daysBetween(opened, on) >= 0) return { opened, day: on, before };
  throw new Failure('usage', {
    code: 'end-before-start',
    message: `this ${kind} was ${did} on ${formatDate(opened)}; it cannot be ${done} before`,
    hint: 'Check --date.',
  });
}

/** `name`: of the person; `how`: what was done about a flag, '' where nothing is said. */
export function closedReport(
  kind: OpenEndKind,
  { number, text: words, how: known }: OpenEnd,
  { name, how, dryRun }: { readonly name: string; readonly how: string; readonly dryRun: boolean },
  { opened, day: on, before }: Closing,
): Report {
  const days = daysBetween(opened, on);
  const same = on === before && (how === '' || how === known);
  const said =
    kind === 'goal'
      ? `${same ? 'Reached already' : dryRun ? 'Would note as reached' : 'Reached'}: goal`
      : same
        ? `Settled already on ${formatDate(on)}: flag`
        : dryRun
          ? 'Would resolve flag'
          : before === undefined
            ? 'Resolved flag'
            : 'Changed how it was settled: flag';
  const { opened: began, closed, text: what } = kinds[kind];
  return {
    schema: `mentorctl/${kind}@1`,
    blocks: [
      prose(`${said} ${number} (${name}: ${words}), ${counted(days, 'day')} after it was ${began}.`),
      nextStep(`mentorctl record ${kind} list`),
    ],
    json: { [kind]: number, [what]: words, [began]: opened, [closed]: on, days, dryRun },
  };
}

/** Oldest first. `all`: settled ones, too. */
export function flagList(
  cohort: string,
  flags: readonly OpenEnd[],
  who: (person: number) => Who,
  { all, asOf }: { readonly all: boolean; readonly asOf: CivilDate },
): Report {
  const items = flags
    .filter(({ closed }) => all || closed === null)
    .sort((a, b) => (a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : a.number - b.number))
    .map((one) => ({
      flag: one.number,
      person: who(one.person),
      about: one.text,
      raised: one.opened,
      raisedBy: one.by,
      resolved: one.closed,
      resolution: one.how,
      days: daysBetween(parseIsoDate(one.opened) ?? asOf, parseIsoDate(one.closed ?? '') ?? asOf),
    }));
  const [first] = items.filter(({ resolved }) => resolved === null);
  const table = tableOf({ id: 'flags', title: `${all ? 'Flags' : 'Open flags'} of ${cohort}` }, items, [
    [numbers('flag'), ({ flag }) => count(flag)],
    [{ id: 'about-whom', title: 'about whom', csv: ['person', 'person-name'] }, (item) => person(item.person)],
    [wrapped('about'), ({ about }) => text(about)],
    ['raised', ({ raised }) => day(raised)],
    ['by', ({ raisedBy }) => text(raisedBy ?? '')],
    [numbers('days'), ({ days }) => count(days)],
    ...(all
      ? ([
          ['resolved', ({ resolved }) => day(resolved, 'open')],
          [wrapped('how'), ({ resolution }) => text(resolution ?? '')],
        ] satisfies ColumnOf<(typeof items)[number]>[])
      : []),
  ]);
  return {
    schema: 'mentorctl/flags@1',
    blocks: [
      tableBlock(table),
      nextStep(
        first === undefined
          ? `mentorctl status --cohort ${shellWord(cohort)}`
          : `mentorctl record flag resolve ${first.flag}`,
      ),
    ],
    json: { cohort, items },
  };
}

export function goalList(cohort: string, goals: readonly OpenEnd[], who: (person: number) => Who): Report {
  const items = goals.map((one) => ({
    goal: one.number,
    person: who(one.person),
    text: one.text,
    set: one.opened,
    reached: one.closed,
  }));
  const done = items.filter(({ reached }) => reached !== null).length;
  const table = tableOf({ id: 'goals', title: `Goals of ${cohort}: ${done} of ${items.length} reached` }, items, [
    [numbers('goal'), ({ goal }) => count(goal)],
    [{ ...people('person', 'whose'), id: 'whose' }, (item) => person(item.person)],
    [wrapped('text', ''), (item) => text(item.text)],
    ['set', ({ set }) => day(set)],
    ['reached', ({ reached }) => day(reached, 'not yet')],
  ]);
  return {
    schema: 'mentorctl/goals@1',
    blocks: [tableBlock(table), nextStep(`mentorctl status --cohort ${shellWord(cohort)}`)],
    json: { cohort, items },
  };
}
