// mentorctl export pairs: a run's proposals, or the pairs that stand, as a list that can go round, be decided on, and come back.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { decisionWords, insteadOf, pairsToDecide, type Item } from '../../domain/matching/review/pairs-to-decide.ts';
import { choicesInTime } from '../../domain/matching/review/review-table.ts';
import { membersOf } from '../../store/people.ts';
import { partsOfPairs } from '../../store/proposals.ts';
import type { Member } from '../../store/rows.ts';
import { activePairs, findRun } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
import type { Cohort, KeptRun } from '../../domain/records.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { noteListed } from '../shared/counted.ts';
import { inCohort } from '../shared/on-file.ts';
import { cohortOption, contactsOption, runOption } from '../shared/options.ts';
import { chooseRun, underReview } from '../shared/run-under-review.ts';

export interface ExportPairsOptions {
  readonly cohort?: string;
  readonly run?: number;
  readonly standing: boolean;
  readonly open: boolean;
  readonly withContacts: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(cohortOption())
    .addOption(runOption('the run; the latest draft if not said, and the pairs that stand where there is none'))
    .addOption(onOff('--standing', 'the pairs that stand, not a draft'))
    .addOption(onOff('--open', 'only what is still to decide'))
    .addOption(contactsOption('with e-mail addresses'))
    .addHelpText(
      'after',
      '\nIn the file, write accept, decline, never again or pin into the column decision, a reason beside it, and another\n' +
        "mentor's id over the mentor's where you want to swap. Rows without a decision change nothing.\n\n" +
        'Examples:\n  mentorctl export pairs --format csv -o pairs.csv\n  mentorctl import pairs.csv --as pairs',
    )
    .action((flags) => act(runExportPairs, flags));
}

export async function runExportPairs(options: ExportPairsOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    await noteListed(context, store, program.consent, [cohort.id]);
    const draft = options.standing
      ? undefined
      : options.run === undefined
        ? await findRun(store.db, cohort.id)
        : await chooseRun(store, cohort, options.run);
    const all = draft === undefined ? await standing(store, cohort) : await proposed(store, draft);
    const items = all.filter(({ decision }) => !options.open || decision === '');
    await context.show(pairsToDecide(cohort.name, draft?.id, items, { contacts: options.withContacts }));
  });
}

/** Least sure first; what was overtaken by something else is no longer to be decided on and left out. */
async function proposed(store: Store, run: KeptRun): Promise<Item[]> {
  const { state, table } = await underReview(store, run);
  const person = byKey(state.members);
  const first = new Set(table.cards.slice(0, choicesInTime(table)).map(({ mentee }) => mentee.id));
  return state.decisions
    .flatMap((one): Item[] => {
      if (one.fate === 'overtaken') return [];
      const mentee = person('mentee', one.menteeId);
      const instead = one.fate === 'open' && first.has(mentee?.id ?? '') ? insteadOf(table, mentee?.id ?? '') : '';
      return [
        {
          mentee,
          mentor: person('mentor', one.mentorId),
          score: one.score,
          parts: one.parts,
          decision: decisionWords[one.fate],
          reason: one.reason ?? '',
          instead,
        },
      ];
    })
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0) || ((a.mentee?.id ?? '') < (b.mentee?.id ?? '') ? -1 : 1));
}

async function standing(store: Store, cohort: Cohort): Promise<Item[]> {
  const person = byKey(await membersOf(store.db, cohort.id));
  const pairs = await activePairs(store.db, cohort.id);
  const parts = await partsOfPairs(store.db, pairs);
  return pairs.map((pair) => ({
    mentee: person('mentee', pair.menteeId),
    mentor: person('mentor', pair.mentorId),
    score: pair.score,
    parts: parts.get(pair.id) ?? [],
    decision: 'accept',
    reason: '',
    instead: '',
  }));
}

function byKey(members: readonly Member[]): (role: 'mentee' | 'mentor', key: number) => Member | undefined {
  const found = new Map(members.map((one) => [`${one.role} ${one.key}`, one]));
  return (role, key) => found.get(`${role} ${key}`);
}
