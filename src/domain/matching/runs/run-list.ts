// The runs of a cohort as a list.
import type { KeptRun } from '../../records.ts';
import { prose, tableBlock } from '../../report/blocks.ts';
import type { Report } from '../../report/report.ts';
import { numbers } from '../../report/table-columns.ts';
import { count, day, fit, tableOf, text } from '../../report/table-of.ts';

export function runsReport(cohort: string, runs: readonly KeptRun[]): Report {
  const items = runs.map((row) => {
    const { name, placed, total, floor } = JSON.parse(row.objective) as {
      name: string;
      placed: number;
      total: number;
      floor: number | null;
    };
    return {
      run: row.id,
      at: row.at,
      status: row.status,
      objective: name,
      placed,
      meanFit: placed === 0 ? null : total / placed,
      lowestFit: floor,
      seed: row.seed,
      version: row.version,
      programHash: row.programHash,
      rosterHash: row.rosterHash,
    };
  });
  const note = 'Runs with the same letters under "rules" were made by the same program file.';
  const table = tableOf({ id: 'runs', title: `Runs for ${cohort}`, note }, items, [
    [numbers('run'), ({ run }) => count(run)],
    [{ id: 'date', title: 'day' }, ({ at }) => day(at.slice(0, 10))],
    ['status', ({ status }) => text(status)],
    [{ id: 'objective', title: 'aim' }, ({ objective }) => text(objective)],
    [numbers('placed'), ({ placed }) => count(placed)],
    [numbers('mean-fit', 'average fit'), ({ meanFit }) => fit(meanFit, 'nobody was placed')],
    [numbers('lowest-fit', 'lowest'), ({ lowestFit }) => fit(lowestFit, 'nobody was placed')],
    [numbers('seed'), ({ seed }) => count(seed)],
    ['rules', ({ programHash }) => text(programHash.slice(0, 8))],
  ]);
  return {
    schema: 'mentorctl/runs@1',
    blocks: [items.length === 0 ? prose(`There is no run for ${cohort} yet.`) : tableBlock(table)],
    csv: table,
    json: { cohort, items },
  };
}
