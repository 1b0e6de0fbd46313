// R's answers (fixtures/oracles, made by R 4.2.2), a comparison that counts itself, and a line that says how it went.
import { readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';

export interface Oracle<T> {
  readonly data: T;
  /** Fails unless `actual` is within `tolerance` (1e-9 unless said), relative, of R's number; below 1e-12 of 0 where R says 0. */
  readonly close: (actual: number | undefined, expected: number, what: string, tolerance?: number) => void;
}

/** The oracle of that name. */
export function ownOracle<T>(name: string): Oracle<T> {
  const data = JSON.parse(readFileSync(`fixtures/oracles/${name}.json`, 'utf8')) as T;
  let [checks, worst, where] = [0, 0, ''];
  afterAll(() => {
    console.log(`oracle ${name}: ${checks} checks, largest relative error ${worst.toExponential(1)} (${where})`);
    expect(checks).toBeGreaterThan(0);
  });
  const close: Oracle<T>['close'] = (actual, expected, what, tolerance = 1e-9) => {
    checks++;
    if (actual === undefined) throw new Error(`${name} ${what}: nothing, R says ${expected}`);
    const error = expected === 0 ? Math.abs(actual) * 1e3 : Math.abs(actual - expected) / Math.abs(expected);
    if (!(error <= tolerance)) {
      throw new Error(`${name} ${what}: ${actual}, R says ${expected} (relative error ${error.toExponential(1)})`);
    }
    if (error > worst) [worst, where] = [error, what];
  };
  return { data, close };
}
