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
  if (!(error instanceof Failure)) return end(bug(error, argv), argv, host);
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
