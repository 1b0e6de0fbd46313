// R's answers (fixtures/oracles, made by R 4.2.2), a comparison that counts itself, and a line that says how it went.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { sharedFile } from '../../shared-folder.ts';

export interface Oracle<T> {
  readonly data: T;
  /** Fails unless `actual` is within `tolerance` (1e-9 unless said), relative, of R's number; below 1e-12 of 0 where R says 0. */
  readonly close: (actual: number | undefined, expected: number, what: string, tolerance?: number) => void;
}

/** The oracle of that name, or undefined (said aloud) when it is one that stays beside the project and is not here. */
export function openOracle<T>(name: string): Oracle<T> | undefined {
  const own = `fixtures/oracles/${name}.json`;
  const path = existsSync(own) ? own : sharedFile(`oracles/${name}.json`);
  if (path === undefined) return undefined;
  const data = JSON.parse(readFileSync(path, 'utf8')) as T;
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

/** The oracle of that name, which is in the repository. */
export function ownOracle<T>(name: string): Oracle<T> {
  const oracle = openOracle<T>(name);
  if (oracle === undefined) throw new Error(`fixtures/oracles/${name}.json is missing`);
  return oracle;
}
