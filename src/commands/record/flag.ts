// mentorctl record flag: something is wrong with somebody's mentoring; it is raised, looked at, and resolved.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueArgument, valueOption } from '../../cli/options.ts';
import { oneOf, wholeNumber, pastDay } from '../../cli/read-values.ts';
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { counted } from '../../domain/count-words.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep, tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { resolveFlag } from '../../store/open-ends.ts';
import { allPeople, membersOf } from '../../store/people.ts';
import { keepRecords, recordsOf } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
import type { Act, Given } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { chooseCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';
import { recordedWords } from '../shared/recorded-words.ts';

const actions = ['raise', 'resolve', 'list'] as const;

export interface FlagOptions {
  readonly action: (typeof actions)[number];
  readonly number?: number | undefined;
  readonly person?: string;
  readonly about?: string;
  readonly byWhom?: string;
  readonly date?: CivilDate;
  readonly resolution?: string;
  readonly all: boolean;
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .addArgument(valueArgument('[action]', 'what to do', oneOf(actions)).default('raise' as const))
    .addArgument(
      valueArgument(
        '[number]',
        'resolve: the flag, as list and status show it',
        wholeNumber({ hint: 'Write its number: see mentorctl record flag list.' }),
      ),
    )
    .option('--person <who>', 'raise: about whom; id, e-mail or part of the name')
    .option('--about <text>', 'raise: what is wrong')
    .option('--by-whom <whom>', 'raise: who says so')
    .option('--resolution <text>', 'resolve: what was done')
    .addOption(valueOption('--date <day>', 'when, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(onOff('--all', 'list: resolved ones, too'))
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record flag raise --person S1107 --about exams --by-whom M017\n  mentorctl record flag resolve 12 --resolution "extra tutoring"\n  mentorctl record flag list',
    )
    .action((action, number, flags) => act(runFlag, { ...flags, action, number }));
}

export async function runFlag(options: FlagOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    if (options.action === 'resolve') return resolve(options, context, store);
    const cohort = await chooseCohort(store, options.cohort, context);
    return options.action === 'list' ? list(options, context, store, cohort) : raise(options, context, store, cohort);
  });
}

async function raise(options: FlagOptions, context: Context, store: Store, cohort: RowOf<'cohort'>): Promise<void> {
  const day = options.date ?? context.today();
  const people = await membersOf(store.db, cohort.id);
  const person = await choosePerson(context, people, options.person, { what: 'About whom', flag: '--person' });
  const about = options.about ?? (await context.ask.text('What is wrong?', '--about', { check: notEmpty }));
  const by =
    options.byWhom ??
    (context.ask.possible && options.about === undefined
      ? await context.ask.text('Who says so? (may stay empty)', '--by-whom')
      : '');
  const record = {
    person_id: person.key,
    about,
    raised_on: day,
    raised_by: by === '' ? null : by,
    resolved_on: null,
    resolution: null,
  };
  const { plan, number } = await makeChange(store, context, options, async (writer) => {
    const kept = await keepRecords(writer, 'flag', cohort.id, [record]);
    const rows = await recordsOf(writer.db, 'flag', cohort.id);
    const found = rows.find((row) => row.person_id === person.key && row.about === about && row.raised_on === day);
    return { plan: kept, number: found?.id ?? 0 };
  });
  const said = recordedWords(plan, options.dryRun, { did: 'Raised', would: 'Would raise' });
  await context.show({
    schema: 'mentorctl/flag@1',
    blocks: [
      prose(
        `${said}${plan.added.length + plan.changed.length > 0 ? '' : ':'} flag ${number}: ${nameAndId(person)}, ${about}, on ${formatDate(day)}.`,
      ),
      ...(options.dryRun ? [] : [nextStep(`mentorctl record flag resolve ${number}`, 'when it is settled')]),
    ],
    json: {
      flag: number,
      person: idAndName(person),
      about,
      raised: day,
      dryRun: options.dryRun,
    },
  });
}

