// If these fail, Ctrl-C does nothing while a large cohort is matched, or progress spoils a log file.
import { expect, it, vi } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { drive } from '../../src/cli/progress-line.ts';
import type { Progress } from '../../src/domain/progress.ts';

function fakeHost(isTTY: boolean): { host: Host; told: string[]; interrupt: () => void } {
  const told: string[] = [];
  const listeners = new Set<() => void>();
  const host = {
    stderr: { isTTY, columns: 60, write: (text: string) => told.push(text) },
    onInterrupt: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Host;
  return {
    host,
    told,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
  };
}

function* work(steps: number, log: string[]): Generator<Progress, string, undefined> {
  try {
    for (let done = 0; done < steps; done++) yield { phase: 'scoring', done, total: steps };
    return 'result';
  } finally {
    log.push('closed');
  }
}

it('gives the result and says nothing about short work', async () => {
  const { host, told } = fakeHost(true);
  expect(await drive(work(100, []), host, { quiet: false, title: 'Matching' })).toBe('result');
  expect(told).toEqual([]);
});

it('stops at Ctrl-C, closes the work and ends with 130', async () => {
  const { host, interrupt } = fakeHost(true);
  const log: string[] = [];
  const running = drive(work(1e9, log), host, { quiet: false, title: 'Matching' });
  interrupt();
  await expect(running).rejects.toMatchObject({ code: 'cancelled', exitCode: 130 });
  expect(log).toEqual(['closed']);
});

it.each([
  ['a moving line on a terminal', true, /^\rMatching: scoring +\d+ % {2}\d+ of 4<clear>\r<clear>$/],
  ['one line at the start and one at the end elsewhere', false, /^Matching \.\.\.\nMatching: done in \d+\.\d s\n$/],
])('draws %s', async (_, isTTY, expected) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { host, told } = fakeHost(isTTY);
  function* slow(): Generator<Progress, void, undefined> {
    for (let done = 0; done < 4; done++) {
      vi.setSystemTime(Date.now() + (done === 3 ? 400 : 0));
      yield { phase: 'scoring', done, total: 4 };
    }
  }
  await drive(slow(), host, { quiet: false, title: 'Matching' });
  vi.useRealTimers();
  expect(told.join('').replaceAll('\u001b[K', '<clear>')).toMatch(expected);
});

it('does not call work done that failed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { host, told } = fakeHost(false);
  function* failing(): Generator<Progress, void, undefined> {
    vi.setSystemTime(Date.now() + 400);
    yield { phase: 'rows', done: 1, total: 0 };
    throw new Error('row 2');
  }
  await expect(drive(failing(), host, { quiet: false, title: 'Importing' })).rejects.toThrow('row 2');
  vi.useRealTimers();
  expect(told.join('')).toBe('Importing ...\n');
});
