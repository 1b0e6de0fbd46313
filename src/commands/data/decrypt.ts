// mentorctl data decrypt: the database can be read without a key again.
import type { Command } from '@commander-js/extra-typings';
import { onOff } from '../../cli/options.ts';
import { Failure } from '../../domain/failure.ts';
import { decryptReport } from '../../domain/upkeep/copy-told.ts';
import { changeKey } from '../../store/copies.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface DecryptOptions {
  readonly yes: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addOption(onOff('--yes', 'do not ask'))
    .addHelpText('after', '\nExample:\n  mentorctl data decrypt --yes')
    .action((flags) => act(runDecrypt, flags));
}

export async function runDecrypt({ yes }: DecryptOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    if (store.key === undefined)
      throw new Failure('usage', {
        code: 'not-encrypted',
        message: 'the database is not encrypted',
        hint: 'Nothing was changed. See mentorctl data check.',
      });
    const question = 'Let everybody read the database who can read its file?';
    if (!yes && !(await context.ask.confirm(question, '--yes')))
      throw new Failure('cancelled', { code: 'cancelled', message: 'cancelled; nothing was changed' });
    context.author();
    await changeKey(store, undefined);
    await context.show(decryptReport());
  });
}
