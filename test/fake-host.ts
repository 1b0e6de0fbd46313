// A host without a real world: what a command would have printed, in a temporary folder, at a fixed time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../src/cli/host.ts';
import { run } from '../src/main.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Folder {
  readonly path: string;
  /** Runs a command line in process; standard input is empty unless given. `under`: from this folder inside; `host`: what is otherwise. */
  run(
    argv: readonly string[],
    options?: { env?: Record<string, string>; stdin?: string; columns?: number; under?: string; host?: Partial<Host> },
  ): Promise<Ran>;
}

/** A new empty folder, gone when the test ends. Its database does not wait for the disk, except where that is what is tested. */
export function emptyFolder({ waitsForDisk = false }: { readonly waitsForDisk?: boolean } = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'mentorctl-test-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return {
    path,
    run: async (argv, { env = {}, stdin = '', columns, under = '.', host: other = {} } = {}) => {
      const out = { stdout: '', stderr: '' };
      const stream = (name: 'stdout' | 'stderr'): Host['stdout'] => ({
        write: (content) => {
          out[name] += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
        },
        isTTY: columns !== undefined,
        columns,
      });
      const host: Host = {
        stdin: { isTTY: false, bytes: () => Promise.resolve(Buffer.from(stdin)) },
        stdout: stream('stdout'),
        stderr: stream('stderr'),
        env: { HOME: path, MENTORCTL_TODAY: '2026-11-02', ...env },
        cwd: join(path, under),
        user: 'tester',
        waitsForDisk,
        printedBy: (command) => (command.startsWith('echo ') ? `${command.slice(5)}\n` : undefined),
        page: () => false,
        now: () => new Date('2026-11-02T09:00:00.000Z'),
        onInterrupt: () => () => undefined,
        ...other,
      };
      const code = await run(argv, host);
      return { code, ...out };
    },
  };
}
