// mentorctl data log: who changed what, and where the program file asks for it who looked at whom, newest first.
import type { Command } from '@commander-js/extra-typings';
import { valueOption } from '../../cli/options.ts';
import { wholeNumber, type Reader } from '../../cli/read-values.ts';
import { logReport } from '../../domain/upkeep/change-told.ts';
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
    await context.show(logReport(await changeLog(store.db), most));
  });
}
