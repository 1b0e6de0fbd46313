// mentorctl person forget: erases somebody, from the audit trail and the file's free pages too. Nothing brings them back.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { formatDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { nameAndId } from '../../domain/find-named.ts';
import { keepWords, keptSince } from '../../domain/program/keeping.ts';
import { nextStep, prose, tableBlock } from '../../domain/report/blocks.ts';
import { tableOf, text } from '../../domain/report/table-of.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { copiesBeside } from '../../store/copies.ts';
import { forgetPerson } from '../../store/forget.ts';
import { endlessCohorts, overduePeople } from '../../store/overdue.ts';
import { allPeople } from '../../store/people.ts';
import type { Act } from '../shared/act.ts';
import { choosePerson } from '../shared/choose.ts';
import type { Context } from '../shared/context.ts';
import { dryRunOption } from '../shared/options.ts';

export interface ForgetOptions {
  readonly person?: string | undefined;
  readonly overdue: boolean;
  readonly confirm?: string;
  readonly dryRun: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('[person]', 'id, e-mail or name')
    .addOption(onOff('--overdue', 'list who is kept longer than mentorctl.yaml says (keep: 3 years); erase nobody'))
    .option('--confirm <id>', 'the id once more, so that nobody is erased by a slip')
    .addOption(dryRunOption('show what would be erased, erase nothing'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl person forget S1042 --confirm S1042\n  mentorctl person forget --overdue',
    )
    .action((person, flags) => act(runForget, { ...flags, person }));
}

export async function runForget(options: ForgetOptions, context: Context): Promise<void> {
  if (options.overdue) {
    await showOverdue(options.person, context);
    return;
  }
  const { dryRun } = options;
  await context.usingStore({ create: false }, async (store) => {
    const people = await allPeople(store.db);
    const person = await choosePerson(context, people, options.person, { what: 'Whom', flag: 'PERSON' });
    const typed = dryRun
      ? person.id
      : (options.confirm ??
        (await context.ask.text(`This erases ${nameAndId(person)} for good. Type the id to go on:`, '--confirm')));
    if (typed !== person.id) {
      throw new Failure('usage', {
        code: 'not-confirmed',
        message: `"${typed}" is not the id of ${nameAndId(person)}; nobody was erased`,
        hint: 'Say the id exactly, with --confirm.',
      });
    }
    const { deleted, blotted } = await forgetPerson(store, context.author(), person, { dryRun });
    const rows = Object.entries(deleted).map(([table, n]) => `${table.replaceAll('_', ' ')} ${n}`);
    const copies = copiesBeside(context.databasePath, store.key);
    const named = dryRun ? nameAndId(person) : 'the person';
    await context.show({
      schema: 'mentorctl/forget@1',
      blocks: [
        prose(
          `${dryRun ? 'Would erase' : 'Erased'} ${named}: ${rows.join(', ')} rows, and what the audit trail kept of them${blotted === 0 ? '' : `; ${blotted} other texts lost the name or id`}.`,
        ),
        prose(
          `${copies.length === 0 ? '' : `Copies beside the database may still hold them: ${copies.join(', ')}. Delete what is not needed. `}Other files are not reached: backups, files imported or exported, letters, answers kept as options in mentorctl.yaml. Runs and lotteries they were part of can no longer be replayed.`,
        ),
        nextStep('mentorctl status', 'pairs that lost somebody show there'),
      ],
      json: { deleted, blotted, copies, dryRun },
    });
  });
}

/** Whom to forget is the office's to decide: each with the command that does it. */
async function showOverdue(person: string | undefined, context: Context): Promise<void> {
  if (person !== undefined)
    throw new Failure('usage', {
      code: 'usage',
      message: '--overdue lists everybody who is kept too long, and takes no person',
      hint: `Leave one of them out: mentorctl person forget ${shellWord(person)}, or mentorctl person forget --overdue.`,
    });
  const { keep } = (await context.program()).program;
  if (keep === undefined)
    throw new Failure('usage', {
      code: 'no-keep',
      message: 'mentorctl.yaml does not say how long people are kept',
      hint: 'Write there how long after their last cohort, e.g. keep: 3 years',
    });
  await context.usingStore({ create: false }, async (store) => {
    const since = keptSince(context.today(), keep);
    const items = (await overduePeople(store.db, since)).map((one) => ({
      ...one,
      command: `mentorctl person forget ${shellWord(one.id)} --confirm ${shellWord(one.id)}`,
    }));
    const endless = await endlessCohorts(store.db);
    if (endless.length > 0)
      context.note(
        `Not looked at: people of ${endless.join(', ')}, which ${endless.length === 1 ? 'has' : 'have'} no end. See mentorctl cohort close.`,
      );
    const kept = `kept longer than ${keepWords(keep)} after their last day, which mentorctl.yaml promises`;
    const table = tableOf({ id: 'overdue', title: '' }, items, [
      ['id', ({ id }) => text(id)],
      ['name', ({ name }) => text(name)],
      [{ id: 'last', title: 'last day on record' }, ({ last }) => text(last)],
      ['command', ({ command }) => text(command)],
    ]);
    await context.show({
      schema: 'mentorctl/overdue@1',
      csvTable: 'overdue',
      blocks: [
        prose(
          items.length === 0
            ? `Nobody is ${kept}.`
            : `${items.length} ${items.length === 1 ? 'is' : 'are'} ${kept} (before ${formatDate(since)}). Nobody was erased.`,
        ),
        tableBlock(table),
      ],
      json: { keep: keepWords(keep), before: since, items },
    });
  });
}
