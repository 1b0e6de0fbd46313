// mentorctl match verify: whether a kept run is what it says: untouched, allowed, and provably best.
import type { Command } from '@commander-js/extra-typings';
import { Failure } from '../../domain/failure.ts';
import type { Run } from '../../domain/matching/run.ts';
import { proposeRun } from '../../domain/matching/runs/propose-run.ts';
import { tieWords } from '../../domain/matching/runs/run-remarks.ts';
import { notBest, verdictReport } from '../../domain/matching/runs/verdict-report.ts';
import { keptFaults, proofFaults } from '../../domain/matching/runs/verify-run.ts';
import { overWords, pinsOver } from '../../domain/matching/scoring/pins-over.ts';
import { rowTable } from '../../domain/matching/scoring/run-table.ts';
import { sha256 } from '../../store/sha256.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { runArgument } from '../shared/options.ts';
import { openRun, type RunAndProgram } from '../shared/stored.ts';

export interface VerifyOptions {
  readonly run: number;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(runArgument())
    .addHelpText('after', '\nExample:\n  mentorctl match verify 4')
    .action((run) => act(runVerify, { run }));
}

export async function runVerify({ run: id }: VerifyOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const stored = await openRun(store, id);
    const { row, run } = stored;
    const faults = [
      ...(sha256(row.programText) === row.programHash ? [] : ['the program file was changed after the run']),
      ...(sha256(row.snapshot) === row.rosterHash ? [] : ['the people it saw were changed after the run']),
      ...(await faultsOf(stored, context)),
    ];
    const over = stored.program.matching.over === true ? pinsOver(stored.input, stored.program) : [];
    await context.show(
      verdictReport(id, run, {
        faults,
        solved: stored.proof === undefined,
        over: over.map(overWords),
        ties: tieWords(stored.input, stored.program),
        away: stored.input.favours?.away !== undefined,
      }),
    );
    if (faults.length > 0 && run.open !== undefined)
      throw new Failure('no', {
        code: 'not-best',
        message: `run ${id} is not the best there is`,
        hint: 'Make a new one with mentorctl match, without --time-limit or with a longer one.',
      });
    if (faults.length > 0)
      throw new Failure('no', {
        code: 'run-changed',
        message: `run ${id} is not what was proved when it was made`,
        hint: 'Its record was changed afterwards. Make a new one with mentorctl match.',
      });
  });
}

async function faultsOf({ run, input, program, proof, cohort }: RunAndProgram, context: Context): Promise<string[]> {
  const table = rowTable(input, program, proof?.step);
  const over = pinsOver(input, program);
  const kept = [
    ...keptFaults(table, run),
    ...(program.matching.over === true ? [] : over.map((one) => `${overWords(one)}, and nothing allowed that`)),
  ];
  const pairs = run.pairs.map(({ mentee, mentor }) => ({ mentee: mentee.id, mentor: mentor.id }));
  if (proof !== undefined) return [...kept, ...proofFaults(table, pairs, proof)];
  const again = await context.work(`Matching ${cohort.name}`, proposeRun(input, program));
  if (run.open !== undefined) return [...kept, ...notBest(run, again)];
  const words = (of: Run): string => of.pairs.map(({ mentee, mentor }) => `${mentee.id} ${mentor.id}`).join('\n');
  return words(again) === words(run) ? kept : [...kept, 'solved again, other pairs come out'];
}
