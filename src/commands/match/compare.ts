// mentorctl match compare: two runs side by side, kept or saved as JSON, or a run and what another program file would give the same people.
import { resolve } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { onOff, valueArgument } from '../../cli/options.ts';
import type { Reader } from '../../cli/read-values.ts';
import { defined } from '../../domain/defined.ts';
import { idAndName } from '../../domain/find-named.ts';
import type { Run } from '../../domain/matching/run.ts';
import { compareRuns, type ComparedRun } from '../../domain/matching/runs/compare-runs.ts';
import { proposeRun } from '../../domain/matching/runs/propose-run.ts';
import { runTable } from '../../domain/matching/scoring/run-table.ts';
import { programOfRun } from '../../domain/matching/scoring/second-program.ts';
import { readRunFile } from '../../intake/run-file.ts';
import type { Act } from '../shared/act.ts';
import type { Context } from '../shared/context.ts';
import { runArgument, runNumber } from '../shared/options.ts';
import { openRun } from '../shared/stored.ts';

export interface CompareOptions {
  readonly run: number;
  /** A run's number, the JSON of one, or a program file. */
  /** A number is that of a run. */
  readonly other: string | number;
  readonly all: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .addArgument(runArgument('the number of a run'))
    .addArgument(
      valueArgument(
        '<run-or-file>',
        'another run, a run saved as JSON, or a program file to match the same people by',
        runOrFile,
      ),
    )
    .addOption(onOff('--all', 'list every change'))
    .addHelpText(
      'after',
      '\nExamples:\n  mentorctl match compare 4 5\n  mentorctl match compare 4 other.yaml\n  mentorctl match compare 4 run3.json',
    )
    .action((run, other, flags) => act(runCompare, { run, other, ...flags }));
}

/** Both are measured by the first run's rules, so that a point means the same on either side. */
const runOrFile: Reader<number | string> = (text, flag) => (/^\d+$/.test(text) ? runNumber(text, flag) : text);

export async function runCompare({ run, other, all }: CompareOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const first = await openRun(store, run);
    let second: ComparedRun;
    const saved = typeof other === 'number' ? undefined : readRunFile(resolve(context.host.cwd, other), other);
    if (typeof other === 'number') second = compared(`run ${other}`, (await openRun(store, other)).run);
    else if (saved !== undefined) second = saved;
    else {
      const { program } = await context.programAt(other);
      const { seed, layer } = first.matching;
      const matching = { ...program.matching, seed, ...defined({ layer }) };
      const answer = proposeRun(first.input, programOfRun(program, matching));
      second = compared(other, await context.work(`Matching by ${other}`, answer));
    }
    const { scoring } = await context.work('Scoring', runTable(first.input, first.program));
    const row = new Map(scoring.mentees.map(({ id }, i) => [id, i]));
    const column = new Map(scoring.mentors.map(({ id }, j) => [id, j]));
    const fit = (mentee: string, mentor: string): number | undefined => {
      const [i, j] = [row.get(mentee), column.get(mentor)];
      if (i === undefined || j === undefined || first.program.criteria.length === 0) return undefined;
      return scoring.parts(i, j).reduce((sum, { points }) => sum + points, 0);
    };
    await context.show(compareRuns(compared(`run ${run}`, first.run), second, { fit, all }));
  });
}

function compared(label: string, { pairs, unmatched }: Run): ComparedRun {
  return { label, pairs, unmatched: unmatched.map(({ mentee }) => idAndName(mentee)) };
}
