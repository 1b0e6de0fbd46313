// mentorctl match compare: two runs side by side, or a run and what another program file would give the same people.
import type { Command } from 'commander';
import { compareRuns, type ComparedRun } from '../../domain/matching/compare-runs.ts';
import { proposeRun, runTable, type Run } from '../../domain/matching/propose-run.ts';
import type { Act, Context } from '../context.ts';
import { openRun, runNumber } from '../stored.ts';

export interface CompareOptions {
  readonly run: number;
  /** A run's number or a program file. */
  readonly other: string;
  readonly all: boolean;
}

export function define(command: Command, act: Act): void {
  command
    .argument('<run>', 'the number of a run')
    .argument('<run-or-file>', 'another run, or a program file to match the same people by')
    .option('--all', 'list every change')
    .addHelpText('after', '\nExamples:\n  mentorctl match compare 4 5\n  mentorctl match compare 4 other.yaml')
    .action((run: string, other: string, flags: { all?: boolean }) =>
      act((context) => runCompare({ run: runNumber(run), other, all: flags.all ?? false }, context)),
    );
}

/** Both are measured by the first run's rules, so that a point means the same on either side. */
export async function runCompare({ run, other, all }: CompareOptions, context: Context): Promise<void> {
  await context.usingStore({ create: false }, async (store) => {
    const first = await openRun(store, run);
    let second: ComparedRun;
    if (/^\d+$/.test(other)) second = compared(`run ${other}`, (await openRun(store, runNumber(other))).run);
    else {
      const { program } = await context.programAt(other);
      const { seed } = first.matching;
      const matching = { ...program.matching, seed };
      const answer = proposeRun(first.input, { ...program, matching });
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
  return { label, pairs, unmatched: unmatched.map(({ mentee }) => ({ id: mentee.id, name: mentee.name })) };
}
