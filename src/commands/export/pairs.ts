// mentorctl export pairs: a run's proposals, or the pairs that stand, as a list that can go round, be decided on, and come back.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { costWords } from '../../domain/matching/review/review-report.ts';
import { choicesFor, choicesInTime, type ReviewTable } from '../../domain/matching/review/review-table.ts';
import type { ScorePart } from '../../domain/matching/run.ts';
import { prose, nextStep, tableBlock } from '../../domain/report/blocks.ts';
import type { Cell, Column } from '../../domain/report/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { membersOf } from '../../store/people.ts';
import { partsOfPairs } from '../../store/proposals.ts';
import type { Member } from '../../store/rows.ts';
import type { Fate } from '../../store/run-decisions.ts';
import { activePairs, findRun } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';
import type { RowOf } from '../../store/tables.ts';
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

interface Item {
  readonly mentee: Member | undefined;
  readonly mentor: Member | undefined;
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  readonly decision: string;
  readonly reason: string;
  readonly instead: string;
}

export async function runExportPairs(options: ExportPairsOptions, context: Context): Promise<void> {
  const { program } = await context.program();
  await inCohort(context, options.cohort, async (store, cohort) => {
    noteListed(context, store, program.consent, [cohort.id]);
    const draft = options.standing
      ? undefined
      : options.run === undefined
        ? await findRun(store.db, cohort.id)
        : await chooseRun(store, cohort, options.run);
    const all = draft === undefined ? await standing(store, cohort) : await proposed(store, draft, context);
    const items = all.filter(({ decision }) => !options.open || decision === '');
    const columns = columnsOf(options.withContacts);
    const open = items.filter(({ decision }) => decision === '').length;
    const said =
      draft === undefined
        ? `${items.length} pairs of ${cohort.name} that stand.`
        : `Run ${draft.id} for ${cohort.name}: ${items.length} pairs, ${open} still to decide.`;
    await context.show({
      schema: 'mentorctl/pairs-to-decide@1',
      blocks: [
        prose(said),
        tableBlock({ id: 'pairs', title: '', columns, rows: items.map((item) => cells(item, options)) }),
        nextStep(
          `mentorctl export pairs --cohort ${shellWord(cohort.name)} --format csv -o pairs.csv`,
          'then decide in the file, and mentorctl import pairs.csv --as pairs',
        ),
      ],
      csvTable: 'pairs',
      json: {
        run: draft?.id ?? null,
        cohort: cohort.name,
        items: items.map(({ mentee, mentor, score, parts, decision, reason }) => ({
          mentee: named(mentee, options),
          mentor: named(mentor, options),
          score,
          parts,
          decision: decision === '' ? null : decision,
          reason: reason === '' ? null : reason,
        })),
      },
    });
  });
}

/** What a file says for what has been decided already; importing it again changes nothing. */
const decisionWords: Readonly<Record<Exclude<Fate, 'overtaken'>, string>> = {
  open: '',
  accepted: 'accept',
  declined: 'decline',
  'never again': 'never again',
  pinned: 'pin',
  blocked: 'block',
};

/** Least sure first; what was overtaken by something else is no longer to be decided on and left out. */
async function proposed(store: Store, run: RowOf<'run'>, context: Context): Promise<Item[]> {
  const { state, table } = await underReview(store, run, context);
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

async function standing(store: Store, cohort: RowOf<'cohort'>): Promise<Item[]> {
  const person = byKey(await membersOf(store.db, cohort.id));
  const pairs = await activePairs(store.db, cohort.id);
  const parts = await partsOfPairs(store.db, pairs);
  return pairs.map((pair) => ({
    mentee: person('mentee', pair.mentee_id),
    mentor: person('mentor', pair.mentor_id),
    score: pair.score,
    parts: parts.get(pair.id) ?? [],
    decision: 'accept',
    reason: '',
    instead: '',
  }));
}

function insteadOf(table: ReviewTable, menteeId: string): string {
  return choicesFor(table, menteeId, 2)
    .map((choice) => `${choice.mentors[0]?.name ?? ''} (${choice.mentors[0]?.id ?? ''}), ${costWords(choice)}`)
    .join('; ');
}

/** Headings that `import --as pairs` knows are mentee, mentor, decision and reason; it leaves the others alone. */
function columnsOf(contacts: boolean): readonly Column[] {
  const titles = ['names', 'fit', 'parts', 'instead', 'decision', 'reason', 'mentee', 'mentor'];
  const all = contacts ? [...titles, 'write to mentee', 'write to mentor'] : titles;
  return all.map((title) => ({
    id: title,
    title,
    ...(title === 'fit' ? { align: 'right' as const } : {}),
    ...(title === 'parts' || title === 'instead' ? { wrap: true } : {}),
  }));
}

function cells({ mentee, mentor, score, parts, decision, reason, instead }: Item, options: ExportPairsOptions): Cell[] {
  const text = (words: string): Cell => ({ kind: 'text', text: words });
  const contacts = options.withContacts ? [text(mentee?.email ?? ''), text(mentor?.email ?? '')] : [];
  return [
    text(`${mentee?.name ?? ''} with ${mentor?.name ?? ''}`),
    score === null ? { kind: 'missing', why: 'made by hand' } : { kind: 'count', value: Math.round(score / 10) },
    text(parts.map(({ why }) => why).join('; ')),
    text(instead),
    text(decision),
    text(reason),
    text(mentee?.id ?? ''),
    text(mentor?.id ?? ''),
    ...contacts,
  ];
}

function named(one: Member | undefined, { withContacts }: ExportPairsOptions): object {
  const email = withContacts && one?.email !== undefined ? { email: one.email } : {};
  return { id: one?.id ?? '', name: one?.name ?? '', ...email };
}

function byKey(members: readonly Member[]): (role: 'mentee' | 'mentor', key: number) => Member | undefined {
  const found = new Map(members.map((one) => [`${one.role} ${one.key}`, one]));
  return (role, key) => found.get(`${role} ${key}`);
}
