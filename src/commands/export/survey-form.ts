// mentorctl export survey-form: a survey to print or to paste; answers to it come back with import --as survey.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import { shippedInstrument, shippedNames } from '../../domain/instruments/shipped.ts';
import { surveyForm } from '../../domain/instruments/survey-form.ts';
import { amongKnown } from '../../domain/suggest.ts';
import { instruments } from '../../store/instruments.ts';
import { storeExists } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface SurveyFormOptions {
  readonly name: string;
  readonly wave?: string;
  readonly into?: 'html' | 'pdf' | 'csv' | 'md';
}

export function define(command: Command, act: Act): void {
  command
    .argument('<name>', 'the survey, e.g. belonging, or one of your own')
    .option('--wave <wave>', 'when it is asked: pre, mid, post or one of your own')
    .addOption(
      valueOption(
        '--into <form>',
        'to print (html, pdf), to fill in (csv) or to paste (md)',
        oneOf(['html', 'pdf', 'csv', 'md']),
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl export survey-form belonging --wave pre -o belonging.html\n  mentorctl export survey-form belonging --into csv -o answers.csv\n  mentorctl import answers.csv --as survey --instrument belonging --cohort fall',
    )
    .action((name, flags) => act(runSurveyForm, { ...flags, name }));
}

export async function runSurveyForm({ name, wave, into }: SurveyFormOptions, context: Context): Promise<void> {
  const own = storeExists(context.databasePath)
    ? await context.usingStore({ create: false }, ({ db }) => instruments(db))
    : new Map<string, never>();
  const instrument = own.get(name.toLowerCase())?.instrument ?? shippedInstrument(name);
  if (instrument === undefined)
    throw new Failure('not-found', {
      code: 'unknown-survey',
      message: `no survey "${name}" with questions of its own is on file`,
      hint: `${amongKnown(name, [...own.keys(), ...shippedNames], '')} To describe one: docs/instruments.md.`,
    });
  await context.show(surveyForm(instrument, wave), into);
}
