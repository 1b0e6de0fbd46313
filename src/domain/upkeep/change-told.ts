// What is said of changes: who made them, and which one is taken back.
import { counted } from '../count-words.ts';
import { defined } from '../defined.ts';
import { Failure } from '../failure.ts';
import { nextStep, prose, tableBlock } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { numbers } from '../report/table-columns.ts';
import { count, tableOf, text, wrapped } from '../report/table-of.ts';

/** One change on the audit trail. */
export interface LoggedChange {
  readonly change: number;
  readonly at: string;
  readonly who: string;
  readonly command: string;
  readonly rows: number;
  /** The change this one took back. */
  readonly undoes: number | null;
  /** True where a later change took this one back and stands. */
  readonly undone: boolean;
  /** True where somebody only looked. */
  readonly read: boolean;
}

/** The change that is to be taken back, of all, newest first; the last that stands where none is named. Throws Failure where there is none. */
export function changeToUndo<T extends LoggedChange>(log: readonly T[], named: number | undefined): T {
  const change =
    named === undefined
      ? log.find(({ undone, undoes, rows }) => !undone && undoes === null && rows > 0)
      : log.find((one) => one.change === named);
  if (change !== undefined && !change.undone && change.rows > 0) return change;
  const message =
    named === undefined
      ? 'there is nothing to take back'
      : change === undefined
        ? `there is no change ${named}`
        : change.undone
          ? `change ${named} is taken back already`
          : change.read
            ? `change ${named} changed nothing: somebody looked at a record`
            : `change ${named} cannot be taken back: what it did was erased`;
  throw new Failure('not-found', { code: 'nothing-to-undo', message, hint: 'See mentorctl data log.' });
}

/** `rows`: how many are as before. */
export function undoneReport({ change, command, who, at }: LoggedChange, rows: number, dryRun: boolean): Report {
  return {
    schema: 'mentorctl/undo@1',
    blocks: [
      prose(
        `${dryRun ? 'Would take' : 'Took'} back change ${change}, ${command} (${who}, ${at.slice(0, 10)}): ${counted(rows, 'row is', 'rows are')} as before. Files, mentorctl.yaml too, stay as they are.`,
      ),
      nextStep('mentorctl data log'),
    ],
    json: { change, command, rows, dryRun },
  };
}

/** The newest `most` of all changes. */
export function logReport(log: readonly LoggedChange[], most: number): Report {
  const items = log.slice(0, most);
  const older = log.length - items.length;
  const note = older > 0 ? `${older} older: --limit all` : undefined;
  const table = tableOf({ id: 'changes', title: '', ...defined({ note }) }, items, [
    [numbers('number', 'change'), ({ change }) => count(change)],
    [{ id: 'at', title: 'at (UTC)' }, ({ at }) => text(at.replace('T', ' ').slice(0, 16))],
    ['who', ({ who }) => text(who)],
    [wrapped('command'), ({ command }) => text(command)],
    [numbers('rows'), ({ rows }) => count(rows)],
    [
      { id: 'state', title: '' },
      ({ undone, undoes, read }) =>
        text(undone ? 'taken back' : read ? 'looked at' : undoes === null ? '' : `takes back ${undoes}`),
    ],
  ]);
  return {
    schema: 'mentorctl/log@1',
    blocks: [tableBlock(table), nextStep('mentorctl data undo', 'takes the last one back')],
    json: { items },
  };
}
