// A review told: what is still to decide, and what became of the proposals that were looked at.
import { idAndName } from '../../find-named.ts';
import { nextStep, prose, tableBlock } from '../../report/blocks.ts';
import type { Report } from '../../report/report.ts';
import { shellWord } from '../../shell-word.ts';
import { listTable, mentorNames } from './review-report.ts';
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
