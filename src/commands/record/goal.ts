// mentorctl record goal: what a mentee wants to reach, and when it was reached.
import type { Command } from '@commander-js/extra-typings';
import { valueArgument, valueOption } from '../../cli/options.ts';
import { oneOf, wholeNumber, pastDay } from '../../cli/read-values.ts';
import { daysBetween, formatDate, parseIsoDate, type CivilDate } from '../../domain/civil-date.ts';
import { counted } from '../../domain/count-words.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep, tableBlock } from '../../domain/report/blocks.ts';
import type { Cell } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { reachGoal } from '../../store/open-ends.ts';
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

const actions = ['set', 'reached', 'list'] as const;

export interface GoalOptions {
  readonly action: (typeof actions)[number];
  readonly number?: number | undefined;
  readonly person?: string;
  readonly goal?: string;
  readonly date?: CivilDate;
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act, given: Given): void {
  command
    .addArgument(valueArgument('[action]', 'what to do', oneOf(actions)).default('set' as const))
    .addArgument(
      valueArgument(
        '[number]',
        'reached: the goal, as list shows it',
        wholeNumber({ hint: 'Write its number: see mentorctl record goal list.' }),
      ),
    )
    .option('--person <who>', "set: whose goal; id, e-mail or part of the name; list: only this person's")
    .option('--goal <text>', 'set: the goal, in their words')
    .addOption(valueOption('--date <day>', 'when, YYYY-MM-DD; today if not said', pastDay(given.today)))
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl record goal set --person S1107 --goal "Pass statistics"\n  mentorctl record goal reached 5',
    )
    .action((action, number, flags) => act(runGoal, { ...flags, action, number }));
}

export async function runGoal(options: GoalOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    if (options.action === 'reached') return reached(options, context, store);
    const cohort = await chooseCohort(store, options.cohort, context);
    return options.action === 'list' ? list(options, context, store, cohort) : set(options, context, store, cohort);
  });
}

async function set(options: GoalOptions, context: Context, store: Store, cohort: RowOf<'cohort'>): Promise<void> {
  const day = options.date ?? context.today();
  const people = await membersOf(store.db, cohort.id);
  const person = await choosePerson(context, people, options.person, { what: 'Whose goal', flag: '--person' });
  const check = (text: string): string | undefined => (text === '' ? 'A few words, please.' : undefined);
  const goal = options.goal ?? (await context.ask.text('Which goal?', '--goal', { check }));
  const { plan, number } = await makeChange(store, context, options, async (writer) => {
    const record = { person_id: person.key, goal, set_on: day, reached_on: null };
    const kept = await keepRecords(writer, 'goal', cohort.id, [record]);
    const rows = await recordsOf(writer.db, 'goal', cohort.id);
    return {
      plan: kept,
      number: rows.find((row) => row.person_id === person.key && row.goal === goal && row.set_on === day)?.id ?? 0,
    };
  });
  const said = recordedWords(plan, options.dryRun, { did: 'Set', would: 'Would set' });
  await context.show({
    schema: 'mentorctl/goal@1',
    blocks: [
      prose(
        `${said}${plan.added.length + plan.changed.length > 0 ? '' : ':'} goal ${number}: ${nameAndId(person)}, ${goal}, on ${formatDate(day)}.`,
      ),
      ...(options.dryRun ? [] : [nextStep(`mentorctl record goal reached ${number}`, 'when it is')]),
    ],
    json: {
      goal: number,
      person: idAndName(person),
      text: goal,
      set: day,
      dryRun: options.dryRun,
    },
  });
}

async function reached(options: GoalOptions, context: Context, store: Store): Promise<void> {
  const given = options.date ?? context.today();
  const people = new Map((await allPeople(store.db)).map((person) => [person.key, person]));
  const rows = await store.db.selectFrom('goal').selectAll().orderBy('id').execute();
  const label = (row: RowOf<'goal'>): string => `${people.get(row.person_id)?.name ?? ''}: ${row.goal}`;
  const open = rows.filter(({ reached_on }) => reached_on === null);
  const number =
    options.number ??
    (open.length === 0
      ? undefined
      : Number(
          await context.ask.choose(
            'Which goal?',
            open.map((row) => ({ value: String(row.id), label: label(row) })),
            'its number, from mentorctl record goal list',
          ),
        ));
  const goal = rows.find(({ id }) => id === number);
  if (goal === undefined) {
    const message = number === undefined ? 'no goal is open' : `there is no goal ${number}`;
    throw new Failure('not-found', { code: 'no-goal', message, hint: 'See mentorctl record goal list.' });
  }
  // Reached once: said again without a day of its own, it stays reached on the day it was.
  const before = goal.reached_on === null ? undefined : parseIsoDate(goal.reached_on);
  const day = options.date === undefined && before !== undefined ? before : given;
  const setOn = parseIsoDate(goal.set_on) ?? day;
  if (daysBetween(setOn, day) < 0) {
    const message = `this goal was set on ${formatDate(setOn)}; it cannot be reached before`;
    throw new Failure('usage', { code: 'end-before-start', message, hint: 'Check --date.' });
  }
  await makeChange(store, context, options, (writer) => reachGoal(writer, goal, day));
  const days = daysBetween(setOn, day);
  await context.show({
    schema: 'mentorctl/goal@1',
    blocks: [
      prose(
        `${day === before ? 'Reached already' : options.dryRun ? 'Would note as reached' : 'Reached'}: goal ${goal.id} (${label(goal)}), ${counted(days, 'day')} after it was set.`,
      ),
      nextStep('mentorctl record goal list'),
    ],
    json: { goal: goal.id, text: goal.goal, set: setOn, reached: day, days, dryRun: options.dryRun },
  });
}

async function list(options: GoalOptions, context: Context, store: Store, cohort: RowOf<'cohort'>): Promise<void> {
  const people = await allPeople(store.db);
  const byKey = new Map(people.map(({ key, id, name }) => [key, { id, name }]));
  const whose =
    options.person === undefined
      ? undefined
      : await choosePerson(context, people, options.person, { what: 'Whose goals', flag: '--person' });
  const items = (await recordsOf(store.db, 'goal', cohort.id))
    .filter(({ person_id }) => whose === undefined || person_id === whose.key)
    .map((row) => ({
      goal: row.id,
      person: byKey.get(row.person_id) ?? { id: '', name: '' },
      text: row.goal,
      set: row.set_on,
      reached: row.reached_on,
    }));
  const rows = items.map((item): Cell[] => [
    { kind: 'count', value: item.goal },
    { kind: 'person', ...item.person },
    { kind: 'text', text: item.text },
    { kind: 'date', date: item.set },
    item.reached === null ? { kind: 'text', text: 'not yet' } : { kind: 'date', date: item.reached },
  ]);
  const columns = ['goal', 'whose', 'text', 'set', 'reached'].map((id) => ({
    id,
    title: id === 'text' ? '' : id,
    ...(id === 'goal' ? { align: 'right' as const } : {}),
    ...(id === 'whose' ? { csv: ['person', 'person-name'] } : {}),
    ...(id === 'text' ? { wrap: true } : {}),
  }));
  const done = items.filter((item) => item.reached !== null).length;
  await context.show({
    schema: 'mentorctl/goals@1',
    blocks: [
      tableBlock({ id: 'goals', title: `Goals of ${cohort.name}: ${done} of ${items.length} reached`, columns, rows }),
      nextStep(`mentorctl status --cohort ${shellWord(cohort.name)}`),
    ],
    json: { cohort: cohort.name, items },
  });
}
