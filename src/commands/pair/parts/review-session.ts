// The dialogue of pair review: shows a proposal, asks, keeps the answer in a transaction of its own, goes on to the next.
import { Failure } from '../../../domain/failure.ts';
import type { Candidate } from '../../../domain/matching/candidate.ts';
import { cardBlocks, choiceLabel, mentorNames } from '../../../domain/matching/review/review-report.ts';
import {
  choicesFor,
  takenBesides,
  type Choice,
  type ReviewCard,
} from '../../../domain/matching/review/review-table.ts';
import type { Tally, Counted } from '../../../domain/matching/review/review-told.ts';
import type { Block } from '../../../domain/report/report.ts';
import { changeLog, takeBack } from '../../../store/change-log.ts';
import { acceptCard, declineCard, pinCard, type Decided } from '../../../store/decide-card.ts';
import { againstNotes, pairsAgainst } from '../../shared/say-against.ts';
import type { Store } from '../../../store/store.ts';
import type { KeptRun } from '../../../domain/records.ts';
import { transact, type Writer } from '../../../store/transact.ts';
import type { Context } from '../../shared/context.ts';
import { makeChange } from '../../shared/on-file.ts';
import { carryOutSwap, type RunUnderReview } from '../../../store/swap.ts';
import { planSwap, underReview } from '../../shared/run-under-review.ts';

/** `change`: its number on the audit trail, 0 for a skip. `runBefore`: the run that was under review when it was made. */
interface Done {
  readonly what: Counted | 'skipped';
  readonly mentee: Candidate;
  readonly change: number;
  readonly runBefore: KeptRun;
}

const needs = 'pair accept, pair decline, pair pin or pair swap';

