// The outside world as arguments: streams, environment, folder, clock. Tests pass a fake one; nothing else touches `process`.
import { spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { exitCodes } from '../domain/failure.ts';

export interface OutStream {
  write(content: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** Terminal width in columns; undefined when it is not a terminal. */
  readonly columns: number | undefined;
  /** Terminal height in lines, where it is known. */
  readonly rows?: number | undefined;
}

export interface Host {
  readonly stdin: { readonly isTTY: boolean; bytes(): Promise<Uint8Array> };
  readonly stdout: OutStream;
  readonly stderr: OutStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Who is at the keyboard, for the audit trail. */
  readonly user: string;
  /** False where nothing outlives the power, as in tests: then the database does not wait until the disk has what it writes. */
  readonly waitsForDisk: boolean;
  now(): Date;
  /** What a command of the shell prints, which may itself ask at the terminal; undefined where it fails. */
  printedBy(command: string): string | undefined;
  /** Shows `text` through the command `pager`; false where that is not there. */
  page(text: string, pager: string): boolean;
  /** Told when a change is on the disk: where its result cannot be written afterwards, that must not read as if nothing was done. */
  changeKept?(): void;
  /** Calls back once on the first Ctrl-C, or when the terminal is closed or the job ended; the return value stops listening. */
  onInterrupt(listener: () => void): () => void;
}

/** The real world. A reader that went away (`| head`) is no error: writing stops in silence. A full disk behind `>` is one. */
export function realHost(): Host {
  let kept = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const why = error.code === 'ENOSPC' ? 'the disk is full' : (error.code ?? error.message);
    process.stderr.write(`mentorctl: the result could not be written: ${why}${kept ? keptAllTheSame : ''}\n`);
    // It may be noticed after the command has ended well.
    process.once('exit', () => {
      process.exitCode = exitCodes['cannot-write'].code;
    });
  });
  // Where even complaints cannot be written, there is nobody left to tell.
  process.stderr.on('error', () => undefined);
  return {
    stdin: { isTTY: process.stdin.isTTY, bytes: readAllOfStdin },
    stdout: outStream(process.stdout),
    stderr: outStream(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    user: userName(),
    waitsForDisk: true,
    now: () => new Date(),
    printedBy,
    page,
    changeKept: () => {
      kept = true;
    },
    onInterrupt: (listener) => {
      for (const signal of endings) process.once(signal, listener);
      return () => {
        for (const signal of endings) process.removeListener(signal, listener);
      };
    },
  };
}

const keptAllTheSame = '. The change was made and is kept: see mentorctl data log';

/** Ctrl-C, a closed terminal, and what ends a job kindly. */
const endings = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const;

/** less keeps colours, leaves the text on the screen, and ends by itself where it fits after all, unless LESS says otherwise. */
function page(text: string, pager: string): boolean {
  const env = { ...process.env, LESS: process.env['LESS'] ?? 'FRX' };
  const { status } = spawnSync(pager, { shell: true, input: text, stdio: ['pipe', 'inherit', 'inherit'], env });
  return status !== null && status !== 127;
}

function printedBy(command: string): string | undefined {
  const { status, stdout } = spawnSync(command, {
    shell: true,
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return status === 0 ? stdout : undefined;
}

function outStream(stream: NodeJS.WriteStream): OutStream {
  return {
    write: (content) => {
      if (stream.writable) stream.write(content);
    },
    isTTY: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
    rows: stream.isTTY ? stream.rows : undefined,
  };
}

async function readAllOfStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown'; // containers may run under a user id without a name
  }
}
