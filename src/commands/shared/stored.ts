// A kept run as commands want it: read back, with the program it was made by.
import { defined } from '../../domain/defined.ts';
import { type Run, type RunInput, noFavours } from '../../domain/matching/run.ts';
import { matchReport, type RunTableId } from '../../domain/matching/runs/match-report.ts';
import type { PairOrder } from '../../domain/matching/runs/pairs-table.ts';
import { fromSnapshot } from '../../domain/matching/runs/snapshot.ts';
import { programOfRun } from '../../domain/matching/scoring/second-program.ts';
import type { Program } from '../../domain/program/program.ts';
import { standardProgram } from '../../domain/program/standard-program.ts';
import type { Report } from '../../domain/report/report.ts';
import { parseProgram } from '../../intake/program-file.ts';
import type { Store } from '../../store/store.ts';
import { isRematch, runsOf, storedRun, type StoredRun } from '../../store/stored-run.ts';

export type RunAndProgram = StoredRun & { readonly program: Program };

export async function openRun(store: Store, id: number): Promise<RunAndProgram> {
  const stored = await storedRun(store.db, id);
  const text = stored.row.programText;
  const { value } = text === '' ? { value: standardProgram } : parseProgram(text, `the program file of run ${id}`);
  if (value === undefined) throw new Error(`the program file of run ${id} cannot be read any more`);
  return { ...stored, program: programOfRun(value, stored.matching) };
}

/** The latest draft of the cohort that saw somebody, else the latest run that was accepted. */
export async function runThatSaw(
  store: Store,
  cohortId: number,
  saw: (input: RunInput) => boolean,
): Promise<RunAndProgram | undefined> {
  const runs = (await runsOf(store.db, cohortId)).filter((row) => !isRematch(row)).reverse();
  for (const status of ['draft', 'accepted'])
    for (const row of runs)
      if (row.status === status && saw(fromSnapshot(row.snapshot).input)) return openRun(store, row.id);
  return undefined;
}

/** The report of a run, from what was kept or from what was solved again: the same bytes for the same answer. */
export function reportOfRun(
  { row, cohort, input, program }: RunAndProgram,
  run: Run,
  { all, table, sort }: { readonly all: boolean; readonly table?: RunTableId; readonly sort?: PairOrder },
): Report {
  return matchReport({
    run,
    runId: row.id,
    cohort: cohort.name,
    mentors: input.mentors.filter(({ seats }) => seats > 0).map(({ id }) => id),
    favours: input.favours ?? noFavours,
    options: {
      dryRun: false,
      all,
      ...defined({ table, sort }),
    },
    status: row.status,
    program,
    stated: input.stated,
    input,
  });
}
