// mentorctl match audit: how a run treats groups of mentees, and what it would be without looking at what sets them apart.
import type { Command } from '@commander-js/extra-typings';
import { defined } from '../../domain/defined.ts';
import { Failure } from '../../domain/failure.ts';
import { fairnessReport, type Without } from '../../domain/matching/fairness/fairness-report.ts';
import { fairnessBy, type FairnessOptions } from '../../domain/matching/fairness/fairness.ts';
import { proposeRun } from '../../domain/matching/runs/propose-run.ts';
import { runTable } from '../../domain/matching/scoring/run-table.ts';
import { meantOrKnown } from '../../domain/suggest.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { runArgument } from '../shared/options.ts';
import { leastShown, ownEyesOption, showPage } from '../shared/own-eyes.ts';
import { openRun, type RunAndProgram } from '../shared/stored.ts';

export interface AuditOptions {
  readonly run: number;
  readonly by: string;
  readonly forOwnEyes?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(runArgument())
    .requiredOption('--by <field>', 'the question whose answers make the groups')
    .addOption(ownEyesOption())
    .addHelpText('after', '\nExample:\n  mentorctl match audit 4 --by campus')
    .action((run, { by, forOwnEyes }) => act(runAudit, { run, by, forOwnEyes }));
}

export async function runAudit({ run: id, by, forOwnEyes = false }: AuditOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const stored = await openRun(store, id);
    const { program, input, run } = stored;
    const known = program.fields.map(({ name }) => name);
    if (!known.includes(by)) {
      const hint = meantOrKnown(by, known);
      throw new Failure('not-found', { code: 'unknown-field', message: `there is no field "${by}"`, hint });
    }
    const field = program.fields.find(({ name }) => name === by);
    const options: FairnessOptions = {
      minCell: leastShown({ forOwnEyes }, program),
      seed: input.seed,
      ...defined({ stated: input.stated }),
      ...(field === undefined ? {} : { options: field.options }),
    };
    const { scoring } = await context.work('Scoring', runTable(input, program));
    const asItIs = fairnessBy(by, run.pairs, scoring, options);
    const without = await withoutField(by, stored, options, context);
    const report = fairnessReport({ run: id, field: by, minCell: options.minCell, asItIs, without });
    await showPage(context, report, options.minCell);
  });
}

/** The same people matched by the rules and criteria that do not look at the field, and both answers measured by those. */
async function withoutField(
  by: string,
  { program, input, cohort, run }: RunAndProgram,
  options: FairnessOptions,
  context: Context,
): Promise<Without | undefined> {
  const blind = ({ mentee, mentor }: { mentee: string; mentor: string }): boolean => mentee !== by && mentor !== by;
  const rules = program.rules.filter(blind);
  const criteria = program.criteria.filter((one) => blind(one) && one.scaledBy !== by);
  if (rules.length === program.rules.length && criteria.length === program.criteria.length) return undefined;
  const other = { ...program, rules, criteria };
  const { pairs } = await context.work(`Matching ${cohort.name}`, proposeRun(input, other));
  const { scoring } = await context.work('Scoring', runTable(input, other));
  return { before: fairnessBy(by, run.pairs, scoring, options), after: fairnessBy(by, pairs, scoring, options) };
}
