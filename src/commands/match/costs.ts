// mentorctl match costs: what each rule costs, alone and with another, in people placed and in fit; nothing is changed.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueArgument } from '../../cli/options.ts';
import { ruleCostsReport } from '../../domain/matching/reasons/rule-costs-report.ts';
import { ruleCosts } from '../../domain/matching/reasons/rule-costs.ts';
import type { RunInput } from '../../domain/matching/run.ts';
import type { Program } from '../../domain/program/program.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { withAskedFor } from '../../domain/matching/scoring/asked-for.ts';
import { withTies } from '../../domain/matching/scoring/ties.ts';
import { matchInput } from '../../store/match-input.ts';
import type { Store } from '../../store/store.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { chooseCohort } from '../shared/on-file.ts';
import { cohortOption, runNumber } from '../shared/options.ts';
import { openRun } from '../shared/stored.ts';

export interface CostsOptions {
  /** What this run saw; who is waiting now if not said. */
  readonly run?: number | undefined;
  readonly cohort?: string;
  readonly all: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(
      valueArgument(
        '[run]',
        'the number of a run, to ask about what it saw; who is waiting now if not said',
        runNumber,
      ),
    )
    .addOption(cohortOption())
    .addOption(onOff('--all', 'list every two rules, not only those that cost more together'))
    .addHelpText('after', '\nExamples:\n  mentorctl match costs --cohort fall\n  mentorctl match costs 4 --format csv')
    .action((run, flags) => act(runCosts, { run, ...flags }));
}

export async function runCosts(options: CostsOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const { cohort, input, program } = await asked(store, options, context);
    const found = await context.work(`Dropping rules for ${cohort}`, ruleCosts(input, program));
    const all = options.all || context.settings.format.value === 'csv';
    const next = `mentorctl match --cohort ${shellWord(cohort)} --rules other.yaml`;
    await context.show(ruleCostsReport({ cohort, found, all, next }));
  });
}

async function asked(
  store: Store,
  options: CostsOptions,
  context: Context,
): Promise<{ readonly cohort: string; readonly input: RunInput; readonly program: Program }> {
  if (options.run !== undefined) {
    const { cohort, input, program } = await openRun(store, options.run);
    return { cohort: cohort.name, input, program };
  }
  const { program } = await context.program();
  const cohort = await chooseCohort(store, options.cohort, context);
  const { preferPrevious, seed } = program.matching;
  return {
    cohort: cohort.name,
    program,
    input: {
      ...withTies(
        withAskedFor(
          await matchInput(store.db, cohort.id, { preferPrevious, perCohort: program.capacity.per === 'cohort' }),
          program,
        ),
        program,
      ),
      seed,
    },
  };
}