async function resolve(options: FlagOptions, context: Context, store: Store): Promise<void> {
  const given = options.date ?? context.today();
  const people = new Map((await allPeople(store.db)).map((person) => [person.key, person]));
  const rows = await store.db.selectFrom('flag').selectAll().orderBy('id').execute();
  const label = (row: RowOf<'flag'>): string => `${people.get(row.person_id)?.name ?? ''}: ${row.about}`;
  const open = rows.filter(({ resolved_on }) => resolved_on === null);
  const number =
    options.number ??
    (open.length === 0
      ? undefined
      : Number(
          await context.ask.choose(
            'Which flag?',
            open.map((row) => ({ value: String(row.id), label: label(row) })),
            'its number, from mentorctl record flag list',
          ),
        ));
  const flag = rows.find(({ id }) => id === number);
  if (flag === undefined) {
    const message = number === undefined ? 'no flag is open' : `there is no flag ${number}`;
    throw new Failure('not-found', { code: 'no-flag', message, hint: 'See mentorctl record flag list --all.' });
  }
  // Settled once: said again without a day of its own, it stays settled on the day it was.
  const before = flag.resolved_on === null ? undefined : parseIsoDate(flag.resolved_on);
  const day = options.date === undefined && before !== undefined ? before : given;
  const raised = parseIsoDate(flag.raised_on) ?? day;
  if (daysBetween(raised, day) < 0) {
    throw new Failure('usage', {
      code: 'end-before-start',
      message: `this flag was raised on ${formatDate(raised)}; it cannot be resolved before`,
      hint: 'Check --date.',
    });
  }
  const resolution =
    options.resolution ??
    (context.ask.possible && options.number === undefined && before === undefined
      ? await context.ask.text('What was done? (may stay empty)', '--resolution')
      : '');
  await makeChange(store, context, options, (writer) =>
    resolveFlag(writer, flag, day, resolution === '' ? null : resolution),
  );
  const days = daysBetween(raised, day);
  const same = day === before && (resolution === '' || resolution === flag.resolution);
  const said = same
    ? `Settled already on ${formatDate(day)}: flag`
    : options.dryRun
      ? 'Would resolve flag'
      : before === undefined
        ? 'Resolved flag'
        : 'Changed how it was settled: flag';
  await context.show({
    schema: 'mentorctl/flag@1',
    blocks: [
      prose(`${said} ${flag.id} (${label(flag)}), ${counted(days, 'day')} after it was raised.`),
      nextStep('mentorctl record flag list'),
    ],
    json: { flag: flag.id, about: flag.about, raised, resolved: day, days, dryRun: options.dryRun },
  });
}

async function list(options: FlagOptions, context: Context, store: Store, cohort: RowOf<'cohort'>): Promise<void> {
  const people = new Map((await allPeople(store.db)).map(({ key, id, name }) => [key, { id, name }]));
  const asOf = context.today();
  const items = (await recordsOf(store.db, 'flag', cohort.id))
    .filter(({ resolved_on }) => options.all || resolved_on === null)
    .sort((a, b) => (a.raised_on < b.raised_on ? -1 : a.raised_on > b.raised_on ? 1 : a.id - b.id))
    .map((row) => ({
      flag: row.id,
      person: people.get(row.person_id) ?? { id: '', name: '' },
      about: row.about,
      raised: row.raised_on,
      raisedBy: row.raised_by,
      resolved: row.resolved_on,
      resolution: row.resolution,
      days: daysBetween(parseIsoDate(row.raised_on) ?? asOf, parseIsoDate(row.resolved_on ?? '') ?? asOf),
    }));
  const titles = ['flag', 'about whom', 'about', 'raised', 'by', 'days', ...(options.all ? ['resolved', 'how'] : [])];
  const rows = items.map((item): Cell[] => [
    { kind: 'count', value: item.flag },
    { kind: 'person', ...item.person },
    { kind: 'text', text: item.about },
    { kind: 'date', date: item.raised },
    { kind: 'text', text: item.raisedBy ?? '' },
    { kind: 'count', value: item.days },
    ...(options.all
      ? [
          item.resolved === null
            ? { kind: 'text' as const, text: 'open' }
            : { kind: 'date' as const, date: item.resolved },
          { kind: 'text' as const, text: item.resolution ?? '' },
        ]
      : []),
  ]);
  const columns = titles.map((title) => ({
    id: title.replaceAll(' ', '-'),
    title,
    ...(title === 'flag' || title === 'days' ? { align: 'right' as const } : {}),
    ...(title === 'about whom' ? { csv: ['person', 'person-name'] } : {}),
    ...(title === 'about' || title === 'how' ? { wrap: true } : {}),
  }));
  const [first] = items.filter(({ resolved }) => resolved === null);
  await context.show({
    schema: 'mentorctl/flags@1',
    blocks: [
      tableBlock({
        id: 'flags',
        title: `${options.all ? 'Flags' : 'Open flags'} of ${cohort.name}`,
        columns,
        rows,
      }),
      first === undefined
        ? nextStep(`mentorctl status --cohort ${shellWord(cohort.name)}`)
        : nextStep(`mentorctl record flag resolve ${first.flag}`),
    ],
    json: { cohort: cohort.name, items },
  });
}

function notEmpty(text: string): string | undefined {
  return text === '' ? 'A few words, please.' : undefined;
}
