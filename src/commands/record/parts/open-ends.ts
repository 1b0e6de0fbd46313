// What the commands on flags and on goals do alike: open one, close one.
import {
  closedReport,
  closingDay,
  oneOfNumber,
  openedReport,
  openedWords,
  type OpenEndKind,
} from '../../../domain/engagement/open-ends.ts';
import type { CivilDate } from '../../../domain/civil-date.ts';
import { closeOpenEnd, openEnds } from '../../../store/open-ends.ts';
import { allPeople, membersOf } from '../../../store/people.ts';
import { keepRecords } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import type { Cohort } from '../../../domain/records.ts';
import { choosePerson } from '../../shared/choose.ts';
import type { Context } from '../../shared/context.ts';
import { makeChange } from '../../shared/on-file.ts';
import { recordedWords } from '../../shared/recorded-words.ts';

export interface OpenEndOptions {
  readonly number?: number | undefined;
  readonly person?: string;
  readonly date?: CivilDate;
  readonly cohort?: string;
  readonly dryRun: boolean;
}

/** What is wanted of a person, asked for where it was not said. */
export function wordsFor(
  context: Context,
  question: string,
  flag: string,
  said: string | undefined,
): string | Promise<string> {
  const check = (text: string): string | undefined => (text === '' ? 'A few words, please.' : undefined);
  return said ?? context.ask.text(question, flag, { check });
}

/** `textOf`: asked only once it is known about whom. */
export async function openOne(
  kind: OpenEndKind,
  { store, cohort, context }: { readonly store: Store; readonly cohort: Cohort; readonly context: Context },
  options: OpenEndOptions,
  { what, textOf, by }: { what: string; textOf: () => string | Promise<string>; by: () => string | Promise<string> },
): Promise<void> {
  const day = options.date ?? context.today();
  const who = await choosePerson(context, await membersOf(store.db, cohort.id), options.person, {
    what,
    flag: '--person',
  });
  const text = await textOf();
  const said = await by();
  const { plan, number } = await makeChange(store, context, options, async (writer) => {
    const row = { personId: who.key };
    const raised = { raisedOn: day, raisedBy: said === '' ? null : said, resolvedOn: null, resolution: null };
    const kept =
      kind === 'flag'
        ? await keepRecords(writer, 'flag', cohort.id, [{ ...row, about: text, ...raised }])
        : await keepRecords(writer, 'goal', cohort.id, [{ ...row, goal: text, setOn: day, reachedOn: null }]);
    const all = await openEnds(writer.db, kind, cohort.id);
    const found = all.find((one) => one.person === who.key && one.text === text && one.opened === day);
    return { plan: kept, number: found?.number ?? 0 };
  });
  await context.show(
    openedReport(
      kind,
      { number, who, text, day },
      {
        said: recordedWords(plan, options.dryRun, openedWords[kind]),
        news: plan.added.length + plan.changed.length > 0,
        dryRun: options.dryRun,
      },
    ),
  );
}

/** `how`: what was done, asked only of one that was open and chosen here. */
export async function closeOne(
  kind: OpenEndKind,
  store: Store,
  options: OpenEndOptions,
  context: Context,
  how: (mayAsk: boolean) => string | Promise<string>,
): Promise<void> {
  const people = new Map((await allPeople(store.db)).map(({ key, name }) => [key, name]));
  const all = await openEnds(store.db, kind);
  const choices = all
    .filter(({ closed }) => closed === null)
    .map((one) => ({ value: String(one.number), label: `${people.get(one.person) ?? ''}: ${one.text}` }));
  const chosen =
    options.number ??
    (choices.length === 0
      ? undefined
      : Number(await context.ask.choose(`Which ${kind}?`, choices, `its number, from mentorctl record ${kind} list`)));
  const one = oneOfNumber(kind, all, chosen);
  const closing = closingDay(kind, one, options.date, context.today());
  const { day, before } = closing;
  const done = await how(context.ask.possible && options.number === undefined && before === undefined);
  await makeChange(store, context, options, (writer) =>
    closeOpenEnd(writer, kind, one, day, done === '' ? null : done),
  );
  const told = { name: people.get(one.person) ?? '', how: done, dryRun: options.dryRun };
  await context.show(closedReport(kind, one, told, closing));
}
