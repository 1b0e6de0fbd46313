// The key of an encrypted database, asked for only where there is one.
import { Failure } from '../domain/failure.ts';

export interface KeySource {
  /** Whether one was said beforehand: then a new database is encrypted with it. */
  readonly given: boolean;
  /** Throws Failure where nobody can say it. `again`: of a new key, which is typed twice. */
  read(): Promise<string>;
}

/** The key that is known already. */
export function knownKey(key: string | undefined): KeySource {
  return { given: key !== undefined, read: () => (key === undefined ? Promise.reject(noKey()) : Promise.resolve(key)) };
}

/** A file without a header of its own is encrypted, as far as can be seen. */
export const noKeyWords = {
  message: 'the database is encrypted, or it is damaged, or this is another file',
  hint: 'If it is encrypted, say its key: in MENTORCTL_KEY, or by a command that prints it (--key-command "pass show mentorctl"); a terminal is asked. If it never was, restore the last backup: mentorctl data restore FILE --yes',
};

export function noKey(): Failure {
  return new Failure('usage', {
    code: 'needs-key',
    message: noKeyWords.message,
    hint: noKeyWords.hint,
  });
}

/** `path`: the file that the key does not open. */
export function wrongKey(path: string, cause: unknown): Failure {
  return new Failure('usage', {
    code: 'wrong-key',
    message: 'the key does not open this database',
    where: { source: path },
    hint: 'Say the key it was encrypted with. If it is the right one, the file is damaged or is no mentorctl database: restore the last backup.',
    cause,
  });
}
