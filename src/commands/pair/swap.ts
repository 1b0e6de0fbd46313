// mentorctl pair swap: gives a mentee of a draft another mentor than the one proposed, and says who else has to move for it.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { costWords, mentorNames, othersWords } from '../../domain/matching/review/review-report.ts';
import { choicesFor, type Choice } from '../../domain/matching/review/review-table.ts';
import { prose, nextStep } from '../../domain/report/blocks.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { Act } from '../shared/act.ts';
import { asArguments, choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { inCohort, makeChange } from '../shared/on-file.ts';
import { cohortOption, dryRunOption, runOption } from '../shared/options.ts';
import { carryOutSwap, chooseRun, planSwap, underReview } from '../shared/run-under-review.ts';

export interface SwapOptions {
  readonly mentee?: string | undefined;
  readonly mentor?: string | undefined;
  readonly cohort?: string;
  readonly run?: number;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[mentee]', 'id, e-mail or part of the name')
    .argument('[mentor]', 'whom they shall have instead')
    .addOption(cohortOption())
    .addOption(runOption())
    .addOption(dryRunOption('say what it would cost and who would move, change nothing'))
    .addHelpText('after', '\nExamples:\n  mentorctl pair swap S1042 M017 --dry-run\n  mentorctl pair swap S1042 M017')
    .action((mentee, mentor, flags) => act(runSwap, { mentee, mentor, ...flags }));
}

export async function runSwap(options: SwapOptions, context: Context): Promise<void> {
  const { dryRun } = options;
  await inCohort(context, options.cohort, async (store, cohort) => {
    const run = await chooseRun(store, cohort, options.run);
    const view = await underReview(store, run);
    const { scoring, rows } = view.table.run;
    const waiting = rows.flatMap((i) => scoring.mentees[i] ?? []);
    const mentee = await choosePerson(context, waiting, options.mentee, {
      what: 'Which mentee',
      flag: asArguments.mentee,
    });
    const mentor = await choosePerson(context, scoring.mentors, options.mentor, {
      what: 'Which mentor',
      flag: asArguments.mentor,
    });
    const now = view.table.cards.find((card) => card.mentee.id === mentee.id);
    const choice = choicesFor(view.table, mentee.id, { only: mentor })[0];
    if (choice === undefined) {
      const same = now?.mentors.some(({ id }) => id === mentor.id) === true;
      const bars = scoring.barredBy(scoring.mentees.indexOf(mentee), scoring.mentors.indexOf(mentor));
      throw new Failure('no', {
        code: 'no-swap',
        message: same
          ? `${mentee.name} with ${mentor.name} is what the run proposes`
          : `${mentee.name} cannot have ${mentor.name}: ${bars.length > 0 ? bars.join('; ') : 'no place can be made there'}`,
        hint: same
          ? `Accept it: mentorctl pair accept ${shellWord(mentee.id)}`
          : `See what there is: mentorctl pair review --list --run ${run.id}`,
      });
    }
    const carryOut = async (): Promise<number> => {
      const swap = await planSwap(view, mentee.id, choice, context);
      return makeChange(store, context, { dryRun }, (writer) => carryOutSwap(writer, view, swap, context));
    };
    const next = dryRun ? run.id : await carryOut();
    const others = othersWords(choice, 10);
    const instead = now === undefined ? '' : ` instead of ${mentorNames(now.mentors)}`;
    const lines = [
      `${dryRun ? 'Would pair' : 'Paired'} ${nameAndId(mentee)} with ${mentorNames(choice.mentors)}${instead}. ${wholeWords(choice)}`,
      ...(others === '' ? [] : [`${dryRun ? 'Would move' : 'Moved'}: ${others}.`]),
      ...(next === run.id ? [] : [`What is left to decide goes on as run ${next}.`]),
    ];
    const name = ({ id, name: full }: { id: string; name: string }): object => ({ id, name: full });
    await context.show({
      schema: 'mentorctl/pair-swap@1',
      blocks: [
        ...lines.map((text) => prose(text)),
        ...(dryRun
          ? []
          : [
              nextStep(
                `mentorctl pair review --cohort ${shellWord(cohort.name)}`,
                'or take it back with mentorctl data undo',
              ),
            ]),
      ],
      json: {
        run: next,
        cohort: cohort.name,
        mentee: name(mentee),
        mentors: choice.mentors.map(name),
        instead: now === undefined ? null : now.mentors.map(name),
        score: choice.score,
        cost: choice.cost,
        placed: choice.placed,
        moves: choice.others.map(({ mentee: who, from, to }) => ({
          mentee: name(who),
          from: from === undefined ? null : name(from),
          to: to === undefined ? null : name(to),
        })),
        dryRun,
      },
    });
  });
}

function wholeWords(choice: Choice): string {
  const words = costWords(choice);
  if (choice.placed > 0) return `That is ${words}.`;
  return words === 'no change' ? 'The whole fits as well as before.' : `In points of fit the whole ${words}.`;
}
