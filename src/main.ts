// The start and the end of every command: argv in, exit code out, and the one place where errors stop.
import type { CommanderError } from 'commander';
import { realHost, type Host } from './cli/host.ts';
import { Failure } from './domain/failure.ts';
import { perform } from './program.ts';

export { realHost };

/** Runs one command line; gives the exit code. Never throws and never ends the process. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await perform(argv, host);
  } catch (error) {
    return end(error, argv, host);
  }
}

async function end(error: unknown, argv: readonly string[], host: Host): Promise<number> {
  // Help and version end this way.
  if (isCommanderError(error) && error.exitCode === 0) return 0;
  if (!(error instanceof Failure)) return end(ofTheSystem(error) ?? bug(error, argv), argv, host);
  const { renderFailure, renderFailureJson } = await import('./render/problems.ts');
  host.stderr.write(wantsJson(argv, host) ? renderFailureJson(error) : renderFailure(error));
  return error.exitCode;
}

/** Read from the bare words, since the settings themselves may be what failed. */
function wantsJson(argv: readonly string[], host: Host): boolean {
  if (argv.includes('--json') || argv.includes('--format=json')) return true;
  const at = argv.indexOf('--format');
  return at < 0 ? host.env['MENTORCTL_FORMAT'] === 'json' : argv[at + 1] === 'json';
}

/** What the system refused is the user's to mend, wherever it came up; so is an engine built for another Node. */
function ofTheSystem(error: unknown): Failure | undefined {
  const { code = '', path, syscall = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ERR_DLOPEN_FAILED')
    return new Failure('not-found', {
      code: 'engine-of-another-node',
      message: 'the database engine (better-sqlite3) was built for another version of Node, or for another machine',
      hint: 'In the folder where mentorctl is installed: npm rebuild better-sqlite3',
      cause: error,
    });
  const why = systemWords[code];
  if (why === undefined || path === undefined) return undefined;
  const writing = /^(write|rename|mkdir|unlink|rmdir|copyfile|ftruncate|fsync|chmod)/.test(syscall);
  return new Failure(writing ? 'cannot-write' : 'not-found', {
    code: writing ? 'cannot-write-file' : 'unreadable',
    message: `this cannot be ${writing ? 'written' : 'read'}: ${why}`,
    where: { source: path },
    hint: 'Check the path and the permissions of its folders.',
    cause: error,
  });
}

const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'part of its path is a file, not a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'the name is longer than the disk takes',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

function bug(error: unknown, argv: readonly string[]): Failure {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const detail = argv.includes('--debug') ? `\n${stack}` : '';
  return new Failure('bug', {
    code: 'bug',
    message: `sorry, this is a fault in mentorctl; nothing was lost (${error instanceof Error ? error.message : String(error)})${detail}`,
    hint: 'Please report it with the command and what --debug adds to this message.',
    cause: error,
  });
}

function isCommanderError(error: unknown): error is CommanderError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('commander.')
  );
}
