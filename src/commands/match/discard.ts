// mentorctl match discard: puts a draft aside; it stays in the record.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { makeChange } from '../shared/on-file.ts';
import { runArgument, dryRunOption } from '../shared/options.ts';
import { openRun } from '../shared/stored.ts';
import { discardRun } from '../../store/runs.ts';

export interface DiscardOptions {
  readonly run: number;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(runArgument('the number of a draft, as match list shows it'))
    .addOption(dryRunOption('show what would be discarded'))
    .addHelpText('after', '\nExample:\n  mentorctl match discard 4')
    .action((run, flags) => act(runDiscard, { run, ...flags }));
}

export async function runDiscard({ run: id, dryRun }: DiscardOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const { row, cohort } = await openRun(store, id);
    if (row.status !== 'draft')
      throw new Failure('usage', {
        code: 'not-a-draft',
        message: `run ${id} is ${row.status}, not a draft`,
        hint: 'Only drafts are discarded; pairs that stand are ended with mentorctl pair end.',
      });
    await makeChange(store, context, { dryRun }, (writer) => discardRun(writer, id));
    await context.show({
      schema: 'mentorctl/match-discard@1',
      blocks: [
        prose(`${dryRun ? 'Would discard' : 'Discarded'} run ${id} for ${cohort.name}.`),
        nextStep(`mentorctl match list --cohort ${shellWord(cohort.name)}`),
      ],
      json: { run: id, cohort: cohort.name, dryRun },
    });
  });
}
