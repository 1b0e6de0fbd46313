// Errors of the engines, told apart by their codes, in the admin's words.
import { Failure } from '../../domain/failure.ts';
import type { Fault } from './dialect.ts';
import { faultOfSqlite } from './sqlite/faults.ts';

/** Undefined where the error is no engine's. */
export function faultOf(error: unknown): Fault | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? faultOfSqlite(code) : undefined;
}

/** The engine's own errors in the admin's words; anything else passes through. */
export function translate(error: unknown, path: string): unknown {
  return told(error, path, faultOf(error));
}

/** Before anything of ours is asked, what the engine refuses lies in the file: its header, or the words that its tables were made with. */
export function translateOpening(error: unknown, path: string): unknown {
  const fault = faultOf(error);
  return told(error, path, fault === 'other' || fault === 'in-the-way' ? 'damaged' : fault);
}

function told(error: unknown, path: string, fault: Fault | undefined): unknown {
  const where = { source: path };
  switch (fault) {
    case 'replaced':
    case 'busy':
      return new Failure('busy', {
        code: 'database-busy',
        message:
          fault === 'busy'
            ? 'another program is writing to the database'
            : 'the database was replaced by another program meanwhile',
        where,
        hint: `${fault === 'busy' ? 'Wait for it to end and run' : 'Run'} the command again; nothing was changed.`,
        cause: error,
      });
    case 'damaged':
    case 'unreadable':
      return new Failure('bad-data', {
        code: 'database-damaged',
        message: 'the database is damaged',
        where,
        hint: 'Restore the last backup; mentorctl never changes a damaged file.',
        cause: error,
      });
    case 'full':
    case 'not-writable':
      return new Failure('cannot-write', {
        code: 'database-not-writable',
        message: fault === 'full' ? 'the disk is full' : 'the database cannot be written',
        where,
        hint: 'Check that the folder and the file are writable and have room; nothing was changed.',
        cause: error,
      });
    case 'in-the-way':
    case 'other':
    case undefined:
      return error;
  }
}
