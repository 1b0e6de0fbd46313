// A review told: what is still to decide, and what became of the proposals that were looked at.
import { Failure } from '../../failure.ts';
import { idAndName, nameAndId } from '../../find-named.ts';
import { nextStep, prose, tableBlock } from '../../report/blocks.ts';
import type { Report } from '../../report/report.ts';
import { shellWord } from '../../shell-word.ts';
import { costWords, listTable, mentorNames, othersWords } from './review-report.ts';
import type { Choice, ReviewCard } from './review-table.ts';

export interface Tally {
  readonly run: number;
  readonly counts: {
    readonly accepted: number;
    readonly declined: number;
    readonly pinned: number;
    readonly swapped: number;
  };
  readonly skipped: number;
  readonly open: readonly ReviewCard[];
  /** Still to decide, too, but not asked for. */
  readonly others: number;
}

export type Counted = keyof Tally['counts'];

type Items = readonly { readonly card: ReviewCard; readonly choices: readonly Choice[] | undefined }[];

export function listReport(run: number, cohort: string, items: Items): Report {
  const command = `mentorctl pair review --run ${run}`;
  return {
    schema: 'mentorctl/review@1',
    blocks: [
      prose(`Run ${run} for ${cohort}: ${items.length} pairs still to decide.`),
      tableBlock(listTable(items)),
      items.length === 0
        ? nextStep(`mentorctl status --cohort ${shellWord(cohort)}`)
        : nextStep(command, 'to decide one by one, or mentorctl pair accept --min-fit 60'),
    ],
    json: {
      run,
      cohort,
      items: items.map(({ card, choices }) => ({
        mentee: idAndName(card.mentee),
        mentors: card.mentors.map(idAndName),
        score: card.score,
        parts: card.parts,
        rank: card.rank,
        open: card.open,
        instead:
          choices?.map((choice) => ({
            mentors: choice.mentors.map(idAndName),
            score: choice.score,
            cost: choice.cost,
            placed: choice.placed,
            moves: choice.others.map(({ mentee, from, to, before, after }) => ({
              mentee: idAndName(mentee),
              from: from === undefined ? null : { ...idAndName(from), score: before },
              to: to === undefined ? null : { ...idAndName(to), score: after },
            })),
          })) ?? null,
      })),
    },
  };
}

export function tallyReport(
  { run, counts, open, skipped, others }: Tally,
  cohort: string,
  below: number | undefined,
): Report {
  const said = Object.entries(counts).flatMap(([word, n]) => (n === 0 ? [] : [`${n} ${word}`]));
  const [first] = open;
  const better = others === 0 ? '' : ` ${others} that fit better ${others === 1 ? 'is' : 'are'} still to decide.`;
  const left =
    first === undefined
      ? others === 0
        ? ' Nothing is left to decide.'
        : ` Nothing below ${(below ?? 0) / 10} is left to decide.`
      : ` ${open.length} still to decide; next in line: ${first.mentee.name} with ${mentorNames(first.mentors)}.`;
  const typed = shellWord(cohort);
  return {
    schema: 'mentorctl/review-done@1',
    blocks: [
      prose(
        `Review of run ${run} for ${cohort}: ${said.length === 0 ? 'nothing decided' : said.join(', ')}.${left}${better}`,
      ),
      first !== undefined
        ? nextStep(`mentorctl pair review --cohort ${typed}`, 'goes on where you stopped')
        : others > 0
          ? nextStep(`mentorctl pair accept --run ${run} --all`, 'takes the others as they are')
          : nextStep(`mentorctl status --cohort ${typed}`),
    ],
    json: { run, cohort, ...counts, skipped, open: open.length + others },
  };
}

/** Why there is no such swap: it is what the run proposes, or a rule bars it, or there is no place. */
export function noSwap(
  run: number,
  { mentee, mentor, now }: { readonly mentee: Who; readonly mentor: Who; readonly now: ReviewCard | undefined },
  bars: readonly string[],
): Failure {
  const same = now?.mentors.some(({ id }) => id === mentor.id) === true;
  return new Failure('no', {
    code: 'no-swap',
    message: same
      ? `${mentee.name} with ${mentor.name} is what the run proposes`
      : `${mentee.name} cannot have ${mentor.name}: ${bars.length > 0 ? bars.join('; ') : 'no place can be made there'}`,
    hint: same
      ? `Accept it: mentorctl pair accept ${shellWord(mentee.id)}`
      : `See what there is: mentorctl pair review --list --run ${run}`,
  });
}

interface Who {
  readonly id: string;
  readonly name: string;
}

/** `run`, `next`: the run before and the one that goes on. `now`: what was proposed for the mentee. */
export function swapReport(
  choice: Choice,
  {
    run,
    next,
    cohort,
    mentee,
    now,
    dryRun,
  }: {
    readonly run: number;
    readonly next: number;
    readonly cohort: string;
    readonly mentee: Who;
    readonly now: ReviewCard | undefined;
    readonly dryRun: boolean;
  },
): Report {
  const others = othersWords(choice, 10);
  const instead = now === undefined ? '' : ` instead of ${mentorNames(now.mentors)}`;
  const lines = [
    `${dryRun ? 'Would pair' : 'Paired'} ${nameAndId(mentee)} with ${mentorNames(choice.mentors)}${instead}. ${wholeWords(choice)}`,
    ...(others === '' ? [] : [`${dryRun ? 'Would move' : 'Moved'}: ${others}.`]),
    ...(next === run ? [] : [`What is left to decide goes on as run ${next}.`]),
  ];
  const goOn = `mentorctl pair review --cohort ${shellWord(cohort)}`;
  return {
    schema: 'mentorctl/pair-swap@1',
    blocks: [
      ...lines.map((text) => prose(text)),
      ...(dryRun ? [] : [nextStep(goOn, 'or take it back with mentorctl data undo')]),
    ],
    json: {
      run: next,
      cohort,
      mentee: idAndName(mentee),
      mentors: choice.mentors.map(idAndName),
      instead: now === undefined ? null : now.mentors.map(idAndName),
      score: choice.score,
      cost: choice.cost,
      placed: choice.placed,
      moves: choice.others.map(({ mentee: who, from, to }) => ({
        mentee: idAndName(who),
        from: from === undefined ? null : idAndName(from),
        to: to === undefined ? null : idAndName(to),
      })),
      dryRun,
    },
  };
}

function wholeWords(choice: Choice): string {
  const words = costWords(choice);
  if (choice.placed > 0) return `That is ${words}.`;
  return words === 'no change' ? 'The whole fits as well as before.' : `In points of fit the whole ${words}.`;
}
