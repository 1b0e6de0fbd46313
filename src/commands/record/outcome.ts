// mentorctl record outcome: one measure of one person, where a whole file would be too much.
import type { Command } from '@commander-js/extra-typings';
import { gradeReader } from '../../domain/cells/grades.ts';
import { numberStyle } from '../../domain/cells/numbers.ts';
import { statusReader } from '../../domain/columns/statuses.ts';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { planCounts } from '../../domain/people/plan-records.ts';
import type { Measure, Program } from '../../domain/program/program.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { observationKey, readMeasure } from '../../domain/rows/read-measure.ts';
import { yesMeansLeft } from '../../domain/rows/yes-means-left.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { amongKnown } from '../../domain/suggest.ts';
import { membersOf } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { keepOne } from '../shared/keep-one.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, dryRunOption } from '../shared/options.ts';

export interface OutcomeOptions {
  readonly person?: string;
  readonly measure?: string;
  readonly value?: string;
  readonly cohort?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--person <who>', 'id, e-mail or part of the name')
    .option('--measure <name>', 'a measure of mentorctl.yaml')
    .option(
      '--value <value>',
      'a number, yes or no; for retention also stayed, left, left by choice, let go, stopped out, transferred, graduated',
    )
    .addOption(cohortOption())
    .addOption(dryRunOption('check and show, write nothing'))
    .addHelpText('after', '\nExample:\n  mentorctl record outcome --person S1042 --measure gpa --value 3.4')
    .action((flags) => act(runOutcome, flags));
}

export async function runOutcome(options: OutcomeOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    const people = await membersOf(store.db, cohort.id);
    const person = await choosePerson(context, people, options.person, { what: 'Of whom', flag: '--person' });
    const measure = await measureOf(program.measures, options.measure, context);
    const check = (text: string): string | undefined =>
      readValue(text, measure, program) === undefined ? valueHint(measure) : undefined;
    const text = options.value ?? (await context.ask.text(`${measure.name}?`, '--value', { check }));
    const value = readValue(text, measure, program);
    if (value === undefined) {
      const message = `--value is "${text}", and ${measure.name} is ${measure.kind === 'number' ? 'a number' : 'a yes or no'}`;
      throw new Failure('usage', { code: 'unknown-value', message, hint: valueHint(measure) });
    }
    const key = observationKey(measure);
    const row = { person_id: person.key, ...key, ...value };
    const { plan, said } = await keepOne(
      store,
      context,
      { table: 'observation', cohortId: cohort.id, row },
      options.dryRun,
    );
    await context.show({
      schema: 'mentorctl/record@1',
      blocks: [
        prose(
          `${said}: ${measure.name} of ${nameAndId(person)} is ${value.status ?? value.number ?? ''}${key.observed === '' ? '' : ` (${key.observed})`}.`,
        ),
        nextStep(`mentorctl status --cohort ${shellWord(cohort.name)}`),
      ],
      json: {
        ...planCounts(plan),
        person: idAndName(person),
        outcome: { ...key, ...value },
        dryRun: options.dryRun,
      },
    });
  });
}

async function measureOf(measures: readonly Measure[], text: string | undefined, context: Context): Promise<Measure> {
  const names = measures.map(({ name }) => name);
  if (names.length === 0) {
    throw new Failure('usage', {
      code: 'no-measures',
      message: 'mentorctl.yaml has no measures yet',
      hint: 'They come with the first file of outcomes: mentorctl import outcomes.csv --as outcomes, or write them under measures.',
    });
  }
  const word =
    text ??
    (await context.ask.choose(
      'Which measure?',
      names.map((value) => ({ value, label: value })),
      '--measure',
    ));
  const found = measures.find(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
  if (found !== undefined) return found;
  const hint = amongKnown(word, names);
  throw new Failure('usage', { code: 'unknown-value', message: `--measure does not know "${word}"`, hint });
}

function readValue(
  text: string,
  measure: Measure,
  { statuses, grades }: Pick<Program, 'statuses' | 'grades'>,
): { number: number | null; status: string | null } | undefined {
  const letters = gradeReader([text], grades);
  const value = readMeasure(text, measure, {
    style: numberStyle([text]),
    yesLeft: yesMeansLeft(measure),
    status: statusReader([text], measure.name, statuses),
    ...defined({ grades: letters }),
  });
  return value === undefined || value === 'gap' ? undefined : { number: value.number, status: value.status };
}

function valueHint({ kind }: Measure): string {
  if (kind === 'number') return 'Write a number, like 3.4.';
  return kind === 'retention'
    ? 'Write stayed, left, left by choice, let go, stopped out, transferred or graduated.'
    : 'Write yes or no.';
}
