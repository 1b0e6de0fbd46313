// mentorctl pair accept: makes the proposed pairs of a run real.
import type { Command } from 'commander';
import { Failure } from '../../domain/failure.ts';
import { acceptRun, findRun } from '../../store/runs.ts';
import { transact } from '../../store/transact.ts';
import { chooseCohort, type Act, type Context } from '../context.ts';

export interface AcceptOptions {
  readonly cohort?: string;
  readonly run?: number;
  readonly all: boolean;
  /** Fit of 0..100 from which on pairs are accepted. */
  readonly fromFit?: number;
  readonly dryRun: boolean;
}

interface Flags {
  readonly cohort?: string;
  readonly run?: string;
  readonly all?: boolean;
  readonly fromFit?: string;
  readonly dryRun?: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .option('--cohort <name>', 'the cohort; the only one if there is one')
    .option('--run <number>', 'the run; the latest draft if not said')
    .option('--all', 'accept every pair of the run')
    .option('--from-fit <fit>', 'accept the pairs that fit at least this well, 0 to 100')
    .option('--dry-run', 'show what would be accepted')
    .addHelpText('after', '\nExamples:\n  mentorctl pair accept --all\n  mentorctl pair accept --run 4 --from-fit 60')
    .action((flags: Flags) =>
      act((context) =>
        runAccept(
          {
            ...(flags.cohort === undefined ? {} : { cohort: flags.cohort }),
            ...(flags.run === undefined ? {} : { run: Number(flags.run) }),
            ...(flags.fromFit === undefined ? {} : { fromFit: Number(flags.fromFit) }),
            all: flags.all ?? false,
            dryRun: flags.dryRun ?? false,
          },
          context,
        ),
      ),
    );
}

export async function runAccept(options: AcceptOptions, context: Context): Promise<void> {
  if (!options.all && options.fromFit === undefined) {
    const hint = 'Say --all, or --from-fit 60 for the better ones.';
    throw new Failure('usage', { code: 'accept-what', message: 'which pairs are to be accepted?', hint });
  }
  await context.usingStore({ create: false }, async (store) => {
    const cohort = await chooseCohort(store, options.cohort);
    const run = await findRun(store.db, cohort.id, options.run);
    if (run === undefined) {
      const message =
        options.run === undefined
          ? `there is no draft run for ${cohort.name}`
          : `there is no run ${options.run} for ${cohort.name}`;
      throw new Failure('not-found', {
        code: 'no-run',
        message,
        hint: `Make one with: mentorctl match --cohort ${cohort.name}`,
      });
    }
    const choose = options.fromFit === undefined ? {} : { least: Math.round(10 * options.fromFit) };
    const accepted = await transact(
      store,
      context.author(),
      (writer) => acceptRun(writer, run, context.today(), choose),
      { dryRun: options.dryRun },
    );
    const said =
      accepted === 0 ? 'Nothing new to accept' : `${options.dryRun ? 'Would accept' : 'Accepted'} ${accepted} pairs`;
    await context.show({
      schema: 'mentorctl/accept@1',
      blocks: [
        { kind: 'prose', text: `${said} of run ${run.id} for ${cohort.name}.` },
        { kind: 'next', command: `mentorctl status --cohort ${cohort.name}`, text: '' },
      ],
      json: { run: run.id, cohort: cohort.name, accepted, dryRun: options.dryRun },
    });
  });
}
