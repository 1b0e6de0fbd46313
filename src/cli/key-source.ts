// Where the key of an encrypted database comes from: the environment, a command that prints it, or whoever is at the keyboard. Never the
// command line, which other users of the machine can read, and never the program's folder, which travels.
import { Failure } from '../domain/failure.ts';
import type { Asker } from './ask.ts';
import type { Host } from './host.ts';
import type { Setting } from './settings.ts';

export interface KeyWords {
  /** The variable that holds it, and the one, or the option, that names a command which prints it. */
  readonly variable: string;
  readonly command: Setting<string | undefined>;
  readonly flag: string;
  readonly question: string;
  /** What is said where nobody can be asked. */
  readonly missing?: { readonly message: string; readonly hint: string };
  /** Typed twice, since a slip would lock everybody out. */
  readonly isNew?: boolean;
}

export interface Key {
  /** Said without asking. */
  readonly given: boolean;
  /** How it was said, for `data check`. */
  readonly origin: string;
  read(): Promise<string>;
}

/** Read once, whoever asks how often. Throws Failure where nobody can say it, and for one that is empty. */
export function keySource(host: Host, ask: Asker, words: KeyWords): Key {
  const variable = host.env[words.variable] ?? '';
  const command = words.command.value ?? '';
  let known: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    if (variable !== '') return variable;
    if (command !== '') return printedBy(command, host);
    if (!ask.possible)
      throw new Failure('usage', {
        code: 'needs-key',
        ...(words.missing ?? {
          message: `this needs a key: ${words.question}`,
          hint: `Without a terminal, say it in ${words.variable}, or by a command that prints it: ${words.flag} "pass show mentorctl".`,
        }),
      });
    const typed = await ask.secret(words.question, words.variable);
    if (words.isNew === true && (await ask.secret('Once more:', words.variable)) !== typed)
      throw new Failure('usage', {
        code: 'keys-differ',
        message: 'the two were not the same',
        hint: 'Type the key twice; nothing was changed.',
      });
    return typed;
  };
  return {
    given: variable !== '' || command !== '',
    origin: variable !== '' ? words.variable : command !== '' ? `a command (${words.command.origin})` : 'typed',
    read: () => (known ??= read().then(mustBeSaid)),
  };
}

function printedBy(command: string, host: Host): string {
  const said = host.printedBy(command);
  if (said !== undefined) return said.split('\n')[0]?.replace(/\r$/, '') ?? '';
  throw new Failure('usage', {
    code: 'no-key-printed',
    message: 'the command that should print the key failed',
    where: { source: command },
    hint: 'Try it by itself: it must end well, and print the key as its first line.',
  });
}

function mustBeSaid(key: string): string {
  if (key !== '') return key;
  throw new Failure('usage', { code: 'empty-key', message: 'the key is empty', hint: 'Say one; nothing was changed.' });
}
