// A vitest that stays warm in a process of its own, so that a break costs a fraction of a second and one that never ends can be
// ended from outside (run.ts). It runs test files in the order in which it is told them, until one fails.
import { createVitest, type TestModule, type TestSpecification, type Vitest } from 'vitest/node';

/** What it is asked: run these test files, after those source files were written anew. Paths from the folder it runs in. */
export interface Asked {
  readonly tests: readonly string[];
  readonly changed: readonly string[];
}

/** What it answers: nothing failed, a test did, or the runner itself did, which says nothing about the break. */
export type Answer =
  | { readonly kind: 'alive' }
  | { readonly kind: 'passed'; readonly took: Readonly<Record<string, number>> }
  | { readonly kind: 'failed'; readonly test: string }
  | { readonly kind: 'broke'; readonly why: string };

class AsTold {
  sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(specs);
  }
  shard(specs: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(specs);
  }
}

const tell = (answer: Answer): boolean | undefined => process.send?.(answer);
const alive = (): void => {
  tell({ kind: 'alive' });
};

const vitest = await createVitest('test', {
  watch: false,
  bail: 1,
  silent: true,
  pool: 'forks',
  maxWorkers: 1,
  update: false,
  sequence: { sequencer: AsTold },
  reporters: [{ onTestModuleCollected: alive, onTestCaseResult: alive }],
});

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (asked: Asked) => {
  run(asked).then(tell, (problem: unknown) => tell({ kind: 'broke', why: String(problem) }));
});
alive();

async function run({ tests, changed }: Asked): Promise<Answer> {
  forget(vitest);
  for (const file of changed) vitest.invalidateFile(`${process.cwd()}/${file}`);
  const project = vitest.getRootProject();
  const specs = tests.map((test) => project.createSpecification(`${process.cwd()}/${test}`));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specs);
  const failed = testModules.find((file) => file.state() === 'failed');
  if (failed !== undefined) return { kind: 'failed', test: nameOf(failed) };
  if (unhandledErrors.length > 0) return { kind: 'broke', why: String(unhandledErrors[0]) };
  const ran = testModules.filter((file) => file.state() === 'passed' || file.state() === 'skipped');
  if (ran.length < tests.length) return { kind: 'broke', why: `ran ${ran.length} of ${tests.length} test files` };
  return { kind: 'passed', took: Object.fromEntries(ran.map((file) => [file.relativeModuleId, timeOf(file)])) };
}

/** What failed for the last break must not count for this one: vitest counts it among the failures after which it stops. */
function forget({ state }: Vitest): void {
  state.filesMap.clear();
  state.idMap.clear();
}

function timeOf(file: TestModule): number {
  const { collectDuration, duration } = file.diagnostic();
  return collectDuration + duration;
}

function nameOf(file: TestModule): string {
  for (const test of file.children.allTests('failed')) return `${file.relativeModuleId}: ${test.fullName}`;
  return file.relativeModuleId;
}
