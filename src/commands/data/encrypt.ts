// mentorctl data encrypt: the database, and what is copied from it later, can be read with a key alone; of one that is encrypted the key is changed.
import type { Command } from '@commander-js/extra-typings';
import { keySource, type Key } from '../../cli/key-source.ts';
import { encryptReport } from '../../domain/upkeep/copy-told.ts';
import { changeKey, copiesBeside } from '../../store/copies.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';

export interface EncryptOptions {
  readonly newKeyCommand?: string;
}

export function define(command: Command, act: Act): void {
  command
    .option('--new-key-command <command>', 'a command that prints the new key, where the database is encrypted already')
    .addHelpText(
      'after',
      '\nThe key is asked for, or comes from MENTORCTL_KEY or a command that prints it (--key-command, MENTORCTL_KEY_COMMAND,' +
        '\nkey-command in the user file). Of a database that is encrypted already the new one comes from MENTORCTL_NEW_KEY or' +
        '\n--new-key-command. Nobody can open it without: keep the key where it is not lost with this machine.' +
        '\nNeeds the package better-sqlite3-multiple-ciphers.' +
        '\n\nExamples:\n  mentorctl data encrypt\n  mentorctl data encrypt --key-command "pass show mentorctl"',
    )
    .action((flags) => act(runEncrypt, flags));
}

export async function runEncrypt(options: EncryptOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const again = store.key !== undefined;
    const key = await (again ? newKey(options, context) : context.key.given ? context.key : typedTwice(context)).read();
    context.author();
    await changeKey(store, key);
    await context.show(encryptReport(again, copiesBeside(store.path, undefined)));
  });
}

function newKey({ newKeyCommand }: EncryptOptions, { host, ask }: Context): Key {
  return keySource(host, ask, {
    variable: 'MENTORCTL_NEW_KEY',
    command: { value: newKeyCommand, origin: 'flag' },
    flag: '--new-key-command',
    question: 'The new key:',
    isNew: true,
  });
}

function typedTwice({ host, ask, settings }: Context): Key {
  return keySource(host, ask, {
    variable: 'MENTORCTL_KEY',
    command: settings.keyCommand,
    flag: '--key-command',
    question: 'A key for the database:',
    isNew: true,
  });
}
