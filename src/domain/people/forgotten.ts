// What is said of people who are erased, or kept longer than the program promised.
import { formatDate, type CivilDate } from '../civil-date.ts';
import { counted } from '../count-words.ts';
import { Failure } from '../failure.ts';
import { nameAndId } from '../find-named.ts';
import { keepWords, type KeepPlan } from '../program/keeping.ts';
import { nextStep, prose, tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { tableOf, text } from '../report/table-of.ts';
import { shellWord } from '../shell-word.ts';
import { rowWords } from './person-told.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}

/** Throws Failure where what was typed is not the id. */
export function mustBeMeant(typed: string, person: Who): void {
  if (typed === person.id) return;
  throw new Failure('usage', {
    code: 'not-confirmed',
    message: `"${typed}" is not the id of ${nameAndId(person)}; nobody was erased`,
    hint: 'Say the id exactly, with --confirm.',
  });
}

/** `blotted`: other texts that lost the name or id. `copies`: files beside the database that may still hold them. */
export function forgottenReport(
  person: Who,
  { deleted, blotted }: { readonly deleted: Readonly<Record<string, number>>; readonly blotted: number },
  copies: readonly string[],
  dryRun: boolean,
): Report {
  const named = dryRun ? nameAndId(person) : 'the person';
  return {
    schema: 'mentorctl/forget@1',
    blocks: [
      prose(
        `${dryRun ? 'Would erase' : 'Erased'} ${named}: ${rowWords(deleted)} rows, and what the audit trail kept of them${blotted === 0 ? '' : `; ${blotted} other texts lost the name or id`}.`,
      ),
      prose(
        `${copies.length === 0 ? '' : `Copies beside the database may still hold them: ${copies.join(', ')}. Delete what is not needed. `}Other files are not reached: backups, files imported or exported, letters, answers kept as options in mentorctl.yaml. Runs and lotteries they were part of can no longer be replayed.`,
      ),
      nextStep('mentorctl status', 'pairs that lost somebody show there'),
    ],
    json: { deleted, blotted, copies, dryRun },
  };
}

/** How long people are kept. Throws Failure where nobody said, or where --overdue is asked of one person. */
export function keptFor(keep: KeepPlan | undefined, person: string | undefined): KeepPlan {
  if (person !== undefined)
    throw new Failure('usage', {
      code: 'usage',
      message: '--overdue lists everybody who is kept too long, and takes no person',
      hint: `Leave one of them out: mentorctl person forget ${shellWord(person)}, or mentorctl person forget --overdue.`,
    });
  if (keep !== undefined) return keep;
  throw new Failure('usage', {
    code: 'no-keep',
    message: 'mentorctl.yaml does not say how long people are kept',
    hint: 'Write there how long after their last cohort, e.g. keep: 3 years',
  });
}

/** `cohorts`: those without an end, of whose people nobody can say how long they are kept. */
export function endlessWords(cohorts: readonly string[]): string | undefined {
  if (cohorts.length === 0) return undefined;
  return `Not looked at: people of ${cohorts.join(', ')}, which ${cohorts.length === 1 ? 'has' : 'have'} no end. See mentorctl cohort close.`;
}

/** Whom to forget is the office's to decide: each with the command that does it. `since`: the last day that is long enough ago. */
export function overdueReport(
  people: readonly { readonly id: string; readonly name: string; readonly last: string }[],
  keep: KeepPlan,
  since: CivilDate,
): Report {
  const items = people.map((one) => ({
    ...one,
    command: `mentorctl person forget ${shellWord(one.id)} --confirm ${shellWord(one.id)}`,
  }));
  const kept = `kept longer than ${keepWords(keep)} after their last day, which mentorctl.yaml promises`;
  const table = tableOf({ id: 'overdue', title: '' }, items, [
    ['id', ({ id }) => text(id)],
    ['name', ({ name }) => text(name)],
    [{ id: 'last', title: 'last day on record' }, ({ last }) => text(last)],
    ['command', ({ command }) => text(command)],
  ]);
  return {
    schema: 'mentorctl/overdue@1',
    csvTable: 'overdue',
    blocks: [
      prose(
        items.length === 0
          ? `Nobody is ${kept}.`
          : `${counted(items.length, 'is', 'are')} ${kept} (before ${formatDate(since)}). Nobody was erased.`,
      ),
      tableBlock(table),
    ],
    json: { keep: keepWords(keep), before: since, items },
  };
}
