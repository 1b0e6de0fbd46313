// mentorctl match alternatives: answers nearly as good as a run's that differ most from it, kept as drafts of their own.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { wholeNumber } from '../../cli/read-values.ts';
import { Failure } from '../../domain/failure.ts';
import { alternativesReport, alternativesTo } from '../../domain/matching/runs/alternatives.ts';
import { toSnapshot } from '../../domain/matching/runs/snapshot.ts';
import { version } from '../../domain/version.ts';
import { allPeople } from '../../store/people.ts';
import { saveRun } from '../../store/runs.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { makeChange } from '../shared/on-file.ts';
import { dryRunOption, fit, runArgument } from '../shared/options.ts';
import { openRun } from '../shared/stored.ts';

export interface AlternativesOptions {
  readonly run: number;
  readonly most: number;
  /** Points of 1,000 that a mentee's other mentor may cost. */
  readonly price: number;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(runArgument())
    .addOption(valueOption('--most <number>', 'how many to look for', wholeNumber({ least: 1, most: 9 })).default(3))
    .addOption(
      valueOption('--price <fit>', 'what each mentee with another mentor may cost in fit, 0 to 100', fit).default(
        20,
        '2',
      ),
    )
    .addOption(dryRunOption('show them and keep nothing'))
    .addHelpText('after', '\nExample:\n  mentorctl match alternatives 4')
    .action((run, flags) => act(runAlternatives, { run, ...flags }));
}

export async function runAlternatives(
  { run: id, most, price, dryRun }: AlternativesOptions,
  context: Context,
): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const stored = await openRun(store, id);
    const { run, input, matching, program, row, cohort } = stored;
    if (matching.method === 'stable')
      throw new Failure('usage', {
        code: 'alternatives-of-lists',
        message: `run ${id} goes by the lists people gave, which leave no choice of that kind`,
        hint: 'Match without --method stable to compare answers by fit.',
      });
    const found = await context.work(
      `Looking for other answers for ${cohort.name}`,
      alternativesTo({ input, run }, program, { most, points: price }),
    );
    const numbers: number[] = [];
    if (!dryRun && found.length > 0)
      await makeChange(store, context, { dryRun }, async (writer) => {
        const keys = new Map((await allPeople(writer.db)).map((one) => [one.id, one.key]));
        for (const one of found) {
          const snapshot = toSnapshot(one.input, matching);
          const record = {
            cohortId: cohort.id,
            at: context.host.now().toISOString(),
            programText: row.programText,
            programHash: row.programHash,
            rosterHash: sha256(snapshot),
            seed: row.seed,
            version,
            objectiveName: (JSON.parse(row.objective) as { readonly name: string }).name,
            snapshot,
          };
          numbers.push(await saveRun(writer, record, one.run, keys));
        }
      });
    await context.show(
      alternativesReport({ id, run, cohort: cohort.name }, found, {
        numbers: dryRun ? undefined : numbers,
        points: price,
      }),
    );
  });
}
