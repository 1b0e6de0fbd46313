// Keeps a warm vitest (warm.ts) in a process of its own, ends it where a break makes it fall silent, and begins another.
import { fork, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer, Asked } from './warm.ts';

export type Heard = Exclude<Answer, { kind: 'alive' }> | { readonly kind: 'silent' };

export class Keeper {
  #child: ChildProcess | undefined;
  /** Written anew since the last run. */
  readonly #changed = new Set<string>();

  /** Asks for a run of tests; where nothing is heard for `patience` ms, the answer is `silent`. */
  async ask(tests: readonly string[], patience: number): Promise<Heard> {
    const changed = [...this.#changed];
    this.#changed.clear();
    const child = (this.#child ??= begin());
    const heard = await listen(child, { tests, changed }, patience);
    if (heard.kind === 'silent' || heard.kind === 'broke') this.end();
    return heard;
  }

  write(file: string, text: string): void {
    writeFileSync(file, text);
    this.#changed.add(file);
  }

  /** Ends it with the processes that it began: one that goes round in a loop hears nothing. */
  end(): void {
    if (this.#child?.pid !== undefined && this.#child.exitCode === null) process.kill(-this.#child.pid, 'SIGKILL');
    this.#child = undefined;
  }
}

function begin(): ChildProcess {
  return fork(fileURLToPath(new URL('warm.ts', import.meta.url)), { stdio: 'ignore', detached: true });
}

function listen(child: ChildProcess, asked: Asked, patience: number): Promise<Heard> {
  return new Promise((resolve) => {
    const done = (heard: Heard): void => {
      clearTimeout(clock);
      child.off('message', hear);
      child.off('exit', gone);
      resolve(heard);
    };
    const clock = setTimeout(() => {
      done({ kind: 'silent' });
    }, patience);
    const hear = (answer: Answer): void => {
      if (answer.kind === 'alive') clock.refresh();
      else done(answer);
    };
    const gone = (code: number | null, signal: string | null): void => {
      done({ kind: 'broke', why: `the process ended with ${signal ?? String(code)}` });
    };
    child.on('message', hear);
    child.on('exit', gone);
    child.send(asked);
  });
}
