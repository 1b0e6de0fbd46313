// mentorctl data log: who changed what, when, newest first.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { wholeNumber, type Reader } from '../../cli/read-values.ts';
import type { Cell } from '../../domain/report/report.ts';
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
    const rows = items.map(({ change, at, who, command, rows: touched, undoes, undone }): Cell[] => [
      { kind: 'count', value: change },
      { kind: 'text', text: at.replace('T', ' ').slice(0, 16) },
      { kind: 'text', text: who },
      { kind: 'text', text: command },
      { kind: 'count', value: touched },
      { kind: 'text', text: undone ? 'taken back' : undoes === null ? '' : `takes back ${undoes}` },
    ]);
    const columns = ['change', 'at', 'who', 'command', 'rows', 'state'].map((id) => ({
      id,
      title: id === 'at' ? 'at (UTC)' : id === 'state' ? '' : id,
      ...(id === 'change' || id === 'rows' ? { align: 'right' as const } : {}),
      ...(id === 'command' ? { wrap: true } : {}),
    }));
    await context.show({
      schema: 'mentorctl/log@1',
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'changes',
            title: '',
            columns,
            rows,
            ...(log.length > items.length ? { note: `${log.length - items.length} older: --limit all` } : {}),
          },
        },
        { kind: 'next', command: 'mentorctl data undo', text: 'takes the last one back' },
      ],
      json: { items },
    });
  });
}
