// mentorctl record outcome: one measure of one person, where a whole file would be too much.
import type { Command } from '@commander-js/extra-typings';
import { outcomeRecorded } from '../../domain/people/recorded.ts';
import type { Measure } from '../../domain/program/program.ts';
import { observationKey } from '../../domain/rows/read-measure.ts';
import { mustHaveMeasures, outcomeObjection, statedMeasure, statedOutcome } from '../../domain/rows/stated-outcome.ts';
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
    const check = (typed: string): string | undefined => outcomeObjection(typed, measure, program);
    const text = options.value ?? (await context.ask.text(`${measure.name}?`, '--value', { check }));
    const outcome = { ...observationKey(measure), ...statedOutcome(text, measure, program) };
    const row = { personId: person.key, ...outcome };
    const kept = await keepOne(store, context, { table: 'observation', cohort, row }, options.dryRun);
    await context.show(outcomeRecorded(kept, person, outcome, measure.name));
  });
}

async function measureOf(measures: readonly Measure[], text: string | undefined, context: Context): Promise<Measure> {
  mustHaveMeasures(measures);
  const choices = measures.map(({ name }) => ({ value: name, label: name }));
  return statedMeasure(measures, text ?? (await context.ask.choose('Which measure?', choices, '--measure')));
}
