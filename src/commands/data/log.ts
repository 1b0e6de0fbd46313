// mentorctl data log: who changed what, and where the program file asks for it who looked at whom, newest first.
import { defined } from '../../domain/defined.ts';
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { wholeNumber, type Reader } from '../../cli/read-values.ts';
import { nextStep, tableBlock } from '../../domain/report/blocks.ts';
import { numbers } from '../../domain/report/table-columns.ts';
import { count, tableOf, text, wrapped } from '../../domain/report/table-of.ts';
import { changeLog } from '../../store/change-log.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface LogOptions {
  readonly limit: number;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(valueOption('--limit <number>', 'how many; all for every one', limit).default(20))
    .addHelpText('after', '\nExample:\n  mentorctl data log --limit 5')
    .action((flags) => act(runLog, flags));
}

const number = wholeNumber({ least: 1, hint: 'Write a whole number, or all.' });
const limit: Reader<number> = (text, flag) => (text === 'all' ? Infinity : number(text, flag));

export async function runLog({ limit: most }: LogOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const log = await changeLog(store.db);
    const items = log.slice(0, most);
    const older = log.length - items.length;
    const about = {
      id: 'changes',
      title: '',
      ...defined({ note: older > 0 ? `${older} older: --limit all` : undefined }),
    };
    const table = tableOf(about, items, [
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
    await context.show({
      schema: 'mentorctl/log@1',
      blocks: [tableBlock(table), nextStep('mentorctl data undo', 'takes the last one back')],
      json: { items },
    });
  });
}
