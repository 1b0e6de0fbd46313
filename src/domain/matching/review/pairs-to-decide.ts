// Proposed or standing pairs as a list that goes round, is decided on in a spreadsheet, and comes back.
import { defined } from '../../defined.ts';
import { nextStep, prose, tableBlock } from '../../report/blocks.ts';
import type { Report } from '../../report/report.ts';
import { numbers } from '../../report/table-columns.ts';
import { fit, tableOf, text, wrapped, type ColumnOf } from '../../report/table-of.ts';
import { shellWord } from '../../shell-word.ts';
import type { ScorePart } from '../run.ts';
import { costWords } from './review-report.ts';
import { choicesFor, type ReviewTable } from './review-table.ts';

/** `blocked`: kept apart by the coordinator since. `overtaken`: the mentee has another mentor by now (of a run of second mentors: another than she had then), had this one and parted, or one of the two has left. */
export type Fate = 'open' | 'accepted' | 'declined' | 'never again' | 'pinned' | 'blocked' | 'overtaken';

export interface PersonToDecide {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface Item {
  readonly mentee: PersonToDecide | undefined;
  readonly mentor: PersonToDecide | undefined;
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  readonly decision: string;
  readonly reason: string;
  readonly instead: string;
}

/** What a file says for what has been decided already; importing it again changes nothing. */
export const decisionWords: Readonly<Record<Exclude<Fate, 'overtaken'>, string>> = {
  open: '',
  accepted: 'accept',
  declined: 'decline',
  'never again': 'never again',
  pinned: 'pin',
  blocked: 'block',
};

export function insteadOf(table: ReviewTable, menteeId: string): string {
  return choicesFor(table, menteeId, { most: 2 })
    .map((choice) => `${choice.mentors[0]?.name ?? ''} (${choice.mentors[0]?.id ?? ''}), ${costWords(choice)}`)
    .join('; ');
}

/** Headings that `import --as pairs` knows are mentee, mentor, decision and reason; it leaves the others alone. `run`: none for pairs that stand. */
export function pairsToDecide(
  cohort: string,
  run: number | undefined,
  items: readonly Item[],
  { contacts }: { readonly contacts: boolean },
): Report {
  const open = items.filter(({ decision }) => decision === '').length;
  const said =
    run === undefined
      ? `${items.length} pairs of ${cohort} that stand.`
      : `Run ${run} for ${cohort}: ${items.length} pairs, ${open} still to decide.`;
  const addresses: ColumnOf<Item>[] = [
    ['write to mentee', ({ mentee }) => text(mentee?.email ?? '')],
    ['write to mentor', ({ mentor }) => text(mentor?.email ?? '')],
  ];
  const table = tableOf({ id: 'pairs', title: '' }, items, [
    ['names', ({ mentee, mentor }) => text(`${mentee?.name ?? ''} with ${mentor?.name ?? ''}`)],
    [numbers('fit'), ({ score }) => fit(score, 'made by hand')],
    [wrapped('parts'), ({ parts }) => text(parts.map(({ why }) => why).join('; '))],
    [wrapped('instead'), ({ instead }) => text(instead)],
    ['decision', ({ decision }) => text(decision)],
    ['reason', ({ reason }) => text(reason)],
    ['mentee', ({ mentee }) => text(mentee?.id ?? '')],
    ['mentor', ({ mentor }) => text(mentor?.id ?? '')],
    ...(contacts ? addresses : []),
  ]);
  const named = (one: PersonToDecide | undefined): object => ({
    id: one?.id ?? '',
    name: one?.name ?? '',
    ...defined({ email: contacts ? one?.email : undefined }),
  });
  return {
    schema: 'mentorctl/pairs-to-decide@1',
    blocks: [
      prose(said),
      tableBlock(table),
      nextStep(
        `mentorctl export pairs --cohort ${shellWord(cohort)} --format csv -o pairs.csv`,
        'then decide in the file, and mentorctl import pairs.csv --as pairs',
      ),
    ],
    csvTable: 'pairs',
    json: {
      run: run ?? null,
      cohort,
      items: items.map(({ mentee, mentor, score, parts, decision, reason }) => ({
        mentee: named(mentee),
        mentor: named(mentor),
        score,
        parts,
        decision: decision === '' ? null : decision,
        reason: reason === '' ? null : reason,
      })),
    },
  };
}
