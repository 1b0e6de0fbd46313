// mentorctl pair list: the pairs of a cohort and how they live; with --rulings, who is pinned or kept apart.
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueOption } from '../../cli/options.ts';
import { oneOf } from '../../cli/read-values.ts';
import { pairList, rulingList, pairOrders, type PairsWanted } from '../../domain/engagement/pair-list.ts';
import { namesOf } from '../../domain/find-named.ts';
import { pairsOf, rulingsIn } from '../../store/pair-life.ts';
import { allPeople } from '../../store/people.ts';
import { recordsOf } from '../../store/records.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, silentDays } from '../shared/options.ts';

const statuses = ['active', 'ended', 'declined', 'void', 'all'] as const;

export interface ListOptions {
  readonly cohort?: string;
  readonly status?: (typeof statuses)[number];
  readonly person?: string;
  readonly neverMet: boolean;
  /** Days, or true for the program's own limit. */
  readonly silent?: number | true;
  readonly pastEnd: boolean;
  readonly rulings: boolean;
  readonly sort?: PairsWanted['order'];
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(valueOption('--status <status>', 'what became of them; active if not said', oneOf(statuses)))
    .option('--person <who>', 'only the pairs of this mentor or mentee')
    .addOption(onOff('--never-met', 'only pairs that have not met'))
    .addOption(
      valueOption(
        '--silent [days]',
        "only pairs that have met, but not for this many days; the program's limit if not said",
        silentDays,
      ),
    )
    .addOption(valueOption('--sort <order>', 'by pair number, name or fit, the lowest first', oneOf(pairOrders)))
    .addOption(onOff('--past-end', 'only pairs that stand though their planned end is past'))
    .addOption(onOff('--rulings', 'the pins and blocks instead'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl pair list --cohort fall --format csv\n  mentorctl pair list --sort mentor -o pairs.csv --excel\n  mentorctl pair list --silent 45\n  mentorctl pair list --status ended',
    )
    .action((flags) => act(runPairList, flags));
}

export async function runPairList(options: ListOptions, context: Context): Promise<void> {
  await inCohort(context, options.cohort, async (store, cohort) => {
    const people = await allPeople(store.db);
    const who = namesOf(people);
    if (options.rulings) return context.show(rulingList(cohort.name, await rulingsIn(store.db, cohort.id), who));
    const { engagement } = (await context.program()).program;
    const person =
      options.person === undefined
        ? undefined
        : await choosePerson(context, people, options.person, { what: 'Whose pairs', flag: '--person' });
    const listed = {
      cohort,
      pairs: await pairsOf(store.db, cohort.id),
      meetings: await recordsOf(store.db, 'meeting', cohort.id),
      who,
      engagement,
      today: context.today(),
    };
    return context.show(
      pairList(listed, {
        status: options.status ?? 'active',
        person: person?.key,
        neverMet: options.neverMet,
        silent: options.silent === true ? engagement.silentDays : options.silent,
        pastEnd: options.pastEnd,
        order: options.sort ?? 'pair',
      }),
    );
  });
}