/** Goes on until nothing is open or the coordinator stops (Ctrl-C stops, too). `rowOf`: the run of a number, read anew. */
export async function reviewSession(
  store: Store,
  start: KeptRun,
  context: Context,
  with_: {
    readonly wanted: (card: ReviewCard) => boolean;
    readonly draw: (blocks: readonly Block[]) => void;
    readonly rowOf: (run: number) => Promise<KeptRun>;
  },
): Promise<Tally> {
  const { ask } = context;
  let run = start;
  const done: Done[] = [];
  const skipped = new Set<string>();
  let total: number | undefined;

  /** Makes one decision real and remembers how to take it back. */
  const keep = async (what: Counted, mentee: Candidate, work: (writer: Writer) => Promise<number>): Promise<void> => {
    const before = run;
    let next: number;
    try {
      next = await transact(store, context.author(), work);
    } catch (error) {
      // Places that other cohorts took since: nothing was kept, and the next is asked about.
      if (!(error instanceof Failure && error.code === 'over-places')) throw error;
      context.note(`${error.message}. Choose another mentor, or give her more places.`);
      skipped.add(mentee.id);
      return;
    }
    run = await with_.rowOf(next);
    done.push({ what, mentee, change: (await changeLog(store.db))[0]?.change ?? 0, runBefore: before });
  };

  const { program } = await context.program();
  const perCohort = program.capacity.per === 'cohort';
  const sayAgainst = async (mentee: string, keys: ReadonlyMap<string, number>): Promise<void> => {
    const against = await pairsAgainst(store.db, run.cohortId, program, new Set([keys.get(mentee) ?? 0]));
    for (const text of againstNotes(against)) context.note(text);
  };

  const step = async (): Promise<boolean> => {
    const view = await underReview(store, run);
    const cards = view.table.cards.filter(with_.wanted);
    const queue = cards.filter(({ mentee }) => !skipped.has(mentee.id));
    total ??= queue.length;
    const card = queue[0];
    if (card === undefined) return false;
    const choices = choicesFor(view.table, card.mentee.id, { most: 3 });
    const number = Math.min(total, total - queue.length + 1);
    with_.draw(
      cardBlocks(card, choices, view.program, {
        number,
        of: total,
        taken: takenBesides(view.state.input.pins, view.table.cards, card),
      }),
    );
    const answer = await ask.choose(
      `${number} of ${total}: ${card.mentee.name} with ${mentorNames(card.mentors)}, fit ${Math.round(card.score / 10)}?`,
      [
        { value: 'accept', label: 'accept' },
        ...(choices.length === 0 ? [] : [{ value: 'swap' as const, label: 'another mentor' }]),
        { value: 'decline', label: 'decline' },
        { value: 'pin', label: 'pin: in every later run, but not real yet' },
        { value: 'skip', label: 'skip for now' },
        ...done.slice(-1).map((one) => ({ value: 'undo' as const, label: `undo the last (${undoWords(one)})` })),
        { value: 'quit', label: 'stop here; what is decided is kept' },
      ] as const,
      needs,
    );
    const mentee = card.mentee.id;
    const keys = new Map(view.state.members.map(({ id, key }) => [id, key]));
    const at = (one: ReviewCard): Decided => ({
      run,
      card: one,
      keyOf: (id) => keys.get(id) ?? 0,
      day: context.today(),
    });
    switch (answer) {
      case 'quit':
        return false;
      case 'accept':
        await keep('accepted', card.mentee, (writer) =>
          acceptCard(writer, at(card), { members: view.state.members, perCohort }),
        );
        await sayAgainst(mentee, keys);
        return true;
      case 'skip':
        skipped.add(mentee);
        done.push({ what: 'skipped', mentee: card.mentee, change: 0, runBefore: run });
        return true;
      case 'pin':
        await keep('pinned', card.mentee, (writer) => pinCard(writer, at(card)));
        return true;
      case 'decline': {
        const reason = await ask.text('Why? (may stay empty)', 'pair decline --note');
        const neverAgain = await ask.confirm('Never again, in no later cohort either?', 'pair decline --never-again');
        await keep('declined', card.mentee, (writer) => declineCard(writer, at(card), reason, neverAgain));
        const now = await underReview(store, run);
        await another(
          now,
          card.mentee,
          `Another mentor for ${card.mentee.name} now?`,
          choicesFor(now.table, mentee, { most: 8 }),
        );
        return true;
      }
      case 'swap':
        await another(
          view,
          card.mentee,
          `Which mentor for ${card.mentee.name}?`,
          choicesFor(view.table, mentee, { most: 12 }),
        );
        return true;
      case 'undo': {
        const last = done.pop();
        if (last === undefined) return true;
        skipped.delete(last.mentee.id);
        const log = await changeLog(store.db);
        const change = log.find((one) => one.change === last.change);
        if (change !== undefined)
          await makeChange(store, context, { dryRun: false, undoes: change.change }, (writer) =>
            takeBack(writer, change, log),
          );
        run = await with_.rowOf(last.runBefore.id);
        context.note(`Taken back: ${undoWords(last)}.`);
        return true;
      }
    }
  };

  const another = async (
    view: RunUnderReview,
    mentee: Candidate,
    question: string,
    choices: readonly Choice[],
  ): Promise<void> => {
    if (choices.length === 0) return;
    const listed = choices.map((choice, index) => ({ value: String(index), label: choiceLabel(choice) }));
    const picked =
      choices[Number(await ask.choose(question, [...listed, { value: '-1', label: 'not now' }], 'pair swap'))];
    if (picked === undefined) return;
    const swap = await planSwap(view, mentee.id, picked, context);
    await keep('swapped', mentee, (writer) =>
      carryOutSwap(writer, view, swap, { today: context.today(), at: context.host.now().toISOString() }),
    );
    await sayAgainst(mentee.id, new Map(view.state.members.map(({ id, key }) => [id, key])));
    if (swap.rest !== undefined) context.note(`The others moved along; what is left goes on as run ${run.id}.`);
  };

  try {
    while (await step());
  } catch (error) {
    // At a question, Ctrl-C means: stop here.
    if (!(error instanceof Failure && error.code === 'cancelled')) throw error;
  }
  const count = (what: Counted): number => done.filter((one) => one.what === what).length;
  const { table } = await underReview(store, run);
  return {
    run: run.id,
    counts: {
      accepted: count('accepted'),
      declined: count('declined'),
      pinned: count('pinned'),
      swapped: count('swapped'),
    },
    skipped: skipped.size,
    open: table.cards.filter(with_.wanted),
    others: table.cards.filter((card) => !with_.wanted(card)).length,
  };
}

function undoWords({ what, mentee }: Done): string {
  return `${mentee.name}: ${what}`;
}
