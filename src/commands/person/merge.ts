// mentorctl person merge: two records are one human being. The second's id and address lead to the first from now on.
import type { Command } from '@commander-js/extra-typings';
import { contradiction, mergedReport, mustBeTwo } from '../../domain/people/person-told.ts';
import { mergePeople } from '../../store/merge.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { makeChange } from '../shared/on-file.ts';
import { dryRunOption } from '../shared/options.ts';

export interface MergeOptions {
  readonly kept: string;
  readonly gone: string;
  readonly prefer?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<kept>', 'the record that stays: id, e-mail or name')
    .argument('<gone>', 'the record that goes into it')
    .option('--prefer <id>', 'where the two contradict each other, whose word counts')
    .addOption(dryRunOption())
    .addHelpText('after', '\nExample:\n  mentorctl person merge S1042 lior@example.org')
    .action((kept, gone, flags) => act(runMerge, { ...flags, kept, gone }));
}

export async function runMerge(options: MergeOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const kept = await choosePerson(context, people, options.kept, { what: 'Who stays', flag: 'KEPT' });
    const gone = await choosePerson(context, people, options.gone, { what: 'Who goes', flag: 'GONE' });
    mustBeTwo(kept, gone);
    const prefer =
      options.prefer === undefined
        ? undefined
        : (await choosePerson(context, [kept, gone], options.prefer, { what: 'Whose word', flag: '--prefer' })).key ===
            kept.key
          ? 'kept'
          : 'gone';
    const merged = await makeChange(store, context, { dryRun }, async (writer) => {
      const result = await mergePeople(writer, kept, gone, prefer);
      if (result.conflicts.length > 0) throw contradiction(result.conflicts, kept.id, gone.id);
      return result;
    });
    await context.show(mergedReport(kept, gone, merged, dryRun));
  });
}
