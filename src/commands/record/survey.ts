// mentorctl record survey: one person's answers, as they come on paper or by telephone.
import type { Command } from '@commander-js/extra-typings';
import { manyOption } from '../../cli/options.ts';
import type { Reader } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import {
  asAsked,
  asDescribed,
  badAnswer,
  itemMeant,
  offScale,
  saidAnswers,
  type Asked,
  type ItemAnswer,
} from '../../domain/instruments/said-answers.ts';
import { surveyNames } from '../../domain/instruments/shipped.ts';
import { answersRecorded } from '../../domain/people/recorded.ts';
import { nearest } from '../../domain/suggest.ts';
import { instruments as knownInstruments, itemsAnswered } from '../../store/instruments.ts';
import { membersOf } from '../../store/people.ts';
import { keepRecords, recordsOf } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';

export interface SurveyOptions {
  readonly person?: string;
  readonly instrument?: string;
  readonly wave?: string;
  readonly answer: readonly ItemAnswer[];
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--person <who>', 'id, e-mail or part of the name')
    .option('--instrument <name>', 'which survey, e.g. belonging')
    .option('--wave <wave>', 'pre, mid, post, then or one of your own')
    .addOption(
      manyOption(
        '--answer <what=answer...>',
        'the item by its wording or its number, and the answer; as often as needed',
        itemAnswer,
      ),
    )
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText(
      'after',
      '\nExample:\n  mentorctl record survey --person S1042 --instrument belonging --wave mid --answer 1=4 2=5',
    )
    .action((flags) => act(runSurvey, flags));
}

export async function runSurvey(options: SurveyOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const people = await membersOf(store.db, cohort.id);
    const person = await choosePerson(context, people, options.person, { what: 'Whose answers', flag: '--person' });
    const answered = await recordsOf(store.db, 'answer', cohort.id);
    const described = await knownInstruments(store.db);
    const instruments = unique([
      ...program.surveys.map((plan) => plan.instrument),
      ...answered.map((row) => row.instrument),
      ...described.keys(),
    ]);
    const instrument = await surveyNamed(options.instrument, instruments, context);
    const waves = unique([
      ...program.surveys.filter((plan) => plan.instrument === instrument).map((plan) => plan.wave),
      ...['pre', 'mid', 'post', 'then'],
    ]);
    const wave = (await wordOf('Which wave?', '--wave', waves, options.wave, context)).toLowerCase();
    const known = described.get(instrument.toLowerCase());
    const asked = known === undefined ? await askedOf(store, instrument) : asDescribed(known.instrument);
    const answers = await answersOf(options.answer, asked, context);
    const records = answers.map(([item, answer]) => ({
      personId: person.key,
      instrument,
      wave,
      item,
      answer,
      version: known?.version ?? null,
    }));
    const plan = await makeChange(store, context, options, (writer) =>
      keepRecords(writer, 'answer', cohort.id, records),
    );
    const said = { instrument, wave, answers: answers.map(([item, answer]) => ({ item, answer })) };
    await context.show(answersRecorded({ cohort: cohort.name, plan, dryRun: options.dryRun }, person, said));
  });
}

/** A slip in the name would make a survey of its own that no report looks at. */
async function surveyNamed(given: string | undefined, known: readonly string[], context: Context): Promise<string> {
  const name = await wordOf('Which survey?', '--instrument', known, given, context);
  const names = unique([...known, ...surveyNames]);
  const found = names.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(name, names);
  if (near !== undefined)
    throw new Failure('not-found', {
      code: 'unknown-survey',
      message: `there is no survey "${name}" here`,
      hint: `Did you mean "${near}"? A survey of another name has to be described first (docs/instruments.md).`,
    });
  context.note(`Nobody has described a survey "${name}": answers are taken as they are.`);
  return name;
}

async function wordOf(
  question: string,
  flag: string,
  known: readonly string[],
  given: string | undefined,
  context: Context,
): Promise<string> {
  if (given !== undefined) return known.find((word) => word.toLowerCase() === given.toLowerCase()) ?? given;
  const check = (text: string): string | undefined => (text === '' ? 'A word, please.' : undefined);
  if (known.length === 0) return context.ask.text(question, flag, { check });
  return context.ask.choose(
    question,
    known.map((value) => ({ value, label: value })),
    flag,
  );
}

/** What was asked so far in the order it first came in. */
async function askedOf(store: Store, name: string): Promise<Asked> {
  return asAsked(name, await itemsAnswered(store.db, name));
}

async function answersOf(
  given: readonly ItemAnswer[],
  { items, instrument, wordingOf }: Asked,
  context: Context,
): Promise<[string, number][]> {
  if (given.length > 0) return saidAnswers(given, { items, instrument });
  if (items.length === 0) {
    const check = (text: string): string | undefined => {
      const wrong = text.split(';').find((part) => !/=\s*-?[\d.]+\s*$/.test(part));
      return wrong === undefined ? undefined : 'Write item=number, and ; between several.';
    };
    const text = await context.ask.text('Answers (item=number; item=number)?', '--answer', { check });
    return text.split(';').map((part) => {
      const { item, answer } = itemAnswer(part.trim(), '--answer');
      return [itemMeant(item, items), answer];
    });
  }
  const answers: [string, number][] = [];
  for (const item of items) {
    const check = (text: string): string | undefined => {
      if (text === '') return undefined;
      return Number.isFinite(Number(text)) ? offScale(Number(text), instrument) : 'A number, or nothing.';
    };
    const words = wordingOf(item);
    const scale = instrument === undefined ? 'a number' : `${instrument.min} to ${instrument.max}`;
    const asked = words === '' ? item : `${item}. ${words}`;
    const text = await context.ask.text(`${asked} (${scale}; empty: no answer)`, '--answer', { check });
    if (text !== '') answers.push([item, Number(text)]);
  }
  return answers;
}

/** `1=4` or `I can be myself=4` */
const itemAnswer: Reader<ItemAnswer> = (text, flag) => {
  const at = text.lastIndexOf('=');
  const [item, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const answer = Number(value);
  if (at >= 1 && value !== '' && Number.isFinite(answer)) return { item, answer };
  throw badAnswer(`${flag} is "${text}"`, 'Write item=number: 1=4.');
};

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
