// mentorctl person merge: two records are one human being. The second's id and address lead to the first from now on.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { nameAndId, idAndName } from '../../domain/find-named.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { mergePeople, type Merged } from '../../store/merge.ts';
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
    if (kept.key === gone.key) {
      const message = `both are ${nameAndId(kept)} already`;
      throw new Failure('usage', { code: 'same-person', message, hint: 'Name two records, by id or e-mail.' });
    }
    const prefer =
      options.prefer === undefined
        ? undefined
        : (await choosePerson(context, [kept, gone], options.prefer, { what: 'Whose word', flag: '--prefer' })).key ===
            kept.key
          ? 'kept'
          : 'gone';
    const merged = await makeChange(store, context, { dryRun }, async (writer) => {
      const result = await mergePeople(writer, kept, gone, prefer);
      if (result.conflicts.length > 0) throw contradiction(result, kept.id, gone.id);
      return result;
    });
    const moved = Object.entries(merged.moved).map(([table, n]) => `${table.replaceAll('_', ' ')} ${n}`);
    await context.show({
      schema: 'mentorctl/merge@1',
      blocks: [
        prose(
          `${dryRun ? 'Would merge' : 'Merged'} ${nameAndId(gone)} into ${nameAndId(kept)}. Moved: ${moved.length === 0 ? 'nothing' : `${moved.join(', ')} rows`}${merged.joined === 0 ? '' : `; ${merged.joined} that both had, kept once`}. ${gone.id} leads to ${kept.id} from now on.`,
        ),
        nextStep(`mentorctl person show ${kept.id}`, 'or take it back with mentorctl data undo'),
      ],
      json: {
        kept: idAndName(kept),
        gone: idAndName(gone),
        moved: merged.moved,
        joined: merged.joined,
        dryRun,
      },
    });
  });
}

function contradiction({ conflicts }: Merged, kept: string, gone: string): Failure {
  return new Failure('bad-data', {
    code: 'merge-conflict',
    message: `the two records contradict each other in ${conflicts.length === 1 ? 'one place' : `${conflicts.length} places`}; nothing was merged`,
    hint: `Say whose word counts: --prefer ${kept} or --prefer ${gone}. What stands between the two must be ended or taken out first.`,
    issues: conflicts.map((one) => ({
      code: 'merge-conflict',
      severity: 'error',
      where: { source: one.where },
      message: `${one.where}: ${one.what} is ${one.kept} for ${kept}, ${one.gone} for ${gone}`,
    })),
  });
}
