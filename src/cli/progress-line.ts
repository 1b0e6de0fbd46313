// Draws long work on stderr: a moving line on a terminal after 300 ms, else one line at the start and one at the end.
import { Failure } from '../domain/failure.ts';
import type { Progress } from '../domain/progress.ts';
import type { Host } from './host.ts';

const showAfterMs = 300;
const redrawEveryMs = 80;
/** How long work may run before the event loop gets a turn, so that Ctrl-C is heard. */
const sliceMs = 25;

export interface ProgressOptions {
  readonly quiet: boolean;
  /** Says `Reading people.csv` and, at the end, `Reading people.csv: done in 1.2 s`. */
  readonly title: string;
}

/**
 * Runs a generator to its end, drawing what it yields. Sync and async generators alike.
 * Throws Failure('cancelled') at the first Ctrl-C; the generator is closed, so its `finally` blocks run.
 */
export async function drive<T>(
  work: Generator<Progress, T, undefined> | AsyncGenerator<Progress, T, undefined>,
  host: Host,
  options: ProgressOptions,
): Promise<T> {
  const interrupt = { heard: false };
  const stopListening = host.onInterrupt(() => {
    interrupt.heard = true;
  });
  const line = progressLine(host, options);
  try {
    let turn = Date.now();
    for (;;) {
      const step = await work.next();
      if (step.done === true) {
        line.end();
        return step.value;
      }
      line.draw(step.value);
      if (Date.now() - turn >= sliceMs) {
        await new Promise((resolve) => setImmediate(resolve));
        turn = Date.now();
      }
      if (interrupt.heard) {
        await work.return(undefined as never);
        throw new Failure('cancelled', { code: 'cancelled', message: 'cancelled; nothing was changed' });
      }
    }
  } finally {
    line.clear();
    stopListening();
  }
}

function progressLine(
  host: Host,
  { quiet, title }: ProgressOptions,
): { draw(progress: Progress): void; end(): void; clear(): void } {
  const { stderr } = host;
  const started = Date.now();
  let drawnAt = 0;
  let said = false;
  const draw = (progress: Progress): void => {
    const now = Date.now();
    if (quiet || now - started < showAfterMs) return;
    if (!stderr.isTTY) {
      if (!said) stderr.write(`${title} ...\n`);
      said = true;
      return;
    }
    if (now - drawnAt < redrawEveryMs) return;
    drawnAt = now;
    stderr.write(`\r${describe(title, progress).slice(0, (stderr.columns ?? 80) - 1)}\u001b[K`);
  };
  const clear = (): void => {
    if (drawnAt > 0) stderr.write('\r\u001b[K');
  };
  const end = (): void => {
    if (said) stderr.write(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  };
  return { draw, end, clear };
}

function describe(title: string, { phase, done, total }: Progress): string {
  const said = (count: number): string => count.toLocaleString('en-US');
  const count =
    total > 0
      ? `${String(Math.floor((100 * done) / total)).padStart(3)} %  ${said(done)} of ${said(total)}`
      : said(done);
  return `${title}: ${phase} ${count}`;
}
