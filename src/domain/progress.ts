// Long work is a generator that yields these and never hears of a terminal; the command pulls and draws.

/** `done` of `total` in the unit the phase names (rows, pairs, mentees); `total` 0 when unknown. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

export type Work<T> = Generator<Progress, T, undefined>;

/** The same where it waits for what it reads. */
export type WorkAwaited<T> = AsyncGenerator<Progress, T, undefined>;

/** Runs work to its end without looking at the progress: for tests and for small inputs. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
